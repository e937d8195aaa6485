/** What holds for translations of every kind; where the kinds differ, `kinds.ts` says so. */

import { spend } from '../../accounts/quota.ts';
import type { Call } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { nextNumber } from '../../rules/counter.ts';
import { willGo, willSet } from '../../rules/effects.ts';
import { addressesIn, meet, portsMeet, same, within } from '../../rules/intervals.ts';
import { largestPage, listPage } from '../../rules/lists.ts';
import { startTask } from '../../rules/tasks.ts';
import type { Effect } from '../task/table.ts';
import type { NatKind } from './kinds.ts';
import { vpcOfGateway } from './rules.ts';
import {
  type DirectConnectGatewayRow,
  type NatField,
  type NatRuleRow,
  type NatValues,
  natAclTable,
  natRuleTable,
  natScope,
} from './table.ts';

const family = 'direct-connect-gateway' as const;

/** What a call says of a rule. */
export type NatRuleInput = { readonly [F in NatField]?: string | undefined } & { readonly description?: string | undefined };

/** The values of the kind's own fields, protocols in small letters as the samples have them (14229). */
function valuesOf(kind: NatKind, wish: NatRuleInput): NatValues {
  const values: Partial<Record<NatField, string>> = {};
  for (const field of kind.fields) {
    const value = wish[field];
    if (value !== undefined) values[field] = field === 'proto' ? value.toLowerCase() : value;
  }
  return values;
}

const sameAddresses = (a: string, b: string): boolean => same(addressesIn(a), addressesIn(b));

/** When two rules agree in a field. Ports agree when they have one in common. */
const agrees: Readonly<Record<NatField, (a: string, b: string) => boolean>> = {
  originalIP: sameAddresses,
  originalPort: portsMeet,
  translationIP: sameAddresses,
  translationPort: portsMeet,
  translationIPPool: sameAddresses,
  proto: (a, b) => a === b,
};

/** True when the field names the same in both; ports must be written alike. */
const names = (field: NatField, a: string, b: string): boolean => (field.endsWith('Port') ? a === b : agrees[field](a, b));

const fits = (kind: NatKind, values: NatValues, wanted: NatValues): boolean =>
  kind.fields.every((field) => {
    const value = wanted[field];
    return value === undefined || names(field, values[field] ?? '', value);
  });

const written = (values: NatValues): string => Object.values(values).join(' ');

/** The gateway's rules of the kind, those that are being made among them. */
const rulesOf = (call: Pick<Call, 'partition'>, gateway: DirectConnectGatewayRow, kind: NatKind): NatRuleRow[] =>
  call.partition.table(natRuleTable).where('Scope', natScope(gateway.DirectConnectGatewayId, kind.name)).rows();

export const madeRulesOf = (call: Pick<Call, 'partition'>, gateway: DirectConnectGatewayRow, kind: NatKind): NatRuleRow[] =>
  rulesOf(call, gateway, kind).filter((rule) => rule.Made);

/** The rule that has all of these values. @throws CloudError when the gateway has none. */
export function ruleOf(call: Call, gateway: DirectConnectGatewayRow, kind: NatKind, wish: NatRuleInput, code = kind.notFound): NatRuleRow {
  const values = valuesOf(kind, wish);
  const found = madeRulesOf(call, gateway, kind).find((rule) => fits(kind, rule.Values, values));
  if (!found) throw new CloudError(code, `The gateway ${gateway.DirectConnectGatewayId} has no such rule: ${written(values)}.`);
  return found;
}

export function refuseBusy(rule: NatRuleRow): void {
  if (rule.Busy) throw new CloudError('ActionLocked', `A task is under way with the rule ${written(rule.Values)}.`);
}

/** Only gateways that translate have rules (12910, 13475, 14026, 14339). */
function refusePlain(gateway: DirectConnectGatewayRow): void {
  if (gateway.Type === 1) return;
  throw new CloudError('UnsupportedOperation', `The gateway ${gateway.DirectConnectGatewayId} does not translate addresses.`);
}

function refuseMisplaced(call: Call, gateway: DirectConnectGatewayRow, kind: NatKind, values: NatValues, changing: boolean): void {
  const { CidrBlock } = vpcOfGateway(call, gateway);
  const vpc = addressesIn(CidrBlock);
  for (const { field, side, code, codeOfChange } of kind.placed) {
    const addresses = addressesIn(values[field] ?? '');
    if (side === 'inside' ? within(vpc, addresses) : !meet(vpc, addresses)) continue;
    const word = changing ? (codeOfChange ?? code) : code;
    throw new CloudError(word, `${values[field]} must lie ${side} the VPC's block ${CidrBlock}.`);
  }
}

function refuseTwice(kind: NatKind, values: NatValues, others: readonly NatRuleRow[]): void {
  const taken = others.flatMap((rule) => (rule.Next ? [rule.Values, rule.Next] : [rule.Values]));
  for (const { fields, code } of kind.unique) {
    if (!taken.some((other) => fields.every((field) => agrees[field](values[field] ?? '', other[field] ?? '')))) continue;
    const told = fields.map((field) => values[field]).join(' ');
    throw new CloudError(code, `The gateway has a rule with ${told} already.`);
  }
}

const settled = { Made: true, Busy: false, Next: null } as const;

