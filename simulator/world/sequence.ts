/** Rows in the order in which they were inserted, with pages cut from either end without walking the rest. */

/** A row's place in its table: the number grows with every insertion and never changes, so that it also orders buckets. */
export interface Entry<R> {
  readonly seq: number;
  row: R;
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
  /** True gives the youngest row first. */
  readonly newestFirst: boolean;
}

/** Entries sorted by `seq`. Appending is constant, finding logarithmic, removing one a memory move. */
export class Sequence<R> {
  private readonly entries: Entry<R>[] = [];

  get size(): number {
    return this.entries.length;
  }

  add(entry: Entry<R>): void {
    const last = this.entries.at(-1);
    if (last === undefined || last.seq < entry.seq) this.entries.push(entry);
    else this.entries.splice(this.position(entry.seq), 0, entry);
  }

  remove(entry: Entry<R>): void {
    const at = this.position(entry.seq);
    if (this.entries[at]?.seq === entry.seq) this.entries.splice(at, 1);
  }

  /** The rows of one page; shorter, or empty, past the end. */
  page({ offset, limit, newestFirst }: Page): R[] {
    const { length } = this.entries;
    const rows: R[] = [];
    const end = Math.min(length, offset + limit);
    for (let at = offset; at < end; at += 1) {
      const entry = this.entries[newestFirst ? length - 1 - at : at];
      if (entry) rows.push(entry.row);
    }
    return rows;
  }

  /** Every row, oldest first. */
  *[Symbol.iterator](): Iterator<R> {
    for (const entry of this.entries) yield entry.row;
  }

  /** Every row as an array, in the order asked for. */
  rows(newestFirst = false): R[] {
    const rows = this.entries.map((entry) => entry.row);
    return newestFirst ? rows.reverse() : rows;
  }

  /** Index of the first entry whose number is not below `seq`. */
  private position(seq: number): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.entries[middle]?.seq ?? 0) < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
