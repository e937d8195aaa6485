/** Single addresses of a subnet: which ones interfaces have, which could be asked for. Pure. */
import { cidrOrNull, contains, formatAddress, parseAddress, sizeOf } from '../../catalogue/address.ts';

type AddressFault = 'outside' | 'taken' | 'twice';

/**
 * Why each of the wanted addresses cannot be had, in their order; null where nothing is known against it. Texts that are
 * no address yet are somebody else's to refuse.
 */
export function addressFaults(wanted: readonly string[], block: string, taken: ReadonlySet<string>): (AddressFault | null)[] {
  const range = cidrOrNull(block);
  return wanted.map((text, index) => {
    const base = parseAddress(text);
    if (base === null || !range) return null;
    if (!contains(range, { base, prefix: 32 })) return 'outside';
    if (taken.has(text)) return 'taken';
    return wanted.indexOf(text) < index ? 'twice' : null;
  });
}

/**
 * Addresses to propose, ascending. The documents say that the cloud keeps three of each subnet, not which; the ends of
 * the block are the likeliest, so nothing there is proposed.
 */
export function proposedAddresses(block: string, taken: ReadonlySet<string>, limit: number): string[] {
  const range = cidrOrNull(block);
  const found: string[] = [];
  if (!range) return found;
  for (let at = range.base + 2; at < range.base + sizeOf(range.prefix) - 1 && found.length < limit; at += 1) {
    const text = formatAddress(at);
    if (!taken.has(text)) found.push(text);
  }
  return found;
}
