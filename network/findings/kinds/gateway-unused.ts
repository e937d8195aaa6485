import { connectionsOf } from '../../model/look-up.ts';
import { eachRow } from '../each-row.ts';

/** A VPN gateway without a connection. */
export const gatewayUnused = eachRow(
  { id: 'gateway-unused', group: 'gateways', severity: 'low', needs: ['vpnGateways', 'vpnConnections'] },
  'vpnGateways',
  ({ id, vpc }, { index }) => {
    const { rows, more } = connectionsOf(index, id, vpc);
    if (rows.length > 0) return null;
    return more ? { doubt: more } : { idle: true };
  },
);
