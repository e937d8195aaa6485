/** Network interfaces, whole: who a group is bound to, and whose addresses a group's name stands for. */
import { useQuery } from '@tanstack/react-query';
import type { NetworkInterface } from '../../../../catalogue/families/eni.ts';
import { type ApiError, toApiError } from '../../../api/api-error.ts';
import { callAction, type Scope } from '../../../api/call.ts';
import { readAll } from '../../../api/paging.ts';
import { usePlace } from '../../../lib/place.ts';

/** The largest page that the list gives. */
const most = 100;

/** Interfaces bound to a group; all of the region without one. @throws ApiError */
async function readInterfaces(scope: Scope, group: string | undefined, signal: AbortSignal): Promise<readonly NetworkInterface[]> {
  const where = group === undefined ? {} : { Filters: [{ Name: 'groups.security-group-id', Values: [group] }] };
  const whole = await readAll<NetworkInterface>(
    async (offset, limit) => {
      const { data } = await callAction(scope, 'vpc:DescribeNetworkInterfaces', { ...where, Offset: offset, Limit: limit }, signal);
      const answer = data as { readonly NetworkInterfaceSet: readonly NetworkInterface[]; readonly TotalCount: number };
      return { rows: answer.NetworkInterfaceSet, total: answer.TotalCount };
    },
    { limit: most, idOf: (row) => row.NetworkInterfaceId },
  );
  return whole.rows;
}

export interface InterfacesState {
  readonly rows: readonly NetworkInterface[];
  readonly loading: boolean;
  readonly error: ApiError | null;
  readonly refresh: () => void;
}

const none: readonly never[] = [];

export function useInterfaces({ group, enabled = true }: { readonly group?: string; readonly enabled?: boolean } = {}): InterfacesState {
  const place = usePlace();
  const query = useQuery({
    queryKey: [place.account ?? '', place.region, 'vpc', 'DescribeNetworkInterfaces', { group: group ?? '' }, 'rules'],
    queryFn: ({ signal }) => readInterfaces(place, group, signal),
    enabled,
  });
  return {
    rows: query.data ?? none,
    loading: query.isPending,
    error: query.error ? toApiError(query.error) : null,
    refresh: () => void query.refetch(),
  };
}
