/** When a call is sent again: 3 attempts, full jitter, and a budget that failures empty, as the AWS SDKs' standard retry mode has them. */

export const maxAttempts = 3;

/**
 * A cloud that is asked too much has done nothing, and says that it will: it is asked more often, ever more slowly. Of
 * calls a third of which are refused, one in 27 would be refused three times.
 */
export const maxAttemptsWhenThrottled = 7;

/** Milliseconds. Rates count by the second, so a throttled call gains nothing by waiting for many. */
export const backoff = { base: 100, cap: 20_000, throttledBase: 500, throttledCap: 2_000 } as const;

/** Milliseconds before attempt `attempt` (the first repeat is 1), anywhere between nothing and the doubled base. */
export function delayBefore(attempt: number, throttled: boolean, random: () => number = Math.random): number {
  const base = throttled ? backoff.throttledBase : backoff.base;
  const cap = throttled ? backoff.throttledCap : backoff.cap;
  return random() * Math.min(cap, base * 2 ** (attempt - 1));
}

/**
 * Stops repeating when most calls fail: a cloud in trouble is not helped by three times the load. Each repeat costs; a
 * success gives back what its last repeat cost, or one when it needed none.
 */
export class RetryBudget {
  static readonly capacity = 500;
  #left = RetryBudget.capacity;

  /** What the repeat cost, or null when it must not be made. */
  take(why: 'timeout' | 'other'): number | null {
    const cost = why === 'timeout' ? 10 : 5;
    if (this.#left < cost) return null;
    this.#left -= cost;
    return cost;
  }

  /** @param cost of the last repeat, which brought the success. */
  succeeded(cost = 1): void {
    this.#left = Math.min(RetryBudget.capacity, this.#left + cost);
  }
}
