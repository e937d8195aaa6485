/** Asking an interface's security groups and a subnet's ACL what they do with a packet of the model. */
import type { Interval } from '../addresses/cidr.ts';
import type { IpAddress } from '../addresses/ip.ts';
import { absence, type Lookup, type ModelIndex, memoize, notRead, rowOf } from '../model/look-up.ts';
import type { ModelInterface, ModelKind } from '../model/model.ts';
import type { GapReason, Reason } from '../model/reasons.ts';
import { type Match, matchMeets } from '../packets/match.ts';
import type { Box } from '../packets/packet-set.ts';
import { lastPort, type Protocol, protocolBit, slicesOf, withPorts } from '../packets/services.ts';
import { noReferences, type PolicyPackets, packetsOfPolicy } from '../rules/policies.ts';
import type { Action, Direction } from '../rules/rule.ts';
import type { RuleRef } from './path.ts';

export interface FilterResult {
  readonly result: 'pass' | 'block' | 'unknown';
  readonly rule: RuleRef | null;
  /** The first of all rules that are in the packet's way, or may be; null when none is. */
  readonly firstInWay: RuleRef | null;
  readonly reason: Reason | null;
}

/** A packet towards one remote end, as a box: one address, and one port or a run of ports (all of them for protocols without ports). */
export function packetBox(protocol: Protocol, address: IpAddress, ports: Interval): Box {
  const protocols = protocolBit[protocol];
  const hasPorts = (protocols & withPorts) !== 0;
  const rest = { protocols, low: hasPorts ? ports.from : 0, high: hasPorts ? ports.to : lastPort };
  return typeof address === 'bigint'
    ? { family: 'IPv6', from: address, to: address, ...rest }
    : { family: 'IPv4', from: address, to: address, ...rest };
}

const hits = (match: Match, packet: Box): boolean => matchMeets(match, packet);

type Packets = Lookup<readonly PolicyPackets[]>;

/** A group's policies in one direction, read once. */
export const policiesOf = (index: ModelIndex, group: string, direction: Direction): Packets =>
  memoize(index, `policies ${direction} ${group}`, (): Packets => {
    const looked = rowOf(index, 'securityGroups', group);
    if (!looked.row) return looked;
    return { row: looked.row[direction].map((policy, at) => packetsOfPolicy(policy, at, index.references)), missing: null };
  });

/** An ACL's rules in one direction, read once. */
export const aclRulesOf = (index: ModelIndex, acl: string, direction: Direction, vpc: string): Packets =>
  memoize(index, `acl ${direction} ${acl}`, (): Packets => {
    const looked = rowOf(index, 'networkAcls', acl, vpc);
    if (!looked.row) return looked;
    return { row: looked.row[direction].map((entry, at) => packetsOfPolicy(entry, at, noReferences)), missing: null };
  });

const unknown = (reason: Reason): FilterResult => ({ result: 'unknown', rule: null, firstInWay: null, reason });

/** The lists that would tell what a rule refers to, by how the ids of their rows begin. */
const listsBehind: readonly (readonly [prefix: string, kinds: readonly ModelKind[]])[] = [
  ['ipmg-', ['addressTemplateGroups', 'addressTemplates']],
  ['ipm-', ['addressTemplates']],
  ['ppmg-', ['serviceTemplateGroups', 'serviceTemplates']],
  ['ppm-', ['serviceTemplates']],
  ['sg-', ['interfaces', 'securityGroups']],
];

function listsFor(index: ModelIndex, missing: readonly string[]): GapReason[] {
  const kinds = missing.flatMap((id) => listsBehind.find(([prefix]) => id.startsWith(prefix))?.[1] ?? []);
  return [...new Set(kinds)].flatMap((kind) => notRead(index, kind) ?? []);
}

/**
 * Groups in the order they are bound, rules from the top, first match ends; no match in any group is DROP. A rule that may
 * or may not match (a template or a member that is not known) makes the answer unknown, unless what follows says the same.
 */
export function askGroups(index: ModelIndex, one: ModelInterface, direction: Direction, packet: Box): FilterResult {
  const groups = one.securityGroups;
  if (groups === undefined) return unknown({ code: 'security-groups-not-known', id: one.id });
  if (groups.length === 0) return unknown({ code: 'no-security-group', id: one.id });
  const doubts: { action: Action | null; rule: RuleRef; reason: Reason }[] = [];
  const settle = (rule: RuleRef): FilterResult => {
    const doubt = doubts.find(({ action }) => action !== rule.action);
    if (doubt) return unknown(doubt.reason);
    if (rule.action === 'ACCEPT') return { result: 'pass', rule, firstInWay: null, reason: null };
    return { result: 'block', rule, firstInWay: doubts[0]?.rule ?? rule, reason: null };
  };
  for (const group of groups) {
    const policies = policiesOf(index, group, direction);
    if (!policies.row) return unknown(absence(policies, 'securityGroups', group));
    for (const [place, { action, sure, possible, missing }] of policies.row.entries()) {
      if (action !== null && hits(sure, packet)) return settle({ owner: group, direction, index: place, action });
      if (possible === sure || !hits(possible, packet)) continue;
      const reason: Reason = { code: 'rule-not-resolved', group, direction, rule: place, missing, lists: listsFor(index, missing) };
      doubts.push({ action, rule: { owner: group, direction, index: place, action: action ?? 'DROP' }, reason });
    }
  }
  return settle({ owner: groups.at(-1) ?? '', direction, index: null, action: 'DROP' });
}

/** What an ACL does with one run of ports. */
interface Slice {
  readonly ports: Interval;
  readonly rule: RuleRef;
  /** A rule above it that cannot be read whole may answer otherwise. */
  readonly doubt: Reason | null;
  /** The place of the first rule that stops these ports, or may; infinity is "none, and none lets them through". */
  readonly inWay: number | null;
}

/** First match for every port of the packet's run: runs of ports, ascending, each with the rule that decides it. */
export function askAcl(rules: readonly PolicyPackets[], acl: string, direction: Direction, packet: Box): Slice[] {
  const near = rules.flatMap(({ sure, possible }) =>
    hits(possible, packet)
      ? [sure, possible].flatMap(({ services }) =>
          slicesOf(services, packet.family).filter(({ protocols }) => (protocols & packet.protocols) !== 0),
        )
      : [],
  );
  const cuts = [packet.low, ...near.flatMap(({ low, high }) => [low, high + 1]).filter((port) => port > packet.low && port <= packet.high)];
  const starts = [...new Set(cuts)].sort((a, b) => a - b);
  return starts.map((from, at): Slice => {
    const to = (starts[at + 1] ?? packet.high + 1) - 1;
    const one = { ...packet, low: from, high: from };
    const index = rules.findIndex(({ sure }) => hits(sure, one));
    const action = rules[index]?.action ?? 'DROP';
    const above = rules.slice(0, index < 0 ? rules.length : index);
    const doubt = above.findIndex((rule) => rule.action !== action && hits(rule.possible, one));
    const mayStop = above.findIndex((rule) => rule.action !== 'ACCEPT' && hits(rule.possible, one));
    const stops = action === 'DROP' ? (index < 0 ? Number.POSITIVE_INFINITY : index) : null;
    return {
      inWay: mayStop < 0 ? stops : mayStop,
      ports: { from, to },
      rule: { owner: acl, direction, index: index < 0 ? null : index, action },
      doubt:
        doubt < 0
          ? null
          : { code: 'rule-not-resolved', group: acl, direction, rule: doubt, missing: rules[doubt]?.missing ?? [], lists: [] },
    };
  });
}
