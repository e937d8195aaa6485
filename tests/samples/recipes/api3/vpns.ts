/** What sample requests about VPN gateways, customer gateways and tunnels need to find. */
import type { Recipes, SampleParams } from '../../recipe.ts';
import { customerGateway, prepaidCharge, vpc, vpnConnection, vpnGateway } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

const tunnel = (s: SampleWorld, p: SampleParams) => vpnConnection(s, { gateway: p.VpnGatewayId, connection: p.VpnConnectionId });
const gate = async (s: SampleWorld, p: SampleParams, more = {}) => void (await vpnGateway(s, await vpc(s), p.VpnGatewayId, more));

export const recipes: Recipes = {
  'vpc:CreateVpnConnection': async (s, p) => {
    await vpnGateway(s, await vpc(s, p.VpcId, '10.8.0.0/16'), p.VpnGatewayId);
    await customerGateway(s, p.CustomerGatewayId);
  },
  'vpc:CreateVpnGateway': async (s, p) => void (await vpc(s, p.VpcId)),
  'vpc:DeleteCustomerGateway': async (s, p) => void (await customerGateway(s, p.CustomerGatewayId)),
  'vpc:DeleteVpnConnection': tunnel,
  'vpc:DescribeCustomerGateways': async (s) => void (await customerGateway(s)),
  'vpc:DescribeVpnConnections': tunnel,
  'vpc:DescribeVpnGateways': async (s) => {
    const VpnGatewayId = await vpnGateway(s, await vpc(s), undefined, { VpnGatewayName: 'TEST', ...prepaidCharge });
    await s.do3('ModifyVpnGatewayAttribute', { VpnGatewayId, InstanceChargeType: 'POSTPAID_BY_HOUR' });
  },
  'vpc:DownloadCustomerGatewayConfiguration': tunnel,
  'vpc:InquiryPriceRenewVpnGateway': (s, p) => gate(s, p, prepaidCharge),
  'vpc:InquiryPriceResetVpnGatewayInternetMaxBandwidth': (s, p) => gate(s, p, prepaidCharge),
  'vpc:ModifyCustomerGatewayAttribute': async (s, p) => void (await customerGateway(s, p.CustomerGatewayId)),
  'vpc:ModifyVpnGatewayAttribute': (s, p) => gate(s, p),
  'vpc:RenewVpnGateway': (s, p) => gate(s, p, prepaidCharge),
  'vpc:ResetVpnConnection': tunnel,
  'vpc:ResetVpnGatewayInternetMaxBandwidth': (s, p) => gate(s, p, prepaidCharge),
};
