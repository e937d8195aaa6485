/** Finds entries of the history: newest first, by pages. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Access } from '../../catalogue/access.ts';
import type { HistoryTable, StoreSchema } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { NamedResource } from './record.ts';

export interface HistoryFilters {
  readonly account?: string;
  readonly region?: string;
  readonly family?: string;
  /** Id of a resource that the entry names; with `own` one that it is about. */
  readonly resource?: string;
  readonly own?: boolean;
  readonly person?: string;
  /** Name of the action, or a part of it. */
  readonly action?: string;
  readonly outcome?: string;
  readonly requestId?: string;
  /** Milliseconds of UTC, both included. */
  readonly from?: number;
  readonly to?: number;
  /** Words that are looked for in all of these. */
  readonly text?: string;
}

interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** Where the next page begins; null on the last. */
  readonly next: number | null;
}

interface HistoryEntry {
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly kind: 'write' | 'event';
  readonly person: string | null;
  readonly personName: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly service: string | null;
  readonly action: string | null;
  readonly family: string | null;
  readonly reason: string | null;
  /** Of a write: "open" while it is under way. */
  readonly outcome: string | null;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly ms: number | null;
  readonly resources: readonly NamedResource[];
}

/** What somebody may see: everything, or the entries of some accounts, each as far as they may read in it. */
export type Sight = 'all' | readonly { readonly account: string; readonly read: Access['read'] }[];

interface Search {
  readonly filters: HistoryFilters;
  readonly sight: Sight;
  /** The `next` of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
}

interface Joined extends StoreSchema {
  record: HistoryTable;
  /** Absent while a write is under way. */
  end: { [K in keyof HistoryTable]: HistoryTable[K] | null };
}

type EntryBuilder = ExpressionBuilder<Joined, 'record' | 'end'>;

