/** Asynchronous tasks: only the 2017 API has a query for them (8503). */
import { action, actionTable, choice, family, integer, required, struct } from '../../define.ts';

export const actions = actionTable({
  'vpc2017:DescribeVpcTaskResult': action({
    kind: 'get',
    line: 8503,
    params: { taskId: required(integer({ line: 8516 })) },
    // The table calls `data` an array (8525), the sample shows an object (8549). 0 done, 1 failed, 2 running (8526).
    results: { data: struct({ status: choice([0, 1, 2]) }) },
    reports: { asks: 'taskId' },
    errors: [],
  }),
});

export const data = family(actions, {
  family: 'task',
  segment: 'tasks',
  idPrefixes: [],
  id: 'taskId',
  operations: { get: ['vpc2017:DescribeVpcTaskResult', 'vpc:DescribeVpcTaskResult'], ofAddresses: ['vpc:DescribeTaskResult'] },
});
