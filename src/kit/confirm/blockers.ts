/** Asks the cloud what blocks a deletion, before the deletion is called. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Family } from '../../../catalogue/define.ts';
import { type FamilyModule, listedFamilies, loadFamily } from '../../../catalogue/lazy.ts';
import type { Scope } from '../../api/call.ts';
import { listOptions } from '../../api/query.ts';
import { blockerQuestions, idsNamed } from '../../lib/blockers.ts';
import { type AnyRow, idOf, nameOf } from '../../lib/family.ts';

export interface Blocker {
  readonly family: Family;
  readonly id: string;
  readonly name: string;
}

export interface Blockers {
  /** Resource id → what blocks it. */
  readonly of: ReadonlyMap<string, readonly Blocker[]>;
  /** The first list that could not be asked, if any: what it would have told is not known. */
  readonly failed: unknown;
}

/** Up to this many resources each is asked for by itself; more are looked up in whole lists, read once. */
const askEach = 5;

async function blockersOf(client: QueryClient, scope: Scope, module: FamilyModule, ids: readonly string[]): Promise<Blockers> {
  const others = await Promise.all(listedFamilies.map(loadFamily));
  const found = new Map<string, Blocker[]>(ids.map((id) => [id, []]));
  const add = (other: FamilyModule, rows: readonly AnyRow[]): void => {
    for (const row of rows) {
      const blocker = { family: other.data.family, id: idOf(other, row), name: nameOf(other, row) };
      for (const id of new Set(idsNamed(other, row, module.data.family))) found.get(id)?.push(blocker);
    }
  };
  let failed: unknown = null;
  // Never from the cache: what blocked a minute ago may be gone, and the other way round.
  const read = async (other: FamilyModule, where = {}): Promise<void> => {
    try {
      add(other, (await client.fetchQuery({ ...listOptions(scope, other, where), staleTime: 0 })).rows);
    } catch (error) {
      // One family that cannot be asked does not hide what the others tell.
      failed ??= error;
    }
  };
  const [first = ''] = ids;
  if (ids.length <= askEach) {
    await Promise.all(ids.flatMap((id) => blockerQuestions(module, id, others).map((question) => read(question.module, question.params))));
  } else await Promise.all(blockerQuestions(module, first, others).map((question) => read(question.module)));
  return { of: found, failed };
}

export const blockersQuery = (client: QueryClient, scope: Scope, module: FamilyModule, ids: readonly string[]) =>
  queryOptions({
    queryKey: ['blockers', scope.account ?? '', scope.region, module.data.family, ids],
    queryFn: () => blockersOf(client, scope, module, ids),
    structuralSharing: false,
    staleTime: 0,
    gcTime: 0,
  });
