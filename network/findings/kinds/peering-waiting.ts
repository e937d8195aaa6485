import { eachRow } from '../each-row.ts';

/** A request that nobody has accepted yet; it lapses after seven days. */
export const peeringWaiting = eachRow(
  { id: 'peering-waiting', group: 'peerings', severity: 'low', needs: ['peerings'] },
  'peerings',
  ({ id, state, vpcs }) =>
    state === 'pending'
      ? { parameters: { from: vpcs[0], to: vpcs[1] }, fix: { code: 'accept-peering', thing: { of: 'peerings', id } } }
      : null,
);
