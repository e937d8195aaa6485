/** Addresses in subnets: how many a subnet has, which are taken, and taking the next. */
import { type Cidr, cidrOrNull, contains, formatAddress, parseAddress, sizeOf } from '../../catalogue/address.ts';
import { CloudError } from '../errors.ts';
import type { SubnetRow } from '../families/subnet/table.ts';
import { addressKey, addressTable } from '../instances/table.ts';
import type { Partition } from '../world/world.ts';

/** Three addresses of each subnet are the cloud's: the first two and the last (samples 1768, 9542: 253 of a /24). */
const reservedAddresses = 3;

/** The block of a subnet or VPC that is in the world, and therefore well-formed. */
export function blockOfRow(row: { readonly CidrBlock: string }): Cidr {
  const block = cidrOrNull(row.CidrBlock);
  if (!block) throw new Error(`a row holds the malformed block "${row.CidrBlock}"`);
  return block;
}

/** "10.0.0.0/24" → 24, without checking: for rows of the world. */
const prefixOf = (cidr: string): number => Number(cidr.slice(cidr.indexOf('/') + 1));

export const usableAddresses = (subnet: SubnetRow): number => sizeOf(prefixOf(subnet.CidrBlock)) - reservedAddresses;

export const freeAddressCount = (partition: Partition, subnet: SubnetRow): number =>
  usableAddresses(subnet) - partition.table(addressTable).where('SubnetId', subnet.SubnetId).size;

/** True when the address is one that things in the subnet may have. */
export function isUsable(subnet: SubnetRow, address: string): boolean {
  const number = parseAddress(address);
  const { base, prefix } = blockOfRow(subnet);
  return number !== null && number >= base + 2 && number <= base + sizeOf(prefix) - 2;
}

/** The lowest so many free addresses of the subnet that are not in `not`; fewer when it has no more. */
export function freeAddresses(partition: Partition, subnet: SubnetRow, count: number, not: ReadonlySet<string> = new Set()): string[] {
  const { base, prefix } = blockOfRow(subnet);
  const taken = partition.table(addressTable);
  const found: string[] = [];
  for (let address = base + 2; found.length < count && address <= base + sizeOf(prefix) - 2; address += 1) {
    const text = formatAddress(address);
    if (!not.has(text) && !taken.has(addressKey(subnet.VpcId, text))) found.push(text);
  }
  return found;
}

/** The lowest free address of the subnet, or null when it is full. */
export const nextFreeAddress = (partition: Partition, subnet: SubnetRow): string | null => freeAddresses(partition, subnet, 1)[0] ?? null;

interface AddressRefusals {
  readonly outside: string;
  readonly reserved: string;
  readonly taken: string;
}

/** @throws CloudError for an address that is not the subnet's, is one of the cloud's own, or has a holder. */
export function refuseUnfit(partition: Partition, subnet: SubnetRow, address: string, codes: AddressRefusals): void {
  const number = parseAddress(address);
  const inside = number !== null && contains(blockOfRow(subnet), cidrOrNull(`${address}/32`) ?? { base: 0, prefix: 0 });
  if (!inside) throw new CloudError(codes.outside, `The address ${address} is not in the subnet's block ${subnet.CidrBlock}.`);
  if (!isUsable(subnet, address)) throw new CloudError(codes.reserved, `The address ${address} is one of the cloud's own.`);
  const holder = partition.table(addressTable).get(addressKey(subnet.VpcId, address));
  if (holder) throw new CloudError(codes.taken, `The address ${address} is held by ${holder.HolderId}.`);
}

export const takeAddress = (partition: Partition, subnet: SubnetRow, address: string, holderId: string): void => {
  partition.table(addressTable).put({ VpcId: subnet.VpcId, SubnetId: subnet.SubnetId, Address: address, HolderId: holderId });
};

/** Frees whatever addresses it held. */
export function giveBackAddresses(partition: Partition, holderId: string): void {
  const table = partition.table(addressTable);
  for (const { VpcId, Address } of table.where('HolderId', holderId).rows()) table.delete(addressKey(VpcId, Address));
}
