import { eachRow } from '../each-row.ts';

/** An unpaid bill stops its traffic. */
export const eipArrears = eachRow(
  { id: 'eip-arrears', group: 'gateways', severity: 'low', needs: ['eips'] },
  'eips',
  ({ address, boundTo, arrears }) =>
    arrears === true ? { parameters: { address }, moves: boundTo ? [{ because: 'in-use', to: 'high' }] : [] } : null,
);
