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

export interface StoreSchema {
  migrations: MigrationTable;
  settings: SettingTable;
  sessions: SessionTable;
}
