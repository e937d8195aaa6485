/** What every reader of bytes ends in: rows under headings, with whatever was left out, and why nothing could be read. Pure. */
import type { Cell, CsvRow, Delimiter, SkippedLine } from './csv.ts';

/** Whose form it is; a table of people's own is "table". */
export type Format = 'table' | 'weft' | 'json' | 'terraform' | 'aws' | 'openstack' | 'alibaba' | 'azure' | 'gcp';

/** Why a file as a whole is refused; the words stand under `tables.problem.<code>`. */
export type SheetProblem =
  | 'empty'
  | 'json-wrong'
  | 'json-shape'
  | 'json-twice'
  | 'several-groups'
  | 'incomplete'
  | 'device-commands'
  | 'terraform-blocks'
  | 'yaml'
  | 'markup'
  | 'no-columns'
  | 'no-rows';

/** Why a line is no rule, or may not be read; the words stand under `tables.fault.<code>`. */
export type SheetFault =
  | 'quote-open'
  | 'quote-stray'
  | 'lost-character'
  | 'control-character'
  | 'key-unknown'
  | 'item-unknown'
  | 'carried'
  | 'above-heading';

/** Why a line was left out on purpose; the words stand under `tables.left.<code>`. */
export type LeftOut = 'comment' | 'title' | 'repeated-heading' | 'disabled' | 'defaults';

export interface Sheet {
  readonly format: Format;
  readonly delimiter: Delimiter | null;
  /** Null: no row of the file is understood as a heading. */
  readonly headings: readonly string[] | null;
  readonly rows: readonly CsvRow[];
  readonly leftOut: readonly (SkippedLine & { readonly code: LeftOut })[];
  readonly faults: readonly (SkippedLine & { readonly code: SheetFault })[];
  /** What the format says for every row without saying it in each. */
  readonly everywhere: { readonly action?: 'ACCEPT' };
}

export type SheetReading =
  | { readonly sheet: Sheet }
  | { readonly problem: SheetProblem; readonly line?: number }
  /** Two delimiters fit equally well. */
  | { readonly ask: 'delimiter' };

/** One thing of a file that is no table, as named fields. */
export interface Item {
  readonly line: number;
  readonly fields: readonly (readonly [name: string, cell: Cell])[];
}

const none: Cell = { text: '', line: 0 };

/** Items as rows: a column for each name that any of them has, in the order in which they appear. */
export function sheetOfItems(format: Format, items: readonly Item[], rest: Partial<Sheet> = {}): Sheet {
  const headings = [...new Set(items.flatMap(({ fields }) => fields.map(([name]) => name)))];
  const rows = items.map(({ line, fields }): CsvRow => {
    const by = new Map(fields);
    return { line, cells: headings.map((name) => by.get(name) ?? { ...none, line }) };
  });
  return { format, delimiter: null, headings, rows, leftOut: [], faults: [], everywhere: {}, ...rest };
}
