/** The registries hold everything: a handler for each action, a place for each table. */
import { expect, it } from 'vitest';
import { actions } from '../../catalogue/index.ts';
import { handlers, tables } from './registry.ts';

it('every action of the catalogue has a handler, and no handler lacks its action', () => {
  expect(Object.keys(handlers).sort()).toEqual(Object.keys(actions).sort());
});

it('tables have names of their own, and what they declare about indexes is true', () => {
  const names = tables.map((table) => table.name);
  expect(new Set(names).size).toBe(names.length);
  for (const { indexes, blocks = [], countedAs } of tables) {
    for (const index of blocks) expect(Object.keys(indexes)).toContain(index);
    if (countedAs !== undefined) expect(Object.keys(indexes)).toContain('VpcId');
  }
});
