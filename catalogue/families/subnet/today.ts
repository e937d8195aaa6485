/** Subnets in API 3.0 of today: a /64 of their VPC's IPv6 block, one list that tells the network ACL too, and who holds their addresses. */
import { bind } from '../../binding.ts';
import {
  action,
  actionTable,
  address,
  filters,
  flag,
  foreign,
  integer,
  listOf,
  optional,
  ref,
  required,
  struct,
  text,
} from '../../define.ts';

const block6 = text({ format: 'ipv6-block' });
const VpcId = required(ref('vpc', { refusedAs: 'ResourceNotFound' }));
const SubnetId = required(ref('subnet', { refusedAs: 'ResourceNotFound' }));
const blocks = listOf(struct({ SubnetId, Ipv6CidrBlock: block6 }), { min: 1, max: 10 });

export const todaysActions = actionTable({
  'vpc:AssignIpv6SubnetCidrBlock': action({
    kind: 'update',
    source: 'today',
    params: { VpcId, Ipv6SubnetCidrBlocks: required(blocks) },
    results: { Ipv6SubnetCidrBlockSet: listOf(struct({ SubnetId: ref('subnet'), Ipv6CidrBlock: block6 })) },
    errors: [
      'ResourceNotFound',
      'LimitExceeded.SubnetCidrBlock',
      'InvalidParameterValue.SubnetRange',
      'InvalidParameterValue.SubnetConflict',
      'InvalidParameterValue.Malformed',
    ],
    changes: ['subnet'],
  }),
  'vpc:UnassignIpv6SubnetCidrBlock': action.update({
    source: 'today',
    params: { VpcId, Ipv6SubnetCidrBlocks: required(blocks) },
    errors: ['ResourceNotFound', 'ResourceInUse'],
    changes: ['subnet'],
    danger: 'destroys',
  }),
  'vpc:CheckDefaultSubnet': action({
    kind: 'get',
    source: 'today',
    params: { Zone: foreign('zone') },
    results: { Result: flag() },
    errors: [],
  }),
  // Whoever holds an address, of whatever service. What kinds there are is not written down.
  'vpc:DescribeUsedIpAddress': action({
    kind: 'list',
    source: 'today',
    params: {
      VpcId: required(ref('vpc')),
      SubnetId: ref('subnet'),
      IpAddresses: listOf(address(), { max: 100 }),
      Filters: filters({ 'ip-addresses': address(), 'resource-id': text() }, {}),
      Offset: integer({ min: 0, default: 0 }),
      Limit: integer({ min: 1, max: 100, default: 20 }),
    },
    results: {
      TotalCount: integer(),
      IpAddressStates: listOf(
        struct({ VpcId: ref('vpc'), SubnetId: ref('subnet'), IpAddress: text(), ResourceType: text(), ResourceId: text() }),
      ),
    },
    errors: ['InvalidParameterValue.Malformed', 'InvalidParameterValue.ParameterMismatch'],
    exclusive: [['IpAddresses', 'Filters']],
    paging: { items: 'IpAddressStates', total: 'TotalCount', offset: 'Offset', limit: 'Limit', max: 100 },
  }),
  'vpc:DescribeSubnetResourceDashboard': action({
    kind: 'get',
    source: 'today',
    params: { SubnetIds: required(listOf(ref('subnet', { refusedAs: 'ResourceNotFound' }), { min: 1, max: 100 })) },
    results: {
      ResourceStatisticsSet: listOf(
        struct({
          VpcId: ref('vpc'),
          SubnetId: ref('subnet'),
          Ip: optional(integer()),
          ResourceStatisticsItemSet: optional(
            listOf(struct({ ResourceType: text(), ResourceName: optional(text()), ResourceCount: integer() })),
          ),
        }),
      ),
    },
    errors: ['ResourceNotFound', 'InvalidParameterValue.LimitExceeded', 'InvalidParameterValue.Malformed'],
  }),
});

const both = {
  subnetId: 'SubnetId',
  totalIPNum: 'TotalIpAddressCount',
  availableIPNum: 'AvailableIpAddressCount',
} as const;

export const today = {
  'vpc2017:DescribeSubnetEx': bind('vpc:DescribeSubnets', {
    takes: { vpcId: { filter: 'vpc-id' }, subnetId: 'SubnetIds', subnetName: { filter: 'subnet-name' } },
    drops: ['getAclIdFlag'],
    lacks: ['zoneIds', 'orderField', 'orderDirection'],
    gives: {
      ...both,
      networkAclId: 'NetworkAclId',
      unSubnetId: 'SubnetId',
      vpcId: 'VpcId',
      unVpcId: 'VpcId',
      broadcast: 'EnableBroadcast',
    },
  }),
  'vpc2017:DescribeSubnet': bind('vpc:DescribeSubnets', {
    takes: { vpcId: { filter: 'vpc-id' }, subnetId: { filter: 'subnet-id' } },
    tells: 'SubnetSet',
    gives: { ...both, subnetCreateTime: 'CreatedTime' },
  }),
  'vpc2017:CheckDefaultSubnet': bind('vpc:CheckDefaultSubnet', {
    lacks: ['zoneId'],
    gives: { data: { beside: { checkResult: 'Result' } } },
  }),
} as const;

export const additions = {
  'vpc:DescribeSubnets': {
    filters: { 'ipv6-cidr-block': block6 },
    row: {
      Ipv6CidrBlock: optional(block6),
      CdcId: optional(text()),
      IsCdcSubnet: optional(integer()),
      IsRemoteVpcSnat: optional(flag()),
    },
  },
} as const;
