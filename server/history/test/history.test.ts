/** The history on either database: what is in it, what finds it altered, and what becomes of it when a disk or a server fails. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { holderOfLink } from '../../auth/person.ts';
import { createLog } from '../../log.ts';
import { openStore, type Store } from '../../store/store.ts';
import { kinds, newConnectedStore, newPlace } from '../../store/test/databases.ts';
import { runTool } from '../../store-tools/tools.ts';
import { eventually, later } from '../../test/kit.ts';
import { History, type IntentFacts } from '../history.ts';
import { closedCode } from '../record.ts';
import { readEntry, searchHistory } from '../search.ts';
import { verifyHistory } from '../verify.ts';

const facts: IntentFacts = {
  person: holderOfLink,
  account: 'ops',
  region: 'ap-guangzhou',
  service: 'vpc',
  action: 'ModifyVpcAttribute',
  family: 'vpc',
  reason: null,
  resources: [{ id: 'vpc-00000001', family: 'vpc', own: true }],
  body: { params: { VpcId: 'vpc-00000001' } },
};

const done = { outcome: 'done', code: 'ok', requestId: 'r-1', ms: 5, message: null, attempts: 1, resources: [] } as const;

async function historyOn(store: Store, logs: string[] = [], now: () => number = Date.now): Promise<History> {
  const log = createLog({ redact: (text) => text, write: (line) => logs.push(line) });
  const history = await History.open({ store, log, redact: (text) => text.replaceAll('canary-secret', '[secret]'), now });
  later(() => history.close());
  return history;
}

async function opened(kind: (typeof kinds)[number]): Promise<{ store: Store; history: History; logs: string[] }> {
  const store = await openStore(await newPlace(kind));
  later(() => store.close());
  const logs: string[] = [];
  return { store, logs, history: await historyOn(store, logs) };
}

/** Writes that are done, one after the other: records 1 and 2, 3 and 4, … */
async function write(history: History, count: number, more: Partial<IntentFacts> = {}): Promise<string[]> {
  const entries: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const entry = await history.intent({ ...facts, ...more });
    await history.outcome(entry, done);
    entries.push(entry);
  }
  return entries;
}

