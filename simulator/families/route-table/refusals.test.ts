/** Every documented refusal of the route table actions, through the wire. */
import { beforeEach, describe, expect, it } from 'vitest';
import { itRefuses, ofEach, ofElsewhere, type RefusalCase } from '../../testing/refusals.ts';
import { hop, RouteStage, type RouteTableAnswer, through } from './fixture.ts';

type Params = Record<string, unknown>;

const stage = new RouteStage();
stage.recorder.provesRefusalsOf('route-table');
const { call3, code3, call2017, word2017, custom, table, destinations, quota } = stage;
const none = 'rtb-00000000';
const malformed = 'InvalidParameterValue.Malformed';
let id: string;
let machine: { InstanceId: string; PrivateIpAddress: string };
let RouteId: number | undefined;

beforeEach(async () => {
  id = await custom();
  machine = await stage.machine(stage.subnet1);
  await call3('CreateRoutes', { RouteTableId: id, Routes: [to('192.168.0.0/16'), to('172.16.0.0/12')] });
  RouteId = (await table(id)).RouteSet[0]?.RouteId;
});

const to = (block: string) => through(machine.PrivateIpAddress, block);
const full = () => quota('route-tables-per-vpc', 2);
const named = (RouteTableName = 'x') => ({ VpcId: stage.vpc1.id, RouteTableName });
const joining = (more: Params = {}) => ({ SubnetId: stage.subnet1, RouteTableId: id, ...more });
const elsewhere = async () => (await stage.vpcWithMain('10.1.0.0/16')).main;
const making = 'vpc:CreateRouteTable';
const listing = 'vpc:DescribeRouteTables';
const join = 'vpc:ReplaceRouteTableAssociation';
const whereMain = (value: string) => [{ Name: 'association.main', Values: [value] }];
/** What each action about one table takes beside its id. */
const aboutOne = {
  'vpc:ModifyRouteTableAttribute': { RouteTableName: 'x' },
  'vpc:DeleteRouteTable': {},
  'vpc:DeleteRoutes': { Routes: [{ RouteId: 1 }] },
};

itRefuses(stage, [
  [making, 'a VPC that is not there', 'ResourceNotFound', () => ({ ...named(), VpcId: 'vpc-00000000' })],
  [making, '61 bytes of name', malformed, () => named('x'.repeat(61))],
  [making, 'one more than the quota', 'LimitExceeded', () => named(), full],
  [listing, 'a table that is not there', 'ResourceNotFound', { RouteTableIds: [none] }],
  [listing, 'what is no id', malformed, { RouteTableIds: ['table'] }],
  [listing, 'a filter that is neither yes nor no', malformed, { Filters: whereMain('perhaps') }],
  [listing, 'ids and filters', 'InvalidParameter.Coexist', () => ({ RouteTableIds: [id], Filters: whereMain('true') })],
  ...ofEach(aboutOne, 'a table that is not there', 'ResourceNotFound', { RouteTableId: none }),
  ...ofEach(aboutOne, 'what is no id', malformed, { RouteTableId: 'table' }),
  [join, 'a table that is not there', 'ResourceNotFound', () => joining({ RouteTableId: none })],
  [join, 'a subnet that is not there', 'ResourceNotFound', () => joining({ SubnetId: 'subnet-00000000' })],
  [join, 'what is no id of a subnet', malformed, () => joining({ SubnetId: 'subnet' })],
  [join, 'a table of another VPC', 'ResourceNotFound', async () => joining({ RouteTableId: await elsewhere() })],
]);

