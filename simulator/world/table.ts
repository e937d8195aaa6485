/**
 * One table of one account and region: rows by id, in insertion order, with secondary indexes.
 *
 * Rows are plain JSON objects and are never changed in place: `put` replaces them. So a row that was read stays what it
 * was, an undo is putting the old one back, and a snapshot may be written while requests go on.
 */
import { Buckets } from './buckets.ts';
import { compareText, SearchColumn, SortedColumn } from './columns.ts';
import { type ListPage, type ListQuery, select } from './select.ts';
import { addNumber, type Entry, removeNumber, Sequence } from './sequence.ts';

export { compareText };

/** Who shares a table's rows: one account in one region, one account everywhere, or everybody. */
type Scope = 'region' | 'account' | 'world';

/** What the rows of a table are found by: a field's text, several texts, or nothing. */
type IndexKey<R> = (row: R) => string | readonly string[] | undefined;

/** States a table. `R` is its row type; the names of its indexes are checked where they are used. */
export interface TableSpec<R, I extends string = string> {
  readonly name: string;
  readonly scope: Scope;
  readonly id: (row: R) => string;
  readonly indexes: Readonly<Record<I, IndexKey<R>>>;
  /** Indexes whose rows stand in the way of deleting what they point at, e.g. a subnet's VPC. */
  readonly blocks?: readonly NoInfer<I>[];
  /** Indexes whose rows go when what they point at is deleted, e.g. a flow log's network interface. */
  readonly goesWith?: readonly NoInfer<I>[];
  /** The field under which a 2017 VPC list counts these rows (8831); needs an index `VpcId`. */
  readonly countedAs?: string;
  /** The type of the routes that lead to these rows (2085), and which rows take new ones; needs `VpcId` in the row. */
  readonly nextHop?: { readonly type: string; readonly takesRoutes: (row: R) => boolean };
}

/** Declares a table: `defineTable<VpcRow>()({ name: 'vpc', … })`. */
export const defineTable =
  <R>() =>
  <const I extends string>(spec: TableSpec<R, I>): TableSpec<R, I> =>
    spec;

/** Indexes by fields of these names: `indexes: by('VpcId', 'SubnetId')`. */
export const by = <const I extends string>(...fields: readonly I[]) =>
  Object.fromEntries(fields.map((field) => [field, (row: Readonly<Record<I, string>>) => row[field]])) as Record<
    I,
    (row: Readonly<Record<I, string>>) => string
  >;

/** A row as the catalogue's shape describes it: in API 3.0's capitals, nothing left out, never changed in place. */
export type StoredRow<T> = {
  readonly [K in keyof T & string as Capitalize<K>]-?: T[K] extends readonly (infer I)[] | null | undefined
    ? readonly I[]
    : NonNullable<T[K]>;
};

/** Rows of any kind, where the row type does not matter: journal, snapshot, control API. */
// biome-ignore lint/suspicious/noExplicitAny: a spec is used both to read and to write rows, so only `any` stands for all of them
export type AnySpec = TableSpec<any, string>;

/** Told about every change: the row before it and the row after it, undefined where there is none. */
export type OnChange<R> = (id: string, before: Entry<R> | undefined, after: R | undefined) => void;

