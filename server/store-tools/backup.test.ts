/** Backups: of one moment while a server writes, whole or refused, and from one database into the other. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holderOfLink } from '../auth/person.ts';
import { History } from '../history/history.ts';
import { verifyHistory } from '../history/verify.ts';
import { createLog } from '../log.ts';
import { migrate } from '../store/migrate.ts';
import { migrations } from '../store/migrations.ts';
import { openStore, type Store, type StoreOptions, settingOf } from '../store/store.ts';
import { kinds, newConnectedStore, newPlace } from '../store/test/databases.ts';
import { later, temporaryFolder } from '../test/kit.ts';
import { runTool } from './tools.ts';

async function filled(place: StoreOptions): Promise<{ store: Store; history: History; write: () => Promise<void> }> {
  const store = await openStore(place);
  later(() => store.close());
  const redact = (text: string): string => text;
  const history = await History.open({ store, redact, log: createLog({ redact, write: () => {} }) });
  later(() => history.close());
  await settingOf(store, 'kept', () => '中文 "quoted" \\ \n line');
  await store.db.insertInto('sessions').values({ hash: 'h', binding: 'b', created: 8.64e15, seen: 1, script: 0, person: null }).execute();
  const facts = { person: holderOfLink, account: 'a', region: 'r', service: 'vpc', action: 'X', family: null, reason: null };
  const write = async (): Promise<void> => {
    const entry = await history.intent({ ...facts, resources: [{ id: 'vpc-1', family: 'vpc', own: true }], body: {} });
    await history.outcome(entry, { outcome: 'done', code: 'ok', requestId: 'r', ms: 1, message: null, attempts: 1, resources: [] });
  };
  await write();
  return { store, history, write };
}

async function tool(place: StoreOptions, ...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const env = place.databaseUrl === null ? { WEFT_DATA: place.data ?? '' } : { WEFT_DATA: 'none', WEFT_DATABASE_URL: place.databaseUrl };
  return { code: await runTool({ args, env, say: (line) => said.push(line) }), said: said.join('\n') };
}

const allOf = async ({ db }: Store) => ({
  settings: await db.selectFrom('settings').selectAll().orderBy('name').execute(),
  sessions: await db.selectFrom('sessions').selectAll().execute(),
  history: await db.selectFrom('history').selectAll().orderBy('seq').execute(),
});

describe.each(kinds)('a backup of %s', (kind) => {
  it('is of one moment while a server writes, and comes back on either database', async () => {
    const place = await newPlace(kind);
    const { store, write } = await filled(place);
    const file = join(temporaryFolder(), 'backup.jsonl');
    const writing = Promise.all(Array.from({ length: 20 }, write));
    expect(await tool(place, 'backup', file)).toMatchObject({ code: 0, said: expect.stringMatching(/^Backed up \d+ rows/) });
    await writing;
    expect(statSync(file).mode & 0o077).toBe(0);
    expect((await tool(place, 'backup', file)).said).toContain('is there already');
    for (const other of kinds) {
      const target = await newPlace(other);
      expect(await tool(target, 'restore', file)).toMatchObject({ code: 0, said: expect.stringMatching(/^Restored \d+ rows/) });
      const restored = await newConnectedStore(target);
      const [now, then] = [await allOf(store), await allOf(restored)];
      expect([then.settings, then.sessions]).toEqual([now.settings, now.sessions]);
      expect(then.history).toEqual(now.history.slice(0, then.history.length));
      expect((await verifyHistory(restored)).faults).toEqual([]);
    }
  });

  it('that was cut off, changed, or made by a newer version is refused, and changes nothing', async () => {
    const place = await newPlace(kind);
    const { store } = await filled(place);
    const file = join(temporaryFolder(), 'backup.jsonl');
    await tool(place, 'backup', file);
    const text = readFileSync(file, 'utf8');
    const target = await newPlace(kind);
    const there = await filled(target);
    const before = await allOf(there.store);
    if (kind === 'libsql') await there.store.close();
    await there.history.close();
    if (kind === 'postgres') await there.store.db.deleteFrom('servers').execute();
    const newer = text.replace('"0001-sessions"', '"0001-sessions","9999-later"');
    const lines = newer.split('\n').filter(Boolean);
    for (const [wrong, why] of [
      [text.slice(0, text.length / 2), /cannot be read|end is missing/],
      [text.split('\n').slice(0, -2).join('\n'), /end is missing/],
      [text.replace('quoted', 'edited'), /changed since/],
      [lines.join('\n'), /changed since/],
      ['{}', /none of Weft/],
      ['', /cannot be read/],
    ] as const) {
      writeFileSync(file, wrong);
      expect(await tool(target, 'restore', file)).toEqual({ code: 1, said: expect.stringMatching(why) });
    }
    expect((await tool(target, 'restore', join(temporaryFolder(), 'absent'))).said).toContain('there is no such file');
    expect(await allOf(await newConnectedStore(target))).toEqual(before);
    expect((await allOf(store)).history).toHaveLength(2);
  });

  it('of a newer version is refused by its state', async () => {
    const place = await newPlace(kind);
    const { store } = await filled(place);
    const later1 = { name: '9999-later', up: async () => {}, down: async () => {} };
    await migrate(store.db, { kind, migrations: [...migrations, later1] });
    const file = join(temporaryFolder(), 'backup.jsonl');
    expect((await tool(place, 'backup', file)).code).toBe(0);
    expect(await tool(await newPlace(kind), 'restore', file)).toEqual({
      code: 1,
      said: expect.stringContaining('knows nothing of "9999-later"'),
    });
  });
});

it('a restore is refused while servers run', async () => {
  const [embedded, shared] = [await newPlace('libsql'), await newPlace('postgres')];
  await filled(embedded);
  const { write } = await filled(shared);
  await write();
  const file = join(temporaryFolder(), 'backup.jsonl');
  await tool(shared, 'backup', file);
  expect(await tool(shared, 'restore', file)).toEqual({ code: 1, said: expect.stringContaining('servers run on this database') });
});
