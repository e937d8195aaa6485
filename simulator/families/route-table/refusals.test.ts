/** Every documented refusal of the route table actions, through the wire. */
import { describe, expect, it } from 'vitest';
import { hop, RouteStage, through } from './fixture.ts';

const stage = new RouteStage();
stage.recorder.provesRefusalsOf('route-table');
const { call3, code3, word2017, custom, table, destinations, quota } = stage;
const machine = (row?: Record<string, unknown>) => stage.machine(stage.subnet1, row);

describe('public gateways', () => {
  it('spread one destination over at most eight public gateways, in 2017 only', async () => {
    const gateways: string[] = [];
    for (let count = 0; count < 9; count += 1) gateways.push((await machine({ IsPublicGateway: true })).InstanceId);
    const id = await custom();
    const where = { vpcId: stage.vpc1.id, routeTableId: id };
    const all = gateways.map((gateway) => hop(gateway, '0.0.0.0/0', 0));
    expect(await word2017('ModifyRouteTableAttribute', { ...where, routeSet: all })).toBe('InvalidRoute.NextHubLimitExceeded');
    expect(await word2017('ModifyRouteTableAttribute', { ...where, routeSet: all.slice(0, 8) })).toBe('');
    expect(await word2017('CreateRoute', { ...where, routeSet: [all[8]] })).toBe('RouteLimitExceeded');
    expect(await word2017('CreateRoute', { ...where, routeSet: [all[7]] })).toBe('RouteAlreadyExists');
    expect(await destinations(id)).toHaveLength(8);
    const ninth = { DestinationCidrBlock: '0.0.0.0/0', GatewayType: 'CVM', GatewayId: gateways[8] };
    expect(await code3('CreateRoutes', { RouteTableId: id, Routes: [ninth] })).toBe('InvalidParameterValue.Duplicate');
    expect(await word2017('DeleteRoute', { ...where, routeSet: [all[3]] })).toBe('');
    expect((await table(id)).RouteSet.map((route) => route.GatewayId)).toEqual(gateways.filter((_, index) => index !== 3 && index < 8));
  });
});

