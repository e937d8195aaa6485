/** The one way to read: every page asks through `useList`, `useOne` or `callOptions` (single.ts), and what they share is written here once. */
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { use } from 'react';
import type { Family, FamilyRef } from '../../catalogue/define.ts';
import { looksLikeId } from '../../catalogue/ids.ts';
import { type FamilyModule, loadFamily, type ModuleOf } from '../../catalogue/lazy.ts';
import type { RowOf, WhereOf } from '../../catalogue/row-of.ts';
import { type AnyRow, idOf, isPending, type Params, requireOperation, rowFields, whereId } from '../lib/family.ts';
import { rowsOf } from '../lib/rows.ts';
import type { Scope } from '../lib/scope.ts';
import { sortReadable, type UnreadableRow } from '../lib/unreadable.ts';
import { type ApiError, isNotFound, toApiError } from './api-error.ts';
import { pollEvery, WaitingTimes } from './polling.ts';
import { type ListData, type OneData, oneOf, readList, reuseUnchanged, sameOne } from './read-list.ts';
import { runOperation } from './run.ts';

export type { ListData, OneData } from './read-list.ts';

/** The shape in which an answer is cached: a whole list, one resource, or the result of a reader of its own (`as-guarded`). */
type CacheShape = 'all' | 'one' | `as-${string}`;

type Key = readonly [account: string, region: string, service: string, action: string, params: Params, shape?: CacheShape];

/** The cache's key of a call. `shape` tells apart the shapes that are kept of one action's answers: no two share a key. */
export function keyOf(scope: Scope, name: string, params: Params, shape?: CacheShape): Key {
  const [service = '', action = ''] = name.split(':');
  const key = [scope.account ?? '', scope.region, service, action, params] as const;
  return shape === undefined ? key : [...key, shape];
}

const families = new Map<string, Family>();

/** Registers the actions of a loaded family, so that `concerns` knows its entries in the cache. */
function registerActions(module: FamilyModule): void {
  for (const name of Object.keys(module.actions)) families.set(name, module.data.family);
}

/** True when the entry belongs to one of the families in this scope. Entries of unknown families are taken as theirs: better asked twice than stale. */
export function concerns(key: readonly unknown[], scope: Scope, changed: readonly Family[]): boolean {
  if (key[0] !== (scope.account ?? '') || key[1] !== scope.region) return false;
  const family = families.get(`${String(key[2])}:${String(key[3])}`);
  return family === undefined || changed.includes(family);
}

/** Marks everything of these families in this scope as stale, to be asked again; not what names `gone`, which was just deleted. */
export const invalidate = (client: QueryClient, scope: Scope, changed: readonly Family[], gone: string | null = null): Promise<void> =>
  changed.length === 0
    ? Promise.resolve()
    : client.invalidateQueries(
        {
          predicate: ({ queryKey, state }) =>
            concerns(queryKey, scope, changed) && !isGone(state.data) && (gone === null || !JSON.stringify(queryKey).includes(`"${gone}"`)),
        },
        { cancelRefetch: true },
      );

/** What was deleted from here is not asked for again: the cloud would only refuse. */
const isGone = (data: unknown): boolean => typeof data === 'object' && data !== null && 'gone' in data;

const waiting = new WaitingTimes();

/**
 * A family's whole list, narrowed by the list action's own parameters. All pages; rows appear as they arrive. The rows have
 * the type that the module carries: those that are not as the catalogue describes them are `unreadable`.
 */
export function listOptions<R = AnyRow>(scope: Scope, module: ModuleOf<R>, where: Params = {}) {
  registerActions(module);
  const { name } = requireOperation(module, 'list');
  return queryOptions({
    queryKey: keyOf(scope, name, where, 'all'),
    structuralSharing: false,
    queryFn: async ({ client, queryKey, signal }): Promise<ListData<R>> => {
      const publish = (part: ListData): void => void client.setQueryData<ListData>(queryKey, part);
      const before = client.getQueryData<ListData>(queryKey);
      return (await readList({ scope, module, where, signal, before, publish })) as ListData<R>;
    },
    refetchInterval: (query) => {
      const pending = query.state.data?.rows.some((row) => isPending(module, row as AnyRow)) ?? false;
      return pollEvery(waiting.mark(query.queryHash, pending, Date.now()), Date.now());
    },
  });
}

export interface ListState<R> {
  readonly rows: readonly R[];
  /** What else the cloud listed and nobody can read whole. */
  readonly unreadable: readonly UnreadableRow[];
  readonly total: number;
  /** Nothing is known yet. */
  readonly loading: boolean;
  /** All pages have arrived at least once. */
  readonly complete: boolean;
  readonly consistent: boolean;
  readonly refreshing: boolean;
  readonly error: ApiError | null;
  readonly requestId: string | null;
  /** When the rows were read, in ms of the epoch; 0 before that. */
  readonly at: number;
  readonly refresh: () => void;
  /** The call that reads it. */
  readonly call: { readonly name: string; readonly params: Params };
  readonly module: ModuleOf<R>;
}

const none: readonly never[] = [];

/**
 * A family's list in a scope, its rows as the catalogue describes them; suspends until the family's catalogue data is here.
 * Rows that are not as described are no `rows` (they are `unreadable`), so the type holds whatever the cloud sends.
 */
