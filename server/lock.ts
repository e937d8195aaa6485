/**
 * One process for one data folder. The lock is a listening socket: it ends with its process however that ends, which a
 * file with a process number does not.
 */
import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config-error.ts';

/** The kernel takes about a hundred bytes for the name of a socket. */
const longestName = 100;

function socketName(folder: string): string {
  const inside = join(realpathSync(folder), 'weft.lock');
  if (Buffer.byteLength(inside) < longestName) return inside;
  return join(tmpdir(), `weft-${createHash('sha256').update(inside).digest('hex').slice(0, 24)}.lock`);
}

const answers = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(name);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const listen = (name: string): Promise<() => void> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(name, () => {
      server.unref();
      resolve(() => server.close());
    });
  });

/** Takes the folder for this process; resolves to the way to give it back. Rejects with `ConfigError` when it is taken. */
export async function lockFolder(folder: string): Promise<() => void> {
  if (process.platform === 'win32') return () => {};
  const name = socketName(folder);
  const taken = (): ConfigError =>
    new ConfigError(`Another Weft is using the data in ${folder}. Stop it, or give this one a folder of its own with WEFT_DATA.`);
  try {
    return await listen(name);
  } catch {
    if (await answers(name)) throw taken();
    // Left behind by a process that was killed.
    rmSync(name, { force: true });
    return listen(name).catch(() => {
      throw taken();
    });
  }
}
