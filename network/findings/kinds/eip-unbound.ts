import { eachRow } from '../each-row.ts';

/** Bound to nothing: it is paid for, and leads nowhere. */
export const eipUnbound = eachRow(
  { id: 'eip-unbound', group: 'gateways', severity: 'low', needs: ['eips'] },
  'eips',
  ({ id, address, boundTo }) =>
    boundTo === null ? { idle: true, parameters: { address }, fix: { code: 'bind-eip', thing: { of: 'eips', id } } } : null,
);
