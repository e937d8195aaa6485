/** Where a list's answer has its rows. */
import type { ActionData, Field } from '../../catalogue/define.ts';
import { at, rowsAt } from '../../catalogue/rows.ts';
import { isRecord } from '../../catalogue/values.ts';

export { at } from '../../catalogue/rows.ts';

type Answer = Readonly<Record<string, unknown>>;

/** A total that is no number, or less than the rows that it comes with, tells nothing. */
const countOf = (told: unknown, rows: readonly unknown[]): number | null => {
  const total = told === null || told === undefined || told === '' ? Number.NaN : Number(told);
  return Number.isSafeInteger(total) && total >= rows.length ? total : null;
};

/**
 * The rows of a list's answer, as they came, and how many there are in all: null where that is not told. Null in the place of a list is an empty one;
 * an answer that does not say where its rows are gives the first list in it.
 */
export function rowsOf(list: ActionData, answer: Answer | null): { readonly rows: readonly unknown[]; readonly total: number | null } {
  const found = rowsAt(list, answer);
  if (found) return { rows: found.rows, total: countOf(found.total, found.rows) };
  if (list.paging) return { rows: [], total: countOf(at(answer, list.paging.total), []) };
  const inside = isRecord(answer?.data) ? answer.data : {};
  const rows: unknown[] = [...Object.values(answer ?? {}), ...Object.values(inside)].find(Array.isArray) ?? [];
  return { rows, total: rows.length };
}

/** The field that describes a list's rows. */
export function rowsField({ paging, results }: ActionData): Field | undefined {
  if (!paging) {
    const inside = Object.values(results).flatMap((field) => (field.kind === 'struct' ? Object.values(field.fields) : []));
    return [...Object.values(results), ...inside].find((field) => field.kind === 'list');
  }
  return paging.items.split('.').reduce<Field | undefined>((field, step) => (field?.kind === 'struct' ? field.fields[step] : undefined), {
    kind: 'struct',
    fields: results,
  });
}

/** A list of an answer that no family's row decodes; an empty one where the answer has another shape. */
export const listOf = <T>(value: readonly T[] | null | undefined): readonly T[] => (Array.isArray(value) ? value : []);
