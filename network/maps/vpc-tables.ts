/** The route tables of a VPC's map, with their subnets and routes. */
import { formatIp, parseIpBlock } from '../addresses/ip.ts';
import { interfacesOfSubnet, type ModelIndex, publicAddressOf, subnetsOf, tableOf } from '../model/look-up.ts';
import type { ModelInterface, ModelRouteTable, ModelSubnet } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { leavesToOwn, reachesByOwn } from '../routes/own-way.ts';
import type { RouteRemark } from '../routes/route-health.ts';
import { routesOfTable } from '../routes/routes.ts';
import type { HopFinding } from './map-hop.ts';
import { byBlock, byText } from './order.ts';
import { backOf } from './route-back.ts';

export interface MapSubnet {
  readonly id: string;
  readonly name: string;
  readonly cidr: string;
  /** null: none; undefined: not told. */
  readonly ipv6: string | null | undefined;
  /** '' where it is not told. */
  readonly zone: string;
  /** null: none; undefined: not told. */
  readonly acl: string | null | undefined;
  /** null: not known. */
  readonly interfaces: number | null;
  /** IPv4 addresses that interfaces hold; null: not known. */
  readonly used: number | null;
  readonly size: number;
  /** Interfaces with a public address of their own; null: not known. */
  readonly publicly: number | null;
  /** Their public addresses, each once; null: not known. */
  readonly publicAddresses: readonly string[] | null;
  /** Those of them that reach the internet by it, as the table's routes and the address itself let them; null: not known. */
  readonly own: number | null;
}

/** 'unused': it never matches (switched off, or inside the VPC's own range). */
type RouteFate = 'live' | 'dead' | 'unused' | 'unknown';

export interface MapRoute {
  /** As the forms of its table name it; absent: the table does not tell. */
  readonly id?: string | number | undefined;
  readonly destination: string;
  readonly type: string;
  readonly gateway: string;
  readonly fate: RouteFate;
  readonly reason: Reason | null;
  readonly remarks: readonly RouteRemark[];
  /** Key of the hop it leads to; null where it leads nowhere. */
  readonly hop: string | null;
  /** Through a peering: what keeps answers from the subnets of its table, or that this is not known; null for nothing. */
  readonly back: HopFinding | null;
}

export interface MapTable {
  readonly key: string;
  /** '' for subnets of which the table is not known. */
  readonly id: string;
  readonly name: string;
  readonly main: boolean;
  readonly routes: readonly MapRoute[];
  readonly subnets: readonly MapSubnet[];
}

/** By addresses of their own instances of the subnet reach the internet. null: not known. */
export const goesOutItself = ({ own }: Pick<MapSubnet, 'own'>): boolean | null => (own === null ? null : own > 0);

export const tableKey = (id: string): string => `table:${id}`;
export const subnetKey = (id: string): string => `subnet:${id}`;
/** A CCN is one hop, whether somebody wrote the route into it or the CCN brought it. */
export const hopKey = (type: string, gateway: string): string => `hop:${type === 'USER_CCN' ? 'CCN' : type}:${gateway}`;
export const mapRouteKey = (table: MapTable, route: MapRoute): string => `route:${table.id}:${route.destination}:${route.gateway}`;

const sizeOf = (cidr: string): number => {
  const block = parseIpBlock(cidr);
  return block ? 2 ** (32 - block.prefix) : 0;
};

/** Public addresses on interfaces, each once; one interface may have several. */
export const publicAddressesOf = (index: ModelIndex, interfaces: readonly ModelInterface[]): string[] => {
  const known = interfaces.flatMap((one) => one.addresses.flatMap((address) => publicAddressOf(index, one, address).row ?? []));
  return [...new Set(known.map(formatIp))].sort(byBlock);
};

function subnetOf(index: ModelIndex, row: ModelSubnet): MapSubnet {
  const { rows, more } = interfacesOfSubnet(index, row);
  const reaching = rows.map((one) => reachesByOwn(index, row, one));
  const own = reaching.filter((one) => one === true).length;
  return {
    id: row.id,
    name: row.name ?? '',
    cidr: row.cidr,
    ipv6: row.ipv6Cidr,
    zone: row.zone ?? '',
    acl: row.networkAcl,
    interfaces: more ? null : rows.length,
    used: more ? null : rows.reduce((sum, one) => sum + one.addresses.length, 0),
    size: sizeOf(row.cidr),
    publicly: more ? null : rows.filter((one) => publicAddressesOf(index, [one]).length > 0).length,
    publicAddresses: more ? null : publicAddressesOf(index, rows),
    own: (more && leavesToOwn(index, row, 'IPv4') !== false) || (own === 0 && reaching.includes(null)) ? null : own,
  };
}

const neverMatches: ReadonlySet<string | undefined> = new Set(['inside-local', 'switched-off']);

function routesIn(index: ModelIndex, { id, vpc }: ModelRouteTable, subnets: readonly MapSubnet[]): MapRoute[] {
  const held = subnets.map((subnet) => subnet.id);
  const routes = routesOfTable(index, id).filter(({ origin }) => origin === 'custom');
  return routes
    .map((route): MapRoute => {
      const { destination, type, gateway, reason, remarks, status, row } = route;
      const fate = neverMatches.has(reason?.code) ? 'unused' : status === 'active' ? 'live' : status;
      const leads = fate === 'live' || fate === 'unknown';
      return {
        id: row?.id,
        destination,
        type,
        gateway,
        fate,
        reason,
        remarks,
        hop: leads && gateway !== '' ? hopKey(type, gateway) : null,
        back: leads ? backOf(index, vpc, held, route) : null,
      };
    })
    .sort((a, b) => byBlock(a.destination, b.destination) || byText(a.gateway, b.gateway));
}

export const tableFrom = (index: ModelIndex, row: ModelRouteTable, subnets: readonly MapSubnet[]): MapTable => ({
  key: tableKey(row.id),
  id: row.id,
  name: row.name ?? '',
  main: row.main,
  routes: routesIn(index, row, subnets),
  subnets,
});

/** Subnets by the id of their table; '' holds those of which it is not known. */
export function subnetsByTable(index: ModelIndex, vpc: string): Map<string, MapSubnet[]> {
  const found = new Map<string, MapSubnet[]>();
  for (const { of } of subnetsOf(index, vpc).rows) {
    const id = tableOf(index, of).row?.id ?? '';
    const held = found.get(id);
    if (held) held.push(subnetOf(index, of));
    else found.set(id, [subnetOf(index, of)]);
  }
  for (const held of found.values()) held.sort((a, b) => byBlock(a.cidr, b.cidr) || byText(a.id, b.id));
  return found;
}
