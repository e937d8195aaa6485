/** One secondary index: for each key the numbers of the rows that it finds, ascending. */
import { addNumber, removeNumber } from './sequence.ts';

/**
 * Most keys of most indexes find one row or a handful. So a single number stands as itself, and a short list is written
 * anew when it grows: a list that is pushed to keeps room for more, which with 200,000 lists of two is 30 MB of nothing.
 */
const short = 16;

const nothing: readonly number[] = [];

export class Buckets {
  private readonly byKey = new Map<string, number | number[]>();

  /** The numbers under a key. Do not keep the list: it changes with the table. */
  get(key: string): readonly number[] {
    const bucket = this.byKey.get(key);
    if (bucket === undefined) return nothing;
    return typeof bucket === 'number' ? [bucket] : bucket;
  }

  add(key: string, number: number): void {
    const bucket = this.byKey.get(key);
    if (bucket === undefined) this.byKey.set(key, number);
    else if (typeof bucket === 'number') this.byKey.set(key, bucket < number ? [bucket, number] : [number, bucket]);
    else if (bucket.length >= short) addNumber(bucket, number);
    else
      this.byKey.set(
        key,
        [...bucket, number].sort((a, b) => a - b),
      );
  }

  remove(key: string, number: number): void {
    const bucket = this.byKey.get(key);
    if (bucket === undefined) return;
    if (typeof bucket === 'number') {
      if (bucket === number) this.byKey.delete(key);
      return;
    }
    removeNumber(bucket, number);
    if (bucket.length === 0) this.byKey.delete(key);
  }
}
