/** Paged lists with filters, the same way for every family. */

import type { ListPage } from '../world/select.ts';
import { type Page, Sequence } from '../world/sequence.ts';
import type { Table } from '../world/table.ts';
import { checkFlags, type FilterReaders, type FiltersIn, matcherOf } from './filters.ts';

/** One page of the rows that match, in the order given, and how many match. Without a condition only the page itself is touched. */
export function listPage<R>(source: Sequence<R> | readonly R[], page: Page, matches?: ((row: R) => boolean) | undefined): ListPage<R> {
  if (!matches && source instanceof Sequence) return { total: source.size, rows: source.page(page) };
  const all: readonly R[] = source instanceof Sequence ? source.rows() : source;
  const found = matches ? all.filter(matches) : all;
  const { offset, limit, newestFirst } = page;
  if (!newestFirst) return { total: found.length, rows: found.slice(offset, offset + limit) };
  const end = Math.max(0, found.length - offset);
  return { total: found.length, rows: found.slice(Math.max(0, end - limit), end).reverse() };
}

/** What API 3.0's lists ask for. */
export interface ListParams {
  readonly Filters?: FiltersIn | undefined;
  readonly Offset?: number | undefined;
  readonly Limit?: number | undefined;
}

/** Where a filter's key is the table's own id, in place of an index. */
export const byId = '#id';

/**
 * A list of API 3.0: newest first by the time it shows, all filters must hold (7217). Filters whose keys stand in `indexed` (filter key → index of
 * the table, or `byId`) read no row but those of the page.
 */
export function filteredPage<R, I extends string>(
  table: Table<R, I>,
  reads: FilterReaders<R>,
  params: ListParams,
  indexed: Readonly<Record<string, I | typeof byId>> = {},
): ListPage<R> {
  const { Filters = [] } = params;
  const keyed = Filters.flatMap(({ Name, Values }) => {
    const index = Object.hasOwn(indexed, Name) ? indexed[Name] : undefined;
    return index === undefined ? [] : [{ Name, index, keys: [...new Set(Values)] }];
  });
  const own = keyed.filter(({ index }) => index === byId).map(({ keys }) => keys);
  return table.list({
    offset: params.Offset ?? 0,
    limit: params.Limit ?? 20,
    newestFirst: true,
    under: keyed.flatMap(({ index, keys }) => (index === byId ? [] : [{ index: index as I, keys }])),
    ids: own.length === 0 ? undefined : own.reduce((left, keys) => left.filter((id) => keys.includes(id))),
    matches: matcherOf(
      reads,
      Filters.filter(({ Name }) => !Object.hasOwn(indexed, Name)),
    ),
  });
}

/** The rows that a list of API 3.0 was asked for by their ids: newest first, like any other list. */
function namedPage<R, I extends string>(table: Table<R, I>, rows: readonly R[], { Offset = 0, Limit = 20 }: ListParams): ListPage<R> {
  return listPage(table.byTime(rows), { offset: Offset, limit: Limit, newestFirst: true });
}

/** How rows of a list of API 3.0 are found: by their ids, or else by filters. */
interface IdsOrFilters<R, I extends string> {
  readonly ids: readonly string[] | undefined;
  /** The row of an id, or an empty list where an unknown id just finds nothing. */
  readonly find: (id: string) => R | readonly R[];
  readonly reads?: FilterReaders<R>;
  readonly indexed?: Readonly<Record<string, I | typeof byId>>;
  /** The filter key that takes yes or no. */
  readonly flag?: string;
}

/** A list of API 3.0 by ids where some are given, else by filters. @throws CloudError for a filter `flag` that is neither yes nor no. */
export function idsOrFilters<R, I extends string>(
  table: Table<R, I>,
  params: ListParams,
  { ids = [], find, reads = {}, indexed, flag }: IdsOrFilters<R, I>,
): ListPage<R> {
  if (ids.length > 0) return namedPage(table, [...new Set(ids)].flatMap(find), params);
  if (flag !== undefined) checkFlags(params.Filters, flag);
  return filteredPage(table, reads, params, indexed);
}

/** A list of the 2017 API: by the time of creation or by name, either way round, at most 100 rows a page (8813-8818). */
interface OrderedList<R, I extends string = string> {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  readonly orderDirection?: 'asc' | 'desc' | undefined;
  /** What the call wants the rows ordered by; anything but the first of `order` means the time of creation. */
  readonly orderField?: string | undefined;
  readonly order?: readonly [orderField: string, field: keyof R & string];
  /** The one row that the call asks for. */
  readonly only?: R | undefined;
  /** Rows that an index holds under any of the keys. Conditions without keys or a text are none. */
  readonly under?: Readonly<Partial<Record<I, readonly string[] | undefined>>>;
  /** Rows whose field contains the text. */
  readonly containing?: Readonly<Partial<Record<keyof R & string, string | undefined>>>;
  readonly matches?: ((row: R) => boolean) | undefined;
}

/** The largest page of a 2017 list whose table states no limit (8816); a larger one is cut to it. */
export const largestPage = 100;

/** The conditions of a record that are asked for. */
const asked = <K extends string, V>(record: Readonly<Partial<Record<K, V | undefined>>> | undefined): [K, V][] =>
  (Object.entries(record ?? {}) as [K, V | undefined][]).filter((entry): entry is [K, V] => entry[1] !== undefined);

export function orderedPage<R, I extends string>(table: Table<R, I>, list: OrderedList<R, I>): ListPage<R> {
  const { order, only } = list;
  return table.list({
    offset: list.offset ?? 0,
    limit: Math.min(list.limit ?? 20, largestPage),
    newestFirst: list.orderDirection !== 'asc',
    by: order && list.orderField === order[0] ? order[1] : undefined,
    ids: only && [table.spec.id(only)],
    under: asked<I, readonly string[]>(list.under).map(([index, keys]) => ({ index, keys })),
    containing: asked<keyof R & string, string>(list.containing).map(([field, text]) => ({ field, text })),
    matches: list.matches,
  });
}
