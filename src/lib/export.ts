/** Tables as files. */
import type { Value } from './table.ts';
import { csvText } from './tables/csv.ts';

/** A column of a table in a file: the heading that the page shows, and what stands below it. */
export interface FileColumn<R> {
  readonly header: string;
  value(row: R): Value;
}

/** A CSV file under the headings that the page shows. */
export const toCsv = <R>(rows: readonly R[], columns: readonly FileColumn<R>[]): string =>
  csvText([columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ value }) => value(row)))]);

/** The rows as the cloud gave them. */
export const toJson = (rows: readonly unknown[]): string => `${JSON.stringify(rows, null, 2)}\n`;
