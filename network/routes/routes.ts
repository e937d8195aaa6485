/**
 * Which routes really act in a subnet, and where one address goes.
 *
 * Inside the VPC is Local and always wins; then the longest prefix; when nothing matches, a public address is reached by
 * the sender's own public address if it has one (decision 0010). A dead route is not skipped: it is still the longest
 * match, and what matches it is lost.
 */

import {
  bitsOf,
  compareIps,
  familyOf,
  formatIpBlock,
  holdsIp,
  type IpAddress,
  type IpBlock,
  includesIps,
  parseIp,
} from '../addresses/ip.ts';
import { leadsOutside } from '../addresses/public-addresses.ts';
import { blocksOf, familyNotTold, indexOf, inVpc, type ModelIndex, memoize, rowOf, subnetAt, tableOf } from '../model/look-up.ts';
import type { ModelRoute, ModelRouteTable, NetworkModel, NextHopType } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { blockOfRoute, type Judgement, judgeRoute, type RouteRemark } from './route-health.ts';

export interface EffectiveRoute {
  readonly destination: string;
  readonly type: NextHopType | (string & {});
  /** 'Local' for the built-in route, as the 2017 API writes it (9975). */
  readonly gateway: string;
  readonly origin: 'local' | 'custom';
  readonly routeTable: string;
  /** 'dead': packets that match are lost, but for those that never match (see `isOut`). */
  readonly status: 'active' | 'dead' | 'unknown';
  /** Why it is not active. */
  readonly reason: Reason | null;
  readonly remarks: readonly RouteRemark[];
  /** The row itself; null for Local. */
  readonly row: ModelRoute | null;
}

/** Where packets for an address go from a subnet. */
export type NextHop =
  | {
      readonly kind: 'local';
      /** null: the VPC, whose row would tell the block, is not known. */
      readonly route: EffectiveRoute | null;
      /** null: no subnet of the VPC has the address, or `reason` says why that is not known. */
      readonly subnet: string | null;
      readonly reason: Reason | null;
    }
  | { readonly kind: 'route'; readonly route: EffectiveRoute }
  /** The longest match is dead, and so is every other of its destination; or it is not known to live. */
  | { readonly kind: 'dead' | 'unknown'; readonly route: EffectiveRoute }
  /** Several routes of one destination, of which one lives at least: which one is taken cannot be told. */
  | { readonly kind: 'several'; readonly routes: readonly EffectiveRoute[] }
  /** No route matches; a public address, so the sender's own public address is used, if it has one. */
  | { readonly kind: 'public-address' }
  | { readonly kind: 'none' }
  /** The table, or the VPC's own range, is not known; or a route cannot be read that might take the address. */
  | { readonly kind: 'not-known'; readonly reason: Reason };

interface RouteRange {
  readonly route: EffectiveRoute;
  readonly block: IpBlock;
}

/** null: its destination cannot be read. */
function placed(route: EffectiveRoute): RouteRange | null {
  const block = blockOfRoute(route);
  return block && { route, block };
}

/** IPv4 first, then the longest, then by address. */
const byPreference = ({ block: a }: RouteRange, { block: b }: RouteRange): number =>
  bitsOf(familyOf(a.from)) - bitsOf(familyOf(b.from)) || b.prefix - a.prefix || compareIps(a.from, b.from);

function judgementOf(index: ModelIndex, table: ModelRouteTable, row: ModelRoute): Judgement {
  const dead = (reason: Reason): Judgement => ({ status: 'dead', reason, remarks: [] });
  const unknown = (reason: Reason): Judgement => ({ status: 'unknown', reason, remarks: [] });
  const block = blockOfRoute(row);
  if (row.enabled === false) return dead({ code: 'switched-off' });
  if (!block) return unknown({ code: 'route-not-read', routeTable: table.id, destination: row.destination });
  const blocks = blocksOf(index, table.vpc);
  if (!blocks.row) return unknown(blocks.missing ?? { code: 'not-in-model', kind: 'vpcs', id: table.vpc });
  const untold = familyNotTold(index, table.vpc, familyOf(block.from));
  if (untold) return unknown(untold);
  const inside = blocks.row.some((own) => includesIps(own, block));
  return inside ? dead({ code: 'inside-local', vpc: table.vpc }) : judgeRoute(index, table.vpc, row, block);
}

function judged(index: ModelIndex, table: ModelRouteTable, row: ModelRoute): EffectiveRoute {
  const { destination, type, gateway } = row;
  return { destination, type, gateway, origin: 'custom', routeTable: table.id, row, ...judgementOf(index, table, row) };
}

function withTwins(route: EffectiveRoute, all: readonly EffectiveRoute[]): EffectiveRoute {
  const alone = all.every((other) => other === route || other.destination !== route.destination);
  return alone ? route : { ...route, remarks: [...route.remarks, { code: 'same-destination' }] };
}

interface Routes {
  /** In the order in which they are shown: those for IPv4 by length, those for IPv6, then the others as they came. */
  readonly all: readonly EffectiveRoute[];
  readonly placed: readonly RouteRange[];
  /** A route that might take any address. */
  readonly unread: EffectiveRoute | null;
}

