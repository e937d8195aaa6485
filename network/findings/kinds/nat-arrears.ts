import { gatewayLeads } from '../../routes/leads.ts';
import { eachRow } from '../each-row.ts';

const stopped: ReadonlySet<string> = new Set(['arrears', 'unavailable', 'failed']);

/** A NAT gateway that does not run, for an unpaid bill or otherwise. */
export const natArrears = eachRow(
  { id: 'nat-arrears', group: 'gateways', severity: 'low', needs: ['natGateways', 'routeTables', 'vpcs'] },
  'natGateways',
  ({ id, vpc, state }, { model }) => {
    if (!stopped.has(state)) return null;
    const { leads, live, lost } = gatewayLeads(model, vpc, id);
    return {
      moves: leads === 'led' || leads === 'lost' ? [{ because: 'in-use', to: 'high' }] : [],
      parameters: { state, routes: live + lost },
    };
  },
);
