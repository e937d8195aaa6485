/** One peering as data: both ends with the tables and routes that lead through it, and what is missing on which side. */
import { cidrsOf, indexOf, type ModelIndex, rowOf, subnetsOf, tableOf, tablesOfVpc } from '../model/look-up.ts';
import type { ModelPeering, ModelVpc, NetworkModel, PeeringState } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { type MissingRoute, type PeeringFact, type PeeringTraffic, peeringFact } from '../routes/peerings.ts';
import { isOut, routesOfTable } from '../routes/routes.ts';
import type { WayState } from './map-hop.ts';
import { byBlock, byText } from './order.ts';
import { tableKey } from './vpc-tables.ts';

/** 'elsewhere': the table leads this destination to another next hop; 'unused': switched off, or inside the VPC's own range. */
export type PeeringRouteFate = 'live' | 'unknown' | 'missing' | 'elsewhere' | 'dead' | 'unused';

export interface PeeringRoute {
  readonly destination: string;
  readonly fate: PeeringRouteFate;
  readonly reason: Reason | null;
  /** Where it leads; the peering for all but 'elsewhere'. */
  readonly gateway: string;
}

export interface PeeringTable {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly main: boolean;
  /** How many subnets use it; null: not known. */
  readonly subnets: number | null;
  readonly routes: readonly PeeringRoute[];
  /** What its subnets do not reach; null: nothing that is known of. */
  readonly lack: MissingRoute | null;
}

export interface PeeringSide {
  readonly key: string;
  readonly id: string;
  /** null: no account of this console has it, or it could not be read. */
  readonly vpc: ModelVpc | null;
  /** IPv4 first, then IPv6. */
  readonly ranges: readonly string[];
  /** Those that lead through the peering, or should. */
  readonly tables: readonly PeeringTable[];
  /** Its tables could not be read, or not all of them. */
  readonly unread: boolean;
}

export interface PeeringMap {
  readonly key: string;
  /** null: nothing joins the two. */
  readonly peering: ModelPeering | null;
  /** null where nothing joins them. */
  readonly state: PeeringState | null;
  /** Only of an active one: what it carries. */
  readonly carries: PeeringTraffic | null;
  readonly way: WayState;
  readonly sides: readonly [PeeringSide, PeeringSide];
  /** Blocks that both have: nothing can join such VPCs. */
  readonly overlaps: PeeringFact['overlaps'];
  /** Tables that lack routes, whether somebody here may write them or not. */
  readonly missing: readonly MissingRoute[];
}

const order: readonly PeeringRouteFate[] = ['live', 'unknown', 'missing', 'elsewhere', 'dead', 'unused'];

/** What a table does with packets for the other side: through the peering, elsewhere, or nothing. */
function routesOf(index: ModelIndex, table: string, peering: string, lack: MissingRoute | null): PeeringRoute[] {
  const all = routesOfTable(index, table).filter(({ origin }) => origin === 'custom');
  const through = all
    .filter(({ gateway }) => gateway === peering)
    .map((route): PeeringRoute => {
      const { destination, gateway, reason, status } = route;
      const fate = isOut(route) ? 'unused' : status === 'active' ? 'live' : status;
      return { destination, gateway, reason, fate };
    });
  const lacks = (lack?.destinations ?? []).flatMap((destination): PeeringRoute[] => {
    // A route that is there and does not work is no missing one.
    if (through.some((route) => route.destination === destination)) return [];
    const other = all.find((route) => route.destination === destination && !isOut(route));
    return [{ destination, reason: null, fate: other ? 'elsewhere' : 'missing', gateway: other?.gateway ?? peering }];
  });
  return [...through, ...lacks].sort((a, b) => order.indexOf(a.fate) - order.indexOf(b.fate) || byBlock(a.destination, b.destination));
}

const isWell = ({ fate }: PeeringRoute): boolean => fate === 'live' || fate === 'unused';

