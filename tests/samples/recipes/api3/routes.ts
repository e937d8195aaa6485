/** What sample requests about route tables and routes need to find. */
import type { Recipes } from '../../recipe.ts';
import { machine, routeTable, subnet, vpc } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

/** A table with one route by a machine, in a VPC that has room for it. */
async function routed(s: SampleWorld, RouteTableId: string | undefined, RouteId?: string): Promise<void> {
  const net = await vpc(s, undefined, '172.16.0.0/16');
  await machine(s, await subnet(s, net, undefined, '172.16.16.0/24'), undefined, { PrivateIpAddress: '172.16.16.37' });
  const table = await routeTable(s, net, RouteTableId);
  if (RouteId === undefined) return;
  const route = { DestinationCidrBlock: '192.168.0.0/16', GatewayType: 'NORMAL_CVM', GatewayId: '172.16.16.37' };
  await s.do3('CreateRoutes', { RouteTableId: table, Routes: [route] });
  const { RouteTableSet } = await s.do3('DescribeRouteTables', { RouteTableIds: [table] });
  const [{ RouteSet = [] } = {}] = RouteTableSet as { RouteSet?: { RouteId: number }[] }[];
  s.as(String(RouteSet[0]?.RouteId ?? ''), RouteId);
}

export const recipes: Recipes = {
  'vpc:CreateRouteTable': async (s, p) => void (await vpc(s, p.VpcId)),
  'vpc:CreateRoutes': (s, p) => routed(s, p.RouteTableId),
  'vpc:DeleteRouteTable': async (s, p) => void (await routeTable(s, await vpc(s), p.RouteTableId)),
  'vpc:DeleteRoutes': (s, p) => routed(s, p.RouteTableId, p['Routes.0.RouteId']),
  'vpc:DescribeRouteTables': async (s, p) => {
    const net = await vpc(s, p['Filters.1.Values.0'], '172.16.0.0/16');
    const SubnetId = await subnet(s, net, undefined, '172.16.16.0/24');
    await machine(s, SubnetId, undefined, { PrivateIpAddress: '172.16.16.37' });
    const { RouteTableSet } = await s.do3('DescribeRouteTables', { Filters: [{ Name: 'vpc-id', Values: [net] }] });
    const RouteTableId = s.as((RouteTableSet as { RouteTableId: string }[])[0]?.RouteTableId, p['Filters.0.Values.0']);
    const Routes = [
      { DestinationCidrBlock: '192.168.0.0/16', GatewayType: 'NORMAL_CVM', GatewayId: '172.16.16.37', RouteDescription: 'by machine' },
    ];
    await s.do3('ResetRoutes', { RouteTableId, RouteTableName: p['Filters.2.Values.0'], Routes });
  },
  'vpc:ModifyRouteTableAttribute': (s, p) => routed(s, p.RouteTableId),
  'vpc:ReplaceRouteTableAssociation': async (s, p) => {
    const net = await vpc(s);
    await subnet(s, net, p.SubnetId);
    await routeTable(s, net, p.RouteTableId);
  },
  'vpc:ReplaceRoutes': (s, p) => routed(s, p.RouteTableId, p['Routes.0.RouteId']),
  'vpc:ResetRoutes': (s, p) => routed(s, p.RouteTableId, '17126'),
};
