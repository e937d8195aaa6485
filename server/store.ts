/** Sessions in the data folder. */
import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readOwnFile, replaceOwnFile } from './folder.ts';
import type { SessionRecord, SessionStore } from './session.ts';

interface SessionsFile {
  readonly version: 1;
  readonly salt: string;
  readonly binding: string;
  readonly sessions: readonly SessionRecord[];
}

interface SessionFileOptions {
  readonly folder: string;
  /** What the sessions were opened for: the token, the endpoints, the accounts. With another one they all end. */
  readonly binding: string;
  readonly onError: (error: unknown) => void;
  /** The file is not what was written: its sessions are lost. Told before any is opened. */
  readonly onDamaged?: (file: string) => void;
}

/** Sessions in a file of the data folder, 0600. A file that cannot be read or belongs to other settings holds none. */
export function sessionFile({ folder, binding, onError, onDamaged }: SessionFileOptions): SessionStore {
  const file = join(folder, 'sessions.json');
  const text = readOwnFile(file);
  const kept = text === null ? null : readKept(text);
  if (text !== null && kept === null) onDamaged?.(file);
  const salt = kept?.salt ?? randomBytes(16).toString('hex');
  // The token is part of it and may be a short one: a slow hash, so that the file is no help in guessing it.
  const key = scryptSync(binding, salt, 32);
  const seal = createHmac('sha256', key).update('sessions').digest('hex');
  return {
    load: () => (kept && sameText(kept.binding, seal) ? [...kept.sessions] : []),
    save: (records, ended) => {
      const next: SessionsFile = { version: 1, salt, binding: seal, sessions: records };
      try {
        replaceOwnFile(file, JSON.stringify(next));
      } catch (error) {
        onError(error);
        // A session that was ended must not come back with the next start: better none than that one.
        if (ended) removeQuietly(file);
      }
    },
  };
}

/** On a read-only disk the file stays; the failure before has been told. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Told by the failure that led here.
  }
}

const sameText = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

function readKept(text: string): SessionsFile | null {
  try {
    const value = JSON.parse(text) as Partial<SessionsFile>;
    if (value.version !== 1 || typeof value.salt !== 'string' || typeof value.binding !== 'string') return null;
    return { version: 1, salt: value.salt, binding: value.binding, sessions: (value.sessions ?? []).filter(isRecordOfSession) };
  } catch {
    return null;
  }
}

const isRecordOfSession = (value: SessionRecord): boolean =>
  /^[0-9a-f]{64}$/.test(value?.hash) && Number.isFinite(value.created) && Number.isFinite(value.seen);