export function useList<F extends FamilyRef>(
  scope: Scope,
  family: F,
  { where, enabled = true }: { where?: WhereOf<F> | undefined; enabled?: boolean } = {},
): ListState<RowOf<F>> {
  const module = use(loadFamily(family));
  const params: Params = where ?? {};
  const query = useQuery({ ...listOptions(scope, module, params), enabled });
  const { data } = query;
  return {
    rows: data?.rows ?? none,
    unreadable: data?.unreadable ?? none,
    total: data?.total ?? 0,
    loading: !data && !query.error,
    complete: data?.complete ?? false,
    consistent: data?.consistent ?? true,
    refreshing: query.isFetching,
    error: query.error ? toApiError(query.error) : null,
    requestId: data?.requestId ?? null,
    at: query.dataUpdatedAt,
    refresh: () => void query.refetch(),
    call: { name: requireOperation<string>(module, 'list').name, params },
    module,
  };
}

/** The resource's row from any list of its family that is in the cache. */
function cachedRow(client: QueryClient, scope: Scope, module: FamilyModule, id: string): AnyRow | undefined {
  const { name } = requireOperation(module, 'list');
  const mine = keyOf(scope, name, {}).slice(0, 4);
  for (const [, data] of client.getQueriesData<ListData | OneData>({ queryKey: mine })) {
    if (!data) continue;
    if ('rows' in data) {
      const row = data.rows.find((candidate) => idOf(module, candidate) === id);
      if (row) return row;
    } else if ('row' in data && data.row && idOf(module, data.row) === id) return data.row;
  }
  return undefined;
}

/** One resource by its id; its row has the type that the module carries. */
export function oneOptions<R = AnyRow>(scope: Scope, module: ModuleOf<R>, id: string) {
  registerActions(module);
  const { name, data: action } = requireOperation(module, 'list');
  const narrowed = whereId(module, id);
  const where = narrowed ?? { [module.data.id]: id };
  return queryOptions({
    queryKey: keyOf(scope, name, where, 'one'),
    structuralSharing: sameOne,
    queryFn: async ({ client, queryKey, signal }): Promise<OneData<R>> => {
      // The cloud would refuse the spelling; to a person it is simply not there.
      if (!looksLikeId(module.data.family, id, false)) return { row: null, requestId: null };
      try {
        if (narrowed === null) {
          // A list that cannot be asked for one of its rows is read whole, and shared with whoever shows it.
          const whole = await client.fetchQuery(listOptions(scope, module as FamilyModule));
          return oneOf(module, whole, id, whole.requestId) as OneData<R>;
        }
        const answer = await runOperation(scope, module, name, where, signal);
        const before = client.getQueryData<OneData>(queryKey)?.row;
        const rows = sortReadable(module.data, rowFields(action), rowsOf(action, answer.data).rows);
        return oneOf(module, reuseUnchanged(module, before ? [before] : [], rows), id, answer.requestId) as OneData<R>;
      } catch (error) {
        if (isNotFound(error)) return { row: null, requestId: toApiError(error).requestId };
        throw error;
      }
    },
    refetchInterval: (query) => {
      const row = query.state.data?.row;
      return pollEvery(waiting.mark(query.queryHash, row ? isPending(module, row as AnyRow) : false, Date.now()), Date.now());
    },
  });
}

export interface OneState<R> {
  readonly row: R | null;
  /** The cloud has it, and its row cannot be read whole: then `row` is null. */
  readonly unreadable: UnreadableRow | null;
  readonly loading: boolean;
  /** The cloud was asked and has no such resource. */
  readonly missing: boolean;
  readonly error: ApiError | null;
  readonly requestId: string | null;
  readonly refreshing: boolean;
  readonly at: number;
  readonly refresh: () => void;
  readonly call: { readonly name: string; readonly params: Params };
  readonly module: ModuleOf<R>;
}

/** One resource by its id: at once from any list in the cache, then as the cloud tells it. */
export function useOne<F extends FamilyRef>(scope: Scope, family: F, id: string): OneState<RowOf<F>> {
  const client = useQueryClient();
  const module = use(loadFamily(family));
  const query = useQuery({
    ...oneOptions(scope, module, id),
    placeholderData: (): OneData<RowOf<F>> | undefined => {
      const row = cachedRow(client, scope, module, id);
      return row && { row: row as RowOf<F>, requestId: null };
    },
  });
  const row = query.data?.row ?? null;
  const unreadable = row === null ? (query.data?.unreadable ?? null) : null;
  return {
    row,
    unreadable,
    loading: query.isPending,
    missing: query.data !== undefined && row === null && unreadable === null,
    error: query.error && !row ? toApiError(query.error) : null,
    requestId: query.data?.requestId ?? toApiErrorId(query.error),
    refreshing: query.isFetching,
    at: query.dataUpdatedAt,
    refresh: () => void query.refetch(),
    call: { name: requireOperation<string>(module, 'list').name, params: whereId(module, id) ?? {} },
    module,
  };
}

const toApiErrorId = (error: unknown): string | null => (error ? toApiError(error).requestId : null);