function sideOf(index: ModelIndex, id: string, peering: ModelPeering | null, missing: readonly MissingRoute[]): PeeringSide {
  const { row: vpc } = rowOf(index, 'vpcs', id);
  const side = { key: `vpc:${id}`, id, vpc };
  if (!vpc) return { ...side, ranges: [], tables: [], unread: true };
  const subnets = subnetsOf(index, id);
  const used = subnets.rows.map(({ of }) => tableOf(index, of));
  const unread = subnets.more !== null || used.some(({ missing: reason }) => reason !== null);
  const listed = tablesOfVpc(index, id);
  const tables = listed.rows.flatMap((table): PeeringTable[] => {
    const lack = missing.find(({ routeTable }) => routeTable === table.id) ?? null;
    const routes = peering ? routesOf(index, table.id, peering.id, lack) : [];
    if (routes.length === 0) return [];
    const n = used.filter(({ row }) => row?.id === table.id).length;
    return [{ key: tableKey(table.id), id: table.id, name: table.name ?? '', main: table.main, subnets: unread ? null : n, routes, lack }];
  });
  // What is wrong comes first, and of that what most subnets use.
  const rank = ({ routes }: PeeringTable): number => Number(routes.every(isWell));
  tables.sort((a, b) => rank(a) - rank(b) || (b.subnets ?? 0) - (a.subnets ?? 0) || byText(a.name, b.name) || byText(a.id, b.id));
  return { ...side, ranges: [...new Set([...cidrsOf(index, id), ...(vpc.ipv6Cidrs ?? [])])], tables, unread: listed.more !== null };
}

const ways: Readonly<Record<PeeringState, WayState>> = {
  active: 'good',
  pending: 'asked',
  expired: 'expired',
  rejected: 'dead',
  deleting: 'dead',
  failed: 'dead',
  isolated: 'dead',
  unknown: 'unknown',
};

function wayOf(state: PeeringState | null, carries: PeeringTraffic | null, overlaps: boolean): WayState {
  if (state === null) return overlaps ? 'overlap' : 'unknown';
  if (state !== 'active' || carries === 'both') return ways[state];
  return carries === null || carries === 'unknown' ? 'unknown' : 'missing';
}

/**
 * A peering between two VPCs, either of which the model may lack; or the two alone, where `peering` is null. Two active
 * peerings between them would be told apart by nothing: what is missing is told of the first alone.
 */
export function peeringMapOf(model: NetworkModel, ends: readonly [string, string], peering: ModelPeering | null): PeeringMap {
  const index = indexOf(model);
  const [a, b] = ends;
  const known = ends.every((id) => rowOf(index, 'vpcs', id).row !== null);
  const fact = known && a !== b ? peeringFact(model, a, b) : null;
  const own = fact !== null && peering?.state === 'active' && fact.peering === peering.id ? fact : null;
  const state = peering?.state ?? null;
  const carries = state === 'active' ? (own?.carries ?? 'unknown') : null;
  const missing = own?.missing ?? [];
  const overlaps = fact?.overlaps ?? [];
  return {
    ...{ key: `peering:${peering?.id ?? ''}`, peering, state, carries, missing },
    way: wayOf(state, carries, overlaps.length > 0),
    sides: [sideOf(index, a, peering, missing), sideOf(index, b, peering, missing)],
    // In the order of the ends, whatever that of the model.
    overlaps: fact?.a === b ? overlaps.map((one) => ({ a: one.b, b: one.a })) : overlaps,
  };
}

/** Tables that subnets use; all of them, where none is known to. */
function sendingOf({ tables }: PeeringSide): readonly PeeringTable[] {
  const used = tables.filter(({ subnets }) => subnets !== 0);
  return used.length > 0 ? used : tables;
}

/** Whether packets of a side can leave through the peering; null: that side cannot be looked into. */
export const leavesBy = (map: PeeringMap, side: PeeringSide): boolean | null =>
  side.vpc === null ? null : map.state === 'active' && sendingOf(side).some(({ routes }) => routes.some(({ fate }) => fate === 'live'));

/** What is lit with a thing of the picture. */
export function litInPeering({ key: peering, sides }: PeeringMap, key: string | null): ReadonlySet<string> | null {
  if (key === null) return null;
  const side = sides.find((one) => one.key === key || one.tables.some((table) => table.key === key));
  if (!side) return key === peering ? new Set([key, ...sides.flatMap((one) => [one.key, ...one.tables.map((table) => table.key)])]) : null;
  const tables = side.tables.filter((table) => side.key === key || table.key === key).map((table) => table.key);
  return new Set([side.key, peering, ...tables, ...tables.map((table) => `way:${table}>${peering}`)]);
}
