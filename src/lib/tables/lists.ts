/** Lists that people bring: members of templates, blocks for a plan. The same steps as for rules, with one column that counts. Pure. */
import { parseAddress, parseCidr } from '../../../catalogue/address.ts';
import { canonicalIpv6, isBlockOfIpv6, parseAddress6 } from '../../../catalogue/address6.ts';
import { columnsOf } from './columns.ts';
import type { Cell, CsvRow } from './csv.ts';
import { type HeadingPart, listPartOf, rulePartOf } from './headings.ts';
import { isNothing, type JsonValue, looksLikeJson, readJsonText } from './json.ts';
import { openSource, type ReadOutcome, type TableSource } from './read.ts';
import type { Choices, FaultCode, ReadingOf, ReadLineOf, TableColumn, TableFault } from './reading.ts';
import { withMask } from './remote-ends.ts';
import type { Sheet } from './sheet.ts';
import { namedServicesOf, noTableNames, partsOf, type TableService } from './values.ts';
import { narrowsNothing, plain, switchOf } from './words.ts';

export type ListKind = 'addresses' | 'services' | 'blocks';

export interface ListItem {
  /** As this cloud writes it: "10.0.0.0/8", "10.0.0.1-10.0.0.9", "tcp:80,443". */
  readonly value: string;
  readonly name: string;
  readonly zone: string;
}

type ListReading = ReadingOf<ListItem>;

type ParsedValues = { readonly values: readonly string[] } | { readonly fault: FaultCode };

/** One address, block or range. Host bits are refused, as the forms do. */
function addressOf(text: string, ranges: boolean): ParsedValues {
  const [, from = '', to = ''] = /^([\d.]+)\s*[-~]\s*([\d.]+)$/.exec(text) ?? [];
  if (from !== '') {
    const [first, last] = [parseAddress(from), parseAddress(to)];
    if (first === null || last === null || first > last) return { fault: 'remote-unknown' };
    return ranges ? { values: [`${from}-${to}`] } : { fault: 'remote-range' };
  }
  // As in rules: alone it means everyone to many tables, and the cloud takes every /n of it for everyone.
  if (text === '0.0.0.0') return { fault: 'remote-unspecified' };
  if (parseAddress(text) !== null) return ranges ? { values: [text] } : { fault: 'block-needed' };
  const [, base = '', mask = ''] = /^([\d.]+)\/(\d+\.[\d.]+)$/.exec(text) ?? [];
  const whole = mask === '' ? text : (withMask(base, mask) ?? text);
  const reading = parseCidr(whole);
  if (/^0\.0\.0\.0\/(?!0$)/.test(whole)) return { fault: 'remote-host-bits' };
  if (reading.ok) return { values: [whole] };
  if (reading.problem === 'host-bits') return { fault: 'remote-host-bits' };
  return text.includes(':') ? ipv6Of(text, ranges) : { fault: 'remote-unknown' };
}

/** The same of IPv6, which templates take and plans of blocks do not. */
function ipv6Of(text: string, ranges: boolean): ParsedValues {
  if (!ranges) return { fault: 'list-ipv6' };
  const [first = '', last] = text.split(/\s*[-~]\s*/);
  if (last === undefined)
    return isBlockOfIpv6(text) ? { values: [text] } : { fault: canonicalIpv6(text) === null ? 'remote-unknown' : 'remote-host-bits' };
  const [from, to] = [parseAddress6(first), parseAddress6(last)];
  return from !== null && to !== null && from <= to ? { values: [`${first}-${last}`] } : { fault: 'remote-unknown' };
}

function addressesOf(text: string, ranges: boolean): ParsedValues {
  const typed = plain(text);
  const whole = addressOf(typed, ranges);
  const parts = partsOf(typed);
  if ('values' in whole || parts.length < 2 || whole.fault !== 'remote-unknown') return whole;
  if (parts.some((part) => /^(?:0|255)\.\d+\.\d+\.\d+$/.test(part))) return { fault: 'mask-wrong' };
  const found: string[] = [];
  for (const part of parts) {
    const one = addressOf(part, ranges);
    if ('fault' in one) return one;
    found.push(...one.values);
  }
  return { values: found };
}

const serviceText = (service: TableService): string =>
  service.kind === 'template'
    ? service.id
    : service.protocol === 'TCP' || service.protocol === 'UDP'
      ? `${service.protocol.toLowerCase()}:${service.port === 'ALL' ? 'all' : service.port}`
      : service.protocol.toLowerCase();

