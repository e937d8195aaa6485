import { useQueries } from '@tanstack/react-query';
import { use } from 'react';
import type { Subnet } from '../../../catalogue/families/subnet.ts';
import type { Vpc } from '../../../catalogue/families/vpc.ts';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { type Region, regions } from '../../../catalogue/regions.ts';
import { type ApiError, toApiError } from '../../api/api-error.ts';
import { listOptions } from '../../api/query.ts';
import { type Attention, emptyVpcs, type InRegion, overlappingVpcs, tightSubnets } from './attention.ts';

/** One region as far as it has answered. */
export interface RegionState {
  readonly region: Region;
  /** Undefined while they are on their way, or when asking failed. */
  readonly vpcs: readonly Vpc[] | undefined;
  readonly subnets: readonly Subnet[] | undefined;
  readonly error: ApiError | null;
  readonly loading: boolean;
}

export interface CloudState {
  readonly regions: readonly RegionState[];
  readonly attention: Attention;
  readonly refresh: () => void;
}

const names = Object.keys(regions) as Region[];

/** The VPCs and subnets of an account in every region. Nothing tells in which regions an account has something but asking. */
export function useCloud(account: string | undefined): CloudState {
  const vpc = use(loadFamily('vpc'));
  const subnet = use(loadFamily('subnet'));
  const scopes = names.map((region) => ({ account, region }));
  const vpcs = useQueries({ queries: scopes.map((scope) => listOptions(scope, vpc, {})) });
  const subnets = useQueries({ queries: scopes.map((scope) => listOptions(scope, subnet, {})) });

  const states = names.map((region, index): RegionState => {
    const [ours, theirs] = [vpcs[index], subnets[index]];
    const error = ours?.error ?? theirs?.error ?? null;
    return {
      region,
      // The rows are as the catalogue describes them; it is tested against the wire.
      vpcs: ours?.data?.complete ? (ours.data.rows as unknown as readonly Vpc[]) : undefined,
      subnets: theirs?.data?.complete ? (theirs.data.rows as unknown as readonly Subnet[]) : undefined,
      error: error ? toApiError(error) : null,
      loading: Boolean(ours?.isPending || theirs?.isPending || ours?.data?.complete === false || theirs?.data?.complete === false),
    };
  });
  return {
    regions: states,
    attention: attentionIn(states),
    refresh: () => {
      for (const query of [...vpcs, ...subnets]) void query.refetch();
    },
  };
}

const placed = <R>(states: readonly RegionState[], rows: (state: RegionState) => readonly R[] | undefined): InRegion<R>[] =>
  states.flatMap((state) => (rows(state) ?? []).map((row) => ({ region: state.region, row })));

function attentionIn(states: readonly RegionState[]): Attention {
  const vpcs = placed(states, (state) => state.vpcs);
  const subnets = placed(states, (state) => state.subnets);
  // A VPC is only called empty where its region's subnets are known.
  const known = placed(states, (state) => (state.subnets ? state.vpcs : undefined));
  return { tight: tightSubnets(subnets), overlapping: overlappingVpcs(vpcs), empty: emptyVpcs(known, subnets) };
}
