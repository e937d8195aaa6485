/**
 * What is worked out of one text field of a table when a list first asks for it, and kept up with the table from then on:
 * the rows in the order of their texts, and the texts themselves laid out for searching.
 */
import type { Slots } from './sequence.ts';

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type TextReader = (number: number) => string;

const reader =
  <R>(slots: Slots<R>, field: keyof R & string): TextReader =>
  (number) =>
    String((slots[number] as R)[field]);

/** More changes than this between two questions are not worked in one by one. */
const mostChanges = 10_000;
/** So few are moved in place. */
const fewChanges = 32;

/** The numbers of a table's rows in ascending order of a text field; rows of one text stand in the order of their creation. */
export class SortedColumn<R> {
  private sorted: number[] | undefined;
  private readonly changed = new Set<number>();
  private readonly read: TextReader;
  private readonly compare: (a: number, b: number) => number;

  constructor(
    private readonly slots: Slots<R>,
    field: keyof R & string,
  ) {
    this.read = reader(slots, field);
    this.compare = (a, b) => compareText(this.read(a), this.read(b)) || a - b;
  }

  /** The row of this number was put or deleted. */
  touch(number: number): void {
    if (!this.sorted) return;
    this.changed.add(number);
    if (this.changed.size <= mostChanges) return;
    this.sorted = undefined;
    this.changed.clear();
  }

  /** All of the table's numbers, of which `order` has them by creation. */
  numbers(order: readonly number[]): readonly number[] {
    if (!this.sorted) this.sorted = this.sortAll(order);
    else if (this.changed.size > 0) this.sorted = this.workIn(this.sorted);
    this.changed.clear();
    return this.sorted;
  }

  /** Texts are read once each: reading them in every comparison takes twice as long. */
  private sortAll(order: readonly number[]): number[] {
    const texts = order.map(this.read);
    const places = texts.map((_, place) => place);
    places.sort((a, b) => compareText(texts[a] as string, texts[b] as string) || a - b);
    return places.map((place) => order[place] as number);
  }

  private workIn(before: number[]): number[] {
    if (this.changed.size <= fewChanges) return this.moveEach(before);
    const kept = before.filter((number) => !this.changed.has(number));
    const fresh = [...this.changed].filter((number) => this.slots[number] !== undefined).sort(this.compare);
    const after: number[] = [];
    let from = 0;
    for (const number of fresh) {
      const to = this.placeIn(kept, number);
      for (; from < to; from += 1) after.push(kept[from] as number);
      after.push(number);
    }
    for (; from < kept.length; from += 1) after.push(kept[from] as number);
    return after;
  }

  /** For a few changes: finding a number in 200,000 and moving those behind it costs a tenth of writing them all anew. */
  private moveEach(sorted: number[]): number[] {
    for (const number of this.changed) {
      const at = sorted.indexOf(number);
      if (at >= 0) sorted.splice(at, 1);
    }
    for (const number of this.changed) if (this.slots[number] !== undefined) sorted.splice(this.placeIn(sorted, number), 0, number);
    return sorted;
  }

  private placeIn(kept: readonly number[], number: number): number {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compare(kept[middle] as number, number) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Rows of 2^12 numbers share a piece of text; a change throws away one piece. */
const pieceBits = 12;
/** Stands between texts, so that no find reaches over two of them. */
const separator = '\u0000';

interface Piece {
  readonly text: string;
  /** Where each text begins, and where the next one would. */
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
}

/** A text field's values one after another in a few long strings: looking for a part of one is then reading memory in a row. */
export class SearchColumn<R> {
  private readonly pieces: (Piece | undefined)[] = [];
  private readonly read: TextReader;

  constructor(
    private readonly slots: Slots<R>,
    field: keyof R & string,
  ) {
    this.read = reader(slots, field);
  }

  touch(number: number): void {
    this.pieces[number >>> pieceBits] = undefined;
  }

  /** Raises the marks of rows whose text holds `part` from `level` to the next. @returns how many. */
  mark(marks: Uint8Array, level: number, part: string): number {
    let found = 0;
    // Rounded up: an empty table has no piece.
    const count = (this.slots.length + (1 << pieceBits) - 1) >>> pieceBits;
    for (let at = 0; at < count; at += 1) {
      const piece = this.pieceAt(at);
      found += part.includes(separator) ? this.markSlowly(piece, marks, level, part) : markPiece(piece, marks, level, part);
    }
    return found;
  }

  private markSlowly({ numbers }: Piece, marks: Uint8Array, level: number, part: string): number {
    let found = 0;
    for (const number of numbers) if (marks[number] === level && this.read(number).includes(part)) found += raise(marks, number, level);
    return found;
  }

  private pieceAt(at: number): Piece {
    const known = this.pieces[at];
    if (known) return known;
    const numbers: number[] = [];
    const texts: string[] = [];
    const end = Math.min(this.slots.length, (at + 1) << pieceBits);
    for (let number = at << pieceBits; number < end; number += 1) {
      if (this.slots[number] === undefined) continue;
      numbers.push(number);
      texts.push(this.read(number));
    }
    const starts = new Int32Array(texts.length + 1);
    for (let row = 0; row < texts.length; row += 1) starts[row + 1] = (starts[row] as number) + (texts[row] as string).length + 1;
    const piece = { text: texts.join(separator), starts, numbers: Int32Array.from(numbers) };
    this.pieces[at] = piece;
    return piece;
  }
}

function markPiece({ text, starts, numbers }: Piece, marks: Uint8Array, level: number, part: string): number {
  let found = 0;
  let row = 0;
  for (let at = text.indexOf(part); at >= 0 && row < numbers.length; at = text.indexOf(part, starts[row])) {
    while ((starts[row + 1] as number) <= at) row += 1;
    found += raise(marks, numbers[row] as number, level);
    row += 1;
  }
  return found;
}

function raise(marks: Uint8Array, number: number, level: number): 0 | 1 {
  if (marks[number] !== level) return 0;
  marks[number] = level + 1;
  return 1;
}
