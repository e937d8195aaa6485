/** Asking an interface's security groups and a subnet's ACL what they do with a packet of the model. */
import type { Interval } from '../addresses/cidr.ts';
import { holdsIp, type IpAddress } from '../addresses/ip.ts';
import { type Addresses, addressesOf, readRange } from '../addresses/ranges.ts';
import { absence, type Lookup, type ModelIndex, memoize, notRead, rowOf } from '../model/look-up.ts';
import type { ModelInterface, ModelKind } from '../model/model.ts';
import type { GapReason, Reason } from '../model/reasons.ts';
import { type Match, matchMeets } from '../packets/match.ts';
import type { Box } from '../packets/packet-set.ts';
import { lastPort, type Protocol, protocolBit, slicesOf, withPorts } from '../packets/services.ts';
import { type AclPolicy, noReferences, type PolicyPackets, packetsOfPolicy } from '../rules/policies.ts';
import { type Action, type Direction, readPorts } from '../rules/rule.ts';
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

/** A rule of an ACL: what it says of the remote end and the destination port, and, of five parts, of the near end and the source port. */
export interface AclRule {
  readonly packets: PolicyPackets;
  /** null: any. */
  readonly near: Addresses | null;
  readonly sourcePorts: readonly Interval[] | null;
}

/** Parts that cannot be read confine nothing: the rule has them as unread, and surely matches nothing. */
function aclRuleOf(policy: AclPolicy, at: number): AclRule {
  const range = policy.near === undefined ? null : readRange(policy.near);
  const hasPorts = policy.protocol === 'TCP' || policy.protocol === 'UDP';
  return {
    packets: packetsOfPolicy(policy, at, noReferences),
    near: range && addressesOf([range]),
    sourcePorts: policy.sourcePort === undefined || !hasPorts ? null : readPorts(policy.sourcePort),
  };
}

/** An ACL's rules in one direction, read once. */
export const aclRulesOf = (index: ModelIndex, acl: string, direction: Direction, vpc: string): Lookup<readonly AclRule[]> =>
  memoize(index, `acl ${direction} ${acl}`, (): Lookup<readonly AclRule[]> => {
    const looked = rowOf(index, 'networkAcls', acl, vpc);
    if (!looked.row) return looked;
    const { fiveParts, because = acl } = looked.row;
    if (fiveParts === 'not-read') return { row: null, missing: { code: 'not-known', kind: 'networkAcls', because } };
    return { row: looked.row[direction].map(aclRuleOf), missing: null };
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

/** A packet at a subnet's edge: one port at one of its ends, and a run of them at the client's. */
interface AclPacket {
  readonly protocol: Protocol;
  readonly near: IpAddress;
  readonly remote: IpAddress;
  /** The end whose ports are the client's. */
  readonly client: 'source' | 'destination';
  readonly ports: Interval;
  readonly otherPort: number;
}

const meetsRun = (runs: readonly Interval[] | null, port: number): boolean =>
  runs === null || runs.some(({ from, to }) => from <= port && port <= to);

function meetsNear({ near }: AclRule, address: IpAddress): boolean {
  if (near === null) return true;
  return typeof address === 'bigint' ? near.v6.some((run) => holdsIp(run, address)) : near.v4.some((run) => holdsIp(run, address));
}

/** The packet as the box that an ACL's rules take, with one port of the client's. */
function boxWith({ protocol, remote, client, otherPort }: AclPacket, port: number): { readonly box: Box; readonly source: number } {
  const [source, destination] = client === 'source' ? [port, otherPort] : [otherPort, port];
  return { box: packetBox(protocol, remote, { from: destination, to: destination }), source };
}

/** Every port at which a run of the client's ports in some rule begins, or has ended. */
function cutsOf(rules: readonly AclRule[], packet: AclPacket): number[] {
  const { client, ports, protocol, remote } = packet;
  if ((protocolBit[protocol] & withPorts) === 0) return [ports.from];
  const whole = packetBox(protocol, remote, { from: 0, to: lastPort });
  const runs = rules.flatMap(({ packets: { sure, possible }, sourcePorts }): readonly Interval[] => {
    if (client === 'source') return sourcePorts ?? [];
    return [sure, possible].flatMap(({ services }) =>
      slicesOf(services, whole.family).flatMap(({ protocols, low, high }) =>
        (protocols & whole.protocols) === 0 ? [] : [{ from: low, to: high }],
      ),
    );
  });
  const cuts = runs.flatMap(({ from, to }) => [from, to + 1]).filter((port) => port > ports.from && port <= ports.to);
  return [...new Set([ports.from, ...cuts])].sort((a, b) => a - b);
}

/** First match for every port of the client's run: runs of ports, ascending, each with the rule that decides it. */
export function askAcl(rules: readonly AclRule[], acl: string, direction: Direction, packet: AclPacket): Slice[] {
  const near = rules.map((rule) => meetsNear(rule, packet.near));
  const starts = cutsOf(rules, packet);
  return starts.map((from, at): Slice => {
    const to = (starts[at + 1] ?? packet.ports.to + 1) - 1;
    const { box, source } = boxWith(packet, from);
    const meets = (rule: AclRule, place: number, match: Match): boolean =>
      near[place] === true && meetsRun(rule.sourcePorts, source) && hits(match, box);
    const actions = rules.map(({ packets }) => packets.action);
    const index = rules.findIndex((rule, place) => meets(rule, place, rule.packets.sure));
    const action = actions[index] ?? 'DROP';
    const above = rules.slice(0, index < 0 ? rules.length : index);
    const doubt = above.findIndex((rule, place) => actions[place] !== action && meets(rule, place, rule.packets.possible));
    const mayStop = above.findIndex((rule, place) => actions[place] !== 'ACCEPT' && meets(rule, place, rule.packets.possible));
    const stops = action === 'DROP' ? (index < 0 ? Number.POSITIVE_INFINITY : index) : null;
    const missing = rules[doubt]?.packets.missing ?? [];
    return {
      inWay: mayStop < 0 ? stops : mayStop,
      ports: { from, to },
      rule: { owner: acl, direction, index: index < 0 ? null : index, action },
      doubt: doubt < 0 ? null : { code: 'rule-not-resolved', group: acl, direction, rule: doubt, missing, lists: [] },
    };
  });
}
