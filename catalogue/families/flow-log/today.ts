/** Flow logs in API 3.0 of today: done with the answer, which tells the row. They may watch more than the documents know. */
import { bind } from '../../binding.ts';
import { action, actionTable, choice, flag, foreign, integer, listOf, optional, ref, required, struct, text, time } from '../../define.ts';

const FlowLogId = ref('flow-log', { refusedAs: 'ResourceNotFound' });
const FlowLogName = text({ max: 60, refusedAs: 'InvalidParameterValue.TooLong' });
const VpcId = ref('vpc', { refusedAs: 'ResourceNotFound' });
const ResourceType = choice(['VPC', 'SUBNET', 'NETWORKINTERFACE', 'CCN', 'NAT', 'DCG']);
const TrafficType = choice(['ACCEPT', 'REJECT', 'ALL']);
const CloudLogId = foreign('log-topic');
const FlowLogDescription = text({ orEmpty: true });

const shape = struct({
  VpcId: ref('vpc'),
  FlowLogId: ref('flow-log'),
  FlowLogName: text(),
  ResourceType,
  ResourceId: text(),
  TrafficType,
  CloudLogId,
  CloudLogState: choice(['SUCCESS', 'DELETED']),
  FlowLogDescription: optional(text({ orEmpty: true })),
  CreatedTime: optional(time()),
  Enable: optional(flag()),
});
const found = { by: 'vpc:DescribeFlowLogs', where: { FlowLogId: 'FlowLogId' } } as const;

export const todaysActions = actionTable({
  'vpc:DescribeFlowLogs': action({
    kind: 'list',
    source: 'today',
    params: {
      VpcId,
      FlowLogId: ref('flow-log'),
      FlowLogName: text(),
      ResourceType,
      ResourceId: text(),
      TrafficType,
      CloudLogId,
      CloudLogState: choice(['SUCCESS', 'DELETED']),
      OrderField: choice(['flowLogName', 'createTime'], { default: 'createTime' }),
      OrderDirection: choice(['ASC', 'DESC'], { default: 'DESC' }),
      Offset: integer({ min: 0, default: 0 }),
      Limit: integer({ min: 1, max: 100, default: 10 }),
    },
    results: { FlowLog: listOf(shape), TotalNum: integer() },
    errors: ['ResourceNotFound'],
    paging: { items: 'FlowLog', total: 'TotalNum', offset: 'Offset', limit: 'Limit', max: 100 },
  }),
  'vpc:DescribeFlowLog': action({
    kind: 'get',
    source: 'today',
    params: { VpcId: required(VpcId), FlowLogId: required(FlowLogId) },
    results: { FlowLog: listOf(shape) },
    errors: ['ResourceNotFound'],
  }),
  'vpc:CreateFlowLog': action({
    kind: 'create',
    source: 'today',
    params: {
      FlowLogName: required({ ...FlowLogName, refusedAs: 'InvalidParameterValue.Range' }),
      ResourceType: required(ResourceType),
      ResourceId: required(text()),
      TrafficType: required(TrafficType),
      VpcId,
      FlowLogDescription,
      CloudLogId,
    },
    results: { FlowLog: listOf(shape) },
    errors: ['InvalidParameterValue.Duplicate', 'InvalidParameterValue.Range', 'LimitExceeded', 'ResourceNotFound'],
    changes: ['flow-log'],
    danger: 'costs',
    lookUp: {
      by: 'vpc:DescribeFlowLogs',
      where: { FlowLogName: 'FlowLogName' },
      expect: 'exists',
      compare: { FlowLogName: 'FlowLogName', ResourceId: 'ResourceId' },
    },
  }),
  'vpc:ModifyFlowLogAttribute': action.update({
    source: 'today',
    params: {
      FlowLogId: required({ ...FlowLogId, refusedAs: 'InvalidParameterValue.Range' }),
      VpcId: { ...VpcId, refusedAs: 'InvalidParameterValue.Range' },
      FlowLogName: { ...FlowLogName, refusedAs: 'InvalidParameterValue.Range' },
      FlowLogDescription,
    },
    errors: ['InvalidParameterValue.Duplicate', 'InvalidParameterValue.Range'],
    changes: ['flow-log'],
    lookUp: { ...found, expect: 'same', compare: { FlowLogName: 'FlowLogName', FlowLogDescription: 'FlowLogDescription' } },
  }),
  'vpc:DeleteFlowLog': action.delete({
    source: 'today',
    params: { FlowLogId: required(FlowLogId), VpcId },
    errors: ['ResourceNotFound'],
    changes: ['flow-log'],
    lookUp: { ...found, expect: 'absent' },
  }),
});

const absent = {
  'InvalidVpc.NotFound': 'ResourceNotFound',
  'InvalidSubnet.NotFound': 'ResourceNotFound',
  'InvalidNetworkInterface.NotFound': 'ResourceNotFound',
  FlowLogIDNotFound: 'ResourceNotFound',
} as const;
const wrong = {
  'InvalidVpc.NotFound': 'InvalidParameterValue.Range',
  FlowLogIDNotFound: 'InvalidParameterValue.Range',
  FlowLogNameDuplicate: 'InvalidParameterValue.Duplicate',
} as const;

export const today = {
  'vpc2017:DescribeFlowLogs': bind('vpc:DescribeFlowLogs', {
    takes: { orderDirection: { at: 'OrderDirection', values: { asc: 'ASC', desc: 'DESC' } } },
    // What is no part of a VPC has none: its log tells null, "" or nothing.
    gives: { resourceType: 'ResourceType', vpcId: { at: 'VpcId', unless: { field: 'resourceType', is: ['ccn', 'nat', 'dcg'] }, as: '' } },
    refusals: absent,
  }),
  'vpc2017:DescribeFlowLog': bind('vpc:DescribeFlowLog', { tells: 'FlowLog', refusals: absent }),
  'vpc2017:CreateFlowLog': bind('vpc:CreateFlowLog', {
    tells: 'FlowLog',
    refusals: { ...absent, FlowLogNameDuplicate: 'InvalidParameterValue.Duplicate', FlowLogLimitExceeded: 'LimitExceeded' },
  }),
  'vpc2017:ModifyFlowLogAttribute': bind('vpc:ModifyFlowLogAttribute', { refusals: wrong }),
  'vpc2017:DeleteFlowLog': bind('vpc:DeleteFlowLog', { refusals: absent }),
} as const;
