/**
 * Brings a database to a state of the schema, up or down, in one transaction: after a crash it is in the old one or the new one.
 * Of several servers that start at once one does it, and the others wait for it and find it done.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import { ConfigError } from '../config-error.ts';
import type { StoreSchema } from './schema.ts';

export interface Migration {
  /** Its number and what it brings: "0001-sessions". */
  readonly name: string;
  readonly up: (db: Transaction<StoreSchema>) => Promise<void>;
  readonly down: (db: Transaction<StoreSchema>) => Promise<void>;
}

export type StoreKind = 'libsql' | 'postgres';

interface MigrateOptions {
  readonly kind: StoreKind;
  readonly migrations: readonly Migration[];
  /** The migration that is the last to stand when it is done; null takes all of them back. Left out: the newest. */
  readonly to?: string | null;
}

/** Any number that nobody else takes for a lock of theirs: "weft" in ASCII. */
const lockNumber = 0x77_65_66_74;

/**
 * Resolves to the names of the migrations that were done or taken back. Rejects with `ConfigError` where the database was
 * brought further by a newer version than this one.
 */
export const migrate = (db: Kysely<StoreSchema>, options: MigrateOptions): Promise<readonly string[]> =>
  db.transaction().execute((step) => migrateWithin(step, options));

/** The same as a part of a transaction. */
export async function migrateWithin(step: Transaction<StoreSchema>, { kind, migrations, to }: MigrateOptions): Promise<readonly string[]> {
  const target = to === undefined ? migrations.length : to === null ? 0 : migrations.findIndex(({ name }) => name === to) + 1;
  if (to && target === 0) throw new ConfigError(`There is no state "${to}". There are: ${migrations.map(({ name }) => name).join(', ')}.`);
  // The embedded database's transactions lock as they begin.
  if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(lockNumber)})`.execute(step);
  const applied = await appliedIn(step);
  refuseNewer(applied, migrations);
  const moved: string[] = [];
  for (const migration of migrations.slice(applied.length, target)) {
    await migration.up(step);
    await step.insertInto('migrations').values({ name: migration.name, applied: Date.now() }).execute();
    moved.push(migration.name);
  }
  for (const migration of migrations.slice(target, applied.length).reverse()) {
    await migration.down(step);
    await step.deleteFrom('migrations').where('name', '=', migration.name).execute();
    moved.push(migration.name);
  }
  return moved;
}

/** Names of the migrations that a database has had, in order. */
async function appliedIn(db: Transaction<StoreSchema>): Promise<string[]> {
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('applied', 'bigint', (column) => column.notNull())
    .execute();
  const rows = await db.selectFrom('migrations').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}

function refuseNewer(applied: readonly string[], migrations: readonly Migration[]): void {
  const unknown = applied.find((name, at) => migrations[at]?.name !== name);
  if (unknown === undefined) return;
  throw new ConfigError(
    `The database was brought to "${applied.at(-1)}" by another version of Weft, and this one knows nothing of "${unknown}". ` +
      `Start that version, or let it go back first: npm run migrate -- --to ${migrations.at(-1)?.name}`,
  );
}
