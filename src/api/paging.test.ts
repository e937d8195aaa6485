import { describe, expect, it, test } from 'vitest';
import { mergePages, type Page, readAll, readUnpaged, reuseRows } from './paging.ts';

interface R {
  readonly id: number;
}
const rows = (from: number, to: number): R[] => Array.from({ length: to - from }, (_, index) => ({ id: from + index }));
const idOf = (row: R): string => String(row.id);

test('reads all pages, a few at a time, in order, and tells how far it is', async () => {
  let inFlight = 0;
  let most = 0;
  const progress: number[] = [];
  const ask = async (offset: number, limit: number): Promise<Page<R>> => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    // Later pages answer first: the order of the rows must not follow that of the answers.
    for (let i = 0; i < 20 - offset / 100; i += 1) await Promise.resolve();
    inFlight -= 1;
    return { rows: rows(offset, Math.min(1_050, offset + limit)), total: 1_050 };
  };
  const whole = await readAll(ask, { limit: 100, idOf, concurrency: 4, onProgress: (part) => progress.push(part.rows.length) });
  expect(whole.rows.map(({ id }) => id)).toEqual(rows(0, 1_050).map(({ id }) => id));
  expect(whole).toMatchObject({ total: 1_050, complete: true, consistent: true });
  expect(most).toBe(4);
  expect(progress[0]).toBe(100);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
});

test('one page is one call; an empty list too', async () => {
  let calls = 0;
  const ask = async (): Promise<Page<R>> => ({ rows: calls++ === 0 ? rows(0, 3) : [], total: 3 });
  expect((await readAll(ask, { limit: 100, idOf })).rows).toHaveLength(3);
  expect(calls).toBe(1);
  expect(await readAll(async () => ({ rows: [], total: 0 }), { limit: 100, idOf })).toMatchObject({
    rows: [],
    complete: true,
    consistent: true,
  });
});

test('a deletion while reading is noticed by the total, and nothing is lost', async () => {
  let world = rows(0, 300);
  let calls = 0;
  const ask = async (offset: number, limit: number): Promise<Page<R>> => {
    calls += 1;
    // After the first page somebody deletes its first row: row 100 moves to the page that was read before.
    if (calls === 2) world = world.slice(1);
    return { rows: world.slice(offset, offset + limit), total: world.length };
  };
  const whole = await readAll(ask, { limit: 100, idOf, concurrency: 1 });
  expect(whole.rows.map(({ id }) => id)).toEqual(world.map(({ id }) => id));
  expect(whole.consistent).toBe(true);
});

test('a list that never holds still says so', async () => {
  let total = 300;
  const ask = async (offset: number, limit: number): Promise<Page<R>> => {
    total += 1;
    return { rows: rows(offset, offset + limit), total };
  };
  expect((await readAll(ask, { limit: 100, idOf, concurrency: 1 })).consistent).toBe(false);
});

test.each([
  ['empty', (): R[] => []],
  ['the same again', (): R[] => rows(0, 100)],
])('a total beyond what there is ends with a page that is %s, and the list says that it is not whole', async (_what, further) => {
  let calls = 0;
  const ask = async (offset: number): Promise<Page<R>> => {
    calls += 1;
    return { rows: offset === 0 ? rows(0, 100) : further(), total: 1e9 };
  };
  const whole = await readAll(ask, { limit: 100, idOf });
  expect([whole.rows.length, whole.complete, whole.consistent]).toEqual([100, true, false]);
  expect(calls).toBeLessThan(20);
});

test.each([
  ['no total', null],
  ['a total of nothing', 0],
])('a list that tells %s is read until a page is not full', async (_what, total) => {
  const asked: number[] = [];
  const ask = async (offset: number, limit: number): Promise<Page<R>> => {
    asked.push(offset);
    return { rows: rows(offset, Math.min(231, offset + limit)), total };
  };
  const whole = await readAll(ask, { limit: 100, idOf });
  expect(whole.rows.map(({ id }) => id)).toEqual(rows(0, 231).map(({ id }) => id));
  expect(whole).toMatchObject({ total: 231, complete: true, consistent: true });
  expect(asked).toEqual([0, 100, 200]);
});

