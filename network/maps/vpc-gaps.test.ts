/** What a map says where lists are missing, and what NAT gateways, IPv6 blocks and secondary ranges add to it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelKind, NetworkModel } from '../model/model.ts';
import { sampleMeasure as measure, sampleMapModel, sampleWords as words } from '../testing/sample-map.ts';
import { litWith } from './lit.ts';
import { qualityOf } from './quality.ts';
import { searchVpc } from './search.ts';
import { type VpcMap, vpcMapOf, withGaps } from './vpc-map.ts';
import { vpcScene } from './vpc-scene.ts';

const size = { tables: 3, subnets: 24, zones: 3, peers: 4, interfacesPerSubnet: 2 } as const;

function mapOf(model: NetworkModel): VpcMap {
  const map = vpcMapOf(model, 'vpc-home');
  if (!map) throw new Error('the sample has no vpc-home');
  return withGaps(map);
}

/** A model whose lists of these kinds were refused. */
const without = (model: NetworkModel, kinds: readonly ModelKind[]): NetworkModel => ({
  ...model,
  ...Object.fromEntries(kinds.map((kind) => [kind, []])),
  gaps: kinds.map((kind) => ({ kind, because: 'RequestLimitExceeded' })),
});

const sceneOf = (map: VpcMap) => vpcScene({ map, words, measure, width: 1184, height: 760 });

