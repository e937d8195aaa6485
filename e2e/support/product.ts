/** The running product: the built server as a process of its own, with the simulated cloud that it starts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { controlToken, simAt, throttlingFaults } from './sim.ts';

interface ProductOptions {
  /** A data folder, or 'none' (the default): nothing outlives the process. */
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Files of the console that cannot be had, by their names, until the process is started again. */
  readonly lost?: RegExp;
  /** Its cloud is asked too much from the first call on, after a restart too. */
  readonly throttled?: boolean;
}

export interface Product {
  readonly url: string;
  readonly signInLink: string;
  /** URL of the simulated cloud; its control API is under `/_sim/`. */
  readonly simulator: string;
  /** Everything that the process has printed so far. */
  readonly printed: () => string;
  /** Ends the process as a person would (SIGTERM) and starts it again at the same URL with the same data. */
  readonly restart: () => Promise<void>;
  /** Ends the process as the system would when memory runs out (SIGKILL). `start` begins it again at the same URL with the same data. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What the product is started with: programs may show it in the place of a session. */
export const token = 'a-fixed-token-for-tests-only';
const built = join(process.cwd(), 'dist');

/** What was built, but for the lost files, in a folder from which packages are found as from the built one. */
function builtWithout(lost: RegExp): string {
  const folder = mkdtempSync(join(process.cwd(), '.cache', 'lost-'));
  const isKept = (file: string): boolean => !(file.startsWith(join(built, 'web')) && lost.test(basename(file)));
  cpSync(built, folder, { recursive: true, filter: isKept });
  return folder;
}

/** A port that nothing listened on a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

/** A start that lost its port to another worker, which took it in between. */
const lostPort = (error: unknown): boolean => /EADDRINUSE|in use|taken/i.test(String(error));

/** Resolves when the server has printed its line. Rejects with what it printed when it ends instead. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startOnce(options);
    } catch (error) {
      if (tries === 3 || !lostPort(error)) throw error;
    }
  }
}

/** The server of a folder, once it listens. `print` takes what it prints, and gives all of it. @throws Error with that when it ends before. */
function listening(folder: string, home: string, env: NodeJS.ProcessEnv, print: (text: string) => string): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, 'server', 'main.js')], { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const gone = (): void => reject(new Error(`The server ended before it listened.\n${print('')}`));
    child.once('exit', gone);
    child.stderr.on('data', (chunk: Buffer) => print(String(chunk)));
    child.stdout.on('data', (chunk: Buffer) => {
      if (!print(String(chunk)).includes('sign in: ')) return;
      child.off('exit', gone);
      resolve(child);
    });
  });
}

async function startOnce({ data = 'none', env = {}, lost, throttled = false }: ProductOptions): Promise<Product> {
  // An empty home: keys of the person who runs the tests must never be found.
  const home = mkdtempSync(join(tmpdir(), 'weft-home-'));
  const simulatorPort = await freePort();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const simulator = `http://127.0.0.1:${simulatorPort}`;
  const incomplete = lost && builtWithout(lost);
  let folder = incomplete ?? built;
  let printed = '';
  const settings = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    PORT: String(port),
    // With keys of its own it starts no simulated cloud, and refuses to be told where one would stand.
    ...(env.TENCENTCLOUD_SECRET_ID === undefined ? { WEFT_SIMULATOR_PORT: String(simulatorPort), WEFT_SIMULATOR_TOKEN: controlToken } : {}),
    WEFT_DATA: data,
    WEFT_TOKEN: token,
    ...env,
  };
  const begin = (): Promise<ChildProcess> => {
    printed = '';
    return listening(folder, home, settings, (text) => {
      printed += text;
      return printed;
    });
  };
  const throttle = async (): Promise<void> => {
    if (throttled) await simAt(simulator, throttlingFaults).stand();
  };
  let child = await begin();
  await throttle();
  const start = async (): Promise<void> => {
    folder = built;
    child = await begin();
    await throttle();
  };
  return {
    url,
    signInLink: `${url}/sign-in#token=${token}`,
    simulator,
    printed: () => printed,
    restart: async () => {
      await end(child);
      await start();
    },
    kill: () => end(child, 'SIGKILL'),
    start,
    stop: async () => {
      await end(child);
      for (const made of [home, ...(incomplete ? [incomplete] : [])]) rmSync(made, { recursive: true, force: true });
    },
  };
}
