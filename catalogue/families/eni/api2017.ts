/** Network interfaces in the 2017 API: lines 18659-19525. */
import {
  action,
  actionTable,
  address,
  choice,
  flag,
  foreign,
  integer,
  listOf,
  optional,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';
import { orderDirection, page2017Of50 } from '../shared.ts';

const vpcId = ref('vpc', { refusedAs: 'InvalidVpc.NotFound', alsoSpelled: ['vpclId', 'vpclid'] });
const networkInterfaceId = ref('eni', { refusedAs: 'InvalidNetworkInterface.NotFound' });
const instanceId = foreign('instance', { refusedAs: 'InvalidInstance.NotFound' });
const newPrivateIp = struct({ primary: required(flag()), privateIpAddress: required(address()) });
const secondaryPrivateIpAddressCount = integer({ min: 0, measure: 'count' });

/** The tables put the task at the top (18693 …), every sample inside `data` (18718 …). */
const started = { taskId: integer() } as const;
const task = { field: 'taskId', alsoAt: 'data.taskId', poll: 'vpc2017:DescribeVpcTaskResult' } as const;

const listedShape = struct({
  vpcId: ref('vpc'),
  // Three that stand in the sample only (18931-18942).
  vpcName: optional(text()),
  createTime: optional(time()),
  flowLogsSet: optional(listOf(ref('flow-log'))),
  subnetId: ref('subnet'),
  zoneId: foreign('zone-id'),
  eniName: text(),
  eniDescription: text(),
  networkInterfaceId: ref('eni'),
  primary: flag(),
  macAddress: text(),
  privateIpAddressesSet: listOf(
    struct({
      privateIpAddress: address(),
      primary: flag(),
      description: text(),
      wanIp: address(),
      isWanIpBlocked: flag(),
      eipId: ref('eip'),
    }),
  ),
  instanceSet: struct({ instanceId: foreign('instance'), attachTime: time() }),
  groupSet: listOf(struct({ sgId: ref('security-group'), sgName: text(), projectId: integer() })),
});

export const api2017 = actionTable({
  'vpc2017:CreateNetworkInterface': action({
    kind: 'create',
    line: 18659,
    params: {
      vpcId: required(vpcId),
      subnetId: required(ref('subnet', { refusedAs: 'InvalidSubnet.NotFound', line: 18679 })),
      eniName: required(text({ max: 60, refusedAs: 'InvalidNetworkInterfaceName', line: 18680 })),
      eniDescription: text({ max: 60, line: 18681 }),
      privateIpAddressSet: listOf(newPrivateIp, { line: 18682 }),
      secondaryPrivateIpAddressCount,
      sgIds: listOf(ref('security-group'), { line: 18686 }),
    },
    results: started,
    errors: ['InvalidVpc.NotFound', 'InvalidSubnet.NotFound', 'InvalidNetworkInterfaceName', 'NetworkInterfaceLimitExceeded'],
    changes: ['eni', 'subnet'],
    async: task,
  }),
  'vpc2017:DescribeNetworkInterfaces': action({
    kind: 'list',
    line: 18851,
    params: {
      vpcId,
      networkInterfaceId,
      eniName: text({ line: 18868 }),
      eniDescription: text({ line: 18869 }),
      instanceId: foreign('instance', { line: 18870 }),
      ...page2017Of50,
      orderField: choice(['eniName', 'createTime'], { default: 'createTime', line: 18873 }),
      orderDirection,
    },
    // The table writes data.n.* for what is data.data.n.* (18890).
    results: { data: struct({ totalNum: integer(), data: listOf(listedShape) }) },
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkInterface.NotFound'],
    paging: { items: 'data.data', total: 'data.totalNum', offset: 'offset', limit: 'limit', max: 50 },
  }),
  'vpc2017:ModifyNetworkInterface': action.update({
    line: 18795,
    params: {
      vpcId: required(vpcId),
      networkInterfaceId: required(networkInterfaceId),
      eniName: text({ max: 60, line: 18812 }),
      eniDescription: text({ max: 60, line: 18813 }),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkInterface.NotFound'],
    changes: ['eni'],
  }),
  'vpc2017:DeleteNetworkInterface': action({
    kind: 'delete',
    line: 18733,
    params: { vpcId: required(vpcId), networkInterfaceId: required(networkInterfaceId) },
    results: started,
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkInterface.NotFound', 'InvalidNetworkInterface.CanNotDelete'],
    changes: ['eni', 'eip', 'subnet', 'flow-log'],
    async: task,
    danger: 'destroys',
  }),
  'vpc2017:AssignPrivateIpAddresses': action({
    kind: 'do',
    line: 19120,
    params: {
      vpcId: required(vpcId),
      networkInterfaceId: required(networkInterfaceId),
      privateIpAddressSet: listOf(newPrivateIp, { line: 19141 }),
      secondaryPrivateIpAddressCount,
    },
    results: started,
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkInterface.NotFound', 'InvalidPrivateIpAddress.InUse'],
    changes: ['eni', 'subnet'],
    oneOf: [['privateIpAddressSet', 'secondaryPrivateIpAddressCount']],
    async: task,
  }),
  'vpc2017:UnassignPrivateIpAddresses': action({
    kind: 'do',
    line: 19191,
    params: {
      vpcId: required(vpcId),
      networkInterfaceId: required(networkInterfaceId),
      privateIpAddress: required(listOf(address(), { line: 19210 })),
    },
    results: started,
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkInterface.NotFound', 'InvalidPrivateip.IsPrimary'],
    changes: ['eni', 'eip', 'subnet'],
    async: task,
    danger: 'interrupts',
  }),
  'vpc2017:AttachNetworkInterface': action({
    kind: 'do',
    line: 19254,
    params: { vpcId: required(vpcId), networkInterfaceId: required(networkInterfaceId), instanceId: required(instanceId) },
    results: started,
    errors: [
      'InvalidVpc.NotFound',
      'InvalidNetworkInterface.NotFound',
      'InvalidInstance.NotFound',
      'InvalidNetworkInterface.AlreadyAssociated',
    ],
    changes: ['eni'],
    async: task,
  }),
  'vpc2017:DetachNetworkInterface': action({
    kind: 'do',
    line: 19323,
    params: { vpcId: required(vpcId), networkInterfaceId: required(networkInterfaceId), instanceId: required(instanceId) },
    results: started,
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkInterface.NotFound', 'InvalidInstance.NotFound', 'InvalidNetworkInterface.NotAttached'],
    changes: ['eni', 'eip'],
    async: task,
    danger: 'interrupts',
  }),
  'vpc2017:MigrateNetworkInterface': action({
    kind: 'do',
    line: 19391,
    params: {
      vpcId: required(vpcId),
      networkInterfaceId: required(networkInterfaceId),
      oldInstanceId: required(instanceId),
      newInstanceId: required(instanceId),
    },
    results: started,
    errors: [
      'InvalidVpc.NotFound',
      'InvalidNetworkInterface.NotFound',
      'InvalidInstance.NotFound',
      'InvalidNetworkInterface.AlreadyAssociated',
    ],
    changes: ['eni'],
    async: task,
    danger: 'interrupts',
  }),
  'vpc2017:MigratePrivateIpAddress': action({
    kind: 'do',
    line: 19461,
    params: {
      vpcId: required(vpcId),
      privateIpAddress: required(address({ line: 19480 })),
      oldNetworkInterfaceId: required(networkInterfaceId),
      newNetworkInterfaceId: required(networkInterfaceId),
    },
    results: started,
    errors: ['InvalidVpc.NotFound', 'InvalidNetworkInterface.NotFound'],
    changes: ['eni'],
    async: task,
    danger: 'interrupts',
  }),
});
