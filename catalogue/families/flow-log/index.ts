/** Flow logs of the 2017 API, the only one of the documents that has them: lines 19581-19956. */
import {
  action,
  actionTable,
  choice,
  family,
  flag,
  foreign,
  integer,
  listOf,
  optional,
  type Row,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';
import { orderDirection } from '../shared.ts';

const vpcId = ref('vpc', { refusedAs: 'InvalidVpc.NotFound' });
const flowLogId = ref('flow-log', { refusedAs: 'FlowLogIDNotFound' });
const flowLogName = text({ max: 60, refusedAs: 'InvalidFlowLogName' });
const resourceTypes = ['VPC', 'SUBNET', 'NETWORKINTERFACE'] as const;
const trafficTypes = ['ACCEPT', 'REJECT', 'ALL'] as const;

const byIds = { FlowLogIds: required(listOf(ref('flow-log', { refusedAs: 'ResourceNotFound' }), { max: 100 })) } as const;

const watched = {
  resourceType: choice(resourceTypes),
  resourceId: text(),
  trafficType: choice(trafficTypes),
  cloudLogId: foreign('log-topic'),
} as const;

/** A flow log as it is listed (19905). */
export const flowLogShape = struct({
  vpcId: ref('vpc'),
  flowLogId: ref('flow-log'),
  flowLogName: text(),
  ...watched,
  cloudLogState: text(),
  flowLogDescription: optional(text()),
  createdTime: optional(time()),
  // Today's lists tell whether it records; a log of the documents always does.
  enable: optional(flag()),
});

export type FlowLog = Row<typeof flowLogShape>;

export const actions = actionTable({
  'vpc2017:CreateFlowLog': action({
    kind: 'create',
    line: 19581,
    params: {
      vpcId: required(vpcId),
      flowLogName: required(flowLogName),
      flowLogDescription: text({ default: '', line: 19602 }),
      resourceType: required(choice(resourceTypes, { immutable: true, line: 19603 })),
      resourceId: required(text({ immutable: true, line: 19604 })),
      trafficType: required(choice(trafficTypes, { immutable: true, line: 19605 })),
      cloudLogId: required(foreign('log-topic', { immutable: true, line: 19606 })),
    },
    // At the top in the table, inside `data` in the sample, with capitals and another time (19656-19666).
    results: {
      flowLogId: ref('flow-log'),
      flowLogName: text(),
      resourceType: watched.resourceType,
      resourceId: watched.resourceId,
      trafficType: choice(trafficTypes, { alsoSpelled: ['TrafficType'] }),
      cloudLogId: foreign('log-topic', { alsoSpelled: ['CloudLogId'] }),
      createTime: time({ alsoSpelled: ['createdTime'] }),
    },
    errors: [
      'InvalidVpc.NotFound',
      'InvalidSubnet.NotFound',
      'InvalidNetworkInterface.NotFound',
      'InvalidFlowLogName',
      'FlowLogNameDuplicate',
    ],
    changes: ['flow-log'],
  }),
  'vpc2017:DescribeFlowLogs': action({
    kind: 'list',
    line: 19866,
    params: {
      vpcId: ref('vpc', { refusedAs: 'InvalidVpc.NotFound', line: 19881, alsoSpelled: ['vpclid'] }),
      flowLogId: ref('flow-log', { line: 19882 }),
      flowLogName: text({ line: 19883 }),
      resourceType: choice(resourceTypes, { line: 19884 }),
      resourceId: text({ line: 19885 }),
      trafficType: choice(trafficTypes, { line: 19886 }),
      cloudLogId: foreign('log-topic', { line: 19887 }),
      cloudLogState: text({ line: 19888 }),
      limit: integer({ min: 0, default: 10, line: 19889 }),
      orderField: choice(['flowLogName', 'createTime'], { default: 'createTime', line: 19890 }),
      orderDirection,
      offset: integer({ min: 0, default: 0, line: 19892 }),
    },
    // The last two of a row stand in the sample only (19948).
    results: {
      totalCount: integer(),
      data: listOf(flowLogShape),
    },
    errors: ['InvalidVpc.NotFound'],
    paging: {
      items: 'data',
      total: 'totalCount',
      alsoAt: { items: 'data.data', total: 'data.totalNum' },
      offset: 'offset',
      limit: 'limit',
      max: 100,
    },
  }),
  // At the top in the table, inside `data.data` in the sample (19849-19860).
  'vpc2017:DescribeFlowLog': action({
    kind: 'get',
    line: 19789,
    params: { vpcId: required(vpcId), flowLogId: required(flowLogId) },
    results: {
      vpcId: ref('vpc'),
      flowLogId: ref('flow-log'),
      flowLogName: text(),
      ...watched,
      cloudLogState: text(),
      flowLogDescription: text(),
      createdTime: time(),
      enable: optional(flag()),
    },
    errors: ['InvalidVpc.NotFound', 'FlowLogIDNotFound'],
  }),
  'vpc2017:ModifyFlowLogAttribute': action.update({
    line: 19671,
    params: { vpcId: required(vpcId), flowLogId: required(flowLogId), flowLogName, flowLogDescription: text({ line: 19691 }) },
    errors: ['InvalidVpc.NotFound', 'FlowLogIDNotFound', 'InvalidFlowLogName', 'FlowLogNameDuplicate'],
    changes: ['flow-log'],
  }),
  'vpc2017:DeleteFlowLog': action.delete({
    line: 19732,
    params: { vpcId: required(vpcId), flowLogId: required(flowLogId) },
    errors: ['InvalidVpc.NotFound', 'FlowLogIDNotFound'],
    changes: ['flow-log'],
  }),
  'vpc:EnableFlowLogs': action.operate({ source: 'today', params: byIds, errors: ['ResourceNotFound'], changes: ['flow-log'] }),
  'vpc:DisableFlowLogs': action.operate({
    source: 'today',
    params: byIds,
    errors: ['ResourceNotFound'],
    changes: ['flow-log'],
    danger: 'interrupts',
  }),
});

export const data = family(actions, {
  family: 'flow-log',
  segment: 'flow-logs',
  idPrefixes: ['fl'],
  group: 'network',
  icon: 'ScrollText',
  within: ['vpc'],
  id: 'flowLogId',
  name: 'flowLogName',
  tags: { type: 'vpc/fl' },
  states: { cloudLogState: { SUCCESS: 'good', DELETED: 'danger' } },
  errors: {
    correct: { FlowLogNameDuplicate: ['FlowLogName'], InvalidFlowLogName: ['FlowLogName'] },
    'look-up': { FlowLogIDNotFound: ['FlowLogId'] },
  },
  operations: {
    list: ['vpc2017:DescribeFlowLogs', 'vpc:DescribeFlowLogs'],
    get: ['vpc2017:DescribeFlowLog', 'vpc:DescribeFlowLog'],
    create: ['vpc2017:CreateFlowLog', 'vpc:CreateFlowLog'],
    update: ['vpc2017:ModifyFlowLogAttribute', 'vpc:ModifyFlowLogAttribute'],
    delete: ['vpc2017:DeleteFlowLog', 'vpc:DeleteFlowLog'],
    enable: ['vpc:EnableFlowLogs'],
    disable: ['vpc:DisableFlowLogs'],
  },
});
