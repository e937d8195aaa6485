/** The store: one interface over the embedded database and PostgreSQL. Everything that outlives the process is in it. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { ConfigError } from '../config-error.ts';
import { reasonOf } from '../folder.ts';
import { inMemory, libsqlDialect, openLibsql } from './libsql.ts';
import { migrate, type StoreKind } from './migrate.ts';
import { migrations } from './migrations.ts';
import { postgresDialect } from './postgres.ts';
import type { StoreSchema } from './schema.ts';

export interface Store {
  readonly kind: StoreKind;
  readonly db: Kysely<StoreSchema>;
  /** Other servers may use it too: what was read may have changed since. */
  readonly shared: boolean;
  readonly close: () => Promise<void>;
}

export interface StoreOptions {
  /** The data folder, or null to keep nothing. */
  readonly data: string | null;
  /** Address of a PostgreSQL; null takes the embedded database. */
  readonly databaseUrl: string | null;
  readonly ca?: readonly string[] | undefined;
  readonly onError: (error: unknown) => void;
}

export const databaseFile = (folder: string): string => join(folder, 'weft.db');

/** Opens the database as it is, without bringing its tables up. Rejects with `ConfigError`. */
export async function connectStore({ data, databaseUrl, ca, onError }: StoreOptions): Promise<Store> {
  if (databaseUrl !== null) {
    const db = new Kysely<StoreSchema>({ dialect: await postgresDialect(databaseUrl, { ca, onError }) });
    return { kind: 'postgres', db, shared: true, close: () => db.destroy() };
  }
  const database = await openLibsql(data === null ? inMemory : databaseFile(data));
  const db = new Kysely<StoreSchema>({ dialect: libsqlDialect(database) });
  return { kind: 'libsql', db, shared: false, close: () => db.destroy() };
}

/** Opens the database and brings its tables up. Rejects with `ConfigError`. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const store = await connectStore(options);
  try {
    await migrate(store.db, { kind: store.kind, migrations });
    return store;
  } catch (error) {
    await store.close().catch(() => {});
    if (error instanceof ConfigError) throw error;
    const [what, remedy] = store.shared
      ? ['The database that WEFT_DATABASE_URL names', 'Look whether it runs and lets this user in']
      : ['The database in the data folder', 'Mend that, or choose another folder with WEFT_DATA'];
    throw new ConfigError(`${what} cannot be used: ${causeOf(error)}. ${remedy}.`);
  }
}

/** Several addresses that all failed are one error without words of its own. */
function causeOf(error: unknown): string {
  if (error instanceof AggregateError) return causeOf(error.errors[0]);
  const words = error instanceof Error && error.message !== '' ? error.message.replace(/\.$/, '') : reasonOf(error);
  return words.split('\n', 1)[0] ?? words;
}

/** Rejects while the database does not answer. */
export const isThere = ({ db }: Store): Promise<unknown> => db.selectFrom('historyHead').select('seq').execute();

/** A fact of the installation that is made once: of servers that make it at the same time all get one. */
export async function settingOf({ db }: Store, name: string, make: () => string): Promise<string> {
  const known = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  if (known) return known.value;
  const conflict = db
    .insertInto('settings')
    .values({ name, value: make() })
    .onConflict((clash) => clash.column('name').doNothing());
  await conflict.execute();
  const { value } = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirstOrThrow();
  return value;
}

/** A random text for `settingOf`, hex. */
export const randomHex = (bytes: number) => (): string => randomBytes(bytes).toString('hex');
