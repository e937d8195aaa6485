import type { actions } from '../../../catalogue/families/vpc/index.ts';
import type { FaultReasons } from '../../coverage/faults.ts';

export const faults = {
  'InvalidVpc.NotFound': { why: 'A call that makes a VPC names none.', actions: ['vpc2017:CreateVpc'] },
} as const satisfies FaultReasons<typeof actions>;
