/** What a list shows, as it stands in the URL: `q`, `sort`, `f.<column>`, `cols`, `size`, `page`. */
import type { Filters, Sort } from './table.ts';

export interface ListView {
  readonly query: string;
  readonly sort: Sort | null;
  readonly filters: Filters;
  /** Null: the columns the person last chose, or the list's own. */
  readonly columns: readonly string[] | null;
  /** Rows a page; 0 is all of them, null the person's last choice. */
  readonly size: number | null;
  /** Counted from 1. */
  readonly page: number;
}

export const pageSizes = [20, 50, 100] as const;

const sortOf = (text: string | null): Sort | null =>
  text ? (text.startsWith('-') ? { id: text.slice(1), descending: true } : { id: text, descending: false }) : null;

function countOf(text: string | null): number | null {
  const count = Number(text);
  return text !== null && Number.isInteger(count) && count >= 0 ? count : null;
}

export function readView(search: URLSearchParams): ListView {
  const filters: Record<string, string[]> = {};
  for (const [name, value] of search) {
    if (!name.startsWith('f.')) continue;
    const id = name.slice(2);
    filters[id] = [...(filters[id] ?? []), value];
  }
  const size = search.get('size');
  return {
    query: search.get('q') ?? '',
    sort: sortOf(search.get('sort')),
    filters,
    columns: search.get('cols')?.split(',').filter(Boolean) ?? null,
    size: size === 'all' ? 0 : countOf(size),
    page: Math.max(1, countOf(search.get('page')) ?? 1),
  };
}

/** The query with a change put in. Whatever changes which rows are shown leads back to the first page. */
export function writeView(search: URLSearchParams, change: Partial<ListView>): URLSearchParams {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string | null): void => {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  };
  if (change.query !== undefined) put('q', change.query);
  if (change.sort !== undefined) put('sort', change.sort && `${change.sort.descending ? '-' : ''}${change.sort.id}`);
  if (change.columns !== undefined) put('cols', change.columns?.join(',') ?? null);
  if (change.size !== undefined) put('size', change.size === 0 ? 'all' : change.size === null ? null : String(change.size));
  if (change.filters !== undefined) {
    for (const name of [...next.keys()]) if (name.startsWith('f.')) next.delete(name);
    for (const [id, values] of Object.entries(change.filters)) for (const value of values) next.append(`f.${id}`, value);
  }
  put('page', change.page !== undefined && change.page > 1 ? String(change.page) : null);
  return next;
}

/** The next state of a header that is pressed: ascending, descending, the list's own order. */
export function nextSort(current: Sort | null, id: string): Sort | null {
  if (current?.id !== id) return { id, descending: false };
  return current.descending ? null : { id, descending: true };
}
