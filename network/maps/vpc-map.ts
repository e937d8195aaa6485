/**
 * What the map of a VPC tells: subnets by the table they use, routes by their next hop, and what stands behind each hop.
 * The same model gives the same map, in whatever order its rows came.
 */
import { cidrsOf, indexOf, notRead, rowOf, tablesOfVpc } from '../model/look-up.ts';
import type { ModelKind, NetworkModel } from '../model/model.ts';
import type { GapReason } from '../model/reasons.ts';
import type { MapHop } from './map-hop.ts';
import { byText, byZone } from './order.ts';
import { hopsOf } from './vpc-hops.ts';
import { type MapSubnet, type MapTable, subnetsByTable, tableFrom, tableKey } from './vpc-tables.ts';

export interface VpcMap {
  readonly id: string;
  readonly name: string;
  readonly cidrs: readonly string[];
  readonly zones: readonly string[];
  readonly tables: readonly MapTable[];
  readonly hops: readonly MapHop[];
  /** Lists that were not read whole: the map may lack things of them. */
  readonly gaps: readonly GapReason[];
}

/** Rows of the kind may be missing. */
export const isUnread = ({ gaps }: Pick<VpcMap, 'gaps'>, kind: ModelKind): boolean => gaps.some((gap) => gap.kind === kind);

const gateways = ['natGateways', 'peerings', 'directConnectGateways', 'vpnGateways'] as const;

/** The map with a place for each list that could not be read: what it may lack is seen to be lacking. */
export function withGaps(map: VpcMap): VpcMap {
  const unread = gateways.filter((kind) => isUnread(map, kind));
  const isLost = isUnread(map, 'routeTables') && map.tables.every(({ id }) => id !== '');
  if (unread.length === 0 && !isLost) return map;
  const hops = unread.map(
    (kind): MapHop => ({
      ...{ key: `gap:${kind}`, kind: 'unread', type: kind, id: '', name: '' },
      ...{ addresses: [], subnet: null, beyond: [], led: 'unknown' },
    }),
  );
  return { ...map, tables: isLost ? [...map.tables, lostTable([])] : map.tables, hops: [...map.hops, ...hops] };
}

const lostTable = (subnets: readonly MapSubnet[]): MapTable => ({ key: tableKey(''), id: '', name: '', main: false, routes: [], subnets });

/** The map of one VPC; null when the model lacks it. */
export function vpcMapOf(model: NetworkModel, vpc: string): VpcMap | null {
  const index = indexOf(model);
  const { row } = rowOf(index, 'vpcs', vpc);
  if (!row) return null;
  const subnets = subnetsByTable(index, vpc);
  const rows = [...tablesOfVpc(index, vpc).rows].sort((a, b) => byText(a.name ?? '', b.name ?? '') || byText(a.id, b.id));
  const tables = rows.map((table) => tableFrom(index, table, subnets.get(table.id) ?? []));
  const lost = [...subnets].flatMap(([id, held]) => (rows.some((table) => table.id === id) ? [] : held));
  if (lost.length > 0) tables.push(lostTable(lost));
  tables.sort((a, b) => b.subnets.length - a.subnets.length || byText(a.name, b.name) || byText(a.id, b.id));
  const kinds = [
    'subnets',
    'routeTables',
    'interfaces',
    'peerings',
    'natGateways',
    'vpnGateways',
    'vpnConnections',
    'directConnectGateways',
    'natPorts',
    'natSources',
    'eips',
  ] as const;
  return {
    id: vpc,
    name: row.name ?? '',
    cidrs: cidrsOf(index, vpc),
    zones: [...new Set([...subnets.values()].flat().map(({ zone }) => zone))].sort(byZone),
    tables,
    hops: hopsOf(model, vpc, tables),
    gaps: kinds.flatMap((kind) => notRead(index, kind, vpc) ?? []),
  };
}
