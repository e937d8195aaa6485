import { expect, it } from 'vitest';
import { SearchColumn } from './columns.ts';

it('finds nothing in an empty table, and makes no piece for it', () => {
  const column = new SearchColumn<{ Name: string }>([], 'Name');
  expect(column.mark(new Uint8Array(0), 0, 'x')).toBe(0);
  expect(column).toHaveProperty('pieces', []);
});
