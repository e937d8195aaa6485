/** A range and the blocks in it as runs of used and free addresses, in the order of the addresses. */
import { cidrOrNull, contains, formatAddress, sizeOf } from '../../catalogue/address.ts';

export interface Run<T> {
  /** What takes it; null: free. */
  readonly taken: T | null;
  readonly from: string;
  readonly to: string;
  /** Number of addresses. */
  readonly size: number;
}

/** Blocks outside the range and unreadable ones are left out. Of two overlapping blocks (which a cloud refuses) the first counts. */
export function runsOf<T>(range: string, blocks: readonly T[], cidrOf: (block: T) => string): Run<T>[] {
  const whole = cidrOrNull(range);
  if (!whole) return [];
  const inside = blocks
    .flatMap((block) => {
      const cidr = cidrOrNull(cidrOf(block));
      return cidr && contains(whole, cidr) ? [{ block, first: cidr.base, after: cidr.base + sizeOf(cidr.prefix) }] : [];
    })
    .sort((a, b) => a.first - b.first);
  const runs: Run<T>[] = [];
  const add = (taken: T | null, first: number, after: number): void => {
    if (after > first) runs.push({ taken, from: formatAddress(first), to: formatAddress(after - 1), size: after - first });
  };
  let at = whole.base;
  for (const { block, first, after } of inside) {
    if (first < at) continue;
    add(null, at, first);
    add(block, first, after);
    at = after;
  }
  add(null, at, whole.base + sizeOf(whole.prefix));
  return runs;
}
