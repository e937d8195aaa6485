/** A range and the blocks in it as runs of used and free addresses, in the order of the addresses. */
import { cidrOrNull, contains, formatAddress, sizeOf } from '../../catalogue/address.ts';
import { rangeOfIpv6 } from '../../catalogue/address6.ts';
import { valuesIn } from '../../catalogue/values.ts';

/** What tells a VPC's ranges; only the cloud of today has further ones, and IPv6. */
interface VpcRanges {
  readonly CidrBlock: string;
  readonly AssistantCidrSet?: unknown;
  readonly Ipv6CidrBlock?: unknown;
  readonly Ipv6CidrBlockSet?: unknown;
}

/** The ranges that a VPC was given after its first. */
export const secondaryRangesOf = ({ AssistantCidrSet }: VpcRanges): string[] =>
  valuesIn(AssistantCidrSet, 'CidrBlock').filter((block) => typeof block === 'string' && block !== '') as string[];

/** Its IPv4 ranges, each once, the first one first: those that can be read. */
export const rangesOfVpc = (vpc: VpcRanges): string[] =>
  [...new Set([vpc.CidrBlock, ...secondaryRangesOf(vpc)])].filter((range) => cidrOrNull(range) !== null);

/** Its IPv6 blocks, each once. */
export const ipv6BlocksOfVpc = ({ Ipv6CidrBlock, Ipv6CidrBlockSet }: VpcRanges): string[] => {
  const blocks = [Ipv6CidrBlock, ...valuesIn(Ipv6CidrBlockSet, 'IPv6CidrBlock')];
  return [...new Set(blocks.filter((block): block is string => typeof block === 'string' && rangeOfIpv6(block) !== null))];
};

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
