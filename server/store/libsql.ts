/** The embedded database: SQLite in libsql's package, for kysely. It answers at once, on this thread. */
import { chmodSync, closeSync, constants, lstatSync, openSync, type Stats } from 'node:fs';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type Database from 'libsql';
import { ConfigError } from '../config-error.ts';
import { codeOf, reasonOf } from '../folder.ts';

/** Only in memory: gone with the process. */
export const inMemory = ':memory:';

/** Statements that are kept prepared. */
const mostStatements = 200;

/** So long a writer waits for one in another process. A server has its folder to itself, and the tools only read meanwhile. */
const busyMs = 5_000;

/** Opens or makes the file, 0600. Rejects with `ConfigError` where it cannot be trusted or read. */
export async function openLibsql(file: string): Promise<Database.Database> {
  if (file !== inMemory) makeOwnFile(file);
  const { default: Libsql } = await import('libsql');
  try {
    const database = new Libsql(file);
    // What was committed is on the disk: the history says of a write that it is about to go out.
    const pragmas = ['journal_mode = WAL', 'synchronous = FULL', `busy_timeout = ${busyMs}`, 'foreign_keys = ON', 'trusted_schema = OFF'];
    for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`);
    database.prepare('select count(*) from sqlite_master').get([]);
    return database;
  } catch (error) {
    throw new ConfigError(`${file} cannot be opened as a database: ${whyOf(error)}. Bring a backup back, or put it aside to begin anew.`);
  }
}

/** Why a statement failed, as the system's or the database's code in words. */
function whyOf(error: unknown): string {
  const code = codeOf(error);
  const words: Readonly<Record<string, string>> = {
    SQLITE_FULL: 'the disk is full',
    SQLITE_READONLY: 'it cannot be written',
    SQLITE_CORRUPT: 'it is damaged',
    SQLITE_NOTADB: 'it is damaged',
    SQLITE_CANTOPEN: 'it cannot be opened',
    SQLITE_IOERR: 'the disk failed',
    SQLITE_BUSY: 'another process holds it',
  };
  const known = Object.keys(words).find((name) => code.startsWith(name));
  return known === undefined ? reasonOf(error) : `${words[known]} (${code})`;
}

function makeOwnFile(file: string): void {
  let facts: Stats;
  try {
    closeSync(openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK, 0o600));
    facts = lstatSync(file);
  } catch (error) {
    throw new ConfigError(`${file} cannot be opened: ${reasonOf(error)}. Mend that, or choose another folder with WEFT_DATA.`);
  }
  if (!facts.isFile()) throw new ConfigError(`${file} is no file. Put it aside: Weft keeps its database there.`);
  const me = process.geteuid?.();
  if (me !== undefined && facts.uid !== me) {
    throw new ConfigError(`${file} belongs to another user of this machine (${facts.uid}). Run: chown ${me} ${file}`);
  }
  if (process.platform === 'win32' || (facts.mode & 0o077) === 0) return;
  if ((facts.mode & 0o022) !== 0) throw new ConfigError(`${file} can be changed by other users of this machine. Run: chmod 600 ${file}`);
  chmodSync(file, 0o600);
}

/** One connection: whoever has it keeps it for a whole transaction, the others wait in line. */
class LibsqlDriver implements Driver {
  readonly #connection: LibsqlConnection;
  readonly #database: Database.Database;
  #last: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(database: Database.Database) {
    this.#database = database;
    this.#connection = new LibsqlConnection(database);
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let release = (): void => {};
    this.#last = new Promise<void>((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection;
  }

  releaseConnection(): Promise<void> {
    this.#release();
    return Promise.resolve();
  }

  // Locked as it begins: one that has read and then must write could otherwise be refused for another process's write.
  async beginTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw('commit'));
  }

  // A full disk rolls back by itself, and what failed first is what is told. Asked once it is closed, the package ends the process.
  async rollbackTransaction(): Promise<void> {
    if (this.#database.open && this.#database.inTransaction) await this.#connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  destroy(): Promise<void> {
    this.#connection.forget();
    this.#database.close();
    return Promise.resolve();
  }
}

class LibsqlConnection implements DatabaseConnection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  // What the database throws becomes a rejection.
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (!this.#database.open) throw new Error('The database is closed.');
    const statement = this.#prepared(sql);
    if (statement.reader) return { rows: statement.all([...parameters]) as Row[] };
    const { changes } = statement.run([...parameters]);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  async *streamQuery<Row>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    if (!this.#database.open) throw new Error('The database is closed.');
    for (const row of this.#database.prepare(sql).iterate([...parameters])) yield { rows: [row as Row] };
  }

  forget(): void {
    this.#statements.clear();
  }

  #prepared(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    // What changes tables is run once; a statement that was prepared before may be read by the old ones.
    if (/^\s*(?:create|drop|alter|pragma|vacuum)\b/i.test(sql)) this.#statements.clear();
    else {
      if (this.#statements.size >= mostStatements) this.#statements.clear();
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** Tables can be changed in a transaction here too, which kysely's own adapter does not say. */
class LibsqlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export const libsqlDialect = (database: Database.Database): Dialect => ({
  createDriver: () => new LibsqlDriver(database),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new LibsqlAdapter(),
  createIntrospector: (db) => new SqliteIntrospector(db),
});
