/** The simulated cloud as a process of its own, for tests that kill it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { type Keys, knowToken } from './client.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the simulator as it is shipped, into a folder of its own. `remove` takes it away again. */
export async function buildSimulator(): Promise<{ main: string; remove(): Promise<void> }> {
  // Inside the project, where the built file finds its dependencies.
  const outDir = await mkdtemp(join(root, 'node_modules', '.simulator-test-'));
  await build({
    root,
    logLevel: 'error',
    configFile: join(root, 'vite.server.config.ts'),
    build: { ssr: join(root, 'simulator/main.ts'), outDir, emptyOutDir: true },
  });
  return { main: join(outDir, 'main.js'), remove: () => rm(outDir, { recursive: true, force: true }) };
}

export interface SimulatorProcess {
  readonly url: string;
  readonly keys: Keys;
  /** What the one line of stdout said. */
  readonly line: Record<string, unknown>;
  readonly child: ChildProcess;
  /** Ends it with the signal and waits until it is gone. @returns its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts it. @throws Error with what it said on stderr when it ends before it listens. */
export function startProcess(
  main: string,
  args: readonly string[],
  stdin: 'ignore' | 'pipe' = 'ignore',
  command = process.execPath,
): Promise<SimulatorProcess> {
  const child = spawn(command, [main, ...args], { stdio: [stdin, 'pipe', 'pipe'] });
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    gone.then(() => reject(new Error(complaint)));
    child.once('error', reject);
    if (!child.stdout) return reject(new Error('no stdout'));
    createInterface({ input: child.stdout }).once('line', (text) => {
      const line = JSON.parse(text) as { url: string; controlToken: string } & Keys & Record<string, unknown>;
      knowToken(line.url, line.controlToken);
      resolve({
        url: line.url,
        keys: { secretId: line.secretId, secretKey: line.secretKey },
        line,
        child,
        end: (signal) => {
          child.kill(signal);
          return gone;
        },
      });
    });
  });
}

/** An empty folder that is not there yet, and what removes it. */
export async function emptyFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'weft-simulator-'));
  return { path: join(parent, 'data'), remove: () => rm(parent, { recursive: true, force: true }) };
}