/** A rule becomes what it shall be: when the task is over, or at once where the kind has none. @returns the task's effects. */
function willBecome(call: Call, kind: NatKind, row: NatRuleRow, then: Partial<NatRuleRow>): Effect[] {
  const rules = call.table(natRuleTable);
  if (!kind.takesTime) {
    rules.put({ ...row, ...settled, ...then });
    return [];
  }
  rules.put({ ...row, Busy: true });
  return [willSet(call.partition, natRuleTable, natRuleTable.id(row), { ...settled, ...then })];
}

/** The number of the task with these effects; 0 for a kind whose changes are none. */
const begin = (call: Call, kind: NatKind, effects: readonly Effect[]): number =>
  kind.takesTime ? startTask(call, { family, effects }) : 0;

/** Adds rules to a gateway, all or none. @returns the task. @throws CloudError for the first that cannot be. */
export function createRules(call: Call, gateway: DirectConnectGatewayRow, kind: NatKind, wishes: readonly NatRuleInput[]): number {
  refusePlain(gateway);
  const effects = wishes.flatMap((wish) => {
    const values = valuesOf(kind, wish);
    const present = rulesOf(call, gateway, kind);
    refuseMisplaced(call, gateway, kind, values, false);
    refuseTwice(kind, values, present);
    spend(call, kind.quota, present.length, kind.overQuota);
    return willBecome(call, kind, newRule(call, gateway, kind, wish), {});
  });
  return begin(call, kind, effects);
}

function newRule(ctx: Pick<Call, 'world'>, gateway: DirectConnectGatewayRow, kind: NatKind, wish: NatRuleInput): NatRuleRow {
  return {
    RuleId: nextNumber(ctx.world, 'direct-connect-nat-rule', 1),
    DirectConnectGatewayId: gateway.DirectConnectGatewayId,
    Kind: kind.name,
    Values: valuesOf(kind, wish),
    Description: wish.description ?? '',
    Made: false,
    Busy: false,
    Next: null,
  };
}

/** Writes a rule without checks and without a task: for seeds. */
export const addRule = (
  ctx: Pick<Call, 'world' | 'partition'>,
  gateway: DirectConnectGatewayRow,
  kind: NatKind,
  wish: NatRuleInput,
): NatRuleRow => ctx.partition.table(natRuleTable).put({ ...newRule(ctx, gateway, kind, wish), ...settled });

/** Changes what a rule translates; what is left out stays. Its ACL stays with it. @returns the task. */
export function modifyRule(call: Call, gateway: DirectConnectGatewayRow, kind: NatKind, old: NatRuleInput, wish: NatRuleInput): number {
  const rule = ruleOf(call, gateway, kind, old);
  refuseBusy(rule);
  const values: NatValues = { ...rule.Values, ...valuesOf(kind, wish) };
  const others = rulesOf(call, gateway, kind).filter((other) => other !== rule);
  refuseMisplaced(call, gateway, kind, values, true);
  refuseTwice(kind, values, others);
  const then = { Values: values, Description: wish.description ?? rule.Description };
  return begin(call, kind, willBecome(call, kind, { ...rule, Next: values }, then));
}

/** Deletes rules with their ACLs, all or none. @returns the task. @throws CloudError for the first that is not there (12985). */
export function deleteRules(call: Call, gateway: DirectConnectGatewayRow, kind: NatKind, wishes: readonly NatRuleInput[]): number {
  const effects = wishes.flatMap((wish) => {
    const rule = ruleOf(call, gateway, kind, wish);
    refuseBusy(rule);
    return willLeave(call, kind, rule);
  });
  return begin(call, kind, effects);
}

function willLeave(call: Call, kind: NatKind, rule: NatRuleRow): Effect[] {
  const id = natRuleTable.id(rule);
  if (!kind.takesTime) {
    call.table(natRuleTable).delete(id);
    return [];
  }
  call.table(natRuleTable).put({ ...rule, Busy: true });
  const acls = call.table(natAclTable).where('RuleId', id).rows();
  return [...acls.map((acl) => willGo(call.partition, natAclTable, natAclTable.id(acl))), willGo(call.partition, natRuleTable, id)];
}

export interface RuleList extends NatRuleInput {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/**
 * One page of the gateway's rules, newest first. @throws CloudError when values are given that no rule has: the lists
 * document that (13163). A description that fits none finds none.
 */
export function listRules<F extends NatField>(
  call: Call,
  gateway: DirectConnectGatewayRow,
  kind: NatKind<F>,
  asked: RuleList,
): (Readonly<Record<F, string>> & { readonly description: string })[] {
  const wanted = valuesOf(kind, asked);
  const found = madeRulesOf(call, gateway, kind).filter((rule) => fits(kind, rule.Values, wanted));
  if (found.length === 0 && Object.keys(wanted).length > 0) ruleOf(call, gateway, kind, asked);
  const { description } = asked;
  const page = { offset: asked.offset ?? 0, limit: Math.min(asked.limit ?? 20, largestPage), newestFirst: true };
  const { rows } = listPage(found, page, description === undefined ? undefined : (rule) => rule.Description.includes(description));
  return rows.map((rule) => shown(kind, rule));
}

function shown<F extends NatField>(kind: NatKind<F>, { Values, Description }: NatRuleRow) {
  const values = Object.fromEntries(kind.fields.map((field) => [field, Values[field] ?? '']));
  // fromEntries forgets which keys it was given; they are the kind's fields.
  return { ...(values as Record<F, string>), description: Description };
}
