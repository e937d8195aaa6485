import { eachRow } from '../each-row.ts';

/** The cloud stops its traffic, usually while it is attacked. */
export const eipBlocked = eachRow(
  { id: 'eip-blocked', group: 'gateways', severity: 'low', needs: ['eips'] },
  'eips',
  ({ address, boundTo, blocked }) =>
    blocked === true ? { parameters: { address }, moves: boundTo ? [{ because: 'in-use', to: 'high' }] : [] } : null,
);
