/**
 * The tables of the store, as both databases have them. Times are milliseconds of UTC, flags are 0 and 1, and what has a shape
 * of its own is JSON text: what one database can and the other cannot is not used.
 */

/** Facts of the installation itself, by name. */
interface SettingTable {
  name: string;
  value: string;
}

interface SessionTable {
  /** SHA-256 of the session's id, hex. */
  hash: string;
  /** Seals the settings that it was opened for: with others it counts for nothing. */
  binding: string;
  created: number;
  /** When it was last used, to the minute. */
  seen: number;
  /** 1: opened by a script, which keeps no cookie of a browser's. */
  script: number;
  /** Who it is of, as JSON; null for whoever holds the sign-in link. */
  person: string | null;
}

interface MigrationTable {
  name: string;
  applied: number;
}

/** What was done, by whom, with what outcome: server/history/record.ts says what its fields mean. Rows are only ever added. */
export interface HistoryTable {
  seq: number;
  kind: string;
  entry: string;
  at: number;
  server: string;
  person: string | null;
  personName: string | null;
  account: string | null;
  region: string | null;
  service: string | null;
  action: string | null;
  family: string | null;
  outcome: string | null;
  code: string | null;
  requestId: string | null;
  reason: string | null;
  ms: number | null;
  body: string;
  prev: string;
  hash: string;
}

/** The resources of entries, to find these by; the records themselves name them too. */
interface HistoryResourceTable {
  entry: string;
  resource: string;
  family: string | null;
  own: number;
}

/** The one row says which record is the last. */
interface HistoryHeadTable {
  id: number;
  seq: number;
  hash: string;
}

/** Servers that run on this store, and when each was last heard of. */
interface ServerTable {
  id: string;
  seen: number;
}

export interface StoreSchema {
  migrations: MigrationTable;
  settings: SettingTable;
  sessions: SessionTable;
  history: HistoryTable;
  historyResources: HistoryResourceTable;
  historyHead: HistoryHeadTable;
  servers: ServerTable;
}