export class Table<R, I extends string = string> {
  /** Rows by their numbers. A deleted row's number is never given again, so its slot stays empty. */
  private readonly slots: (R | undefined)[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly order: number[] = [];
  /** Whether rows stand in the order of the time they show. Rows that a seed or the control API dates may not. */
  private isTimely = true;
  private lastTime = '';
  private readonly indexes = new Map<string, Buckets>();
  private readonly sorted = new Map<string, SortedColumn<R>>();
  private readonly searched = new Map<string, SearchColumn<R>>();
  private readonly source = {
    slots: this.slots,
    order: this.order,
    numberOf: (id: string) => this.numbers.get(id),
    under: (index: I, key: string) => this.indexes.get(index)?.get(key) ?? [],
    sorted: (field: keyof R & string) => columnOf(this.sorted, field, () => new SortedColumn(this.slots, field)).numbers(this.order),
    search: (field: keyof R & string, text: string, marks: Uint8Array, level: number) =>
      columnOf(this.searched, field, () => new SearchColumn(this.slots, field)).mark(marks, level, text),
    compare: (field: keyof R & string) => (a: number, b: number) =>
      compareText(String(this.slots[a]?.[field]), String(this.slots[b]?.[field])) || a - b,
  };

  constructor(
    readonly spec: TableSpec<R, I>,
    private readonly onChange: OnChange<R>,
  ) {
    for (const name of Object.keys(spec.indexes)) this.indexes.set(name, new Buckets());
  }

  get size(): number {
    return this.order.length;
  }

  get(id: string): R | undefined {
    const number = this.numbers.get(id);
    return number === undefined ? undefined : this.slots[number];
  }

  has(id: string): boolean {
    return this.numbers.has(id);
  }

  /** Inserts the row, or replaces the one with its id, which keeps its place. */
  put(row: R): R {
    const id = this.spec.id(row);
    const before = this.entryOf(id);
    this.onChange(id, before, row);
    this.write(id, row, before?.seq);
    return row;
  }

  /** Replaces some fields of a row. @throws RangeError when there is no such row. */
  patch(id: string, changes: Partial<R>): R {
    const row = this.get(id);
    if (row === undefined) throw new RangeError(`table ${this.spec.name} has no row ${id}`);
    return this.put({ ...row, ...changes });
  }

  /** True when there was such a row. */
  delete(id: string): boolean {
    const before = this.entryOf(id);
    if (!before) return false;
    this.onChange(id, before, undefined);
    this.erase(id);
    return true;
  }

  /** Every row, in insertion order. */
  all(): Sequence<R> {
    return new Sequence(this.slots, this.order);
  }

  /** Every row as it stands now, in insertion order: what happens later does not change the array. */
  copy(): readonly R[] {
    return this.order.map((number) => this.slots[number] as R);
  }

  /** The rows an index holds under `key`, in insertion order. Do not keep it beyond the request. */
  where(index: I, key: string): Sequence<R> {
    return new Sequence(this.slots, this.source.under(index, key));
  }

  /** The single row of a unique index, or undefined. */
  first(index: I, key: string): R | undefined {
    return this.where(index, key).page({ offset: 0, limit: 1, newestFirst: false })[0];
  }

  /** One page of the rows that fulfil all conditions, and how many do. */
  list(wanted: ListQuery<R, I>): ListPage<R> {
    if (wanted.by !== undefined || this.isTimely) return select<R, I>(this.source, wanted);
    return select<R, I>(this.source, { ...wanted, by: timeField as keyof R & string });
  }

  /** Some of the table's rows by the time they show, the oldest first; rows of one time by their creation. */
  byTime(rows: Sequence<R> | readonly R[]): Sequence<R> | readonly R[] {
    if (rows instanceof Sequence && this.isTimely) return rows;
    const placed = [...rows].map((row) => ({ row, time: timeOf(row), place: this.numbers.get(this.spec.id(row)) ?? 0 }));
    placed.sort((a, b) => compareText(a.time, b.time) || a.place - b.place);
    return placed.map(({ row }) => row);
  }

  /** Puts a row at a given place, or takes it away, without telling anyone: for undo. */
  restore(id: string, entry: Entry<R> | undefined): void {
    if (entry) this.write(id, entry.row, entry.seq);
    else this.erase(id);
  }

  /** Inserts or removes a row without telling anyone: for loading. */
  load(id: string, row: R | undefined): void {
    if (row === undefined) this.erase(id);
    else this.write(id, row, this.numbers.get(id));
  }

  private entryOf(id: string): Entry<R> | undefined {
    const seq = this.numbers.get(id);
    return seq === undefined ? undefined : { seq, row: this.slots[seq] as R };
  }

  private write(id: string, row: R, place: number | undefined): void {
    const number = place ?? this.slots.length;
    const before = this.slots[number];
    this.watchTime(number, before, row);
    this.slots[number] = row;
    if (before === undefined) {
      this.numbers.set(id, number);
      addNumber(this.order, number);
    }
    this.keepUp(number, before, row);
  }

  /** Notices a row that stands out of the order of times. Deletions keep the order. */
  private watchTime(number: number, before: R | undefined, after: R): void {
    const time = timeOf(after);
    if (before !== undefined) this.isTimely &&= time === timeOf(before);
    else if (number === this.slots.length) {
      this.isTimely &&= this.lastTime <= time;
      this.lastTime = time;
    }
  }

  private erase(id: string): void {
    const number = this.numbers.get(id);
    if (number === undefined) return;
    const before = this.slots[number];
    this.slots[number] = undefined;
    this.numbers.delete(id);
    removeNumber(this.order, number);
    this.keepUp(number, before, undefined);
  }

  /** Brings indexes and columns up to a change. */
  private keepUp(number: number, before: R | undefined, after: R | undefined): void {
    for (const column of this.sorted.values()) column.touch(number);
    for (const column of this.searched.values()) column.touch(number);
    for (const [name, buckets] of this.indexes) {
      const key = this.spec.indexes[name as I];
      const old = before === undefined ? none : keysOf(key(before));
      const now = after === undefined ? none : keysOf(key(after));
      for (const value of old) if (!now.includes(value)) buckets.remove(value, number);
      for (const value of now) if (!old.includes(value)) buckets.add(value, number);
    }
  }
}

const none: readonly string[] = [];

/** The field in which every row that is listed shows when it was made. Within one table it is written in one form. */
const timeField = 'CreatedTime';

const timeOf = (row: unknown): string => String((row as Readonly<Record<string, unknown>>)[timeField]);

const keysOf = (key: string | readonly string[] | undefined): readonly string[] =>
  key === undefined ? none : typeof key === 'string' ? [key] : key;

function columnOf<C>(columns: Map<string, C>, field: string, make: () => C): C {
  const known = columns.get(field) ?? make();
  columns.set(field, known);
  return known;
}
