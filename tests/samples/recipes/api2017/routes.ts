/** What sample requests about route tables and routes need to find. */
import type { Recipes, SampleParams } from '../../recipe.ts';
import { routeTable, subnet, vpc, vpnGateway } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

async function tabled(s: SampleWorld, p: SampleParams): Promise<void> {
  const vpcId = await vpc(s, p.vpcId);
  const routeTableId = await routeTable(s, vpcId, p.routeTableId, p.routeTableName);
  if (p.subnetId) await subnet(s, vpcId, p.subnetId);
  const hub = await vpnGateway(s, vpcId, p['routeSet.0.nextHub'] ?? 'vpngw-dystbrkv');
  const route = { destinationCidrBlock: p['routeSet.0.destinationCidrBlock'] ?? '121.0.0.0/16', nextType: 1, nextHub: hub };
  if (p.Action !== 'CreateRoute') await s.do2017('CreateRoute', { vpcId, routeTableId, routeSet: [route] });
}

export const recipes: Recipes = {
  'vpc2017:CreateRouteTable': async (s, p) => void (await vpnGateway(s, await vpc(s, p.vpcId), p['routeSet.0.nextHub'])),
  'vpc2017:DeleteRouteTable': tabled,
  'vpc2017:ModifyRouteTableAttribute': tabled,
  'vpc2017:DescribeRouteTable': tabled,
  'vpc2017:AssociateRouteTable': tabled,
  'vpc2017:CreateRoute': tabled,
  'vpc2017:DeleteRoute': tabled,
};
