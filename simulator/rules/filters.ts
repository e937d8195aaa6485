/** `Filters.N` of API 3.0: every filter must hold, and one does when any of its values matches (7217). */
import { CloudError } from '../errors.ts';

export type FiltersIn = readonly { readonly Name: string; readonly Values: readonly string[] }[];

/** How a family's filter keys are read off a row. A text is compared as it is; a function decides for itself. */
export type FilterReaders<R> = Readonly<
  Record<string, ((row: R) => string | boolean) | { readonly matches: (row: R, value: string) => boolean }>
>;

/** The condition that the filters state, or undefined when there are none. The catalogue has checked the keys. */
export function matcherOf<R>(reads: FilterReaders<R>, filters: FiltersIn | undefined): ((row: R) => boolean) | undefined {
  if (!filters?.length) return undefined;
  const conditions = filters.map(({ Name, Values }) => conditionOf(reads, Name, Values));
  return (row) => conditions.every((condition) => condition(row));
}

function conditionOf<R>(reads: FilterReaders<R>, name: string, values: readonly string[]): (row: R) => boolean {
  const read = reads[name];
  if (!read) throw new Error(`the filter "${name}" is in the catalogue but nobody reads it`);
  if (typeof read !== 'function') return (row) => values.some((value) => read.matches(row, value));
  const wanted = new Set(values);
  return (row) => wanted.has(String(read(row)));
}

/** The values asked of one key, or undefined when it is not filtered by. */
const valuesOf = (filters: FiltersIn | undefined, key: string): readonly string[] | undefined =>
  filters?.find(({ Name }) => Name === key)?.Values;

/** @throws CloudError when a filter for a yes-or-no key asks for anything else. */
export function checkFlags(filters: FiltersIn | undefined, key: string): void {
  for (const value of valuesOf(filters, key) ?? []) {
    if (value !== 'true' && value !== 'false') {
      throw new CloudError('InvalidParameterValue.Malformed', `The filter ${key} takes true or false, not "${value}".`);
    }
  }
}
