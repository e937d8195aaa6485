/**
 * Keeps each account and action under its documented rate: no more than `rate` calls start in any window of a second.
 *
 * A bucket that refills while it drains lets nearly twice its rate through in the first second; here the start times of
 * the last `rate` calls are kept, which allows a burst of the full rate and never more in a window.
 */
const windowMs = 1_000;

/** Calls that start 1,000 ms apart may arrive nearer together than that: this much is added for the journey. */
const journeyMs = 50;

export interface ThrottleOptions {
  /** A call that would wait longer than this is refused. */
  readonly maxWaitMs: number;
  readonly now: () => number;
}

interface Lane {
  /** Start times of the last calls, a ring; times ahead of now are calls that wait. */
  readonly starts: (number | undefined)[];
  next: number;
}

export class Throttle {
  readonly #options: ThrottleOptions;
  readonly #lanes = new Map<string, Lane>();
  readonly #learned = new Set<string>();

  constructor(options: ThrottleOptions) {
    this.#options = options;
  }

  /**
   * Milliseconds until a call of this lane may start (0: now), or null when too many wait already. The place is taken:
   * whoever asks, calls.
   */
  place(lane: string, rate: number): number | null {
    const now = this.#options.now();
    const { starts, next } = this.#lane(lane, rate);
    const before = starts[next];
    const start = before === undefined ? now : Math.max(now, before + windowMs + journeyMs);
    if (start - now > this.#options.maxWaitMs) return null;
    starts[next] = start;
    this.#lane(lane, rate).next = (next + 1) % rate;
    return start - now;
  }

  #lane(name: string, rate: number): Lane {
    const known = this.#lanes.get(name);
    if (known) return known;
    const lane: Lane = { starts: new Array<undefined>(rate).fill(undefined), next: 0 };
    this.#lanes.set(name, lane);
    return lane;
  }

  /** The cloud said that this lane is too fast. */
  learn(lane: string): void {
    this.#learned.add(lane);
  }

  hasLearned(lane: string): boolean {
    return this.#learned.has(lane);
  }
}
