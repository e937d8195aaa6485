/** When and how soon a call is sent again. Figures after the checklist: 3 attempts, full jitter, a budget that failures empty. */

export const maxAttempts = 3;

/** Milliseconds. */
export const backoff = { base: 100, throttledBase: 500, cap: 20_000 } as const;

/** Milliseconds before attempt `attempt` (the first repeat is 1), anywhere between nothing and the doubled base. */
export function delayBefore(attempt: number, throttled: boolean, random: () => number = Math.random): number {
  const base = throttled ? backoff.throttledBase : backoff.base;
  return random() * Math.min(backoff.cap, base * 2 ** (attempt - 1));
}

/**
 * Stops repeating when most calls fail: a cloud in trouble is not helped by three times the load. Each repeat costs, each
 * first success gives back.
 */
export class RetryBudget {
  static readonly capacity = 500;
  #left = RetryBudget.capacity;

  /** True when a repeat may be made; it is paid for. */
  take(why: 'timeout' | 'other'): boolean {
    const cost = why === 'timeout' ? 10 : 5;
    if (this.#left < cost) return false;
    this.#left -= cost;
    return true;
  }

  succeeded(): void {
    if (this.#left < RetryBudget.capacity) this.#left += 1;
  }
}
