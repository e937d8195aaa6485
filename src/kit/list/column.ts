import type { ReactNode } from 'react';
import type { DataColumn } from '../../lib/table.ts';

/** One column of a list: its data, and how it is drawn. Keep the array stable (module level or useMemo): searching leans on it. */
export interface Column<R> extends DataColumn<R> {
  readonly header: string;
  /** More than `value` as text: a link, a meter. Must not need more room than the row's height. */
  readonly render?: (row: R) => ReactNode;
  readonly align?: 'end';
  readonly mono?: boolean;
  /** Pixels; 140 when left out. */
  readonly width?: number;
  readonly defaultHidden?: boolean;
  /** Rows can be narrowed by its values; a function gives the value's words. */
  readonly facet?: true | ((value: string) => string);
}

export const columnWidth = (column: Column<never>): number => column.width ?? 140;
