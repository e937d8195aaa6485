/** Rules and packets as text, and how a rule's text is read into the packets it matches. */
import { parseAddress, parseCidr, sizeOf } from '../catalogue/address.ts';
import { prefixOfIpv6 } from '../catalogue/address6.ts';
import type { Interval } from './cidr.ts';
import { everyProtocol, lastAddress, lastPort, type PacketSet, protocolBit, withoutPorts, withPorts } from './packet-set.ts';

export type Action = 'ACCEPT' | 'DROP';
/** ICMPv6 is what ICMP is to IPv4: neither stands in packets of the other family. */
export type Protocol = 'TCP' | 'UDP' | 'ICMP' | 'GRE' | 'ICMPv6';

/** One line of a security group or a network ACL, for one direction. */
export interface Rule {
  readonly action: Action;
  readonly protocol: Protocol | 'ALL';
  /** 'ALL' (in any case), one port, a range 'a-b', or a list of both with commas. */
  readonly port: string;
  /**
   * The far end: a block 'a.b.c.d/n', one address, a range 'a-b' (as address templates write it), 'ALL', or an IPv6 block or
   * address. An IPv6 far end means IPv6 packets only, any other one IPv4 packets only.
   */
  readonly cidr: string;
}

/** What a rule is asked about. `address` is the far end: the source of an inbound packet, the destination of an outbound one. */
export interface Packet {
  readonly protocol: Protocol;
  readonly address: string;
  /** The destination port; TCP and UDP only. */
  readonly port?: number | undefined;
}

export const everyAddress: Interval = { from: 0, to: lastAddress };

/**
 * True for '0.0.0.0/n' with any n, and for 'ALL': the cloud stores each as 0.0.0.0/0, so that "0.0.0.0/8" opens the whole
 * internet. One plain address 0.0.0.0 is only itself.
 */
export function readsAsEverything(cidr: string): boolean {
  const range = readAddresses(cidr);
  return range !== null && range !== 'ipv6' && range.from === 0 && range.to === lastAddress;
}

const splitOnce = (text: string, mark: string): [string, string] => {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
};

/** 'ipv6' for IPv6 texts, null for a text that means nothing. Host bits are masked: the documents write 10.0.0.2/24 (10610). */
export function readAddresses(text: string): Interval | 'ipv6' | null {
  if (/^all$/i.test(text)) return everyAddress;
  if (text.includes(':')) return prefixOfIpv6(text) === null ? null : 'ipv6';
  if (text.includes('-')) {
    const [from, to] = splitOnce(text, '-').map(parseAddress);
    return from === null || from === undefined || to === null || to === undefined || from > to ? null : { from, to };
  }
  if (!text.includes('/')) {
    const address = parseAddress(text);
    return address === null ? null : { from: address, to: address };
  }
  const reading = parseCidr(text);
  const block = reading.ok ? reading : reading.nearest === undefined ? null : parseCidr(reading.nearest);
  if (!block?.ok) return null;
  const { base, prefix } = block.cidr;
  return base === 0 ? everyAddress : { from: base, to: base + sizeOf(prefix) - 1 };
}

const portNumber = (text: string): number => (/^(?:0|[1-9]\d{0,4})$/.test(text) && Number(text) <= lastPort ? Number(text) : Number.NaN);

/** The ports of a text as ascending, disjoint intervals, or null when it is not a port text. */
export function readPorts(text: string): Interval[] | null {
  if (/^all$/i.test(text)) return [{ from: 0, to: lastPort }];
  const ranges: Interval[] = [];
  for (const part of text.split(',')) {
    const [from, to] = (part.includes('-') ? splitOnce(part, '-') : [part, part]).map(portNumber);
    if (from === undefined || to === undefined || !(from <= to)) return null;
    ranges.push({ from, to });
  }
  return mergeIntervals(ranges);
}

/** The same numbers as ascending intervals that neither overlap nor touch. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && next.from <= last.to + 1) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else merged.push(next);
  }
  return merged;
}

/** Addresses × ports of a protocol as boxes. A port confines only the packets that have one: ICMP and GRE are taken whole. */
export function boxesOf(protocol: Protocol | 'ALL', ports: readonly Interval[], addresses: readonly Interval[]): PacketSet {
  const mask = protocol === 'ALL' ? everyProtocol : protocolBit[protocol];
  const whole = ports[0]?.from === 0 && ports[0].to === lastPort;
  const slices = whole
    ? [{ protocols: mask, low: 0, high: lastPort }]
    : [
        { protocols: mask & withoutPorts, low: 0, high: lastPort },
        ...ports.map(({ from, to }) => ({ protocols: mask & withPorts, low: from, high: to })),
      ];
  return slices
    .filter(({ protocols }) => protocols !== 0)
    .flatMap((slice) => addresses.map(({ from, to }) => ({ protocols: slice.protocols, from, to, low: slice.low, high: slice.high })));
}

const spellings: ReadonlyMap<string, Protocol | 'ALL'> = new Map(
  (['TCP', 'UDP', 'ICMP', 'GRE', 'ICMPv6', 'ALL'] as const).map((name) => [name.toUpperCase(), name]),
);

/** The protocol of a name in any case; undefined for names that are not known. */
export const protocolNamed = (text: string): Protocol | 'ALL' | undefined => spellings.get(text.toUpperCase());

const isProtocol = (text: string): boolean => text === 'ALL' || Object.hasOwn(protocolBit, text);

/**
 * The IPv4 packets a rule matches; none for a rule whose far end is IPv6.
 * @throws RangeError naming the rule's place in its list and the text that cannot be read.
 */
export function packetsOf(rule: Rule, index: number): PacketSet {
  const refuse = (text: string, what: string): never => {
    throw new RangeError(`rule ${index}: "${text}" is not ${what}`);
  };
  if (rule.action !== 'ACCEPT' && rule.action !== 'DROP') refuse(rule.action, 'ACCEPT or DROP');
  if (!isProtocol(rule.protocol)) refuse(rule.protocol, 'TCP, UDP, ICMP, GRE, ICMPv6 or ALL');
  const addresses = readAddresses(rule.cidr) ?? refuse(rule.cidr, 'an address, a CIDR block, a range of addresses or ALL');
  const ports = readPorts(rule.port) ?? refuse(rule.port, 'a port, a range, a list of them or ALL');
  return addresses === 'ipv6' || rule.protocol === 'ICMPv6' ? [] : boxesOf(rule.protocol, ports, [addresses]);
}

/** A rule list read once: what each rule matches and answers. Every function on rule lists takes either form. */
export interface ReadRule {
  /** null: one that the model does not have; such a rule surely matches nothing. */
  readonly action: Action | null;
  readonly packets: PacketSet;
  /** What it may match besides; absent is nothing. */
  readonly unsure?: PacketSet;
}

/** @throws RangeError as `packetsOf`. */
export const readRules = (rules: readonly Rule[]): ReadRule[] =>
  rules.map((rule, index) => ({ action: rule.action, packets: packetsOf(rule, index) }));
