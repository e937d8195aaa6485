import { describe, expect, it } from 'vitest';
import { emptyModel, type NetworkModel } from '../model/model.ts';
import { type Estate, type EstateVpc, estateOf, troubleAtEnd } from './estate.ts';
import { exitsOfNode } from './estate-cards.ts';
import { type EstateKind, filterEstate, linkCount, litOnEstate, searchEstate, shownFor, shownLinks } from './estate-filter.ts';
import { estateView } from './estate-groups.ts';
import { withOverlaps } from './estate-overlaps.ts';
import { shownOf } from './estate-shown.ts';
import { vpcMapOf } from './vpc-map.ts';

const [home, other] = ['100000000001', '100000000002'];
const model: NetworkModel = {
  ...emptyModel,
  vpcs: [
    { id: 'vpc-a', account: home, region: 'ap-guangzhou', cidr: '10.0.0.0/16', name: 'shop' },
    { id: 'vpc-b', account: home, region: 'ap-shanghai', cidr: '10.1.0.0/16', secondaryCidrs: ['10.9.0.0/16'], name: 'shop-east' },
    { id: 'vpc-c', account: other, region: 'ap-guangzhou', cidr: '10.9.1.0/24', name: 'partner' },
    { id: 'vpc-d', account: home, region: 'ap-guangzhou', cidr: '10.5.0.0/16', name: 'lone' },
  ],
  subnets: [
    { id: 'subnet-a1', vpc: 'vpc-a', cidr: '10.0.0.0/17', zone: 'z-1', routeTable: 'rtb-a' },
    { id: 'subnet-b1', vpc: 'vpc-b', cidr: '10.1.0.0/24', zone: 'z-2', routeTable: 'rtb-b' },
  ],
  routeTables: [
    {
      ...{ id: 'rtb-a', vpc: 'vpc-a', main: true, name: 'default' },
      routes: [
        { destination: '10.1.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-1' },
        { destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-1' },
        { destination: '172.16.0.0/16', type: 'NORMAL_CVM', gateway: '10.0.0.99' },
      ],
    },
    { id: 'rtb-b', vpc: 'vpc-b', main: true, routes: [] },
  ],
  peerings: [
    { id: 'pcx-1', vpcs: ['vpc-b', 'vpc-a'], state: 'active', name: 'east' },
    { id: 'pcx-2', vpcs: ['vpc-c', 'vpc-a'], state: 'pending' },
    { id: 'pcx-3', vpcs: ['vpc-a', 'vpc-elsewhere'], state: 'active', name: 'far' },
  ],
  natGateways: [{ id: 'nat-1', vpc: 'vpc-a', state: 'available', eips: ['1.2.3.4'] }],
  vpnGateways: [{ id: 'vpngw-1', vpc: 'vpc-a', state: 'available', name: 'vpn' }],
  vpnConnections: [
    {
      id: 'vpnx-1',
      gateway: 'vpngw-1',
      state: 'available',
      up: false,
      name: 'depot',
      spds: [{ local: '10.0.0.0/16', remote: ['192.168.0.0/16'] }],
    },
  ],
  directConnectGateways: [{ id: 'dcg-1', vpc: 'vpc-a', name: 'idc' }],
  ccns: [{ id: 'ccn-1', state: 'available', name: 'backbone' }],
  ccnAttachments: [
    { id: 'ccn-1 vpc-a', ccn: 'ccn-1', instance: 'vpc-a', type: 'VPC', state: 'active' },
    { id: 'ccn-1 vpc-b', ccn: 'ccn-1', instance: 'vpc-b', type: 'VPC', state: 'pending' },
    { id: 'ccn-1 dcg-9', ccn: 'ccn-1', instance: 'dcg-9', type: 'DIRECTCONNECT', state: 'active' },
  ],
};
const estate = estateOf(model);
const named = (of: Estate, name: string): EstateVpc | undefined => of.vpcs.find((vpc) => vpc.name === name);
const everything = {
  without: new Set<EstateKind>(),
  joinedOnly: false,
  account: '',
  region: '',
  state: '',
  troubled: false,
  near: null,
} as const;
const names = ({ vpcs }: Estate): string[] => vpcs.map(({ name }) => name);

describe('what joins VPCs', () => {
  it('is each peering once, in its state, and each place in a CCN; what leads to a VPC that nobody reads is a way out', () => {
    expect(estate.links.map(({ key, ends, state }) => [key, ...ends, state])).toEqual([
      // Its routes were not read.
      ['link:ccn-1:vpc-a', 'ccn:ccn-1', 'vpc:vpc-a', 'unknown'],
      ['link:ccn-1:vpc-b', 'ccn:ccn-1', 'vpc:vpc-b', 'asked'],
      ['link:pcx-1', 'vpc:vpc-a', 'vpc:vpc-b', 'missing'],
      ['link:pcx-2', 'vpc:vpc-a', 'vpc:vpc-c', 'asked'],
    ]);
    expect(named(estate, 'shop')?.exits.map(({ kind, id }) => `${kind} ${id}`)).toContain('peer vpc-elsewhere');
    expect(estate.hubs).toEqual([{ key: 'ccn:ccn-1', id: 'ccn-1', name: 'backbone', account: home, region: 'ap-guangzhou', networks: 3 }]);
  });

  it('is, on demand, addresses that two VPCs have, further ranges too, but for pairs that are joined', () => {
    expect(withOverlaps(estate).links.flatMap(({ kind, ends }) => (kind === 'overlap' ? [ends] : []))).toEqual([
      ['vpc:vpc-b', 'vpc:vpc-c'],
    ]);
    const same = { ...model, vpcs: model.vpcs.map((vpc) => ({ ...vpc, cidr: '10.0.0.0/16' })) };
    expect(withOverlaps(estateOf(same)).links.filter(({ kind }) => kind === 'overlap').length).toBe(6 - 2);
  });
});

describe('ways out', () => {
  const statesOf = (changed: Partial<NetworkModel>): string[] =>
    (named(estateOf({ ...model, ...changed }), 'shop')?.exits ?? []).map(({ kind, state }) => `${kind} ${state}`);

  it('are told with what is wrong with them', () => {
    expect(statesOf({})).toEqual(['internet good', 'remote dead', 'data-centre missing', 'peer unknown']);
    expect(named(estate, 'shop')?.findings.map(({ level, kind }) => `${level} ${kind}`)).toEqual([
      'danger route',
      'danger beyond',
      'warning beyond',
      'warning unused',
    ]);
  });

  it('are well only with live routes, and not known to be without any while route tables are unread', () => {
    const without = model.routeTables.map((table) => ({ ...table, routes: [] }));
    expect(statesOf({ routeTables: without, vpnConnections: [] })).toEqual(['internet missing', 'data-centre missing', 'peer unknown']);
    const gaps = [{ kind: 'routeTables' as const, because: 'refused' }];
    expect(statesOf({ routeTables: [], vpnConnections: [], gaps })).toEqual(['internet unknown', 'data-centre unknown', 'peer unknown']);
    const unread = estateOf({ ...model, routeTables: [], gaps });
    expect(named(unread, 'shop')?.findings.filter(({ kind }) => kind === 'unused')).toEqual([]);
  });

  it('are not known to lack subnets that were not read', () => {
    const gaps = [{ kind: 'subnets' as const, because: 'refused' }];
    expect(estateOf({ ...model, gaps }).vpcs.map(({ subnets, share }) => [subnets, share])).toEqual(Array(4).fill([null, null]));
    expect(named(estate, 'shop')).toMatchObject({ subnets: 1, share: 0.5 });
  });
});

describe('ways to the internet', () => {
  const held = (id: string, addresses: readonly (readonly [string, string])[], instance: string | null = null) => ({
    ...{ id, vpc: 'vpc-a', subnet: 'subnet-a1', instance },
    addresses: addresses.map(([address, publicAddress], at) => ({ address, publicAddress, primary: at === 0 })),
  });
  const exitsOf = (changed: Partial<NetworkModel>) =>
    (named(estateOf({ ...model, ...changed }), 'shop')?.exits ?? []).flatMap(({ kind, name, addresses, state }) =>
      kind === 'internet' ? [[name, addresses, state]] : [],
    );
  const own = [
    held(
      'eni-1',
      [
        ['10.0.0.5', '198.51.100.5'],
        ['10.0.0.6', '198.51.100.6'],
      ],
      'ins-1',
    ),
  ];
  const nat = model.natGateways.map((row) => ({ ...row, name: 'out' }));
  const unled = model.routeTables.map((table) => ({ ...table, routes: table.routes.filter(({ type }) => type !== 'NAT') }));
  const leading = (type: string, gateway: string) =>
    model.routeTables.map((table) => ({
      ...table,
      routes: table.id === 'rtb-a' ? [...table.routes, { destination: '8.8.0.0/16', type, gateway }] : [],
    }));

  it('are counted by their addresses, not by what holds them', () => {
    expect(exitsOf({ interfaces: own })).toEqual([['', 3, 'good']]);
  });

  it('count an address once that several of them name', () => {
    expect(exitsOf({ interfaces: own, routeTables: leading('EIP', '0') })).toEqual([['', 3, 'good']]);
    expect(exitsOf({ interfaces: own, routeTables: leading('CVM', 'ins-1') })).toEqual([['', 3, 'good']]);
  });

  it('are told apart where they carry nothing, and are not counted', () => {
    expect(exitsOf({ interfaces: own, natGateways: nat, routeTables: unled })).toEqual([
      ['', 2, 'good'],
      ['out', 1, 'missing'],
    ]);
    const unpaid = nat.map((row) => ({ ...row, state: 'arrears' as const }));
    expect(exitsOf({ interfaces: own, natGateways: unpaid })).toEqual([
      ['', 2, 'good'],
      ['out', 1, 'dead'],
    ]);
    expect(exitsOf({ natGateways: unpaid })).toEqual([['', 1, 'dead']]);
    const two = [...nat, { ...unpaid[0], id: 'nat-2', vpc: 'vpc-a', state: 'arrears' as const, eips: ['1.2.3.5'], name: 'spare' }];
    expect(exitsOf({ natGateways: two })).toEqual([
      ['', 1, 'good'],
      ['spare', 1, 'dead'],
    ]);
  });

  it('are by no address that the cloud or an unpaid bill stops', () => {
    const stopped = own.map((row) => ({ ...row, addresses: row.addresses.map((one, at) => ({ ...one, blocked: at === 0 })) }));
    expect(exitsOf({ interfaces: stopped, natGateways: [] })).toEqual([
      ['', 1, 'good'],
      ['', 1, 'dead'],
    ]);
  });

  it('by one instance have all of its public addresses', () => {
    const map = vpcMapOf({ ...model, interfaces: own, routeTables: leading('CVM', 'ins-1') }, 'vpc-a');
    const hop = map?.hops.find(({ id }) => id === 'ins-1');
    expect(hop?.beyond.map(({ addresses }) => addresses)).toEqual([['198.51.100.5', '198.51.100.6']]);
  });

  it('are one on a stack, in the state of what works of each VPC', () => {
    const stacks = estateView(estateOf({ ...model, interfaces: own, natGateways: nat, routeTables: unled }), { grouping: 'region' });
    const stack = stacks.nodes.find(({ vpcs }) => vpcs.some(({ id }) => id === 'vpc-a'));
    expect(stack && exitsOfNode(stack).filter(({ kind }) => kind === 'internet')).toMatchObject([{ addresses: 2, state: 'good' }]);
  });
});

describe('a part of the estate', () => {
  it('is by account, region, state and findings', () => {
    expect(names(filterEstate(estate, { ...everything, account: other }))).toEqual(['partner']);
    expect(names(filterEstate(estate, { ...everything, region: 'ap-shanghai' }))).toEqual(['shop-east']);
    const asked = filterEstate(estate, { ...everything, state: 'asked' });
    expect(names(asked)).toEqual(['shop', 'shop-east', 'partner']);
    expect(asked.links.every(({ state }) => state === 'asked')).toBe(true);
    expect(names(filterEstate(estate, { ...everything, troubled: true }))).toEqual(['shop', 'shop-east']);
  });

  it('is without some kinds, as if there were none, and without VPCs that nothing joins and nothing leaves', () => {
    const of = (...kinds: EstateKind[]): Estate => filterEstate(estate, { ...everything, without: new Set(kinds) });
    expect(of('ccn').links.map(({ kind }) => kind)).toEqual(['peering', 'peering']);
    expect(of('ccn').hubs).toEqual([]);
    expect(named(of('internet', 'peering'), 'shop')?.exits.map(({ kind }) => kind)).toEqual(['remote', 'data-centre']);
    expect(of('peering').links.every(({ kind }) => kind === 'ccn')).toBe(true);
    expect(names(filterEstate(estate, { ...everything, joinedOnly: true }))).toEqual(['shop', 'shop-east', 'partner']);
    const left = { ...everything, joinedOnly: true, without: new Set<EstateKind>(['peering', 'ccn']) };
    expect(names(filterEstate(estate, left))).toEqual(['shop']);
  });

  const active = <T extends object>(row: T) => ({ ...row, state: 'active' as const });
  const joined: NetworkModel = { ...model, peerings: model.peerings.map(active), ccnAttachments: model.ccnAttachments.map(active) };

  it('is what is within so many hops: a peering counts once', () => {
    const all = estateOf(joined);
    expect(names(filterEstate(all, { ...everything, near: { id: 'vpc-c', hops: 1 } }))).toEqual(['shop', 'partner']);
    expect(names(filterEstate(all, { ...everything, near: { id: 'vpc-c', hops: 2 } }))).toEqual(['shop', 'shop-east', 'partner']);
    expect(names(filterEstate(estate, { ...everything, near: { id: 'vpc-d', hops: 5 } }))).toEqual(['lone']);
    expect(names(filterEstate(estate, { ...everything, near: { id: 'vpc-gone', hops: 1 } }))).toEqual([]);
  });

  it('is what is within so many hops through a CCN, which is no hop of its own', () => {
    expect(names(filterEstate(estate, { ...everything, near: { id: 'vpc-b', hops: 1 } }))).toEqual(['shop', 'shop-east']);
    const alone = estateOf({ ...joined, peerings: [] });
    const near = filterEstate(alone, { ...everything, near: { id: 'vpc-a', hops: 1 } });
    expect([names(near), near.hubs.map(({ name }) => name)]).toEqual([['shop', 'shop-east'], ['backbone']]);
    expect(names(filterEstate(alone, { ...everything, near: { id: 'ccn-1', hops: 1 } }))).toEqual(['shop', 'shop-east']);
    // Addresses in common join nothing.
    expect(names(filterEstate(withOverlaps(estate), { ...everything, near: { id: 'vpc-c', hops: 1 } }))).toEqual(['partner']);
  });

  it.each(['pending', 'expired', 'rejected', 'failed', 'deleting'] as const)(
    'is not what a peering that is %s, or such a place in a CCN, would join',
    (state) => {
      const near = (changed: Partial<NetworkModel>) =>
        names(filterEstate(estateOf({ ...joined, ...changed }), { ...everything, near: { id: 'vpc-b', hops: 2 } }));
      const peerings = joined.peerings.map((row) => ({ ...row, state }));
      const ccnAttachments = joined.ccnAttachments.map((row) => ({ ...row, state }));
      expect(near({ peerings, ccnAttachments })).toEqual(['shop-east']);
      expect(near({ peerings })).toEqual(['shop', 'shop-east']);
      expect(near({ ccnAttachments })).toEqual(['shop', 'shop-east', 'partner']);
    },
  );

  it('knows how many connections its things have with those that are left out', () => {
    const view = estateView(estate);
    const counts = (filter: Partial<typeof everything> | { readonly region: string }) => {
      const shown = shownOf(view, filterEstate(estate, { ...everything, ...filter }));
      return shown.nodes.map((node) => [node.key, shownLinks(shown, node.key), linkCount(estate, node)]);
    };
    expect(counts({ region: 'ap-guangzhou' })).toEqual(
      expect.arrayContaining([
        ['vpc:vpc-a', 2, 3],
        ['vpc:vpc-c', 1, 1],
        ['ccn:ccn-1', 1, 2],
      ]),
    );
    expect(counts({})).toEqual(
      expect.arrayContaining([
        ['vpc:vpc-a', 3, 3],
        ['vpc:vpc-d', 0, 0],
        ['ccn:ccn-1', 2, 2],
      ]),
    );
    // Links within a stack are none of its own.
    const [stack] = estateView(estate, { grouping: 'region' }).nodes.filter(({ vpcs }) => vpcs.some(({ id }) => id === 'vpc-a'));
    expect(stack && linkCount(estate, stack)).toBe(3);
  });

  it('is lit with what it is joined with', () => {
    const view = estateView(estate);
    expect([...(litOnEstate(view, 'vpc:vpc-c') ?? [])]).toEqual(['vpc:vpc-c', 'link:pcx-2', 'vpc:vpc-a']);
    expect([...(litOnEstate(view, 'link:pcx-1') ?? [])]).toEqual(['link:pcx-1', 'vpc:vpc-a', 'vpc:vpc-b']);
    expect(litOnEstate(view, 'vpc:gone')).toBeNull();
    const stacks = estateView(estate, { grouping: 'region' });
    expect(shownFor(stacks, 'vpc:vpc-d')).toBe(shownFor(stacks, 'vpc:vpc-a'));
  });
});

describe('a search finds', () => {
  it('by name and id, the thing itself first', () => {
    expect(searchEstate(estate, 'shop')).toEqual(['vpc:vpc-a', 'vpc:vpc-b']);
    expect(searchEstate(estate, 'VPC-C')[0]).toBe('vpc:vpc-c');
    expect(searchEstate(estate, 'backbone')).toEqual(['ccn:ccn-1']);
    expect(searchEstate(estate, 'east')).toEqual(['vpc:vpc-b', 'link:pcx-1']);
    expect(searchEstate(estate, ' ')).toEqual([]);
  });

  it('by address and by block: the VPC that holds it, then those whose tunnel leads there', () => {
    expect(searchEstate(estate, '10.9.1.7')).toEqual(['vpc:vpc-b', 'vpc:vpc-c']);
    expect(searchEstate(estate, '192.168.3.4')).toEqual(['vpc:vpc-a']);
    expect(searchEstate(estate, '10.5.0.0/16')).toEqual(['vpc:vpc-d']);
  });
});

describe('a trouble of a line', () => {
  const pcx = (destination: string) => ({ destination, type: 'PEERCONNECTION', gateway: 'pcx-1' });
  const vpc = (name: string, at: number) => ({ id: `vpc-${name}`, account: '1', region: 'ap-guangzhou', cidr: `10.${at}.0.0/16`, name });
  const subnets = ['a', 'b'].map((name, at) => ({ id: `subnet-${name}`, vpc: `vpc-${name}`, cidr: `10.${at}.1.0/24`, networkAcl: null }));
  const tables = (a: string[], b: string[]) => [
    { id: 'rtb-a', vpc: 'vpc-a', main: true, routes: a.map(pcx) },
    { id: 'rtb-b', vpc: 'vpc-b', main: true, routes: b.map(pcx) },
  ];
  const linkOf = (a: string[], b: string[]) =>
    estateOf({
      ...emptyModel,
      ...{ vpcs: [vpc('a', 0), vpc('b', 1)], subnets, routeTables: tables(a, b) },
      peerings: [{ id: 'pcx-1', vpcs: ['vpc-b', 'vpc-a'], state: 'active' }],
    }).links[0];

  it('is told from each end’s own side', () => {
    const link = linkOf(['10.1.0.0/16'], []);
    expect(link && troubleAtEnd(link, 'vpc:vpc-a')).toEqual({ code: 'no-way-back', tables: ['rtb-b'] });
    expect(link && troubleAtEnd(link, 'vpc:vpc-b')).toEqual({ code: 'no-way-there', tables: ['rtb-b'] });
    const other = linkOf([], ['10.0.0.0/16']);
    expect(other && troubleAtEnd(other, 'vpc:vpc-a')).toEqual({ code: 'no-way-there', tables: ['rtb-a'] });
    expect(other && troubleAtEnd(other, 'vpc:vpc-b')).toEqual({ code: 'no-way-back', tables: ['rtb-a'] });
  });
});

describe('a place in a CCN', () => {
  const route = (instance: string, destination: string, enabled = true) => ({ routeTable: 'ccnrtb-1', destination, instance, enabled });
  const into = { destination: '10.0.0.0/8', type: 'CCN', gateway: 'ccn-1' };
  const routes = [route('vpc-a', '10.0.0.0/16'), route('vpc-b', '10.1.0.0/16'), route('vpc-b', '10.9.0.0/16')];
  const members = ['vpc-a', 'vpc-b'].map((instance) => ({
    ...{ id: `ccn-1 ${instance}`, ccn: 'ccn-1', instance, type: 'VPC', state: 'active' as const, routeTable: 'ccnrtb-1' },
  }));
  const placeOf = (changed: readonly ReturnType<typeof route>[], more: Partial<NetworkModel> = {}) => {
    const told = estateOf({
      ...model,
      ccns: [{ id: 'ccn-1', state: 'available', name: 'backbone', routes: changed, selections: [] }],
      ccnAttachments: members,
      routeTables: model.routeTables.map((table) => ({ ...table, routes: [...table.routes, into] })),
      ...more,
    });
    const link = told.links.find(({ key }) => key === 'link:ccn-1:vpc-b');
    const found = named(told, 'shop-east')?.findings.flatMap((one) => (one.kind === 'place' ? [one.level] : []));
    return [link?.state, link?.farTrouble?.code, ...(found ?? [])];
  };

  it('is well where its routes are on and its tables lead in', () => {
    expect(placeOf(routes)).toEqual(['good', undefined]);
    const spare = routes.map((row) => ({ ...row, routeTable: 'ccnrtb-2', enabled: false }));
    const selections = [{ instance: 'vpc-a', source: '10.0.1.0/24', routeTable: 'ccnrtb-2' }];
    const ccns = [{ id: 'ccn-1', state: 'available' as const, routes: [...routes, ...spare], selections }];
    expect(placeOf(routes, { ccns })).toEqual(['good', undefined]);
  });

  it('is not well, and a finding, where routes to it are off, lose against the same addresses, or are not there', () => {
    const off = (row: (typeof routes)[number]) => ({ ...row, enabled: row.instance !== 'vpc-b' });
    expect(placeOf(routes.map(off))).toEqual(['missing', 'ccn-routes-off', 'warning']);
    expect(placeOf([...routes.map(off), route('vpc-c', '10.1.0.0/24')])).toEqual(['overlap', 'ccn-overlap', 'danger']);
    expect(placeOf(routes.slice(0, 1))).toEqual(['missing', 'no-ccn-way-back', 'warning']);
    expect(placeOf(routes, { routeTables: model.routeTables })).toEqual(['missing', 'no-way-there', 'warning']);
  });

  it('is dead in a CCN that is not paid, and not known where its routes are not told', () => {
    expect(placeOf(routes, { ccns: [{ id: 'ccn-1', state: 'arrears', routes, selections: [] }] })).toEqual(['dead', 'state', 'danger']);
    expect(placeOf(routes, { ccns: [{ id: 'ccn-1', state: 'available' }] })).toEqual(['unknown', 'not-known']);
    expect(placeOf(routes, { ccns: [] })).toEqual(['unknown', 'not-known']);
  });
});

it('counts of what was not read whole are not known', () => {
  const unread = (kind: 'natGateways' | 'interfaces' | 'peerings' | 'ccnAttachments') =>
    named(estateOf({ ...model, gaps: [{ kind, because: 'refused' }] }), 'shop');
  const addresses = (vpc: EstateVpc | undefined) => vpc?.exits.find(({ kind }) => kind === 'internet')?.addresses;
  expect(addresses(named(estate, 'shop'))).toBe(1);
  expect([addresses(unread('natGateways')), addresses(unread('interfaces'))]).toEqual([null, null]);
  expect([
    named(estate, 'shop')?.unread,
    unread('peerings')?.unread,
    unread('natGateways')?.unread,
    unread('ccnAttachments')?.unread,
  ]).toEqual([
    { exits: false, joined: false },
    { exits: false, joined: true },
    { exits: true, joined: false },
    { exits: false, joined: true },
  ]);
});

it('a part of the estate knows where all of it stands', () => {
  const part = estateView(filterEstate(estate, { ...everything, region: 'ap-shanghai' }), { whole: estate });
  expect([part.nodes.length, part.all.length]).toEqual([2, 4]);
});
