/** Instances of the classic network that are linked to a VPC: API 3.0 lines 994-1640, 2017 API lines 8956-9150. */
import {
  action,
  actionTable,
  address,
  choice,
  family,
  filters,
  foreign,
  integer,
  listOf,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';
import { list3, orderDirection, page2017Of50, pageAsText, paging2017 } from '../shared.ts';

export const actions = actionTable({
  'vpc:AttachClassicLinkVpc': action({
    kind: 'create',
    line: 994,
    params: {
      VpcId: required(ref('vpc', { line: 1014 })),
      InstanceIds: required(listOf(foreign('instance'), { line: 1015 })),
    },
    results: {},
    errors: [
      'InvalidParameterValue.Malformed',
      'LimitExceeded',
      'ResourceNotFound',
      'UnsupportedOperation',
      'UnsupportedOperation.CIDRUnsupportedClassicLink',
      'UnsupportedOperation.ClassicInstanceIdAlreadyExists',
    ],
    changes: ['classic-link', 'vpc'],
  }),
  'vpc:DescribeClassicLinkInstances': list3({
    line: 1412,
    filters: filters({ 'vpc-id': ref('vpc'), 'vm-ip': address() }, { line: 1429 }),
    page: pageAsText,
    rows: { ClassicLinkInstanceSet: struct({ VpcId: ref('vpc', { line: 7182 }), InstanceId: foreign('instance', { line: 7183 }) }) },
    errors: ['InvalidParameterValue.Range'],
  }),
  'vpc:DetachClassicLinkVpc': action.delete({
    line: 1582,
    params: {
      VpcId: required(ref('vpc', { line: 1599 })),
      InstanceIds: required(listOf(foreign('instance'), { line: 1600 })),
    },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['classic-link', 'vpc'],
    danger: 'interrupts',
  }),

  'vpc2017:AttachClassicLinkVpc': action({
    kind: 'create',
    line: 8956,
    params: {
      vpcId: required(ref('vpc', { refusedAs: 'InvalidVpc.NotFound', line: 8974, alsoSpelled: ['vpclId'] })),
      instanceIds: required(listOf(foreign('instance', { refusedAs: 'InvalidInstance.NotFound' }), { line: 8975 })),
    },
    results: { taskId: integer() },
    errors: ['InvalidInstance.NotFound', 'InvalidVpc.NotFound', 'InstanceLimitExceeded', 'InstanceAlreadyLinked'],
    changes: ['classic-link', 'vpc'],
    async: { field: 'taskId', poll: 'vpc2017:DescribeVpcTaskResult' },
  }),
  'vpc2017:DescribeVpcClassicLink': action({
    kind: 'list',
    line: 9072,
    params: {
      vpcId: ref('vpc', { refusedAs: 'InvalidVpc.NotFound', line: 9087, alsoSpelled: ['vpclId'] }),
      classicLinkId: ref('classic-link', { line: 9088 }),
      lanIp: address({ refusedAs: 'InvalidLanIp.NotFound', line: 9089 }),
      ...page2017Of50,
      orderField: choice(['createTime'], { line: 9092 }),
      orderDirection,
    },
    results: {
      totalCount: integer(),
      data: listOf(
        struct({
          lanIp: address(),
          unVpcId: ref('vpc', { alsoSpelled: ['uniqVpcId', 'uniqVpclid'] }),
          vpcId: ref('vpc'),
          classicLinkId: ref('classic-link'),
          createTime: time(),
          instanceId: foreign('instance'),
          instanceName: text(),
        }),
      ),
    },
    errors: ['InvalidLanIp.NotFound', 'InvalidVpc.NotFound'],
    paging: paging2017(50),
  }),
  'vpc2017:DetachClassicLinkVpc': action({
    kind: 'delete',
    line: 9018,
    params: {
      vpcId: required(ref('vpc', { refusedAs: 'InvalidVpc.NotFound', line: 9033, alsoSpelled: ['vpclid'] })),
      instanceIds: required(
        listOf(foreign('instance', { refusedAs: 'InvalidInstance.NotFound' }), { line: 9034, alsoSpelled: ['instanceids'] }),
      ),
    },
    results: { taskId: integer() },
    errors: ['InvalidInstance.NotFound', 'InvalidVpc.NotFound'],
    changes: ['classic-link', 'vpc'],
    async: { field: 'taskId', poll: 'vpc2017:DescribeVpcTaskResult' },
    danger: 'interrupts',
  }),
});

export const data = family(actions, {
  family: 'classic-link',
  segment: 'classic-links',
  idPrefixes: ['ins', 'vcx'],
  group: 'connect',
  icon: 'Cable',
  within: ['vpc'],
  id: 'InstanceId',
  errors: {
    'choose-range': { 'UnsupportedOperation.CIDRUnsupportedClassicLink': ['VpcId'] },
    already: { 'UnsupportedOperation.ClassicInstanceIdAlreadyExists': ['InstanceIds'], InstanceAlreadyLinked: ['InstanceIds'] },
    quota: { InstanceLimitExceeded: ['InstanceIds'] },
  },
  quotas: {
    'classic-links-per-vpc': { usual: 100, limitType: 22, per: 'vpc', by: 'VpcId' },
  },
  operations: {
    list: ['vpc:DescribeClassicLinkInstances', 'vpc2017:DescribeVpcClassicLink'],
    create: ['vpc:AttachClassicLinkVpc', 'vpc2017:AttachClassicLinkVpc'],
    delete: ['vpc:DetachClassicLinkVpc', 'vpc2017:DetachClassicLinkVpc'],
  },
});
