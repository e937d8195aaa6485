/** What uses each security group: the list does not tell, so it is asked for beside it. */
import { useQueries } from '@tanstack/react-query';
import type { ResultOf } from '../../../catalogue/index.ts';
import type { Answer } from '../../api/call.ts';
import { q } from '../../api/single.ts';
import { useScope } from '../../lib/scope.ts';

type Statistics = ResultOf<'vpc:DescribeSecurityGroupAssociationStatistics'>;
export type Uses = Statistics['SecurityGroupAssociationStatisticsSet'][number];

/** Groups asked about at once, as many as a list names at once. */
const together = 100;

/** The uses by group; empty until they are here. Ids that nobody knows are left out of `ids` by the caller. */
export function useUses(ids: readonly string[]): ReadonlyMap<string, Uses> {
  const scope = useScope();
  const parts = Array.from({ length: Math.ceil(ids.length / together) }, (_, at) => ids.slice(at * together, (at + 1) * together));
  return useQueries({
    queries: parts.map((part) => q(scope, 'vpc:DescribeSecurityGroupAssociationStatistics', { SecurityGroupIds: [...part] })),
    combine,
  });
}

const combine = (results: readonly { readonly data: Answer<Statistics> | undefined }[]): ReadonlyMap<string, Uses> =>
  new Map(results.flatMap(({ data }) => data?.data.SecurityGroupAssociationStatisticsSet ?? []).map((row) => [row.SecurityGroupId, row]));

/** Things that packets reach through the group. */
export const bound = ({ CVM, CDB, ENI, CLB }: Uses): number => CVM + CDB + ENI + CLB;
