/** Paged lists with filters, the same way for every family. */

import type { Page } from '../world/sequence.ts';
import { Sequence } from '../world/sequence.ts';
import { compareText, type Table } from '../world/table.ts';
import type { FiltersIn } from './filters.ts';
import { matcherOf, type Reads } from './filters.ts';

export interface Listed<R> {
  readonly total: number;
  readonly rows: readonly R[];
}

/** One page of the rows that match, and how many match. Without a condition only the page itself is touched. */
export function listPage<R>(source: Sequence<R> | readonly R[], page: Page, matches?: ((row: R) => boolean) | undefined): Listed<R> {
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

/**
 * A list of API 3.0: newest first, all filters must hold (7217). A filter for one value of a key that stands in `indexed`
 * (filter key → index of the table) reads that index instead of the whole table.
 */
export function filteredPage<R, I extends string>(
  table: Table<R, I>,
  reads: Reads<R>,
  params: ListParams,
  indexed: Readonly<Record<string, I>> = {},
): Listed<R> {
  const page = { offset: params.Offset ?? 0, limit: params.Limit ?? 20, newestFirst: true };
  const narrow = params.Filters?.find(({ Name, Values }) => Values.length === 1 && Object.hasOwn(indexed, Name));
  const index = narrow && indexed[narrow.Name];
  if (!index) return listPage(table.all(), page, matcherOf(reads, params.Filters));
  const rest = params.Filters?.filter((filter) => filter !== narrow);
  return listPage(table.where(index, narrow.Values[0] as string), page, matcherOf(reads, rest));
}

/** A list of the 2017 API: by creation or by name, either way round, at most 100 rows a page (8813-8818). */
export interface OrderedList<R> {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  readonly orderDirection?: 'asc' | 'desc' | undefined;
  /** Field of the row to sort by; undefined means by creation. */
  readonly byName?: (keyof R & string) | undefined;
  /** The rows to list instead of the whole table, oldest first. */
  readonly source?: Sequence<R> | readonly R[] | undefined;
  readonly matches?: ((row: R) => boolean) | undefined;
}

/** The largest page of a 2017 list whose table states no limit (8816); a larger one is cut to it. */
export const largestPage = 100;

export function ordered<R, I extends string>(table: Table<R, I>, list: OrderedList<R>): Listed<R> {
  const page = {
    offset: list.offset ?? 0,
    limit: Math.min(list.limit ?? 20, largestPage),
    newestFirst: list.orderDirection !== 'asc',
  };
  const { byName, source } = list;
  if (byName === undefined) return listPage(source ?? table.all(), page, list.matches);
  const rows = source ? [...source].sort((a, b) => compareText(String(a[byName]), String(b[byName]))) : table.sortedBy(byName);
  return listPage(rows, page, list.matches);
}
