/** Route tables and routes in both generations, through the wire: each action and each rule. */
import { describe, expect, it } from 'vitest';
import { hop, RouteStage, type RouteTableAnswer, through } from './fixture.ts';

const stage = new RouteStage();
const { call3, call2017, code3, word2017, custom, table, destinations } = stage;
const machine = (row?: Record<string, unknown>) => stage.machine(stage.subnet1, row);

describe('a route table', () => {
  it('is made empty, renamed, listed, and deleted', async () => {
    const answer = await call3('CreateRouteTable', { VpcId: stage.vpc1.id, RouteTableName: 'custom' });
    expect(answer.RouteTable).toMatchObject({
      VpcId: stage.vpc1.id,
      RouteTableName: 'custom',
      Main: false,
      AssociationSet: [],
      RouteSet: [],
    });
    const id = (answer.RouteTable as RouteTableAnswer).RouteTableId;
    expect(id).toMatch(/^rtb-[a-z0-9]{8}$/);
    expect(await code3('ModifyRouteTableAttribute', { RouteTableId: id, RouteTableName: 'other' })).toBe('');
    const filter = (Name: string, ...Values: string[]) => ({ Name, Values });
    const list = async (...Filters: unknown[]) =>
      ((await call3('DescribeRouteTables', { Filters })).RouteTableSet as RouteTableAnswer[]).map((row) => row.RouteTableId);
    expect(await list(filter('vpc-id', stage.vpc1.id))).toEqual([id, stage.vpc1.main]);
    expect(await list(filter('route-table-name', 'other'))).toEqual([id]);
    expect(await list(filter('association.main', 'true'), filter('vpc-id', stage.vpc1.id))).toEqual([stage.vpc1.main]);
    expect(await list(filter('route-table-id', id, stage.vpc1.main), filter('association.main', 'false'))).toEqual([id]);
    expect(await code3('DeleteRouteTable', { RouteTableId: id })).toBe('');
    expect(await list()).toEqual([stage.vpc1.main]);
  });

  it('gives its subnets back to the default one when it goes, and takes its routes with it', async () => {
    const { PrivateIpAddress } = await machine();
    const id = await custom();
    await call3('ReplaceRouteTableAssociation', { SubnetId: stage.subnet1, RouteTableId: id });
    await call3('CreateRoutes', { RouteTableId: id, Routes: [through(PrivateIpAddress, '192.168.0.0/16')] });
    expect((await table(id)).AssociationSet).toEqual([{ SubnetId: stage.subnet1, RouteTableId: id }]);
    expect((await table(stage.vpc1.main)).AssociationSet).toEqual([]);
    expect(await code3('DeleteRouteTable', { RouteTableId: id })).toBe('');
    expect((await table(stage.vpc1.main)).AssociationSet).toEqual([{ SubnetId: stage.subnet1, RouteTableId: stage.vpc1.main }]);
    expect(await stage.count('route')).toBe(0);
  });

  it('stays when it is the default one, until its VPC goes with all of them', async () => {
    expect(await code3('DeleteRouteTable', { RouteTableId: stage.vpc1.main })).toBe('UnsupportedOperation');
    expect(await word2017('DeleteRouteTable', { vpcId: stage.vpc1.id, routeTableId: stage.vpc1.main })).toBe('UnsupportedOperation');
    await custom();
    await call3('DeleteSubnet', { SubnetId: stage.subnet1 });
    expect(await code3('DeleteVpc', { VpcId: stage.vpc1.id })).toBe('');
    expect((await call3('DescribeRouteTables')).TotalCount).toBe(0);
  });

  it('is listed by 2017 under both ids, with the Local route nobody wrote', async () => {
    const { PrivateIpAddress } = await machine();
    const answer = await call2017('CreateRouteTable', {
      vpcId: stage.vpc1.oldId,
      routeTableName: 'tttt111',
      routeSet: [{ ...hop(PrivateIpAddress, '121.0.23.51/16'), description: 'out' }, hop(PrivateIpAddress, '0.0.0.0/0')],
    });
    expect(answer).toMatchObject({
      routeTableId: expect.stringMatching(/^gz_rtb_\d+$/),
      routeTableSet: [{ destinationCidrBlock: '121.0.23.51/16', nextType: 9, description: 'out' }, { description: '' }],
    });
    const { routeTableId, unRouteTableId } = answer as unknown as { routeTableId: string; unRouteTableId: string };
    await call2017('AssociateRouteTable', { vpcId: stage.vpc1.id, routeTableId, subnetId: stage.subnet1 });
    const listed = await call2017('DescribeRouteTable', { vpcId: stage.vpc1.id, orderField: 'createTime', orderDirection: 'asc' });
    expect(listed.totalCount).toBe(2);
    const local = { destinationCidrBlock: 'Local', nextType: 2, nextHub: 'Local', unNextHub: 'Local', description: '' };
    const route = { nextType: 9, nextHub: PrivateIpAddress, unNextHub: PrivateIpAddress };
    expect(listed.data).toMatchObject([
      { unRouteTableId: stage.vpc1.main, routeTableType: 1, subnetNum: 0, routeTableSet: [local] },
      {
        vpcId: stage.vpc1.oldId,
        unVpcId: stage.vpc1.id,
        vpcCidrBlock: '10.0.0.0/16',
        routeTableId,
        unRouteTableId,
        routeTableName: 'tttt111',
        routeTableType: 0,
        subnetNum: 1,
        routeTableCreateTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
        routeTableSet: [
          local,
          { destinationCidrBlock: '121.0.0.0/16', description: 'out', ...route },
          { destinationCidrBlock: '0.0.0.0/0', ...route },
        ],
      },
    ]);
    const oldest = routeTableId.replace('_rtb_', '_rt_');
    const one = await call2017('DescribeRouteTable', { routeTableId: oldest, routeTableName: 'tt11' });
    expect(one).toMatchObject({ totalCount: 1, data: [{ unRouteTableId }] });
    expect((await table(unRouteTableId)).RouteSet).toHaveLength(2);
  });

  it('takes several subnets in one call of 2017, and loses them to another table', async () => {
    const answer = await call3('CreateSubnet', { VpcId: stage.vpc1.id, SubnetName: 't', CidrBlock: '10.0.2.0/24', Zone: 'ap-guangzhou-1' });
    const second = (answer.Subnet as { SubnetId: string }).SubnetId;
    const id = await custom();
    expect(await word2017('AssociateRouteTable', { vpcId: stage.vpc1.id, routeTableId: id, subnetId: [stage.subnet1, second] })).toBe('');
    expect((await table(id)).AssociationSet.map((row) => row.SubnetId)).toEqual([stage.subnet1, second]);
    expect(await code3('ReplaceRouteTableAssociation', { SubnetId: second, RouteTableId: stage.vpc1.main })).toBe('');
    expect((await table(id)).AssociationSet.map((row) => row.SubnetId)).toEqual([stage.subnet1]);
  });

  it('is renamed by 2017 without its routes being touched, unless routes are sent', async () => {
    const { PrivateIpAddress } = await machine();
    const id = await custom();
    await call3('CreateRoutes', { RouteTableId: id, Routes: [through(PrivateIpAddress, '192.168.0.0/16')] });
    expect(await word2017('ModifyRouteTableAttribute', { vpcId: stage.vpc1.id, routeTableId: id, routeTableName: 'new' })).toBe('');
    expect(await table(id)).toMatchObject({ RouteTableName: 'new', RouteSet: [{ DestinationCidrBlock: '192.168.0.0/16' }] });
    const routeSet = [hop(PrivateIpAddress, '172.16.0.0/12')];
    expect(await word2017('ModifyRouteTableAttribute', { vpcId: stage.vpc1.id, routeTableId: id, routeSet })).toBe('');
    expect(await table(id)).toMatchObject({ RouteTableName: 'new', RouteSet: [{ DestinationCidrBlock: '172.16.0.0/12' }] });
  });
});

