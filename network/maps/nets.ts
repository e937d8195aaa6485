/** Which lines join tables and hops: next hops that the same tables lead to share one net, and nets take tracks side by side. */
import type { WayState } from './map-hop.ts';

export interface Net {
  readonly key: string;
  readonly state: WayState;
  /** There is no line: each end names the other. */
  readonly named: boolean;
  /** Keys, in the order of the picture. */
  readonly tables: readonly string[];
  readonly hops: readonly string[];
}

/** A table that leads to a hop, by routes that all live or are all not known. */
export interface Relation {
  readonly table: string;
  readonly hop: string;
  readonly state: WayState;
  /** It is told by names instead of a line. */
  readonly named: boolean;
}

/** Tables that lead to one hop, by how they do. */
type LeadingRoutes = Map<string, Pick<Relation, 'state' | 'named'> & { readonly tables: string[] }>;

/** One net for each set of tables and state with several tables; else, and for what is named, one for each hop. */
export function netsOf(relations: readonly Relation[], tables: readonly string[], hops: readonly string[]): Net[] {
  const place = new Map(tables.map((key, at) => [key, at]));
  const nets = new Map<string, { state: WayState; named: boolean; tables: string[]; hops: string[] }>();
  const byHop = new Map<string, LeadingRoutes>();
  for (const { table, hop, state, named } of relations) {
    const kinds: LeadingRoutes = byHop.get(hop) ?? new Map();
    byHop.set(hop, kinds);
    const kind = kinds.get(`${state} ${named}`) ?? { state, named, tables: [] };
    kinds.set(`${state} ${named}`, kind);
    kind.tables.push(table);
  }
  for (const hop of hops) {
    for (const { state, named, tables: leading } of byHop.get(hop)?.values() ?? []) {
      leading.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      const bus = leading.length > 1 && !named;
      const key = `net:${state}:${bus ? leading.join('+') : `${leading.join('+')}>${hop}${named ? ' by name' : ''}`}`;
      const net = nets.get(key);
      if (net) net.hops.push(hop);
      else nets.set(key, { state, named, tables: leading, hops: [hop] });
    }
  }
  return [...nets].map(([key, net]) => ({ key, ...net }));
}

/** The heights of a net's pins on the left and of its legs on the right; it takes a vertical track unless it runs straight. */
export interface Track {
  readonly pins: readonly number[];
  readonly legs: readonly number[];
  /** The ends of its track. */
  readonly top: number;
  readonly bottom: number;
}

export function trackOf(pins: readonly number[], legs: readonly number[]): Track {
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const some of [pins, legs]) {
    for (const y of some) {
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return { pins, legs, top, bottom };
}

export const isStraight = ({ pins, legs }: Track): boolean => pins.length === 1 && legs.length === 1 && pins[0] === legs[0];

/** How many crossings there are when the track of `a` stands left of that of `b`. */
export function crossingsBetween(a: Track, b: Track): number {
  if (a.top > b.bottom || b.top > a.bottom) return 0;
  let n = 0;
  for (const y of b.pins) if (y >= a.top && y <= a.bottom) n += 1;
  for (const y of a.legs) if (y >= b.top && y <= b.bottom) n += 1;
  return n;
}

/** `costs[a][b]`: crossings when `a` stands left of `b`. */
export type Costs = readonly (readonly number[])[];

/** The order of some tracks from the left with few crossings: each is put where it costs least, then single ones move. */
export function orderTracks(costs: Costs, some: readonly number[]): number[] {
  // What it costs that `a` stands left of `b`, and not the other way round.
  const more = (a: number, b: number): number => (costs[a]?.[b] ?? 0) - (costs[b]?.[a] ?? 0);
  const order: number[] = [];
  const insert = (one: number): number => {
    let [best, bestAt, sum] = [0, order.length, 0];
    for (let at = order.length - 1; at >= 0; at -= 1) {
      sum += more(one, order[at] ?? 0);
      if (sum < best) [best, bestAt] = [sum, at];
    }
    order.splice(bestAt, 0, one);
    return bestAt;
  };
  for (const one of some) insert(one);
  for (let round = 0; round < 4; round += 1) {
    let moved = false;
    for (const one of [...order]) {
      const at = order.indexOf(one);
      order.splice(at, 1);
      if (insert(one) !== at) moved = true;
    }
    if (!moved) break;
  }
  return order;
}
