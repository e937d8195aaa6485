/** Which ACL guards which subnet: of the documents only the older list of subnets tells, and only when it is asked to (9469). */
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { loadFamily } from '../../catalogue/lazy.ts';
import { isRecord } from '../../catalogue/values.ts';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { unreadableIn } from '../api/decoded.ts';
import { readAll } from '../api/paging.ts';
import { keyOf } from '../api/query.ts';
import { runOperation } from '../api/run.ts';
import type { AnyRow, Params } from '../lib/family.ts';
import { type Scope, useScope } from '../lib/scope.ts';
import { textOf } from '../lib/text.ts';

export interface GuardedSubnet {
  readonly id: string;
  readonly name: string;
  readonly cidr: string;
  readonly zone: string;
  /** '' when none does, null where the cloud does not tell. */
  readonly acl: string | null;
}

const list = 'vpc2017:DescribeSubnetEx';
/** The network's model keeps the same list, asked in the same words, as rows of the family. */
const part = 'as-guarded';
/** Rows a call may ask for. */
const limit = 100;

/** 0 stands for none (9489), and so does an empty text today. */
const aclIn = (told: unknown): string | null => (told === undefined || told === null ? null : textOf(told) === '0' ? '' : textOf(told));

const read = (row: AnyRow): GuardedSubnet => ({
  id: textOf(row.unSubnetId) || textOf(row.subnetId),
  name: textOf(row.subnetName),
  cidr: textOf(row.cidrBlock),
  zone: textOf(row.zone),
  acl: aclIn(row.networkAclId),
});

/** Subnets may be many: pages of them. */
const readGuarded = async (scope: Scope, where: Params, signal?: AbortSignal): Promise<readonly GuardedSubnet[]> => {
  const module = await loadFamily('subnet');
  const ask = async (offset: number, size: number) => {
    const { data: answer, requestId } = await runOperation(scope, module, list, { ...where, offset, limit: size }, signal);
    // Without its list, or with a row that is none, nobody can say which ACL guards what.
    if (!Array.isArray(answer.data) || !answer.data.every(isRecord)) throw unreadableIn('data', requestId);
    const rows = answer.data.filter(isRecord);
    return { rows, total: answer.totalCount == null ? null : Number(answer.totalCount) };
  };
  return (await readAll(ask, { limit, idOf: (row) => read(row).id })).rows.map(read);
};

const whereVpc = (vpc: string | undefined): Params => ({ ...(vpc === undefined ? {} : { vpcId: vpc }), getAclIdFlag: 1 });

/** The same as they are now, never from the cache; who shows them sees it too. @throws ApiError */
export async function readGuardedAgain(client: QueryClient, scope: Scope, vpc: string): Promise<readonly GuardedSubnet[]> {
  const subnets = await readGuarded(scope, whereVpc(vpc));
  client.setQueryData(keyOf(scope, list, whereVpc(vpc), part), subnets);
  return subnets;
}

interface SubnetAcls {
  readonly subnets: readonly GuardedSubnet[];
  readonly complete: boolean;
  readonly error: ApiError | null;
  readonly refresh: () => void;
}

const none: readonly never[] = [];

/** The subnets of a VPC, or of the whole region, with their ACLs. */
export function useGuarded(vpc?: string): SubnetAcls {
  const scope = useScope();
  const where = whereVpc(vpc);
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(scope, list, where, part),
    queryFn: ({ signal }) => readGuarded(scope, where, signal),
    enabled: vpc !== '',
  });
  return { subnets: data ?? none, complete: data !== undefined, error: error ? toApiError(error) : null, refresh: () => void refetch() };
}
