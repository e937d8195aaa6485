// npm starts scripts through a shell that passes no signals on: when npm is told to end, the shell goes and we would stay.

/** Ends this process as if it had been told to (SIGTERM) when the shell that npm started it in is gone. */
export function followParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
  // A signal of its own came first: a second one would cut its orderly end short.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) process.once(signal, () => clearInterval(watch));
}
