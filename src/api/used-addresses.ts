/** Who holds each address of a VPC or subnet, as the cloud of today tells it: load balancers, databases and clusters too. */
import { queryOptions } from '@tanstack/react-query';
import type { ResultOf } from '../../catalogue/index.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import type { Scope } from '../lib/scope.ts';
import { decodedAction, decodedParts } from './decoded.ts';
import { readAll } from './paging.ts';
import { keyOf } from './query.ts';
import { dialectOf, runOperation } from './run.ts';

const name = 'vpc:DescribeUsedIpAddress';

export type UsedAddress = ResultOf<typeof name>['IpAddressStates'][number];

interface UsedAddressesQuery {
  readonly VpcId: string;
  readonly SubnetId?: string;
  readonly IpAddresses?: readonly string[];
}

interface UsedAddresses {
  readonly rows: readonly UsedAddress[];
  /** False when some could not be read, so that there may be more. */
  readonly complete: boolean;
}

/** @throws ApiError */
export async function readUsedAddresses(scope: Scope, where: UsedAddressesQuery, signal?: AbortSignal): Promise<UsedAddresses> {
  const [module, action] = await Promise.all([loadFamily('subnet'), decodedAction('subnet', name, dialectOf(scope))]);
  let unread = 0;
  const { rows, consistent } = await readAll<UsedAddress>(
    async (Offset, Limit) => {
      const { data, requestId } = await runOperation(scope, module, name, { ...where, Offset, Limit }, signal);
      const parts = decodedParts(action, data, requestId);
      unread += parts.unreadable.length;
      const { IpAddressStates, TotalCount } = parts.data as ResultOf<typeof name>;
      return { rows: IpAddressStates, total: TotalCount ?? null };
    },
    { limit: 100, idOf: ({ IpAddress }) => IpAddress },
  );
  return { rows, complete: consistent && unread === 0 };
}

export const usedAddressesOptions = (scope: Scope, where: UsedAddressesQuery) =>
  queryOptions({
    queryKey: keyOf(scope, name, { ...where }, 'all'),
    queryFn: ({ signal }) => readUsedAddresses(scope, where, signal),
  });
