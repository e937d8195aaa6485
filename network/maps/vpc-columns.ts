/** The right of a VPC's map, and where its lines run: heights of hops, ports of tables, legs and tracks. */
import { drawnPins } from './drawn-nets.ts';
import { crossingsBetween, isStraight, type Net, orderTracks, type Relation, trackOf } from './nets.ts';
import { settle } from './settle.ts';
import { cardTop, groupGap, groupHeight, groupPad, stubHeight, type TableLane } from './vpc-lanes.ts';
import type { PlacedHop } from './vpc-order.ts';
import type { VpcMapWords } from './vpc-words.ts';

export interface HopPlace {
  readonly hop: PlacedHop;
  readonly top: number;
  readonly height: number;
  readonly beyond: readonly { readonly top: number; readonly height: number }[];
}

/** A bracket of a card, with its middle, where the line begins. */
export interface Port {
  readonly top: number;
  readonly y: number;
}

/** Where a net enters a hop. */
interface Leg {
  readonly hop: string;
  readonly y: number;
}

export interface NetPlace {
  readonly net: Net;
  readonly pins: readonly { readonly table: string; readonly y: number }[];
  readonly legs: readonly Leg[];
  /** Counted from the left; null: a straight line, or none. */
  readonly track: number | null;
}

/** A way that is told by names instead of a line. */
export type NamedWay = Omit<Relation, 'named'>;

export const headHeight = 32;
const ledHead = 26;

const beyondHeight = (hop: PlacedHop, at: number, words: VpcMapWords): number => {
  const one = hop.beyond[at];
  return one ? 48 + (words.account(one) ? 14 : 0) + (words.trouble(one) ? 14 : 0) : 0;
};

function sizesOf(hop: PlacedHop, words: VpcMapWords, entries: number): { height: number; beyond: number[] } {
  const beyond = hop.beyond.map((_, at) => beyondHeight(hop, at, words));
  const behind = beyond.reduce((sum, height) => sum + height, 0) + Math.max(0, beyond.length - 1) * 7;
  const notes = words.notes(hop).length;
  return { height: Math.max(behind, hop.kind === 'instance' ? 44 : 48, 34 + notes * 13, entries > 1 ? entries * 26 : 0), beyond };
}

/**
 * Hops in their column: each near the ports that lead to it, and those without a route under a heading at the end. Without
 * `wants` they are stacked: where one stands follows from those before it alone.
 */
export function placeHops(
  hops: readonly PlacedHop[],
  wants: ReadonlyMap<string, number> | null,
  words: VpcMapWords,
  entries: (hop: string) => number,
  bottom: number,
): { places: HopPlace[]; head: number | null; bottom: number } {
  const led = hops.filter(({ tables }) => tables.length > 0);
  const rest = hops.filter(({ tables }) => tables.length === 0);
  const sizes = new Map(hops.map((hop) => [hop.key, sizesOf(hop, words, wants === null ? 2 : entries(hop.key))]));
  const heightOf = ({ key }: PlacedHop): number => sizes.get(key)?.height ?? 0;
  const total = (some: readonly PlacedHop[]): number => some.reduce((sum, hop) => sum + heightOf(hop), 0);
  const spare = bottom - headHeight - 6 - total(hops) - (rest.length > 0 ? ledHead : 0);
  const gap = wants === null ? 12 : Math.max(9, Math.min(18, Math.floor(spare / Math.max(1, hops.length))));
  const restHeight = rest.length > 0 ? ledHead + total(rest) + rest.length * gap : 0;
  const wish = (hop: PlacedHop) => ({ size: heightOf(hop), want: wants?.get(hop.key) ?? 0 });
  const tops = settle(led.map(wish), gap, headHeight + 6, bottom - restHeight);
  const last = led.at(-1);
  let y = last ? (tops.at(-1) ?? 0) + heightOf(last) + gap : headHeight + 6;
  const head = rest.length > 0 ? y + 14 : null;
  if (head !== null) y += ledHead;
  for (const hop of rest) {
    tops.push(y);
    y += heightOf(hop) + gap;
  }
  const places = [...led, ...rest].map((hop, at): HopPlace => {
    const top = tops[at] ?? 0;
    const { height, beyond } = sizes.get(hop.key) ?? { height: 0, beyond: [] };
    const behind = beyond.reduce((sum, one) => sum + one, 0) + Math.max(0, beyond.length - 1) * 7;
    // One card fills the height of its hop, so that the line between them is level.
    if (beyond.length === 1) return { hop, top, height, beyond: [{ top, height }] };
    let from = top + Math.round((height - behind) / 2);
    const below = beyond.map((one) => {
      from += one + 7;
      return { top: from - one - 7, height: one };
    });
    return { hop, top, height, beyond: below };
  });
  return { places, head, bottom: y - gap };
}

