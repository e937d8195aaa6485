/** Addresses of both families: what a text means, and sets of them as ascending runs. */
import { formatAddress, parseAddress, parseCidr, sizeOf } from '../../catalogue/address.ts';
import { formatAddress6, lastAddress6, rangeOfIpv6 } from '../../catalogue/address6.ts';
import type { Interval } from './cidr.ts';

export type AddressFamily = 'IPv4' | 'IPv6';

export const lastAddress = 0xffffffff;

/** First and last; IPv4 addresses are unsigned 32-bit numbers. */
export interface Interval6 {
  readonly from: bigint;
  readonly to: bigint;
}

export type Range = ({ readonly family: 'IPv4' } & Interval) | ({ readonly family: 'IPv6' } & Interval6);

/** A set of addresses: ascending intervals of each family that neither overlap nor touch. */
export interface Addresses {
  readonly v4: readonly Interval[];
  readonly v6: readonly Interval6[];
}

const everyAddress4: Addresses = { v4: [{ from: 0, to: lastAddress }], v6: [] };
const everyAddress6: Addresses = { v4: [], v6: [{ from: 0n, to: lastAddress6 }] };
export const everyAddressOfBoth: Addresses = { v4: everyAddress4.v4, v6: everyAddress6.v6 };

const splitOnce = (text: string, mark: string): [string, string] => {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
};

function readSpan(text: string): Range | null {
  const [first, last] = splitOnce(text, '-').map(readRange);
  if (!first || !last) return null;
  if (first.family === 'IPv4' && last.family === 'IPv4') {
    return first.from === first.to && last.from === last.to && first.from <= last.from ? { ...first, to: last.to } : null;
  }
  if (first.family === 'IPv6' && last.family === 'IPv6') {
    return first.from === first.to && last.from === last.to && first.from <= last.from ? { ...first, to: last.to } : null;
  }
  return null;
}

/**
 * An address, a block or a range 'a-b' of either family, or 'ALL' (of IPv4); null for a text that means nothing. Host bits
 * are masked: the documents write 10.0.0.2/24 (10610). '0.0.0.0/n' is everything of IPv4 whatever n is, as the cloud reads it.
 */
export function readRange(text: string): Range | null {
  if (/^all$/i.test(text)) return { family: 'IPv4', from: 0, to: lastAddress };
  if (text.includes('-')) return readSpan(text);
  if (text.includes(':')) {
    const range = rangeOfIpv6(text);
    return range && { family: 'IPv6', ...range };
  }
  if (!text.includes('/')) {
    const address = parseAddress(text);
    return address === null ? null : { family: 'IPv4', from: address, to: address };
  }
  const reading = parseCidr(text);
  const block = reading.ok ? reading : reading.nearest === undefined ? null : parseCidr(reading.nearest);
  if (!block?.ok) return null;
  const { base, prefix } = block.cidr;
  return { family: 'IPv4', from: base, to: base === 0 ? lastAddress : base + sizeOf(prefix) - 1 };
}

type Run<N> = { readonly from: N; readonly to: N };

const ascending = (a: { readonly from: number | bigint }, b: { readonly from: number | bigint }): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : 0;

function mergeRuns<N extends number | bigint>(runs: readonly Run<N>[], touches: (to: N, from: N) => boolean): Run<N>[] {
  const merged: Run<N>[] = [];
  for (const next of [...runs].sort(ascending)) {
    const last = merged.at(-1);
    if (last && touches(last.to, next.from)) {
      if (next.to > last.to) merged[merged.length - 1] = { from: last.from, to: next.to };
    } else merged.push({ from: next.from, to: next.to });
  }
  return merged;
}

/** The same numbers as ascending intervals that neither overlap nor touch. */
export const mergeIntervals = (intervals: readonly Interval[]): Interval[] => mergeRuns(intervals, (to, from) => from <= to + 1);

export const mergeIntervals6 = (intervals: readonly Interval6[]): Interval6[] => mergeRuns(intervals, (to, from) => from <= to + 1n);

/** The addresses of ranges in any order. */
export function addressesOf(ranges: readonly Range[]): Addresses {
  const of4 = ranges.flatMap((range) => (range.family === 'IPv4' ? [range] : []));
  const of6 = ranges.flatMap((range) => (range.family === 'IPv6' ? [range] : []));
  return { v4: mergeIntervals(of4), v6: mergeIntervals6(of6) };
}

/** The addresses of one range. */
export const addressesOfRange = (range: Range): Addresses => (range.family === 'IPv4' ? { v4: [range], v6: [] } : { v4: [], v6: [range] });

/** "10.0.0.0–10.0.0.255", "2001:db8::1", "0.0.0.0/0", "::/0". */
export function rangeText({ family, from, to }: Range): string {
  if (BigInt(from) === 0n && to === (family === 'IPv4' ? lastAddress : lastAddress6)) return family === 'IPv4' ? '0.0.0.0/0' : '::/0';
  const [first, last] = family === 'IPv4' ? [formatAddress(from), formatAddress(to)] : [formatAddress6(from), formatAddress6(to)];
  return first === last ? first : `${first}–${last}`;
}
