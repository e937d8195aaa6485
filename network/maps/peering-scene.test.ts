/** The gates of the picture of a peering, for networks of all sizes and peerings in every state. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelPeering, ModelRoute, NetworkModel } from '../model/model.ts';
import { sampleMapModel, sampleMeasure } from '../testing/sample-map.ts';
import { pcx, peeredNetwork } from '../testing/two-vpcs.ts';
import { leavesBy, type PeeringMap, peeringMapOf } from './peering-map.ts';
import { type PeeringWords, peeringScene } from './peering-scene.ts';
import { qualityOf } from './quality.ts';
import type { Scene } from './scene.ts';

const long = 'Nobody here has this end. Its owner adds routes there to all of the blocks of this side, in every table that is to answer.';

const wordsOf = (map: PeeringMap): PeeringWords => ({
  vpc: ({ vpc, id }) => vpc?.name || id,
  place: ({ vpc }) => (vpc ? `${vpc.region} · 云通物流 Yuntong Logistics ${vpc.account}` : 'UIN 100000000009'),
  table: ({ name, id }) => name || id,
  counts: ({ subnets }) => `${subnets ?? 'not known'} subnets`,
  route: ({ fate, gateway }) => (fate === 'live' ? '' : fate === 'elsewhere' ? `leads to ${gateway}` : fate),
  none: ({ vpc }) => (vpc ? 'No route of this side leads through it.' : long),
  peering: map.peering?.name || map.peering?.id || 'No peering',
  state: map.state ?? 'not joined',
  passes: '两侧都没有路由：不承载任何流量。It carries nothing between the two of them: no route on either side.',
  more: (n) => `+${n}`,
  moreTables: (n) => `${n} more tables`,
});

const sceneOf = (model: NetworkModel, ends: readonly [string, string], peering: ModelPeering | null, width: number): Scene => {
  const map = peeringMapOf(model, ends, peering);
  return peeringScene({ map, words: wordsOf(map), measure: sampleMeasure, width });
};

const sizes = fc.record({
  tables: fc.integer({ min: 1, max: 14 }),
  subnets: fc.integer({ min: 0, max: 40 }),
  zones: fc.integer({ min: 1, max: 3 }),
  peers: fc.integer({ min: 1, max: 6 }),
  interfacesPerSubnet: fc.constant(0),
});

/** More routes through the peering than a card shows, and blocks of all lengths. */
const crowded = (model: NetworkModel, every: number): NetworkModel => ({
  ...model,
  vpcs: model.vpcs.map((vpc, at) => ({
    ...vpc,
    name: at % 2 ? 'a-very-long-name-of-a-vpc-that-somebody-wrote 生产环境的专有网络' : (vpc.name ?? ''),
    secondaryCidrs: at % 3 === 0 ? [`172.${16 + at}.0.0/16`, `192.168.${at}.0/24`, `100.64.${at}.0/24`] : [],
    ipv6Cidrs: at % 2 ? ['2402:4e00:1200:1234::/56'] : [],
  })),
  routeTables: model.routeTables.map((table, at) => {
    const more: ModelRoute[] = Array.from({ length: at % every === 0 ? 12 : 0 }, (_, n) => ({
      ...{ destination: n % 4 === 3 ? `2402:4e00:1200:12${10 + n}::/64` : `10.64.${n}.0/24`, type: 'PEERCONNECTION', gateway: 'pcx-0' },
      enabled: n % 5 !== 4,
    }));
    return { ...table, routes: [...table.routes, ...more] };
  }),
});

