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
  const table = world.space('1', 'r').table(rowTable);
  for (const change of steps) {
    if (change.kind === 'put') table.put(change.row);
    else table.delete(change.id);
  }
}

function expectSame(world: World, rows: readonly Row[]): void {
  const table = world.space('1', 'r').table(rowTable);
  expect(table.all().rows()).toEqual(rows);
  expect(table.all().rows(true)).toEqual([...rows].reverse());
  for (const group of ['a', 'b']) expect(table.where('Group', group).rows()).toEqual(rows.filter((row) => row.Group === group));
  for (const letter of 'xyz') expect(table.where('Letters', letter).rows()).toEqual(rows.filter((row) => row.Name.includes(letter)));
  const newest = [...rows].reverse();
  expect(table.all().page({ offset: 2, limit: 3, newestFirst: true })).toEqual(newest.slice(2, 5));
  expect(table.all().page({ offset: 1, limit: 4, newestFirst: false })).toEqual(rows.slice(1, 5));
  const byName = [...rows].sort((a, b) => (a.Name < b.Name ? -1 : a.Name > b.Name ? 1 : 0));
  expect(table.sortedBy('Name')).toEqual(byName);
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
    expect(() => newWorld().space('1', 'r').table(rowTable).patch('9', { Name: 'x' })).toThrow(RangeError);
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
        const rows = (one: World) => one.space('1', 'r').table(rowTable).all().rows();
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
  expectSame(copy, world.space('1', 'r').table(rowTable).all().rows());
});
