/**
 * One axis of packets (their addresses, or their services), partitioned by a sweep over the ends of all rules. Points that the
 * same rules contain are one class, however many and wherever they are: what follows is worked out once a class. So the width
 * of an address does not matter, nor how many ports a rule names.
 */
import type { Pace, Slices } from './slices.ts';

type Run<N> = { readonly from: N; readonly to: N };

/** Columns are what may hold a point: column c is bit c % 32 of word c / 32 of a class's row. */
export class Axis {
  /** Words in a row. */
  readonly words: number;
  rows: Uint32Array;
  count = 0;
  /** Which sort of point a class is of, by class: a family of addresses, a group of protocols. */
  readonly kinds: number[] = [];
  /** Number of points, by class. */
  readonly weights: number[] = [];
  readonly #byHash = new Map<number, number>();

  constructor(words: number) {
    this.words = words;
    this.rows = new Uint32Array(64 * words);
  }

  /** The class of the points of this kind that exactly these columns hold. */
  classOf(bits: Uint32Array, hash: number, kind: number): number {
    for (let key = hash; ; key += 1) {
      const existing = this.#byHash.get(key);
      if (existing === undefined) return this.#add(bits, key, kind);
      if (this.kinds[existing] === kind && this.#is(existing, bits)) return existing;
    }
  }

  #is(known: number, bits: Uint32Array): boolean {
    const base = known * this.words;
    for (let word = 0; word < this.words; word += 1) if (this.rows[base + word] !== bits[word]) return false;
    return true;
  }

  #add(bits: Uint32Array, key: number, kind: number): number {
    const added = this.count;
    if ((added + 1) * this.words > this.rows.length) {
      const wider = new Uint32Array(this.rows.length * 2);
      wider.set(this.rows);
      this.rows = wider;
    }
    this.rows.set(bits, added * this.words);
    this.kinds.push(kind);
    this.weights.push(0);
    this.count += 1;
    this.#byHash.set(key, added);
    return added;
  }
}

/** Ascending runs of points, with the class of each. */
export interface Segments<N> {
  readonly from: N[];
  readonly to: N[];
  readonly of: number[];
}

/** A hash of 46 bits for each column, the same each time, which sets of columns are XORed of in two halves (mulberry32). */
function hashesOf(columns: number): Int32Array {
  const hashes = new Int32Array(2 * columns);
  let state = 0x9e3779b9;
  for (let at = 0; at < hashes.length; at += 1) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    hashes[at] = mixed ^ (mixed >>> 14);
  }
  return hashes;
}

export interface PointLine<N extends number | bigint> {
  readonly first: N;
  readonly last: N;
  /** Points at which a new kind begins; the first point is one. */
  readonly kinds: readonly (readonly [from: N, kind: number])[];
  readonly after: (point: N) => N;
  readonly before: (point: N) => N;
  /** How many points there are from one to the other, both included. */
  readonly count: (from: N, to: N) => number;
}

const ascending = (a: number | bigint, b: number | bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** The event points of a sweep: where runs begin, and the points after their ends, ascending, each once. */
function* eventPointsOf<N extends number | bigint>(
  { first, last, kinds, after }: PointLine<N>,
  columns: readonly (readonly Run<N>[])[],
  pace: Pace,
): Slices<N[]> {
  const points = new Set<N>([first, ...kinds.map(([from]) => from)]);
  for (const runs of columns) {
    for (const { from, to } of runs) {
      points.add(from);
      if (to < last) points.add(after(to));
    }
    if (pace.spent(runs.length * 40)) yield;
  }
  // Numbers sort faster among themselves than by a function that compares them.
  return typeof first === 'number' ? (Array.from(Float64Array.from(points as Set<number>).sort()) as N[]) : [...points].sort(ascending);
}

/** For each event point, the columns that begin or end there. */
function* eventsAt<N extends number | bigint>(
  points: readonly N[],
  { last, after }: PointLine<N>,
  columns: readonly (readonly Run<N>[])[],
  pace: Pace,
): Slices<number[][]> {
  const indexOf = new Map(points.map((point, index) => [point, index]));
  const events: number[][] = points.map(() => []);
  for (const [column, runs] of columns.entries()) {
    for (const { from, to } of runs) {
      events[indexOf.get(from) ?? 0]?.push(column);
      if (to < last) events[indexOf.get(after(to)) ?? 0]?.push(column);
    }
    if (pace.spent(runs.length * 40)) yield;
  }
  return events;
}

/** Adds the classes of one line to an axis. `columns`: for each bit of a row the runs that it stands for. */
export function* sweep<N extends number | bigint>(
  axis: Axis,
  line: PointLine<N>,
  columns: readonly (readonly Run<N>[])[],
  pace: Pace,
): Slices<Segments<N>> {
  const points = yield* eventPointsOf(line, columns, pace);
  if (pace.spent(points.length * 40)) yield;
  const events = yield* eventsAt(points, line, columns, pace);
  const hashes = hashesOf(columns.length);
  const kindAt = new Map(line.kinds);
  const bits = new Uint32Array(axis.words);
  const segments: Segments<N> = { from: [], to: [], of: [] };
  let [high, low, kind] = [0, 0, 0];
  for (const [at, from] of points.entries()) {
    for (const column of events[at] ?? []) {
      bits[column >>> 5] = (bits[column >>> 5] ?? 0) ^ (1 << (column & 31));
      high ^= hashes[2 * column] ?? 0;
      low ^= hashes[2 * column + 1] ?? 0;
    }
    kind = kindAt.get(from) ?? kind;
    const next = points[at + 1];
    const to = next === undefined ? line.last : line.before(next);
    const of = axis.classOf(bits, (high >>> 12) * 2 ** 26 + (low >>> 6), kind);
    axis.weights[of] = (axis.weights[of] ?? 0) + line.count(from, to);
    segments.from.push(from);
    segments.to.push(to);
    segments.of.push(of);
    if (pace.spent(20 + axis.words)) yield;
  }
  return segments;
}
