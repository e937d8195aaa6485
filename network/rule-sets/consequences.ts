/** What each rule of a list does in its place, and what the whole list opens. */

import { parseCidr } from '../../catalogue/address.ts';
import { canonicalIpv6, isBlockOfIpv6 } from '../../catalogue/address6.ts';
import { parseIp } from '../addresses/ip.ts';
import type { AddressFamily } from '../addresses/ranges.ts';
import { boxOfPacket, isEmpty, type Packet } from '../packets/packet-set.ts';
import { type Answer, answerIn } from '../rules/decide.ts';
import { type Exposure, exposureSlices } from '../rules/exposure.ts';
import { expand, type PolicyPackets, packetsOfPolicy, type References } from '../rules/policies.ts';
import type { Direction } from '../rules/rule.ts';
import { protocolNamed, readAddresses, readsAsEverything } from '../rules/rule.ts';
import { findingsIn } from '../rules/shadow.ts';
import { finish, type Slices } from '../rules/slices.ts';
import { sensitivePorts } from './common-services.ts';
import { policyOf } from './policy.ts';
import { isCarried, isIpv6, isKnown, type Rule, ruleKey } from './rule-set.ts';

export type Consequence =
  /** The cloud keeps no two such rules: nothing can be applied. */
  | { readonly kind: 'same'; readonly as: number }
  /** Earlier rules, places ascending, take all its packets. */
  | { readonly kind: 'shadowed'; readonly by: readonly number[]; readonly changesAction: boolean | null }
  /** Sensitive services it opens to the internet of a family; none named when it opens other ports only. Not certain below a rule that is not known. */
  | {
      readonly kind: 'exposes';
      readonly family: AddressFamily;
      readonly services: readonly string[];
      readonly everything: boolean;
      readonly everyone: boolean;
      readonly certain: boolean;
    }
  /** 0.0.0.0/n with another n than 0 is read as everything. */
  | { readonly kind: 'everything'; readonly cidr: string }
  | { readonly kind: 'host-bits'; readonly reads: string }
  /** It could go without any packet noticing: later rules, or none (null), answer the same. */
  | { readonly kind: 'nothing'; readonly by: readonly (number | null)[] }
  /** Earlier rules answer some of its packets the other way. */
  | { readonly kind: 'contradicts'; readonly against: readonly { readonly rule: number; readonly sample: Packet }[] }
  /** A template without texts, a group without members. */
  | { readonly kind: 'empty' }
  /** What it names is not known here, so nothing is said of its packets. */
  | { readonly kind: 'unknown'; readonly missing: readonly string[] };

export interface Analysis {
  /** By place in the list. */
  readonly of: readonly (readonly Consequence[])[];
  /** Rules as they count when templates are written out. */
  readonly expanded: number;
}

const read = new WeakMap<References, WeakMap<Rule, PolicyPackets>>();

/** A rule's packets, worked out once as long as neither the rule nor what it may name changes. */
export function packetsFor(rule: Rule, references: References): PolicyPackets {
  let byRule = read.get(references);
  if (!byRule) {
    byRule = new WeakMap();
    read.set(references, byRule);
  }
  let packets = byRule.get(rule);
  if (!packets) {
    packets = packetsOfPolicy(policyOf(rule), 0, references);
    byRule.set(rule, packets);
  }
  return packets;
}

function ofWords(rules: readonly Rule[], packets: readonly PolicyPackets[], say: ConsequenceHandler): void {
  const seen = new Map<string, number>();
  for (const [at, rule] of rules.entries()) {
    const key = ruleKey(rule);
    const as = seen.get(key);
    if (as === undefined) seen.set(key, at);
    else say(at, { kind: 'same', as });
    const missing = packets[at]?.missing ?? [];
    if (missing.length > 0) say(at, { kind: 'unknown', missing });
    else if (isKnown(rule) && rule.remote.kind !== 'address' && isEmpty(packets[at]?.packets ?? [])) say(at, { kind: 'empty' });
    if (isCarried(rule) || rule.remote.kind !== 'address') continue;
    const { cidr } = rule.remote;
    const reading = parseCidr(cidr);
    if (readsAsEverything(cidr) && !cidr.endsWith('/0')) say(at, { kind: 'everything', cidr });
    else if (!reading.ok && reading.problem === 'host-bits' && readAddresses(cidr) !== null) {
      say(at, { kind: 'host-bits', reads: reading.nearest ?? cidr });
    } else if (isIpv6(cidr) && !isBlockOfIpv6(cidr)) say(at, { kind: 'host-bits', reads: canonicalIpv6(cidr) ?? cidr });
  }
}

