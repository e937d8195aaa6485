/** Rows that cannot be read whole, as the cache meets them: it compares what was read with what is read again. */
import { replaceEqualDeep } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { sortReadable } from './unreadable.ts';

const fields = { Id: { kind: 'text' }, Name: { kind: 'text' }, Place: { kind: 'struct', fields: { Zone: { kind: 'text' } } } } as const;
const read = () =>
  sortReadable({ id: 'Id', name: 'Name' }, fields, [
    { Id: 'a', Name: 'one', Place: { Zone: 'z' } },
    { Id: 'b', Name: null, Place: { Zone: 'z' } },
    { Id: 'c', Name: 'three', Place: { Zone: null } },
  ]);

it('are compared by the whole when a list is read again, since their fields throw when they are touched', () => {
  const [before, after] = [read(), read()];
  expect(before.unreadable.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(() => before.unreadable[0]?.row.Name).toThrow('Name could not be read');
  const rowsOf = ({ rows, unreadable }: typeof before) => [...rows, ...unreadable.map(({ row }) => row)];
  const kept = replaceEqualDeep(rowsOf(before), rowsOf(after));
  expect(kept[0]).toBe(before.rows[0]);
  expect(kept[1]).toBe(after.unreadable[0]?.row);
  expect(replaceEqualDeep(before, after).unreadable.map(({ name }) => name)).toEqual(['', 'three']);
});
