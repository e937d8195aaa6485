/** What each column of a sheet is: by its heading, by a person's word, or not known and then asked about. Pure. */
import { type HeadingPart, headingKey, rulePartOf } from './headings.ts';
import type { Ask, Choices, TableColumn, TableDirection } from './reading.ts';
import type { Sheet } from './sheet.ts';
import { directionOf, plain } from './words.ts';

const shown = 3;

/** The headings that the CSV files of this product had before they said "Address": its "Source" is the remote end of either way. */
const formerOwn = 'direction,action,protocol,port,source,description';

export function columnsOf(sheet: Sheet, choices: Choices, partOf: (heading: string) => HeadingPart | undefined): TableColumn[] {
  const width = Math.max(sheet.headings?.length ?? 0, ...sheet.rows.map(({ cells }) => (sheet.headings ? 0 : cells.length)));
  const former = sheet.headings?.map(headingKey).join(',') === formerOwn;
  return Array.from({ length: width }, (_, at): TableColumn => {
    const heading = sheet.headings?.[at] ?? null;
    const values = [...new Set(sheet.rows.map(({ cells }) => cells[at]?.text ?? '').filter((text) => text !== ''))];
    const known = heading === null || heading === '' ? undefined : partOf(heading);
    const part = choices.columns?.[at] ?? (former && known === 'source' ? 'remote' : known);
    return { at, heading, part, isEmpty: values.length === 0, samples: values.slice(0, shown) };
  });
}

export const ruleColumns = (sheet: Sheet, choices: Choices): TableColumn[] =>
  columnsOf(sheet, choices, (heading) => rulePartOf(heading, sheet.format));

const has = (columns: readonly TableColumn[], ...parts: readonly HeadingPart[]): boolean =>
  columns.some(({ part, isEmpty }) => part !== undefined && parts.includes(part) && !isEmpty);

/** The direction that titles and headings speak of, where no column says it for each line. */
function directionSpoken(sheet: Sheet, columns: readonly TableColumn[]): readonly TableDirection[] {
  const words = sheet.leftOut
    .filter(({ code }) => code === 'title' || code === 'comment')
    .flatMap(({ text }) => plain(text).split(/[^\p{L}]+/u))
    .flatMap((word) => directionOf(word) ?? directionOf(word.replace(/规则$/, '')) ?? []);
  const long = sheet.leftOut.flatMap(({ text }): TableDirection[] => [
    ...(/入站|入方向|inbound|ingress/i.test(text) ? (['ingress'] as const) : []),
    ...(/出站|出方向|outbound|egress/i.test(text) ? (['egress'] as const) : []),
  ]);
  const [source, destination] = [has(columns, 'source'), has(columns, 'destination')];
  const ends: readonly TableDirection[] = source === destination || has(columns, 'remote') ? [] : source ? ['ingress'] : ['egress'];
  return [...new Set([...words.filter((way) => long.includes(way)), ...long, ...ends])];
}

/** The direction for lines that say none: a person's word, else where they are put, unless the file speaks of the other. */
export function directionFor(sheet: Sheet, columns: readonly TableColumn[], choices: Choices, open: TableDirection): TableDirection | null {
  if (choices.direction) return choices.direction;
  if (has(columns, 'direction', 'isEgress')) return open;
  const spoken = directionSpoken(sheet, columns);
  return spoken.every((way) => way === open) ? open : null;
}

export function asksOf(sheet: Sheet, columns: readonly TableColumn[], choices: Choices, direction: TableDirection | null): Ask[] {
  if (sheet.rows.length === 0) return [];
  const asks: Ask[] = [];
  if (columns.some(({ part, isEmpty }) => part === undefined && !isEmpty)) asks.push('columns');
  const action = sheet.everywhere.action ?? choices.action;
  if (action === undefined && !has(columns, 'action', 'allowedOrDenied')) asks.push('action');
  if (direction === null) asks.push('direction');
  if (!has(columns, 'protocol', 'service', 'port') && choices.protocol === undefined) asks.push('protocol');
  if (!has(columns, 'remote', 'source', 'destination', 'foreign')) asks.push('remote');
  return asks;
}
