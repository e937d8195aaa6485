/** What the console knows by now of resources that a question was asked about: lists are read again while it is open. */
import { notifyManager, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import type { FamilyModule } from '../../../catalogue/lazy.ts';
import { keyOf, type ListData, type OneData } from '../../api/query.ts';
import { type AnyRow, idOf, requireOperation } from '../../lib/family.ts';
import type { Scope } from '../../lib/scope.ts';

type Data = Partial<ListData> & Partial<OneData>;

interface Source {
  readonly hash: string;
  readonly at: number;
  readonly data: Data;
}

function sourcesOf(client: QueryClient, scope: Scope, module: FamilyModule): readonly Source[] {
  const queryKey = keyOf(scope, requireOperation(module, 'list').name, {}).slice(0, 4);
  return client
    .getQueryCache()
    .findAll({ queryKey })
    .flatMap(({ queryHash, state }): Source[] =>
      state.data === undefined ? [] : [{ hash: queryHash, at: state.dataUpdatedAt, data: state.data as Data }],
    );
}

/** By id, once for each reading of a list: the cache tells of every change in it, and lists are long. */
const indexes = new WeakMap<readonly AnyRow[], ReadonlyMap<string, AnyRow>>();

function indexOf(module: FamilyModule, rows: readonly AnyRow[]): ReadonlyMap<string, AnyRow> {
  const known = indexes.get(rows) ?? new Map(rows.map((row) => [idOf(module, row), row]));
  indexes.set(rows, known);
  return known;
}

const rowOf = (module: FamilyModule, { rows, row }: Data, id: string): AnyRow | undefined =>
  rows ? indexOf(module, rows).get(id) : row && idOf(module, row) === id ? row : undefined;

/** Ids that each source held when the question was asked: only such a source can tell that one is gone. */
type IdsBySource = ReadonlyMap<string, ReadonlySet<string>>;

/** The newest word on an id: its row, null where a source that had it has it no more, undefined where none knows it. */
function newest(module: FamilyModule, sources: readonly Source[], held: IdsBySource, id: string): AnyRow | null | undefined {
  let told: AnyRow | null | undefined;
  let since = Number.NEGATIVE_INFINITY;
  for (const { hash, at, data } of sources) {
    if (at < since) continue;
    const row = rowOf(module, data, id);
    // A list that is still arriving, or kept changing while it was read, may have missed it.
    const whole = data.rows ? data.complete === true && data.consistent !== false : data.row === null;
    if (row === undefined && !(whole && held.get(hash)?.has(id))) continue;
    told = row ?? null;
    since = at;
  }
  return told;
}

/** The rows as they are by now, in the same order; null for those that are gone. Stable while nothing changes. */
export function useLatestRows(scope: Scope, module: FamilyModule, rows: readonly AnyRow[]): readonly (AnyRow | null)[] {
  const client = useQueryClient();
  const ids = useMemo(() => rows.map((row) => idOf(module, row)), [module, rows]);
  const held = useMemo((): IdsBySource => {
    const known = sourcesOf(client, scope, module);
    return new Map(known.map(({ hash, data }) => [hash, new Set(ids.filter((id) => rowOf(module, data, id) !== undefined))]));
  }, [client, scope, module, ids]);
  const last = useRef<readonly (AnyRow | null)[]>(rows);
  const read = useCallback(() => {
    const sources = sourcesOf(client, scope, module);
    const now = ids.map((id, at) => {
      const row = newest(module, sources, held, id);
      return row === undefined ? (rows[at] ?? null) : row;
    });
    if (now.some((row, at) => row !== last.current[at])) last.current = now;
    return last.current;
  }, [client, scope, module, rows, ids, held]);
  const subscribe = useCallback((changed: () => void) => client.getQueryCache().subscribe(notifyManager.batchCalls(changed)), [client]);
  return useSyncExternalStore(subscribe, read);
}
