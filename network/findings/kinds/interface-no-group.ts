import { publicAddressOf } from '../../model/look-up.ts';
import { eachRow } from '../each-row.ts';

/** An interface before which no group stands. */
export const interfaceNoGroup = eachRow(
  { id: 'interface-no-group', group: 'rules', severity: 'medium', needs: ['interfaces', 'eips'] },
  'interfaces',
  (one, { index }) => {
    if (one.securityGroups?.length !== 0 || one.instance === null) return null;
    const isOutside = one.addresses.some((address) => publicAddressOf(index, one, address).row !== null);
    return { moves: isOutside ? [{ because: 'in-use', to: 'high' }] : [] };
  },
);
