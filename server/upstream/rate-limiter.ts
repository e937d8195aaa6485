/**
 * How fast one bucket (an action of an account) may start calls: no more than its rate in any window of a second.
 *
 * A bucket that refills while it drains lets nearly twice its rate through in the first second; here the start times of
 * the last calls are kept, which allows a burst of the full rate and never more in a window.
 *
 * A refusal for too many calls lowers the rate, and quiet time raises it again: doubled every ten seconds, until it is what
 * it was. One refusal costs a minute, not the time until a restart.
 */
const windowMs = 1_000;

/** Calls that start 1,000 ms apart may arrive nearer together than that: this much is added for the journey. */
const networkSlackMs = 50;

/** The rate doubles in this time without a refusal. */
export const doublingMs = 10_000;

/** Calls a second above which a bucket that had no limit has none again. */
const asGoodAsUnlimited = 1_000;

export interface RateLimit {
  /** The documented calls a second. */
  readonly rate: number;
  /** Whether the rate holds from the first call, or only once the cloud has complained. */
  readonly fromTheStart: boolean;
}

export class RateLimiter {
  readonly #options: RateLimit;
  /** Start times of the last calls, ascending. */
  #starts: number[] = [];
  /** The rate that the last refusal left, and when; null while there is none to recover from. */
  #lowered: { readonly rate: number; readonly at: number } | null = null;

  constructor(options: RateLimit) {
    this.#options = options;
  }

  /** Calls a second that may start now; infinity where there is no limit. */
  rate(now: number): number {
    const { rate, fromTheStart } = this.#options;
    const full = fromTheStart ? rate : Number.POSITIVE_INFINITY;
    if (this.#lowered === null) return full;
    const risen = this.#lowered.rate * 2 ** Math.floor((now - this.#lowered.at) / doublingMs);
    if (risen < Math.min(full, asGoodAsUnlimited)) return risen;
    this.#lowered = null;
    return full;
  }

  /** The earliest time, not before now, at which the next call may start. */
  nextStart(now: number): number {
    const most = Math.floor(this.rate(now));
    const before = this.#starts[this.#starts.length - most];
    return before === undefined ? now : Math.max(now, before + windowMs + networkSlackMs);
  }

  started(now: number): void {
    if (this.rate(now) === Number.POSITIVE_INFINITY) return;
    this.#starts.push(now);
    if (this.#starts.length > 2 * asGoodAsUnlimited) this.#starts = this.#starts.slice(-asGoodAsUnlimited);
  }

  /**
   * The cloud said that a call which started at `startedAt` was one too many. Calls that were under way when the rate was
   * lowered say nothing about the new one. Where the rate is the documented one others share it: it goes below that, to a
   * quarter at the least.
   */
  markThrottled(startedAt: number, now: number): void {
    if (this.#lowered !== null && startedAt < this.#lowered.at) return;
    const { rate, fromTheStart } = this.#options;
    const least = fromTheStart ? Math.max(1, rate / 4) : rate;
    this.#lowered = { rate: Math.max(least, Math.min(rate, this.rate(now) / 2)), at: now };
  }
}
