/** What uses each security group: the list does not tell, so it is asked for beside it. */
import { useQueries } from '@tanstack/react-query';
import type { SecurityGroup } from '../../../catalogue/families/security-group/index.ts';
import type { ResultOf } from '../../../catalogue/index.ts';
import { isRecord } from '../../../catalogue/values.ts';
import { type ApiError, toApiError } from '../../api/api-error.ts';
import type { Answer } from '../../api/call.ts';
import { callOptions } from '../../api/single.ts';
import type { Translate } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';

type Statistics = ResultOf<'vpc:DescribeSecurityGroupAssociationStatistics'>;
/** Accounts of today are also told all that the group is bound to, by kind. */
export type Uses = Statistics['SecurityGroupAssociationStatisticsSet'][number] & {
  readonly InstanceStatistics?: unknown;
  readonly TotalCount?: unknown;
};

/** Groups asked about at once, as many as a list names at once. */
const together = 100;

interface UsesOfGroups {
  /** By group; of a group that is not there nothing is known yet, or at all where there is an error. */
  readonly by: ReadonlyMap<string, Uses>;
  readonly error: ApiError | null;
  readonly refresh: () => void;
}

/** The uses of groups. Nothing is asked before the groups are here whole. */
export function useUses(groups: readonly SecurityGroup[], complete: boolean): UsesOfGroups {
  const scope = useScope();
  const ids = complete ? groups.map((group) => group.SecurityGroupId) : [];
  const parts = Array.from({ length: Math.ceil(ids.length / together) }, (_, at) => ids.slice(at * together, (at + 1) * together));
  return useQueries({
    queries: parts.map((part) =>
      callOptions(scope, 'security-group', 'vpc:DescribeSecurityGroupAssociationStatistics', { SecurityGroupIds: [...part] }),
    ),
    combine,
  });
}

interface StatisticsAnswer {
  readonly data: Answer<Statistics> | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

const combine = (results: readonly StatisticsAnswer[]): UsesOfGroups => {
  const rows = results.flatMap(({ data }) => data?.data.SecurityGroupAssociationStatisticsSet ?? []);
  const failed = results.filter(({ error, data }) => error && !data);
  return {
    by: new Map(rows.map((row) => [row.SecurityGroupId, row])),
    error: failed[0]?.error ? toApiError(failed[0].error) : null,
    refresh: () => {
      for (const { refetch } of failed) void refetch();
    },
  };
};

const kinds = ['CVM', 'ENI', 'CDB', 'CLB'] as const;

/** What the group is bound to beside the four kinds that are counted by name: the cloud's word for each, and how many. */
export function otherUses({ InstanceStatistics: told }: Uses): readonly { readonly kind: string; readonly count: number }[] {
  const rows: readonly unknown[] = Array.isArray(told) ? told : [];
  return rows.flatMap((row) => {
    if (!isRecord(row) || typeof row.InstanceType !== 'string' || typeof row.InstanceCount !== 'number') return [];
    const { InstanceType: kind, InstanceCount: count } = row;
    return kinds.some((known) => known === kind.toUpperCase()) || count <= 0 ? [] : [{ kind, count }];
  });
}

/** Things that packets reach through the group: all that the cloud counts, where it counts more than it names. */
export function boundCount(uses: Uses): number {
  const { CVM, CDB, ENI, CLB, TotalCount } = uses;
  const named = CVM + CDB + ENI + CLB + otherUses(uses).reduce((sum, { count }) => sum + count, 0);
  return Math.max(named, typeof TotalCount === 'number' ? TotalCount : 0);
}

/** "3 instances, 1 database": what the group is bound to, and who names it. */
export function usesInWords(uses: Uses, t: Translate, list: (parts: string[]) => string): string {
  const parts = (['CVM', 'ENI', 'CDB', 'CLB', 'SG'] as const).flatMap((kind) =>
    uses[kind] > 0 ? [t(`securityGroup.uses${kind}`, { n: uses[kind] })] : [],
  );
  const rest = boundCount(uses) - uses.CVM - uses.CDB - uses.ENI - uses.CLB;
  if (rest > 0) parts.splice(Math.max(0, parts.length - (uses.SG > 0 ? 1 : 0)), 0, t('securityGroup.usesOther', { n: rest }));
  return parts.length > 0 ? list(parts) : t('securityGroup.unused');
}
