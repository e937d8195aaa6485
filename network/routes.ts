/**
 * Which routes really act in a subnet, and where one address goes.
 *
 * Inside the VPC is Local and always wins; then the longest prefix; when nothing matches, a public address is reached by
 * the sender's own public address if it has one (PEERS.md section 5). A dead route is not skipped: it is still the longest
 * match, and what matches it is lost.
 */
import { formatCidr, parseAddress } from '../catalogue/address.ts';
import { blockOf } from './cidr.ts';
import type { ModelRoute, ModelRouteTable, NetworkModel, NextHopType } from './model.ts';
import { indexOf, type ModelIndex, remember, subnetAt, tableOf } from './model-index.ts';
import type { Reason } from './path.ts';
import { leadsOutside } from './public-addresses.ts';
import { type Judgement, judgeRoute, type RouteRemark } from './route-health.ts';

export interface EffectiveRoute {
  readonly destination: string;
  readonly type: NextHopType | (string & {});
  /** 'Local' for the built-in route, as the 2017 API writes it (9975). */
  readonly gateway: string;
  readonly origin: 'local' | 'custom';
  readonly routeTable: string;
  /** 'dead': packets that match are lost, but for 'inside-local' and 'switched-off', which never match. */
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
      readonly route: EffectiveRoute /** null: no subnet of the VPC has the address. */;
      readonly subnet: string | null;
    }
  | { readonly kind: 'route'; readonly route: EffectiveRoute }
  /** The longest match is dead, or not known to live. */
  | { readonly kind: 'dead' | 'unknown'; readonly route: EffectiveRoute }
  /** Several routes of one destination: which one is taken cannot be told. */
  | { readonly kind: 'several'; readonly routes: readonly EffectiveRoute[] }
  /** No route matches; a public address, so the sender's own public address is used, if it has one. */
  | { readonly kind: 'public-address' }
  | { readonly kind: 'none' }
  | { readonly kind: 'no-table'; readonly reason: Reason };

interface Placed {
  readonly route: EffectiveRoute;
  readonly base: number;
  readonly last: number;
  readonly prefix: number;
}

const placed = (route: EffectiveRoute): Placed => {
  const { base, prefix } = blockOf(route.destination);
  return { route, base, prefix, last: base + 2 ** (32 - prefix) - 1 };
};

function judged(index: ModelIndex, table: ModelRouteTable, row: ModelRoute): EffectiveRoute {
  const common = {
    destination: row.destination,
    type: row.type,
    gateway: row.gateway,
    origin: 'custom',
    routeTable: table.id,
    row,
  } as const;
  const destination = blockOf(row.destination);
  const inside = (index.blocks.get(table.vpc) ?? []).some(
    ({ from, to }) => from <= destination.base && destination.base + 2 ** (32 - destination.prefix) - 1 <= to,
  );
  const judgement: Judgement = inside
    ? { status: 'dead', reason: { code: 'inside-local', vpc: table.vpc }, remarks: [] }
    : row.enabled === false
      ? { status: 'dead', reason: { code: 'switched-off' }, remarks: [] }
      : judgeRoute(index, table.vpc, row);
  return { ...common, ...judgement };
}

function withTwins(one: Placed, all: readonly Placed[]): Placed {
  const alone = all.every((other) => other === one || other.base !== one.base || other.prefix !== one.prefix);
  return alone ? one : { ...one, route: { ...one.route, remarks: [...one.route.remarks, { code: 'same-destination' }] } };
}