describe('routes', () => {
  it('are added, rewritten in place, deleted, and reset', async () => {
    const { PrivateIpAddress, InstanceId } = await machine();
    const id = await custom();
    const Routes = [through(PrivateIpAddress, '192.168.0.0/16', { RouteDescription: 'x' }), through(InstanceId, '172.16.0.0/12')];
    expect(await code3('CreateRoutes', { RouteTableId: id, Routes })).toBe('');
    const [first, second] = (await table(id)).RouteSet;
    expect([first, second]).toMatchObject([
      { DestinationCidrBlock: '192.168.0.0/16', GatewayType: 'NORMAL_CVM', GatewayId: PrivateIpAddress, RouteDescription: 'x' },
      { GatewayId: PrivateIpAddress, RouteDescription: '' },
    ]);
    const rewritten = { RouteId: first?.RouteId, ...through(PrivateIpAddress, '192.168.0.0/17') };
    expect(await code3('ReplaceRoutes', { RouteTableId: id, Routes: [rewritten] })).toBe('');
    expect((await table(id)).RouteSet).toMatchObject([
      { RouteId: first?.RouteId, DestinationCidrBlock: '192.168.0.0/17', RouteDescription: 'x' },
      { RouteId: second?.RouteId },
    ]);
    expect(await code3('DeleteRoutes', { RouteTableId: id, Routes: [{ RouteId: second?.RouteId }] })).toBe('');
    expect(await destinations(id)).toEqual(['192.168.0.0/17']);
    const reset = { RouteTableId: id, RouteTableName: 'again', Routes: [through(PrivateIpAddress, '11.0.0.0/8')] };
    expect(await code3('ResetRoutes', reset)).toBe('');
    expect(await table(id)).toMatchObject({ RouteTableName: 'again', RouteSet: [{ DestinationCidrBlock: '11.0.0.0/8' }] });
  });

  it('may reach beyond the VPC, but not into it', async () => {
    const { PrivateIpAddress } = await machine();
    const id = await custom();
    const create = (block: string) => code3('CreateRoutes', { RouteTableId: id, Routes: [through(PrivateIpAddress, block)] });
    expect(await create('10.0.0.0/8')).toBe('');
    expect(await create('0.0.0.0/0')).toBe('');
    expect(await create('10.0.0.0/16')).toBe('InvalidParameterValue.VpcCidrConflict');
    expect(await create('10.0.255.0/24')).toBe('InvalidParameterValue.VpcCidrConflict');
  });

  it('come all or not at all', async () => {
    const { PrivateIpAddress } = await machine();
    const id = await custom();
    const Routes = [through(PrivateIpAddress, '192.168.0.0/16'), through('10.0.1.77', '172.16.0.0/12')];
    expect(await code3('CreateRoutes', { RouteTableId: id, Routes })).toBe('InvalidParameterValue');
    expect(await destinations(id)).toEqual([]);
    await call3('CreateRoutes', { RouteTableId: id, Routes: Routes.slice(0, 1) });
    const reset = { RouteTableId: id, RouteTableName: 'lost', Routes };
    expect(await code3('ResetRoutes', reset)).toBe('InvalidParameterValue');
    expect(await table(id)).toMatchObject({ RouteTableName: 'custom', RouteSet: [{ DestinationCidrBlock: '192.168.0.0/16' }] });
  });

  it('may swap destinations only where no two are ever the same', async () => {
    const { PrivateIpAddress } = await machine();
    const id = await custom();
    const Routes = [through(PrivateIpAddress, '192.168.0.0/16'), through(PrivateIpAddress, '172.16.0.0/12')];
    await call3('CreateRoutes', { RouteTableId: id, Routes });
    const [first] = (await table(id)).RouteSet;
    const same = { RouteId: first?.RouteId, ...through(PrivateIpAddress, '192.168.0.0/16', { RouteDescription: 'kept' }) };
    expect(await code3('ReplaceRoutes', { RouteTableId: id, Routes: [same] })).toBe('');
    const taken = { RouteId: first?.RouteId, ...through(PrivateIpAddress, '172.16.0.0/12') };
    expect(await code3('ReplaceRoutes', { RouteTableId: id, Routes: [taken] })).toBe('InvalidParameterValue.Duplicate');
  });
});
