/** What sample requests about VPN gateways, customer gateways and tunnels need to find. */
import type { Recipes, SampleParams } from '../../recipe.ts';
import { customerGateway, prepaidCharge, vpc, vpnConnection, vpnGateway } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

const net = async (s: SampleWorld, p: SampleParams) => void (await vpc(s, p.vpcId));

const gate = async (s: SampleWorld, p: SampleParams) => void (await vpnGateway(s, await vpc(s, p.vpcId), p.vpnGwId, prepaidCharge));
const far = async (s: SampleWorld, p: SampleParams) => void (await customerGateway(s, p.userGwId));
const tunnel = (s: SampleWorld, p: SampleParams) => vpnConnection(s, { vpc: p.vpcId, gateway: p.vpnGwId, connection: p.vpnConnId });

export const recipes: Recipes = {
  'vpc2017:CreateVpn': net,
  'vpc2017:RunVpnGw': net,
  'vpc2017:DescribeVpnGw': gate,
  'vpc2017:ModifyVpnGw': gate,
  'vpc2017:RenewVpn': gate,
  'vpc2017:DeleteUserGw': far,
  'vpc2017:ModifyUserGw': far,
  'vpc2017:DescribeUserGw': far,
  'vpc2017:ResetVpnConnSA': tunnel,
  'vpc2017:DeleteVpnConn': tunnel,
  'vpc2017:ModifyVpnConnEx': tunnel,
  'vpc2017:DescribeVpnConn': tunnel,
};
