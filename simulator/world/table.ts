/**
 * One table of one account and region: rows by id, in insertion order, with secondary indexes.
 *
 * Rows are plain JSON objects and are never changed in place: `put` replaces them. So a row that was read stays what it
 * was, an undo is putting the old one back, and a snapshot may be written while requests go on.
 */
import { type Entry, Sequence } from './sequence.ts';

/** Who shares a table's rows: one account in one region, one account everywhere, or everybody. */
export type Scope = 'region' | 'account' | 'world';

/** What the rows of a table are found by: a field's text, several texts, or nothing. */
export type IndexKey<R> = (row: R) => string | readonly string[] | undefined;

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
}

/** Declares a table: `defineTable<VpcRow>()({ name: 'vpc', … })`. */
export const defineTable =
  <R>() =>
  <const I extends string>(spec: TableSpec<R, I>): TableSpec<R, I> =>
    spec;

/** Rows of any kind, where the row type does not matter: journal, snapshot, control API. */
// biome-ignore lint/suspicious/noExplicitAny: a spec is used both to read and to write rows, so only `any` stands for all of them
export type AnySpec = TableSpec<any, string>;

/** Told about every change: the row before it and the row after it, undefined where there is none. */
export type OnChange<R> = (id: string, before: Entry<R> | undefined, after: R | undefined) => void;

export class Table<R, I extends string = string> {
  private readonly byId = new Map<string, Entry<R>>();
  private readonly order = new Sequence<R>();
  private readonly indexes = new Map<string, Map<string, Sequence<R>>>();
  private readonly sorted = new Map<string, R[]>();
  private nextSeq = 1;

  constructor(
    readonly spec: TableSpec<R, I>,
    private readonly onChange: OnChange<R>,
  ) {
    for (const name of Object.keys(spec.indexes)) this.indexes.set(name, new Map());
  }

  get size(): number {
    return this.order.size;
  }

  get(id: string): R | undefined {
    return this.byId.get(id)?.row;
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** Inserts the row, or replaces the one with its id, which keeps its place. */
  put(row: R): R {
    const id = this.spec.id(row);
    const before = this.byId.get(id);
    this.onChange(id, before && { ...before }, row);
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
    const before = this.byId.get(id);
    if (!before) return false;
    this.onChange(id, before, undefined);
    this.erase(id);
    return true;
  }

  /** Every row, in insertion order. */
  all(): Sequence<R> {
    return this.order;
  }

  /** The rows an index holds under `key`, in insertion order. Do not keep it beyond the request. */
  where(index: I, key: string): Sequence<R> {
    return this.indexes.get(index)?.get(key) ?? (nothing as Sequence<R>);
  }

  /** The single row of a unique index, or undefined. */
  first(index: I, key: string): R | undefined {
    return this.where(index, key).page({ offset: 0, limit: 1, newestFirst: false })[0];
  }

  /** Every row in ascending order of a text field; sorted once after each change of the table. */
  sortedBy(field: keyof R & string): readonly R[] {
    const known = this.sorted.get(field);
    if (known) return known;
    const rows = this.order.rows();
    // Sorting is stable, so rows of one name stay in the order of their creation.
    rows.sort((a, b) => compareText(String(a[field]), String(b[field])));
    this.sorted.set(field, rows);
    return rows;
  }

  /** Puts a row at a given place, or takes it away, without telling anyone: for undo. */
  restore(id: string, entry: Entry<R> | undefined): void {
    if (entry) this.write(id, entry.row, entry.seq);
    else this.erase(id);
  }

  /** Inserts or removes a row without telling anyone: for loading. */
  load(id: string, row: R | undefined): void {
    if (row === undefined) this.erase(id);
    else this.write(id, row, this.byId.get(id)?.seq);
  }

  private write(id: string, row: R, seq: number | undefined): void {
    const known = this.byId.get(id);
    this.sorted.clear();
    if (known) {
      const before = known.row;
      known.row = row;
      this.reindex(known, before, row);
      return;
    }
    const entry: Entry<R> = { seq: seq ?? this.nextSeq, row };
    this.nextSeq = Math.max(this.nextSeq, entry.seq + 1);
    this.byId.set(id, entry);
    this.order.add(entry);
    this.reindex(entry, undefined, row);
  }

  private erase(id: string): void {
    const entry = this.byId.get(id);
    if (!entry) return;
    this.sorted.clear();
    this.byId.delete(id);
    this.order.remove(entry);
    this.reindex(entry, entry.row, undefined);
  }

  private reindex(entry: Entry<R>, before: R | undefined, after: R | undefined): void {
    for (const [name, buckets] of this.indexes) {
      const key = this.spec.indexes[name as I];
      const old = before === undefined ? [] : keysOf(key(before));
      const now = after === undefined ? [] : keysOf(key(after));
      for (const value of old) if (!now.includes(value)) dropFrom(buckets, value, entry);
      for (const value of now) if (!old.includes(value)) addTo(buckets, value, entry);
    }
  }
}

const nothing = new Sequence<unknown>();

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const keysOf = (key: string | readonly string[] | undefined): readonly string[] =>
  key === undefined ? [] : typeof key === 'string' ? [key] : key;

function addTo<R>(buckets: Map<string, Sequence<R>>, value: string, entry: Entry<R>): void {
  const bucket = buckets.get(value);
  if (bucket) bucket.add(entry);
  else {
    const fresh = new Sequence<R>();
    fresh.add(entry);
    buckets.set(value, fresh);
  }
}

function dropFrom<R>(buckets: Map<string, Sequence<R>>, value: string, entry: Entry<R>): void {
  const bucket = buckets.get(value);
  bucket?.remove(entry);
  if (bucket?.size === 0) buckets.delete(value);
}
