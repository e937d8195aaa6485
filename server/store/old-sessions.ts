/** The file that sessions were kept in before there was a database: what is in it is taken over once. */
import { join } from 'node:path';
import { readOwnFile } from '../folder.ts';
import type { SessionRecord } from '../session.ts';

interface OldSessions {
  readonly salt: string;
  /** Seals the settings that its sessions were opened for. */
  readonly binding: string;
  readonly sessions: readonly SessionRecord[];
}

export const oldSessionsFile = (folder: string): string => join(folder, 'sessions.json');

/** Null where there is no such file. Throws `ConfigError` where it cannot be trusted. */
export function readOldSessions(folder: string): OldSessions | 'damaged' | null {
  const text = readOwnFile(oldSessionsFile(folder));
  return text === null ? null : (readKept(text) ?? 'damaged');
}

function readKept(text: string): OldSessions | null {
  try {
    const value = JSON.parse(text) as Partial<OldSessions> & { readonly version?: unknown };
    if (value.version !== 1 || typeof value.salt !== 'string' || typeof value.binding !== 'string') return null;
    return { salt: value.salt, binding: value.binding, sessions: (value.sessions ?? []).filter(isRecordOfSession) };
  } catch {
    return null;
  }
}

const isRecordOfSession = (value: SessionRecord): boolean =>
  /^[0-9a-f]{64}$/.test(value?.hash) && Number.isFinite(value.created) && Number.isFinite(value.seen);
