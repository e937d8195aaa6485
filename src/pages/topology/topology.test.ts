import { describe, expect, it } from 'vitest';
import { emptyModel, type ModelInterface, type NetworkModel } from '../../../network/model/model.ts';
import { sampleModel } from '../../../network/testing/sample-model.ts';
import { buildTopology } from './build.ts';
import { layout } from './layout.ts';
import { type Topology, type TopologyNode, walk } from './node.ts';
import { search } from './search.ts';
import { ofOwners, ofVpc, withinHops } from './subgraph.ts';
import { drawn, fitted, zoomedAt } from './viewport.ts';

const at = { account: '1', region: 'ap-guangzhou' } as const;

const eni = (id: string, subnet: string, address: string, securityGroups: readonly string[]): ModelInterface => ({
  id,
  subnet,
  vpc: subnet.startsWith('subnet-b') ? 'vpc-b' : 'vpc-a',
  securityGroups,
  addresses: [{ address, primary: true }],
  instance: `ins-${id}`,
});

/** Two peered VPCs and a third that only the second is peered with; NAT, VPN and direct connect in the first. */
const model: NetworkModel = {
  ...emptyModel,
  vpcs: [
    { id: 'vpc-a', ...at, cidr: '10.0.0.0/16', name: 'shop' },
    { id: 'vpc-b', ...at, cidr: '10.1.0.0/16' },
    { id: 'vpc-c', account: '2', region: 'ap-beijing', cidr: '10.2.0.0/16' },
  ],
  subnets: [
    { id: 'subnet-a1', vpc: 'vpc-a', cidr: '10.0.1.0/24', zone: 'ap-guangzhou-1', name: 'front' },
    { id: 'subnet-a2', vpc: 'vpc-a', cidr: '10.0.2.0/24', zone: 'ap-guangzhou-2', routeTable: 'rtb-quiet' },
    { id: 'subnet-b1', vpc: 'vpc-b', cidr: '10.1.1.0/24', zone: 'ap-guangzhou-1' },
  ],
  routeTables: [
    {
      id: 'rtb-a',
      vpc: 'vpc-a',
      main: true,
      routes: [
        { destination: '0.0.0.0/0', type: 'NAT', gateway: 'nat-1' },
        { destination: '10.1.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-1' },
        { destination: '172.16.0.0/16', type: 'NAT', gateway: 'nat-1' },
        { destination: '172.17.0.0/16', type: 'VPN', gateway: 'vpngw-1' },
        { destination: '172.18.0.0/16', type: 'NORMAL_CVM', gateway: '10.0.1.4' },
      ],
    },
    { id: 'rtb-quiet', vpc: 'vpc-a', main: false, routes: [] },
    { id: 'rtb-b', vpc: 'vpc-b', main: true, routes: [] },
  ],
  interfaces: [
    eni('eni-1', 'subnet-a1', '10.0.1.4', ['sg-web', 'sg-ssh']),
    eni('eni-2', 'subnet-a1', '10.0.1.5', ['sg-web', 'sg-ssh']),
    eni('eni-3', 'subnet-a1', '10.0.1.6', ['sg-web']),
    eni('eni-4', 'subnet-b1', '10.1.1.4', ['sg-web']),
  ],
  peerings: [
    { id: 'pcx-1', vpcs: ['vpc-a', 'vpc-b'], state: 'active' },
    { id: 'pcx-2', vpcs: ['vpc-c', 'vpc-b'], state: 'pending' },
  ],
  natGateways: [{ id: 'nat-1', vpc: 'vpc-a', state: 'available', eips: ['1.2.3.4'] }],
  vpnGateways: [{ id: 'vpngw-1', vpc: 'vpc-a', state: 'available' }],
  vpnConnections: [
    { id: 'vpnx-1', gateway: 'vpngw-1', state: 'available', up: false, spds: [{ local: '10.0.0.0/16', remote: ['192.168.0.0/16'] }] },
  ],
  directConnectGateways: [{ id: 'dcg-1', vpc: 'vpc-a' }],
  eips: [{ id: 'eip-1', address: '1.2.3.5', boundTo: { interface: 'eni-3', privateAddress: '10.0.1.6' } }],
};

const build = (grouped = true): Topology => buildTopology(model, new Map(), { grouped, places: ['1/ap-guangzhou'] });
const keys = ({ roots }: Topology): string[] => [...walk(roots)].map(([node]) => node.key);
const find = (topology: Topology, key: string): TopologyNode | undefined =>
  [...walk(topology.roots)].find(([node]) => node.key === key)?.[0];

