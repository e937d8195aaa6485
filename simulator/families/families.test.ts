/** The registries hold everything: a handler for each action, a place for each table. */
import { expect, it } from 'vitest';
import { actions } from '../../catalogue/index.ts';
import { isServed } from '../bindings.ts';
import { handlers, tables } from './registry.ts';

it('every action of the catalogue has a handler, or one of the documents that it is bound to, and no handler lacks its action', () => {
  expect(Object.keys(actions).filter((name) => !isServed(name))).toEqual([]);
  expect(Object.keys(handlers).filter((name) => !Object.hasOwn(actions, name))).toEqual([]);
});

it('tables have names of their own, and what they declare about indexes is true', () => {
  const names = tables.map((table) => table.name);
  expect(new Set(names).size).toBe(names.length);
  for (const { indexes, blocks = [], countedAs } of tables) {
    for (const index of blocks) expect(Object.keys(indexes)).toContain(index);
    if (countedAs !== undefined) expect(Object.keys(indexes)).toContain('VpcId');
  }
});
