/** Arithmetic on blocks of addresses. Texts are read by the catalogue's strict parser. */
import { type Cidr, contains, formatCidr, parseCidr, sizeOf } from '../../catalogue/address.ts';

/** A run of addresses, both ends included. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

const lastOf = ({ base, prefix }: Cidr): number => base + sizeOf(prefix) - 1;

/** @throws RangeError naming the text that is not a canonical CIDR block. */
export function blockOf(text: string): Cidr {
  const reading = parseCidr(text);
  if (!reading.ok) throw new RangeError(`"${text}" is not a CIDR block${reading.nearest ? `; did you mean ${reading.nearest}?` : ''}`);
  return reading.cidr;
}

/** True when two parsed blocks share an address. */
export const blocksOverlap = (a: Cidr, b: Cidr): boolean => contains(a, b) || contains(b, a);

/** True when the two blocks share an address. Throws RangeError on a text that is no CIDR block. */
export const overlaps = (a: string, b: string): boolean => blocksOverlap(blockOf(a), blockOf(b));

/** The addresses of `range` that none of `used` takes, as maximal runs in ascending order. */
export function freeIntervals(range: Cidr, used: readonly Cidr[]): Interval[] {
  const end = lastOf(range);
  const taken = used.filter((block) => blocksOverlap(range, block)).sort((a, b) => a.base - b.base);
  const free: Interval[] = [];
  let next = range.base;
  for (const block of taken) {
    if (block.base > next) free.push({ from: next, to: block.base - 1 });
    next = Math.max(next, lastOf(block) + 1);
  }
  if (next <= end) free.push({ from: next, to: end });
  return free;
}

/**
 * The first free blocks of the given prefix length inside `range`, ascending and aligned, none of which overlaps `used`
 * or another one; at most `limit`. Empty when the prefix is shorter than the range's own.
 * @throws RangeError on a text that is no CIDR block, or a prefix that is no whole number from 0 to 32.
 */
export function freeBlocks(range: string, used: readonly string[], prefix: number, limit = 16): string[] {
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > 32) throw new RangeError(`a prefix length is 0 to 32, not ${prefix}`);
  const size = sizeOf(prefix);
  const blocks: string[] = [];
  for (const { from, to } of freeIntervals(blockOf(range), used.map(blockOf))) {
    for (let base = Math.ceil(from / size) * size; base + size - 1 <= to && blocks.length < limit; base += size) {
      blocks.push(formatCidr({ base, prefix }));
    }
  }
  return blocks;
}
