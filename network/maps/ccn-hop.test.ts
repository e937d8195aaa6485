/** A CCN, own addresses and odd types as next hops of a VPC's map. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelCcnAttachment, ModelRoute, NetworkModel, PeeringState } from '../model/model.ts';
import { sampleMeasure as measure, sampleMapModel, sampleWords as words } from '../testing/sample-map.ts';
import { estateOf } from './estate.ts';
import { type MapHop, placesBehind } from './map-hop.ts';
import { qualityOf } from './quality.ts';
import { searchVpc } from './search.ts';
import { type VpcMap, vpcMapOf } from './vpc-map.ts';
import { vpcScene } from './vpc-scene.ts';

const base = sampleMapModel({ tables: 1, subnets: 3, zones: 1, peers: 3, interfacesPerSubnet: 1 }, 1);
const far = (at: number): string => `vpc-${at}`;

interface Setting {
  readonly states?: readonly PeeringState[];
  readonly routes?: readonly ModelRoute[];
  /** Attached networks that the CCN's table has no route to. */
  readonly without?: readonly string[];
  readonly owned?: boolean;
}

const attachment = (instance: string, state: PeeringState = 'active'): ModelCcnAttachment => ({
  ...{ id: `ccn-1 ${instance}`, ccn: 'ccn-1', instance, type: 'VPC', state, routeTable: 'ccnrtb-1' },
  ...{ name: `${instance} by the CCN`, cidrs: ['10.250.0.0/16'], region: 'ap-beijing', account: '100000000009' },
});

/** "vpc-home" with a route into a CCN, and the networks of `others` in it. */
function modelOf(others: readonly string[], { states = [], routes, without = [], owned = true }: Setting = {}): NetworkModel {
  const members = ['vpc-home', ...others];
  const into: readonly ModelRoute[] = routes ?? [{ destination: '10.64.0.0/16', type: 'CCN', gateway: 'ccn-1' }];
  return {
    ...base,
    routeTables: base.routeTables.map((table) => ({
      ...table,
      routes: table.vpc === 'vpc-home' ? into : [{ destination: '10.0.0.0/12', type: 'CCN' as const, gateway: 'ccn-1' }],
    })),
    ccns: owned
      ? [
          {
            ...{ id: 'ccn-1', state: 'available' as const, name: 'backbone', selections: [] },
            routes: members
              .filter((instance) => !without.includes(instance))
              .map((instance) => ({
                ...{ routeTable: 'ccnrtb-1', instance, enabled: true },
                destination: instance === 'vpc-home' ? '10.0.0.0/12' : '10.64.0.0/14',
              })),
          },
        ]
      : [],
    ccnAttachments: members.map((instance, at) => attachment(instance, states[at])),
  };
}

function mapOf(model: NetworkModel): VpcMap {
  const map = vpcMapOf(model, 'vpc-home');
  if (!map) throw new Error('the sample has no vpc-home');
  return map;
}

function ccnOf(model: NetworkModel): MapHop {
  const hop = mapOf(model).hops.find(({ kind }) => kind === 'ccn');
  if (!hop) throw new Error('the map has no CCN');
  return hop;
}

