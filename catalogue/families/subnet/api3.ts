/** Subnets in API 3.0: lines 1702-1990. */
import {
  action,
  actionTable,
  cidr,
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
import { list3, pageAsText } from '../shared.ts';

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
  // Today's list tells these two as well; the 2017 list does in its own words.
  NetworkAclId: optional(ref('network-acl')),
  TotalIpAddressCount: optional(integer({ measure: 'count' })),
});

export type Subnet = Row<typeof subnetShape>;

export const api3 = actionTable({
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
  'vpc:DescribeSubnets': list3({
    line: 1838,
    ids: { SubnetIds: listOf(ref('subnet'), { max: 100, line: 1855 }) },
    filters: filters(
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
    page: pageAsText,
    rows: { SubnetSet: subnetShape },
    errors: ['InvalidParameter.Coexist', 'InvalidParameterValue.Malformed', 'ResourceNotFound'],
  }),
  'vpc:ModifySubnetAttribute': action.update({
    line: 1923,
    params: {
      SubnetId: required(ref('subnet', { line: 1940 })),
      SubnetName: text({ max: 60, unit: 'byte', line: 1941 }),
      EnableBroadcast: flag({ wire: 'String', line: 1942 }),
    },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['subnet'],
    lookUp: {
      by: 'vpc:DescribeSubnets',
      where: { SubnetIds: 'SubnetId' },
      expect: 'same',
      compare: { SubnetName: 'SubnetName', EnableBroadcast: 'EnableBroadcast' },
    },
  }),
  'vpc:DeleteSubnet': action.delete({
    line: 1780,
    params: { SubnetId: required(ref('subnet', { line: 1800 })) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceInUse', 'ResourceNotFound'],
    changes: ['subnet', 'route-table', 'vpc'],
    lookUp: { by: 'vpc:DescribeSubnets', where: { SubnetIds: 'SubnetId' }, expect: 'absent' },
  }),
});
