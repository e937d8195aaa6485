/** Sessions in the store. */
import { createHmac, scryptSync } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { SessionPerson, SessionRecord, SessionStore } from '../session.ts';
import { oldSessionsFile, readOldSessions } from './old-sessions.ts';
import { randomHex, type Store, settingOf } from './store.ts';

interface SessionStoreOptions {
  readonly store: Store;
  /** The data folder, or null. */
  readonly data: string | null;
  /** What the sessions were opened for: the token, the endpoints, the accounts. With another one they count for nothing. */
  readonly binding: string;
  /** The old file is not what was written: its sessions are lost. */
  readonly onDamaged: (file: string) => void;
}

const saltName = 'sessions.salt';

/** The sessions of these settings; those of a file of an older version are taken over, and the file removed. */
export async function openSessionStore({ store, data, binding, onDamaged }: SessionStoreOptions): Promise<SessionStore> {
  const old = data === null ? null : readOldSessions(data);
  const kept = old === 'damaged' ? null : old;
  const salt = await settingOf(store, saltName, kept === null ? randomHex(16) : () => kept.salt);
  // The token is part of it and may be a short one: a slow hash, so that the database is no help in guessing it.
  const key = scryptSync(binding, salt, 32);
  const seal = createHmac('sha256', key).update('sessions').digest('hex');
  const sessions = sessionStore(store, seal);
  if (data !== null && old === 'damaged') onDamaged(oldSessionsFile(data));
  if (kept !== null && kept.salt === salt && kept.binding === seal) await sessions.put(kept.sessions);
  if (data !== null && old !== null) rmSync(oldSessionsFile(data), { force: true });
  return sessions;
}

function sessionStore({ db, shared }: Store, seal: string): SessionStore {
  return {
    shared,
    load: async () => {
      const rows = await db.selectFrom('sessions').selectAll().where('binding', '=', seal).execute();
      return rows.map(recordOf);
    },
    find: async (hash) => {
      const row = await db.selectFrom('sessions').selectAll().where('hash', '=', hash).where('binding', '=', seal).executeTakeFirst();
      return row === undefined ? null : recordOf(row);
    },
    put: async (records) => {
      if (records.length === 0) return;
      const rows = records.map(({ hash, created, seen, script, person }) => {
        return { hash, binding: seal, created, seen, script: script ? 1 : 0, person: person ? JSON.stringify(person) : null };
      });
      await db
        .insertInto('sessions')
        .values(rows)
        .onConflict((clash) => clash.column('hash').doNothing())
        .execute();
    },
    touch: async (hash, seen) => {
      await db.updateTable('sessions').set({ seen }).where('hash', '=', hash).execute();
    },
    know: async (hash, person) => {
      await db
        .updateTable('sessions')
        .set({ person: JSON.stringify(person) })
        .where('hash', '=', hash)
        .execute();
    },
    remove: async (hashes) => {
      if (hashes.length > 0) await db.deleteFrom('sessions').where('hash', 'in', hashes).execute();
    },
    removeOlder: async (createdBefore, seenBefore) => {
      await db
        .deleteFrom('sessions')
        .where((row) => row.or([row('created', '<', createdBefore), row('seen', '<', seenBefore)]))
        .execute();
    },
  };
}

type SessionRow = Pick<SessionRecord, 'hash' | 'created' | 'seen'> & { readonly script: number; readonly person: string | null };

const recordOf = ({ hash, created, seen, script, person }: SessionRow): SessionRecord => ({
  hash,
  created,
  seen,
  ...(script === 1 ? { script: true } : {}),
  ...(person === null ? {} : { person: JSON.parse(person) as SessionPerson }),
});
