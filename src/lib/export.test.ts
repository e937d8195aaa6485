import { expect, test } from 'vitest';
import { csvCell, toCsv, toJson } from './export.ts';

test('text that a spreadsheet would run is made text; numbers stay numbers', () => {
  for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) expect(csvCell(evil)).toBe(`"'${evil}"`);
  expect(csvCell(-1)).toBe('-1');
  expect(csvCell('a-b')).toBe('a-b');
});

test('quotes, commas and line ends are kept', () => {
  expect(csvCell('a "b", c\nd')).toBe('"a ""b"", c\nd"');
  expect(csvCell(null)).toBe('');
});

test('a file has the shown headings as its head, and marks its encoding', () => {
  const columns = [
    { header: 'Name', value: (row: { name: string; n: number }) => row.name },
    { header: 'Rows', value: (row: { name: string; n: number }) => row.n },
  ];
  expect(toCsv([{ name: '生产', n: 1 }], columns)).toBe('\uFEFFName,Rows\r\n生产,1\r\n');
  expect(JSON.parse(toJson([{ html: '<b>' }]))).toEqual([{ html: '<b>' }]);
});