/** Templates hold services of one protocol each, and no other templates. */
function servicesOf(text: string): ParsedValues {
  const read = namedServicesOf(text, noTableNames);
  if ('fault' in read) return read;
  const wrong = read.values.some((one) => one.kind === 'template' || one.protocol === 'ALL' || one.protocol === 'ICMPv6');
  return wrong ? { fault: 'service-unknown' } : { values: read.values.map(serviceText) };
}

const readers: Readonly<Record<ListKind, (text: string) => ParsedValues>> = {
  addresses: (text) => addressesOf(text, true),
  services: servicesOf,
  blocks: (text) => addressesOf(text, false),
};

/** Columns that a list shares with rules: what narrows or switches a row off is no less so here. */
const shared: ReadonlySet<HeadingPart> = new Set(['enabled', 'disabled', 'narrows', 'negates', 'mask', 'harmless'] satisfies HeadingPart[]);

const partOf = (heading: string): HeadingPart | undefined => {
  const own = listPartOf(heading);
  if (own !== undefined) return own;
  const rule = rulePartOf(heading, 'table');
  return rule !== undefined && shared.has(rule) ? rule : undefined;
};

/** A list of plain values in JSON, alone or as the only list of an object. */
function jsonList(text: string): Sheet | null {
  const read = readJsonText(text);
  if ('wrong' in read || read.twice.length > 0) return null;
  const lists = (value: JsonValue): JsonValue[] =>
    value.kind === 'list' ? [value] : value.kind === 'object' ? value.entries.flatMap(([, one]) => lists(one)) : [];
  const [only, ...others] = lists(read.value).filter((one) => !isNothing(one));
  if (only?.kind !== 'list' || others.length > 0 || !only.items.every((item) => item.kind === 'scalar')) return null;
  const cellOf = (item: JsonValue): Cell => ({ text: item.kind === 'scalar' ? item.text : '', line: item.line });
  const rows = only.items.map((item): CsvRow => ({ line: item.line, cells: [cellOf(item)] }));
  return { format: 'json', delimiter: null, headings: ['value'], rows, leftOut: [], faults: [], everywhere: {} };
}

/** Every cell of a table without a heading is a value: a list that was written side by side. */
function flattened(sheet: Sheet, read: (text: string) => ParsedValues): Sheet {
  if (sheet.headings !== null) return sheet;
  const cells = sheet.rows.flatMap((row) => row.cells.filter(({ text }) => text !== ''));
  const width = Math.max(0, ...sheet.rows.map((row) => row.cells.length));
  if (width > 1 && !cells.every(({ text }) => 'values' in read(text))) return sheet;
  return { ...sheet, headings: ['value'], rows: cells.map((cell): CsvRow => ({ line: cell.line, cells: [cell] })) };
}

const named = ({ heading, at }: TableColumn): string => heading || `#${at + 1}`;

function readLine(row: CsvRow, columns: readonly TableColumn[], kind: ListKind): ReadLineOf<ListItem> {
  const faults: TableFault[] = [];
  const of = (part: HeadingPart) =>
    columns.flatMap((column) => {
      const cell = row.cells[column.at];
      return column.part === part && cell && cell.text.trim() !== '' ? [{ column, cell }] : [];
    });
  const tell = (code: FaultCode, line: number, value: string, column?: TableColumn): void => {
    faults.push({ line, code, value, column: column && named(column) });
  };
  for (const { text, line } of row.cells) if (text.includes('\uFFFD')) tell('lost-character', line, text);
  for (const cell of row.cells.slice(columns.length)) if (cell.text !== '') tell('extra-cell', cell.line, cell.text);
  for (const { column, cell } of of('narrows')) if (!narrowsNothing(cell.text)) tell('narrows', cell.line, cell.text, column);
  for (const { column, cell } of of('negates')) {
    if (switchOf(cell.text) !== false && !narrowsNothing(cell.text)) tell('narrows', cell.line, cell.text, column);
  }
  const states = [...of('enabled'), ...of('disabled')].map(({ column, cell }) => {
    const state = switchOf(cell.text);
    if (state === undefined) tell('switch-unknown', cell.line, cell.text, column);
    return column.part === 'enabled' ? state : state === undefined ? undefined : !state;
  });
  const [value, second] = of('value');
  const [mask] = of('mask');
  if (!value) tell('value-empty', row.line, '');
  if (value && second) tell('two-values', row.line, `${value.cell.text} / ${second.cell.text}`, second.column);
  const whole = value && mask ? withMask(value.cell.text, mask.cell.text) : value?.cell.text;
  if (whole === null) tell('mask-wrong', row.line, mask?.cell.text ?? '', mask?.column);
  const read = value && typeof whole === 'string' ? readers[kind](whole) : null;
  if (read && 'fault' in read) tell(read.fault, value?.cell.line ?? row.line, value?.cell.text ?? '', value?.column);
  const [name, zone] = [of('name')[0]?.cell.text ?? '', plain(of('zone')[0]?.cell.text ?? '')];
  const items = read && 'values' in read && faults.length === 0 ? read.values.map((one): ListItem => ({ value: one, name, zone })) : [];
  const disabled = states.includes(false);
  return {
    line: row.line,
    cells: row.cells.map(({ text }) => text),
    rules: disabled ? [] : items,
    faults: disabled ? [] : faults,
    leftOut: disabled ? 'disabled' : null,
    notes: items.length > 1 ? ['split'] : [],
  };
}

