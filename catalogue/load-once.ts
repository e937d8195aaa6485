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

/**
 * A loader that loads each combination of its arguments once and gives the same promise every time, as `use` needs it.
 * A failed load is forgotten, so that the next call tries again.
 */
export function loadOnce<A extends readonly string[], T>(load: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  const loads = new Map<string, Promise<T>>();
  return (...args) => {
    const key = args.join(' ');
    const known = loads.get(key);
    if (known) return known;
    const loading = withStatus(load(...args));
    loads.set(key, loading);
    loading.catch(() => loads.delete(key));
    return loading;
  };
}