describe('documented refusals of API 3.0', () => {
  const none = 'rtb-00000000';

  it('of route tables', async () => {
    const id = await custom();
    expect(await code3('CreateRouteTable', { VpcId: 'vpc-00000000', RouteTableName: 'x' })).toBe('ResourceNotFound');
    expect(await code3('CreateRouteTable', { VpcId: stage.vpc1.id, RouteTableName: 'x'.repeat(61) })).toBe(
      'InvalidParameterValue.Malformed',
    );
    expect(await code3('DescribeRouteTables', { RouteTableIds: [none] })).toBe('ResourceNotFound');
    expect(await code3('DescribeRouteTables', { RouteTableIds: ['table'] })).toBe('InvalidParameterValue.Malformed');
    const main = (value: string) => [{ Name: 'association.main', Values: [value] }];
    expect(await code3('DescribeRouteTables', { Filters: main('perhaps') })).toBe('InvalidParameterValue.Malformed');
    expect(await code3('DescribeRouteTables', { RouteTableIds: [id], Filters: main('true') })).toBe('InvalidParameter.Coexist');
    for (const action of ['ModifyRouteTableAttribute', 'DeleteRouteTable']) {
      const more = action === 'DeleteRouteTable' ? {} : { RouteTableName: 'x' };
      expect(await code3(action, { RouteTableId: none, ...more })).toBe('ResourceNotFound');
      expect(await code3(action, { RouteTableId: 'table', ...more })).toBe('InvalidParameterValue.Malformed');
    }
    const associate = (SubnetId: string, RouteTableId: string) => code3('ReplaceRouteTableAssociation', { SubnetId, RouteTableId });
    expect(await associate(stage.subnet1, none)).toBe('ResourceNotFound');
    expect(await associate('subnet-00000000', id)).toBe('ResourceNotFound');
    expect(await associate('subnet', id)).toBe('InvalidParameterValue.Malformed');
    expect(await associate(stage.subnet1, (await stage.vpcWithMain('10.1.0.0/16')).main)).toBe('ResourceNotFound');
    await quota('route-tables-per-vpc', 2);
    expect(await code3('CreateRouteTable', { VpcId: stage.vpc1.id, RouteTableName: 'third' })).toBe('LimitExceeded');
  });

  it.each(['CreateRoutes', 'ReplaceRoutes', 'ResetRoutes'])('of %s', async (action) => {
    const { PrivateIpAddress, InstanceId } = await machine();
    const id = await custom();
    const taken = [through(PrivateIpAddress, '192.168.0.0/16'), through(PrivateIpAddress, '172.16.0.0/12')];
    await call3('CreateRoutes', { RouteTableId: id, Routes: taken });
    const [first] = (await table(id)).RouteSet;
    const own = { RouteId: first?.RouteId };
    const attempt = (...routes: Record<string, unknown>[]) =>
      code3(action, {
        RouteTableId: id,
        Routes: action === 'ReplaceRoutes' ? routes.map((route) => ({ ...own, ...route })) : routes,
        ...(action === 'ResetRoutes' ? { RouteTableName: 'custom' } : {}),
      });
    expect(await attempt(through(PrivateIpAddress, '192.168.1.1/16'))).toBe('InvalidParameterValue');
    expect(await attempt(through('10.0.1.200', '11.0.0.0/8'))).toBe('InvalidParameterValue');
    expect(await attempt(through('nat-00000000', '11.0.0.0/8', { GatewayType: 'NAT' }))).toBe('InvalidParameterValue');
    expect(await attempt(through(PrivateIpAddress, '10.0.3.0/24'))).toBe('InvalidParameterValue.VpcCidrConflict');
    const twice = action === 'ResetRoutes' ? [taken[0], taken[0]] : [taken[1]];
    expect(await attempt(...(twice as Record<string, unknown>[]))).toBe('InvalidParameterValue.Duplicate');
    expect(await attempt(through(InstanceId, '11.0.0.0/8', { GatewayType: 'CVM' }))).toBe('UnsupportedOperation');
    await quota('routes-per-table', 1);
    expect(await attempt(through(PrivateIpAddress, '11.0.0.0/8'), through(PrivateIpAddress, '12.0.0.0/8'))).toBe('LimitExceeded');
    expect(await destinations(id)).toEqual(['192.168.0.0/16', '172.16.0.0/12']);
  });

  it('of DeleteRoutes, and of routes that are of another table', async () => {
    const { PrivateIpAddress } = await machine();
    const id = await custom();
    await call3('CreateRoutes', { RouteTableId: stage.vpc1.main, Routes: [through(PrivateIpAddress, '192.168.0.0/16')] });
    const [foreign] = (await table(stage.vpc1.main)).RouteSet;
    const remove = (RouteTableId: string, RouteId: unknown) => code3('DeleteRoutes', { RouteTableId, Routes: [{ RouteId }] });
    expect(await remove(id, foreign?.RouteId)).toBe('ResourceNotFound');
    expect(await remove(none, 1)).toBe('ResourceNotFound');
    expect(await remove('table', 1)).toBe('InvalidParameterValue.Malformed');
    const move = { RouteId: foreign?.RouteId, ...through(PrivateIpAddress, '11.0.0.0/8') };
    expect(await code3('ReplaceRoutes', { RouteTableId: id, Routes: [move] })).toBe('InvalidParameterValue');
    expect(await destinations(stage.vpc1.main)).toEqual(['192.168.0.0/16']);
  });
});

