/** What stands before an interface, as lists of rules: its groups in order, and its subnet's ACL both ways. */
import type { IpAddress } from '../addresses/ip.ts';
import { everyAddressOfBoth } from '../addresses/ranges.ts';
import { absence, type ModelIndex, memoize, notRead } from '../model/look-up.ts';
import type { ModelSubnet } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { type Match, nothing } from '../packets/match.ts';
import { everyService, lastPort, type Protocol, pointOf, protocolBit, withPorts } from '../packets/services.ts';
import { type AclRule, aclRulesOf, askAcl, policiesOf } from '../paths/filters.ts';
import { ephemeralPorts } from '../paths/path-walk.ts';
import { ReadRule } from '../rules/rule.ts';

/** A rule of a group, by its place. */
export interface GroupRule {
  readonly group: string;
  readonly index: number;
}

const anything: Match = { addresses: everyAddressOfBoth, services: everyService };

export interface GroupRules {
  readonly rules: readonly ReadRule[];
  readonly places: readonly (GroupRule | null)[];
  /** By rule: why what it matches is not known. */
  readonly doubts: readonly (Reason | null)[];
}

/** All rules that an interface's groups have, in the order they are asked; a group that was not read is one rule that may do anything. */
export function rulesOf(index: ModelIndex, groups: readonly string[] | undefined): GroupRules {
  const rules: ReadRule[] = [];
  const places: (GroupRule | null)[] = [];
  const doubts: (Reason | null)[] = [];
  const unread = (id: string, reason: Reason): void => {
    rules.push(new ReadRule(null, nothing, id, anything, [id]));
    places.push(null);
    doubts.push(reason);
  };
  if (groups === undefined || groups.length === 0) unread('', { code: 'security-groups-not-known', id: '' });
  for (const group of groups ?? []) {
    const looked = policiesOf(index, group, 'ingress');
    if (!looked.row) unread(group, absence(looked, 'securityGroups', group));
    for (const [at, rule] of (looked.row ?? []).entries()) {
      rules.push(rule);
      places.push({ group, index: at });
      const { missing } = rule;
      doubts.push(missing.length === 0 ? null : { code: 'rule-not-resolved', group, direction: 'ingress', rule: at, missing, lists: [] });
    }
  }
  return { rules, places, doubts };
}

/** What cuts the axes as an ACL does: its rules' remote ends, and the service's ports, which on the way back are the source's. */
export function cutsOf(rules: readonly AclRule[], way: 'in' | 'out'): ReadRule[] {
  return rules.flatMap(({ packets, sourcePorts }) =>
    [packets.sure, packets.possible].map(({ addresses, services }): ReadRule => {
      const near = (sourcePorts ?? []).flatMap(({ from, to }) =>
        [pointOf.TCP, pointOf.UDP].map((base) => ({ from: base + from, to: base + to })),
      );
      return new ReadRule('ACCEPT', { addresses, services: way === 'in' ? services : near.sort((a, b) => a.from - b.from) }, '');
    }),
  );
}

export interface AclPair {
  readonly id: string;
  readonly ingress: readonly AclRule[];
  readonly egress: readonly AclRule[];
}

/** The ACL of a subnet; null: none, a reason: not known. */
export function aclOf(index: ModelIndex, { networkAcl: id, vpc, id: subnet }: ModelSubnet): AclPair | Reason | null {
  if (id === null) return null;
  if (id === undefined) return notRead(index, 'networkAcls', vpc) ?? { code: 'network-acl-not-known', subnet };
  const [ingress, egress] = [aclRulesOf(index, id, 'ingress', vpc), aclRulesOf(index, id, 'egress', vpc)];
  if (!ingress.row || !egress.row) return absence(ingress.row ? egress : ingress, 'networkAcls', id);
  return { id, ingress: ingress.row, egress: egress.row };
}

/** What may differ between places by their own address: an ACL with rules of five parts. */
export const isNearTold = (index: ModelIndex, subnet: ModelSubnet): boolean =>
  memoize(index, `near told ${subnet.networkAcl}`, () => {
    const acl = aclOf(index, subnet);
    return acl !== null && !('code' in acl) && [...acl.ingress, ...acl.egress].some(({ near }) => near !== null);
  });

interface AskedPacket {
  readonly protocol: Protocol;
  readonly near: IpAddress;
  readonly remote: IpAddress;
  readonly port: number;
}

/** `by`: the ACL's rule that decides, of the way in or of that back; null is "none matched". */
export type AclVerdict =
  /** `share`: of the ports that clients use, those by which the answer gets back; from 0 to 1. */
  | { readonly kind: 'pass'; readonly share: number; readonly by: number | null }
  | { readonly kind: 'blocked' | 'unanswered'; readonly by: number | null }
  | { readonly kind: 'unknown'; readonly reason: Reason };

/** Whether some port of the client's gets through the ACL there and back. */
export function throughAcl({ id, ingress, egress }: AclPair, { protocol, near, remote, port }: AskedPacket): AclVerdict {
  const hasPorts = (protocolBit[protocol] & withPorts) !== 0;
  const client = hasPorts ? ephemeralPorts : { from: 0, to: lastPort };
  const packet = { protocol, near, remote, otherPort: port } as const;
  const there = askAcl(ingress, id, 'ingress', { ...packet, client: 'source', ports: client });
  const doubt = there.find((one) => one.doubt)?.doubt;
  if (doubt) return { kind: 'unknown', reason: doubt };
  const open = there.filter(({ rule }) => rule.action === 'ACCEPT');
  if (open.length === 0) return { kind: 'blocked', by: there[0]?.rule.index ?? null };
  const back = open.flatMap(({ ports }) => askAcl(egress, id, 'egress', { ...packet, client: 'destination', ports }));
  const backDoubt = back.find((one) => one.doubt)?.doubt;
  if (backDoubt) return { kind: 'unknown', reason: backDoubt };
  const answered = back.filter(({ rule }) => rule.action === 'ACCEPT').reduce((sum, { ports }) => sum + ports.to - ports.from + 1, 0);
  const by = back.find(({ rule }) => rule.action === 'DROP')?.rule.index ?? null;
  return answered > 0 ? { kind: 'pass', share: answered / (client.to - client.from + 1), by } : { kind: 'unanswered', by };
}
