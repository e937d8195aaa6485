/** Subnets: blocks of a VPC's addresses, each in one zone. */
import { family } from '../../define.ts';
import { api3 } from './api3.ts';
import { api2017 } from './api2017.ts';

export { type Subnet, subnetShape } from './api3.ts';

export const actions = { ...api3, ...api2017 } as const;

export const data = family(actions, {
  family: 'subnet',
  segment: 'subnets',
  idPrefixes: ['subnet'],
  group: 'network',
  icon: 'Waypoints',
  tabs: ['route-tables', 'used'],
  id: 'SubnetId',
  name: 'SubnetName',
  quotas: {
    'subnets-per-vpc': { usual: 100, limitType: 1, per: 'vpc', by: 'VpcId' },
  },
  tags: { type: 'vpc/subnet', filters: 'all' },
  errors: {
    already: { 'LimitExceeded.SubnetCidrBlock': ['Ipv6SubnetCidrBlocks'] },
    correct: { 'InvalidParameterValue.ParameterMismatch': ['SubnetId', 'IpAddresses'] },
  },
  operations: {
    list: ['vpc:DescribeSubnets', 'vpc2017:DescribeSubnetEx'],
    get: ['vpc2017:DescribeSubnet'],
    create: ['vpc:CreateSubnet', 'vpc2017:CreateSubnet'],
    update: ['vpc:ModifySubnetAttribute', 'vpc2017:ModifySubnetAttribute'],
    delete: ['vpc:DeleteSubnet', 'vpc2017:DeleteSubnet'],
    checkDefault: ['vpc2017:CheckDefaultSubnet', 'vpc:CheckDefaultSubnet'],
    assignIpv6: ['vpc:AssignIpv6SubnetCidrBlock'],
    unassignIpv6: ['vpc:UnassignIpv6SubnetCidrBlock'],
    usedAddresses: ['vpc:DescribeUsedIpAddress'],
    dashboard: ['vpc:DescribeSubnetResourceDashboard'],
  },
});
