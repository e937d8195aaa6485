/** What a rule list opens to the whole internet. */
import { prefixOfIpv6 } from '../catalogue/address6.ts';
import type { Interval } from './cidr.ts';
import { type Box, everyProtocol, lastAddress, type PacketSet, protocolBit, protocolsOf, withPorts } from './packet-set.ts';
import { mergeIntervals, type Protocol, packetsOf, type Rule, readAddresses } from './rule.ts';

/** One protocol and run of ports that a rule for everyone really opens. */
export interface Exposure {
  readonly family: 'IPv4' | 'IPv6';
  readonly protocol: Protocol;
  /** null for ICMP and GRE. */
  readonly ports: { readonly from: number; readonly to: number } | null;
  /** The rule that admits: an ACCEPT whose far end reads as 0.0.0.0/0 or is ::/0. */
  readonly rule: number;
  /** False when earlier rules keep some public addresses out (IPv6: some narrower rule stands above it). */
  readonly everyone: boolean;
}

/** First address and length of the blocks that the internet does not route (RFC 6890, multicast and above). */
const notPublic: readonly Interval[] = [
  { from: 0, to: 0x00ffffff },
  { from: 0x0a000000, to: 0x0affffff },
  { from: 0x64400000, to: 0x647fffff },
  { from: 0x7f000000, to: 0x7fffffff },
  { from: 0xa9fe0000, to: 0xa9feffff },
  { from: 0xac100000, to: 0xac1fffff },
  { from: 0xc0a80000, to: 0xc0a8ffff },
  { from: 0xe0000000, to: lastAddress },
];

/** The addresses that the internet can hold, ascending. */
export const publicRanges: readonly Interval[] = notPublic.slice(0, -1).map(({ to }, index) => {
  return { from: to + 1, to: (notPublic[index + 1]?.from ?? 0) - 1 };
});

/** True for an address that the internet routes: not private, shared, loopback, link-local, multicast or reserved. */
export const isPublicAddress = (address: number): boolean => publicRanges.some(({ from, to }) => address >= from && address <= to);

const countPublic = (addresses: readonly Interval[]): number =>
  addresses.reduce(
    (sum, { from, to }) =>
      sum + publicRanges.reduce((inside, range) => inside + Math.max(0, Math.min(to, range.to) - Math.max(from, range.from) + 1), 0),
    0,
  );

const allPublic = countPublic([{ from: 0, to: lastAddress }]);

const isEverythingOfV6 = (text: string): boolean => prefixOfIpv6(text) === 0;

interface Slice {
  readonly ports: Interval;
  /** Public addresses that reach these ports. */
  readonly open: number;
}

/**
 * Ports of one protocol of a rule for everyone, cut where the addresses that earlier rules keep to themselves change. Port
 * by port the addresses are a line, which stays cheap where boxes of both would multiply.
 */
function slicesOf(own: PacketSet, earlier: readonly Box[]): Slice[] {
  const slices: Slice[] = [];
  for (const { low, high } of [...own].sort((a, b) => a.low - b.low)) {
    const near = earlier.filter((box) => box.low <= high && low <= box.high);
    const starts = new Set([low, ...near.flatMap((box) => [box.low, box.high + 1]).filter((port) => port > low && port <= high)]);
    const cuts = [...starts].sort((a, b) => a - b);
    for (const [at, from] of cuts.entries()) {
      const to = (cuts[at + 1] ?? high + 1) - 1;
      const open = allPublic - countPublic(mergeIntervals(near.filter((box) => box.low <= from && from <= box.high)));
      const last = slices.at(-1);
      if (last && last.open === open && last.ports.to + 1 === from)
        slices[slices.length - 1] = { ports: { from: last.ports.from, to }, open };
      else slices.push({ ports: { from, to }, open });
    }
  }
  return slices.filter(({ open }) => open > 0);
}

/** `own` has every address. */
function exposedBy(index: number, own: PacketSet, earlier: readonly Box[]): Exposure[] {
  return protocolsOf(everyProtocol).flatMap((protocol) => {
    const bit = protocolBit[protocol];
    const of = (boxes: readonly Box[]) => boxes.filter(({ protocols }) => (protocols & bit) !== 0);
    return slicesOf(of(own), of(earlier)).map(({ ports, open }): Exposure => {
      return { family: 'IPv4', protocol, ports: (bit & withPorts) === 0 ? null : ports, rule: index, everyone: open === allPublic };
    });
  });
}

/** IPv6 by ports only: rules for ::/0 hide each other, narrower ones hide nothing as a whole but make `everyone` false. */
function exposureV6(rules: readonly Rule[]): Exposure[] {
  const v6 = rules.flatMap((rule, index) => (rule.cidr.includes(':') ? [{ rule, index }] : []));
  const asV4 = ({ rule, index }: { rule: Rule; index: number }) => packetsOf({ ...rule, cidr: 'ALL' }, index);
  const whole = v6.filter(({ rule }) => isEverythingOfV6(rule.cidr));
  return whole.flatMap((entry) => {
    if (entry.rule.action !== 'ACCEPT') return [];
    const above = whole.filter(({ index }) => index < entry.index).flatMap(asV4);
    const narrower = v6.some(({ rule, index }) => index < entry.index && rule.action === 'DROP' && !isEverythingOfV6(rule.cidr));
    return exposedBy(entry.index, asV4(entry), above).map((item): Exposure => ({ ...item, family: 'IPv6', everyone: !narrower }));
  });
}

/**
 * What is open to everyone, by protocol and port, each with the rule that admits it; IPv4 first, in rule order. Only ACCEPT
 * rules whose far end reads as 0.0.0.0/0 (see `readsAsEverything`) or is ::/0 count, and only for what earlier rules leave
 * to them from public addresses. A list of narrower blocks that happens to add up to the internet is not reported.
 * @throws RangeError on a rule that cannot be read.
 */
export function exposure(rules: readonly Rule[]): Exposure[] {
  const read = rules.map((rule, index) => packetsOf(rule, index));
  const v4 = rules.flatMap((rule, index) => {
    const range = readAddresses(rule.cidr);
    if (rule.action !== 'ACCEPT' || range === null || range === 'ipv6' || range.from !== 0 || range.to !== lastAddress) return [];
    return exposedBy(index, read[index] ?? [], read.slice(0, index).flat());
  });
  return [...v4, ...exposureV6(rules)];
}
