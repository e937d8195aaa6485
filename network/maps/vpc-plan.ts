/** Where everything of a VPC's map stands, but for x: lanes of subnets and their tables, next hops, and the lines between them. */

import type { WayState } from './map-hop.ts';
import { type Net, netsOf, type Relation } from './nets.ts';
import type { Measure } from './scene.ts';
import {
  type HopPlace,
  headHeight,
  type NamedWay,
  type NetPlace,
  type Port,
  placeHops,
  placeLegs,
  placeNets,
  placePorts,
} from './vpc-columns.ts';
import { type CellMode, holdersOf, laneHeight, lanesOf, lineHeight, subnetsByZone, type TableLane } from './vpc-lanes.ts';
import type { VpcMap } from './vpc-map.ts';
import { orderMap, type PlacedHop } from './vpc-order.ts';
import type { MapTable } from './vpc-tables.ts';
import type { VpcMapWords } from './vpc-words.ts';

export interface VpcLayoutInput {
  readonly map: VpcMap;
  readonly words: VpcMapWords;
  readonly measure: Measure;
  /** The room that there is, in px: the picture may be larger, and then it scrolls. */
  readonly width: number;
  readonly height: number;
  /** Keys of tiles that are open. */
  readonly open?: ReadonlySet<string>;
  /** Only tables and what their routes lead to: no subnets, and no destinations on the lines. */
  readonly compact?: boolean;
  /** Beside another picture: keys of the hops that stand in both, first and at the same heights. */
  readonly shared?: readonly string[];
  /** Words at the right of routes, by the keys of these. */
  readonly marks?: ReadonlyMap<string, string>;
}

export interface LanePlace {
  readonly lane: TableLane;
  readonly top: number;
  readonly height: number;
  readonly ports: readonly Port[];
}

/** Where everything is but for x. */
export interface VpcPlan {
  readonly lanes: readonly LanePlace[];
  readonly hops: readonly HopPlace[];
  readonly nets: readonly NetPlace[];
  /** Baseline of the heading over hops that no table leads to. */
  readonly ledHead: number | null;
  readonly cell: number;
  readonly height: number;
}

/** Which tables lead to which hops, and how surely. */
function relationsOf(map: VpcMap, hops: readonly PlacedHop[]): Relation[] {
  const holders = holdersOf(hops);
  const seen = new Map<string, Relation>();
  for (const table of map.tables) {
    for (const { hop, fate } of table.routes) {
      const holder = hop === null ? undefined : holders.get(hop);
      if (!holder) continue;
      const state: WayState = fate === 'live' ? 'good' : 'unknown';
      seen.set(`${table.key} ${holder.key} ${state}`, { table: table.key, hop: holder.key, state, named: false });
    }
  }
  return [...seen.values()];
}

const leastGap = 10;

/** Lanes as high as fits: cells grow, or shrink to a line, or a zone becomes a tile. */
function heightsOf(input: VpcLayoutInput, lanesIn: (mode: CellMode) => TableLane[]): { lanes: TableLane[]; cell: number; gap: number } {
  const room = input.height - headHeight - 12;
  const total = (lanes: readonly TableLane[], cell: number): number =>
    lanes.reduce((sum, lane) => sum + laneHeight(lane, cell) + leastGap, -leastGap);
  const full = lanesIn('full');
  for (let cell = 64; cell >= 50; cell -= 2) {
    const height = total(full, cell);
    if (height <= room)
      return { lanes: full, cell, gap: Math.min(26, leastGap + Math.floor((room - height) / Math.max(1, full.length - 1))) };
  }
  const tiles = lanesIn('tile');
  // Where the cards of the tables make it high anyway, less of the subnets saves nothing.
  const most = Math.max(room * 2.2, total(tiles, lineHeight) * 1.1);
  if (total(full, 50) <= most) return { lanes: full, cell: 50, gap: leastGap };
  const lines = lanesIn('line');
  if (total(lines, lineHeight) <= most) return { lanes: lines, cell: lineHeight, gap: leastGap };
  return { lanes: tiles, cell: lineHeight, gap: leastGap };
}