describe('the boxes of the map', () => {
  it('nest regions, VPCs, zones, subnets and interfaces', () => {
    const chain: string[] = [];
    const parents = new Map([...walk(build().roots)].map(([node, parent]) => [node.key, parent?.key]));
    for (let key: string | undefined = 'interface:eni-1'; key; key = parents.get(key)) chain.push(key);
    expect(chain).toEqual([
      'interface:eni-1',
      'interfaces:subnet-a1/sg-web+sg-ssh',
      'subnet:subnet-a1',
      'zone:vpc-a/ap-guangzhou-1',
      'vpc:vpc-a',
      'region:1/ap-guangzhou',
    ]);
  });

  it('group interfaces of the same subnet and security groups, and leave one alone', () => {
    expect(find(build(), 'subnet:subnet-a1')?.children.map(({ key }) => key)).toEqual([
      'interfaces:subnet-a1/sg-web+sg-ssh',
      'interface:eni-3',
    ]);
    expect(find(build(false), 'subnet:subnet-a1')?.children.map(({ id }) => id)).toEqual(['eni-1', 'eni-2', 'eni-3']);
  });

  it('have a box for each gateway, and a peering on both its sides', () => {
    expect(find(build(), 'gateways:vpc-a')?.children.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'nat-1 good',
      'vpngw-1 idle',
      'dcg-1 idle',
      'pcx-1 partial',
    ]);
    expect(find(build(), 'gateways:vpc-b')?.children.map(({ id, state }) => `${id} ${state}`)).toEqual(['pcx-1 partial', 'pcx-2 pending']);
    expect(find(build(), 'outside:1/ap-guangzhou')?.children.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'internet good',
      'vpn-connection down',
      'data-centre good',
    ]);
  });

  it('are well only with live routes, and not known to be without any while route tables are unread', () => {
    const statesOf = (changed: Partial<NetworkModel>): string[] => {
      const topology = buildTopology({ ...model, ...changed }, new Map(), { grouped: true, places: [] });
      return (find(topology, 'gateways:vpc-a')?.children ?? []).map(({ state }) => state);
    };
    expect(statesOf({ routeTables: model.routeTables.map((table) => ({ ...table, routes: [] })) })).toEqual([
      'idle',
      'idle',
      'idle',
      'idle',
    ]);
    const gaps = [{ kind: 'routeTables' as const, because: 'refused' }];
    expect(statesOf({ routeTables: [], gaps })).toEqual(['unsure', 'unsure', 'unsure', 'unsure']);
  });

  it('are joined by routes, peerings, NAT, VPN and direct connect', () => {
    const lines = build().edges.map(({ kind, from, to, state, label }) => `${kind} ${from} ${to} ${state} ${label}`.trim());
    expect(lines).toEqual([
      'peering peering:pcx-1@vpc-a peering:pcx-1@vpc-b partial',
      'peering peering:pcx-2@vpc-c peering:pcx-2@vpc-b pending',
      'nat nat-gateway:nat-1 internet:1/ap-guangzhou good',
      'vpn vpn-gateway:vpngw-1 vpn-connection:vpnx-1 down',
      'direct-connect direct-connect-gateway:dcg-1 data-centre:1/ap-guangzhou idle',
      'route subnet:subnet-a1 peering:pcx-1@vpc-a good 10.1.0.0/16',
      'route subnet:subnet-a1 nat-gateway:nat-1 good 172.16.0.0/16, 0.0.0.0/0',
      'route subnet:subnet-a1 vpn-gateway:vpngw-1 down 172.17.0.0/16',
      'route subnet:subnet-a1 interface:eni-1 good 172.18.0.0/16',
    ]);
  });
});

