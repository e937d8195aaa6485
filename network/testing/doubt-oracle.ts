/** Rules of which something is not known, read naively: for each packet, every answer that some meaning of the unknown gives. */
import fc from 'fast-check';
import type { Packet } from '../packets/packet-set.ts';
import { noReferences, type Policy, type References } from '../rules/policies.ts';
import type { Action, PlainRule } from '../rules/rule.ts';
import { anyRule, ruleMatches } from './rules-oracle.ts';

/** What is not known of a rule; 'half': a group of templates of which one is known. */
export interface UncertainRule {
  readonly rule: PlainRule;
  readonly doubt: 'none' | 'remote' | 'service' | 'field' | 'action' | 'half';
  /** Rules with the same name and parts mean the same. */
  readonly name: string;
}

export function policyOf({ rule, doubt, name }: UncertainRule): Policy {
  const { action, protocol, port, cidr } = rule;
  const service = { protocol, port };
  switch (doubt) {
    case 'remote':
      return { action, ...service, addressTemplate: `ipm-${name}` };
    case 'half':
      return { action, ...service, addressTemplate: `ipmg-${name} ${cidr}` };
    case 'service':
      return { action, serviceTemplate: `ppm-${name}`, cidr };
    case 'field':
      return { action, ...service, cidr, unread: [`Field ${name}`] };
    case 'action':
      return { action: null, ...service, cidr, unread: [`Action ${name}`] };
    case 'none':
      return { action, ...service, cidr };
  }
}

/** Knows one half of each 'half': its own remote end. */
export const referencesFor = (lists: readonly (readonly UncertainRule[])[]): References => ({
  ...noReferences,
  addressTemplates: new Map(lists.flat().map(({ rule }) => [`ipm-half ${rule.cidr}`, [rule.cidr]])),
  addressTemplateGroups: new Map(
    lists.flat().map(({ rule, name }) => [`ipmg-${name} ${rule.cidr}`, [`ipm-half ${rule.cidr}`, 'ipm-gone']]),
  ),
});

const widely = (rule: PlainRule): PlainRule => ({ ...rule, cidr: 'ALL' });
const everywhere = (rule: PlainRule, packet: Packet): boolean => ruleMatches(widely(rule), { ...packet, address: '10.0.0.1' });

/** Whether the rule matches: for sure, depending on what is not known, or not. */
export function matchWithDoubt({ rule, doubt }: UncertainRule, packet: Packet): 'sure' | 'maybe' | 'no' {
  // The cloud may read ICMP as ICMPv6 for IPv6 addresses, and the reverse.
  const sibling: PlainRule | null =
    rule.protocol === 'ICMP' && packet.protocol === 'ICMPv6'
      ? { ...rule, protocol: 'ICMPv6' }
      : rule.protocol === 'ICMPv6' && packet.protocol === 'ICMP'
        ? { ...rule, protocol: 'ICMP' }
        : null;
  const remote = doubt === 'remote' || doubt === 'half';
  const may = [rule, ...(sibling && doubt !== 'service' ? [sibling] : [])].some((one) =>
    doubt === 'service'
      ? ruleMatches({ ...one, protocol: 'ALL', port: 'ALL' }, packet)
      : remote
        ? everywhere(one, packet)
        : ruleMatches(one, packet),
  );
  if ((doubt === 'none' || doubt === 'half') && ruleMatches(rule, packet)) return 'sure';
  return may ? 'maybe' : 'no';
}

export const meaningOf = (one: UncertainRule): string => JSON.stringify({ ...policyOf(one), action: undefined });

interface World {
  readonly matches: ReadonlySet<string>;
  /** Of the actions that nobody knows. */
  readonly accepts: ReadonlySet<string>;
}

/** Every meaning that the unknown parts of these rules can have for one packet. */
export function worldsOf(rules: readonly UncertainRule[], packet: Packet): World[] {
  const unknown = [...new Set(rules.filter((one) => matchWithDoubt(one, packet) === 'maybe').map(meaningOf))];
  const actions = new Set(rules.filter(({ doubt }) => doubt === 'action').map(meaningOf));
  return unknown.reduce<World[]>(
    (worlds, meaning) =>
      worlds.flatMap(({ matches, accepts }) => [
        { matches, accepts },
        { matches: new Set([...matches, meaning]), accepts },
        ...(actions.has(meaning) ? [{ matches: new Set([...matches, meaning]), accepts: new Set([...accepts, meaning]) }] : []),
      ]),
    [{ matches: new Set(), accepts: new Set() }],
  );
}

/** First match in one world. */
export function answerIn(
  rules: readonly UncertainRule[],
  packet: Packet,
  { matches, accepts }: World,
): { action: Action; rule: number | null } {
  for (const [index, one] of rules.entries()) {
    const how = matchWithDoubt(one, packet);
    if (how === 'no' || (how === 'maybe' && !matches.has(meaningOf(one)))) continue;
    if (one.doubt === 'action') return { action: accepts.has(meaningOf(one)) ? 'ACCEPT' : 'DROP', rule: index };
    return { action: one.rule.action, rule: index };
  }
  return { action: 'DROP', rule: null };
}

export const anyDoubted: fc.Arbitrary<UncertainRule> = fc.record({
  rule: anyRule,
  doubt: fc.constantFrom<UncertainRule['doubt']>('none', 'none', 'none', 'none', 'remote', 'service', 'field', 'action', 'half'),
  name: fc.constantFrom('a', 'b', 'c'),
});

/** Short lists: worlds are many. */
export const anyDoubtedList = fc.array(anyDoubted, { maxLength: 6, size: 'max' });
