/** The folder of what outlives the process, and the sessions in it. */
import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config-error.ts';
import type { SessionRecord, SessionStore } from './session.ts';

const posix = process.platform !== 'win32';

/**
 * Makes the folder (0700), or checks that only its owner can change what is in it. One that others may list is taken as it
 * is: `mkdir` makes such, and what must not be read is kept in files and inner folders of its owner's alone.
 * Throws `ConfigError`.
 */
export function openDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new ConfigError(`WEFT_DATA is ${folder}, which cannot be made (${codeOf(error)}). Choose another folder, or "none".`);
  }
  refuseOthers(folder, 0o022, 'changed', 'chmod 700');
}

function refuseOthers(path: string, bits: number, what: 'read' | 'changed', remedy: string): void {
  if (!posix || (statSync(path).mode & bits) === 0) return;
  throw new ConfigError(`${path} can be ${what} by other users of this machine. Run: ${remedy} ${path}`);
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

interface Kept {
  readonly version: 1;
  readonly salt: string;
  readonly binding: string;
  readonly sessions: readonly SessionRecord[];
}

export interface SessionFileOptions {
  readonly folder: string;
  /** What the sessions were opened for: the token, the endpoints, the accounts. With another one they all end. */
  readonly binding: string;
  readonly onError: (error: unknown) => void;
}

/** Sessions in a file of the data folder, 0600. A file that cannot be read or belongs to other settings holds none. */
export function sessionFile({ folder, binding, onError }: SessionFileOptions): SessionStore {
  const file = join(folder, 'sessions.json');
  const kept = readKept(file);
  const salt = kept?.salt ?? randomBytes(16).toString('hex');
  // The token is part of it and may be a short one: a slow hash, so that the file is no help in guessing it.
  const key = scryptSync(binding, salt, 32);
  const seal = createHmac('sha256', key).update('sessions').digest('hex');
  return {
    load: () => (kept && sameText(kept.binding, seal) ? [...kept.sessions] : []),
    save: (records) => {
      const next: Kept = { version: 1, salt, binding: seal, sessions: records };
      try {
        writeFileSync(`${file}.next`, JSON.stringify(next), { mode: 0o600 });
        renameSync(`${file}.next`, file);
      } catch (error) {
        onError(error);
        // A session that was ended must not come back with the next start: better none than that one.
        rmSync(file, { force: true });
      }
    },
  };
}

const sameText = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

function readKept(file: string): Kept | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new ConfigError(`${file} cannot be read (${codeOf(error)}). Delete it to sign everyone out.`);
  }
  refuseOthers(file, 0o077, 'read', 'chmod 600');
  try {
    const value = JSON.parse(text) as Partial<Kept>;
    if (value.version !== 1 || typeof value.salt !== 'string' || typeof value.binding !== 'string') return null;
    return { version: 1, salt: value.salt, binding: value.binding, sessions: (value.sessions ?? []).filter(isRecordOfSession) };
  } catch {
    return null;
  }
}

const isRecordOfSession = (value: SessionRecord): boolean =>
  /^[0-9a-f]{64}$/.test(value?.hash) && Number.isFinite(value.created) && Number.isFinite(value.seen);

/** Makes a folder inside the data folder for another process's data. */
export function innerFolder(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (posix) chmodSync(path, 0o700);
  return path;
}
