import { expect, test } from 'vitest';
import { toCsv, toJson } from './export.ts';

test('a file has the shown headings as its head, and marks its encoding', () => {
  const columns = [
    { header: 'Name', value: (row: { name: string; n: number }) => row.name },
    { header: 'Rows', value: (row: { name: string; n: number }) => row.n },
  ];
  expect(toCsv([{ name: '生产', n: 1 }], columns)).toBe('\uFEFFName,Rows\r\n生产,1\r\n');
  expect(JSON.parse(toJson([{ html: '<b>' }]))).toEqual([{ html: '<b>' }]);
});
