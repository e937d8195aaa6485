/**
 * One process for one data folder. The lock is the kernel's, on an open file: it ends with its process however that ends,
 * holds in every network and process namespace, and has nothing stale that two could take over at once.
 *
 * Node cannot ask for such a lock itself. Linux has flock(1), which locks a file that it is handed open: the lock belongs to
 * what is open, so it stays with us when flock has ended. The BSDs and macOS lock while opening. Where neither is there, a
 * listening socket in the folder stands in (decision 0026). Why the simulator has a lock of its own: decision 0037.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, constants, ftruncateSync, linkSync, lstatSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { ConfigError } from './config-error.ts';
import { codeOf, reasonOf } from './folder.ts';

type Release = () => void;

/** Open, without following a link, a pipe or a device; 0600. */
const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** O_EXLOCK of the BSDs, which Node's constants lack. */
const lockWhileOpening = 0x20;
const locksWhileOpening = ['darwin', 'freebsd', 'openbsd', 'netbsd'].includes(process.platform);

const taken = (folder: string, file: string): ConfigError => {
  const owner = /^\d+/.exec(readQuietly(file))?.[0];
  return new ConfigError(
    `Another Weft is using the data in ${folder}${owner === undefined ? '' : ` (process ${owner})`}. ` +
      'Stop it, or give this one a folder of its own with WEFT_DATA.',
  );
};

function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Takes the folder for this process; resolves to the way to give it back. Rejects with `ConfigError` when it is taken or cannot be written. */
export async function lockFolder(folder: string): Promise<Release> {
  if (process.platform === 'win32') return () => {};
  const file = join(folder, 'server.lock');
  let handle: number;
  try {
    handle = openSync(file, locksWhileOpening ? flags | lockWhileOpening : flags, 0o600);
  } catch (error) {
    if (locksWhileOpening && codeOf(error) === 'EAGAIN') throw taken(folder, file);
    throw new ConfigError(`The data folder ${folder} cannot be written: ${reasonOf(error)}. Mend that, or choose another with WEFT_DATA.`);
  }
  const held = locksWhileOpening ? 'held' : flock(handle);
  if (held === 'held') {
    note(handle);
    return () => {
      if (!locksWhileOpening) unlock(handle);
      closeSync(handle);
    };
  }
  closeSync(handle);
  if (held === 'taken') throw taken(folder, file);
  return lockBySocket(folder, file);
}

/** Locks the open file by flock(1). The exit code 1 is a lock that another holds; anything else is no answer. */
function flock(handle: number): 'held' | 'taken' | 'cannot' {
  const { status, error } = spawnSync('flock', ['-n', '3'], {
    stdio: ['ignore', 'ignore', 'ignore', handle],
    env: { PATH: process.env.PATH },
  });
  if (error || status === null) return 'cannot';
  if (status === 0) return 'held';
  return status === 1 ? 'taken' : 'cannot';
}

/** Closing alone would leave it to a child that another thread is just starting, until that runs its program. */
const unlock = (handle: number): void =>
  void spawnSync('flock', ['-u', '3'], { stdio: ['ignore', 'ignore', 'ignore', handle], env: { PATH: process.env.PATH } });

/** Whose the lock is, for whoever meets it. A full disk is no reason not to hold it. */
function note(handle: number): void {
  try {
    ftruncateSync(handle);
    writeSync(handle, `${process.pid}\n`, 0);
  } catch {
    // The message will not name the process.
  }
}

/** The socket is bound under a name of its own and linked to the lock's: of two who do that at once, one is refused. */
async function lockBySocket(folder: string, file: string): Promise<Release> {
  const socket = join(folder, 'lock.sock');
  const own = join(folder, `lock.${randomBytes(4).toString('hex')}`);
  const close = await listen(own).catch((error: unknown) => {
    throw new ConfigError(`The data folder ${folder} cannot be locked: ${reasonOf(error)}. Choose one with a shorter path.`);
  });
  try {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (link(own, socket)) {
        const mine = lstatSync(own).ino;
        rmSync(own, { force: true });
        // Somebody who took ours for a dead one would have put theirs in its place by now.
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (inodeOf(socket) === mine) return close;
        break;
      }
      if (await answers(socket)) break;
      // Left behind by a process that was killed.
      rmSync(socket, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
  close();
  throw taken(folder, file);
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function inodeOf(path: string): number {
  try {
    return statSync(path).ino;
  } catch {
    return 0;
  }
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

const listen = (name: string): Promise<Release> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(name, () => {
      server.unref();
      resolve(() => server.close());
    });
  });
