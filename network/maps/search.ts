/** What of a VPC's map a text names: by name, id or block, or by an address that a block holds. */
import { holdsIp, parseIp, parseIpBlock } from '../addresses/ip.ts';
import type { VpcMap } from './vpc-map.ts';
import { subnetKey } from './vpc-tables.ts';

/** Keys in the order of the map: subnets, tables, hops, what is beyond. An address finds its subnet, or the longest routes that take it. */
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
  const tables = map.tables.filter(({ name, id }) => has(name, id)).map(({ key }) => key);
  const longest = Math.max(
    -1,
    ...map.tables
      .flatMap(({ routes }) => routes)
      .map(({ destination }) => (holds(destination) ? (parseIpBlock(destination)?.prefix ?? -1) : -1)),
  );
  const taking = new Set(
    map.tables
      .flatMap(({ routes }) => routes)
      .flatMap((route) =>
        route.hop && holds(route.destination) && parseIpBlock(route.destination)?.prefix === longest ? [route.hop] : [],
      ),
  );
  const hops = map.hops.flatMap((hop) => [
    ...(has(hop.name, hop.id, ...hop.addresses) || taking.has(hop.key) ? [hop.key] : []),
    ...hop.beyond.flatMap((beyond) =>
      (beyond.members ?? [beyond]).some((one) => has(one.name, one.id, ...one.blocks)) ? [beyond.key] : [],
    ),
  ]);
  return [...found, ...tables, ...hops];
}