/** What only the caller can tell is wrong with an entry; `earlier` are the good ones above it. */
export type ListCheck = (item: ListItem, earlier: readonly ListItem[]) => FaultCode | null;

function checked(lines: readonly ReadLineOf<ListItem>[], check: ListCheck): ReadLineOf<ListItem>[] {
  const earlier: ListItem[] = [];
  return lines.map((line) => {
    const faults = line.rules.flatMap((item): TableFault[] => {
      const code = check(item, earlier);
      if (code === null) earlier.push(item);
      return code === null ? [] : [{ line: line.line, code, value: item.value }];
    });
    return faults.length === 0 ? line : { ...line, rules: [], notes: [], faults: [...line.faults, ...faults] };
  });
}

const nothingWrong: ListCheck = () => null;

/** A list as people bring it: a line each, a table with a column of values, or JSON. */
export function readListTable(
  source: TableSource,
  choices: Choices,
  kind: ListKind,
  check: ListCheck = nothingWrong,
): ReadOutcome<ListReading> {
  const { encoding, read } = openSource(source, choices, (heading) => partOf(heading) !== undefined, true);
  const json = typeof source === 'string' && looksLikeJson(source) ? jsonList(source) : null;
  if (json === null && 'problem' in read)
    return { kind: 'problem', problem: read.problem, line: 'line' in read ? read.line : undefined, encoding };
  if (json === null && 'ask' in read) return { kind: 'ask-delimiter', encoding };
  const opened = json ?? ('sheet' in read ? read.sheet : null);
  if (opened === null) return { kind: 'problem', problem: 'empty', encoding };
  const [first, ...rest] = opened.rows;
  const headed =
    choices.firstIsHeading && opened.headings === null && first
      ? { ...opened, headings: first.cells.map(({ text }) => text), rows: rest }
      : opened;
  const sheet = choices.columns === undefined ? flattened(headed, readers[kind]) : headed;
  const columns = columnsOf(sheet, choices, partOf);
  const lines = checked(
    sheet.rows.map((row) => readLine(row, columns, kind)),
    check,
  );
  const unknown = columns.some(({ part, isEmpty }) => part === undefined && !isEmpty);
  const faults = [
    ...lines.flatMap((line) => line.faults),
    ...sheet.faults.map(({ line, code, text }): TableFault => ({ line, code, value: text })),
  ];
  const asks = [...(unknown ? (['columns'] as const) : []), ...(columns.some(({ part }) => part === 'value') ? [] : (['value'] as const))];
  return {
    kind: 'reading',
    encoding,
    reading: {
      sheet,
      columns,
      asks,
      lines,
      rules: asks.length > 0 ? [] : lines.flatMap((line) => line.rules),
      faults: faults.sort((a, b) => a.line - b.line),
      leftOut: [
        ...sheet.leftOut,
        ...lines.filter(({ leftOut }) => leftOut).map(({ line, cells }) => ({ line, text: cells.join(' · '), code: 'disabled' as const })),
      ],
      sorted: null,
      split: lines.filter(({ notes }) => notes.includes('split')).length,
    },
  };
}