describe('a list that was not read', () => {
  const kinds = ['subnets', 'routeTables', 'interfaces', 'peerings', 'natGateways', 'vpnGateways', 'vpnConnections'] as const;

  it('never makes something good, none or unused; the picture keeps its gates', () => {
    fc.assert(
      fc.property(fc.subarray([...kinds], { minLength: 1 }), fc.integer({ min: 1, max: 1000 }), (lost, seed) => {
        const map = mapOf(without(sampleMapModel(size, seed), lost));
        const { overText, throughBox, shared, textOverText, outside } = qualityOf(sceneOf(map));
        expect({ overText, throughBox, shared, textOverText, outside }).toEqual({
          ...{ overText: [], throughBox: [], shared: [], textOverText: [], outside: [] },
        });
        const subnets = map.tables.flatMap((table) => table.subnets);
        if (lost.includes('interfaces'))
          expect(subnets.every(({ interfaces, publicly }) => interfaces === null && publicly === null)).toBe(true);
        if (lost.includes('routeTables')) expect(map.tables.map(({ id }) => id)).toEqual(['']);
        const beyond = map.hops.filter(({ kind }) => kind === 'vpn').flatMap((hop) => hop.beyond);
        if (lost.includes('vpnConnections')) expect(beyond.every(({ state }) => state === 'unknown')).toBe(true);
        if (lost.includes('subnets')) expect(sceneOf(map).texts.every(({ full }) => full !== words.unused)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('of gateways has a box of its own, in place of those that it may hold', () => {
    const map = mapOf(without(sampleMapModel(size, 3), ['natGateways', 'vpnGateways']));
    expect(map.hops.filter(({ kind }) => kind === 'unread').map(({ key }) => key)).toEqual(['gap:natGateways', 'gap:vpnGateways']);
    expect(sceneOf(map).boxes.find(({ key }) => key === 'gap:vpnGateways')?.state).toBe('unknown');
    expect(mapOf(sampleMapModel(size, 3)).hops.some(({ kind }) => kind === 'unread')).toBe(false);
  });
});

describe('a published port', () => {
  const port = {
    ...{ id: 'p', natGateway: 'nat-0', vpc: 'vpc-home', protocol: 'TCP' as const },
    ...{ publicAddress: '198.19.67.56', publicPort: 443, address: '10.0.5.9', port: 8443 },
  };
  const map = mapOf({ ...sampleMapModel(size, 3), natPorts: [port] });
  const nat = map.hops.find(({ id }) => id === 'nat-0');

  it('lets packets in, and is told with the subnet that it leads to', () => {
    expect(nat?.published).toEqual([
      { outside: 'TCP 198.19.67.56:443', inside: '10.0.5.9:8443', subnet: { id: 'subnet-5', name: 'stock-5' } },
    ]);
    expect(nat?.beyond.map(({ passes }) => passes)).toEqual(['both']);
    expect(litWith(map, nat?.key ?? '', new Map())).toContain('subnet:subnet-5');
  });

  it('stands beside the subnets that leave by addresses of their own', () => {
    const rule = {
      id: 's',
      natGateway: 'nat-0',
      vpc: 'vpc-home',
      subnet: 'subnet-5',
      block: '10.0.5.0/24',
      publicAddresses: ['198.19.98.39'],
    };
    const one = { ...rule, id: 't', subnet: null, block: '10.0.6.9/32' };
    const both = mapOf({ ...sampleMapModel(size, 3), natPorts: [port], natSources: [one, rule] });
    expect(both.hops.find(({ id }) => id === 'nat-0')?.leaving).toEqual([
      { id: 's', subnet: { id: 'subnet-5', name: 'stock-5' }, block: '10.0.5.0/24', addresses: ['198.19.98.39'] },
      { id: 't', subnet: { id: 'subnet-6', name: '会员中心-6' }, block: '10.0.6.9/32', addresses: ['198.19.98.39'] },
    ]);
    const texts = sceneOf(both).texts.filter(({ of }) => of.includes(nat?.key ?? ''));
    expect(texts.map(({ text }) => text)).toContain('SNAT of stock-5');
    const { textOverText, outside } = qualityOf(sceneOf(both));
    expect({ textOverText, outside }).toEqual({ textOverText: [], outside: [] });
  });

  it('is not known where its list was not read', () => {
    const model = { ...sampleMapModel(size, 3), gaps: (['natPorts', 'natSources'] as const).map((kind) => ({ kind, because: 'refused' })) };
    expect(mapOf(model).hops.find(({ id }) => id === 'nat-0')).toMatchObject({ published: null, leaving: null });
    expect(mapOf(model).gaps.map(({ kind }) => kind)).toEqual(['natPorts', 'natSources']);
  });
});

describe('a second range and blocks of IPv6', () => {
  const model = sampleMapModel(size, 3);
  const [home, ...others] = model.vpcs;
  const [first, ...rest] = model.subnets;
  if (!home || !first) throw new Error('the sample has a VPC with subnets');
  const map = mapOf({
    ...model,
    vpcs: [{ ...home, secondaryCidrs: ['10.96.0.0/16'], ipv6Cidrs: ['2402:4e00:1200:1200::/56'] }, ...others],
    subnets: [{ ...first, ipv6Cidr: '2402:4e00:1200:1201::/64' }, ...rest],
  });
  const scene = sceneOf(map);

  it('are on the card of every table, whole, and on the cell of the subnet', () => {
    const local = ['10.0.0.0/12', '10.96.0.0/16', '2402:4e00:1200:1200::/56'].map((cidr) => words.local(cidr));
    for (const text of local) expect(scene.texts.filter((one) => one.full === text && one.text === text).length).toBe(map.tables.length);
    expect(scene.texts.filter(({ text, of }) => text === 'v6' && of.includes(`subnet:${first.id}`)).length).toBe(1);
    expect(qualityOf(scene).textOverText).toEqual([]);
  });

  it('are found by an address of theirs', () => {
    expect(searchVpc(map, '2402:4e00:1200:1201::9')).toEqual([`subnet:${first.id}`]);
  });
});

describe('a hop that no route leads to', () => {
  const model = sampleMapModel(size, 3);
  const unrouted: NetworkModel = { ...model, routeTables: model.routeTables.map((table) => ({ ...table, routes: [] })) };
  const unled = (map: VpcMap) => map.hops.filter(({ kind }) => kind === 'vpn' || kind === 'nat' || kind === 'direct-connect');

  it('has nothing good behind it: nothing passes, and its lines have no arrowheads', () => {
    const map = mapOf(unrouted);
    expect(unled(map).map(({ led }) => led)).toEqual(['nothing', 'nothing', 'nothing', 'nothing']);
    const behind = unled(map).flatMap(({ beyond }) => beyond);
    expect(behind.some(({ trouble }) => trouble?.code === 'not-led')).toBe(true);
    expect(behind.filter(({ state, passes }) => state === 'good' || passes !== 'none')).toEqual([]);
    const links = sceneOf(map).lines.filter(({ key }) => behind.some((one) => key === `link:${one.key}`));
    expect(links.every(({ state, start, end }) => state !== 'good' && start !== 'arrow' && end !== 'arrow')).toBe(true);
  });

  it('is not told to be without a route where the tables were not read', () => {
    const map = mapOf(without(model, ['routeTables']));
    expect(map.hops.every(({ led }) => led === 'unknown')).toBe(true);
    const behind = map.hops
      .flatMap(({ beyond }) => beyond)
      .filter(({ state }) => state !== 'dead' && state !== 'asked' && state !== 'expired');
    expect(behind.filter(({ state, passes }) => state !== 'unknown' || passes !== 'unknown')).toEqual([]);
    const scene = sceneOf(map);
    expect(scene.texts.some(({ full }) => full === words.heads.led)).toBe(false);
    expect(scene.texts.some(({ full }) => full === words.heads.unread)).toBe(true);
    expect(scene.boxes.filter(({ kind }) => kind === 'hop').map(({ state }) => state)).not.toContain('missing');
  });
});
