/** The order of tables and of hops in a VPC's map: few lines cross, and the same things always stand in the same order. */

import { orderColumns } from './crossing-order.ts';
import { type HopKind, type MapBeyond, type MapHop, placesBehind } from './map-hop.ts';
import { byBlock, byText } from './order.ts';
import type { VpcMap } from './vpc-map.ts';
import type { MapTable } from './vpc-tables.ts';
import { worstOf } from './way-states.ts';

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
/** More hops than this that are alike stand in one box, until somebody opens it. */
const mostAlike = 6;

interface LeadingRoutes {
  readonly tables: Set<string>;
  readonly destinations: Set<string>;
}

function ledBy(tables: readonly MapTable[]): Map<string, LeadingRoutes> {
  const led = new Map<string, LeadingRoutes>();
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

/** Behind a box that stands for several hops: what stands behind all of them. */
function behindAll(key: string, hops: readonly PlacedHop[]): readonly MapBeyond[] {
  const members = hops.flatMap(placesBehind);
  const state = worstOf(members.map((one) => one.state));
  const worst = members.find((one) => one.state === state);
  if (!worst) return [];
  const blocks = [...new Set(members.flatMap((one) => one.blocks))].sort(byBlock);
  const { trouble, passes } = worst;
  return [{ ...{ key: `beyond:${key}`, kind: 'several', id: '', name: '', blocks, state, trouble, passes, members } }];
}

/** Hops of one kind that the same tables lead to, and that stand alike, in one box where they are many and nobody opened it. */
function stacked(hops: readonly PlacedHop[], open: ReadonlySet<string>): PlacedHop[] {
  const alike = new Map<string, PlacedHop[]>();
  for (const hop of hops) {
    const key = `${hop.kind} ${worstOf(placesBehind(hop).map(({ state }) => state))} ${hop.led} ${hop.tables.join()}`;
    const held = alike.get(key);
    if (held) held.push(hop);
    else alike.set(key, [hop]);
  }
  return [...alike.values()].flatMap((group): PlacedHop[] => {
    const [first] = group;
    const key = `stack:${first?.key}`;
    if (!first || group.length <= mostAlike || open.has(key)) return group;
    const destinations = [...new Set(group.flatMap((hop) => hop.destinations))].sort(byBlock);
    const beyond = behindAll(key, group);
    return [
      { ...first, key, id: '', name: first.name || first.id, addresses: [], beyond, destinations, members: group.map((hop) => hop.key) },
    ];
  });
}

/** About how high the lane of a table and the box of a hop will be: the picture itself is laid out by their order. */
const laneAbout = ({ subnets, routes }: MapTable): number => {
  const zones = new Map<string, number>();
  for (const { zone } of subnets) zones.set(zone, (zones.get(zone) ?? 0) + 1);
  return Math.max(20 + 56 * Math.max(0, ...zones.values()), 60 + routes.length * 25);
};
const hopAbout = ({ beyond }: MapHop): number => Math.max(48, beyond.length * 55) + 9;

/** By what leads to them, then kind, lowest destination and name: where no line tells otherwise they stand so. */
const byWay = (a: PlacedHop, b: PlacedHop): number =>
  byText(a.tables.join(), b.tables.join()) ||
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
  byBlock(a.destinations[0] ?? '', b.destinations[0] ?? '') ||
  byText(a.name, b.name) ||
  byText(a.key, b.key);

interface Ordered {
  readonly tables: readonly MapTable[];
  readonly hops: readonly PlacedHop[];
}

function orderOf(map: VpcMap, open: ReadonlySet<string>): Ordered {
  const led = ledBy(map.tables);
  const hops = stacked(
    map.hops.map((hop): PlacedHop => {
      const { tables, destinations } = led.get(hop.key) ?? { tables: new Set<string>(), destinations: new Set<string>() };
      return { ...hop, members: [hop.key], tables: [...tables].sort(byText), destinations: [...destinations].sort(byBlock) };
    }),
    open,
  ).sort(byWay);
  const used = map.tables.filter(({ subnets }) => subnets.length > 0);
  const tables = [...used, ...map.tables.filter(({ subnets }) => subnets.length === 0)];
  const place = new Map(tables.map(({ key }, at) => [key, at]));
  // Hops that the same tables lead to stand together.
  const units = new Map<string, PlacedHop[]>();
  for (const hop of hops) units.set(hop.tables.join(), [...(units.get(hop.tables.join()) ?? []), hop]);
  const right = [...units].flatMap(([set, held]) => (set === '' ? [] : [held]));
  const order = orderColumns({
    left: tables.map(laneAbout),
    movable: used.length,
    right: right.map((held) => ({
      height: held.reduce((sum, hop) => sum + hopAbout(hop), 0),
      from: (held[0]?.tables ?? []).flatMap((key) => place.get(key) ?? []),
    })),
  });
  return {
    tables: order.left.flatMap((at) => tables[at] ?? []),
    hops: [...order.right.flatMap((at) => right[at] ?? []), ...(units.get('') ?? [])],
  };
}

const known = new WeakMap<VpcMap, Map<string, Ordered>>();

/** Tables and hops in the order of the picture; hops that no table leads to come last. `open`: keys of boxes that show what they stand for. */
export function orderMap(map: VpcMap, open: ReadonlySet<string> = new Set()): Ordered {
  const stacks = [...open].filter((key) => key.startsWith('stack:')).sort(byText);
  const own = known.get(map) ?? new Map<string, Ordered>();
  known.set(map, own);
  const found = own.get(stacks.join()) ?? orderOf(map, new Set(stacks));
  own.set(stacks.join(), found);
  return found;
}
