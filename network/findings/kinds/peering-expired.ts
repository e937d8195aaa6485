import { eachRow } from '../each-row.ts';

/** A request that lapsed: nothing is joined by it. */
export const peeringExpired = eachRow(
  { id: 'peering-expired', group: 'peerings', severity: 'info', needs: ['peerings'] },
  'peerings',
  ({ state, vpcs }) => (state === 'expired' ? { parameters: { from: vpcs[0], to: vpcs[1] } } : null),
);
