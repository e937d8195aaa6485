/**
 * One page of the rows that several conditions leave, and how many they leave, without reading the other rows.
 *
 * Conditions that an index or a search column answers mark numbers in an array of bytes: the first raises marks from 0 to
 * 1, the next those at 1 to 2, and so on. Rows whose mark is full are counted in order; only those of the page, and those
 * that a condition of another kind must look at, are read.
 */
import { type Page, Sequence, type Slots } from './sequence.ts';

/** What a list asks of a table. All conditions must hold. */
export interface ListQuery<R, I extends string> extends Page {
  /** Rows that an index holds under any of the keys. */
  readonly under?: readonly { readonly index: I; readonly keys: readonly string[] }[];
  /** Rows of these ids. */
  readonly ids?: readonly string[] | undefined;
  /** Rows whose field contains the text. */
  readonly containing?: readonly { readonly field: keyof R & string; readonly text: string }[];
  /** Anything else: each row that is left is read for it. */
  readonly matches?: ((row: R) => boolean) | undefined;
  /** A text field to order by; by the order of insertion when absent. */
  readonly by?: (keyof R & string) | undefined;
}

export interface ListPage<R> {
  readonly total: number;
  readonly rows: readonly R[];
}

/** What `select` reads of a table. */
interface Source<R, I extends string> {
  readonly slots: Slots<R>;
  readonly order: readonly number[];
  numberOf(id: string): number | undefined;
  under(index: I, key: string): readonly number[];
  sorted(field: keyof R & string): readonly number[];
  /** Raises the marks of rows whose field contains the text from `level` to the next. */
  search(field: keyof R & string, text: string, marks: Uint8Array, level: number): number;
  compare(field: keyof R & string): (a: number, b: number) => number;
}

/** A condition as lists of numbers: whatever stands in any of them fulfils it. */
interface Condition {
  readonly lists: readonly (readonly number[])[];
  readonly size: number;
}

/** So few rows are read one by one rather than looked for in a column, or sorted rather than found in one. */
const few = 2000;

export function select<R, I extends string>(source: Source<R, I>, wanted: ListQuery<R, I>): ListPage<R> {
  const given = givenBy(source, wanted);
  const [smallest] = given;
  const isFew = smallest !== undefined && smallest.size <= few;
  const searches = isFew ? [] : (wanted.containing ?? []);
  const matches = rest(wanted, isFew);
  if (given.length + searches.length === 0) return walk(source.slots, baseOf(source, wanted.by), wanted, null, matches);
  if (given.length === 1 && smallest?.lists.length === 1 && searches.length === 0 && wanted.by === undefined) {
    return walk(source.slots, smallest.lists[0] ?? [], wanted, null, matches);
  }
  // Before the marks are taken: a column that is worked out must not meet another's.
  const base = isFew ? orderedFew(source, smallest, wanted.by) : baseOf(source, wanted.by);
  const marks = cleared(source.slots.length);
  let level = 0;
  for (const { lists } of given) {
    for (const list of lists) for (const number of list) if (marks[number] === level) marks[number] = level + 1;
    level += 1;
  }
  for (const { field, text } of searches) {
    source.search(field, text, marks, level);
    level += 1;
  }
  return walk(source.slots, base, wanted, { of: marks, full: level }, matches);
}

let scratch = new Uint8Array(0);

/** One array for all lists, which never run at the same time. */
function cleared(length: number): Uint8Array {
  if (scratch.length < length) scratch = new Uint8Array(length + (length >> 1));
  else scratch.fill(0, 0, length);
  return scratch;
}

function givenBy<R, I extends string>(source: Source<R, I>, { under = [], ids }: ListQuery<R, I>): Condition[] {
  const given = under.map(({ index, keys }): Condition => of(keys.map((key) => source.under(index, key))));
  if (ids) given.push(of([ids.flatMap((id) => source.numberOf(id) ?? []).sort((a, b) => a - b)]));
  return given.sort((a, b) => a.size - b.size);
}

const of = (lists: readonly (readonly number[])[]): Condition => ({ lists, size: lists.reduce((sum, list) => sum + list.length, 0) });

const baseOf = <R, I extends string>(source: Source<R, I>, by: (keyof R & string) | undefined): readonly number[] =>
  by === undefined ? source.order : source.sorted(by);

/** The distinct numbers of a small condition, in the order asked for. */
function orderedFew<R, I extends string>(
  source: Source<R, I>,
  { lists }: Condition,
  by: (keyof R & string) | undefined,
): readonly number[] {
  const numbers = [...new Set(lists.flat())];
  return numbers.sort(by === undefined ? (a, b) => a - b : source.compare(by));
}

/** What is left to be read off each row, or undefined. */
function rest<R, I extends string>({ containing = [], matches }: ListQuery<R, I>, isFew: boolean): ((row: R) => boolean) | undefined {
  if (!isFew || containing.length === 0) return matches;
  return (row) => containing.every(({ field, text }) => String(row[field]).includes(text)) && (matches?.(row) ?? true);
}

/** Counts the numbers of `base` whose mark is full and whose row matches, and reads the page of them. */
function walk<R>(
  slots: Slots<R>,
  base: readonly number[],
  { offset, limit, newestFirst }: Page,
  marks: { readonly of: Uint8Array; readonly full: number } | null,
  matches: ((row: R) => boolean) | undefined,
): ListPage<R> {
  const { length } = base;
  if (!marks && !matches) return { total: length, rows: new Sequence(slots, base).page({ offset, limit, newestFirst }) };
  const rows: R[] = [];
  let total = 0;
  for (let step = 0; step < length; step += 1) {
    const number = base[newestFirst ? length - 1 - step : step] as number;
    if (marks && marks.of[number] !== marks.full) continue;
    if (matches && !matches(slots[number] as R)) continue;
    if (total >= offset && rows.length < limit) rows.push(slots[number] as R);
    total += 1;
  }
  return { total, rows };
}
