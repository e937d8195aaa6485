import { subnetSpace } from '../../model/space.ts';
import { eachRow } from '../each-row.ts';
import type { SeverityMove } from '../severity.ts';

/** From this size on a subnet is small on purpose. */
const tiny = 16;

/** Few addresses are left: of those that interfaces do not have, others may be taken by what no list shows. */
export const subnetNearlyFull = eachRow(
  { id: 'subnet-nearly-full', group: 'leftovers', severity: 'medium', needs: ['subnets', 'interfaces'] },
  'subnets',
  ({ id }, { model }) => {
    const { size, reserved, free } = subnetSpace(model, id);
    const usable = size - reserved;
    if (free > usable * 0.1) return null;
    const moves: SeverityMove[] =
      size <= tiny ? [{ because: 'nothing-left', to: 'info' }] : free === 0 ? [{ because: 'nothing-left', to: 'high' }] : [];
    return { moves, parameters: { free, size: usable } };
  },
);
