/** `npm run backup -- FILE` and `npm run restore -- FILE`. */
import { randomBytes } from 'node:crypto';
import { closeSync, constants, existsSync, fsyncSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { ConfigError } from '../config-error.ts';
import { codeOf, reasonOf } from '../folder.ts';
import { migrateWithin } from '../store/migrate.ts';
import { migrations } from '../store/migrations.ts';
import { connectStore, databaseFile, type Store } from '../store/store.ts';
import { dumpStore, readDump, restoreDump } from './dump.ts';

/** A server that was heard of this short a time ago is running, in milliseconds. */
const runningMs = 30_000;

/** Writes the store into a new file, 0600. Resolves to the number of rows. Servers may run meanwhile. */
export async function backUp(store: Store, file: string): Promise<number> {
  if (existsSync(file)) throw new ConfigError(`${file} is there already. Choose another name, so that no backup is lost.`);
  const beside = `${file}.${randomBytes(6).toString('hex')}.part`;
  let handle: number;
  try {
    handle = openSync(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
  } catch (error) {
    throw new ConfigError(`${file} cannot be written: ${reasonOf(error)}.`);
  }
  try {
    const rows = await withMoment(store, (of) => dumpStore(of, (text) => writeWhole(handle, `${text}\n`)));
    fsyncSync(handle);
    closeSync(handle);
    renameSync(beside, file);
    return rows;
  } catch (error) {
    rmSync(beside, { force: true });
    if (codeOf(error) === 'unknown' || codeOf(error).startsWith('SQLITE_')) throw error;
    throw new ConfigError(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}

function writeWhole(handle: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}

/** Of the embedded database a copy of one moment, which holds no server up; PostgreSQL shows one moment by itself. */
async function withMoment<T>(store: Store, use: (store: Store) => Promise<T>): Promise<T> {
  if (store.kind === 'postgres') return use(store);
  const folder = mkdtempSync(join(tmpdir(), 'weft-backup-'));
  try {
    await sql`vacuum into ${sql.lit(databaseFile(folder))}`.execute(store.db);
    const copy = await connectStore({ data: folder, databaseUrl: null, onError: () => {} });
    try {
      return await use(copy);
    } finally {
      await copy.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Replaces what the store holds by the backup. No server may run: of the embedded database the caller holds the folder's lock. */
export async function restore(store: Store, file: string): Promise<number> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`${file} cannot be read: ${codeOf(error) === 'ENOENT' ? 'there is no such file' : reasonOf(error)}.`);
  }
  const dump = readDump(text);
  // A database that a newer version has changed is left alone; an empty one is brought up.
  await store.db.transaction().execute((open) => migrateWithin(open, { kind: store.kind, migrations }));
  if (store.shared) {
    const running = await store.db
      .selectFrom('servers')
      .select('id')
      .where('seen', '>', Date.now() - runningMs)
      .execute();
    if (running.length > 0) {
      throw new ConfigError(`${running.length} of Weft’s servers run on this database, or did half a minute ago. Stop them first.`);
    }
  }
  return restoreDump(store, dump);
}
