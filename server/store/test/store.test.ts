/** What the store does on either database. */
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { SessionRecord } from '../../session.ts';
import { Sessions } from '../../session.ts';
import { runTool } from '../../store-tools/tools.ts';
import { later, temporaryFolder } from '../../test/kit.ts';
import { type Migration, migrate } from '../migrate.ts';
import { migrations } from '../migrations.ts';
import { openSessionStore } from '../sessions.ts';
import { openStore, type Store, type StoreOptions, settingOf } from '../store.ts';
import { kinds, newConnectedStore, newPlace } from './databases.ts';

async function opened(place: StoreOptions): Promise<Store> {
  const store = await openStore(place);
  later(() => store.close());
  return store;
}

const newest = migrations.at(-1)?.name;
const later1: Migration = {
  name: '9999-later',
  up: (db) => db.schema.createTable('later').addColumn('one', 'text').execute(),
  down: (db) => db.schema.dropTable('later').execute(),
};

describe.each(kinds)('the store on %s', (kind) => {
  it('brings an empty database up once, and every database back down to nothing', async () => {
    const store = await newConnectedStore(await newPlace(kind));
    expect(await migrate(store.db, { kind, migrations })).toEqual(migrations.map(({ name }) => name));
    expect(await migrate(store.db, { kind, migrations })).toEqual([]);
    expect(await migrate(store.db, { kind, migrations, to: null })).toEqual(migrations.map(({ name }) => name).reverse());
    const tables = await store.db.introspection.getTables();
    expect(tables.map(({ name }) => name)).toEqual(['migrations']);
    expect(await migrate(store.db, { kind, migrations })).toEqual(migrations.map(({ name }) => name));
  });

  it('keeps what is there over an upgrade and a downgrade', async () => {
    const store = await opened(await newPlace(kind));
    await settingOf(store, 'kept', () => 'as it was');
    expect(await migrate(store.db, { kind, migrations: [...migrations, later1] })).toEqual(['9999-later']);
    await sql`insert into later values ('gone with it')`.execute(store.db);
    expect(await migrate(store.db, { kind, migrations: [...migrations, later1], to: newest ?? null })).toEqual(['9999-later']);
    expect(await settingOf(store, 'kept', () => 'lost')).toBe('as it was');
  });

  it('that a newer version has changed is refused, with the way back', async () => {
    const place = await newPlace(kind);
    const store = await opened(place);
    await migrate(store.db, { kind, migrations: [...migrations, later1] });
    if (kind === 'libsql') await store.close();
    await expect(openStore(place)).rejects.toThrow(new RegExp(`knows nothing of "9999-later".*npm run migrate -- --to ${newest}`));
  });

  it('is in the state before when an upgrade fails half way', async () => {
    const store = await opened(await newPlace(kind));
    const broken: Migration = {
      ...later1,
      up: async (db) => {
        await later1.up(db);
        await sql`select * from nowhere`.execute(db);
      },
    };
    await expect(migrate(store.db, { kind, migrations: [...migrations, broken] })).rejects.toThrow(/nowhere/);
    expect(await migrate(store.db, { kind, migrations: [...migrations, later1] })).toEqual(['9999-later']);
  });

  it('undoes a transaction that fails, and goes on', async () => {
    const { db } = await opened(await newPlace(kind));
    const failed = db.transaction().execute(async (step) => {
      await step.insertInto('settings').values({ name: 'a', value: 'x' }).execute();
      await step.insertInto('settings').values({ name: 'a', value: 'twice' }).execute();
    });
    await expect(failed).rejects.toThrow();
    const results = await Promise.all(
      ['b', 'c'].map((name) =>
        db
          .transaction()
          .execute(async (step) => step.insertInto('settings').values({ name, value: '中文 \u0001 "' }).returning('value').execute()),
      ),
    );
    expect(results).toEqual([[{ value: '中文 \u0001 "' }], [{ value: '中文 \u0001 "' }]]);
    const rows = await db.selectFrom('settings').select('name').orderBy('name').execute();
    expect(rows).toEqual([{ name: 'b' }, { name: 'c' }]);
  });

  it('gives numbers as numbers, up to the largest time there is', async () => {
    const { db } = await opened(await newPlace(kind));
    const record = { hash: 'h', binding: 'b', created: 8_640_000_000_000_000, seen: 0, script: 1, person: null };
    await db.insertInto('sessions').values(record).execute();
    expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([record]);
  });
});