/** The same routes refused by each of the three actions that write them. */
function ofWriting(cause: string, code: string, routes: () => Params[], before?: () => unknown): RefusalCase[] {
  const RouteTableName = 'custom';
  return [
    ['vpc:CreateRoutes', cause, code, () => ({ RouteTableId: id, Routes: routes() }), before],
    ['vpc:ReplaceRoutes', cause, code, () => ({ RouteTableId: id, Routes: routes().map((route) => ({ RouteId, ...route })) }), before],
    ['vpc:ResetRoutes', cause, code, () => ({ RouteTableId: id, RouteTableName, Routes: routes() }), before],
  ];
}
let peering: string;
const peered = async () => {
  const { id: peerVpcId } = await stage.vpc('10.9.0.0/16');
  const wish = { vpcId: stage.vpc1.id, peerVpcId, peerUin: stage.me.uin, peeringConnectionName: 'ours' };
  peering = (await call2017('CreateVpcPeeringConnection', wish)).peeringConnectionId as string;
};
const intoPeer = (block: string) => through(peering, block, { GatewayType: 'PEERCONNECTION' });
/** A route of the VPC's default table. */
let foreign: number | undefined;
const withForeign = async () => {
  await call3('CreateRoutes', { RouteTableId: stage.vpc1.main, Routes: [to('192.168.0.0/16')] });
  foreign = (await table(stage.vpc1.main)).RouteSet[0]?.RouteId;
};
const ofMine = (...Routes: Params[]) => ({ RouteTableId: id, Routes });
const bothTables = async () => [await destinations(id), await destinations(stage.vpc1.main)];
const notInPeer = 'InvalidParameterValue.CidrNotInPeerVpc';
const toNat = () => through('nat-00000000', '11.0.0.0/8', { GatewayType: 'NAT' });
const asPublic = () => through(machine.InstanceId, '11.0.0.0/8', { GatewayType: 'CVM' });

itRefuses({ ...stage, unchanged: bothTables }, [
  ...ofWriting('host bits', 'InvalidParameterValue', () => [to('192.168.1.1/16')]),
  ...ofWriting('an address of nobody', 'InvalidParameterValue', () => [through('10.0.1.200', '11.0.0.0/8')]),
  ...ofWriting('a gateway that is not there', 'InvalidParameterValue', () => [toNat()]),
  ...ofWriting('a block of the VPC', 'InvalidParameterValue.VpcCidrConflict', () => [to('10.0.3.0/24')]),
  ...ofWriting('a destination twice', 'InvalidParameterValue.Duplicate', () => [to('172.16.0.0/12'), to('172.16.0.0/12')]),
  ...ofWriting('a destination that is there', 'InvalidParameterValue.Duplicate', () => [to('172.16.0.0/12')]).slice(0, 2),
  ...ofWriting('a machine that is no public gateway', 'UnsupportedOperation', () => [asPublic()]),
  ...ofWriting(
    'more than the quota',
    'LimitExceeded',
    () => [to('11.0.0.0/8'), to('12.0.0.0/8')],
    () => quota('routes-per-table', 1),
  ),
  ...ofWriting('what lies outside the other VPC', notInPeer, () => [intoPeer('10.8.0.0/16')], peered),
  ['vpc:CreateRoutes', 'more than the other VPC', notInPeer, () => ofMine(intoPeer('10.8.0.0/15')), peered],
  ['vpc:DeleteRoutes', 'a route of another table', 'ResourceNotFound', () => ofMine({ RouteId: foreign }), withForeign],
  [
    'vpc:ReplaceRoutes',
    'a route of another table',
    'InvalidParameterValue',
    () => ofMine({ RouteId: foreign, ...to('11.0.0.0/8') }),
    withForeign,
  ],
]);

const where = (more: Params = {}) => ({ vpcId: stage.vpc1.id, routeTableId: id, ...more });
const hopTo = (block: string, type?: number) => hop(machine.PrivateIpAddress, block, type);
const aboutOne2017 = {
  'vpc2017:DescribeRouteTable': where,
  'vpc2017:ModifyRouteTableAttribute': where,
  'vpc2017:DeleteRouteTable': where,
  'vpc2017:CreateRoute': () => where({ routeSet: [hop('x', '11.0.0.0/8')] }),
  'vpc2017:DeleteRoute': () => where({ routeSet: [hop('x', '11.0.0.0/8')] }),
  'vpc2017:AssociateRouteTable': () => where({ subnetId: stage.subnet1 }),
};
const writing2017 = {
  'vpc2017:CreateRouteTable': () => ({ vpcId: stage.vpc1.id, routeTableName: 'x', routeSet: [hopTo('11.0.0.0/8')] }),
  'vpc2017:ModifyRouteTableAttribute': () => where({ routeSet: [hopTo('11.0.0.0/8')] }),
  'vpc2017:CreateRoute': () => where({ routeSet: [hopTo('11.0.0.0/8')] }),
};
const { 'vpc2017:CreateRoute': _, ...naming2017 } = writing2017;
const routes = (...routeSet: unknown[]) => ({ routeSet });
const strangeSubnet = async () => {
  const other = await stage.vpcWithMain('10.1.0.0/16');
  return { vpcId: other.id, routeTableId: other.main, subnetId: stage.subnet1 };
};
const remove = 'vpc2017:DeleteRoute';

