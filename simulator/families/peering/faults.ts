import type { actions } from '../../../catalogue/families/peering/index.ts';
import type { FaultReasons } from '../../coverage/faults.ts';

export const faults = {
  'InvalidVpc.NotFound': {
    why: 'A call about a peering names no VPC, and a VPC that has a peering cannot be deleted.',
    actions: [
      'vpc2017:ModifyVpcPeeringConnection',
      'vpc2017:ModifyVpcPeeringConnectionEx',
      'vpc2017:DeleteVpcPeeringConnection',
      'vpc2017:DeleteVpcPeeringConnectionEx',
      'vpc2017:AcceptVpcPeeringConnection',
      'vpc2017:AcceptVpcPeeringConnectionEx',
      'vpc2017:RejectVpcPeeringConnection',
      'vpc2017:RejectVpcPeeringConnectionEx',
      'vpc2017:EnableVpcPeeringConnection',
      'vpc2017:EnableVpcPeeringConnectionEx',
    ],
  },
} as const satisfies FaultReasons<typeof actions>;
