import { notRead, rowOf } from '../../model/look-up.ts';
import { eachRow } from '../each-row.ts';
import { remotesOf, standbysOf } from '../tunnels.ts';

/** One tunnel is the only way to its blocks. */
export const vpnSingleTunnel = eachRow(
  { id: 'vpn-single-tunnel', group: 'gateways', severity: 'medium', needs: ['vpnConnections', 'vpnGateways'] },
  'vpnConnections',
  (connection, { index }) => {
    if (connection.up === false || remotesOf(connection).length === 0 || standbysOf(index, connection).length > 0) return null;
    const vpc = rowOf(index, 'vpnGateways', connection.gateway).row?.vpc;
    const doubt = notRead(index, 'vpnConnections', vpc) ?? notRead(index, 'vpnGateways', vpc);
    return doubt ? { doubt } : { parameters: { blocks: [...new Set(connection.spds.flatMap(({ remote }) => remote))].join(', ') } };
  },
);
