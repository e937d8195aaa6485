/** Rules and packets as text, and how a rule's text is read into the packets it matches. */
import { prefixOfIpv6 } from '../../catalogue/address6.ts';
import type { Interval } from '../addresses/cidr.ts';
import { addressesOfRange, lastAddress, mergeIntervals, type Range, readRange } from '../addresses/ranges.ts';
import { boxesOfMatch, type Match, nothing } from '../packets/match.ts';
import { type PacketSet, subtract } from '../packets/packet-set.ts';
import { lastPort, type Protocol, servicesOf } from '../packets/services.ts';

export type Direction = 'ingress' | 'egress';

export type Action = 'ACCEPT' | 'DROP';

/** One line of a security group or a network ACL, for one direction. */
export interface PlainRule {
  readonly action: Action;
  readonly protocol: Protocol | 'ALL';
  /** 'ALL' (in any case), one port, a range 'a-b', or a list of both with commas. */
  readonly port: string;
  /**
   * The remote end: a block 'a.b.c.d/n', one address, a range 'a-b' (as address templates write it), 'ALL', or an IPv6 block,
   * address or range. An IPv6 remote end means IPv6 packets only, any other one IPv4 packets only.
   */
  readonly cidr: string;
}

/**
 * True for '0.0.0.0/n' with any n, and for 'ALL': the cloud stores each as 0.0.0.0/0, so that "0.0.0.0/8" opens the whole
 * internet. One plain address 0.0.0.0 is only itself.
 */
export function readsAsEverything(cidr: string): boolean {
  const range = readRange(cidr);
  return range?.family === 'IPv4' && range.from === 0 && range.to === lastAddress;
}

/** 'ipv6' for an IPv6 address or block, null for a text that means nothing; see `readRange`. */
export function readAddresses(text: string): Interval | 'ipv6' | null {
  if (text.includes(':')) return prefixOfIpv6(text) === null ? null : 'ipv6';
  const range = readRange(text);
  return range?.family === 'IPv4' ? { from: range.from, to: range.to } : null;
}

const portNumber = (text: string): number => (/^(?:0|[1-9]\d{0,4})$/.test(text) && Number(text) <= lastPort ? Number(text) : Number.NaN);

/** The ports of a text as ascending, disjoint intervals, or null when it is not a port text. */
export function readPorts(text: string): Interval[] | null {
  if (/^all$/i.test(text)) return [{ from: 0, to: lastPort }];
  const ranges: Interval[] = [];
  for (const part of text.split(',')) {
    const dash = part.indexOf('-');
    const from = portNumber(dash < 0 ? part : part.slice(0, dash));
    const to = dash < 0 ? from : portNumber(part.slice(dash + 1));
    if (!(from <= to)) return null;
    ranges.push({ from, to });
  }
  return mergeIntervals(ranges);
}

const spellings: ReadonlyMap<string, Protocol | 'ALL'> = new Map(
  (['TCP', 'UDP', 'ICMP', 'GRE', 'ICMPv6', 'ALL'] as const).map((name) => [name.toUpperCase(), name]),
);

/** The protocol of a name in any case; undefined for names that are not known. */
export const protocolNamed = (text: string): Protocol | 'ALL' | undefined => spellings.get(text.toUpperCase());

function matchOf(rule: PlainRule, index: number): Match {
  const refuse = (text: string, what: string): never => {
    throw new RangeError(`rule ${index}: "${text}" is not ${what}`);
  };
  if (rule.action !== 'ACCEPT' && rule.action !== 'DROP') refuse(rule.action, 'ACCEPT or DROP');
  if (protocolNamed(rule.protocol) !== rule.protocol) refuse(rule.protocol, 'TCP, UDP, ICMP, GRE, ICMPv6 or ALL');
  const range: Range = readRange(rule.cidr) ?? refuse(rule.cidr, 'an address, a CIDR block, a range of addresses or ALL');
  const ports: Interval[] = readPorts(rule.port) ?? refuse(rule.port, 'a port, a range, a list of them or ALL');
  return { addresses: addressesOfRange(range), services: servicesOf(rule.protocol, ports) };
}

/**
 * The packets a rule matches. A rule for ICMP with an IPv6 remote end matches none, nor does one for ICMPv6 with an IPv4 remote end.
 * @throws RangeError naming the rule's place in its list and the text that cannot be read.
 */
export const packetsOf = (rule: PlainRule, index: number): PacketSet => boxesOfMatch(matchOf(rule, index));

/** A rule that was read once: every function on rule lists with `In` in its name takes a list of these. */
export class ReadRule {
  /** null: one that the model does not have; such a rule surely matches nothing. */
  readonly action: Action | null;
  readonly sure: Match;
  /** All that it may match, the sure part included; the same object as `sure` where nothing is unknown. */
  readonly possible: Match;
  /**
   * Equal for rules of which the same is not known, whatever their actions: a rule that nobody can read answers a packet in
   * one list as it does in another.
   */
  readonly meaning: string;
  /** Templates, groups and texts of templates that are not known, and the rule's own unread parts. */
  readonly missing: readonly string[];
  #packets: PacketSet | undefined;
  #unsure: PacketSet | undefined;

  constructor(action: Action | null, sure: Match, meaning: string, possible: Match = sure, missing: readonly string[] = []) {
    this.action = action;
    this.sure = action === null ? nothing : sure;
    this.possible = possible;
    this.meaning = meaning;
    this.missing = missing;
  }

  /** What it surely matches, as boxes. */
  get packets(): PacketSet {
    this.#packets ??= boxesOfMatch(this.sure);
    return this.#packets;
  }

  /** What it may match besides, as boxes. */
  get unsure(): PacketSet {
    this.#unsure ??= this.possible === this.sure ? [] : subtract(boxesOfMatch(this.possible), this.packets);
    return this.#unsure;
  }
}

/** @throws RangeError as `packetsOf`. */
export const readRules = (rules: readonly PlainRule[]): ReadRule[] =>
  rules.map((rule, index) => new ReadRule(rule.action, matchOf(rule, index), `${rule.protocol} ${rule.port} ${rule.cidr}`));
