/** What holds for security groups and their rules (5260-6085). Every change of the rules raises the version by one. */

import { quotaOf, spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { instanceTable } from '../../instances/table.ts';
import { rowOf } from '../../rules/rows.ts';
import { expandedCount } from '../../rules/templates.ts';
import { tellsToday } from '../../rules/today.ts';
import { cloudTime } from '../../world/clock.ts';
import { eniTable } from '../eni/table.ts';
import { type PolicyCodes, type PolicyIn, policyFrom, sameness } from './policies.ts';
import { type PolicyRow, type SecurityGroupRow, securityGroupTable } from './table.ts';

interface PolicySetIn {
  readonly Version?: string | undefined;
  readonly Egress?: readonly PolicyIn[] | undefined;
  readonly Ingress?: readonly PolicyIn[] | undefined;
}

type Direction = 'Egress' | 'Ingress';

/** The caller's group of this id. @throws CloudError `code` when there is none. */
export const securityGroupOf = (call: Call, id: string, code = 'ResourceNotFound'): SecurityGroupRow =>
  rowOf(call, securityGroupTable, 'security group', id, code);

interface NewSecurityGroup {
  readonly name: string;
  readonly description: string;
  readonly projectId?: string | undefined;
  readonly isDefault?: boolean | undefined;
}

/** Makes a group without rules, which lets nothing through (5271). For seeds too: no quota is looked at. */
export const addSecurityGroup = (call: CallContext, wanted: NewSecurityGroup): SecurityGroupRow =>
  call.partition.table(securityGroupTable).put({
    SecurityGroupId: call.partition.newId(securityGroupTable, 'sg'),
    SecurityGroupName: wanted.name,
    SecurityGroupDesc: wanted.description,
    ProjectId: wanted.projectId ?? '0',
    IsDefault: wanted.isDefault ?? false,
    // Not 0, with which ModifySecurityGroupPolicies would empty the group instead of checking the version (5961).
    Version: 1,
    Egress: [],
    Ingress: [],
    CreatedTime: cloudTime(call.now),
  });

/** @throws CloudError for a project that cannot be one, or one that has as many groups as it may (5270). */
export function createSecurityGroup(call: Call, wanted: NewSecurityGroup & { readonly projectId: string }): SecurityGroupRow {
  // The APIs at hand know no projects: any number may be one.
  if (!/^\d{1,15}$/.test(wanted.projectId)) throw new CloudError('ResourceNotFound', `There is no project ${wanted.projectId}.`);
  const groups = call.table(securityGroupTable).where('ProjectId', wanted.projectId).size;
  spend(call, 'security-groups-per-project', groups, 'LimitExceeded');
  return addSecurityGroup(call, wanted);
}

/** @throws CloudError when it is a default group (7382), another group's rules name it (5455), or something is bound to it. */
export function deleteSecurityGroup(call: Call, row: SecurityGroupRow): void {
  const id = row.SecurityGroupId;
  if (row.IsDefault) throw new CloudError('UnsupportedOperation', `${id} is a default security group.`);
  const groups = call.table(securityGroupTable);
  const by = [
    ...groups
      .where('References', id)
      .rows()
      .map((other) => other.SecurityGroupId),
    ...call
      .table(eniTable)
      .where('GroupId', id)
      .rows()
      .map((eni) => eni.NetworkInterfaceId),
    ...call
      .table(instanceTable)
      .where('GroupId', id)
      .rows()
      .map((instance) => instance.InstanceId),
  ];
  if (by.length > 0) throw new CloudError('ResourceInUse', `The security group ${id} is used by ${by.slice(0, 20).join(', ')}.`);
  groups.delete(id);
}

/** What is bound to the group, and how many other groups name it (7386). */
export function statisticsOf(call: Call, id: string) {
  const interfaces = call.table(eniTable).where('GroupId', id).rows();
  const services = call.table(instanceTable).where('GroupId', id).rows();
  return {
    SecurityGroupId: id,
    CVM: new Set(interfaces.filter((eni) => eni.Primary).map((eni) => eni.InstanceId)).size,
    CDB: services.filter((row) => row.Kind === 'CDB').length,
    ENI: interfaces.filter((eni) => !eni.Primary).length,
    SG: call.table(securityGroupTable).where('References', id).size,
    CLB: services.filter((row) => row.Kind === 'CLB').length,
  };
}

/** @throws CloudError when a version is named that is not the present one (5339). */
export function checkVersion(row: SecurityGroupRow, version: string | undefined): void {
  if (version !== undefined && version !== String(row.Version)) {
    throw new CloudError('UnsupportedOperation.VersionMismatch', `The rules of ${row.SecurityGroupId} are at version ${row.Version}.`);
  }
}

/** The one direction that a call is about, and its rules. @throws CloudError `code` when there is none, or two (5346, 5523, 6031). */
function oneDirection(set: PolicySetIn, code: string): { direction: Direction; given: readonly PolicyIn[] } {
  const { Egress = [], Ingress = [] } = set;
  if (Egress.length > 0 === Ingress.length > 0) throw new CloudError(code, 'Rules of exactly one direction are needed.');
  return Egress.length > 0 ? { direction: 'Egress', given: Egress } : { direction: 'Ingress', given: Ingress };
}

/** The sample makes two rules that differ in their descriptions only (5380, 5386), and lists two such (5773): these are not the same. */
const wholly = (policy: PolicyRow): string => `${sameness(policy)} ${policy.PolicyDescription}`;

/** Keeps new lists of rules, when there are not too many and no two are the same. */
function keepPolicies(
  call: Call,
  row: SecurityGroupRow,
  changed: Partial<Record<Direction, readonly PolicyRow[]>>,
  duplicate: string,
): void {
  const next = { ...row, ...changed, Version: row.Version + 1 };
  const most = quotaOf(call, 'policies-per-direction');
  for (const direction of ['Egress', 'Ingress'] as const) {
    const policies = next[direction];
    if (policies.length > row[direction].length && policies.length > most) {
      throw new CloudError('LimitExceeded', `A security group has at most ${most} rules in each direction.`);
    }
    if (changed[direction] && new Set(policies.map(wholly)).size < policies.length) {
      throw new CloudError(duplicate, `Two ${direction} rules of ${row.SecurityGroupId} would be the same.`);
    }
  }
  const expanded = expandedCount(call, [...next.Egress, ...next.Ingress]);
  const before = expandedCount(call, [...row.Egress, ...row.Ingress]);
  const mostExpanded = quotaOf(call, 'expanded-policies-per-group');
  if (expanded > before && expanded > mostExpanded) {
    throw new CloudError('LimitExceeded', `With its templates written out, a security group has at most ${mostExpanded} rules.`);
  }
  call.table(securityGroupTable).put(next);
}

/** Inserts rules at the index they all have, at the end where they have none (5346). */
export function insertPolicies(call: Call, row: SecurityGroupRow, set: PolicySetIn, codes: PolicyCodes): void {
  const { direction, given } = oneDirection(set, codes.shape);
  const [at, ...others] = new Set(given.map((policy) => policy.PolicyIndex));
  if (others.length > 0) throw new CloudError(codes.shape, 'All rules of a call have the same PolicyIndex.');
  const before = row[direction];
  const index = at ?? before.length;
  if (index > before.length) throw new CloudError(codes.value, `There are ${before.length} ${direction} rules; ${index} is past the end.`);
  const policies = given.map((policy) => policyFrom(call, row, policy, codes));
  keepPolicies(call, row, { [direction]: [...before.slice(0, index), ...policies, ...before.slice(index)] }, codes.value);
}

/** Puts one rule in the place of another (6031). */
export function replacePolicy(call: Call, row: SecurityGroupRow, set: PolicySetIn, codes: PolicyCodes): void {
  const { direction, given } = oneDirection(set, codes.shape);
  const [policy, ...others] = given;
  if (!policy || others.length > 0) throw new CloudError(codes.shape, 'One rule is replaced at a time.');
  const index = policy.PolicyIndex;
  if (index === undefined) throw new CloudError(codes.shape, 'The PolicyIndex of the rule to replace is needed.');
  if (index >= row[direction].length) throw new CloudError('ResourceNotFound', `There is no ${direction} rule ${index}.`);
  keepPolicies(call, row, { [direction]: row[direction].with(index, policyFrom(call, row, policy, codes)) }, codes.value);
}

/** The places of the rules to delete: those named by index, or those equal to the given rules (5523). */
function placesOf(call: Call, row: SecurityGroupRow, direction: Direction, given: readonly PolicyIn[], codes: PolicyCodes): number[] {
  const byIndex = given.filter((policy) => policy.PolicyIndex !== undefined);
  if (byIndex.length > 0) {
    const plain = byIndex.every((policy) => Object.values(policy).filter((value) => value !== undefined).length === 1);
    if (!plain || byIndex.length < given.length) throw new CloudError(codes.shape, 'Rules are deleted by index or by content, not both.');
    return byIndex.map((policy) => policy.PolicyIndex ?? 0);
  }
  // A description that is not given fits any.
  return given.map((policy) => {
    const same = policy.PolicyDescription === undefined ? sameness : wholly;
    return row[direction].map(same).indexOf(same(policyFrom(call, row, policy, codes)));
  });
}

/** Deletes rules of one direction. Without a version, whatever stands at the given indexes goes (5513). */
export function deletePolicies(call: Call, row: SecurityGroupRow, set: PolicySetIn, codes: PolicyCodes): void {
  const { direction, given } = oneDirection(set, codes.shape);
  const places = placesOf(call, row, direction, given, codes);
  if (places.some((place) => place < 0 || place >= row[direction].length)) {
    throw new CloudError('ResourceNotFound', `The security group ${row.SecurityGroupId} has no such ${direction} rule.`);
  }
  keepPolicies(call, row, { [direction]: row[direction].filter((_, index) => !places.includes(index)) }, codes.value);
}

interface ResetIn {
  readonly SecurityGroupPolicySet: PolicySetIn;
  /** Of today. */
  readonly SortPolicys?: boolean | undefined;
}

/** Rules that stay keep the order they had, and the new ones come behind them: what today does unless told to sort. */
function unsorted(before: readonly PolicyRow[], wanted: readonly PolicyRow[]): PolicyRow[] {
  const place = new Map(before.map((policy, at) => [wholly(policy), at]));
  const at = (policy: PolicyRow): number => place.get(wholly(policy)) ?? before.length;
  return [...wanted].sort((a, b) => at(a) - at(b));
}

/** Deletes every rule and writes the given ones; version 0 only deletes (5960-5961). */
export function resetPolicies(call: Call, row: SecurityGroupRow, asked: ResetIn, codes: PolicyCodes): void {
  const { SecurityGroupPolicySet: set, SortPolicys } = asked;
  if (set.Version === '0') {
    keepPolicies(call, row, { Egress: [], Ingress: [] }, codes.value);
    return;
  }
  checkVersion(row, set.Version);
  const { Egress, Ingress } = set;
  if (!Egress || !Ingress) throw new CloudError(codes.shape, 'Egress and Ingress are both needed.');
  if ([...Egress, ...Ingress].some((policy) => policy.PolicyIndex !== undefined)) {
    throw new CloudError(codes.shape, 'Rules that are reset have no PolicyIndex.');
  }
  const isSorted = SortPolicys === true || !tellsToday(call);
  const all = (before: readonly PolicyRow[], given: readonly PolicyIn[]): readonly PolicyRow[] => {
    const wanted = given.map((policy) => policyFrom(call, row, policy, codes));
    return isSorted ? wanted : unsorted(before, wanted);
  };
  keepPolicies(call, row, { Egress: all(row.Egress, Egress), Ingress: all(row.Ingress, Ingress) }, codes.value);
}
