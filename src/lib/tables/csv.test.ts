import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, csvCell, csvText, tabText } from './csv.ts';

test('text that a spreadsheet would run is made text; numbers stay numbers', () => {
  for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) expect(csvCell(evil)).toBe(`"'${evil}"`);
  expect(csvCell(-1)).toBe('-1');
  expect(csvCell('a-b')).toBe('a-b');
});

test('quotes, commas and line ends are kept', () => {
  expect(csvCell('a "b", c\nd')).toBe('"a ""b"", c\nd"');
  expect(csvCell(null)).toBe('');
});

/** Texts that break tables: signs of formulas, quotes, comments, delimiters, blanks, and any other character. */
const anyText = fc
  .oneof(
    fc
      .array(fc.constantFrom('=', '+', '-', '@', '＝', "'", '"', ',', ';', '\t', '\n', '\r\n', '#', ' ', '\uFEFF', '0', '中文'), {
        maxLength: 5,
      })
      .map((pieces) => pieces.join('')),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('=1+1', "'=1+1", "''x", ' outer ', '#', '-1'),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no table holds
  .filter((text) => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text));

test('what is written is read back, whatever the texts, from files and from the clipboard', () => {
  const table = fc.tuple(fc.constantFrom('Name', '名称'), anyText, anyText).chain((heading) =>
    // A row of blanks alone is no row.
    fc.array(fc.tuple(fc.constantFrom('a', '=b', "'=c", '#d'), anyText, anyText), { maxLength: 6 }).map((rows) => [heading, ...rows]),
  );
  fc.assert(
    fc.property(table, (rows) => {
      const texts = (text: string, delimiter: 'comma' | 'tab') =>
        cellsOf(text, delimiter).rows.map(({ cells }) => cells.map((cell) => cell.text));
      expect(texts(csvText(rows), 'comma')).toEqual(rows);
      expect(texts(tabText(rows), 'tab')).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});
