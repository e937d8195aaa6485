/** Two lists name a code that no question to them can earn (13700, 14585). */
import type { actions } from '../../../catalogue/families/direct-connect-gateway/index.ts';
import type { FaultReasons } from '../../coverage/faults.ts';

export const faults = {
  'InvalidTranslationIPPool.NotFound': {
    why: 'The list takes no pool that could be missing.',
    actions: ['vpc2017:DescribeLocalSourceIPPortTranslationNatRule'],
  },
  'InvalidOriginalIP.Duplicate': {
    why: 'The list writes nothing that could be there already.',
    actions: ['vpc2017:DescribePeerIPTranslationNatRule'],
  },
} as const satisfies FaultReasons<typeof actions>;
