/** What a reading of rules says: the rules, every line and cell that gave none and why, and what a person has to say first. */
import type { Delimiter } from './csv.ts';
import type { Encoding } from './encoding.ts';
import type { HeadingPart } from './headings.ts';
import type { LeftOut, Sheet, SheetFault } from './sheet.ts';
import type { TableRemoteEnd, TableService, ValueFault } from './values.ts';
import type { TableProtocol } from './words.ts';

export type TableDirection = 'ingress' | 'egress';
export type TableAction = 'ACCEPT' | 'DROP';

export interface TableRule {
  readonly action: TableAction;
  readonly service: TableService;
  readonly remote: TableRemoteEnd;
  readonly description: string;
}

export interface DirectedRule {
  readonly direction: TableDirection;
  readonly rule: TableRule;
}

export type FaultCode =
  | ValueFault
  | SheetFault
  | 'action-empty'
  | 'action-unknown'
  | 'direction-empty'
  | 'direction-unknown'
  | 'service-differs'
  | 'two-values'
  | 'extra-cell'
  | 'near-end'
  | 'icmp-family'
  | 'narrows'
  | 'switch-unknown'
  | 'family-unknown'
  | 'several-groups'
  | 'stray'
  | 'below-stray'
  | 'order-unknown'
  | 'order-tie'
  | 'order-gap'
  | 'value-empty'
  | 'block-needed'
  | 'list-ipv6'
  | 'not-here'
  | 'block-outside'
  | 'block-taken'
  | 'block-size'
  | 'zone-unknown';

export interface TableFault {
  readonly line: number;
  readonly code: FaultCode;
  /** The heading of the column that it is about, or the column's number. */
  readonly column?: string | undefined;
  readonly value?: string | undefined;
}

export type NoteCode = 'split' | 'name-left' | 'joined';

export interface ReadLineOf<T> {
  readonly line: number;
  readonly cells: readonly string[];
  readonly rules: readonly T[];
  readonly faults: readonly TableFault[];
  readonly leftOut: LeftOut | null;
  readonly notes: readonly NoteCode[];
}

export type ReadLine = ReadLineOf<DirectedRule>;

export interface TableColumn {
  readonly at: number;
  readonly heading: string | null;
  readonly part: HeadingPart | undefined;
  /** No cell below the heading holds anything. */
  readonly isEmpty: boolean;
  readonly samples: readonly string[];
}

/** What a person has to say before anything is taken. */
export type Ask = 'columns' | 'action' | 'direction' | 'protocol' | 'remote' | 'order' | 'orders' | 'value';

export type OrderChoice = 'lower' | 'higher' | 'file';

/** What a person has said of a file. */
export interface Choices {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly firstIsHeading?: boolean;
  readonly columns?: Readonly<Record<number, HeadingPart>>;
  /** Words of cells, in lower case. */
  readonly actions?: Readonly<Record<string, TableAction>>;
  readonly directions?: Readonly<Record<string, TableDirection>>;
  /** For every line, where no column says it. */
  readonly action?: TableAction;
  readonly direction?: TableDirection;
  readonly protocol?: TableProtocol;
  /** An empty action or direction is that of the line above: cells that were merged. */
  readonly asAbove?: boolean;
  /** Lines below one that is no rule are read as those above it. */
  readonly readOn?: boolean;
  readonly order?: OrderChoice;
}

export interface ReadingOf<T> {
  readonly sheet: Sheet;
  readonly columns: readonly TableColumn[];
  readonly asks: readonly Ask[];
  /** In the file's order. */
  readonly lines: readonly ReadLineOf<T>[];
  /** In the order in which they decide; empty as long as something is asked. */
  readonly rules: readonly T[];
  /** Every one, by line. */
  readonly faults: readonly TableFault[];
  readonly leftOut: Sheet['leftOut'];
  /** Set where a column orders the lines: whether that differs from the file's order. */
  readonly sorted: 'by-column' | 'as-in-file' | null;
  readonly split: number;
}

export type TableReading = ReadingOf<DirectedRule>;
