/** Where a list's answer has its rows. */
import type { ActionData, Field } from '../../catalogue/define.ts';
import { rowsAt } from '../../catalogue/rows.ts';
import type { AnyRow } from './family.ts';

export { at } from '../../catalogue/rows.ts';

/** The rows of a list's answer and how many there are in all; the first list of an answer that does not say where its rows are. */
export function rowsOf(list: ActionData, answer: AnyRow): { readonly rows: readonly AnyRow[]; readonly total: number } {
  const found = rowsAt(list, answer);
  if (found) return { rows: found.rows as readonly AnyRow[], total: Number(found.total ?? found.rows.length) };
  const inside = typeof answer.data === 'object' && answer.data !== null && !Array.isArray(answer.data) ? answer.data : {};
  const rows: AnyRow[] = [...Object.values(answer), ...Object.values(inside)].find(Array.isArray) ?? [];
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
