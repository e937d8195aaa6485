/** ACLs of translations: which packets a local address, or a pool of local sources, is for (13190-13464, 13740-14015). */

import { spend } from '../../accounts/quota.ts';
import type { Call } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { nextNumber } from '../../rules/counter.ts';
import { addressesIn, meet, portsMeet } from '../../rules/intervals.ts';
import type { NatKind } from './kinds.ts';
import { localIP, localSource } from './kinds.ts';
import { madeRulesOf, type NatRuleInput, refuseBusy, ruleOf } from './nat-rules.ts';
import { type DirectConnectGatewayRow, type NatAclRow, type NatRuleRow, natAclTable } from './table.ts';

/** What the ACLs of a kind of translations have of their own. */
interface AclKind {
  readonly of: NatKind;
  /** The word for a translation that is not there, and for an ACL rule that it has not. */
  readonly notFound: string;
  readonly overQuota: string;
  /** ACLs of different translations may not have a packet in common where this names a code (13782). */
  readonly conflict: string | null;
}

/** Its tables name no code for too many: the one of the sister action stands in (13783). */
export const localIPAcl: AclKind = { of: localIP, notFound: localIP.notFound, overQuota: 'AclRuleLimitExceeded', conflict: null };

export const localSourceAcl: AclKind = {
  of: localSource,
  notFound: 'InvalidLocalSourceIPPortTranslation.NotFound',
  overQuota: 'AclRuleLimitExceeded',
  conflict: 'InvalidLocalSourceIPPortTranslationAcl.Conflict',
};

export interface AclRuleInput {
  readonly protocol: string;
  readonly sourceCidr?: string | undefined;
  readonly sourcePort: string;
  readonly destinationCidr: string;
  readonly destinationPort: string;
}

type AclMatch = Pick<NatAclRow, 'Protocol' | 'SourceCidr' | 'SourcePort' | 'DestinationCidr' | 'DestinationPort'>;

const matchedBy = (wish: AclRuleInput): AclMatch => ({
  Protocol: wish.protocol.toUpperCase() as NatAclRow['Protocol'],
  SourceCidr: wish.sourceCidr ?? '',
  SourcePort: wish.sourcePort,
  DestinationCidr: wish.destinationCidr,
  DestinationPort: wish.destinationPort,
});

/** True when some packet is matched by both. */
const overlap = (a: AclMatch, b: AclMatch): boolean =>
  (a.Protocol === b.Protocol || a.Protocol === 'ALL' || b.Protocol === 'ALL') &&
  meet(addressesIn(a.SourceCidr), addressesIn(b.SourceCidr)) &&
  meet(addressesIn(a.DestinationCidr), addressesIn(b.DestinationCidr)) &&
  portsMeet(a.SourcePort, b.SourcePort) &&
  portsMeet(a.DestinationPort, b.DestinationPort);

const aclsOf = (call: Pick<Call, 'partition'>, rule: NatRuleRow): NatAclRow[] =>
  call.partition.table(natAclTable).where('RuleId', String(rule.RuleId)).rows();

function refuseConflict(call: Call, gateway: DirectConnectGatewayRow, kind: AclKind, rule: NatRuleRow, wanted: AclMatch): void {
  if (kind.conflict === null) return;
  const others = madeRulesOf(call, gateway, kind.of).filter((other) => other.RuleId !== rule.RuleId);
  const clash = others.flatMap((other) => aclsOf(call, other)).find((acl) => overlap(acl, wanted));
  if (clash)
    throw new CloudError(kind.conflict, `The ACL rule ${clash.AclRuleId} of another translation matches some of the same packets.`);
}

/** The translation whose ACL is meant. @throws CloudError when the gateway has none. */
export const translationOf = (call: Call, gateway: DirectConnectGatewayRow, kind: AclKind, named: NatRuleInput): NatRuleRow =>
  ruleOf(call, gateway, kind.of, named, kind.notFound);

function changeableTranslation(call: Call, gateway: DirectConnectGatewayRow, kind: AclKind, named: NatRuleInput): NatRuleRow {
  const rule = translationOf(call, gateway, kind, named);
  refuseBusy(rule);
  return rule;
}

function aclOf(call: Call, rule: NatRuleRow, kind: AclKind, id: number): NatAclRow {
  const acl = call.table(natAclTable).get(String(id));
  if (acl?.RuleId === rule.RuleId) return acl;
  throw new CloudError(kind.notFound, `The translation has no ACL rule ${id}.`);
}

/** Adds ACL rules to a translation, all or none. */
export function createAcls(
  call: Call,
  gateway: DirectConnectGatewayRow,
  kind: AclKind,
  named: NatRuleInput,
  wishes: readonly AclRuleInput[],
): void {
  const rule = changeableTranslation(call, gateway, kind, named);
  for (const wish of wishes) {
    spend(call, 'acl-rules-per-translation', aclsOf(call, rule).length, kind.overQuota);
    refuseConflict(call, gateway, kind, rule, matchedBy(wish));
    addNatAcl(call, rule, wish);
  }
}

/** The same without checks: for seeds. */
export const addNatAcl = (ctx: Pick<Call, 'world' | 'partition'>, rule: NatRuleRow, wish: AclRuleInput): NatAclRow =>
  ctx.partition.table(natAclTable).put({
    AclRuleId: nextNumber(ctx.world, 'direct-connect-acl-rule', 25),
    DirectConnectGatewayId: rule.DirectConnectGatewayId,
    RuleId: rule.RuleId,
    ...matchedBy(wish),
  });

/** Rewrites ACL rules in their places, all or none. */
export function modifyAcls(
  call: Call,
  gateway: DirectConnectGatewayRow,
  kind: AclKind,
  named: NatRuleInput,
  wishes: readonly (AclRuleInput & { readonly aclRuleId: number })[],
): void {
  const rule = changeableTranslation(call, gateway, kind, named);
  for (const wish of wishes) {
    const acl = aclOf(call, rule, kind, wish.aclRuleId);
    refuseConflict(call, gateway, kind, rule, matchedBy(wish));
    call.table(natAclTable).put({ ...acl, ...matchedBy(wish) });
  }
}

export function deleteAcls(call: Call, gateway: DirectConnectGatewayRow, kind: AclKind, named: NatRuleInput, ids: readonly number[]): void {
  const rule = changeableTranslation(call, gateway, kind, named);
  for (const id of ids) call.table(natAclTable).delete(natAclTable.id(aclOf(call, rule, kind, id)));
}

/** The ACL rules of a translation, oldest first; of those that are named, the ones that are there. */
export function listAcls(call: Call, rule: NatRuleRow, ids: readonly number[] | undefined) {
  const rows = aclsOf(call, rule).filter((acl) => ids === undefined || ids.includes(acl.AclRuleId));
  return rows.map((acl) => ({
    aclRuleId: acl.AclRuleId,
    protocol: acl.Protocol,
    sourceCidr: acl.SourceCidr,
    sourcePort: acl.SourcePort,
    destinationCidr: acl.DestinationCidr,
    destinationPort: acl.DestinationPort,
  }));
}
