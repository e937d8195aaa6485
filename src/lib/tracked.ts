/** The fields in which React's `use` looks for the outcome of a promise before it waits. */
type Outcome<T> = { status?: 'pending' | 'fulfilled' | 'rejected'; value?: T; reason?: unknown };

/**
 * Notes a promise's outcome on it, so that `use` reads what is already there without suspending. Otherwise even a settled
 * promise shows the fallback the first time, and React keeps a fallback once shown for 300 ms.
 */
export function tracked<T>(promise: Promise<T>): Promise<T> {
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
