import type { actions } from '../../../catalogue/families/account/index.ts';
import type { Faults } from '../../coverage/faults.ts';

export const faults = {
  InternalServerError: { why: 'An accident inside the cloud.', actions: ['vpc:DescribeAddressQuota'] },
} as const satisfies Faults<typeof actions>;
