import type { actions } from '../../catalogue/families/peering/index.ts';
import type { CoverageOf } from './shape.ts';

const created = {
  InvalidPeeringConnectionName: 'cause',
  PeeringConnectionVpcConflict: 'cause',
  PeeringConnectionLimitExceeded: 'cause',
  'InvalidVpc.NotFound': 'cause',
} as const;
/** These actions name no VPC, and a VPC that has a peering cannot be deleted. */
const existing = { 'InvalidVpc.NotFound': 'fault', 'InvalidPeeringConnection.NotFound': 'cause' } as const;
const named = { ...existing, InvalidPeeringConnectionName: 'cause' } as const;

export const peeringCoverage = {
  'vpc2017:DescribeVpcPeeringConnections': { 'InvalidVpc.NotFound': 'cause', 'InvalidPeeringConnection.NotFound': 'cause' },
  'vpc2017:CreateVpcPeeringConnection': created,
  'vpc2017:CreateVpcPeeringConnectionEx': created,
  'vpc2017:ModifyVpcPeeringConnection': named,
  'vpc2017:ModifyVpcPeeringConnectionEx': named,
  'vpc2017:DeleteVpcPeeringConnection': existing,
  'vpc2017:DeleteVpcPeeringConnectionEx': existing,
  'vpc2017:AcceptVpcPeeringConnection': existing,
  'vpc2017:AcceptVpcPeeringConnectionEx': existing,
  'vpc2017:RejectVpcPeeringConnection': existing,
  'vpc2017:RejectVpcPeeringConnectionEx': existing,
  'vpc2017:EnableVpcPeeringConnection': existing,
  'vpc2017:EnableVpcPeeringConnectionEx': existing,
} as const satisfies CoverageOf<typeof actions>;
