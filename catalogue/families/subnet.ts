/** Subnets: API 3.0 lines 1702-1990, 2017 API lines 9243-9660. */
import {
  action,
  choice,
  cidr,
  family,
  filters,
  flag,
  foreign,
  integer,
  listOf,
  type Row,
  ref,
  required,
  struct,
  text,
  time,
} from '../define.ts';
import { orderDirection, page2017, pageAsText, paging, paging2017 } from './shared.ts';

/** A subnet as API 3.0 lists it (7449). */
export const subnetShape = struct({
  VpcId: ref('vpc'),
  SubnetId: ref('subnet'),
  SubnetName: text(),
  CidrBlock: cidr(),
  IsDefault: flag(),
  EnableBroadcast: flag(),
  Zone: foreign('zone'),
  RouteTableId: ref('route-table'),
  CreatedTime: time(),
  AvailableIpAddressCount: integer({ measure: 'count' }),
});

export type Subnet = Row<typeof subnetShape>;

const newSubnet2017 = struct({
  subnetName: required(text({ max: 60, format: 'word-name', refusedAs: 'InvalidSubnetName', line: 9266 })),
  cidrBlock: required(cidr({ minPrefix: 16, maxPrefix: 28, refusedAs: 'InvalidSubnetCidr', line: 9267 })),
  zoneId: required(foreign('zone-id', { line: 9268 })),
});

