/** What of a VPC's map a text names: by name, id or block, or by an address that a block holds. */
import { holdsIp, parseIp, parseIpBlock } from '../addresses/ip.ts';
import type { VpcMap } from './vpc-map.ts';
import { type MapTable, subnetKey } from './vpc-tables.ts';

/** The longest routes of a table that take an address, with the hop of each; null for one that leads nowhere. */
function takenIn(
  { key, routes: all }: MapTable,
  holds: (cidr: string) => boolean,
): { readonly table: string; readonly hop: string | null }[] {
  const routes = all.filter(({ fate }) => fate !== 'unused');
  const prefixOf = (destination: string): number => (holds(destination) ? (parseIpBlock(destination)?.prefix ?? -1) : -1);
  const longest = Math.max(-1, ...routes.map(({ destination }) => prefixOf(destination)));
  return longest < 0 ? [] : routes.flatMap(({ destination, hop }) => (prefixOf(destination) === longest ? [{ table: key, hop }] : []));
}

/** Keys in the order of the map: subnets, tables, hops, what is beyond. An address finds its subnet, or the longest route of each table. */
export function searchVpc(map: VpcMap, text: string): string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const address = parseIp(wanted);
  const has = (...texts: readonly string[]): boolean => texts.some((one) => one.toLowerCase().includes(wanted));
  const holds = (cidr: string): boolean => {
    const block = address === null ? null : parseIpBlock(cidr);
    return block !== null && address !== null && holdsIp(block, address);
  };
  const subnets = map.tables
    .flatMap((table) => table.subnets)
    .filter(({ name, id, cidr, ipv6 }) => has(name, id, cidr, ipv6 ?? '') || holds(cidr) || holds(ipv6 ?? ''));
  const found = subnets.map(({ id }) => subnetKey(id));
  if (address !== null && found.length > 0) return found;
  // Inside the VPC's ranges the local route takes everything.
  const taken = map.cidrs.some(holds) ? [] : map.tables.flatMap((table) => takenIn(table, holds));
  const taking = new Set(taken.flatMap(({ hop }) => hop ?? []));
  // A table whose route is dead takes the packet nowhere: it is found itself.
  const losing = new Set(taken.flatMap(({ hop, table }) => (hop === null ? [table] : [])));
  const tables = map.tables.filter(({ name, id, key }) => has(name, id) || losing.has(key)).map(({ key }) => key);
  const hops = map.hops.flatMap((hop) => [
    ...(has(hop.name, hop.id, ...hop.addresses) || taking.has(hop.key) ? [hop.key] : []),
    ...hop.beyond.flatMap((beyond) =>
      (beyond.members ?? [beyond]).some((one) => has(one.name, one.id, ...one.blocks)) ? [beyond.key] : [],
    ),
  ]);
  return [...found, ...tables, ...hops];
}
