/** A group's rules with their version, as the cloud tells them. */
import { useQuery } from '@tanstack/react-query';
import type { ResultOf } from '../../../../catalogue/index.ts';
import { type ApiError, toApiError } from '../../../api/api-error.ts';
import { call, type Scope } from '../../../api/call.ts';
import { q } from '../../../api/query.ts';
import { usePlace } from '../../../lib/place.ts';
import { ruleFrom, type Versioned } from './model.ts';

export type PolicySet = ResultOf<'vpc:DescribeSecurityGroupPolicies'>['SecurityGroupPolicySet'];

/** Rules in the order of their index. The version is a number in the sample (5804) and a text in the table (7417). */
export function versionedFrom(set: PolicySet): Versioned {
  const ordered = (policies: PolicySet['Ingress']) =>
    [...(policies ?? [])].sort((a, b) => (a.PolicyIndex ?? 0) - (b.PolicyIndex ?? 0)).map(ruleFrom);
  return { version: String(set.Version), ingress: ordered(set.Ingress), egress: ordered(set.Egress) };
}

/** Asks the cloud, never the cache. @throws ApiError */
export async function readRules(scope: Scope, group: string, signal?: AbortSignal): Promise<Versioned> {
  const { data } = await call(scope, 'vpc:DescribeSecurityGroupPolicies', { SecurityGroupId: group }, signal ? { signal } : {});
  return versionedFrom(data.SecurityGroupPolicySet);
}

export interface RulesState {
  readonly rules: Versioned | null;
  readonly error: ApiError | null;
  readonly at: number;
  readonly refreshing: boolean;
  readonly refresh: () => void;
  readonly requestId: string | null;
}

export function useRules(group: string): RulesState {
  const place = usePlace();
  const query = useQuery({
    ...q(place, 'vpc:DescribeSecurityGroupPolicies', { SecurityGroupId: group }),
    select: selectRules,
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

const selectRules = (answer: {
  readonly data: ResultOf<'vpc:DescribeSecurityGroupPolicies'>;
  readonly requestId: string | null;
}): { readonly rules: Versioned; readonly requestId: string | null } => ({
  rules: versionedFrom(answer.data.SecurityGroupPolicySet),
  requestId: answer.requestId,
});
