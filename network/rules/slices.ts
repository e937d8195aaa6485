/** Long work in slices: whoever runs it decides after each one whether something else has its turn first. */

/** `yield`s after every few milliseconds of work and returns the whole. The package has no clock, so work is counted. */
export type Slices<T> = Generator<void, T>;

/** All at once. */
export function finish<T>(slices: Slices<T>): T {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/** Counts steps of work, each a few nanoseconds. */
export class Pace {
  #left = perSlice;

  /** True when the slice is used up. */
  spent(steps: number): boolean {
    this.#left -= steps;
    if (this.#left > 0) return false;
    this.#left = perSlice;
    return true;
  }
}

/** About a millisecond on the machines that this was measured on. */
const perSlice = 120_000;