const routesOf = (index: ModelIndex, table: ModelRouteTable): readonly Placed[] =>
  remember(index, `routes ${table.id}`, () => {
    const local = (index.blocks.get(table.vpc) ?? []).map(({ from, to }): EffectiveRoute => {
      const destination = formatCidr({ base: from, prefix: 32 - Math.log2(to - from + 1) });
      return {
        destination,
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
    const custom = table.routes.map((row) => placed(judged(index, table, row))).map((one, _, all) => withTwins(one, all));
    return [...local.map(placed), ...custom.sort((a, b) => b.prefix - a.prefix || a.base - b.base)];
  });

/**
 * The routes of a table: Local first, then the custom ones from the longest prefix down, each active, dead or unknown.
 * @throws RangeError when the model has no such table, or a destination is no CIDR block.
 */
export function effectiveRoutesOfTable(model: NetworkModel, routeTableId: string): EffectiveRoute[] {
  const index = indexOf(model);
  const table = index.routeTable.get(routeTableId);
  if (!table) throw new RangeError(`the model has no route table ${routeTableId}`);
  return routesOf(index, table).map(({ route }) => route);
}

/**
 * The routes that act for a subnet: those of its own table, or of its VPC's main one. Empty when the table is not known.
 * @throws RangeError when the model has no such subnet, or a destination is no CIDR block.
 */
export function effectiveRoutes(model: NetworkModel, subnetId: string): EffectiveRoute[] {
  const index = indexOf(model);
  const subnet = index.subnet.get(subnetId);
  if (!subnet) throw new RangeError(`the model has no subnet ${subnetId}`);
  const table = tableOf(index, subnet);
  return table ? routesOf(index, table).map(({ route }) => route) : [];
}

/** Routes that never match a packet, so that a shorter one takes over. */
export const isOut = ({ reason }: EffectiveRoute): boolean => reason?.code === 'inside-local' || reason?.code === 'switched-off';

/** As `nextHop`, for an index and a parsed address. */
export function nextHopOf(index: ModelIndex, subnetId: string, address: number): NextHop {
  const subnet = index.subnet.get(subnetId);
  if (!subnet) throw new RangeError(`the model has no subnet ${subnetId}`);
  const table = tableOf(index, subnet);
  if (!table) {
    const id = subnet.routeTable ?? subnet.vpc;
    const gap = index.gap('routeTables', subnet.vpc);
    return {
      kind: 'no-table',
      reason: gap ? { code: 'not-known', kind: 'routeTables', because: gap.because } : { code: 'not-in-model', kind: 'routeTables', id },
    };
  }
  return nextHopIn(index, table, address);
}

function nextHopIn(index: ModelIndex, table: ModelRouteTable, address: number): NextHop {
  const matching = routesOf(index, table).filter(({ route, base, last }) => base <= address && address <= last && !isOut(route));
  const [first] = matching;
  if (first?.route.origin === 'local') {
    return { kind: 'local', route: first.route, subnet: subnetAt(index, table.vpc, address)?.id ?? null };
  }
  if (!first) return { kind: leadsOutside(address) ? 'public-address' : 'none' };
  const longest = matching.filter(({ prefix }) => prefix === first.prefix).map(({ route }) => route);
  if (longest.length > 1) return { kind: 'several', routes: longest };
  return { kind: first.route.status === 'active' ? 'route' : first.route.status, route: first.route };
}

/**
 * Where packets for the address go from the subnet.
 * @throws RangeError when the model has no such subnet, or the text is no IPv4 address.
 */
export function nextHop(model: NetworkModel, subnetId: string, address: string): NextHop {
  const value = parseAddress(address);
  if (value === null) throw new RangeError(`"${address}" is not an IPv4 address`);
  return nextHopOf(indexOf(model), subnetId, value);
}

/**
 * The same for whatever subnet follows the table, bound now or not.
 * @throws RangeError when the model has no such table, or the text is no IPv4 address.
 */
export function nextHopOfTable(model: NetworkModel, routeTableId: string, address: string): NextHop {
  const value = parseAddress(address);
  if (value === null) throw new RangeError(`"${address}" is not an IPv4 address`);
  const index = indexOf(model);
  const table = index.routeTable.get(routeTableId);
  if (!table) throw new RangeError(`the model has no route table ${routeTableId}`);
  return nextHopIn(index, table, value);
}
