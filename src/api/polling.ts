/** The one rule by which anything unfinished is asked for again: lists with a pending row, and tasks. */

const quick = 2_000;
const slow = 10_000;
const patience = 30_000;

/**
 * Milliseconds until the next question: 2 s during the first 30 s of waiting, 10 s after that, false when nothing is
 * pending. `since` is the time at which the waiting began, or null when all is settled.
 */
export function pollEvery(since: number | null, now: number): number | false {
  if (since === null) return false;
  return now - since < patience ? quick : slow;
}

/** Remembers when each waiting began. One per cache. */
export class WaitingTimes {
  readonly #since = new Map<string, number>();

  /** Tells whether `key` is waiting now, and answers since when. */
  mark(key: string, waiting: boolean, now: number): number | null {
    if (!waiting) {
      this.#since.delete(key);
      return null;
    }
    const known = this.#since.get(key);
    if (known !== undefined) return known;
    this.#since.set(key, now);
    return now;
  }
}
