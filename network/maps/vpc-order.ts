/** The order of tables and of hops in a VPC's map: few lines cross, and the same things always stand in the same order. */

import type { HopKind, MapHop } from './map-hop.ts';
import { byBlock, byText } from './order.ts';
import type { VpcMap } from './vpc-map.ts';
import type { MapTable } from './vpc-tables.ts';

/** A hop of the picture: one of the map, or many peerings alike in one box. */
export interface PlacedHop extends MapHop {
  /** Keys of what it stands for; its own where it is one. */
  readonly members: readonly string[];
  /** Keys of the tables that lead to it. */
  readonly tables: readonly string[];
  /** Destinations of the routes to it, by block. */
  readonly destinations: readonly string[];
}

const kinds: readonly HopKind[] = ['nat', 'instance', 'peering', 'direct-connect', 'vpn', 'ccn', 'own', 'other', 'unread'];
/** More peerings than this that are alike stand in one box. */
const mostAlike = 12;

interface Leading {
  readonly tables: Set<string>;
  readonly destinations: Set<string>;
}

function ledBy(tables: readonly MapTable[]): Map<string, Leading> {
  const led = new Map<string, Leading>();
  for (const table of tables) {
    for (const { hop, destination } of table.routes) {
      if (hop === null) continue;
      const one = led.get(hop) ?? { tables: new Set(), destinations: new Set() };
      led.set(hop, one);
      one.tables.add(table.key);
      one.destinations.add(destination);
    }
  }
  return led;
}

/** Peerings that the same tables lead to, and that stand alike, in one box where they are many. */
function stacked(hops: readonly PlacedHop[]): PlacedHop[] {
  const alike = new Map<string, PlacedHop[]>();
  for (const hop of hops) {
    const key = hop.kind === 'peering' ? `peering ${hop.beyond[0]?.state} ${hop.tables.join()}` : hop.key;
    alike.set(key, [...(alike.get(key) ?? []), hop]);
  }
  return [...alike.values()].flatMap((group): PlacedHop[] => {
    const [first] = group;
    if (!first || group.length <= mostAlike) return group;
    const destinations = [...new Set(group.flatMap((hop) => hop.destinations))].sort(byBlock);
    return [{ ...first, key: `stack:${first.key}`, id: '', name: '', beyond: [], destinations, members: group.map(({ key }) => key) }];
  });
}

/** Sums of inversions between tables in an order and the hops behind them. */
function inversions(order: readonly MapTable[], hops: readonly PlacedHop[]): number {
  const place = new Map(order.map(({ key }, at) => [key, at]));
  const sets = hops.map(({ tables }) => tables.map((key) => place.get(key) ?? 0));
  const means = sets.map((set) => set.reduce((sum, at) => sum + at, 0) / Math.max(1, set.length));
  let sum = 0;
  sets.forEach((set, one) => {
    sets.forEach((other, two) => {
      // Hops stand by their means, so only spread sets meet.
      if ((means[one] ?? 0) < (means[two] ?? 0)) for (const a of set) for (const b of other) if (a > b) sum += a - b;
    });
  });
  return sum;
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]));
}

function orderTables(tables: readonly MapTable[], hops: readonly PlacedHop[]): readonly MapTable[] {
  // One hop for each set of tables tells the same as all of them.
  const sets = [...new Map(hops.map((hop) => [hop.tables.join(), hop])).values()].filter(({ tables: set }) => set.length > 0);
  const used = tables.filter(({ subnets }) => subnets.length > 0);
  const unused = tables.filter(({ subnets }) => subnets.length === 0);
  if (used.length > 6 || sets.length > 24) return tables;
  let best = { order: used, cost: inversions(used, sets) };
  for (const order of permutations(used)) {
    const cost = inversions(order, sets);
    if (cost < best.cost) best = { order, cost };
  }
  return [...best.order, ...unused];
}

/** Tables and hops in the order of the picture; hops that no table leads to come last. */
export function ordered(map: VpcMap): { readonly tables: readonly MapTable[]; readonly hops: readonly PlacedHop[] } {
  const led = ledBy(map.tables);
  const hops = stacked(
    map.hops.map((hop): PlacedHop => {
      const { tables, destinations } = led.get(hop.key) ?? { tables: new Set<string>(), destinations: new Set<string>() };
      return { ...hop, members: [hop.key], tables: [...tables].sort(byText), destinations: [...destinations].sort(byBlock) };
    }),
  );
  const tables = orderTables(map.tables, hops);
  const place = new Map(tables.map(({ key }, at) => [key, at]));
  const mean = ({ tables: set }: PlacedHop): number =>
    set.length === 0 ? Number.POSITIVE_INFINITY : set.reduce((sum, key) => sum + (place.get(key) ?? 0), 0) / set.length;
  const keyed = hops.map((hop) => ({ hop, mean: mean(hop), set: hop.tables.join() }));
  keyed.sort(
    (a, b) =>
      (a.mean === b.mean ? 0 : a.mean - b.mean) ||
      byText(a.set, b.set) ||
      kinds.indexOf(a.hop.kind) - kinds.indexOf(b.hop.kind) ||
      byBlock(a.hop.destinations[0] ?? '', b.hop.destinations[0] ?? '') ||
      byText(a.hop.name, b.hop.name) ||
      byText(a.hop.key, b.hop.key),
  );
  return { tables, hops: keyed.map(({ hop }) => hop) };
}
