import { notRead } from '../../model/look-up.ts';
import { eachRow } from '../each-row.ts';
import { standbysOf } from '../tunnels.ts';

/** The tunnel is not up; graver where no other carries its blocks. */
export const tunnelDown = eachRow(
  { id: 'tunnel-down', group: 'gateways', severity: 'medium', needs: ['vpnConnections', 'vpnGateways'] },
  'vpnConnections',
  (connection, { index }) => {
    if (connection.up !== false) return null;
    const standby = standbysOf(index, connection).find(({ up }) => up === true);
    return {
      moves: standby || notRead(index, 'vpnConnections') || notRead(index, 'vpnGateways') ? [] : [{ because: 'last-way', to: 'high' }],
      parameters: { blocks: [...new Set(connection.spds.flatMap(({ remote }) => remote))].join(', '), standby: standby?.id ?? '' },
    };
  },
);
