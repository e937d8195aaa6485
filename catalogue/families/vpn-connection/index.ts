/** VPN connections: IPsec tunnels between a VPN gateway and a customer gateway. */
import { family } from '../../define.ts';
import { api3 } from './api3.ts';
import { api2017 } from './api2017.ts';

export { type VpnConnection, vpnConnectionShape } from './api3.ts';

export const actions = { ...api3, ...api2017 } as const;

export const data = family(actions, {
  family: 'vpn-connection',
  segment: 'vpn-connections',
  idPrefixes: ['vpnx'],
  // Prefixes that only the samples use: "vpn-5p7vkch8" (4545), "vpn-x-5p7vkch8" (4236). Taken, not shown.
  oddIdPrefixes: ['vpn', 'vpn-x'],
  group: 'connect',
  icon: 'KeyRound',
  within: ['vpc'],
  tabs: ['configuration'],
  id: 'VpnConnectionId',
  name: 'VpnConnectionName',
  tags: { type: 'vpc/vpnx' },
  pending: { field: 'State', values: ['PENDING', 'DELETING'] },
  states: {
    State: { PENDING: 'pending', AVAILABLE: 'good', DELETING: 'pending' },
    NetStatus: { AVAILABLE: 'good', UNAVAILABLE: 'warning' },
    vpcConnStatus: { '0': 'pending', '1': 'danger', '2': 'pending', '3': 'danger', '4': 'pending', '5': 'danger', '6': 'good' },
    netStatus: { available: 'good', unavailable: 'warning' },
  },
  errors: {
    correct: { InvalidVpnConnName: ['VpnConnName'] },
    'look-up': { 'InvalidVpnConn.NotFound': ['VpnConnId'] },
    quota: { VpnConnLimitExceeded: [] },
    state: { InvalidVpnConnState: ['VpnConnId'] },
  },
  quotas: {
    'vpn-connections-per-customer-gateway': { usual: 10, limitType: 7, per: 'customer-gateway', by: 'CustomerGatewayId' },
    'vpn-connections-per-vpn-gateway': { usual: 20, limitType: 8, per: 'vpn-gateway', by: 'VpnGatewayId' },
  },
  operations: {
    list: ['vpc:DescribeVpnConnections', 'vpc2017:DescribeVpnConn'],
    create: ['vpc:CreateVpnConnection', 'vpc2017:AddVpnConnEx'],
    update: ['vpc:ModifyVpnConnectionAttribute', 'vpc2017:ModifyVpnConnEx'],
    delete: ['vpc:DeleteVpnConnection', 'vpc2017:DeleteVpnConn'],
    reset: ['vpc:ResetVpnConnection', 'vpc2017:ResetVpnConnSA'],
    configuration: ['vpc:DownloadCustomerGatewayConfiguration', 'vpc2017:GetVpnConnConfig'],
  },
});
