/** Tasks in API 3.0 of today: their ids are texts, and so is how they stand. */
import { bind } from '../../binding.ts';
import { action, actionTable, choice, integer, required, text } from '../../define.ts';

export const todaysActions = actionTable({
  'vpc:DescribeVpcTaskResult': action({
    kind: 'get',
    source: 'today',
    params: { TaskId: required(text()) },
    results: { Status: choice(['SUCCESS', 'FAILED', 'RUNNING']), Output: text() },
    errors: ['ResourceNotFound'],
  }),
  // Work on elastic IPs has numbers of its own, or the order by which it was bought.
  'vpc:DescribeTaskResult': action({
    kind: 'get',
    source: 'today',
    params: { TaskId: integer(), DealName: text() },
    results: { TaskId: integer(), Result: choice(['SUCCESS', 'FAILED', 'RUNNING']) },
    reports: { asks: 'TaskId', by: { field: 'Result', done: ['SUCCESS'], failed: ['FAILED'], running: ['RUNNING'] } },
    errors: ['InvalidParameter', 'MissingParameter'],
    oneOf: [['TaskId', 'DealName']],
  }),
});

export const today = {
  'vpc2017:DescribeVpcTaskResult': bind('vpc:DescribeVpcTaskResult', {
    gives: { data: { beside: { status: { at: 'Status', values: { 0: 'SUCCESS', 1: 'FAILED', 2: 'RUNNING' } } } } },
  }),
} as const;
