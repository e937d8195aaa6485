import { expect, test } from 'vitest';
import { idsIn } from './ids-control.tsx';

test('ids are told apart by lines, blanks and commas of either script, and counted once', () => {
  expect(idsIn(' cdb-1\ncdb-2, cdb-3；cdb-1\t\n')).toEqual(['cdb-1', 'cdb-2', 'cdb-3']);
  expect(idsIn(' \n')).toEqual([]);
});