export async function searchHistory({ db }: Store, { filters, sight, before, limit }: Search): Promise<HistoryPage> {
  const rows = await entriesOf(db)
    .where((where) => where.and([...conditionsOf(where, filters), seenBy(where, sight)]))
    .$if(before !== undefined, (query) => query.where('record.seq', '<', before ?? 0))
    .orderBy('record.seq', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const resources = await resourcesOf(
    db,
    page.map(({ id }) => id),
  );
  const entries = page.map((row) => entryOf(row, resources.get(row.id) ?? []));
  return { entries, next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null };
}

/** An entry with all that its records say, or null. */
export async function readEntry({ db }: Store, id: string, sight: Sight): Promise<(HistoryEntry & { readonly details: Details }) | null> {
  const row = await entriesOf(db)
    .where((where) => where.and([where('record.entry', '=', id), seenBy(where, sight)]))
    .executeTakeFirst();
  if (row === undefined) return null;
  const records = await db.selectFrom('history').select(['kind', 'at', 'body', 'hash']).where('entry', '=', id).orderBy('seq').execute();
  const resources = await resourcesOf(db, [id]);
  const details = records.map(({ kind, at, body, hash }) => ({ kind, at, hash, body: JSON.parse(body) as unknown }));
  return { ...entryOf(row, resources.get(id) ?? []), details };
}

type Details = readonly { readonly kind: string; readonly at: number; readonly hash: string; readonly body: unknown }[];

const entriesOf = (db: Store['db']) =>
  db
    .selectFrom('history as record')
    .leftJoin('history as end', (join) =>
      join
        .onRef('end.entry', '=', 'record.entry')
        // The later one says it: what a server tells that was taken for dead comes after what another has closed.
        .on((on) =>
          on.or([
            on('end.kind', '=', 'late'),
            on.and([
              on('end.kind', '=', 'outcome'),
              on.not(
                on.exists(
                  on
                    .selectFrom('history as late')
                    .select('late.seq')
                    .whereRef('late.entry', '=', 'end.entry')
                    .where('late.kind', '=', 'late'),
                ),
              ),
            ]),
          ]),
        ),
    )
    .where('record.kind', 'in', ['intent', 'event'])
    .select(['record.entry as id', 'record.seq', 'record.at', 'record.kind', 'record.person', 'record.personName', 'record.account'])
    .select(['record.region', 'record.service', 'record.action', 'record.family', 'record.reason', 'record.code as ownCode'])
    .select(['end.outcome', 'end.code', 'end.requestId', 'end.ms']);

type EntryRow = Awaited<ReturnType<ReturnType<typeof entriesOf>['executeTakeFirstOrThrow']>>;

function entryOf({ kind, ownCode, outcome, code, ...row }: EntryRow, resources: readonly NamedResource[]): HistoryEntry {
  const isWrite = kind === 'intent';
  return { ...row, kind: isWrite ? 'write' : 'event', outcome: isWrite ? (outcome ?? 'open') : null, code: code ?? ownCode, resources };
}

async function resourcesOf(db: Store['db'], entries: readonly string[]): Promise<Map<string, NamedResource[]>> {
  const found = new Map<string, NamedResource[]>();
  if (entries.length === 0) return found;
  const rows = await db.selectFrom('historyResources').selectAll().where('entry', 'in', entries).orderBy('resource').execute();
  for (const { entry, resource, family, own } of rows) {
    found.set(entry, [...(found.get(entry) ?? []), { id: resource, family, own: own === 1 }]);
  }
  return found;
}

/** `%` and `_` of a person's words are themselves. */
const containing = (words: string): string => `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

function conditionsOf(where: EntryBuilder, filters: HistoryFilters): Expression<SqlBool>[] {
  const { account, region, family, person, action, outcome, requestId, from, to, text, resource, own } = filters;
  const has = (field: Parameters<EntryBuilder['ref']>[0], words: string) =>
    sql<SqlBool>`lower(${where.ref(field)}) like ${containing(words)} escape '\\'`;
  const named = (id: string, isOwn: boolean) =>
    where.exists(
      where
        .selectFrom('historyResources as named')
        .select('named.entry')
        .whereRef('named.entry', '=', 'record.entry')
        .where('named.resource', '=', id)
        .$if(isOwn, (query) => query.where('named.own', '=', 1)),
    );
  return [
    ...(account === undefined ? [] : [where('record.account', '=', account)]),
    ...(region === undefined ? [] : [where('record.region', '=', region)]),
    ...(family === undefined ? [] : [where('record.family', '=', family)]),
    ...(person === undefined ? [] : [where.or([where('record.person', '=', person), has('record.personName', person)])]),
    ...(action === undefined ? [] : [has('record.action', action)]),
    ...(requestId === undefined ? [] : [where('end.requestId', '=', requestId)]),
    ...(from === undefined ? [] : [where('record.at', '>=', from)]),
    ...(to === undefined ? [] : [where('record.at', '<=', to)]),
    ...(resource === undefined ? [] : [named(resource, own === true)]),
    ...(outcome === undefined ? [] : [ended(where, outcome)]),
    ...(text === undefined
      ? []
      : [
          where.or([
            ...(['record.action', 'record.person', 'record.personName', 'record.reason', 'end.code', 'end.requestId'] as const).map(
              (field) => has(field, text),
            ),
            named(text, false),
          ]),
        ]),
  ];
}

const ended = (where: EntryBuilder, outcome: string): Expression<SqlBool> =>
  outcome === 'open'
    ? where.and([where('record.kind', '=', 'intent'), where('end.entry', 'is', null)])
    : where('end.outcome', '=', outcome);

function seenBy(where: EntryBuilder, sight: Sight): Expression<SqlBool> {
  if (sight === 'all') return sql<SqlBool>`1 = 1`;
  if (sight.length === 0) return sql<SqlBool>`1 = 0`;
  return where.or(
    sight.map(({ account, read }) => {
      const isIn = where('record.account', '=', account);
      return read === '*' ? isIn : where.and([isIn, where('record.family', 'in', [...read, ''])]);
    }),
  );
}
