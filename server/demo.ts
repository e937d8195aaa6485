/** The demo cloud: the simulator as a process of its own, reached like any other cloud. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isRecord } from '../catalogue/validate.ts';
import { Account } from './accounts/account.ts';
import { ConfigError } from './config-error.ts';
import type { Log } from './log.ts';

export interface Demo {
  /** Scheme, host and port; changes when the process is started anew on a free port. */
  readonly origin: () => string;
  readonly accounts: () => readonly Account[];
  readonly running: () => boolean;
  readonly stop: () => Promise<void>;
}

export interface DemoOptions {
  /** The simulator's built entry. */
  readonly entry: string;
  readonly port: number;
  /** Folder for its world, or null to keep nothing. */
  readonly data: string | null;
  readonly log: Log;
  /** Called after a restart: connections to the old origin are of no use any more. */
  readonly onMoved: (oldOrigin: string) => void;
}

interface Running {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly accounts: readonly Account[];
}

/** A cloud that dies again and again has a fault that starting it anew does not mend. */
const maxRestarts = 3;
const restartWindowMs = 60_000;
const startMs = 15_000;

/** Starts the simulator and waits until it listens. Rejects with `ConfigError` when it does not. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  if (!existsSync(options.entry)) {
    throw new ConfigError(`There are no credentials, and the demo cloud is not built (${options.entry}). Run: npm start`);
  }
  let current: Running | null = null;
  let stopping = false;
  const restarts: number[] = [];

  const launch = async (): Promise<void> => {
    const running = await start(options);
    current = running;
    // It may have ended in the moment between its first line and this one.
    if (running.child.exitCode !== null || running.child.signalCode !== null) ended(running);
    else running.child.once('exit', () => ended(running));
  };

  const ended = (running: Running): void => {
    current = null;
    options.onMoved(running.origin);
    if (stopping) return;
    const { exitCode, signalCode } = running.child;
    options.log.warn('demo-cloud-ended', { exitCode, ...(signalCode === null ? {} : { signal: signalCode }) });
    const now = Date.now();
    while (restarts[0] !== undefined && now - restarts[0] > restartWindowMs) restarts.shift();
    if (restarts.length >= maxRestarts) {
      options.log.warn('demo-cloud-given-up', { why: `It ended ${maxRestarts + 1} times within a minute. Restart Weft.` });
      return;
    }
    restarts.push(now);
    launch().catch((error: unknown) => options.log.defect('demo-cloud-not-restarted', error));
  };

  await launch();
  return {
    origin: () => current?.origin ?? 'http://127.0.0.1:9',
    accounts: () => current?.accounts ?? [],
    running: () => current !== null,
    stop: async () => {
      stopping = true;
      const child = current?.child;
      if (!child || child.exitCode !== null) return;
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await gone;
      clearTimeout(hard);
    },
  };
}

/** What the child needs of the environment: no secret of ours is in it, only the token of its own control API. */
const childEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    ['PATH', 'HOME', 'TZ', 'LANG', 'TMPDIR', 'SystemRoot', 'WEFT_SIMULATOR_TOKEN'].map((name) => [name, process.env[name]]),
  );

function start({ entry, port, data }: DemoOptions): Promise<Running> {
  const args = [entry, '--port', String(port), ...(data === null ? [] : ['--data', data]), '--seed', 'demo', '--with-parent'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env: childEnvironment() });
  // Its stdin is our end of the rope: it closes when this process is gone, however it goes.
  child.stdin.on('error', () => {});
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new ConfigError(`The demo cloud did not start: ${why}`));
    };
    const timer = setTimeout(() => fail(`it said nothing for ${startMs / 1000} s.`), startMs);
    child.once('error', (error) => fail(error.message));
    const early = (code: number | null): void => fail(`it ended with code ${code}; its own words stand above.`);
    child.once('exit', early);
    const lines = createInterface({ input: child.stdout });
    lines.once('line', (line) => {
      const read = readLine(line);
      if (!read) return fail('its first line is not what it should be.');
      clearTimeout(timer);
      child.off('exit', early);
      return resolve({ child, ...read });
    });
  });
}

/** The simulator's first line: where it is, and the keys of its accounts. */
function readLine(line: string): { origin: string; accounts: Account[] } | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isRecord(value) || typeof value.url !== 'string' || !URL.canParse(value.url)) return null;
  const listed = Array.isArray(value.accounts) && value.accounts.length > 0 ? value.accounts : [value];
  const accounts = listed.filter(isRecord).flatMap(({ name, uin, secretId, secretKey }) => {
    if (typeof uin !== 'string' || typeof secretId !== 'string' || typeof secretKey !== 'string') return [];
    const facts = { id: uin, name: typeof name === 'string' ? name : uin, uin, vendor: 'tencent' as const };
    return [new Account(facts, { secretId, secretKey })];
  });
  return accounts.length > 0 ? { origin: new URL(value.url).origin, accounts } : null;
}
