/**
 * The store's tables as lines of JSON, checksummed: the same for both databases, so that what one held can be brought into the
 * other.
 */
import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { ConfigError } from '../config-error.ts';
import { migrateWithin } from '../store/migrate.ts';
import { migrations } from '../store/migrations.ts';
import type { StoreSchema } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows that are read or written at a time. */
const step = 500;

const format = 'weft-backup-1';

/** The first line has the migrations; which servers run is no fact to keep. */
const leftOut = ['migrations', 'servers'];

interface FirstLine {
  readonly format: typeof format;
  readonly made: string;
  /** Names of the migrations that the tables have had. */
  readonly migrations: readonly string[];
  readonly tables: readonly string[];
}

/** Hands out the lines of a dump; resolves to the number of rows. `moment` is a transaction that sees one state of the tables. */
async function dumpMoment(moment: Transaction<StoreSchema>, line: (text: string) => void): Promise<number> {
  const seal = createHash('sha256');
  const write = (value: unknown): void => {
    const text = JSON.stringify(value);
    seal.update(`${text}\n`);
    line(text);
  };
  const found = await moment.introspection.getTables();
  const tables = found
    .map(({ name }) => name)
    .filter((name) => !leftOut.includes(name))
    .sort();
  const applied = await moment.selectFrom('migrations').select('name').orderBy('name').execute();
  write({ format, made: new Date().toISOString(), migrations: applied.map(({ name }) => name), tables } satisfies FirstLine);
  let rows = 0;
  for (const table of tables) {
    for (let offset = 0; ; offset += step) {
      // Any order does, as long as it is one: within a transaction the pages fit together.
      const page = await sql<Row>`select * from ${sql.table(table)} order by 1, 2 limit ${step} offset ${offset}`.execute(moment);
      for (const row of page.rows) write({ table, row });
      rows += page.rows.length;
      if (page.rows.length < step) break;
    }
  }
  line(JSON.stringify({ end: true, rows, sha256: seal.digest('hex') }));
  return rows;
}

/** Servers may go on writing to a PostgreSQL meanwhile; of the embedded database, give a copy. */
export const dumpStore = ({ db, kind }: Store, line: (text: string) => void): Promise<number> => {
  const transaction = db.transaction();
  const moment = kind === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction;
  return moment.execute((open) => dumpMoment(open, line));
};

interface Dump {
  readonly first: FirstLine;
  readonly rows: readonly { readonly table: string; readonly row: Row }[];
}

const unusable = (why: string): ConfigError => new ConfigError(`The backup cannot be used: ${why}. Nothing was changed.`);

function parse(line: string | undefined): Row {
  try {
    const value: unknown = JSON.parse(line ?? '');
    if (typeof value === 'object' && value !== null) return value as Row;
  } catch {
    // Said below.
  }
  throw unusable('a line of it cannot be read');
}

/** Reads a dump and checks it. Throws `ConfigError` where it is not whole, or of a newer version. */
export function readDump(text: string): Dump {
  const lines = text.split('\n').filter((line) => line !== '');
  const last = lines.pop();
  const first = parse(lines[0] ?? last) as Partial<FirstLine>;
  if (first.format !== format || !Array.isArray(first.migrations) || !Array.isArray(first.tables)) throw unusable('it is none of Weft’s');
  const end = parse(last);
  if (end.end !== true) throw unusable('its end is missing');
  const seal = createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');
  if (end.sha256 !== seal) throw unusable('it was changed since it was made');
  const unknown = first.migrations.find((name, at) => migrations[at]?.name !== name);
  if (unknown !== undefined) throw unusable(`a newer version of Weft made it, and this one knows nothing of "${unknown}"`);
  return { first: first as FirstLine, rows: lines.slice(1).map((line) => parse(line) as Dump['rows'][number]) };
}

/** Replaces everything in the database by what the dump holds, or changes nothing. Resolves to the number of rows. */
export const restoreDump = ({ db, kind }: Store, { first, rows }: Dump): Promise<number> =>
  db.transaction().execute(async (open) => {
    await migrateWithin(open, { kind, migrations, to: null });
    // To the state that the backup was made in: its rows fit there, and what came later is brought up from them.
    await migrateWithin(open, { kind, migrations, to: first.migrations.at(-1) ?? null });
    for (const table of first.tables) {
      await sql`delete from ${sql.table(table)}`.execute(open);
      const own = rows.filter((one) => one.table === table).map(({ row }) => row);
      for (let at = 0; at < own.length; at += step) await insert(open, table, own.slice(at, at + step));
    }
    await migrateWithin(open, { kind, migrations });
    return rows.length;
  });

async function insert(open: Transaction<StoreSchema>, table: string, rows: readonly Row[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(names.map((name) => row[name] ?? null))})`);
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))}) values ${sql.join(values)}`.execute(open);
}
