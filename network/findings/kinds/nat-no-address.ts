import { gatewayLeads } from '../../routes/leads.ts';
import { eachRow } from '../each-row.ts';

/** A NAT gateway without an address sends nothing out. */
export const natNoAddress = eachRow(
  { id: 'nat-no-address', group: 'gateways', severity: 'low', needs: ['natGateways', 'routeTables', 'vpcs'] },
  'natGateways',
  ({ id, vpc, eips }, { model }) => {
    if (eips.length > 0) return null;
    const { leads, live, lost } = gatewayLeads(model, vpc, id);
    const isUsed = leads === 'led' || leads === 'lost';
    return { moves: isUsed ? [{ because: 'in-use', to: 'high' }] : [], parameters: { routes: live + lost } };
  },
);