itRefuses({ ...stage, unchanged: () => destinations(id) }, [
  ...ofElsewhere(stage, aboutOne2017, 'InvalidRouteTableId.NotFound', { routeTableId: none }),
  ['vpc2017:AssociateRouteTable', 'a subnet that is not there', 'InvalidSubnet.NotFound', () => where({ subnetId: 'subnet-00000000' })],
  ['vpc2017:AssociateRouteTable', 'a subnet of another VPC', 'InvalidSubnet.NotFound', strangeSubnet],
  ...ofEach(writing2017, 'a VPC that is not there, with routes', 'InvalidVpc.NotFound', { vpcId: 'vpc-00000000' }),
  ...ofEach(writing2017, 'what is no block', 'InvalidDestinationCidr', () => routes(hopTo('everywhere'))),
  ...ofEach(writing2017, 'a block of the VPC', 'InvalidDestinationCidr', () => routes(hopTo('10.0.9.0/24'))),
  ...ofEach(writing2017, 'a type that there is not', 'InvalidRouteNextType', () => routes(hopTo('11.0.0.0/8', 5))),
  ...ofEach(writing2017, 'a gateway that is not there', 'InvalidRouteNextHub.NotFound', routes(hop('vpngw-00000000', '11.0.0.0/8', 1))),
  ...ofEach(writing2017, 'a destination twice', 'RouteAlreadyExists', () => routes(hopTo('11.0.0.0/8'), hopTo('11.7.0.0/8'))),
  ...ofEach(
    writing2017,
    'more than the quota',
    'RouteLimitExceeded',
    () => routes(hopTo('11.0.0.0/8'), hopTo('12.0.0.0/8')),
    () => quota('routes-per-table', 1),
  ),
  ...ofEach(naming2017, '61 characters of name', 'InvalidRouteTableName', { routeTableName: '名'.repeat(61) }),
  ['vpc2017:CreateRouteTable', 'one more than the quota', 'RouteTableLimitExceeded', writing2017['vpc2017:CreateRouteTable'], full],
  [
    'vpc2017:CreateRoute',
    'what lies outside the other VPC',
    'InvalidDestinationCidr',
    () => where(routes(hop(peering, '10.8.0.0/16', 4))),
    peered,
  ],
  [remove, 'another destination', 'InvalidDestinationCidr', () => where(routes(hopTo('12.0.0.0/8')))],
  [remove, 'another type', 'InvalidRouteNextType', () => where(routes(hopTo('172.16.0.0/12', 0)))],
  [remove, 'another gateway', 'InvalidRouteNextHub.NotFound', () => where(routes(hop('10.0.1.99', '172.16.0.0/12')))],
]);

it('DeleteRoute takes a route by its machine and a block with host bits', async () => {
  expect(await word2017('DeleteRoute', where(routes(hop(machine.InstanceId, '172.16.0.1/12'))))).toBe('');
  expect(await destinations(id)).toEqual(['192.168.0.0/16']);
});

it('a peering is routed into its other VPC', async () => {
  await peered();
  expect(await code3('CreateRoutes', ofMine(intoPeer('10.9.128.0/17')))).toBe('');
  expect((await destinations(id)).at(-1)).toBe('10.9.128.0/17');
});