describe.each(kinds)('sessions on %s', (kind) => {
  const kept = (store: Store, binding = 'settings') => openSessionStore({ store, data: null, binding, onDamaged: () => {} });

  it('are kept as hashes, for the settings that they were opened for', async () => {
    const store = await opened(await newPlace(kind));
    const sessions = await Sessions.over(await kept(store));
    const { id } = await sessions.open(true);
    const rows = JSON.stringify(await store.db.selectFrom('sessions').selectAll().execute());
    expect([rows.includes(id), rows.includes('settings')]).toEqual([false, false]);
    expect(await (await Sessions.over(await kept(store))).find(id)).toMatch(/^[0-9a-f]{64}$/);
    expect(await (await Sessions.over(await kept(store, 'others'))).find(id)).toBeNull();
  });

  it('that ended stay ended, whatever was under way', async () => {
    const store = await opened(await newPlace(kind));
    const sessions = await kept(store);
    const record: SessionRecord = { hash: 'a'.repeat(64), created: 1, seen: 1 };
    await sessions.put([record]);
    await sessions.remove([record.hash]);
    await sessions.touch(record.hash, 2);
    expect(await sessions.load()).toEqual([]);
  });

  it('are forgotten when they have run out', async () => {
    let now = 1_000;
    const store = await opened(await newPlace(kind));
    await (await Sessions.over(await kept(store), { now: () => now })).open();
    now += 8 * 24 * 3_600_000;
    expect((await Sessions.over(await kept(store), { now: () => now })).size).toBe(0);
    expect(await store.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  });
});

describe('several servers', () => {
  it('that start at once bring the database up once', async () => {
    const place = await newPlace('postgres');
    const stores = await Promise.all(Array.from({ length: 4 }, () => newConnectedStore(place)));
    const moved = await Promise.all(stores.map(({ db }) => migrate(db, { kind: 'postgres', migrations })));
    expect(moved.flat()).toEqual(migrations.map(({ name }) => name));
    const settings = await Promise.all(stores.map((store, at) => settingOf(store, 'made once', () => String(at))));
    expect(new Set(settings).size).toBe(1);
  });

  it('know each other’s sessions, and end them everywhere, answers under way too', async () => {
    const place = await newPlace('postgres');
    let now = 1_000;
    const servers = await Promise.all(
      [await opened(place), await newConnectedStore(place)].map(async (store) =>
        Sessions.over(await openSessionStore({ store, data: null, binding: 'b', onDamaged: () => {} }), { now: () => now }),
      ),
    );
    const [one, other] = servers as [Sessions, Sessions];
    const { id } = await one.open();
    const hash = (await other.find(id)) ?? '';
    expect(hash).not.toBe('');
    await one.close(hash);
    now += 1_001;
    expect([await other.isOpen(hash), await other.find(id), await one.find(id)]).toEqual([false, null, null]);
  });

  it('go on while the database is away: whose session was known stays in, and nobody else comes in', async () => {
    const place = await newPlace('postgres');
    const store = await openStore(place);
    const errors: unknown[] = [];
    const onError = (error: unknown): void => void errors.push(error);
    const sessions = await Sessions.over(await openSessionStore({ store, data: null, binding: 'b', onDamaged: () => {} }), { onError });
    const { id } = await sessions.open();
    await store.close();
    expect([await sessions.find(id), await sessions.find('a'.repeat(43)), await sessions.find(id)]).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      null,
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    expect(errors).toHaveLength(1);
  });
});

describe('the tool', () => {
  const run = async (args: readonly string[], env: Record<string, string>) => {
    const said: string[] = [];
    return { code: await runTool({ args, env, say: (line) => said.push(line) }), said: said.join('\n') };
  };

  it('migrate goes to the newest state, back to an older one, and says what it does not know', async () => {
    const env = { WEFT_DATA: join(temporaryFolder(), 'data') };
    const [first] = migrations.map(({ name }) => name);
    expect(await run(['migrate'], env)).toMatchObject({ code: 0, said: expect.stringContaining(newest ?? '') });
    expect(await run(['migrate'], env)).toEqual({ code: 0, said: 'Nothing to do.' });
    expect(await run(['migrate', '--to', 'none'], env)).toMatchObject({ code: 0, said: expect.stringContaining(first ?? '') });
    expect(await run(['migrate', '--to', '1999-never'], env)).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no state'),
    });
    expect((await run(['migrate', 'up'], env)).code).toBe(2);
    expect((await run(['migrate'], { WEFT_DATA: 'none' })).said).toContain('there is no store');
  });
});
