/**
 * One process per data folder. The lock is a local socket, which the kernel frees when its owner dies, however it dies:
 * no stale lock file, no guessing at process numbers.
 */
import { createHash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

export interface Lock {
  release(): Promise<void>;
}

/** Where the lock of a folder listens: a name that needs no file on Linux and Windows, a file in the folder elsewhere. */
function lockName(folder: string): { path: string; isFile: boolean } {
  const { dev, ino } = statSync(folder);
  const name = `weft-simulator-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return { path: `\0${name}`, isFile: false };
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\${name}`, isFile: false };
  return { path: join(folder, 'lock.sock'), isFile: true };
}

/** @throws Error when another process has the folder. */
export async function lockFolder(folder: string): Promise<Lock> {
  const { path, isFile } = lockName(folder);
  let server = await listenOn(path);
  if (!server && isFile && !(await answers(path))) {
    rmSync(path, { force: true });
    server = await listenOn(path);
  }
  if (!server) throw new Error(`The data folder ${folder} is in use by another simulator.`);
  const held = server;
  // The lock alone must not keep the process alive.
  held.unref();
  return { release: () => new Promise((resolve) => held.close(() => resolve())) };
}

/** The listening server, or null when the name is taken. */
function listenOn(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(path, () => resolve(server));
  });
}

/** True when somebody listens there. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
