/** What lists say of routes without the network engine is what the engine says of the same rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkModel } from '../../network/model/model.ts';
import { gatewayLeads } from '../../network/routes/leads.ts';
import { carriesInRows, leadsInRows, unreadIn } from '../../network/routes/leads-of-lists.ts';
import { peeringFact } from '../../network/routes/peerings.ts';
import { modelOfLists, type ScopedList } from './model-of-lists.ts';

const at = { account: '', region: 'ap-guangzhou' };
const list = (kind: ScopedList['kind'], rows: readonly object[], more: Partial<ScopedList> = {}): ScopedList =>
  // Rows as the catalogue describes them, as far as they matter here.
  ({ kind, at, rows: rows as ScopedList['rows'], odd: [], complete: true, failed: null, ...more });
const modelOf = (lists: readonly ScopedList[]): NetworkModel => modelOfLists(lists, { reading: 'on its way', partial: 'not whole' });

const destinations = [
  '0.0.0.0/0',
  '10.1.0.0/16',
  '10.1.1.0/24',
  '10.1.1.128/25',
  '10.0.0.0/16',
  '10.0.1.0/24',
  '10.0.0.0/15',
  '172.16.0.0/16',
];
const route = fc.record({
  DestinationCidrBlock: fc.constantFrom(...destinations, '172.17.0.0/16', '10.0.0.0/8', '', '2001:db8::/32'),
  GatewayType: fc.constant('PEERCONNECTION'),
  GatewayId: fc.constantFrom('pcx-1', 'pcx-1', 'pcx-1', 'gw-1', 'gw-1', 'other'),
  Enabled: fc.constantFrom(true, true, true, false, null),
});
const typeOf: Readonly<Record<string, string>> = { 'pcx-1': 'PEERCONNECTION', other: 'EIP' };
const routesFor = (type: string) =>
  fc.array(
    route.map((row) => ({ ...row, GatewayType: typeOf[row.GatewayId] ?? type })),
    { maxLength: 4 },
  );
const table = (id: string, vpc: string, RouteSet: readonly object[]) => ({ RouteTableId: id, VpcId: vpc, Main: false, RouteSet });

const vpcs = list('vpcs', [
  { VpcId: 'vpc-a', CidrBlock: '10.0.0.0/16', AssistantCidrSet: [{ CidrBlock: '172.20.0.0/22' }] },
  { VpcId: 'vpc-b', CidrBlock: '10.1.0.0/16' },
]);
const spds = (...RemoteCidrBlock: readonly string[]) => [{ LocalCidrBlock: '10.0.0.0/16', RemoteCidrBlock }];
const tunnel = fc.record({
  VpnConnectionId: fc.uuid(),
  VpnGatewayId: fc.constantFrom('gw-1', 'gw-1', 'gw-2'),
  State: fc.constantFrom('AVAILABLE', 'AVAILABLE', 'PENDING', 'STRANGE'),
  NetStatus: fc.constantFrom('AVAILABLE', 'AVAILABLE', 'UNAVAILABLE', 'STRANGE'),
  SecurityPolicyDatabaseSet: fc.constantFrom(spds('172.16.0.0/16'), spds('172.17.3.0/24', '10.8.0.0/16')),
});
const broken = fc.constantFrom({}, {}, {}, { complete: false }, { failed: 'AuthFailure' }, { consistent: false });
const blocks = fc.constantFrom(undefined, ['172.16.0.0/16'], ['172.17.0.0/16', '10.9.0.0/16']);

describe('a gateway in a list is led to as the engine says', () => {
  const says = (lists: readonly ScopedList[], gateways: ScopedList, of: readonly string[] | undefined, mute = false): void => {
    const kinds = lists.map(({ kind }) => kind);
    const asked = { vpc: 'vpc-a', gateway: 'gw-1', mute, ...(of ? { blocks: of } : {}) };
    const found = leadsInRows(lists, asked, unreadIn(lists, kinds, 'on its way'));
    const { leads, live, lost } = gatewayLeads(modelOf([...lists, gateways]), 'vpc-a', 'gw-1', of ?? null);
    expect({ leads: found.leads, live: found.live, lost: found.lost }).toEqual({ leads, live, lost });
  };
  const run = (type: string, check: (tables: ScopedList, of: readonly string[] | undefined) => void): void => {
    fc.assert(
      fc.property(routesFor(type), routesFor(type), broken, blocks, (one, other, more, of) =>
        check(list('routeTables', [table('rtb-1', 'vpc-a', one), table('rtb-2', 'vpc-b', other)], more), of),
      ),
      { numRuns: 400 },
    );
  };

  it('through NAT, with addresses and without', () => {
    for (const eipSet of [['43.0.0.1'], []])
      run('NAT', (tables) => {
        const nat = list('natGateways', [{ natId: 'gw-1', vpcId: 'vpc-a', state: 0, productionStatus: 1, eipSet }]);
        says([vpcs, tables], nat, undefined, eipSet.length === 0);
      });
  });

  it('through direct connect', () => {
    const gateway = list('directConnectGateways', [{ directConnectGatewayId: 'gw-1', vpcId: 'x', unVpcId: 'vpc-a' }]);
    run('DIRECTCONNECT', (tables) => says([vpcs, tables], gateway, undefined));
  });

  it('through a VPN, the remote ends of its connections for themselves', () => {
    const gateway = list('vpnGateways', [{ VpnGatewayId: 'gw-1', VpcId: 'vpc-a', State: 'AVAILABLE' }]);
    fc.assert(
      fc.property(routesFor('VPN'), fc.array(tunnel, { maxLength: 3 }), blocks, (routes, tunnels, of) =>
        says([vpcs, list('routeTables', [table('rtb-1', 'vpc-a', routes)]), list('vpnConnections', tunnels)], gateway, of),
      ),
      { numRuns: 600 },
    );
  });
});

describe('a connected peering in a list', () => {
  const subnet = (id: string, VpcId: string, CidrBlock: string, RouteTableId: string) => ({ SubnetId: id, VpcId, CidrBlock, RouteTableId });
  const subnets = list('subnets', [
    subnet('subnet-a', 'vpc-a', '10.0.1.0/24', 'rtb-a'),
    subnet('subnet-a2', 'vpc-a', '10.0.2.0/24', 'rtb-a2'),
    subnet('subnet-b', 'vpc-b', '10.1.1.0/24', 'rtb-b'),
  ]);
  const row = { peeringConnectionId: 'pcx-1', vpcId: 'x', unVpcId: 'vpc-a', peerVpcId: 'y', unPeerVpcId: 'vpc-b', state: 1 };
  const tables = (a: readonly object[], a2: readonly object[], b: readonly object[], more: Partial<ScopedList> = {}): ScopedList =>
    list('routeTables', [table('rtb-a', 'vpc-a', a), table('rtb-a2', 'vpc-a', a2), table('rtb-b', 'vpc-b', b)], more);
  const carries = (lists: readonly ScopedList[]) =>
    carriesInRows(lists, ['vpc-a', 'vpc-b'], 'pcx-1', unreadIn(lists, ['vpcs', 'subnets', 'routeTables'], '') !== null);
  const to = (DestinationCidrBlock: string, Enabled = true) => ({
    DestinationCidrBlock,
    GatewayType: 'PEERCONNECTION',
    GatewayId: 'pcx-1',
    Enabled,
  });

  it('is plainly connected only when every subnet of both sides has a live route', () => {
    const [there, back] = [[to('10.1.0.0/16')], [to('10.0.0.0/16')]];
    expect(carries([vpcs, subnets, tables(there, there, back)])).toBe('both');
    expect(carries([vpcs, subnets, tables(there, [], back)])).toBe('part');
    for (const lost of [to('10.1.0.0/16', false), to('192.168.0.0/16'), to('10.0.7.0/24')])
      expect(carries([vpcs, subnets, tables([lost], [lost], back)])).toBe('one-way');
    expect(carries([vpcs, subnets, tables([], [], [])])).toBe('nothing');
    expect(carries([vpcs, subnets, tables([], [], [], { failed: 'AuthFailure', complete: false })])).toBe('unknown');
  });

  it('carries what the engine says', () => {
    fc.assert(
      fc.property(routesFor('DIRECTCONNECT'), routesFor('DIRECTCONNECT'), routesFor('DIRECTCONNECT'), broken, (a, a2, b, more) => {
        const lists = [vpcs, subnets, tables(a, a2, b, more)];
        const gateway = list('directConnectGateways', [{ directConnectGatewayId: 'gw-1', vpcId: 'x', unVpcId: 'vpc-a' }]);
        const fact = peeringFact(modelOf([...lists, gateway, list('peerings', [row])]), 'vpc-a', 'vpc-b');
        expect(carries(lists)).toBe(fact.carries);
      }),
      { numRuns: 1500 },
    );
  });
});
