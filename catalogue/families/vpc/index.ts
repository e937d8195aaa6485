/** VPCs: API 3.0 lines 1060-1700, 2017 API lines 8579-8950. */
import {
  action,
  actionTable,
  address,
  choice,
  cidr,
  family,
  filters,
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
import { list3, orderDirection, page2017, pageAsText, paging2017 } from '../shared.ts';

/** A VPC as API 3.0 lists it (7465). The last three are in the samples only (1541-1556). */
export const vpcShape = struct({
  VpcName: text(),
  VpcId: ref('vpc'),
  CidrBlock: cidr(),
  IsDefault: flag(),
  EnableMulticast: flag(),
  CreatedTime: time(),
  DnsServerSet: optional(listOf(address())),
  DomainName: optional(text()),
  DhcpOptionsId: optional(text()),
});

export type Vpc = Row<typeof vpcShape>;

/** A VPC as the 2017 API lists it (8829), with how much stands in it. */
const vpc2017Shape = struct({
  vpcId: ref('vpc'),
  unVpcId: ref('vpc'),
  vpcName: text(),
  cidrBlock: cidr(),
  subnetNum: integer(),
  routeTableNum: integer(),
  vpnGwNum: integer(),
  vpcPeerNum: integer(),
  vpcDeviceNum: integer(),
  classicLinkNum: integer(),
  vpgNum: integer(),
  natNum: integer(),
  createTime: time(),
  isDefault: flag(),
});

/** Mask /16 to /28 (1195). Which ranges count as private is told in docs/simulator-differences.md. */
const vpcBlock = { minPrefix: 16, maxPrefix: 28, private: true, immutable: true } as const;

export const actions = actionTable({
  'vpc:CreateVpc': action({
    kind: 'create',
    line: 1185,
    params: {
      VpcName: required(text({ max: 60, unit: 'byte', line: 1207 })),
      CidrBlock: required(cidr({ ...vpcBlock, line: 1208 })),
      EnableMulticast: flag({ wire: 'String', default: false, line: 1209 }),
      DnsServers: listOf(address(), { max: 4, line: 1210 }),
      DomainName: text({ line: 1211 }),
    },
    results: { Vpc: vpcShape },
    errors: ['InvalidParameterValue', 'InvalidParameterValue.Malformed', 'LimitExceeded'],
    changes: ['vpc', 'route-table'],
    lookUp: { by: 'vpc:DescribeVpcs', where: { 'vpc-name': 'VpcName' }, expect: 'exists', compare: { CidrBlock: 'CidrBlock' } },
  }),
  'vpc:CreateDefaultVpc': action({
    kind: 'create',
    line: 1060,
    params: { Zone: foreign('zone', { line: 1086 }), Force: flag({ line: 1087 }) },
    results: { Vpc: struct({ VpcId: ref('vpc'), SubnetId: ref('subnet') }) },
    errors: [],
    changes: ['vpc', 'subnet', 'route-table'],
    lookUp: { by: 'vpc:DescribeVpcs', where: { 'is-default': '=true' }, expect: 'exists' },
  }),
  'vpc:DescribeVpcs': list3({
    line: 1480,
    ids: { VpcIds: listOf(ref('vpc'), { max: 100, line: 1497 }) },
    filters: filters({ 'vpc-name': text(), 'is-default': flag(), 'vpc-id': ref('vpc'), 'cidr-block': cidr() }, { line: 1498 }),
    page: pageAsText,
    rows: { VpcSet: vpcShape },
    errors: ['InvalidParameter.Coexist', 'InvalidParameterValue.Malformed', 'ResourceNotFound'],
  }),
  'vpc:ModifyVpcAttribute': action.update({
    line: 1639,
    params: {
      VpcId: required(ref('vpc', { line: 1656 })),
      VpcName: text({ max: 60, line: 1657 }),
      EnableMulticast: flag({ wire: 'String', line: 1658 }),
      DnsServers: listOf(address(), { max: 4, line: 1659 }),
      DomainName: text({ line: 1660 }),
    },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['vpc'],
    lookUp: {
      by: 'vpc:DescribeVpcs',
      where: { VpcIds: 'VpcId' },
      expect: 'same',
      compare: { VpcName: 'VpcName', EnableMulticast: 'EnableMulticast', DomainName: 'DomainName', DnsServerSet: 'DnsServers' },
    },
  }),
  'vpc:DeleteVpc': action.delete({
    line: 1258,
    params: { VpcId: required(ref('vpc', { line: 1278 })) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceInUse', 'ResourceNotFound'],
    // ACLs and flow logs go with their VPC.
    changes: ['vpc', 'route-table', 'network-acl', 'flow-log'],
    lookUp: { by: 'vpc:DescribeVpcs', where: { VpcIds: 'VpcId' }, expect: 'absent' },
  }),

  'vpc2017:CreateVpc': action({
    kind: 'create',
    line: 8579,
    params: {
      vpcName: required(text({ max: 60, refusedAs: 'InvalidVpcName', line: 8599 })),
      cidrBlock: required(cidr({ ...vpcBlock, refusedAs: 'InvalidVpcCidr', line: 8600 })),
      subnetSet: listOf(
        struct({
          subnetName: required(text({ max: 60, refusedAs: 'InvalidVpcName', line: 8602 })),
          cidrBlock: required(cidr({ minPrefix: 16, maxPrefix: 28, refusedAs: 'InvalidVpcCidr', line: 8603 })),
          zoneId: required(foreign('zone-id', { line: 8604 })),
        }),
        { line: 8601 },
      ),
    },
    results: {
      vpcId: ref('vpc'),
      unVpcId: ref('vpc'),
      uniqVpcId: ref('vpc'),
      vpcCreateTime: time(),
      subnetSet: listOf(
        struct({
          subnetId: ref('subnet'),
          unSubnetId: ref('subnet'),
          routeTableId: ref('route-table'),
          subnetName: text(),
          cidrBlock: cidr(),
          zoneId: foreign('zone-id'),
          zone: foreign('zone'),
        }),
      ),
      routeTableSet: listOf(struct({ routeTableId: ref('route-table'), routeTableType: integer(), routeTableName: text() })),
    },
    errors: ['InvalidVpcName', 'InvalidVpcCidr', 'VpcLimitExceeded', 'InvalidVpc.NotFound'],
    changes: ['vpc', 'subnet', 'route-table'],
    lookUp: { by: 'vpc2017:DescribeVpcEx', where: { vpcName: 'vpcName' }, expect: 'exists', compare: { cidrBlock: 'cidrBlock' } },
  }),
  'vpc2017:DescribeVpcEx': action({
    kind: 'list',
    line: 8796,
    params: {
      vpcId: ref('vpc', { line: 8813 }),
      vpcName: text({ line: 8814 }),
      ...page2017,
      orderField: choice(['createTime', 'vpcName'], { default: 'createTime', line: 8817 }),
      orderDirection,
    },
    results: { totalCount: integer(), data: listOf(vpc2017Shape) },
    errors: ['InvalidVpc.NotFound'],
    paging: paging2017(100),
  }),
  'vpc2017:ModifyVpcAttribute': action.update({
    line: 8739,
    params: {
      vpcId: required(ref('vpc', { line: 8756 })),
      vpcName: required(text({ max: 60, refusedAs: 'InvalidVpcName', line: 8757 })),
    },
    errors: ['InvalidVpcName', 'InvalidVpc.NotFound'],
    changes: ['vpc'],
    lookUp: { by: 'vpc2017:DescribeVpcEx', where: { vpcId: 'vpcId' }, expect: 'same', compare: { vpcName: 'vpcName' } },
  }),
  'vpc2017:DeleteVpc': action.delete({
    line: 8685,
    params: { vpcId: required(ref('vpc', { line: 8703 })) },
    errors: ['InvalidVpc.NotFound', 'InvalidVpc.CannotDelete'],
    changes: ['vpc', 'route-table', 'network-acl', 'flow-log'],
    lookUp: { by: 'vpc2017:DescribeVpcEx', where: { vpcId: 'vpcId' }, expect: 'absent' },
  }),
  'vpc2017:AssociateVip': action.operate({
    line: 8894,
    params: {
      vpcId: required(ref('vpc', { line: 8916, alsoSpelled: ['vpclId'] })),
      vipId: required(integer({ line: 8917 })),
      lanIp: required(address({ refusedAs: 'InvalidLanIp.NotFound', line: 8918 })),
    },
    errors: ['InvalidVipId.NotFound', 'InvalidLanIp.NotFound', 'InvalidVpc.NotFound'],
  }),
});

export const data = family(actions, {
  family: 'vpc',
  segment: 'vpcs',
  idPrefixes: ['vpc'],
  group: 'network',
  icon: 'Network',
  tabs: ['subnets', 'map'],
  id: 'VpcId',
  name: 'VpcName',
  quotas: {
    'vpcs-per-region': { usual: 20, limitType: 0 },
    'secondary-ranges-per-vpc': { usual: 5, limitName: 'vpc-max-assistant_cidrs', per: 'vpc', counts: 'AssistantCidrSet' },
  },
  tags: { type: 'vpc/vpc', filters: 'all' },
  errors: {
    quota: { 'LimitExceeded.CidrBlock': [] },
    'choose-range': { 'InvalidParameterValue.SubnetOverlapAssistCidr': ['CidrBlocks', 'NewCidrBlocks'] },
  },
  operations: {
    list: ['vpc:DescribeVpcs', 'vpc2017:DescribeVpcEx'],
    create: ['vpc:CreateVpc', 'vpc2017:CreateVpc'],
    createDefault: ['vpc:CreateDefaultVpc'],
    update: ['vpc:ModifyVpcAttribute', 'vpc2017:ModifyVpcAttribute'],
    delete: ['vpc:DeleteVpc', 'vpc2017:DeleteVpc'],
    associateVip: ['vpc2017:AssociateVip'],
    assignIpv6: ['vpc:AssignIpv6CidrBlock'],
    unassignIpv6: ['vpc:UnassignIpv6CidrBlock'],
    dashboard: ['vpc:DescribeVpcResourceDashboard'],
    addRanges: ['vpc:CreateAssistantCidr'],
    changeRanges: ['vpc:ModifyAssistantCidr'],
    removeRanges: ['vpc:DeleteAssistantCidr'],
  },
});
