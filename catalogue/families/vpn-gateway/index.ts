/** VPN gateways: the near ends of IPsec tunnels. */
import { family } from '../../define.ts';
import { api3 } from './api3.ts';
import { api2017 } from './api2017.ts';

export { type VpnGateway, vpnGatewayShape } from './api3.ts';

export const actions = { ...api3, ...api2017 } as const;

export const data = family(actions, {
  family: 'vpn-gateway',
  segment: 'vpn-gateways',
  idPrefixes: ['vpngw'],
  group: 'connect',
  icon: 'LockKeyhole',
  tabs: ['vpn-connections'],
  within: ['vpc'],
  id: 'VpnGatewayId',
  name: 'VpnGatewayName',
  tags: { type: 'vpc/vpngw' },
  pending: { field: 'State', values: ['PENDING', 'Pending', 'DELETING'] },
  states: {
    State: { PENDING: 'pending', DELETING: 'pending', AVAILABLE: 'good' },
    RestrictState: { NORMAL: 'good', PROTECTIVELY_ISOLATED: 'danger' },
    vpnGwStatus: { '0': 'warning', '1': 'danger', '2': 'pending', '3': 'danger', '4': 'pending', '5': 'danger', '6': 'good' },
  },
  errors: {
    correct: {
      'InvalidVpcId.Malformed': ['VpcId'],
      'InvalidVpnGatewayId.Malformed': ['VpnGatewayId'],
      InvalidVpnGwName: ['VpnGwName', 'Name'],
    },
    'look-up': { 'InvalidVpcId.NotFound': ['VpcId'], 'InvalidVpnGatewayId.NotFound': ['VpnGatewayId'] },
    state: { InvalidVpnGwState: ['VpnGwId'] },
  },
  quotas: {
    'vpn-gateways-per-vpc': { usual: 10, limitType: 4, per: 'vpc', by: 'VpcId' },
  },
  operations: {
    list: ['vpc:DescribeVpnGateways', 'vpc2017:DescribeVpnGw'],
    create: ['vpc:CreateVpnGateway', 'vpc2017:RunVpnGw', 'vpc2017:CreateVpn'],
    update: ['vpc:ModifyVpnGatewayAttribute', 'vpc2017:ModifyVpnGw'],
    delete: ['vpc:DeleteVpnGateway'],
    renew: ['vpc:RenewVpnGateway', 'vpc2017:RenewVpn'],
    resize: ['vpc:ResetVpnGatewayInternetMaxBandwidth'],
    price: ['vpc:InquiryPriceCreateVpnGateway', 'vpc2017:InquiryVpnPrice'],
    renewPrice: ['vpc:InquiryPriceRenewVpnGateway'],
    resizePrice: ['vpc:InquiryPriceResetVpnGatewayInternetMaxBandwidth'],
  },
});
