/** What subnets have in API 3.0 of today: a /64 of their VPC's IPv6 block. */
import { action, listOf, optional, ref, required, struct, text } from '../../define.ts';

const block6 = text({ format: 'ipv6-block' });
const VpcId = required(ref('vpc', { refusedAs: 'ResourceNotFound' }));
const SubnetId = required(ref('subnet', { refusedAs: 'ResourceNotFound' }));
const blocks = listOf(struct({ SubnetId, Ipv6CidrBlock: block6 }), { min: 1, max: 10 });

export const todaysActions = {
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
} as const;

export const today = {} as const;

export const additions = {
  'vpc:DescribeSubnets': {
    filters: { 'ipv6-cidr-block': block6 },
    row: { Ipv6CidrBlock: optional(block6) },
  },
} as const;
