import { useQueries } from '@tanstack/react-query';
import { use } from 'react';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { type ApiError, isNoRegion, toApiError } from '../../api/api-error.ts';
import { listOptions } from '../../api/query.ts';
import { callOptions } from '../../api/single.ts';
import { regionsOf, useConsole, useScope } from '../../lib/scope.ts';
import { type CapacityFindings, countedQuotas, type InRegion, scarceQuotas, tightSubnets } from './capacity-findings.ts';

/** One region as far as it has answered. */
export interface RegionState {
  readonly region: string;
  /** Undefined while they are on their way, or when asking failed. */
  readonly vpcs: readonly Vpc[] | undefined;
  readonly subnets: readonly Subnet[] | undefined;
  /** Rows that came and cannot be read, and are in neither list. */
  readonly unread: { readonly vpcs: number; readonly subnets: number };
  /** What DescribeVpcLimit has answered; asked where there is a VPC. */
  readonly limits: unknown;
  readonly limitsFailed: boolean;
  readonly error: ApiError | null;
  /** The cloud says that it has no such region: there is nothing, and nothing to be known. */
  readonly absent: boolean;
  readonly loading: boolean;
}

interface CloudState {
  readonly regions: readonly RegionState[];
  readonly findings: CapacityFindings;
  readonly refresh: () => void;
}

const none: readonly never[] = [];

const unreadIn = (answer: { readonly data?: { readonly unreadable: readonly unknown[] } | undefined } | undefined): number =>
  answer?.data?.unreadable.length ?? 0;

/** The VPCs and subnets of an account in every region. Nothing tells in which regions an account has something but asking. */
export function useCloud(account: string | undefined): CloudState {
  const vpc = use(loadFamily('vpc'));
  const subnet = use(loadFamily('subnet'));
  const names = regionsOf(useConsole(), useScope().region, account);
  const scopes = names.map((region) => ({ account, region }));
  const vpcs = useQueries({ queries: scopes.map((scope) => listOptions(scope, vpc, {})) });
  const subnets = useQueries({ queries: scopes.map((scope) => listOptions(scope, subnet, {})) });

  const limits = useQueries({
    queries: scopes.map((scope, index) => ({
      ...callOptions(scope, 'account', 'vpc2017:DescribeVpcLimit', { type: [...countedQuotas] }),
      enabled: (vpcs[index]?.data?.rows.length ?? 0) + unreadIn(vpcs[index]) > 0,
    })),
  });

  const states = names.map((region, index): RegionState => {
    const [ours, theirs, quotas] = [vpcs[index], subnets[index], limits[index]];
    const absent = !ours?.data && isNoRegion(ours?.error);
    const error = absent ? null : (ours?.error ?? theirs?.error ?? null);
    return {
      region,
      absent,
      vpcs: ours?.data?.complete ? ours.data.rows : absent ? none : undefined,
      subnets: theirs?.data?.complete ? theirs.data.rows : absent ? none : undefined,
      unread: { vpcs: unreadIn(ours), subnets: unreadIn(theirs) },
      limits: quotas?.data?.data.data.limit,
      limitsFailed: Boolean(quotas?.error),
      error: error ? toApiError(error) : null,
      loading:
        !absent && Boolean(ours?.isPending || theirs?.isPending || ours?.data?.complete === false || theirs?.data?.complete === false),
    };
  });
  return {
    regions: states,
    findings: capacityFindingsIn(states),
    refresh: () => {
      for (const query of [...vpcs, ...subnets, ...limits.filter(({ isEnabled }) => isEnabled)]) void query.refetch();
    },
  };
}

const placed = <R>(states: readonly RegionState[], rows: (state: RegionState) => readonly R[] | undefined): InRegion<R>[] =>
  states.flatMap((state) => (rows(state) ?? []).map((row) => ({ region: state.region, row })));

function capacityFindingsIn(states: readonly RegionState[]): CapacityFindings {
  const subnets = placed(states, (state) => state.subnets);
  const counted = states.flatMap(({ region, vpcs: ours, subnets: theirs, limits }) =>
    ours && theirs && limits ? [{ region, vpcs: ours, subnets: theirs, limits }] : [],
  );
  return {
    scarce: scarceQuotas(counted),
    tight: tightSubnets(subnets),
  };
}
