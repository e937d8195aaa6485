/** The cells of one row by what their columns are, and the faults that are found in them. Pure. */
import type { CsvRow } from './csv.ts';
import type { HeadingPart } from './headings.ts';
import type { Choices, FaultCode, TableAction, TableColumn, TableDirection, TableFault } from './reading.ts';
import type { TableNames } from './values.ts';
import { plain } from './words.ts';

/** What is the same for every row of a sheet. */
export interface RowContext {
  readonly columns: readonly TableColumn[];
  readonly choices: Choices;
  readonly names: TableNames;
  /** For rows that say none. */
  readonly direction: TableDirection | null;
  /** The action that the format gives to every row. */
  readonly action: TableAction | undefined;
  /** The table names IPv6, so that "any" alone does not say of which family. */
  readonly mixed: boolean;
  /** The column of ports writes "80/80". */
  readonly slashes: boolean;
  /** The answer of an API, whose fields are documented. */
  readonly isApi: boolean;
}

export const columnName = ({ heading, at }: TableColumn): string => heading || `#${at + 1}`;

/** The cells of one row by what their columns are.  */
export class RowCells {
  readonly faults: TableFault[] = [];
  protected readonly row: CsvRow;
  protected readonly context: RowContext;

  constructor(row: CsvRow, context: RowContext) {
    this.row = row;
    this.context = context;
  }

  cells(...parts: readonly HeadingPart[]): readonly { readonly column: TableColumn; readonly text: string; readonly line: number }[] {
    return this.context.columns.flatMap((column) => {
      const cell = this.row.cells[column.at];
      // A description of blanks alone is one; anywhere else blanks are nothing.
      const holds = cell !== undefined && (column.part === 'description' ? cell.text !== '' : cell.text.trim() !== '');
      return column.part && parts.includes(column.part) && holds ? [{ column, text: cell.text, line: cell.line }] : [];
    });
  }

  fault(code: FaultCode, part: HeadingPart | readonly HeadingPart[], value?: string): undefined {
    const parts = typeof part === 'string' ? [part] : part;
    const [cell] = this.cells(...parts);
    const column = cell?.column ?? this.context.columns.find((one) => one.part && parts.includes(one.part));
    this.faults.push({ line: cell?.line ?? this.row.line, code, column: column && columnName(column), value: value ?? cell?.text });
    return undefined;
  }

  /** The one value of a part; several columns that say different things are a fault. */
  one(...parts: readonly HeadingPart[]): string {
    const cells = this.cells(...parts);
    if (new Set(cells.map(({ text }) => plain(text))).size > 1) {
      this.fault('two-values', parts, cells.map(({ text }) => text).join(' / '));
    }
    return cells[0]?.text ?? '';
  }
}
