/** Tables against a plain list that does the same slowly, and transactions that fail. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from './ids.ts';
import { defineTable } from './table.ts';
import { World } from './world.ts';

interface Row {
  readonly Id: string;
  readonly Group: string;
  readonly Name: string;
}

const rowTable = defineTable<Row>()({
  name: 'row',
  scope: 'region',
  id: (row) => row.Id,
  indexes: { Group: (row) => row.Group || undefined, Letters: (row) => [...new Set(row.Name)] },
});

const newWorld = () => new World({ tables: [rowTable], random: seededRandomness(1) });

type Step = { readonly kind: 'put'; readonly row: Row } | { readonly kind: 'delete'; readonly id: string };

const id = fc.integer({ min: 0, max: 12 }).map(String);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({ Id: id, Group: fc.constantFrom('', 'a', 'b'), Name: fc.string({ unit: fc.constantFrom('x', 'y', 'z'), maxLength: 3 }) })
    .map((row): Step => ({ kind: 'put', row })),
  id.map((known): Step => ({ kind: 'delete', id: known })),
);

/** The same steps on a list: a known row keeps its place, a new one goes to the end. */
function outcome(rows: readonly Row[], steps: readonly Step[]): Row[] {
  return steps.reduce<Row[]>(
    (list, change) => {
      if (change.kind === 'delete') return list.filter((row) => row.Id !== change.id);
      const known = list.some((row) => row.Id === change.row.Id);
      return known ? list.map((row) => (row.Id === change.row.Id ? change.row : row)) : list.concat(change.row);
    },
    [...rows],
  );
}

function run(world: World, steps: readonly Step[]): void {
  const table = world.partition('1', 'r').table(rowTable);
  for (const change of steps) {
    if (change.kind === 'put') table.put(change.row);
    else table.delete(change.id);
  }
}

function expectSame(world: World, rows: readonly Row[]): void {
  const table = world.partition('1', 'r').table(rowTable);
  expect(table.all().rows()).toEqual(rows);
  expect(table.all().rows(true)).toEqual([...rows].reverse());
  for (const group of ['a', 'b']) expect(table.where('Group', group).rows()).toEqual(rows.filter((row) => row.Group === group));
  for (const letter of 'xyz') expect(table.where('Letters', letter).rows()).toEqual(rows.filter((row) => row.Name.includes(letter)));
  const newest = [...rows].reverse();
  expect(table.all().page({ offset: 2, limit: 3, newestFirst: true })).toEqual(newest.slice(2, 5));
  expect(table.all().page({ offset: 1, limit: 4, newestFirst: false })).toEqual(rows.slice(1, 5));
  const byName = [...rows].sort((a, b) => (a.Name < b.Name ? -1 : a.Name > b.Name ? 1 : 0));
  const sorted = table.list({ offset: 1, limit: 5, newestFirst: false, by: 'Name' });
  expect(sorted).toEqual({ total: rows.length, rows: byName.slice(1, 6) });
}

describe('a table', () => {
  it('holds what a list would, in order and in every index', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const world = newWorld();
        run(world, steps);
        expectSame(world, outcome([], steps));
      }),
    );
  });

  it('refuses to change a row that is not there', () => {
    expect(() => newWorld().partition('1', 'r').table(rowTable).patch('9', { Name: 'x' })).toThrow(RangeError);
  });
});

