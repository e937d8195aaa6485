/** Which lines join tables and hops: next hops that the same tables lead to share one net, and nets take tracks side by side. */
import type { WayState } from './map-hop.ts';

export interface Net {
  readonly key: string;
  readonly state: WayState;
  /** Keys, in the order of the picture. */
  readonly tables: readonly string[];
  readonly hops: readonly string[];
}

/** A table that leads to a hop, by routes that all live or are all not known. */
export interface Relation {
  readonly table: string;
  readonly hop: string;
  readonly state: WayState;
}

/** One net for each set of tables and state with several tables; else one for each hop. */
export function netsOf(relations: readonly Relation[], tables: readonly string[], hops: readonly string[]): Net[] {
  const place = new Map(tables.map((key, at) => [key, at]));
  const nets = new Map<string, { state: WayState; tables: string[]; hops: string[] }>();
  const byHop = new Map<string, Map<WayState, string[]>>();
  for (const { table, hop, state } of relations) {
    const states = byHop.get(hop) ?? new Map<WayState, string[]>();
    byHop.set(hop, states);
    states.set(state, [...(states.get(state) ?? []), table]);
  }
  for (const hop of hops) {
    for (const [state, leading] of byHop.get(hop) ?? []) {
      leading.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      const key = `net:${state}:${leading.length > 1 ? leading.join('+') : `${leading[0]}>${hop}`}`;
      const net = nets.get(key);
      if (net) net.hops.push(hop);
      else nets.set(key, { state, tables: leading, hops: [hop] });
    }
  }
  return [...nets].map(([key, net]) => ({ key, ...net }));
}

/** A net that takes a vertical track: the heights of its pins on the left and its legs on the right. */
interface Track {
  readonly pins: readonly number[];
  readonly legs: readonly number[];
}

const spanOf = ({ pins, legs }: Track): readonly [number, number] => {
  const all = [...pins, ...legs];
  return [Math.min(...all), Math.max(...all)];
};

const within = (y: number, [from, to]: readonly [number, number]): boolean => y >= from && y <= to;

/** How many crossings there are when the track of `a` stands left of that of `b`. */
function crossings(a: Track, b: Track): number {
  const [spanA, spanB] = [spanOf(a), spanOf(b)];
  return b.pins.filter((y) => within(y, spanA)).length + a.legs.filter((y) => within(y, spanB)).length;
}

/** The order of the tracks from the left with few crossings: each is put where it costs least, then neighbours and single ones move. */
export function orderTracks(tracks: readonly Track[]): number[] {
  const cost = tracks.map((a) => tracks.map((b) => crossings(a, b)));
  // What it costs that `a` stands left of `b`, and not the other way round.
  const more = (a: number, b: number): number => (cost[a]?.[b] ?? 0) - (cost[b]?.[a] ?? 0);
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
  for (const [at] of tracks.entries()) insert(at);
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
