/** The one reader of rules that people bring: a file's bytes, or a text that was pasted or typed. Pure. */

import type { BytesProblem } from './encoding.ts';
import { type DecodedText, decodeBytes, type Encoding } from './encoding.ts';
import { rulePartOf } from './headings.ts';
import type { Choices, TableDirection, TableReading } from './reading.ts';
import { readRules } from './rules.ts';
import type { SheetProblem, SheetReading } from './sheet.ts';
import { sheetOf } from './sheets.ts';
import { noTableNames, type TableNames } from './values.ts';

/** A file as it is, or a text that the browser has decoded already. */
export type TableSource = string | Uint8Array;

type Problem = BytesProblem | SheetProblem;

/** What stands before a reading: the encoding that was found, and why there is nothing to read. */
interface OpenedFile {
  readonly encoding: Encoding | null;
  readonly read: SheetReading | { readonly problem: BytesProblem };
}

export function openSource(source: TableSource, choices: Choices, known: (heading: string) => boolean, list = false): OpenedFile {
  const decoded: DecodedText | { readonly text: string } =
    typeof source === 'string' ? { text: source } : decodeBytes(source, choices.encoding);
  const encoding = 'encoding' in decoded ? (decoded.encoding ?? null) : null;
  if ('problem' in decoded) return { encoding, read: decoded };
  return { encoding, read: sheetOf(decoded.text, { known, list, delimiter: choices.delimiter }) };
}

export type ReadOutcome<R> =
  | { readonly kind: 'problem'; readonly problem: Problem; readonly line?: number | undefined; readonly encoding: Encoding | null }
  | { readonly kind: 'ask-delimiter'; readonly encoding: Encoding | null }
  | { readonly kind: 'reading'; readonly reading: R; readonly encoding: Encoding | null };

/** Rules as people bring them. `open`: the direction for lines that say none. */
export function readRuleTable(
  source: TableSource,
  choices: Choices = {},
  names: TableNames = noTableNames,
  open: TableDirection = 'ingress',
): ReadOutcome<TableReading> {
  const { encoding, read } = openSource(source, choices, (heading) => rulePartOf(heading, 'table') !== undefined);
  if ('problem' in read) return { kind: 'problem', problem: read.problem, line: 'line' in read ? read.line : undefined, encoding };
  if ('ask' in read) return { kind: 'ask-delimiter', encoding };
  return { kind: 'reading', reading: readRules(read.sheet, choices, names, open), encoding };
}

/** True when nothing is left to ask or to tell: what was read may be taken as it stands. */
export const isWhole = (reading: Pick<TableReading, 'asks' | 'faults'> & { readonly rules: readonly unknown[] }): boolean =>
  reading.asks.length === 0 && reading.faults.length === 0 && reading.rules.length > 0;