describe('public gateways', () => {
  let all: ReturnType<typeof hop>[];
  beforeEach(async () => {
    all = [];
    for (let n = 0; n < 9; n += 1) {
      const { InstanceId } = await stage.machine(stage.subnet1, { IsPublicGateway: true });
      all.push(hop(InstanceId, '0.0.0.0/0', 0));
    }
  });
  const eight = async () => expect(await word2017('ModifyRouteTableAttribute', where({ routeSet: all.slice(0, 8) }))).toBe('');
  const ninth = () => ({ DestinationCidrBlock: '0.0.0.0/0', GatewayType: 'CVM', GatewayId: all[8]?.nextHub });

  itRefuses({ ...stage, unchanged: () => destinations(id) }, [
    [
      'vpc2017:ModifyRouteTableAttribute',
      'a ninth to one destination',
      'InvalidRoute.NextHubLimitExceeded',
      () => where({ routeSet: all }),
    ],
    ['vpc2017:CreateRoute', 'a ninth to one destination', 'RouteLimitExceeded', () => where(routes(all[8])), eight],
    ['vpc2017:CreateRoute', 'one of the eight again', 'RouteAlreadyExists', () => where(routes(all[7])), eight],
    ['vpc:CreateRoutes', 'a second to one destination', 'InvalidParameterValue.Duplicate', () => ofMine(ninth()), eight],
  ]);

  it('spread one destination over at most eight of them', async () => {
    await eight();
    expect(await destinations(id)).toHaveLength(8);
    expect(await word2017('DeleteRoute', where(routes(all[3])))).toBe('');
    const left = (await table(id)).RouteSet.map((route) => route.GatewayId);
    expect(left).toEqual(all.flatMap(({ nextHub }, index) => (index !== 3 && index < 8 ? [nextHub] : [])));
  });
});

