/** How many addresses a block has, and how many of them instances can take. */
import { cidrOrNull, sizeOf } from '../../catalogue/address.ts';

/** Addresses of a subnet that the cloud keeps: the network, the gateway and the broadcast address. */
const keptByCloud = 3;

/** Number of addresses in a block; 0 for a text that is none. */
export function addressesIn(block: string): number {
  const cidr = cidrOrNull(block);
  return cidr ? sizeOf(cidr.prefix) : 0;
}

/** Addresses that instances of a subnet can take. */
export const usableIn = (block: string): number => Math.max(0, addressesIn(block) - keptByCloud);