/** Ports of a card, the groups in their order, each near to where it wants to be. `want` null: stacked from the top. */
export function placePorts(
  lane: TableLane,
  top: number,
  height: number,
  want: ((net: Net) => readonly [number, number] | null) | null,
): Port[] {
  const from = top + cardTop - (lane.groups[0] ? groupPad(lane.groups[0]) : 0);
  const to = top + height - 6 - lane.local.length * 15 - lane.stubs.length * stubHeight;
  let stack = from;
  const wishes = lane.groups.map((group) => {
    const size = groupHeight(group) + 2 * groupPad(group);
    const natural = stack + size / 2;
    stack += size + groupGap;
    const reach = want?.(group.net);
    return { size, want: reach ? Math.min(reach[1], Math.max(reach[0], natural)) : natural };
  });
  return settle(wishes, groupGap, from, to).map((at, index) => {
    const group = lane.groups[index];
    return { top: at + (group ? groupPad(group) : 0), y: at + Math.round((wishes[index]?.size ?? 0) / 2) };
  });
}

/** The nearest height to `want` between the two that is 5 px off every other line; where none is, the one that is farthest off. */
function freeHeight(want: number, from: number, to: number, taken: readonly number[]): number {
  const start = Math.min(to, Math.max(from, want));
  for (let off = 0; off <= to - from; off += 1) {
    for (const y of [start - off, start + off]) if (y >= from && y <= to && taken.every((one) => Math.abs(one - y) >= 5)) return y;
  }
  let best = { y: start, off: -1 };
  for (let y = Math.ceil(from); y <= to; y += 1) {
    const off = taken.reduce((least, one) => Math.min(least, Math.abs(one - y)), Number.POSITIVE_INFINITY);
    if (off > best.off) best = { y, off };
  }
  return best.y;
}

/** Where each net enters its hops, from the top down: level with a port where it can be, and clear of the words of the line. */
export function placeLegs(places: readonly HopPlace[], nets: readonly Net[], ports: ReadonlyMap<string, number>): Map<string, number> {
  const legs = new Map<string, number>();
  const pinsOf = (net: Net): number[] => net.tables.map((table) => ports.get(`${table} ${net.key}`) ?? 0);
  const netsOfHop = new Map<string, Net[]>();
  for (const net of nets) for (const hop of net.hops) netsOfHop.set(hop, [...(netsOfHop.get(hop) ?? []), net]);
  const pins = nets.flatMap((net) => pinsOf(net).map((y) => ({ y, net })));
  let before = headHeight - 8;
  for (const { hop, top, height } of places) {
    const entering = netsOfHop.get(hop.key) ?? [];
    entering.forEach((net, at) => {
      const part = height / entering.length;
      const lines = entering.length > 1 ? 1 : Math.min(2, hop.destinations.length);
      const from = Math.max(top + 6 + (at > 0 ? at * part : 0), before + lines * 13 + 9);
      const to = Math.max(Math.min(from + 8, top + height - 4), from, top + 6 + (at + 1) * part - 12);
      const own = pinsOf(net);
      const middle = Math.round(top + part * (at + 0.5));
      const level = own.filter((y) => y >= from && y <= to && (net.tables.length === 1 || Math.abs(y - middle) <= 14));
      const want = level.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? middle;
      const near = pins.flatMap((pin) => (pin.net !== net && pin.y > from - 5 && pin.y < to + 5 ? [pin.y] : []));
      // A net's own pin is either met or left alone.
      const almost = own.filter((y) => y !== want);
      before = Math.round(freeHeight(want, from, to, [...near, ...almost]));
      legs.set(`${net.key} ${hop.key}`, before);
    });
  }
  return legs;
}

/** Nets with their pins and legs, those that do not run straight on tracks of their own. `tangled`: what no eye would follow. */
export function placeNets(
  nets: readonly Net[],
  ports: ReadonlyMap<string, number>,
  legs: ReadonlyMap<string, number>,
): { readonly nets: readonly NetPlace[]; readonly tangled: readonly NamedWay[] } {
  const placed = nets.map(
    (net): Omit<NetPlace, 'track'> => ({
      net,
      pins: net.tables.map((table) => ({ table, y: ports.get(`${table} ${net.key}`) ?? 0 })),
      legs: net.hops.map((hop) => ({ hop, y: legs.get(`${net.key} ${hop}`) ?? 0 })),
    }),
  );
  const drawn = placed.filter(({ net }) => !net.named);
  const heights = drawn.map((one) =>
    trackOf(
      one.pins.map(({ y }) => y),
      one.legs.map(({ y }) => y),
    ),
  );
  const costs = heights.map((a) => heights.map((b) => crossingsBetween(a, b)));
  const order = orderTracks(
    costs,
    [...heights.keys()].filter((at) => heights[at] && !isStraight(heights[at])),
  );
  const tracks = new Map(order.map((index, track) => [drawn[index]?.net.key, track]));
  const kept = drawnPins(heights);
  const tangled = drawn.flatMap(({ net }, at) =>
    net.tables.flatMap((table, pin) => (kept[at]?.includes(pin) ? [] : net.hops.map((hop) => ({ table, hop, state: net.state })))),
  );
  return { nets: placed.map((one): NetPlace => ({ ...one, track: tracks.get(one.net.key) ?? null })), tangled };
}