test.each([
  ['the rows of its page', 231, 100, (page: number) => page],
  ['the rows of two pages', 231, 100, () => 200],
  ['the rows of one page and of no other', 1_031, 100, () => 100],
  ['no total, in smaller pages than asked for', 231, 50, () => null],
  ['a total of nothing, in smaller pages', 231, 20, () => 0],
])('a list that tells %s is read to its end', async (_what, count, most, total) => {
  const ask = async (offset: number, limit: number): Promise<Page<R>> => {
    const page = rows(offset, Math.max(offset, Math.min(count, offset + Math.min(limit, most))));
    return { rows: page, total: total(page.length) };
  };
  const whole = await readAll(ask, { limit: 100, idOf });
  expect(whole.rows.map(({ id }) => id)).toEqual(rows(0, count).map(({ id }) => id));
  expect(whole).toMatchObject({ total: count, complete: true, consistent: true });
});

test('a full last page is followed by one call more, and is the end where that brings nothing', async () => {
  const asked: number[] = [];
  const ask = async (offset: number, limit: number): Promise<Page<R>> => {
    asked.push(offset);
    return { rows: rows(offset, Math.max(offset, Math.min(200, offset + limit))), total: 200 };
  };
  expect(await readAll(ask, { limit: 100, idOf })).toMatchObject({ total: 200, complete: true, consistent: true });
  expect(asked).toEqual([0, 100, 200]);
});

test('rows without ids that come again whatever is asked for are read once', async () => {
  let keys = 0;
  const nameless = () => `?${keys++}`;
  const whole = await readAll(async (): Promise<Page<R>> => ({ rows: rows(0, 7), total: null }), { limit: 100, idOf: nameless });
  expect(whole.rows).toHaveLength(7);
});

test('a list without a total that gives the same page for ever is read to its end', async () => {
  const whole = await readAll(async (): Promise<Page<R>> => ({ rows: rows(0, 100), total: null }), { limit: 100, idOf });
  expect(whole.rows).toHaveLength(100);
});

test('a list that counts rows and gives none is not whole', async () => {
  expect(await readAll(async () => ({ rows: [], total: 7 }), { limit: 100, idOf })).toMatchObject({ rows: [], consistent: false });
});

test('a cloud that gives smaller pages than asked for leaves no holes', async () => {
  const ask = async (offset: number): Promise<Page<R>> => ({ rows: rows(offset, Math.min(95, offset + 20)), total: 95 });
  expect((await readAll(ask, { limit: 100, idOf })).rows).toHaveLength(95);
});

test('a row that comes twice is kept once, pages that are not here yet are left out', () => {
  expect(mergePages([rows(0, 3), undefined, rows(2, 5)], idOf).map(({ id }) => id)).toEqual([0, 1, 2, 3, 4]);
});

test('unchanged rows keep their identity', () => {
  const id = (row: { id: string }): string => row.id;
  const before = [
    { id: 'a', tags: ['x'] },
    { id: 'b', tags: [] },
  ];
  expect(reuseRows(before, structuredClone(before), id)).toBe(before);
  const after = reuseRows(
    before,
    [
      { id: 'a', tags: ['x'] },
      { id: 'b', tags: ['new'] },
    ],
    id,
  );
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
});

describe('a list without pages', () => {
  const twice = [...rows(0, 2), ...rows(0, 1)];

  it.each([
    { total: null, told: 2, consistent: true },
    { total: 2, told: 2, consistent: true },
    { total: 5, told: 5, consistent: false },
  ])('is asked for once; told $total rows it has $told', async ({ total, told, consistent }) => {
    let asked = 0;
    const ask = async () => {
      asked += 1;
      return { rows: twice, total };
    };
    expect(await readUnpaged(ask, idOf)).toEqual({ rows: rows(0, 2), total: told, complete: true, consistent });
    expect(asked).toBe(1);
  });
});
