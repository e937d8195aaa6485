/** A rule as the editor holds it: what the API excludes from each other cannot be said at once, and what it does not know is carried. */
import { parseCidr } from '../../catalogue/address.ts';
import { canonicalIpv6 } from '../../catalogue/address6.ts';
import type { Protocol } from '../packets/services.ts';
import { type Action, type Direction, readsAsEverything } from '../rules/rule.ts';

export const directions: readonly Direction[] = ['ingress', 'egress'];

/**
 * Protocol with port, or a service template (5345). The port of ICMP, GRE and ALL is always 'ALL' (5343); `listedPort` is the
 * cloud's own word for it, where it told one: today it goes back with a rule that nobody touched.
 */
export type Service =
  | { readonly kind: 'ports'; readonly protocol: Protocol | 'ALL'; readonly port: string; readonly listedPort?: string }
  | { readonly kind: 'template'; readonly id: string };

/** An address or block, a security group, or an address template (5345). */
export type RemoteEnd =
  | { readonly kind: 'address'; readonly cidr: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'template'; readonly id: string };

/** A rule of which everything is known. */
export interface KnownRule {
  readonly kind?: undefined;
  readonly action: Action;
  readonly service: Service;
  readonly remote: RemoteEnd;
  readonly description: string;
}

/**
 * A rule with a remote end, protocol, port, action or field that the model does not have. It keeps its place and is never
 * written again: only a deletion as a whole, by its index, is possible.
 */
export interface CarriedRule {
  readonly kind: 'carried';
  /** The row as the cloud told it. */
  readonly listed: Readonly<Record<string, unknown>>;
  /** What is not known, by the API's names: "Protocol SCTP", "SourcePort 1024". */
  readonly reasons: readonly string[];
}

export type Rule = KnownRule | CarriedRule;

export const isCarried = (rule: Rule): rule is CarriedRule => rule.kind === 'carried';
export const isKnown = (rule: Rule): rule is KnownRule => rule.kind !== 'carried';

/** The rules of both directions. */
export type RuleSet = Readonly<Record<Direction, readonly Rule[]>>;

/** A group's rules as they were read, with the version they had. */
export interface VersionedRuleSet extends RuleSet {
  readonly version: string;
}

/** For tests. */
export const noRules: RuleSet = { ingress: [], egress: [] };

/** A rule that is not finished yet: what is missing is said beside it, and nothing is applied with it. */
export const blankRule: KnownRule = {
  action: 'ACCEPT',
  service: { kind: 'ports', protocol: 'TCP', port: '' },
  remote: { kind: 'address', cidr: '' },
  description: '',
};

/** The remote end of an IPv6 rule, block or address: it means IPv6 packets only. */
export const isIpv6 = (cidr: string): boolean => cidr.includes(':');

export const hasPort = (protocol: Protocol | 'ALL'): boolean => protocol === 'TCP' || protocol === 'UDP';

const serviceKey = (service: Service): string =>
  service.kind === 'template' ? service.id : `${service.protocol}:${hasPort(service.protocol) ? service.port.toUpperCase() : 'ALL'}`;

const remoteKey = (remote: RemoteEnd): string =>
  remote.kind === 'address' ? ((isIpv6(remote.cidr) ? canonicalIpv6(remote.cidr) : null) ?? remote.cidr.replace(/\/32$/, '')) : remote.id;

/** Null, an empty text, an empty object and an empty list say nothing (an object of such values neither): the field is not there. */
export const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (typeof value === 'object' && Object.values(value).every(isAbsent));

/** What the cloud says of a rule besides what it was given: where it stands and when it was changed. */
export const readOnlyFields: ReadonlySet<string> = new Set(['PolicyIndex', 'ModifyTime', 'Priority']);

