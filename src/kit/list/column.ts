import type { ReactNode } from 'react';
import type { FileColumn } from '../../lib/export.ts';
import type { DataColumn } from '../../lib/table.ts';
import { textOf } from '../../lib/text.ts';

/**
 * One column of a list: its data, and how it is drawn. Keep the array stable (module level or useMemo): searching leans on it.
 * What reads a row is a method, so that columns of one family serve the kit, which knows any row.
 */
export interface Column<R> extends DataColumn<R> {
  readonly header: string;
  /** More than `value` as text: a link, a meter. Must not need more room than the row's height. */
  render?(row: R): ReactNode;
  readonly align?: 'end';
  readonly mono?: boolean;
  /** Pixels; 140 when left out. */
  readonly width?: number;
  readonly defaultHidden?: boolean;
  /** Rows can be narrowed by its values; a function gives the value's words. */
  readonly facet?: true | ((value: string) => string);
  /** `value` is the id of another thing; this is its name, '' where it has none. Search finds it, and a file has both. */
  nameOfRef?(row: R): string;
  /** In an exported table, where one cell would say too little: a name beside its id, a time with its zone. */
  readonly exportAs?: readonly FileColumn<R>[];
}

/** How columns stand in an exported table: under the headings of the page, in its words. */
export const fileColumns = <R>(columns: readonly Column<R>[]): FileColumn<R>[] =>
  columns.flatMap(({ header, value, facet, exportAs }): readonly FileColumn<R>[] => {
    if (exportAs) return exportAs;
    if (typeof facet !== 'function') return [{ header, value }];
    return [{ header, value: (row) => facet(textOf(value(row))) }];
  });

export const columnWidth = (column: Column<never>): number => column.width ?? 140;
