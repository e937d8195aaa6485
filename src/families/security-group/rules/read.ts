/** A group's rules with their version, as the cloud tells them. */
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ResultOf } from '../../../../catalogue/index.ts';
import { ruleFrom } from '../../../../network/rule-sets/policy.ts';
import type { VersionedRuleSet } from '../../../../network/rule-sets/rule-set.ts';
import { type ApiError, toApiError } from '../../../api/api-error.ts';
import { callRules, rulesOptions } from '../../../api/single.ts';
import { type Scope, useScope } from '../../../lib/scope.ts';

export type PolicySet = ResultOf<'vpc:DescribeSecurityGroupPolicies'>['SecurityGroupPolicySet'];

/** Where a row says that it stands; null for one that does not say. */
const indexOf = (row: unknown): number | null =>
  typeof row === 'object' && row !== null && 'PolicyIndex' in row && typeof row.PolicyIndex === 'number' ? row.PolicyIndex : null;

/**
 * Rules in the order of their index; as they were listed where one of them has none. The version is a number in the sample
 * (5804) and a text in the table (7417). `group` is the group that they were listed of.
 */
export function versionedFrom(set: PolicySet, group?: string): VersionedRuleSet {
  const ordered = (policies: readonly unknown[] | null | undefined) => {
    const rows = policies ?? [];
    const sorted = rows.every((row) => indexOf(row) !== null) ? [...rows].sort((a, b) => (indexOf(a) ?? 0) - (indexOf(b) ?? 0)) : rows;
    return sorted.map((row) => ruleFrom(row, group));
  };
  return { version: String(set.Version), ingress: ordered(set.Ingress), egress: ordered(set.Egress) };
}

/** Asks the cloud, never the cache. @throws ApiError */
export async function readGroupRules(scope: Scope, group: string, signal?: AbortSignal): Promise<VersionedRuleSet> {
  const { data } = await callRules(scope, group, signal);
  return versionedFrom(data.SecurityGroupPolicySet, group);
}

interface RulesState {
  readonly rules: VersionedRuleSet | null;
  readonly error: ApiError | null;
  readonly at: number;
  readonly refreshing: boolean;
  readonly refresh: () => void;
  readonly requestId: string | null;
}

export function useRules(group: string): RulesState {
  const scope = useScope();
  const query = useQuery({
    ...rulesOptions(scope, group),
    select: useCallback((answer: ListedRules) => selectRules(answer, group), [group]),
  });
  return {
    rules: query.data?.rules ?? null,
    error: query.error ? toApiError(query.error) : null,
    at: query.dataUpdatedAt,
    refreshing: query.isFetching,
    refresh: () => void query.refetch(),
    requestId: query.data?.requestId ?? null,
  };
}

interface ListedRules {
  readonly data: ResultOf<'vpc:DescribeSecurityGroupPolicies'>;
  readonly requestId: string | null;
}

const selectRules = ({ data, requestId }: ListedRules, group: string) => ({
  rules: versionedFrom(data.SecurityGroupPolicySet, group),
  requestId,
});