describe.each(kinds)('the chain on %s', (kind) => {
  it('has an intent and an outcome of every write, joined and in order, however many come at once', async () => {
    const { store, history } = await opened(kind);
    await Promise.all(Array.from({ length: 20 }, () => write(history, 3)));
    const rows = await store.db.selectFrom('history').select(['seq', 'entry', 'kind']).orderBy('seq').execute();
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
    const entries = [...new Set(rows.map(({ entry }) => entry))];
    expect(entries).toHaveLength(60);
    for (const entry of entries.slice(0, 20)) {
      expect(rows.filter((row) => row.entry === entry).map((row) => row.kind)).toEqual(['intent', 'outcome']);
    }
    expect(await verifyHistory(store)).toMatchObject({ records: 120, faults: [], open: 0 });
  });

  it('says which record was edited, removed, exchanged, hidden', async () => {
    const { store, history } = await opened(kind);
    await write(history, 4);
    const move = (from: number, to: number): string => `update history set seq = ${to} where seq = ${from}`;
    const alterations: [string[], RegExp[]][] = [
      [["update history set action = 'DeleteVpc' where seq = 3"], [/Record 3 \(intent DeleteVpc, .*was changed/]],
      [[`update history set body = '{"resources":[]}' where seq = 4`], [/Record 4 .*was changed/]],
      [['delete from history where seq = 4'], [/Record 4 is missing, before Record 5/]],
      [['delete from history where seq > 6'], [/Records 7 to 8 are missing at the end/]],
      [
        [move(3, -3), move(5, 3), move(-3, 5)],
        [/Record 3 .*does not follow/, /Record 4/, /Record 5/, /Record 6/],
      ],
      [
        ['delete from history where seq = 4', move(5, 4), move(6, 5), move(7, 6), move(8, 7)],
        [/Record 4 .*does not follow/, /Record 8 is missing at the end/],
      ],
      [
        [`delete from "historyResources" where entry = (select entry from history where seq = 3)`],
        [/Record 3 .*not found any more by vpc-00000001/],
      ],
      [['delete from "historyHead"'], [/Which record is the last/]],
    ];
    for (const [statements, words] of alterations) {
      // Each alteration is undone before the next one.
      const undone = new Error('undone');
      const altered = store.db.transaction().execute(async (step) => {
        for (const statement of statements) await sql.raw(statement).execute(step);
        const { faults } = await verifyHistory({ ...store, db: step });
        expect(faults).toEqual(words.map((word) => expect.stringMatching(word)));
        throw undone;
      });
      await expect(altered).rejects.toBe(undone);
    }
    expect((await verifyHistory(store)).faults).toEqual([]);
  });

  it('finds what was rewritten as a whole by a seal that was noted elsewhere', async () => {
    const { store, history } = await opened(kind);
    await write(history, 2);
    const { head } = await verifyHistory(store);
    await write(history, 1);
    expect((await verifyHistory(store, head)).faults).toEqual([]);
    expect((await verifyHistory(store, 'f'.repeat(64))).faults).toEqual([expect.stringContaining('rewritten since')]);
  });

  it('closes what was under way when a server ended, as unknown, and says so', async () => {
    let now = Date.now();
    const place = await newPlace(kind);
    const store = await openStore(place);
    later(() => store.close());
    const entry = await (await historyOn(store, [], () => now)).intent(facts);
    now += 200_000;
    const logs: string[] = [];
    await historyOn(store, logs, () => now);
    expect(await readEntry(store, entry, 'all')).toMatchObject({ outcome: 'unknown', code: 'ServerEnded' });
    expect(logs.filter((line) => line.includes('history-closed'))).toEqual([expect.stringContaining('1 writes were under way')]);
    const page = await searchHistory(store, { filters: { action: 'closed' }, sight: 'all', limit: 5 });
    expect(page.entries).toMatchObject([{ kind: 'event', action: 'closed' }]);
    expect((await verifyHistory(store)).faults).toEqual([]);
  });

  it('keeps secrets only as marks that differ between installations, and names that forge no line', async () => {
    const { store, history } = await opened(kind);
    const other = await opened(kind);
    const action = {
      kind: 'update',
      line: 1,
      errors: [],
      results: {},
      params: { Key: { kind: 'secret' }, Name: { kind: 'text' } },
    } as const;
    const masked = (of: History) =>
      of.mask(action, {
        Key: 'psk-in-clear',
        Inner: [{ sharedPassword: 'psk-in-clear', PreShareKey: 'psk-in-clear' }],
        ClientToken: 'kept',
      });
    expect(JSON.stringify(masked(history))).not.toContain('psk-in-clear');
    expect(masked(history)).toMatchObject({ Key: expect.stringMatching(/^hmac:[0-9a-f]{16}$/), ClientToken: 'kept' });
    expect(masked(history)).toEqual(masked(history));
    expect(masked(other.history)).not.toEqual(masked(history));
    const reason = 'a\nb\u001b[31m canary-secret \ud800';
    const entry = await history.intent({ ...facts, reason, body: { params: { Name: 'canary-secret\r\n{"forged":1}' } } });
    const row = JSON.stringify(await readEntry(store, entry, 'all'));
    expect(row).not.toContain('canary-secret');
    expect((await readEntry(store, entry, 'all'))?.reason).toBe('a\ufffdb\ufffd[31m [secret] \ufffd');
    expect((await verifyHistory(store)).faults).toEqual([]);
  });

  it('is searched by what an entry names, page by page, as far as somebody may see', async () => {
    const { store, history } = await opened(kind);
    await write(history, 3);
    const [made] = await write(history, 1, { action: 'CreateSubnet', family: 'subnet', account: 'shop', reason: 'As 100%_agreed' });
    await history.outcome(await history.intent({ ...facts, region: 'ap-beijing' }), {
      ...done,
      outcome: 'refused',
      code: 'InUse',
      requestId: 'r-2',
    });
    const open = await history.intent({ ...facts, resources: [{ id: 'subnet-0000000a', family: 'subnet', own: false }] });
    history.event('signed-in', { person: holderOfLink });
    const find = async (filters: object, sight: Parameters<typeof searchHistory>[1]['sight'] = 'all') =>
      (await searchHistory(store, { filters, sight, limit: 50 })).entries;
    await eventually(async () => (await find({})).length).toBe(7);
    const counts = async (...all: object[]) => Promise.all(all.map(async (filters) => (await find(filters)).length));
    expect(
      await counts({ account: 'ops' }, { region: 'ap-beijing' }, { family: 'subnet' }, { action: 'modifyvpc' }, { person: 'link' }),
    ).toEqual([5, 1, 1, 5, 7]);
    expect(await counts({ outcome: 'done' }, { outcome: 'refused' }, { outcome: 'open' }, { requestId: 'r-2' })).toEqual([4, 1, 1, 1]);
    expect(await counts({ text: '100%_' }, { text: '%' }, { text: 'inuse' }, { text: 'vpc-00000001' }, { from: 0, to: 1 })).toEqual([
      1, 1, 1, 5, 0,
    ]);
    expect(
      await counts({ resource: 'subnet-0000000a' }, { resource: 'subnet-0000000a', own: true }, { resource: 'vpc-00000001', own: true }),
    ).toEqual([1, 0, 5]);
    expect((await find({ outcome: 'open' })).map(({ id }) => id)).toEqual([open]);
    expect((await find({}, [{ account: 'shop', read: '*' }])).map(({ id }) => id)).toEqual([made]);
    expect(await find({}, [{ account: 'shop', read: ['vpc'] }])).toEqual([]);
    expect(await find({}, [])).toEqual([]);
    expect(await readEntry(store, open, [{ account: 'shop', read: '*' }])).toBeNull();
    const first = await searchHistory(store, { filters: {}, sight: 'all', limit: 4 });
    const second = await searchHistory(store, { filters: {}, sight: 'all', limit: 4, before: first.next ?? 0 });
    expect([first.entries.length, second.entries.length, second.next]).toEqual([4, 3, null]);
  });

  it('tells of many events in a minute how many it left out', async () => {
    let now = 60_000_000;
    const store = await openStore(await newPlace(kind));
    later(() => store.close());
    const history = await historyOn(store, [], () => now);
    for (let count = 0; count < 100; count += 1) history.event('host-refused', { body: { host: 'evil.test' } });
    now += 60_000;
    history.event('host-refused');
    const found = async () => (await searchHistory(store, { filters: {}, sight: 'all', limit: 200 })).entries;
    await eventually(async () => (await found()).length).toBe(31);
    const last = await readEntry(store, (await found())[0]?.id ?? '', 'all');
    expect(last?.details[0]?.body).toMatchObject({ untold: 70 });
  });

  it('refuses an intent while the database is away, and writes the outcome of one that went out before when it is back', async () => {
    const { store, history, logs } = await opened(kind);
    const entry = await history.intent(facts);
    const away = sql.raw('alter table "historyHead" rename to "historyAway"');
    await away.execute(store.db);
    await history.outcome(entry, done);
    await expect(history.intent(facts)).rejects.toThrow();
    expect(history.failures).toBeGreaterThan(1);
    expect(logs.filter((line) => line.includes('history-not-written'))).toHaveLength(1);
    await sql.raw('alter table "historyAway" rename to "historyHead"').execute(store.db);
    await write(history, 1);
    expect(await readEntry(store, entry, 'all')).toMatchObject({ outcome: 'done' });
    expect(await verifyHistory(store)).toMatchObject({ records: 4, faults: [] });
  });
});

describe('several servers', () => {
  it('write one chain, and do not close what the others have in hand', async () => {
    const place = await newPlace('postgres');
    const first = await openStore(place);
    later(() => first.close());
    const one = await historyOn(first);
    const open = await one.intent(facts);
    const other = await historyOn(await newConnectedStore(place));
    await Promise.all([one, other, one, other].map((history) => write(history, 10)));
    expect(await verifyHistory(first)).toMatchObject({ records: 81, faults: [], open: 1 });
    expect(await readEntry(first, open, 'all')).toMatchObject({ outcome: 'open' });
    await other.outcome(open, done);
    await one.outcome(open, { ...done, outcome: 'unknown' });
    expect(await readEntry(first, open, 'all')).toMatchObject({ outcome: 'done' });
  });

  it.each(kinds)('that were taken for dead still tell what became of a write, beside what was closed (%s)', async (kind) => {
    let now = Date.now();
    const place = await newPlace(kind);
    const store = await openStore(place);
    later(() => store.close());
    const slow = await historyOn(store, [], () => now);
    const [entry, lost] = [await slow.intent(facts), await slow.intent(facts)];
    now += 200_000;
    const other = await historyOn(kind === 'postgres' ? await newConnectedStore(place) : store, [], () => now);
    const made = { id: 'vpc-00000002', family: 'vpc', own: true };
    const late = { ...done, resources: [made] };
    await Promise.all([slow.outcome(entry, late), slow.outcome(entry, late)]);
    await slow.outcome(entry, late);
    await other.outcome(entry, { ...done, outcome: 'unknown', code: closedCode });
    const told = await readEntry(store, entry, 'all');
    expect(told).toMatchObject({ outcome: 'done', code: 'ok' });
    expect(told?.resources).toContainEqual(made);
    expect(told?.details.map((record) => record.kind)).toEqual(['intent', 'outcome', 'late']);
    const found = async (outcome: string) =>
      (await searchHistory(store, { filters: { outcome }, sight: 'all', limit: 5 })).entries.map(({ id }) => id);
    expect(await found('done')).toEqual([entry]);
    expect(await found('unknown')).toEqual([lost]);
    expect(await verifyHistory(store)).toMatchObject({ faults: [], open: 0 });
  });
});

it('the tool history:verify ends with 0 on a whole chain and 1 on another, and names the record', async () => {
  const place = await newPlace('libsql');
  const store = await openStore(place);
  await write(await historyOn(store), 2);
  const run = async (...args: string[]) => {
    const said: string[] = [];
    const code = await runTool({ args: ['verify', ...args], env: { WEFT_DATA: place.data ?? '' }, say: (line) => said.push(line) });
    return { code, said: said.join('\n') };
  };
  const whole = await run();
  expect(whole).toEqual({
    code: 0,
    said: expect.stringMatching(/^The history is whole: 4 records, 0 writes under way\. Last seal: [0-9a-f]{64}$/),
  });
  expect((await run('--head', /[0-9a-f]{64}$/.exec(whole.said)?.[0] ?? '')).code).toBe(0);
  expect((await run('--head', 'x')).code).toBe(2);
  await store.db.updateTable('history').set({ person: 'somebody else' }).where('seq', '=', 1).execute();
  await store.close();
  expect(await run()).toEqual({ code: 1, said: expect.stringMatching(/Record 1 \(intent.*was changed\.\nThe history has 1 fault/) });
});
