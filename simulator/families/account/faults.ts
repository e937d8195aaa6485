import type { actions } from '../../../catalogue/families/account/index.ts';
import type { FaultReasons } from '../../coverage/faults.ts';

export const faults = {
  InternalServerError: { why: 'An accident inside the cloud.', actions: ['vpc:DescribeAddressQuota'] },
} as const satisfies FaultReasons<typeof actions>;