describe('documented refusals of the 2017 API', () => {
  it('of an unknown VPC, an unknown table, and a table of another VPC', async () => {
    const other = await stage.vpcWithMain('10.1.0.0/16');
    const extra: Record<string, Record<string, unknown>> = {
      DescribeRouteTable: {},
      ModifyRouteTableAttribute: {},
      DeleteRouteTable: {},
      CreateRoute: { routeSet: [hop('x', '11.0.0.0/8')] },
      DeleteRoute: { routeSet: [hop('x', '11.0.0.0/8')] },
      AssociateRouteTable: { subnetId: stage.subnet1 },
    };
    for (const [action, more] of Object.entries(extra)) {
      expect(await word2017(action, { vpcId: 'vpc-00000000', routeTableId: stage.vpc1.main, ...more })).toBe('InvalidVpc.NotFound');
      expect(await word2017(action, { vpcId: stage.vpc1.id, routeTableId: 'rtb-00000000', ...more })).toBe('InvalidRouteTableId.NotFound');
      expect(await word2017(action, { vpcId: stage.vpc1.id, routeTableId: other.main, ...more })).toBe('InvalidRouteTableId.NotFound');
    }
    const associate = (subnetId: string) =>
      word2017('AssociateRouteTable', { vpcId: stage.vpc1.id, routeTableId: stage.vpc1.main, subnetId });
    expect(await associate('subnet-00000000')).toBe('InvalidSubnet.NotFound');
    expect(await word2017('AssociateRouteTable', { vpcId: other.id, routeTableId: other.main, subnetId: stage.subnet1 })).toBe(
      'InvalidSubnet.NotFound',
    );
  });

  it.each(['CreateRouteTable', 'ModifyRouteTableAttribute', 'CreateRoute'])('of %s', async (action) => {
    const { PrivateIpAddress } = await machine();
    const id = await custom();
    const where = action === 'CreateRouteTable' ? { routeTableName: 'x' } : { routeTableId: id };
    const attempt = (routeSet: unknown, more = {}) => word2017(action, { vpcId: stage.vpc1.id, ...where, routeSet, ...more });
    const good = hop(PrivateIpAddress, '11.0.0.0/8');
    expect(await word2017(action, { ...where, vpcId: 'vpc-00000000', routeSet: [good] })).toBe('InvalidVpc.NotFound');
    expect(await attempt([hop(PrivateIpAddress, 'everywhere')])).toBe('InvalidDestinationCidr');
    expect(await attempt([hop(PrivateIpAddress, '10.0.9.0/24')])).toBe('InvalidDestinationCidr');
    expect(await attempt([hop(PrivateIpAddress, '11.0.0.0/8', 5)])).toBe('InvalidRouteNextType');
    expect(await attempt([hop('vpngw-00000000', '11.0.0.0/8', 1)])).toBe('InvalidRouteNextHub.NotFound');
    expect(await attempt([good, hop(PrivateIpAddress, '11.7.0.0/8')])).toBe('RouteAlreadyExists');
    if (action !== 'CreateRoute') expect(await attempt([good], { routeTableName: '名'.repeat(61) })).toBe('InvalidRouteTableName');
    await quota('routes-per-table', 1);
    expect(await attempt([good, hop(PrivateIpAddress, '12.0.0.0/8')])).toBe('RouteLimitExceeded');
    await quota('route-tables-per-vpc', 2);
    if (action === 'CreateRouteTable') expect(await attempt([good])).toBe('RouteTableLimitExceeded');
  });

  it('of DeleteRoute: each of the three that make up a route', async () => {
    const { PrivateIpAddress, InstanceId } = await machine();
    const id = await custom();
    const remove = (route: unknown) => word2017('DeleteRoute', { vpcId: stage.vpc1.id, routeTableId: id, routeSet: [route] });
    await word2017('CreateRoute', { vpcId: stage.vpc1.id, routeTableId: id, routeSet: [hop(PrivateIpAddress, '11.0.0.0/8')] });
    expect(await remove(hop(PrivateIpAddress, '12.0.0.0/8'))).toBe('InvalidDestinationCidr');
    expect(await remove(hop(PrivateIpAddress, '11.0.0.0/8', 0))).toBe('InvalidRouteNextType');
    expect(await remove(hop('10.0.1.99', '11.0.0.0/8'))).toBe('InvalidRouteNextHub.NotFound');
    expect(await destinations(id)).toHaveLength(1);
    expect(await remove(hop(InstanceId, '11.0.0.1/8'))).toBe('');
    expect(await destinations(id)).toEqual([]);
  });
});

it('a peering is routed into its other VPC only', async () => {
  const { id: peerVpcId } = await stage.vpc('10.9.0.0/16');
  const wish = { vpcId: stage.vpc1.id, peerVpcId, peerUin: stage.me.uin, peeringConnectionName: 'ours' };
  const peering = (await stage.call2017('CreateVpcPeeringConnection', wish)).peeringConnectionId as string;
  const RouteTableId = await custom();
  const into = (block: string) => through(peering, block, { GatewayType: 'PEERCONNECTION' });
  const attempt = (block: string) => code3('CreateRoutes', { RouteTableId, Routes: [into(block)] });
  expect(await attempt('10.8.0.0/16')).toBe('InvalidParameterValue.CidrNotInPeerVpc');
  expect(await attempt('10.8.0.0/15')).toBe('InvalidParameterValue.CidrNotInPeerVpc');
  expect(await attempt('10.9.128.0/17')).toBe('');
  const [route] = (await table(RouteTableId)).RouteSet;
  const elsewhere = { ...into('10.8.0.0/16'), RouteId: route?.RouteId };
  expect(await code3('ReplaceRoutes', { RouteTableId, Routes: [elsewhere] })).toBe('InvalidParameterValue.CidrNotInPeerVpc');
  const whole = { RouteTableId, RouteTableName: 'x', Routes: [into('10.8.0.0/16')] };
  expect(await code3('ResetRoutes', whole)).toBe('InvalidParameterValue.CidrNotInPeerVpc');
  const where = { vpcId: stage.vpc1.id, routeTableId: RouteTableId };
  const hop4 = { destinationCidrBlock: '10.8.0.0/16', nextType: 4, nextHub: peering };
  expect(await word2017('CreateRoute', { ...where, routeSet: [hop4] })).toBe('InvalidDestinationCidr');
  expect(await destinations(RouteTableId)).toEqual(['10.9.128.0/17']);
});