describe('the picture of a peering', () => {
  it('has no line over a text, through a box or along another, no text over another, and none too small', () => {
    const seed = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(
        sizes,
        seed,
        fc.integer({ min: 300, max: 1864 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (size, from, width, every, foreign) => {
          const model = crowded(sampleMapModel(size, from), every);
          for (const peering of model.peerings) {
            const told = foreign ? { ...model, vpcs: model.vpcs.filter(({ id }) => id !== peering.vpcs[1]) } : model;
            const scene = sceneOf(told, peering.vpcs, peering, width);
            const { smallestFont, cut: _, ...faults } = qualityOf(scene);
            expect(faults).toEqual({ overText: [], throughBox: [], shared: [], textOverText: [], outside: [], crossings: 0 });
            expect(smallestFont).toBeGreaterThanOrEqual(11);
            expect(scene.width).toBeLessThanOrEqual(Math.max(640, width));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is the same for rows in another order', () => {
    const model = crowded(sampleMapModel({ tables: 6, subnets: 20, zones: 2, peers: 4, interfacesPerSubnet: 0 }, 5), 2);
    const turned = {
      ...model,
      ...{ vpcs: [...model.vpcs].reverse(), subnets: [...model.subnets].reverse(), peerings: [...model.peerings].reverse() },
      routeTables: [...model.routeTables].reverse().map((table) => ({ ...table, routes: [...table.routes].reverse() })),
    };
    for (const peering of model.peerings)
      expect(sceneOf(turned, peering.vpcs, peering, 1100)).toEqual(sceneOf(model, peering.vpcs, peering, 1100));
  });

  it('fails where a line is laid over a text', () => {
    const model = peeredNetwork([pcx('10.1.0.0/16')], [pcx('10.0.0.0/16')]);
    const [peering = null] = model.peerings;
    const scene = sceneOf(model, ['vpc-a', 'vpc-b'], peering, 900);
    const [text] = scene.texts;
    const [line] = scene.lines;
    if (!text || !line) throw new Error('a peering with routes has both');
    const points = [
      { x: text.x - 5, y: text.y - 4 },
      { x: text.x + 50, y: text.y - 4 },
    ];
    expect(qualityOf({ ...scene, lines: [...scene.lines, { ...line, points }] }).overText).not.toEqual([]);
  });
});

describe('what the picture of a peering tells', () => {
  const ends = ['vpc-a', 'vpc-b'] as const;
  const mapOf = (inA: readonly ModelRoute[], inB: readonly ModelRoute[], state: ModelPeering['state'] = 'active'): PeeringMap => {
    const model = peeredNetwork(inA, inB);
    const peerings = model.peerings.map((one) => ({ ...one, state }));
    return peeringMapOf({ ...model, peerings }, ends, peerings[0] ?? null);
  };
  const rows = ({ sides }: PeeringMap): string[][] =>
    sides.map(({ tables }) => tables.flatMap(({ routes }) => routes.map(({ destination, fate }) => `${destination} ${fate}`)));

  it('both ways, one way, and none: with what is missing on which side', () => {
    const both = mapOf([pcx('10.1.0.0/16')], [pcx('10.0.0.0/16')]);
    expect([both.way, both.carries, rows(both)]).toEqual(['good', 'both', [['10.1.0.0/16 live'], ['10.0.0.0/16 live']]]);
    const oneWay = mapOf([pcx('10.1.0.0/16')], []);
    expect([oneWay.way, oneWay.carries, rows(oneWay)]).toEqual(['missing', 'one-way', [['10.1.0.0/16 live'], ['10.0.0.0/16 missing']]]);
    expect(oneWay.sides.map((side) => leavesBy(oneWay, side))).toEqual([true, false]);
    const nothing = mapOf([], []);
    expect([nothing.way, nothing.carries, rows(nothing)]).toEqual([
      'missing',
      'nothing',
      [['10.1.0.0/16 missing'], ['10.0.0.0/16 missing']],
    ]);
  });

  it('what a table leads elsewhere is no missing route, nor one that is there and switched off', () => {
    const elsewhere = mapOf([{ destination: '10.1.0.0/16', type: 'NAT', gateway: 'nat-1' }], [{ ...pcx('10.0.0.0/16'), enabled: false }]);
    expect(rows(elsewhere)).toEqual([['10.1.0.0/16 elsewhere'], ['10.0.0.0/16 unused']]);
    expect(elsewhere.sides[0].tables[0]?.routes[0]?.gateway).toBe('nat-1');
  });

  it.each([
    ['pending', 'asked'],
    ['expired', 'expired'],
    ['rejected', 'dead'],
    ['deleting', 'dead'],
    ['unknown', 'unknown'],
  ] as const)('of one that is %s, that its routes lead nowhere', (state, way) => {
    const map = mapOf([pcx('10.1.0.0/16')], [], state);
    expect([map.way, map.carries]).toEqual([way, null]);
    expect(rows(map)).toEqual([[`10.1.0.0/16 ${state === 'unknown' ? 'unknown' : 'dead'}`], []]);
  });

  it('of an end that no account here has, that it is not known what it carries', () => {
    const model = peeredNetwork([pcx('10.1.0.0/16')], []);
    const [peering = null] = model.peerings;
    const map = peeringMapOf({ ...model, vpcs: model.vpcs.filter(({ id }) => id === 'vpc-a') }, ends, peering);
    expect([map.way, map.carries, map.sides[1].vpc]).toEqual(['unknown', 'unknown', null]);
    expect(rows(map)).toEqual([['10.1.0.0/16 live'], []]);
  });

  it('ranges that both have, each by its own end', () => {
    const model = peeredNetwork([], []);
    const vpcs = model.vpcs.map((vpc) => (vpc.id === 'vpc-a' ? { ...vpc, secondaryCidrs: ['10.1.2.0/24'] } : vpc));
    expect(peeringMapOf({ ...model, vpcs }, ['vpc-b', 'vpc-a'], null)).toMatchObject({
      way: 'overlap',
      overlaps: [{ a: '10.1.0.0/16', b: '10.1.2.0/24' }],
    });
  });
});
