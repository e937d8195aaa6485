/** Where a list's answer has its rows. */
import type { ActionData } from './define.ts';

/** The value at a path such as "data.data"; undefined where the path ends early. */
export const at = (answer: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined),
      answer,
    );

const sent = new WeakMap<object, unknown>();

/** Remembers of a row in the family's words how the cloud sent it. */
export function noteSent<R extends object>(row: R, as: unknown): R {
  sent.set(row, as);
  return row;
}

/** The row as the cloud sent it, before any binding; itself where it came in the family's words. */
export const asSent = (row: unknown): unknown => (typeof row === 'object' && row !== null ? (sent.get(row) ?? row) : row);

/**
 * The rows of an answer and what it gives as their total, where `paging` says or the samples show them: the table and the
 * samples of one action may put them in different places. Null when neither holds a list.
 */
export function rowsAt({ paging }: ActionData, answer: unknown): { readonly rows: readonly unknown[]; readonly total: unknown } | null {
  for (const place of paging ? [paging, ...(paging.alsoAt ? [paging.alsoAt] : [])] : []) {
    const rows = at(answer, place.items);
    if (Array.isArray(rows)) return { rows, total: at(answer, place.total) };
  }
  return null;
}