const routesOf = (index: ModelIndex, table: ModelRouteTable): Routes =>
  memoize(index, `routes ${table.id}`, () => {
    const local = (blocksOf(index, table.vpc).row ?? []).map((block): EffectiveRoute => {
      return {
        destination: formatIpBlock(block),
        type: 'LOCAL',
        gateway: 'Local',
        origin: 'local',
        routeTable: table.id,
        status: 'active',
        reason: null,
        remarks: [],
        row: null,
      };
    });
    const custom = table.routes.map((row) => judged(index, table, row)).map((one, _, all) => withTwins(one, all));
    const inOrder = custom.flatMap((one) => placed(one) ?? []).sort(byPreference);
    const others = custom.filter((one) => placed(one) === null);
    return {
      all: [...local, ...inOrder.map(({ route }) => route), ...others],
      placed: [...local.flatMap((one) => placed(one) ?? []), ...inOrder],
      unread: others.find(({ reason }) => reason?.code === 'route-not-read') ?? null,
    };
  });

/**
 * The routes of a table: Local first, then the custom ones from the longest prefix down, each active, dead or unknown; IPv4
 * before IPv6. Those whose destination cannot be read come last.
 * @throws RangeError when the model has no such table.
 */
export function effectiveRoutesOfTable(model: NetworkModel, routeTableId: string): EffectiveRoute[] {
  return [...routesOfTable(indexOf(model), routeTableId)];
}

/** As `effectiveRoutesOfTable`, for an index; none for null. */
export const routesOfTable = (index: ModelIndex, routeTableId: string | null): readonly EffectiveRoute[] =>
  routeTableId === null ? [] : routesOf(index, tableIn(index, routeTableId)).all;

function tableIn(index: ModelIndex, id: string): ModelRouteTable {
  const { row } = rowOf(index, 'routeTables', id);
  if (!row) throw new RangeError(`the model has no route table ${id}`);
  return row;
}

function subnetIn(index: ModelIndex, id: string) {
  const { row } = rowOf(index, 'subnets', id);
  if (!row) throw new RangeError(`the model has no subnet ${id}`);
  return row;
}

/**
 * The routes that act for a subnet: those of its own table, or of its VPC's main one. null: the table is not known.
 * @throws RangeError when the model has no such subnet. For tests.
 */
export function effectiveRoutes(model: NetworkModel, subnetId: string): EffectiveRoute[] | null {
  const index = indexOf(model);
  const table = tableOf(index, subnetIn(index, subnetId));
  return table.row ? [...routesOf(index, table.row).all] : null;
}

const out: ReadonlySet<Reason['code'] | undefined> = new Set(['inside-local', 'switched-off']);

/** Routes that never match a packet, so that a shorter one takes over. */
export const isOut = ({ reason }: EffectiveRoute): boolean => out.has(reason?.code);

/** As `nextHop`, for an index and a parsed address. */
export function nextHopOf(index: ModelIndex, subnetId: string, address: IpAddress): NextHop {
  const table = tableOf(index, subnetIn(index, subnetId));
  if (table.row) return nextHopIn(index, table.row, address);
  return { kind: 'not-known', reason: table.missing ?? { code: 'not-in-model', kind: 'routeTables', id: subnetId } };
}

function nextHopIn(index: ModelIndex, table: ModelRouteTable, address: IpAddress): NextHop {
  const routes = routesOf(index, table);
  const local = inVpc(index, table.vpc, address);
  if (local.row === null) return { kind: 'not-known', reason: local.missing ?? { code: 'not-in-model', kind: 'vpcs', id: table.vpc } };
  const matching = routes.placed.filter(({ route, block }) => holdsIp(block, address) && !isOut(route));
  const [first] = matching;
  if (local.row) {
    const subnet = subnetAt(index, table.vpc, address);
    return {
      kind: 'local',
      route: first?.route.origin === 'local' ? first.route : null,
      subnet: subnet.row?.id ?? null,
      reason: subnet.missing,
    };
  }
  if (routes.unread?.reason) return { kind: 'not-known', reason: routes.unread.reason };
  if (!first) return { kind: leadsOutside(address) ? 'public-address' : 'none' };
  const longest = matching.filter(({ block }) => block.prefix === first.block.prefix).map(({ route }) => route);
  if (longest.length > 1 && longest.some(({ status }) => status !== 'dead')) return { kind: 'several', routes: longest };
  return { kind: first.route.status === 'active' ? 'route' : first.route.status, route: first.route };
}

/**
 * Where packets for the address go from the subnet.
 * @throws RangeError when the model has no such subnet, or the text is no IP address.
 */
export function nextHop(model: NetworkModel, subnetId: string, address: string): NextHop {
  const value = parseIp(address);
  if (value === null) throw new RangeError(`"${address}" is not an IP address`);
  return nextHopOf(indexOf(model), subnetId, value);
}

/**
 * The same for whatever subnet follows the table, bound now or not.
 * @throws RangeError when the model has no such table, or the text is no IP address.
 */
export function nextHopOfTable(model: NetworkModel, routeTableId: string, address: string): NextHop {
  const value = parseIp(address);
  if (value === null) throw new RangeError(`"${address}" is not an IP address`);
  const index = indexOf(model);
  return nextHopIn(index, tableIn(index, routeTableId), value);
}
