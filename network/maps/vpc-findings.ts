/** What is wrong with one thing of a VPC's map, or on its ways. */
import { type Finding, findingsOf } from './estate-findings.ts';
import { hopAt, tableOfSubnet } from './lit.ts';
import type { MapHop } from './map-hop.ts';
import type { VpcMap } from './vpc-map.ts';
import type { MapSubnet, MapTable } from './vpc-tables.ts';

export type VpcFinding =
  | Finding
  /** Few of its addresses are left; `share` from 0 to 1. */
  | { readonly level: 'danger' | 'warning'; readonly kind: 'full'; readonly subnet: MapSubnet; readonly share: number }
  | { readonly level: 'warning'; readonly kind: 'spare'; readonly table: MapTable };

/** From these shares on a subnet is seen to be full, as its bar is. */
const [warns, alarms] = [0.75, 0.9];

/** That few of a subnet's addresses are left. */
export function fullness(subnet: MapSubnet): VpcFinding[] {
  const share = subnet.used === null || subnet.size === 0 ? 0 : subnet.used / subnet.size;
  return share < warns ? [] : [{ level: share < alarms ? 'warning' : 'danger', kind: 'full', subnet, share }];
}

const leadsTo = (table: MapTable, hop: MapHop): boolean => table.routes.some((route) => route.hop === hop.key);

/** What is wrong with a thing: with a table's routes, with what is behind a hop, and for a subnet what is so on its ways. */
export function findingsAt(map: VpcMap, leadsOf: Parameters<typeof findingsOf>[1], key: string): readonly VpcFinding[] {
  const all = findingsOf(map, leadsOf);
  const subnetTable = key.startsWith('subnet:') ? tableOfSubnet(map, key.slice('subnet:'.length)) : undefined;
  const table = subnetTable ?? map.tables.find((one) => one.key === key);
  if (table) {
    const onWays = all.filter((one) => (one.kind === 'route' ? one.table.key === table.key : leadsTo(table, one.hop)));
    const subnet = subnetTable?.subnets.find(({ id }) => key === `subnet:${id}`);
    if (subnet) return [...fullness(subnet), ...onWays];
    return table.subnets.length === 0 && !table.main ? [...onWays, { level: 'warning', kind: 'spare', table }] : onWays;
  }
  const hop = hopAt(map, key);
  return all.filter((one) =>
    one.kind === 'beyond'
      ? one.hop === hop &&
        (key === hop.key || one.beyond.key === key || hop.beyond.some((card) => card.key === key && card.members?.includes(one.beyond)))
      : one.kind === 'unused' && one.hop === hop,
  );
}