describe('a list', () => {
  const keys = fc.array(fc.constantFrom<string[]>('a', 'b', 'c'), { maxLength: 3 });
  const text = fc.string({ unit: fc.constantFrom('x', 'y', '\u0000'), maxLength: 2 });
  const question = fc.record({
    groups: fc.option(keys, { nil: undefined }),
    letters: fc.option(fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }), { nil: undefined }),
    ids: fc.option(fc.array(id, { maxLength: 6 }), { nil: undefined }),
    part: fc.option(text, { nil: undefined }),
    odd: fc.boolean(),
    by: fc.constantFrom<'Name' | undefined>('Name', undefined),
    offset: fc.nat(5),
    limit: fc.integer({ min: 1, max: 4 }),
    newestFirst: fc.boolean(),
  });
  type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never;

  const isOdd = (row: Row): boolean => Number(row.Id) % 2 === 1;

  function slowly(rows: readonly Row[], { groups, letters, ids, part, odd, by, offset, limit, newestFirst }: Question) {
    const found = rows.filter(
      (row) =>
        (!groups || (row.Group !== '' && groups.includes(row.Group))) &&
        (!letters || letters.some((letter) => row.Name.includes(letter))) &&
        (!ids || ids.includes(row.Id)) &&
        (part === undefined || row.Name.includes(part)) &&
        (!odd || isOdd(row)),
    );
    if (by) found.sort((a, b) => (a.Name < b.Name ? -1 : a.Name > b.Name ? 1 : 0));
    if (newestFirst) found.reverse();
    return { total: found.length, rows: found.slice(offset, offset + limit) };
  }

  function quickly(world: World, { groups, letters, ids, part, odd, by, offset, limit, newestFirst }: Question) {
    return world
      .partition('1', 'r')
      .table(rowTable)
      .list({
        under: [
          ...(groups ? [{ index: 'Group' as const, keys: [...new Set(groups)] }] : []),
          ...(letters ? [{ index: 'Letters' as const, keys: [...new Set(letters)] }] : []),
        ],
        ids: ids && [...new Set(ids)],
        containing: part === undefined ? [] : [{ field: 'Name', text: part }],
        matches: odd ? isOdd : undefined,
        by,
        offset,
        limit,
        newestFirst,
      });
  }

  it('is what going through all rows finds, whatever was asked and changed before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(step, { maxLength: 12 }), question), { maxLength: 8 }), (rounds) => {
        const world = newWorld();
        let rows: Row[] = [];
        for (const [steps, asked] of rounds) {
          run(world, steps);
          rows = outcome(rows, steps);
          expect(quickly(world, asked)).toEqual(slowly(rows, asked));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the same over many rows, where columns are searched and sorted', () => {
    const world = newWorld();
    let state = 7;
    const next = (bound: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return (state >>> 8) % bound;
    };
    const row = (number: number): Row => ({
      Id: String(number),
      Group: next(3) === 0 ? '' : ('ab'[next(2)] ?? ''),
      Name: 'xyz'.repeat(next(3)) + next(50),
    });
    let rows = Array.from({ length: 9000 }, (_, number) => row(number));
    run(
      world,
      rows.map((one) => ({ kind: 'put', row: one })),
    );
    for (const changes of [0, 1, 40, 11_000]) {
      const steps = Array.from({ length: changes }, (): Step => {
        const number = next(9500);
        return next(4) === 0 ? { kind: 'delete', id: String(number) } : { kind: 'put', row: row(number) };
      });
      run(world, steps);
      const known = new Map(rows.map((one) => [one.Id, one]));
      for (const change of steps) {
        if (change.kind === 'delete') known.delete(change.id);
        else known.set(change.row.Id, change.row);
      }
      rows = [...known.values()];
      for (const part of ['x', 'z4', 'zx', '', '\u0000', undefined]) {
        for (const groups of [['a'], ['a', 'b'], undefined]) {
          for (const by of ['Name', undefined] as const) {
            const asked: Question = {
              groups,
              letters: undefined,
              ids: undefined,
              part,
              odd: false,
              by,
              offset: 90,
              limit: 30,
              newestFirst: changes > 1,
            };
            expect(quickly(world, asked)).toEqual(slowly(rows, asked));
          }
        }
      }
    }
  });
});

describe('a transaction', () => {
  it('that fails leaves everything as it was', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.array(step, { maxLength: 30 }), (before, failing) => {
        const world = newWorld();
        world.transact(() => run(world, before));
        const broken = (): void => {
          world.transact(() => {
            run(world, failing);
            throw new Error('no');
          });
        };
        expect(broken).toThrow('no');
        expectSame(world, outcome([], before));
        // And goes on from there as if nothing had been tried.
        run(world, failing);
        expectSame(world, outcome(outcome([], before), failing));
      }),
    );
  });

  it('tells its changes, which make the same world elsewhere', () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 12 }), { maxLength: 6 }), (transactions) => {
        const world = newWorld();
        const copy = newWorld();
        for (const steps of transactions) copy.apply(world.transact(() => run(world, steps)).changes);
        const rows = (one: World) => one.partition('1', 'r').table(rowTable).all().rows();
        expect(rows(copy)).toEqual(rows(world));
      }),
    );
  });
});

it('a world’s rows, applied to an empty one, are that world', () => {
  const world = newWorld();
  run(world, [
    { kind: 'put', row: { Id: '2', Group: 'a', Name: 'x' } },
    { kind: 'put', row: { Id: '1', Group: '', Name: 'y' } },
  ]);
  const copy = newWorld();
  copy.apply([...world.rows()]);
  expectSame(copy, world.partition('1', 'r').table(rowTable).all().rows());
});
