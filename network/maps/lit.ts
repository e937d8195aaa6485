/** What belongs to one thing of a VPC's map: its ways there and back, and everything on them. */

import type { MapHop } from './map-hop.ts';
import type { VpcMap } from './vpc-map.ts';
import { type MapRoute, type MapTable, mapRouteKey, subnetKey } from './vpc-tables.ts';

/** A way out of a table: a route, and the hop it leads to. */
interface WayOut {
  readonly table: MapTable;
  readonly route: MapRoute;
  readonly hop: MapHop | null;
}

export const waysOut = (map: VpcMap, table: MapTable): WayOut[] =>
  table.routes.map((route) => ({ table, route, hop: map.hops.find(({ key }) => key === route.hop) ?? null }));

/** The table that a subnet uses. */
export const tableOfSubnet = (map: VpcMap, id: string): MapTable | undefined =>
  map.tables.find(({ subnets }) => subnets.some((subnet) => subnet.id === id));

/** The hop with this key, or the one that has it behind. */
export const hopAt = (map: VpcMap, key: string): MapHop | undefined =>
  map.hops.find((hop) => hop.key === key || hop.beyond.some((beyond) => beyond.key === key));

/** Tables with a live or unknown route to the hop. */
export const tablesTo = (map: VpcMap, hop: MapHop): MapTable[] =>
  map.tables.filter(({ routes }) => routes.some((route) => route.hop === hop.key));

function withHop(lit: Set<string>, hop: MapHop, beyond?: string): void {
  lit.add(hop.key);
  for (const one of hop.beyond) if (beyond === undefined || one.key === beyond) lit.add(one.key);
}

/** Lights a table's ways: all, or those of some routes. `held` finds the box that a hop stands in. */
function withTable(
  lit: Set<string>,
  map: VpcMap,
  table: MapTable,
  held: (hop: string) => string,
  only?: (route: MapRoute) => boolean,
): void {
  lit.add(table.key);
  for (const { route, hop } of waysOut(map, table)) {
    if (only && !only(route)) continue;
    lit.add(mapRouteKey(table, route));
    if (!hop) continue;
    withHop(lit, hop);
    lit.add(held(hop.key));
    // Behind a box of several.
    lit.add(`beyond:${held(hop.key)}`);
    lit.add(`way:${table.key}>${held(hop.key)}`);
  }
}

/** The keys that are lit with a thing; null for none, or one that is not on the map. `members`: hops of boxes that hold several. */
export function litWith(map: VpcMap, key: string | null, members: ReadonlyMap<string, string>): ReadonlySet<string> | null {
  if (key === null) return null;
  const held = (hop: string): string => members.get(hop) ?? hop;
  const lit = new Set([key]);
  const inside = (table: MapTable): void => {
    for (const { id } of table.subnets) lit.add(subnetKey(id));
  };
  const subnet = key.startsWith('subnet:') ? tableOfSubnet(map, key.slice('subnet:'.length)) : undefined;
  const table = subnet ?? map.tables.find((one) => one.key === key || key.startsWith(`tile:${one.id}:`));
  if (table) {
    withTable(lit, map, table, held);
    if (!subnet) inside(table);
    return lit;
  }
  const hops = map.hops.filter((hop) => held(hop.key) === key || hop.key === key || hop.beyond.some((one) => one.key === key));
  if (hops.length === 0) return null;
  const keys = new Set(hops.map((hop) => hop.key));
  if (hops.every((hop) => held(hop.key) !== hop.key)) lit.add(`beyond:${key}`);
  for (const hop of hops) {
    for (const { subnet: inside } of hop.published ?? []) if (inside) lit.add(subnetKey(inside.id));
    withHop(lit, hop, hop.beyond.some((one) => one.key === key) ? key : undefined);
    for (const leading of tablesTo(map, hop)) {
      withTable(lit, map, leading, held, (route) => route.hop !== null && keys.has(route.hop));
      inside(leading);
    }
  }
  return lit;
}
