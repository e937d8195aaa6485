/** What VPCs have in API 3.0 of today: an IPv6 block that the cloud gives, secondary ranges, and how much of everything stands in them. */
import { action, actionTable, choice, cidr, integer, listOf, optional, ref, required, struct, text } from '../../define.ts';

const VpcId = required(ref('vpc', { refusedAs: 'ResourceNotFound' }));
/** Which ranges count as private is told in docs/simulator-differences.md. */
const ranges = listOf(cidr({ minPrefix: 16, maxPrefix: 28 }), { max: 10 });
const block6 = text({ format: 'ipv6-block' });
const addressType = choice(['GUA', 'ULA']);
const secondary = struct({ VpcId: ref('vpc'), CidrBlock: cidr() });

const malformed = 'InvalidParameterValue.Malformed';
const conflicts = [
  'InvalidParameterValue.Duplicate',
  'InvalidParameterValue.SubnetOverlapAssistCidr',
  'InvalidParameterValue.VpcCidrConflict',
] as const;

const count = optional(integer());

/**
 * What the cloud counts in a VPC: of some forty kinds those that the simulated cloud has. The others are carried as they come,
 * by the names of their services.
 */
const counts = {
  Subnet: count,
  RouteTable: count,
  Nat: count,
  Vpngw: count,
  NetworkACL: count,
  Ip: count,
  CVM: count,
  LB: count,
  CDB: count,
  MongoDB: count,
} as const;

export const todaysActions = actionTable({
  'vpc:AssignIpv6CidrBlock': action({
    kind: 'update',
    source: 'today',
    params: { VpcId, AddressType: { ...addressType, default: 'GUA' } },
    results: { Ipv6CidrBlock: block6, AddressType: addressType },
    errors: ['ResourceNotFound', 'LimitExceeded.CidrBlock'],
    changes: ['vpc'],
  }),
  'vpc:UnassignIpv6CidrBlock': action.update({
    source: 'today',
    params: { VpcId, Ipv6CidrBlock: block6 },
    errors: ['ResourceNotFound', 'ResourceInUse', malformed],
    changes: ['vpc'],
    danger: 'destroys',
  }),
  'vpc:CreateAssistantCidr': action({
    kind: 'update',
    source: 'today',
    params: { VpcId, CidrBlocks: required(ranges) },
    results: { AssistantCidrSet: listOf(secondary) },
    errors: ['ResourceNotFound', 'LimitExceeded', ...conflicts],
    changes: ['vpc'],
  }),
  'vpc:ModifyAssistantCidr': action({
    kind: 'update',
    source: 'today',
    params: { VpcId, NewCidrBlocks: ranges, OldCidrBlocks: ranges },
    results: { AssistantCidrSet: listOf(secondary) },
    errors: ['ResourceNotFound', 'ResourceInUse', 'LimitExceeded', ...conflicts],
    changes: ['vpc'],
    oneOf: [['NewCidrBlocks', 'OldCidrBlocks']],
  }),
  'vpc:DeleteAssistantCidr': action.update({
    source: 'today',
    params: { VpcId, CidrBlocks: required(ranges) },
    errors: ['ResourceNotFound', 'ResourceInUse'],
    changes: ['vpc'],
    danger: 'destroys',
  }),
  'vpc:DescribeVpcResourceDashboard': action({
    kind: 'get',
    source: 'today',
    params: { VpcIds: required(listOf(ref('vpc', { refusedAs: 'ResourceNotFound' }), { min: 1, max: 100 })) },
    results: { ResourceDashboardSet: listOf(struct({ VpcId: ref('vpc'), SubnetId: optional(text()), ...counts })) },
    errors: ['ResourceNotFound', 'InvalidParameterValue.LimitExceeded', malformed],
  }),
});

export const today = {} as const;

export const additions = {
  'vpc:DescribeVpcs': {
    filters: { 'ipv6-cidr-block': block6 },
    row: {
      Ipv6CidrBlock: optional(block6),
      AssistantCidrSet: optional(
        listOf(
          struct({
            CidrBlock: cidr(),
            VpcId: optional(ref('vpc')),
            AssistantType: optional(integer()),
            SubnetSet: optional(listOf(struct({ SubnetId: ref('subnet'), CidrBlock: cidr() }))),
          }),
        ),
      ),
      Ipv6CidrBlockSet: optional(listOf(struct({ IPv6CidrBlock: text(), ISPType: text(), AddressType: text() }))),
    },
  },
} as const;
