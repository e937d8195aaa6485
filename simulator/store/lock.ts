/**
 * One process per data folder. Whoever holds the folder listens at a socket in it: the kernel ends that with the process,
 * however it dies, and finds it from every network namespace that sees the folder, which a name without a file does not.
 *
 * A socket gets its visible name only once it listens, and each name is used once. So a name at which nobody answers is
 * dead for good, and of two that begin at the same time at least one sees the other.
 */
import { randomBytes } from 'node:crypto';
import { type FileHandle, link, open, readdir, rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { DataFolderError, inWords } from './folder.ts';

export interface Lock {
  release(): Promise<void>;
}

const visible = /^lock-[0-9a-f]{24}\.sock$/;

/** So long one of two that begin together waits for the other to give way, in steps. */
const patience = 40;
const stepMs = 50;

/** @throws DataFolderError when another process has the folder, and which one it says it is. */
export async function lockFolder(folder: string): Promise<Lock> {
  if (process.platform === 'win32') return lockPipe(folder);
  // Names of sockets are short (107 bytes); through the open folder they are, wherever it stands.
  const handle = process.platform === 'linux' ? await open(folder, 'r') : undefined;
  try {
    return await lockIn(folder, handle ? `/proc/self/fd/${handle.fd}` : folder, handle);
  } catch (error) {
    await handle?.close();
    throw inWords(`The data folder ${folder}`, error);
  }
}

async function lockIn(folder: string, short: string, handle: FileHandle | undefined): Promise<Lock> {
  const id = randomBytes(12).toString('hex');
  const hidden = join(short, `.${id}`);
  const name = `lock-${id}.sock`;
  const server = await listenOn(hidden);
  try {
    // Where a file cannot have two names it is moved: no name is used twice, so nothing is overwritten.
    await link(hidden, join(folder, name)).catch(() => rename(hidden, join(folder, name)));
    await rm(hidden, { force: true });
    await outlast(folder, short, name);
  } catch (error) {
    await rm(join(folder, name), { force: true });
    await closed(server);
    throw error;
  }
  return {
    release: async () => {
      await rm(join(folder, name), { force: true });
      await closed(server);
      await handle?.close();
    },
  };
}

/** Resolves when nobody else holds the folder. Of two that begin together the one with the later name gives way. */
async function outlast(folder: string, short: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const others = await othersIn(folder, short, name);
    if (others.length === 0) return;
    if (attempt > patience || others.some((other) => other.name < name)) {
      throw new DataFolderError(
        `The data folder ${folder} is in use by another simulator (${others[0]?.who}). End it, or name another folder.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, stepMs));
  }
}

/** Everybody else who answers. Names at which nobody does are removed. */
async function othersIn(folder: string, short: string, name: string): Promise<{ readonly name: string; readonly who: string }[]> {
  const names = (await readdir(folder)).filter((other) => visible.test(other) && other !== name);
  const found = await Promise.all(names.map(async (other) => ({ name: other, who: await whoAnswers(join(short, other)) })));
  return found.flatMap(({ name: other, who }) => {
    if (who !== null) return [{ name: other, who }];
    rm(join(folder, other), { force: true }).catch(() => undefined);
    return [];
  });
}

/** What the holder says of itself, or null when there is none any more. One that says nothing is there all the same. */
function whoAnswers(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(path);
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8').slice(0, 100);
    });
    socket.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? null : 'it does not say which'),
    );
    socket.once('close', () => resolve(text.trim() || 'it does not say which'));
  });
}

function listenOn(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(`process ${process.pid}`);
    });
    server.once('error', reject);
    server.listen(path, () => {
      // The lock alone must not keep the process alive.
      server.unref();
      resolve(server);
    });
  });
}

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

/** Windows has no sockets in folders that are sure to work; its pipes are the machine's, and go with their process. */
async function lockPipe(folder: string): Promise<Lock> {
  const name = `\\\\.\\pipe\\weft-simulator-${Buffer.from(folder).toString('hex').slice(-200)}`;
  try {
    const server = await listenOn(name);
    return { release: () => closed(server) };
  } catch {
    throw new DataFolderError(`The data folder ${folder} is in use by another simulator.`);
  }
}
