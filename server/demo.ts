/** The demo cloud: the simulator as a process of its own, reached like any other cloud. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isDialect } from '../catalogue/binding.ts';
import { isRecord } from '../catalogue/validate.ts';
import { Account } from './accounts/account.ts';
import { ConfigError } from './config-error.ts';
import type { Log } from './log.ts';

export interface Demo {
  /** Scheme, host and port; changes when the process is started anew on a free port. */
  readonly origin: () => string;
  /** While it is down, those it had: pages go on naming them. */
  readonly accounts: () => readonly Account[];
  readonly running: () => boolean;
  /** Asks it whether it answers and keeps what it is told. Null when it does, else a sentence. */
  readonly trouble: () => Promise<string | null>;
  readonly stop: () => Promise<void>;
}

interface DemoOptions {
  /** The simulator's built entry. */
  readonly entry: string;
  readonly port: number;
  /** Folder for its world, or null to keep nothing. */
  readonly data: string | null;
  readonly log: Log;
  /** Called after a restart: connections to the old origin are of no use any more. */
  readonly onMoved: (oldOrigin: string) => void;
}

interface RunningProcess {
  readonly since: number;
  readonly child: ChildProcess;
  readonly origin: string;
  readonly accounts: readonly Account[];
}

/** Pauses before it is started anew: none, then a second, doubled up to a minute, for ever. One that ran for a minute starts over. */
const longestPauseMs = 60_000;
const soundMs = 60_000;
const startMs = 15_000;
const healthMs = 2_000;

const pauseBefore = (failures: number): number => (failures === 0 ? 0 : Math.min(longestPauseMs, 1_000 * 2 ** (failures - 1)));

/** Starts the simulator and waits until it listens. Rejects with `ConfigError` when it does not. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  if (!existsSync(options.entry)) {
    throw new ConfigError(`There are no credentials, and the demo cloud is not built (${options.entry}). Run: npm start`);
  }
  const supervisor = new Supervisor(options);
  await supervisor.launch();
  return supervisor;
}

class Supervisor implements Demo {
  readonly #options: DemoOptions;
  /** The last one that ran; its process may have ended. */
  #last: RunningProcess | null = null;
  #up = false;
  #failures = 0;
  #timer: NodeJS.Timeout | null = null;
  #launching: ChildProcess | null = null;
  #stopping = false;

  constructor(options: DemoOptions) {
    this.#options = options;
  }

  readonly origin = (): string => this.#last?.origin ?? 'http://127.0.0.1:9';
  readonly accounts = (): readonly Account[] => this.#last?.accounts ?? [];
  readonly running = (): boolean => this.#up;

  readonly trouble = async (): Promise<string | null> => {
    if (!this.#up) return down;
    try {
      const response = await fetch(`${this.origin()}/_sim/health`, { signal: AbortSignal.timeout(healthMs) });
      if (response.status !== 503) return null;
      const facts: unknown = await response.json();
      const cause = isRecord(facts) && typeof facts.cause === 'string' ? ` (${facts.cause})` : '';
      return `The demo cloud cannot keep changes${cause}.`;
    } catch {
      return 'The demo cloud does not answer.';
    }
  };

  async launch(): Promise<void> {
    const running = await start(this.#options, (child) => {
      this.#launching = child;
    });
    this.#launching = null;
    this.#last = running;
    this.#up = true;
    // It may have ended in the moment between its first line and this one.
    if (running.child.exitCode !== null || running.child.signalCode !== null) this.#ended(running);
    else running.child.once('exit', () => this.#ended(running));
  }

  #ended(running: RunningProcess): void {
    this.#up = false;
    this.#options.onMoved(running.origin);
    if (this.#stopping) return;
    const { exitCode, signalCode } = running.child;
    this.#options.log.warn('demo-cloud-ended', { exitCode, ...(signalCode === null ? {} : { signal: signalCode }) });
    if (Date.now() - running.since > soundMs) this.#failures = 0;
    this.#again();
  }

  /** What cannot be started now may be later: when there is room on the disk, or the port is free. */
  #again(): void {
    const pause = pauseBefore(this.#failures);
    this.#failures += 1;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.launch().then(
        () => this.#options.log.info('demo-cloud-restarted'),
        (error: unknown) => {
          if (this.#stopping) return;
          this.#options.log.warn('demo-cloud-not-restarted', { why: error instanceof Error ? error.message : String(error) });
          this.#again();
        },
      );
    }, pause);
  }

  readonly stop = async (): Promise<void> => {
    this.#stopping = true;
    if (this.#timer) clearTimeout(this.#timer);
    const child = this.#launching ?? (this.#up ? this.#last?.child : null);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(hard);
  };
}

/** What is said while it is being started anew. */
export const down = 'The demo cloud is not running. It is being started again.';

/** What the child needs of the environment: no secret of ours is in it, only the token of its own control API. */
const childEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    ['PATH', 'HOME', 'TZ', 'LANG', 'TMPDIR', 'SystemRoot', 'WEFT_SIMULATOR_TOKEN'].map((name) => [name, process.env[name]]),
  );

function start({ entry, port, data }: DemoOptions, onSpawn: (child: ChildProcess) => void): Promise<RunningProcess> {
  const args = [entry, '--port', String(port), ...(data === null ? [] : ['--data', data]), '--seed', 'demo', '--with-parent'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env: childEnvironment() });
  onSpawn(child);
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
      return resolve({ child, since: Date.now(), ...read });
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
  const accounts = listed.filter(isRecord).flatMap(({ name, uin, secretId, secretKey, dialect }) => {
    if (typeof uin !== 'string' || typeof secretId !== 'string' || typeof secretKey !== 'string') return [];
    const facts = { id: uin, name: typeof name === 'string' ? name : uin, uin, vendor: 'tencent' as const };
    const own = typeof dialect === 'string' && isDialect(dialect) ? { dialect } : {};
    return [new Account({ ...facts, ...own }, { secretId, secretKey })];
  });
  return accounts.length > 0 ? { origin: new URL(value.url).origin, accounts } : null;
}
