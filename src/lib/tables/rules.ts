/** A sheet as rules, with what a person has said of it. Nothing is taken while something is asked. Pure. */
import { prefixOfIpv6 } from '../../../catalogue/address6.ts';
import { asksOf, directionFor, ruleColumns } from './columns.ts';
import { orderedBy } from './order.ts';
import type { Choices, ReadLine, TableColumn, TableDirection, TableFault, TableReading } from './reading.ts';
import type { RowContext } from './row-cells.ts';
import { isStray, type RowAbove, readRow } from './rule-row.ts';
import type { Sheet } from './sheet.ts';
import { partsOf, type TableNames } from './values.ts';
import { everyoneOf, familyOf, plain } from './words.ts';

const textsOf = (sheet: Sheet, columns: readonly TableColumn[], ...parts: readonly TableColumn['part'][]): string[] =>
  columns.filter(({ part }) => parts.includes(part)).flatMap(({ at }) => sheet.rows.map(({ cells }) => cells[at]?.text ?? ''));

/** Some cell of addresses is IPv6. */
function isMixed(sheet: Sheet, columns: readonly TableColumn[]): boolean {
  const ends = textsOf(sheet, columns, 'remote', 'source', 'destination');
  const six = (text: string): boolean => everyoneOf(text) === '::/0' || partsOf(text).some((part) => prefixOfIpv6(part) !== null);
  return ends.some(six) || textsOf(sheet, columns, 'family').some((text) => familyOf(text) === 6);
}

/** The column of ports writes single ports as "80/80" throughout: then "80/90" is a range. */
function hasSlashes(sheet: Sheet, columns: readonly TableColumn[]): boolean {
  const ports = textsOf(sheet, columns, 'port').map(plain).filter(Boolean);
  return (
    sheet.format === 'alibaba' || (ports.every((text) => /^-?\d+\/-?\d+$/.test(text)) && ports.some((text) => /^(-?\d+)\/\1$/.test(text)))
  );
}

/** More than one group in a file: which of them a rule is for, this reader cannot tell. */
function owners(sheet: Sheet, columns: readonly TableColumn[]): TableFault[] {
  return columns
    .filter(({ part }) => part === 'owner')
    .flatMap(({ at, heading }) => {
      const values = new Set(sheet.rows.map(({ cells }) => cells[at]?.text ?? '').filter(Boolean));
      if (values.size < 2) return [];
      return sheet.rows.map(
        (row): TableFault => ({ line: row.line, code: 'several-groups', column: heading ?? undefined, value: row.cells[at]?.text }),
      );
    });
}

const byLine = (a: { readonly line: number }, b: { readonly line: number }): number => a.line - b.line;

/** The faults that the text itself has within a row: quotes, lost characters. */
const faultsWithin = (sheet: Sheet, line: number, next: number): TableFault[] =>
  sheet.faults
    .filter((fault) => fault.line >= line && fault.line < next)
    .map(({ line: at, code, text }) => ({ line: at, code, value: text }));

function readLines(sheet: Sheet, context: RowContext): ReadLine[] {
  const { columns, choices } = context;
  const several = new Map(owners(sheet, columns).map((fault) => [fault.line, fault]));
  let above: RowAbove = { action: undefined, direction: undefined };
  let belowStray = false;
  return sheet.rows.map((row, at): ReadLine => {
    const base = { line: row.line, cells: row.cells.map(({ text }) => text), rules: [], notes: [], leftOut: null };
    const next = sheet.rows[at + 1]?.line ?? Number.POSITIVE_INFINITY;
    const inText = sheet.format === 'table' ? faultsWithin(sheet, row.line, next) : [];
    if (sheet.format === 'table' && isStray(row, columns)) {
      belowStray = true;
      return { ...base, faults: [...inText, { line: row.line, code: 'stray', value: base.cells.filter(Boolean).join(' · ') }] };
    }
    const read = readRow(row, context, above);
    above = read;
    if (read.disabled) return { ...base, faults: [], leftOut: 'disabled' };
    const owner = several.get(row.line);
    const faults: TableFault[] = [
      ...inText,
      ...read.faults,
      ...(owner ? [owner] : []),
      ...(belowStray && !choices.readOn ? [{ line: row.line, code: 'below-stray' as const }] : []),
    ];
    return { ...base, faults, rules: faults.length > 0 ? [] : read.rules, notes: faults.length > 0 ? [] : read.notes };
  });
}

/** The first row as the heading, where a person says that it is one. */
function headed(sheet: Sheet, choices: Choices): Sheet {
  const [first, ...rest] = sheet.rows;
  if (!choices.firstIsHeading || sheet.headings !== null || !first) return sheet;
  return { ...sheet, headings: first.cells.map(({ text }) => text), rows: rest };
}

/**
 * The rules of a sheet. `open`: the direction for lines that say none. Rules are in the order in which they decide; faults
 * by line. Rules are empty while `asks` is not.
 */
export function readRules(given: Sheet, choices: Choices, names: TableNames, open: TableDirection): TableReading {
  const sheet = headed(given, choices);
  const columns = ruleColumns(sheet, choices);
  const direction = directionFor(sheet, columns, choices, open);
  const context: RowContext = {
    columns,
    choices,
    names,
    direction,
    action: sheet.everywhere.action,
    mixed: isMixed(sheet, columns),
    slashes: hasSlashes(sheet, columns),
    isApi: sheet.format !== 'table' && sheet.format !== 'json',
  };
  const lines = readLines(sheet, context);
  const order = orderedBy(sheet, columns, choices, lines);
  const wrong = new Set(order.faults.map(({ line }) => line));
  const told = new Set(lines.flatMap(({ faults }) => faults));
  const inLines = new Set([...told].map(({ line, code }) => `${line} ${code}`));
  const elsewhere = sheet.faults
    .filter(({ line, code }) => !inLines.has(`${line} ${code}`))
    .map(({ line, code, text }): TableFault => ({ line, code, value: text }));
  const asks = [...asksOf(sheet, columns, choices, direction), ...order.asks];
  const good = order.lines.filter(({ line }) => !wrong.has(line));
  return {
    sheet,
    columns,
    asks,
    lines,
    rules: asks.length > 0 ? [] : good.flatMap(({ rules }) => rules),
    faults: [...told, ...elsewhere, ...order.faults].sort(byLine),
    leftOut: [
      ...sheet.leftOut,
      ...lines
        .filter(({ leftOut }) => leftOut)
        .map(({ line, cells }) => ({ line, text: cells.filter(Boolean).join(' · '), code: 'disabled' as const })),
    ].sort(byLine),
    sorted: order.sorted,
    split: lines.filter(({ notes }) => notes.includes('split')).length,
  };
}
