/** The data folder: whose it is, what of it may be trusted, and how files in it are written. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config-error.ts';

const posix = process.platform !== 'win32';

export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

/** What a failure of the system means, in words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  const words: Readonly<Record<string, string>> = {
    EACCES: 'this user may not',
    EPERM: 'this user may not',
    EROFS: 'it is on a read-only file system',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the quota of this user is used up',
    ENOTDIR: 'a part of the path is no folder',
    EEXIST: 'something that is no folder has that name',
    ELOOP: 'it is a link',
    EIO: 'the disk failed',
  };
  return words[code] === undefined ? code : `${words[code]} (${code})`;
}

/**
 * Makes the folder (0700), or checks that it is this user's and only they can change what is in it. One that others may list
 * is taken as it is: `mkdir` makes such, and what must not be read is kept in files and inner folders of its owner's alone.
 * Throws `ConfigError`.
 */
export function openDataFolder(folder: string): void {
  let facts: Stats;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    facts = statSync(folder);
  } catch (error) {
    throw new ConfigError(`WEFT_DATA is ${folder}, which cannot be made: ${reasonOf(error)}. Choose another folder, or "none".`);
  }
  refuseForeign(folder, facts);
  refuseOthers(folder, facts, 0o022, 'changed', 'chmod 700');
}

/** Makes a folder inside the data folder for another process's data. Throws `ConfigError`. */
export function innerFolder(folder: string, name: string): string {
  const path = join(folder, name);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new ConfigError(`${path} cannot be made: ${reasonOf(error)}. Mend that, or choose another folder with WEFT_DATA.`);
  }
  const facts = lstatSync(path);
  if (!facts.isDirectory()) throw new ConfigError(`${path} is a link, which may lead anywhere. Put a folder in its place.`);
  refuseForeign(path, facts);
  if (posix) chmodSync(path, 0o700);
  return path;
}

function refuseForeign(path: string, { uid }: Stats): void {
  const me = process.geteuid?.();
  if (me === undefined || uid === me) return;
  throw new ConfigError(`${path} belongs to another user of this machine (${uid}), who can change what is in it. Run: chown ${me} ${path}`);
}

function refuseOthers(path: string, { mode }: Stats, bits: number, what: 'read' | 'changed', remedy: string): void {
  if (!posix || (mode & bits) === 0) return;
  throw new ConfigError(`${path} can be ${what} by other users of this machine. Run: ${remedy} ${path}`);
}

/** The text of a file that is its owner's alone, or null when there is none. Follows no link. Throws `ConfigError`. */
export function readOwnFile(path: string): string | null {
  let handle: number;
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new ConfigError(`${path} cannot be read: ${reasonOf(error)}. Delete it to sign everyone out.`);
  }
  try {
    const facts = fstatSync(handle);
    if (!facts.isFile()) throw new ConfigError(`${path} is no file. Delete it to sign everyone out.`);
    refuseForeign(path, facts);
    refuseOthers(path, facts, 0o077, 'read', 'chmod 600');
    return readFileSync(handle, 'utf8');
  } finally {
    closeSync(handle);
  }
}

const writeNew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** Makes a file (0600) that was not there before; a link in its place is not followed. */
function writeNewFile(path: string, text: string): void {
  const handle = openSync(path, writeNew, 0o600);
  try {
    // A disk with a little room left takes a part of it and reports no error: only the next write does.
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Replaces a file: written beside it under a name that nobody can guess, then renamed. After a crash it is the old or the new one. */
export function replaceOwnFile(path: string, text: string): void {
  const beside = `${path}.${randomBytes(8).toString('hex')}.next`;
  try {
    writeNewFile(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Null when a file can be written in the folder now, otherwise why not. */
export function whyNotWritable(folder: string): string | null {
  const path = join(folder, `.probe-${randomBytes(8).toString('hex')}`);
  try {
    writeNewFile(path, 'Weft looks whether it can write here.\n');
    return null;
  } catch (error) {
    return reasonOf(error);
  } finally {
    try {
      rmSync(path, { force: true });
    } catch {
      // What could not be made need not be removed.
    }
  }
}
