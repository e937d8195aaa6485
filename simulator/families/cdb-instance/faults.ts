import type { actions } from '../../../catalogue/families/cdb-instance/index.ts';
import type { FaultReasons } from '../../coverage/faults.ts';

export const faults = {
  '9640': { why: 'The cloud’s own query of the balance fails.', actions: ['cdb2017:OpenCdbHour'] },
} as const satisfies FaultReasons<typeof actions>;
