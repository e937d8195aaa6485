/** Databases of tests: each its own, in the run's one PostgreSQL or in a folder. For tests. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { later, temporaryFolder } from '../../test/kit.ts';
import type { StoreKind } from '../migrate.ts';
import { connectStore, type Store, type StoreOptions } from '../store.ts';

/** Address of a new, empty database, dropped after the test. */
async function newPostgres(): Promise<string> {
  const answer = await fetch(inject('postgres'));
  const url = await answer.text();
  if (!answer.ok) throw new Error(url);
  const name = `weft_${randomBytes(6).toString('hex')}`;
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await ask(`create database ${name}`);
  later(() => ask(`drop database ${name} with (force)`));
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

/** Dropping a database ends connections to it that are just being closed. */
const onError = (error: unknown): void => {
  if ((error as { readonly code?: string }).code !== '57P01') throw error;
};

/** Where a store of that kind is, new and empty. */
export async function newPlace(kind: StoreKind): Promise<StoreOptions> {
  return kind === 'postgres'
    ? { data: null, databaseUrl: await newPostgres(), onError }
    : { data: temporaryFolder(), databaseUrl: null, onError };
}

/** Another connection to it, as a second server has one; closed after the test. */
export async function newConnectedStore(place: StoreOptions): Promise<Store> {
  const store = await connectStore(place);
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await store.close();
    open = false;
  };
  later(close);
  return { ...store, close };
}

export const kinds: readonly StoreKind[] = ['libsql', 'postgres'];
