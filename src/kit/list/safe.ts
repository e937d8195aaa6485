/** Columns that no row can take down: what a column cannot tell of a row stands as "could not be read", the rest as always. */
import type { FileColumn } from '../../lib/export.ts';
import type { AnyRow } from '../../lib/family.ts';
import type { Value } from '../../lib/table.ts';
import { textOf } from '../../lib/text.ts';
import { unreadableOf } from '../../lib/unreadable.ts';
import type { Column } from './column.ts';

/** What `tell` gives; `otherwise` where it fails on this row. */
function attempt<T>(tell: () => T, otherwise: T): T {
  try {
    return tell();
  } catch {
    // Whether the row is odd or the column has a fault of its own: the other rows and columns do not suffer from it.
    return otherwise;
  }
}

/** What the cell says of a row: what the column says it shows, else its value's words, else its value. */
function shownIn({ cellText, facet, value }: Column<AnyRow>, row: AnyRow): Value {
  if (cellText) return cellText(row);
  const told = value(row);
  return typeof facet === 'function' && told !== null && told !== undefined && told !== '' ? facet(textOf(told)) : told;
}

/**
 * The columns for searching, sorting, narrowing and export. `unreadable` stands where a value cannot be told, `none` keeps it
 * out of the order: such rows stand last. Rows that cannot be read whole are found by all they came with.
 */
export const safeColumns = (columns: readonly Column<AnyRow>[]): readonly Column<AnyRow>[] =>
  columns.map((column, index) => ({
    ...column,
    value: (row: AnyRow): Value => attempt(() => column.value(row), null),
    cellText: (row: AnyRow): Value => attempt(() => shownIn(column, row), null),
    ...(column.values && { values: (row: AnyRow): readonly string[] => attempt(() => column.values?.(row) ?? [], []) }),
    searchText: (row: AnyRow): string => {
      const odd = index === 0 ? unreadableOf(row) : undefined;
      const searchText = column.searchText;
      return odd ? `${odd.id} ${JSON.stringify(odd.raw)}` : searchText ? attempt(() => searchText(row), '') : '';
    },
  }));

/** The same for files, with words in the place of what cannot be told. */
export const exportColumns = (columns: readonly FileColumn<AnyRow>[], words: string): readonly FileColumn<AnyRow>[] =>
  columns.map((column) => ({ ...column, value: (row: AnyRow): Value => attempt(() => column.value(row), words) }));
