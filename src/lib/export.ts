/** Tables as files. */
import type { Value } from './table.ts';
import { guarded } from './tables/guard.ts';

/** A column of a table in a file: the heading that the page shows, and what stands below it. */
export interface FileColumn<R> {
  readonly header: string;
  value(row: R): Value;
}

/**
 * One CSV cell. Text that a spreadsheet would run as a formula (it starts with = + - @, a tab or a return) gets an
 * apostrophe before it; numbers stay numbers.
 */
export function csvCell(value: Value): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  const safe = typeof value === 'string' ? guarded(text) : text;
  return /[",\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a byte order mark, so that spreadsheets read Chinese names as UTF-8. */
export function toCsv<R>(rows: readonly R[], columns: readonly FileColumn<R>[]): string {
  const lines = [
    columns.map((column) => csvCell(column.header)),
    ...rows.map((row) => columns.map((column) => csvCell(column.value(row)))),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

/** The rows as the cloud gave them. */
export const toJson = (rows: readonly unknown[]): string => `${JSON.stringify(rows, null, 2)}\n`;

/** Hands a text to the person as a file. */
export const download = (name: string, type: string, text: string): void =>
  downloadBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));

/** Hands bytes to the person as a file. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
