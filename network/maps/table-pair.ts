/** Two route tables of a VPC side by side: what both lead to stands first and at one height, and what differs is marked. */
import { tableMapOf } from './table-map.ts';
import type { VpcMap } from './vpc-map.ts';
import { orderMap } from './vpc-order.ts';
import { type MapRoute, type MapTable, mapRouteKey } from './vpc-tables.ts';

/** 'only': the other table has no route to this destination; 'elsewhere': it leads it to another hop, or otherwise. */
type RouteMark = 'only' | 'elsewhere';

export interface PairedTable {
  readonly map: VpcMap;
  readonly table: MapTable;
  /** Keys of the hops that both tables lead to, in the order of the picture. */
  readonly shared: readonly string[];
  /** Of its routes that differ, by their keys. */
  readonly marks: ReadonlyMap<string, RouteMark>;
  /** What differs, and all that belongs to it; null: nothing does. */
  readonly differing: ReadonlySet<string> | null;
}

function markOf(route: MapRoute, other: MapTable): RouteMark | null {
  const alike = other.routes.filter(({ destination }) => destination === route.destination);
  if (alike.length === 0) return 'only';
  const isSame = alike.some(({ type, gateway, fate }) => type === route.type && gateway === route.gateway && fate === route.fate);
  return isSame ? null : 'elsewhere';
}

function pairedOf(map: VpcMap, other: MapTable, shared: readonly string[]): PairedTable | null {
  const [table] = map.tables;
  if (!table) return null;
  const marked = table.routes.flatMap((route) => {
    const mark = markOf(route, other);
    return mark ? [{ route, mark }] : [];
  });
  const differing = new Set(marked.length > 0 ? [table.key] : []);
  for (const { route } of marked) {
    differing.add(mapRouteKey(table, route));
    const hop = map.hops.find(({ key }) => key === route.hop);
    if (!hop) continue;
    for (const key of [hop.key, `way:${table.key}>${hop.key}`, ...hop.beyond.map((one) => one.key)]) differing.add(key);
  }
  return {
    ...{ map, table, shared },
    marks: new Map(marked.map(({ route, mark }) => [mapRouteKey(table, route), mark])),
    differing: marked.length > 0 ? differing : null,
  };
}

/** Both tables by their ids; null where the VPC lacks one of them. */
export function tablePairOf(whole: VpcMap, a: string, b: string): readonly [PairedTable, PairedTable] | null {
  const [left, right] = [tableMapOf(whole, a), tableMapOf(whole, b)];
  const [one, other] = [left?.tables[0], right?.tables[0]];
  if (!left || !right || !one || !other) return null;
  // Hops that are alike may stand in one box in the one picture and by themselves in the other.
  const alone = new Set(orderMap(right).hops.flatMap(({ key, members }) => (members.length === 1 ? [key] : [])));
  const shared = orderMap(left).hops.flatMap(({ key, members }) => (members.length === 1 && alone.has(key) ? [key] : []));
  const pair = [pairedOf(left, other, shared), pairedOf(right, one, shared)] as const;
  return pair[0] && pair[1] ? [pair[0], pair[1]] : null;
}
