/** What of a table's routes leads to the internet: through what, and for how much of it. */
import { describe, expect, it } from 'vitest';
import type { ModelRoute, NetworkModel } from '../model/model.ts';
import { network, pcx } from '../testing/two-vpcs.ts';
import { internetWaysOf } from './internet-ways.ts';
import { vpcMapOf } from './vpc-map.ts';

const nat = { id: 'nat-a', vpc: 'vpc-a', state: 'available' as const, eips: ['43.0.0.1'] };
const out = (destination: string, gateway = 'nat-a'): ModelRoute => ({ destination, type: 'NAT', gateway });

/** "hop part", "hop ?destination". */
function ways(routes: readonly ModelRoute[], change: Partial<NetworkModel> = {}): string[] {
  const base = network({ natGateways: [nat], ...change });
  const [first, ...rest] = base.routeTables;
  const map = first && vpcMapOf({ ...base, routeTables: [{ ...first, routes }, ...rest] }, 'vpc-a');
  const table = map?.tables.find(({ id }) => id === 'rtb-a');
  if (!map || !table) throw new Error('the sample has rtb-a');
  const { gates, unsure } = internetWaysOf(map, table);
  return [
    ...gates.map(({ hop, part }) => `${hop.id} ${part?.join() ?? 'all'}`),
    ...unsure.map(({ hop, destination }) => `${hop.id} ?${destination}`),
  ];
}

describe('ways to the internet', () => {
  it.each<[string, ModelRoute[], string[]]>([
    ['all of it by a default route to a NAT gateway', [out('0.0.0.0/0')], ['nat-a all']],
    ['a part by a narrower route', [out('43.2.0.0/16')], ['nat-a 43.2.0.0/16']],
    ['one half, where the route for the other is dead', [out('0.0.0.0/1'), out('128.0.0.0/1', 'nat-gone')], ['nat-a 0.0.0.0/1']],
    ['none by private addresses through it', [out('10.9.0.0/16')], []],
    ['none by public addresses of its own: that is no route’s doing', [{ destination: '0.0.0.0/0', type: 'EIP', gateway: '0' }], []],
    ['none by a route to a peer’s range', [pcx('10.1.0.0/16')], []],
    ['not known behind a peering that takes everything', [pcx('0.0.0.0/0')], ['pcx-ab ?0.0.0.0/0']],
  ])('%s', (_, routes, told) => {
    expect(ways(routes)).toEqual(told);
  });

  it('is not known where the gateway was not read', () => {
    expect(ways([out('0.0.0.0/0')], { natGateways: [], gaps: [{ kind: 'natGateways', because: 'RequestLimitExceeded' }] })).toEqual([
      'nat-a ?0.0.0.0/0',
    ]);
  });
});

it('is not known behind a hop that no route is known to lead to', () => {
  const base = network({ gaps: [{ kind: 'eips', because: 'UnauthorizedOperation' }] });
  const routes = [{ destination: '0.0.0.0/0', type: 'CVM', gateway: 'ins-a' }];
  const model = { ...base, routeTables: base.routeTables.map((table) => (table.id === 'rtb-a' ? { ...table, routes } : table)) };
  const hop = vpcMapOf(model, 'vpc-a')?.hops.find(({ id }) => id === 'ins-a');
  expect(hop?.beyond.map(({ state, passes }) => [state, passes])).toEqual([['unknown', 'unknown']]);
});

describe('public addresses that are blocked or unpaid', () => {
  const held = (address: string, stop: object = {}) => ({ id: `eip-${address}`, address, boundTo: { natGateway: 'nat-a' }, ...stop });
  const both = { ...nat, eips: ['43.0.0.1', '43.0.0.2'] };
  const behind = (change: Partial<NetworkModel>) => {
    const found = vpcMapOf(network({ natGateways: [both], ...change }), 'vpc-a')?.hops.find(({ id }) => id === 'nat-a')?.beyond[0];
    return [found?.trouble?.code, found?.addresses];
  };

  it('are no way to the internet, and not counted where another one works', () => {
    const eips = [held('43.0.0.1', { blocked: true }), held('43.0.0.2', { arrears: true })];
    expect(ways([out('0.0.0.0/0')], { natGateways: [both], eips })).toEqual([]);
    expect(behind({ eips })).toEqual(['addresses-stopped', ['43.0.0.1', '43.0.0.2']]);
    const [stopped] = eips;
    if (!stopped) throw new Error('there are two');
    expect(ways([out('0.0.0.0/0')], { natGateways: [both], eips: [stopped, held('43.0.0.2')] })).toEqual(['nat-a all']);
    expect(behind({ eips: [stopped, held('43.0.0.2')] })[1]).toEqual(['43.0.0.2']);
  });
});

describe('a hop that only dead routes lead to', () => {
  const refused = { peerings: [{ id: 'pcx-ab', vpcs: ['vpc-a', 'vpc-b'] as const, state: 'rejected' as const }] };
  const ledOf = (change: Partial<NetworkModel>, routes: readonly ModelRoute[]): unknown => {
    const base = network(change);
    const tables = base.routeTables.map((table) => (table.id === 'rtb-a' ? { ...table, routes } : table));
    return vpcMapOf({ ...base, routeTables: tables }, 'vpc-a')?.hops.find(({ id }) => id === 'pcx-ab')?.led;
  };

  it('is told from one that no route leads to', () => {
    expect(ledOf(refused, [pcx('10.1.0.0/16')])).toBe('lost');
    expect(ledOf({}, [{ ...pcx('10.1.0.0/16'), enabled: false }])).toBe('lost');
    expect(ledOf(refused, [])).toBe('nothing');
    expect(ledOf({}, [pcx('10.1.0.0/16')])).toBe('led');
  });
});
