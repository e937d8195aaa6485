/** Asks the cloud what blocks a deletion, before the deletion is called. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Family } from '../../../catalogue/define.ts';
import { type FamilyModule, listedFamilies, loadFamily } from '../../../catalogue/lazy.ts';
import { isRecord } from '../../../catalogue/values.ts';
import { listOptions } from '../../api/query.ts';
import { blockerQuestions, idsNamed, losers, partsNaming } from '../../lib/blockers.ts';
import { type AnyRow, idOf, nameOf } from '../../lib/family.ts';
import type { Scope } from '../../lib/scope.ts';

export interface Blocker {
  /** Null for what another service has, which has no page here. */
  readonly family: Family | null;
  readonly id: string;
  readonly name: string;
  /** Where it is, when that is not the place of what it blocks. */
  readonly region?: string;
  /** The page where it lets go, where that is not its own. */
  readonly at?: { readonly family: Family; readonly id: string };
}

/** A resource that loses parts with a deletion. */
export interface PartialLoss extends Blocker {
  /** What it loses: the destinations of routes. */
  readonly parts: readonly string[];
}

interface Blockers {
  /** Resource id → what blocks it. */
  readonly of: ReadonlyMap<string, readonly Blocker[]>;
  /** Resource id → what loses something with it. */
  readonly along: ReadonlyMap<string, readonly PartialLoss[]>;
  /** The first list that could not be asked, if any: what it would have told is not known. */
  readonly failed: unknown;
}

/** Up to this many resources each is asked for by itself; more are looked up in whole lists, read once. */
const askEach = 5;

/** What only the family knows to ask: who uses a resource, where that is no field of any list. */
export type UsersOf = (scope: Scope, row: AnyRow, signal: AbortSignal) => Promise<readonly Blocker[]>;

interface BlockersQuery {
  readonly client: QueryClient;
  readonly scope: Scope;
  readonly module: FamilyModule;
  readonly rows: readonly AnyRow[];
  readonly usersOf: UsersOf | undefined;
  readonly signal: AbortSignal;
}

async function blockersOf({ client, scope, module, rows, usersOf, signal }: BlockersQuery): Promise<Blockers> {
  const ids = rows.map((row) => idOf(module, row));
  const others = await Promise.all(listedFamilies.map((other) => loadFamily(other)));
  const found = new Map<string, Blocker[]>(ids.map((id) => [id, []]));
  const along = new Map<string, PartialLoss[]>(ids.map((id) => [id, []]));
  const add = (other: FamilyModule, rows: readonly AnyRow[]): void => {
    for (const row of rows) {
      const blocker = { family: other.data.family, id: idOf(other, row), name: nameOf(other, row) };
      for (const id of new Set(idsNamed(other, row, module.data.family))) found.get(id)?.push(blocker);
    }
  };
  let failed: unknown = null;
  // Never from the cache: what blocked a minute ago may be gone, and the other way round.
  const listed = async (other: FamilyModule, where = {}): Promise<readonly AnyRow[]> => {
    const { rows: good, unreadable } = await client.fetchQuery({ ...listOptions(scope, other, where), staleTime: 0 });
    // Who cannot be read whole may still be in the way: ids are looked for in what came.
    return unreadable.length === 0 ? good : [...good, ...unreadable.map(({ raw }) => raw).filter(isRecord)];
  };
  // One family that cannot be asked does not hide what the others tell.
  const note = (error: unknown): void => {
    failed ??= error;
  };
  const read = (other: FamilyModule, where = {}): Promise<void> => listed(other, where).then((all) => add(other, all), note);
  const lose = async (other: FamilyModule): Promise<void> => {
    for (const row of await listed(other)) {
      for (const id of ids) {
        const parts = partsNaming(other, row, id);
        if (parts.length > 0) along.get(id)?.push({ family: other.data.family, id: idOf(other, row), name: nameOf(other, row), parts });
      }
    }
  };
  const use = async (row: AnyRow): Promise<void> => {
    found.get(idOf(module, row))?.push(...((await usersOf?.(scope, row, signal)) ?? []));
  };
  const [first = ''] = ids;
  const questions =
    ids.length <= askEach
      ? ids.flatMap((id) => blockerQuestions(module, id, others).map((question) => read(question.module, question.params)))
      : blockerQuestions(module, first, others).map((question) => read(question.module));
  await Promise.all([
    ...questions,
    ...losers(module, others).map((other) => lose(other).catch(note)),
    ...(usersOf ? rows.map((row) => use(row).catch(note)) : []),
  ]);
  return { of: new Map([...found].map(([id, blockers]) => [id, once(blockers)])), along, failed };
}

/** Each once: what a list shows may be told by its family too. */
const once = (blockers: readonly Blocker[]): Blocker[] => {
  const known = new Set<string>();
  return blockers.filter(({ id }) => !known.has(id) && known.add(id));
};

export const blockersQuery = (asking: Omit<BlockersQuery, 'signal'>) => {
  const { scope, module, rows } = asking;
  return queryOptions({
    queryKey: ['blockers', scope.account ?? '', scope.region, module.data.family, rows.map((row) => idOf(module, row))],
    queryFn: ({ signal }) => blockersOf({ ...asking, signal }),
    structuralSharing: false,
    staleTime: 0,
    gcTime: 0,
  });
};