describe('parts of the map', () => {
  it('an account’s own regions, with the remote ends of its peerings', () => {
    const own = keys(ofOwners(build(), ({ detail }) => detail === '1'));
    expect(own).toContain('subnet:subnet-b1');
    expect(own).toContain('peering:pcx-2@vpc-c');
    const other = keys(ofOwners(build(), ({ detail }) => detail === '2'));
    expect(other).toContain('peering:pcx-2@vpc-b');
    expect(other).not.toContain('subnet:subnet-b1');
    expect(other).not.toContain('vpc:vpc-a');
  });

  it('one VPC with what it is joined to', () => {
    const found = keys(ofVpc(build(), 'vpc-a'));
    expect(found).toEqual(expect.arrayContaining(['interface:eni-1', 'internet:1/ap-guangzhou', 'peering:pcx-1@vpc-b']));
    expect(found).not.toContain('subnet:subnet-b1');
    expect(found).not.toContain('vpc:vpc-c');
    expect(keys(ofVpc(build(), 'vpc-gone'))).toEqual([]);
  });

  it('what is within hops: a peering counts once', () => {
    const ids = (hops: number, from: string): string[] => {
      const { roots } = withinHops(build(), from, hops);
      return [...new Set([...walk(roots)].flatMap(([{ id, kind }]) => (/zone|region/.test(kind) || !id ? [] : [id])))].sort();
    };
    expect(ids(0, 'subnet-a2')).toEqual(['subnet-a2', 'vpc-a']);
    expect(ids(1, 'vpc-a')).toEqual(['dcg-1', 'nat-1', 'pcx-1', 'pcx-2', 'subnet-a1', 'subnet-a2', 'vpc-a', 'vpc-b', 'vpngw-1']);
    expect(ids(1, 'eni-4')).toEqual(['eni-4', 'subnet-b1', 'vpc-b']);
    expect(ids(3, 'vpc-a')).toContain('vpc-c');
    expect(ids(1, 'vpc-a')).not.toContain('vpc-c');
    expect(ids(2, 'vpc-a')).toContain('vpc-c');
    expect(ids(5, 'nothing')).toEqual([]);
  });
});

describe('finding things', () => {
  const found = (text: string): string[] => search(build(), text).map(({ key }) => key);
  it('by name and id, the thing itself first', () => {
    expect(found('front')).toEqual(['subnet:subnet-a1']);
    expect(found('VPC-A')[0]).toBe('vpc:vpc-a');
    expect(found('ins-eni-2')).toEqual(['interface:eni-2']);
    expect(found('  ')).toEqual([]);
  });
  it('by address: its interface, then subnet and VPC around it', () => {
    expect(found('10.0.1.5')).toEqual(['interface:eni-2', 'subnet:subnet-a1', 'vpc:vpc-a']);
    expect(found('10.0.2.99')).toEqual(['subnet:subnet-a2', 'vpc:vpc-a']);
    expect(found('1.2.3.5')).toEqual(['interface:eni-3']);
  });
  it('by block', () => {
    expect(found('10.0.0.0/22')).toEqual(['subnet:subnet-a1', 'subnet:subnet-a2', 'vpc:vpc-a']);
    expect(found('10.1.1.0/24').slice(0, 2)).toEqual(['subnet:subnet-b1', 'vpc:vpc-b']);
  });
});

describe('what is drawn', () => {
  const topology = buildTopology(sampleModel({ vpcs: 20, subnetsPerVpc: 10, interfacesPerSubnet: 5 }), new Map(), {
    grouped: false,
    places: [],
  });
  const done = layout(topology.roots, () => true);
  const holders = new Map([...walk(topology.roots)].map(([node, parent]) => [node.key, parent?.key ?? '']));
  const whole = { x: 0, y: 0, w: done.width, h: done.height };

  it('is what meets the window', () => {
    const box = done.boxes[done.at.get('subnet:subnet-3-3') ?? -1];
    const near = drawn(done, topology.edges, box ?? whole, 1, holders);
    expect(near.boxes.map(({ node }) => node.key)).toContain('subnet:subnet-3-3');
    expect(near.boxes.length).toBeLessThan(12);
  });

  it('is few elements from afar: what is small is drawn in one', () => {
    const view = fitted(whole, 1440, 900);
    const far = drawn(done, topology.edges, whole, view.zoom, holders);
    expect(far.boxes.length).toBeLessThan(400);
    expect(far.boxes.filter(({ node }) => node.kind === 'vpc')).toHaveLength(20);
    expect(far.specks.outer.length + far.specks.inner.length).toBeGreaterThan(100);
    // Lines end at what can be seen: from VPC to VPC, not from gateways too small to see.
    expect(far.lines.length).toBeGreaterThan(10);
    expect(far.lines.every(({ from, to }) => far.boxes.includes(from) && far.boxes.includes(to))).toBe(true);
  });

  it('zooms about a point that stays where it is', () => {
    const view = { x: 10, y: 20, zoom: 0.5 };
    const after = zoomedAt(view, 2, 300, 200);
    expect([after.x + 300 / after.zoom, after.y + 200 / after.zoom]).toEqual([view.x + 300 / view.zoom, view.y + 200 / view.zoom]);
  });
});