/** A rule that is not known itself is told as such, not as one that may be open. */
function ofExposure(packets: readonly PolicyPackets[], exposures: readonly Exposure[], say: ConsequenceHandler): void {
  const byFamily = new Map<string, Exposure[]>();
  for (const open of exposures) {
    const key = `${open.rule} ${open.family}`;
    if (packets[open.rule]?.missing.length === 0) byFamily.set(key, [...(byFamily.get(key) ?? []), open]);
  }
  for (const opens of byFamily.values()) {
    const [{ rule: at, family }] = opens as [Exposure, ...Exposure[]];
    const everything = opens.some(({ protocol, ports }) => protocol === 'TCP' && ports?.from === 0 && ports.to === 65535);
    const services = sensitivePorts.filter(({ protocol, port }) =>
      opens.some((open) => open.protocol === protocol && open.ports !== null && open.ports.from <= port && port <= open.ports.to),
    );
    if (everything || services.length > 0) {
      const names = [...new Set(services.map(({ name, port }) => `${name} ${port}`))];
      const all = { everyone: opens.every(({ everyone }) => everyone), certain: opens.every(({ certain }) => certain) };
      say(at, { kind: 'exposes', family, services: names, everything, ...all });
    }
  }
}

type ConsequenceHandler = (at: number, consequence: Consequence) => void;

const weight: Record<Consequence['kind'], number> = {
  same: 0,
  exposes: 1,
  shadowed: 2,
  everything: 3,
  unknown: 4,
  empty: 5,
  nothing: 6,
  'host-bits': 7,
  contradicts: 8,
};

/** Works it out in slices, so that a page can take a breath between them. The most important consequence of a rule comes first. */
export function* analysis(direction: Direction, rules: readonly Rule[], references: References): Slices<Analysis> {
  const of: Consequence[][] = rules.map(() => []);
  const say: ConsequenceHandler = (at, consequence) => void of[at]?.push(consequence);
  const packets: PolicyPackets[] = [];
  for (const rule of rules) {
    packets.push(packetsFor(rule, references));
    if (packets.length % 50 === 0) yield;
  }
  ofWords(rules, packets, say);
  yield;
  const { shadowed, changesNothing, contradicts } = yield* findingsIn(packets);
  const hidden = new Set(shadowed.map(({ rule }) => rule));
  for (const { rule, by, changesAction } of shadowed) say(rule, { kind: 'shadowed', by, changesAction });
  for (const { rule, by } of changesNothing) say(rule, { kind: 'nothing', by });
  for (const { rule, against } of contradicts) if (!hidden.has(rule)) say(rule, { kind: 'contradicts', against });
  yield;
  if (direction === 'ingress') ofExposure(packets, yield* exposureSlices(packets), say);
  const { count } = expand(rules.map(policyOf), references);
  return { of: of.map((all) => all.sort((a, b) => weight[a.kind] - weight[b.kind])), expanded: count };
}

/** All at once. For tests. */
export const analyse = (direction: Direction, rules: readonly Rule[], references: References): Analysis =>
  finish(analysis(direction, rules, references));

/** Which rule answers a packet. @throws RangeError for a packet as `boxOfPacket` does. */
export function answerOf(rules: readonly Rule[], packet: Packet, references: References): Answer {
  return answerIn(
    rules.map((rule) => packetsFor(rule, references)),
    boxOfPacket(packet),
  );
}

/**
 * "10.2.3.4 tcp/443", "10.2.3.4:443", "icmp 10.2.3.4", "2001:db8::5 tcp/443", "[2001:db8::5]:443": the packet that a search asks
 * about; null for any other text. "icmp" beside an IPv6 address is ICMPv6.
 */
export function packetIn(text: string): Packet | null {
  const [found = '', four, bracketed, six] =
    /(?:^|\s)(?:(\d+\.\d+\.\d+\.\d+)(?=[\s:,]|$)|\[([\da-f:.]+)\]|([\da-f:.]*:[\da-f:.]*:[\da-f:.]*)(?=[\s,]|$))/i.exec(text) ?? [];
  const address = four ?? bracketed ?? six ?? '';
  const value = parseIp(address);
  if (value === null) return null;
  const rest = text.replace(found, ' ').trim().toLowerCase();
  const [, protocol = '', port = ''] = /^[:\s]*(tcp|udp|icmpv6|icmp|gre)?[\s/:]*(\d+)?\s*(?:tcp|udp)?$/.exec(rest) ?? [];
  const late = /\b(tcp|udp)$/.exec(rest)?.[1];
  const name = protocolNamed(protocol || late || (port === '' ? '' : 'tcp'));
  if (name === undefined || name === 'ALL') return null;
  if (name === 'GRE') return { protocol: name, address };
  if (name === 'ICMP' || name === 'ICMPv6') {
    if (typeof value === 'bigint') return { protocol: 'ICMPv6', address };
    return name === 'ICMP' ? { protocol: name, address } : null;
  }
  return port === '' || Number(port) > 65535 ? null : { protocol: name, address, port: Number(port) };
}
