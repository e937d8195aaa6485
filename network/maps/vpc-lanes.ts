/** The left of a VPC's map: lanes of subnets beside the card of the table that they use. Heights only; x comes later. */
import type { Net } from './nets.ts';
import type { PlacedHop } from './vpc-order.ts';
import type { MapRoute, MapSubnet, MapTable } from './vpc-tables.ts';

/** Routes of a table that enter one net, bracketed into one port. */
export interface PortGroup {
  readonly net: Net;
  readonly routes: readonly MapRoute[];
  /** How many of them are shown; the rest is a number in the last row. */
  readonly shown: number;
}

export interface TableLane {
  readonly table: MapTable;
  readonly groups: readonly PortGroup[];
  /** Dead, and never matching: they lead nowhere. */
  readonly stubs: readonly MapRoute[];
  /** Subnets of each zone, in the order of the zones. */
  readonly cells: readonly (readonly MapSubnet[])[];
  /** True where the zone's subnets are one tile. */
  readonly tiles: readonly boolean[];
  /** Blocks of the VPC itself, and how many more it has. */
  readonly local: readonly string[];
  readonly localMore: number;
}

/** How subnets are drawn: with their use, in one line, or a zone as one tile. */
export type CellMode = 'full' | 'line' | 'tile';

export const rowHeight = 17;
export const cardTop = 43;
export const stubHeight = 32;
const mostRows = 7;
const mostStubs = 12;
const mostLocal = 4;

interface LanesInput {
  readonly tables: readonly MapTable[];
  readonly hops: readonly PlacedHop[];
  readonly nets: readonly Net[];
  readonly zones: readonly string[];
  readonly cidrs: readonly string[];
  /** Subnets of each table by zone. */
  readonly cells: ReadonlyMap<string, TableLane['cells']>;
}

/** The hop of the picture that holds each hop of the map. */
export const holdersOf = (hops: readonly PlacedHop[]): Map<string, PlacedHop> =>
  new Map(hops.flatMap((hop) => hop.members.map((key) => [key, hop] as const)));

export function subnetsByZone(tables: readonly MapTable[], zones: readonly string[]): LanesInput['cells'] {
  return new Map(
    tables.map(({ key, subnets }) => {
      const held = new Map(zones.map((zone): [string, MapSubnet[]] => [zone, []]));
      for (const subnet of subnets) held.get(subnet.zone)?.push(subnet);
      return [key, [...held.values()]] as const;
    }),
  );
}

export function lanesOf(
  { tables, hops, nets, zones, cidrs, cells: all }: LanesInput,
  mode: CellMode,
  open: ReadonlySet<string>,
): TableLane[] {
  const holders = holdersOf(hops);
  const place = new Map(hops.map(({ key }, at) => [key, at]));
  const at = (route: MapRoute): number => place.get(holders.get(route.hop ?? '')?.key ?? '') ?? 0;
  const netsOfTable = new Map<string, Net[]>();
  for (const net of nets) for (const key of net.tables) netsOfTable.set(key, [...(netsOfTable.get(key) ?? []), net]);
  return tables.map((table): TableLane => {
    const groups = (netsOfTable.get(table.key) ?? []).map((net): PortGroup => {
      const routes = table.routes.filter(({ hop, fate }) => {
        const key = hop === null ? undefined : holders.get(hop)?.key;
        return key !== undefined && net.hops.includes(key) && (fate === 'live') === (net.state === 'good');
      });
      routes.sort((a, b) => at(a) - at(b));
      return { net, routes, shown: routes.length > mostRows + 1 ? mostRows : routes.length };
    });
    const cells = all.get(table.key) ?? [];
    const lane: TableLane = {
      table,
      groups,
      stubs: table.routes.filter(({ hop }) => hop === null).slice(0, mostStubs),
      cells,
      tiles: cells.map(() => false),
      local: table.id === '' ? [] : cidrs.slice(0, mostLocal),
      localMore: Math.max(0, cidrs.length - mostLocal),
    };
    if (mode !== 'tile') return lane;
    // Names come before tiles where the card of the table leaves them room.
    const room = Math.max(cardHeight(lane), tileHeight + 20);
    const isTile = (held: readonly MapSubnet[], zone: number): boolean =>
      held.length > 2 && !open.has(`tile:${table.id}:${zones[zone]}`) && 20 + cellsHeight(held, lineHeight) > room;
    return { ...lane, tiles: cells.map(isTile) };
  });
}

export const groupHeight = ({ routes, shown }: PortGroup): number => (shown + (shown < routes.length ? 1 : 0)) * rowHeight;

/** Groups stand this far apart; those with a line have as much of their own above and below, so that their lines stand apart. */
export const groupGap = 4;
export const groupPad = ({ net: { named } }: PortGroup): number => (named ? 0 : groupGap);

const cardHeight = ({ groups, stubs, local }: TableLane): number =>
  cardTop +
  groups.reduce((sum, group) => sum + groupHeight(group) + 2 * groupPad(group) + groupGap, 0) +
  stubs.length * stubHeight +
  local.length * 15 +
  8;

export const tileHeight = 62;
/** Of a subnet in one line. */
export const lineHeight = 24;

const cellsHeight = (held: readonly MapSubnet[], cell: number): number => held.length * cell + Math.max(0, held.length - 1) * 6;

export function laneHeight(lane: TableLane, cell: number): number {
  const rows = lane.cells.map((held, zone) => (lane.tiles[zone] ? tileHeight : cellsHeight(held, cell)));
  return Math.max(20 + Math.max(0, ...rows), cardHeight(lane));
}
