import { eachRow } from '../each-row.ts';

/** An interface of no machine: it keeps its addresses. */
export const interfaceUnattached = eachRow(
  { id: 'interface-unattached', group: 'leftovers', severity: 'info', needs: ['interfaces'] },
  'interfaces',
  ({ instance, addresses }) => (instance === null ? { idle: true, parameters: { addresses: addresses.length } } : null),
);
