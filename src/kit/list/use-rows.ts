import { useMemo } from 'react';
import type { AnyRow } from '../../lib/family.ts';
import type { ListView } from '../../lib/list-state.ts';
import { filterRows, search, sortRows } from '../../lib/table.ts';
import { usePreferences } from '../../stores/preferences.ts';
import type { Column } from './column.ts';

interface ShownRows {
  readonly shownIds: readonly string[];
  readonly shown: readonly Column<AnyRow>[];
  /** All rows that match, in order. */
  readonly found: readonly AnyRow[];
  /** Those of them on this page. */
  readonly inView: readonly AnyRow[];
  readonly page: number;
  /** Rows a page; 0 is all. */
  readonly size: number;
  readonly isNarrowed: boolean;
}

/**
 * What a view shows of the rows. Sorting comes first and is kept, so that a keystroke in the search only filters.
 * `data` are the same columns, made safe for any row. `memory` names the list in the person's preferences, which stand where the URL says nothing.
 */
export function useRows(
  rows: readonly AnyRow[],
  columns: readonly Column<AnyRow>[],
  data: readonly Column<AnyRow>[],
  view: ListView,
  memory: string,
): ShownRows {
  const remembered = usePreferences((state) => state.columns[memory]);
  const rememberedSize = usePreferences((state) => state.pageSizes[memory]);
  const shownIds = view.columns ?? remembered ?? columns.filter((column) => !column.defaultHidden).map(({ id }) => id);
  const shown = columns.filter((column, index) => index === 0 || shownIds.includes(column.id));

  const sortKey = view.sort ? `${view.sort.descending ? '-' : ''}${view.sort.id}` : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sort is a new object at every rendering; its text is what counts
  const sorted = useMemo(() => sortRows(rows, data, view.sort), [rows, data, sortKey]);
  const filterKey = JSON.stringify(view.filters);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const narrowed = useMemo(() => filterRows(sorted, data, view.filters), [sorted, data, filterKey]);
  const found = useMemo(() => search(narrowed, data, view.query), [narrowed, data, view.query]);

  const size = view.size ?? rememberedSize ?? 0;
  const page = size === 0 ? 1 : Math.min(view.page, Math.max(1, Math.ceil(found.length / size)));
  const inView = useMemo(() => (size === 0 ? found : found.slice((page - 1) * size, page * size)), [found, page, size]);
  const isNarrowed = view.query !== '' || Object.values(view.filters).some((values) => values.length > 0);
  return { shownIds, shown, found, inView, page, size, isNarrowed };
}
