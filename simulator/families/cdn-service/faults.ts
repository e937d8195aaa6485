import type { actions } from '../../../catalogue/families/cdn-service/index.ts';
import type { FaultReasons } from '../../coverage/faults.ts';

export const faults = {
  LX_CREATE_ORDER_FAILED: { why: 'The vendor’s own order system fails.', actions: ['alicdn:OpenCdnService'] },
} as const satisfies FaultReasons<typeof actions>;
