/** Rows in the order in which they were inserted, with pages cut from either end without walking the rest. */

/** A row's place in its table: the number grows with every insertion and never changes, so that it also orders buckets. */
export interface Entry<R> {
  readonly seq: number;
  readonly row: R;
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
  /** True gives the youngest row first. */
  readonly newestFirst: boolean;
}

/** A table's rows by their numbers; nothing where a row was deleted. */
export type Slots<R> = readonly (R | undefined)[];

/** Some of a table's rows, by ascending number. It changes with the table. */
export class Sequence<R> {
  constructor(
    private readonly slots: Slots<R>,
    /** Numbers of the rows. */
    readonly numbers: readonly number[],
  ) {}

  get size(): number {
    return this.numbers.length;
  }

  /** The rows of one page; shorter, or empty, past the end. */
  page({ offset, limit, newestFirst }: Page): R[] {
    const { length } = this.numbers;
    const rows: R[] = [];
    const end = Math.min(length, offset + limit);
    for (let at = offset; at < end; at += 1) rows.push(this.rowAt(newestFirst ? length - 1 - at : at));
    return rows;
  }

  /** Every row, oldest first. */
  *[Symbol.iterator](): Iterator<R> {
    for (let at = 0; at < this.numbers.length; at += 1) yield this.rowAt(at);
  }

  /** Every row as an array, in the order asked for. */
  rows(newestFirst = false): R[] {
    const rows = this.numbers.map((_, at) => this.rowAt(at));
    return newestFirst ? rows.reverse() : rows;
  }

  private rowAt(at: number): R {
    // Numbers stand here only while their rows do.
    return this.slots[this.numbers[at] as number] as R;
  }
}

/** Adds a number to an ascending list in which it is not. */
export function addNumber(list: number[], number: number): void {
  const last = list.at(-1);
  if (last === undefined || last < number) list.push(number);
  else list.splice(positionOf(list, number), 0, number);
}

/** Takes a number out of an ascending list. */
export function removeNumber(list: number[], number: number): void {
  const at = positionOf(list, number);
  if (list[at] === number) list.splice(at, 1);
}

/** Index of the first number that is not below `number`. */
function positionOf(list: readonly number[], number: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