describe('a CCN', () => {
  it('is a hop with its name, and leads to the networks in it', () => {
    const hop = ccnOf(modelOf([far(0), far(1)]));
    expect(hop).toMatchObject({ id: 'ccn-1', name: 'backbone' });
    expect(hop.beyond).toMatchObject([
      { kind: 'vpc', id: far(0), name: 'peer-0 对端', blocks: ['10.64.0.0/16'], region: 'ap-guangzhou', state: 'good', passes: 'both' },
      { kind: 'vpc', id: far(1), blocks: ['10.65.0.0/16'], region: 'ap-shanghai', state: 'good', passes: 'both' },
    ]);
  });

  it('tells of a network that nobody here can read what the CCN tells', () => {
    const [beyond] = ccnOf(modelOf(['vpc-foreign'])).beyond;
    expect(beyond).toMatchObject({
      ...{ name: 'vpc-foreign by the CCN', blocks: ['10.250.0.0/16'], region: 'ap-beijing', account: '100000000009', state: 'good' },
    });
  });

  it.each<[string, Setting, object]>([
    ['waits', { states: ['active', 'pending'] }, { state: 'asked', passes: 'none', trouble: { code: 'state', state: 'pending' } }],
    ['was refused', { states: ['active', 'rejected'] }, { state: 'dead', passes: 'none' }],
    ['stands in a state that nobody knows', { states: ['active', 'unknown'] }, { state: 'unknown', passes: 'unknown' }],
    ['has no route to it', { without: [far(0)] }, { state: 'missing', passes: 'in', trouble: { code: 'no-ccn-way-there' } }],
    ['has no route back', { without: ['vpc-home'] }, { state: 'missing', passes: 'out', trouble: { code: 'no-ccn-way-back' } }],
    ['has no route at all', { without: ['vpc-home', far(0)] }, { state: 'missing', passes: 'none', trouble: { code: 'no-ccn-routes' } }],
  ])('where a network of it %s', (_, given, wanted) => {
    expect(ccnOf(modelOf([far(0)], given)).beyond[0]).toMatchObject(wanted);
  });

  it('says of routes that it keeps off for an overlap why, as the estate does', () => {
    const model = modelOf([far(0), far(1)]);
    const ccns = model.ccns.map(({ routes = [], ...ccn }) => ({
      ...ccn,
      routes: routes.map((one) => ({
        ...one,
        ...(one.instance === far(1) ? { destination: '10.0.0.0/12' } : {}),
        enabled: one.instance !== 'vpc-home',
      })),
    }));
    const kept = { ...model, ccns };
    const { beyond } = ccnOf(kept);
    const trouble = { code: 'ccn-overlap', networks: [far(1)] };
    expect(beyond.map(({ id }) => id)).toEqual([far(0), far(1)]);
    expect(beyond).toMatchObject([
      { state: 'overlap', trouble, passes: 'out' },
      { state: 'overlap', trouble, passes: 'out' },
    ]);
    const estate = estateOf(kept);
    expect(estate.links.find(({ ends }) => ends[1] === 'vpc:vpc-home')).toMatchObject({ kind: 'ccn', state: 'overlap', trouble });
    // Said once for the place, not again for each network.
    const told = estate.vpcs
      .find(({ id }) => id === 'vpc-home')
      ?.findings.filter((one) => one.kind === 'place' || (one.kind === 'beyond' && one.hop.kind === 'ccn'));
    expect(told?.map(({ kind }) => kind)).toEqual(['place']);
  });

  it('whose network has no route back in its own tables says in which', () => {
    const model = modelOf([far(0)]);
    const bare = model.routeTables.map((table) => (table.vpc === far(0) ? { ...table, routes: [] } : table));
    expect(ccnOf({ ...model, routeTables: bare }).beyond[0]).toMatchObject({
      ...{ state: 'missing', passes: 'out', trouble: { code: 'no-way-back', tables: ['rtb-of-vpc-0'] } },
    });
  });

  it('in which this VPC waits carries nothing, and stands there all the same', () => {
    const map = mapOf(modelOf([far(0)], { states: ['pending', 'active'] }));
    const hop = map.hops.find(({ kind }) => kind === 'ccn');
    expect(hop?.beyond.map(({ state }) => state)).toEqual(['asked']);
    expect(map.tables[0]?.routes.map(({ fate, hop: key }) => [fate, key])).toEqual([['dead', null]]);
  });

  it('of another account is not known, but for what is told', () => {
    const states = ccnOf(modelOf([far(0)], { owned: false })).beyond.map(({ kind, state }) => [kind, state]);
    expect(states).toEqual([
      ['vpc', 'unknown'],
      ['unknown', 'unknown'],
    ]);
  });

  it('of many networks shows the first, and one card for the rest that names them all', () => {
    const names = Array.from({ length: 9 }, (_, at) => `vpc-foreign-${at}`);
    const model = modelOf(names);
    const hop = ccnOf(model);
    expect(hop.beyond.map(({ kind }) => kind)).toEqual(['vpc', 'vpc', 'vpc', 'vpc', 'several']);
    expect(placesBehind(hop).map(({ id }) => id)).toEqual(names);
    expect(searchVpc(mapOf(model), 'foreign-8')).toEqual([hop.beyond[4]?.key]);
  });
});

describe('the picture with them', () => {
  const odd: readonly ModelRoute[] = [
    { destination: '0.0.0.0/0', type: 'EIP', gateway: '0' },
    { destination: '172.30.0.0/16', type: 'A_TYPE_OF_TOMORROW' as ModelRoute['type'], gateway: 'thing-1' },
    { destination: '10.64.0.0/16', type: 'USER_CCN', gateway: 'ccn-1' },
    { destination: '10.65.0.0/16', type: 'CCN', gateway: 'ccn-1' },
  ];

  it('leads instances with public addresses of their own to the internet', () => {
    const hop = mapOf(modelOf([], { routes: odd })).hops.find(({ kind }) => kind === 'own');
    expect(hop?.beyond).toMatchObject([{ kind: 'internet', state: 'good', passes: 'both' }]);
  });

  it('keeps every gate for any number of networks, and cuts no word of a type', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.constantFrom(1072, 1384), fc.boolean(), (n, width, owned) => {
        const names = Array.from({ length: n }, (_, at) => (at < 3 ? far(at) : `vpc-foreign-${at}`));
        const map = mapOf(modelOf(names, { routes: odd, owned }));
        const own = {
          ...words,
          notes: (hop: MapHop) => (hop.kind === 'other' ? [hop.type] : words.notes({ ...hop, members: [], tables: [], destinations: [] })),
        };
        const scene = vpcScene({ map, words: own, measure, width, height: 760 });
        const { overText, throughBox, shared, textOverText, outside, cut } = qualityOf(scene);
        expect({ overText, throughBox, shared, textOverText, outside }).toEqual({
          ...{ overText: [], throughBox: [], shared: [], textOverText: [], outside: [] },
        });
        expect(cut).not.toContain('A_TYPE_OF_TOMORROW');
        expect(scene.texts.some(({ text }) => text === 'A_TYPE_OF_TOMORROW')).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
