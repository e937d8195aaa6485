/** The one cache for what is loaded in parts: families, texts, pages. */

/** The fields in which React's `use` looks for the outcome of a promise before it waits. */
type Outcome<T> = { status?: 'pending' | 'fulfilled' | 'rejected'; value?: T; reason?: unknown };

/**
 * Notes a promise's outcome on it, so that `use` reads what is already there without suspending. Otherwise even a settled
 * promise shows the fallback the first time, and React keeps a fallback once shown for 300 ms.
 */
export function withStatus<T>(promise: Promise<T>): Promise<T> {
  const noted = promise as Promise<T> & Outcome<T>;
  if (noted.status !== undefined) return promise;
  noted.status = 'pending';
  promise.then(
    (value) => {
      noted.status = 'fulfilled';
      noted.value = value;
    },
    (reason: unknown) => {
      noted.status = 'rejected';
      noted.reason = reason;
    },
  );
  return promise;
}

/** What a promise of `loadOnce` was rejected with, in a box; null before, or where it was not. */
export function failureOf(promise: Promise<unknown>): { readonly reason: unknown } | null {
  const { status, reason }: Outcome<unknown> = promise as Promise<unknown> & Outcome<unknown>;
  return status === 'rejected' ? { reason } : null;
}

/**
 * How long a failure stays, in ms. React asks again as soon as a promise that it waited for has failed: if that loaded anew, it
 * would load for ever and never show the failure.
 */
const failureStays = 1_000;

/** What forgets each failure that still stays. */
const failures = new Set<() => void>();

/** Lets everything that failed be tried again now, for somebody who asks for just that. */
export function forgetFailures(): void {
  for (const forget of failures) forget();
}

/**
 * A loader that loads each combination of its arguments once and gives the same promise every time, as `use` needs it.
 * A failed load is soon forgotten, so that a later call tries again.
 */
export function loadOnce<A extends readonly string[], T>(load: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  const loads = new Map<string, Promise<T>>();
  return (...args) => {
    const key = args.join(' ');
    const known = loads.get(key);
    if (known) return known;
    const loading = withStatus(load(...args));
    loads.set(key, loading);
    loading.catch(() => {
      const forget = (): void => {
        failures.delete(forget);
        if (loads.get(key) === loading) loads.delete(key);
      };
      failures.add(forget);
      setTimeout(forget, failureStays);
    });
    return loading;
  };
}