/** Fields in one order, so that the same row has one text. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const carriedKey = ({ listed }: CarriedRule): string =>
  `carried ${JSON.stringify(Object.fromEntries(Object.entries(listed).filter(([name]) => !readOnlyFields.has(name))), inOrder)}`;

/** Lists are compared pair by pair, so each rule's text is made once. */
function memoizeText(textOf: (rule: Rule) => string): (rule: Rule) => string {
  const texts = new WeakMap<Rule, string>();
  return (rule) => {
    let text = texts.get(rule);
    if (text === undefined) {
      text = textOf(rule);
      texts.set(rule, text);
    }
    return text;
  };
}

/** Equal for rules that do the same to the same packets by their words alone. */
export const matchKey = memoizeText((rule) =>
  isCarried(rule) ? carriedKey(rule) : `${rule.action} ${serviceKey(rule.service)} ${remoteKey(rule.remote)}`,
);

/** Equal for rules that the cloud would not keep beside each other: their descriptions agree too (5380, 5773). */
export const ruleKey = memoizeText((rule) => (isCarried(rule) ? carriedKey(rule) : `${matchKey(rule)} ${rule.description}`));

/** The ids that rules name: groups, and templates of both sorts. */
export const referencedIds = (rules: readonly Rule[], kind: 'group' | 'template'): string[] => [
  ...new Set(
    rules
      .filter(isKnown)
      .flatMap(({ service, remote }) => [
        ...(kind === 'template' && service.kind === 'template' ? [service.id] : []),
        ...(remote.kind === kind ? [remote.id] : []),
      ]),
  ),
];

export const sameRules = (a: readonly Rule[], b: readonly Rule[]): boolean =>
  a.length === b.length && a.every((rule, at) => b[at] !== undefined && ruleKey(rule) === ruleKey(b[at]));

export const sameSet = (a: RuleSet, b: RuleSet): boolean => directions.every((direction) => sameRules(a[direction], b[direction]));

/** As the cloud may write a rule back: blocks without host bits, and every /n of 0.0.0.0 as /0. */
function normalized(rule: Rule): Rule {
  if (isCarried(rule) || rule.remote.kind !== 'address') return rule;
  const { cidr } = rule.remote;
  const reading = parseCidr(cidr);
  const kept = readsAsEverything(cidr) ? '0.0.0.0/0' : reading.ok ? cidr : (reading.nearest ?? cidr);
  return kept === cidr ? rule : { ...rule, remote: { kind: 'address', cidr: kept } };
}

/** True when the rules that were read are the rules that were written, in whatever spelling. */
export const isSameOnceNormalized = (read: RuleSet, written: RuleSet): boolean =>
  directions.every((direction) => sameRules(read[direction].map(normalized), written[direction].map(normalized)));

export type KnownSet = Readonly<Record<Direction, readonly KnownRule[]>>;

/** The same rules when each of them is known; null otherwise: such a set cannot be written whole. */
export function knownSet({ ingress, egress }: RuleSet): KnownSet | null {
  return ingress.every(isKnown) && egress.every(isKnown) ? { ingress, egress } : null;
}

/**
 * True when every carried rule of `wanted` stands in `base` too, in the same order. Any other list could be reached only
 * by writing a carried rule, which nobody can.
 */
export function keepsCarried(base: readonly Rule[], wanted: readonly Rule[]): boolean {
  const there = base.filter(isCarried).map(matchKey);
  let at = 0;
  return wanted.filter(isCarried).every((rule) => {
    const index = there.indexOf(matchKey(rule), at);
    at = index + 1;
    return index >= 0;
  });
}

/** Carried rules of `base` that `wanted` lacks: they cannot be written back once they are deleted. */
export function lostCarried(base: readonly Rule[], wanted: readonly Rule[]): CarriedRule[] {
  const left = wanted.filter(isCarried).map(matchKey);
  return base.filter(isCarried).filter((rule) => {
    const at = left.indexOf(matchKey(rule));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What somebody wrote beside a rule; of a carried one only where it is a text. */
export function descriptionOf(rule: Rule): string {
  if (isKnown(rule)) return rule.description;
  const words = rule.listed.PolicyDescription ?? rule.listed.desc;
  return typeof words === 'string' ? words : '';
}
