/** Blocks as lists find them. */
import { cidrOrNull, formatAddress } from '../../catalogue/address.ts';

/** A block is found by its whole text or by its first address alone: the sample filters "10.8.0.0" (1535, 1892). */
export function blockKeys(block: string): string[] {
  const cidr = cidrOrNull(block);
  return cidr ? [block, formatAddress(cidr.base)] : [block];
}
