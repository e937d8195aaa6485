/** Where a list's answer has its rows. */
import type { ActionData, Field } from '../../catalogue/define.ts';
import type { AnyRow } from './family.ts';

/** The value at a path such as "data.data"; undefined where the path ends early. */
export const at = (answer: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? (value as AnyRow)[step] : undefined), answer);

/** The rows of a list's answer and how many there are in all. The table and the samples of one action may put them in different places. */
export function rowsOf({ paging }: ActionData, answer: AnyRow): { readonly rows: readonly AnyRow[]; readonly total: number } {
  for (const place of paging ? [paging, ...(paging.alsoAt ? [paging.alsoAt] : [])] : []) {
    const rows = at(answer, place.items);
    if (Array.isArray(rows)) return { rows, total: Number(at(answer, place.total) ?? rows.length) };
  }
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