export const subnetActions = {
  'vpc:CreateSubnet': action({
    kind: 'create',
    line: 1702,
    params: {
      VpcId: required(ref('vpc', { line: 1725 })),
      SubnetName: required(text({ max: 60, unit: 'byte', line: 1726 })),
      CidrBlock: required(
        cidr({ minPrefix: 16, maxPrefix: 28, immutable: true, refusedAs: 'InvalidParameterValue.SubnetRange', line: 1727 }),
      ),
      Zone: required(foreign('zone', { immutable: true, line: 1728 })),
    },
    results: { Subnet: subnetShape },
    errors: ['InvalidParameterValue.SubnetConflict', 'InvalidParameterValue.SubnetRange', 'LimitExceeded'],
    changes: ['subnet', 'route-table', 'vpc'],
    lookUp: {
      by: 'vpc:DescribeSubnets',
      where: { 'vpc-id': 'VpcId', 'subnet-name': 'SubnetName' },
      expect: 'exists',
      compare: { CidrBlock: 'CidrBlock', Zone: 'Zone' },
    },
  }),
  'vpc:DescribeSubnets': action({
    kind: 'list',
    line: 1838,
    params: {
      SubnetIds: listOf(ref('subnet'), { max: 100, line: 1855 }),
      Filters: filters(
        {
          'subnet-id': ref('subnet'),
          'vpc-id': ref('vpc'),
          'cidr-block': cidr(),
          'is-default': flag(),
          'subnet-name': text(),
          zone: foreign('zone'),
        },
        { line: 1856 },
      ),
      ...pageAsText,
    },
    results: { TotalCount: integer(), SubnetSet: listOf(subnetShape) },
    errors: ['InvalidParameter.Coexist', 'InvalidParameterValue.Malformed', 'ResourceNotFound'],
    exclusive: [['SubnetIds', 'Filters']],
    paging: paging('SubnetSet'),
  }),
  'vpc:ModifySubnetAttribute': action({
    kind: 'update',
    line: 1923,
    params: {
      SubnetId: required(ref('subnet', { line: 1940 })),
      SubnetName: text({ max: 60, unit: 'byte', line: 1941 }),
      EnableBroadcast: flag({ wire: 'String', line: 1942 }),
    },
    results: {},
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['subnet'],
    lookUp: {
      by: 'vpc:DescribeSubnets',
      where: { SubnetIds: 'SubnetId' },
      expect: 'same',
      compare: { SubnetName: 'SubnetName', EnableBroadcast: 'EnableBroadcast' },
    },
  }),
  'vpc:DeleteSubnet': action({
    kind: 'delete',
    line: 1780,
    params: { SubnetId: required(ref('subnet', { line: 1800 })) },
    results: {},
    errors: ['InvalidParameterValue.Malformed', 'ResourceInUse', 'ResourceNotFound'],
    changes: ['subnet', 'route-table', 'vpc'],
    danger: 'destroys',
    lookUp: { by: 'vpc:DescribeSubnets', where: { SubnetIds: 'SubnetId' }, expect: 'absent' },
  }),

  'vpc2017:CreateSubnet': action({
    kind: 'create',
    line: 9243,
    params: {
      vpcId: required(ref('vpc', { refusedAs: 'InvalidVpc.NotFound', line: 9264 })),
      subnetSet: required(listOf(newSubnet2017, { line: 9265 })),
    },
    results: {
      subnetSet: listOf(
        struct({
          subnetId: ref('subnet'),
          unSubnetId: ref('subnet'),
          subnetName: text(),
          cidrBlock: cidr(),
          routeTableId: ref('route-table'),
          zoneId: foreign('zone-id'),
          zone: foreign('zone'),
        }),
      ),
    },
    errors: [
      'InvalidVpc.NotFound',
      'InvalidSubnetName',
      'InvalidSubnetCidr',
      'InvalidSubnet.Conflict',
      'SubnetLimitExceeded',
      'InvalidZone.NotFound',
    ],
    changes: ['subnet', 'route-table', 'vpc'],
  }),
  'vpc2017:DescribeSubnetEx': action({
    kind: 'list',
    line: 9446,
    params: {
      vpcId: ref('vpc', { refusedAs: 'InvalidVpc.NotFound', line: 9461, alsoSpelled: ['vpclid'] }),
      subnetId: ref('subnet', { refusedAs: 'InvalidSubnet.NotFound', line: 9462 }),
      subnetName: text({ line: 9463 }),
      zoneIds: listOf(foreign('zone-id'), { line: 9464, alsoSpelled: ['zonelids'] }),
      ...page2017,
      orderField: choice(['createTime', 'subnetName'], { default: 'createTime', line: 9467 }),
      orderDirection,
      getAclIdFlag: choice([0, 1], { default: 0, line: 9469 }),
    },
    results: {
      totalCount: integer(),
      data: listOf(
        struct({
          vpcId: ref('vpc'),
          unVpcId: ref('vpc'),
          subnetId: ref('subnet'),
          unSubnetId: ref('subnet'),
          subnetName: text(),
          cidrBlock: cidr(),
          routeTableId: ref('route-table'),
          zoneId: foreign('zone-id'),
          zone: foreign('zone'),
          networkAclId: ref('network-acl'),
          vpcDevices: integer(),
          totalIPNum: integer(),
          availableIPNum: integer(),
          broadcast: flag(),
          isDefault: flag(),
        }),
      ),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidSubnet.NotFound'],
    paging: paging2017(100),
  }),
  'vpc2017:DescribeSubnet': action({
    kind: 'get',
    line: 9549,
    params: {
      vpcId: required(ref('vpc', { refusedAs: 'InvalidVpc.NotFound', line: 9565 })),
      subnetId: required(ref('subnet', { refusedAs: 'InvalidSubnet.NotFound', line: 9566 })),
    },
    results: {
      subnetId: ref('subnet'),
      subnetName: text(),
      subnetCreateTime: time(),
      cidrBlock: cidr(),
      routeTableId: ref('route-table'),
      zoneId: foreign('zone-id'),
      totalIPNum: integer(),
      availableIPNum: integer(),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidSubnet.NotFound'],
  }),
  'vpc2017:CheckDefaultSubnet': action({
    kind: 'get',
    line: 9618,
    params: { zoneId: foreign('zone-id', { line: 9634 }) },
    results: { data: struct({ checkResult: flag() }) },
    errors: ['InvalidSubnet.CreateError'],
  }),
  'vpc2017:ModifySubnetAttribute': action({
    kind: 'update',
    line: 9389,
    params: {
      vpcId: required(ref('vpc', { refusedAs: 'InvalidVpc.NotFound', line: 9408 })),
      subnetId: required(ref('subnet', { refusedAs: 'InvalidSubnet.NotFound', line: 9409 })),
      subnetName: required(text({ max: 60, format: 'word-name', refusedAs: 'InvalidSubnetName', line: 9410 })),
    },
    results: {},
    errors: ['InvalidVpc.NotFound', 'InvalidSubnet.NotFound', 'InvalidSubnetName'],
    changes: ['subnet'],
    lookUp: {
      by: 'vpc2017:DescribeSubnetEx',
      where: { vpcId: 'vpcId', subnetId: 'subnetId' },
      expect: 'same',
      compare: { subnetName: 'subnetName' },
    },
  }),
  'vpc2017:DeleteSubnet': action({
    kind: 'delete',
    line: 9334,
    params: {
      vpcId: required(ref('vpc', { refusedAs: 'InvalidVpc.NotFound', line: 9353 })),
      subnetId: required(ref('subnet', { refusedAs: 'InvalidSubnet.NotFound', line: 9354 })),
    },
    results: {},
    errors: ['InvalidVpc.NotFound', 'InvalidSubnet.NotFound', 'InvalidSubnet.CannotDelete'],
    changes: ['subnet', 'route-table', 'vpc'],
    danger: 'destroys',
    lookUp: { by: 'vpc2017:DescribeSubnetEx', where: { vpcId: 'vpcId', subnetId: 'subnetId' }, expect: 'absent' },
  }),
} as const;

export const subnet = family({
  family: 'subnet',
  id: 'SubnetId',
  name: 'SubnetName',
  operations: {
    list: ['vpc:DescribeSubnets', 'vpc2017:DescribeSubnetEx'],
    get: ['vpc2017:DescribeSubnet'],
    create: ['vpc:CreateSubnet', 'vpc2017:CreateSubnet'],
    update: ['vpc:ModifySubnetAttribute', 'vpc2017:ModifySubnetAttribute'],
    delete: ['vpc:DeleteSubnet', 'vpc2017:DeleteSubnet'],
    checkDefault: ['vpc2017:CheckDefaultSubnet'],
  },
});

export { subnet as data, subnetActions as actions };