describe('routes of today', () => {
  const [on, off] = ['vpc:EnableRoutes', 'vpc:DisableRoutes'] as const;
  interface Told {
    RouteId: number;
    RouteItemId: string;
    DestinationIpv6CidrBlock: string;
    Enabled: boolean;
  }
  const told = async () => (await table(id)).RouteSet as unknown as (RouteTableAnswer['RouteSet'][number] & Told)[];
  const first = async () => (await told())[0];
  const switching = { [on]: () => ofIds(), [off]: () => ofIds() };
  const ofIds = async (more: Params = {}) => ({ RouteTableId: id, RouteIds: [RouteId], ...more });
  const six = (DestinationIpv6CidrBlock: string, more: Params = {}) => {
    const { DestinationCidrBlock: _, ...rest } = to('');
    return { ...rest, DestinationIpv6CidrBlock, ...more };
  };
  const learned = async () => {
    const { Ccn } = await call3('CreateCcn', { CcnName: 'c' });
    const { CcnId } = Ccn as { CcnId: string };
    const far = await stage.vpc('10.77.0.0/16');
    const Instances = [stage.vpc1.id, far.id].map((InstanceId) => ({ InstanceId, InstanceRegion: 'ap-guangzhou', InstanceType: 'VPC' }));
    await call3('AttachCcnInstances', { CcnId, Instances });
    return (await told()).find(({ GatewayType }) => GatewayType === 'CCN')?.RouteItemId;
  };

  itRefuses(stage, [
    ...ofEach(switching, 'a table that is not there', 'ResourceNotFound', { RouteTableId: none }),
    ...ofEach(switching, 'what is no id', malformed, { RouteTableId: 'table' }),
    ...ofEach(switching, 'a route that is not there', 'ResourceNotFound', { RouteIds: [1] }),
    ...ofEach(switching, 'both sorts of ids', 'InvalidParameter.Coexist', { RouteItemIds: ['rti-00000000'] }),
    ...ofEach({ [on]: { RouteTableId: none }, [off]: { RouteTableId: none } }, 'no route', 'MissingParameter', {}),
    [on, 'what the CCN brought', 'UnsupportedOperation.SystemRoute', async () => ({ RouteTableId: id, RouteItemIds: [await learned()] })],
    [off, 'what the CCN brought', 'UnsupportedOperation.SystemRoute', async () => ({ RouteTableId: id, RouteItemIds: [await learned()] })],
    ['vpc:DeleteRoutes', 'what the CCN brought', 'UnsupportedOperation.SystemRoute', async () => ofMine({ RouteItemId: await learned() })],
    [
      'vpc:ReplaceRoutes',
      'what the CCN brought',
      'UnsupportedOperation.SystemRoute',
      async () => ofMine({ RouteItemId: await learned(), ...to('11.0.0.0/8') }),
    ],
    ...ofWriting('a table that is not there', 'ResourceNotFound', () => [to('11.0.0.0/8')]).map(
      ([action, cause, code, sent]): RefusalCase => [
        action,
        cause,
        code,
        async () => ({ ...(typeof sent === 'function' ? await sent() : sent), RouteTableId: none }),
      ],
    ),
    ['vpc:CreateRoutes', 'a route without a destination', 'MissingParameter', () => ofMine(six(''))],
    ['vpc:CreateRoutes', 'two destinations', 'InvalidParameterValue', () => ofMine({ ...six('2001:db8::/32'), ...to('11.0.0.0/8') })],
  ]);

  it('are switched off and on by either id, and nothing else of them changes', async () => {
    const before = await told();
    expect(await code3('DisableRoutes', await ofIds())).toBe('');
    expect(await told()).toEqual(before.map((route, at) => (at === 0 ? { ...route, Enabled: false } : route)));
    const { RouteItemId } = (await first()) ?? {};
    expect(await code3('EnableRoutes', { RouteTableId: id, RouteItemIds: [RouteItemId] })).toBe('');
    expect(await told()).toEqual(before);
  });

  it('of IPv6 are written, told apart by their own id, changed and deleted; another IPv4 route is as it was', async () => {
    const before = await told();
    const made = await call3('CreateRoutes', ofMine(six('2001:DB8::/32', { Enabled: false })));
    expect(made).toMatchObject({
      TotalCount: 1,
      RouteTableSet: [
        { RouteTableId: id, RouteSet: [{ RouteId: 0, DestinationCidrBlock: '', DestinationIpv6CidrBlock: '2001:db8::/32' }] },
      ],
    });
    expect(await code3('CreateRoutes', ofMine(six('2001:db8::/32')))).toBe('InvalidParameterValue.Duplicate');
    const { RouteItemId } = (await told()).at(-1) ?? {};
    expect(await code3('ReplaceRoutes', ofMine(six('::/0', { RouteItemId, RouteDescription: 'all' })))).toBe('');
    expect(await told()).toMatchObject([
      ...before,
      { RouteItemId, DestinationIpv6CidrBlock: '::/0', RouteDescription: 'all', Enabled: false },
    ]);
    expect(await code3('DeleteRoutes', ofMine({ RouteItemId }))).toBe('');
    expect(await told()).toEqual(before);
  });

  it('lie outside of the VPC’s IPv6 block, and may leave by an instance’s own address', async () => {
    const { Ipv6CidrBlock } = await call3('AssignIpv6CidrBlock', { VpcId: stage.vpc1.id });
    expect(await code3('CreateRoutes', ofMine(six(String(Ipv6CidrBlock))))).toBe('InvalidParameterValue.VpcCidrConflict');
    expect(await code3('CreateRoutes', ofMine(six('::/0', { GatewayType: 'EIP', GatewayId: '0' })))).toBe('');
    expect(await code3('CreateRoutes', ofMine(six('::/1', { GatewayType: 'HAVIP', GatewayId: 'havip-00000000' })))).toBe(
      'InvalidParameterValue',
    );
  });

  it('of IPv6 and of types without a number are not listed by the 2017 API', async () => {
    await call3('CreateRoutes', ofMine(six('2001:db8::/32')));
    const { data } = (await call2017('DescribeRouteTable', where())) as unknown as { data: { routeTableSet: unknown[] }[] };
    expect(data[0]?.routeTableSet).toHaveLength(3);
  });
});
