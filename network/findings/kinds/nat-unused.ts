import { portsOfNat } from '../../model/look-up.ts';
import { gatewayLeads } from '../../routes/leads.ts';
import { eachRow } from '../each-row.ts';

/** Nothing leads to it, and it publishes nothing: it is paid for nothing. */
export const natUnused = eachRow(
  { id: 'nat-unused', group: 'gateways', severity: 'low', needs: ['natGateways', 'natPorts', 'routeTables', 'vpcs'] },
  'natGateways',
  ({ id, vpc }, { model, index }) => {
    const { leads, unsure } = gatewayLeads(model, vpc, id);
    if (leads === 'unknown' && unsure) return { doubt: unsure };
    const ports = portsOfNat(index, id, vpc);
    if (leads !== 'nothing' || ports.rows.length > 0) return null;
    return ports.more ? { doubt: ports.more } : { idle: true };
  },
);
