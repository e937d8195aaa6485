/**
 * What the process does to keep the keys in it to itself, beyond its own code. Imported first.
 *
 * SIGUSR1 makes Node open its inspector, through which whoever may send it could read every key; SIGUSR2 ends a process, as
 * do SIGHUP and SIGQUIT, the last with a dump of all memory.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** Signals that mean: end in good order. */
export const stopSignals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const;

/** Does nothing on the two signals that others use for their own ends; a listener is what keeps Node from acting. */
function ignoreUserSignals(): void {
  process.on('SIGUSR1', () => {});
  process.on('SIGUSR2', () => {});
}

/** Leaves no memory on disk when the process crashes: no pages in a dump, where the system can do it no dump at all. */
function forbidCoreDumps(): void {
  if (process.platform === 'win32') return;
  try {
    // Which pages a dump holds: none. Children inherit it.
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch {
    // Only Linux has it.
  }
  spawnSync('prlimit', ['--pid', String(process.pid), '--core=0:0'], { stdio: 'ignore', env: { PATH: process.env.PATH } });
  // Reports that Node writes on a fatal error hold the whole environment.
  if (process.report) {
    process.report.reportOnFatalError = false;
    process.report.reportOnSignal = false;
    process.report.reportOnUncaughtException = false;
  }
}

ignoreUserSignals();
forbidCoreDumps();
