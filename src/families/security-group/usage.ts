/** What uses each security group: the list does not tell, so it is asked for beside it. */
import { useQueries } from '@tanstack/react-query';
import type { SecurityGroup } from '../../../catalogue/families/security-group/index.ts';
import type { ResultOf } from '../../../catalogue/index.ts';
import type { Answer } from '../../api/call.ts';
import { callOptions } from '../../api/single.ts';
import type { Translate } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';

type Statistics = ResultOf<'vpc:DescribeSecurityGroupAssociationStatistics'>;
export type Uses = Statistics['SecurityGroupAssociationStatisticsSet'][number];

/** Groups asked about at once, as many as a list names at once. */
const together = 100;

/** The uses by group; empty until they are here. Nothing is asked before the groups are here whole. */
export function useUses(groups: readonly SecurityGroup[], complete: boolean): ReadonlyMap<string, Uses> {
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

const combine = (results: readonly { readonly data: Answer<Statistics> | undefined }[]): ReadonlyMap<string, Uses> =>
  new Map(results.flatMap(({ data }) => data?.data.SecurityGroupAssociationStatisticsSet ?? []).map((row) => [row.SecurityGroupId, row]));

/** Things that packets reach through the group. */
export const bound = ({ CVM, CDB, ENI, CLB }: Uses): number => CVM + CDB + ENI + CLB;

/** "3 instances, 1 database": what the group is bound to, and who names it. */
export function usesInWords(uses: Uses, t: Translate, list: (parts: string[]) => string): string {
  const parts = (['CVM', 'ENI', 'CDB', 'CLB', 'SG'] as const).flatMap((kind) =>
    uses[kind] > 0 ? [t(`securityGroup.uses${kind}`, { n: uses[kind] })] : [],
  );
  return parts.length > 0 ? list(parts) : t('securityGroup.unused');
}