/** Tables and hops in their order, and the nets between them. */
interface Parts {
  readonly tables: readonly MapTable[];
  readonly hops: readonly PlacedHop[];
  readonly nets: readonly Net[];
  readonly cells: ReturnType<typeof subnetsByZone>;
}

const zonesIn = ({ compact, map }: VpcLayoutInput): readonly string[] => (compact ? [] : map.zones);

/** Everything in its place, and the ways whose lines would tangle. */
function placed(input: VpcLayoutInput, { tables, hops, nets, cells }: Parts): VpcPlan & { readonly tangled: readonly NamedWay[] } {
  const { map, words } = input;
  const { lanes, cell, gap } = heightsOf(input, (mode) =>
    lanesOf({ tables, hops, nets, zones: zonesIn(input), cidrs: map.cidrs, cells }, mode, input.open ?? new Set()),
  );
  let y = headHeight;
  const stacked = lanes.map((lane) => {
    const height = laneHeight(lane, cell);
    y += height + gap;
    return { lane, top: y - height - gap, height };
  });
  const left = Math.max(y - gap, headHeight);
  const ports = new Map<string, number>();
  const put = ({ lane, top, height }: (typeof stacked)[number], want: Parameters<typeof placePorts>[3]): Port[] => {
    const found = placePorts(lane, top, height, want);
    for (const [at, { net }] of lane.groups.entries()) ports.set(`${lane.table.key} ${net.key}`, found[at]?.y ?? 0);
    return found;
  };
  for (const one of stacked) put(one, null);
  const wants = new Map(
    hops.map((hop) => {
      const pins = nets
        .filter((net) => net.hops.includes(hop.key))
        .flatMap((net) => net.tables.map((table) => ports.get(`${table} ${net.key}`) ?? 0));
      return [hop.key, pins.reduce((sum, pin) => sum + pin, 0) / Math.max(1, pins.length)] as const;
    }),
  );
  const entries = (hop: string): number => nets.filter((net) => net.hops.includes(hop)).length;
  const column = placeHops(hops, input.shared ? null : wants, words, entries, Math.max(left, Math.min(input.height - 12, left + 60)));
  const middles = new Map(column.places.map(({ hop, top, height }) => [hop.key, top + Math.round(height / 2)]));
  const final = stacked.map(
    (one): LanePlace => ({
      ...one,
      ports: put(one, (net) => {
        const reach = net.hops.map((hop) => middles.get(hop) ?? 0);
        return [Math.min(...reach), Math.max(...reach)];
      }),
    }),
  );
  const legs = placeLegs(column.places, nets, ports);
  return {
    lanes: final,
    hops: column.places,
    ...placeNets(nets, ports, legs),
    ledHead: column.head,
    cell,
    height: Math.max(left, column.bottom) + 12,
  };
}

/** What is named needs less room, which moves the others: all of it is placed again until nothing tangles, or so often. */
const mostPasses = 6;

/** Those of both pictures come first, in the order that both have. */
function sharedFirst(hops: readonly PlacedHop[], shared: readonly string[]): readonly PlacedHop[] {
  const place = new Map(shared.map((key, at) => [key, at]));
  const at = ({ key }: PlacedHop): number => place.get(key) ?? shared.length;
  return [...hops].sort((a, b) => at(a) - at(b));
}

export function planOf(input: VpcLayoutInput): VpcPlan {
  const { tables, hops: own } = orderMap(input.map, input.open);
  const hops = input.shared ? sharedFirst(own, input.shared) : own;
  const relations = relationsOf(input.map, hops);
  const cells = subnetsByZone(tables, zonesIn(input));
  const named = new Set<string>();
  const netsWith = (isNamed: (relation: Relation) => boolean): Net[] =>
    netsOf(
      relations.map((one) => ({ ...one, named: isNamed(one) })),
      tables.map(({ key }) => key),
      hops.map(({ key }) => key),
    );
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const plan = placed(input, { tables, hops, cells, nets: netsWith((one) => named.has(wayOf(one))) });
    if (plan.tangled.length === 0) return plan;
    for (const way of plan.tangled) named.add(wayOf(way));
  }
  return placed(input, { tables, hops, cells, nets: netsWith(() => true) });
}

const wayOf = ({ table, hop, state }: NamedWay): string => `${table} ${hop} ${state}`;
