/**
 * The one reader and writer of delimited text. Cells are read with the line that the file counts, and what is no row is listed,
 * never dropped. Whatever `csvText` writes, `cellsOf` reads back. Pure.
 */

/** What starts a formula, in full width too; tabs and line ends because they are skipped before one. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** With an apostrophe in front where a spreadsheet could run a formula. One that stood there gets another: `unguarded` takes one off. */
const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);
const unguarded = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text);

/** Starts the text, so that spreadsheets read Chinese as UTF-8. */
const byteOrderMark = '\uFEFF';

export interface Cell {
  readonly text: string;
  /** From 1, blank lines, comments and line breaks within quotes counted. */
  readonly line: number;
}

export interface CsvRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A line that is no row, and why it is none. */
export interface SkippedLine {
  readonly line: number;
  readonly text: string;
}

export const delimiters = ['tab', 'comma', 'semicolon', 'pipe', 'one'] as const;
export type Delimiter = (typeof delimiters)[number];

const marks: Readonly<Record<Delimiter, string>> = { tab: '\t', comma: ',', semicolon: ';', pipe: '|', one: '' };

interface CellFault {
  readonly line: number;
  readonly code: 'quote-open' | 'quote-stray' | 'control-character';
  readonly text: string;
}

export interface Cells {
  readonly delimiter: Delimiter;
  readonly rows: readonly CsvRow[];
  readonly comments: readonly SkippedLine[];
  readonly faults: readonly CellFault[];
}

/** The separator line that Excel writes and reads: "sep=;". */
const separator = /^\uFEFF?"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$)/i;

/** A line that begins with "#" is a comment, unless the sign is the heading of a column of numbers. */
const isComment = (line: string, mark: string): boolean =>
  /^\s*#/.test(line) && (mark === '' || !line.trim().slice(1).trimStart().startsWith(mark));

const endOfLine = (text: string, from: number): number => {
  const found = /\r\n|\r|\n/g;
  found.lastIndex = from;
  return found.exec(text)?.index ?? text.length;
};

const breakAt = (text: string, at: number): number => (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1);

/**
 * One cell as text. Quoted wherever a reader could take a part of it for something else: delimiters, quotes, comments, line
 * ends, outer blanks. A text that a spreadsheet would run gets an apostrophe; numbers stay numbers.
 */
export function csvCell(value: string | number | boolean | null | undefined, mark = ','): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' ? guarded(text) : text;
  const isPlain = safe === text && !/^#|["\r\n\t]/.test(text) && !text.includes(mark) && text.trim() === text;
  return isPlain ? text : `"${safe.replaceAll('"', '""')}"`;
}

type Values = readonly Parameters<typeof csvCell>[0][];

const lines = (rows: readonly Values[], mark: string): string[] => rows.map((row) => row.map((value) => csvCell(value, mark)).join(mark));

/** A file (RFC 4180). */
export const csvText = (rows: readonly Values[]): string => `${byteOrderMark}${lines(rows, ',').join('\r\n')}\r\n`;

/** A text for the clipboard: spreadsheets take tabs. */
export const tabText = (rows: readonly Values[]): string => lines(rows, '\t').join('\n');

/** State of the reading of one text. A class, because every step moves several of these at once. */
class Scanner {
  readonly rows: CsvRow[] = [];
  readonly comments: SkippedLine[] = [];
  readonly faults: CellFault[] = [];
  private cells: Cell[] = [];
  private line: number;
  private at: number;
  private readonly text: string;
  private readonly mark: string;

  constructor(text: string, mark: string, from: number, line: number) {
    this.text = text;
    this.mark = mark;
    this.at = from;
    this.line = line;
  }

  read(): void {
    while (this.at < this.text.length) {
      const end = endOfLine(this.text, this.at);
      const whole = this.text.slice(this.at, end);
      if (whole.trim() === '') this.step(end);
      else if (isComment(whole, this.mark)) {
        this.comments.push({ line: this.line, text: whole.trim() });
        this.step(end);
      } else this.row();
    }
  }

  private step(end: number): void {
    this.at = end + (end < this.text.length ? breakAt(this.text, end) : 0);
    if (end < this.text.length) this.line += 1;
  }

  private row(): void {
    const line = this.line;
    this.cells = [];
    let more = true;
    while (more) more = this.cell();
    if (this.cells.some(({ text }) => text !== '')) this.rows.push({ line, cells: this.cells });
  }

  /** One cell; false when it was the last of its row. */
  private cell(): boolean {
    const { text, mark } = this;
    let from = this.at;
    while (text[from] === ' ' || (text[from] === '\t' && mark !== '\t')) from += 1;
    if (text[from] === '"' && mark !== '') return this.quoted(from + 1);
    const end = endOfLine(text, this.at);
    const next = mark === '' ? -1 : text.indexOf(mark, this.at);
    const stop = next < 0 || next > end ? end : next;
    this.cells.push({ text: unguarded(text.slice(this.at, stop).trim()), line: this.line });
    return this.leave(stop);
  }

  private quoted(from: number): boolean {
    const { text } = this;
    const line = this.line;
    let value = '';
    let at = from;
    for (;;) {
      const next = text.indexOf('"', at);
      if (next < 0) {
        this.faults.push({ line, code: 'quote-open', text: text.slice(from - 1, endOfLine(text, from)) });
        this.at = text.length;
        return false;
      }
      value += text.slice(at, next);
      if (text[next + 1] !== '"') {
        at = next + 1;
        break;
      }
      value += '"';
      at = next + 2;
    }
    this.line += value.match(/\r\n|\r|\n/g)?.length ?? 0;
    const end = endOfLine(text, at);
    const mark = text.indexOf(this.mark, at);
    const stop = mark < 0 || mark > end ? end : mark;
    if (text.slice(at, stop).trim() !== '') this.faults.push({ line: this.line, code: 'quote-stray', text: text.slice(from - 1, stop) });
    this.cells.push({ text: unguarded(value), line });
    return this.leave(stop);
  }

  /** Past a delimiter or the end of a line. */
  private leave(stop: number): boolean {
    if (stop < this.text.length && this.mark !== '' && this.text[stop] === this.mark) {
      this.at = stop + 1;
      // A delimiter at the very end has one more, empty cell behind it.
      if (this.at === this.text.length) this.cells.push({ text: '', line: this.line });
      return this.at < this.text.length;
    }
    this.step(stop);
    return false;
  }
}

/** The rows of a text whose delimiter is known. */
export function cellsOf(text: string, delimiter: Delimiter): Cells {
  const said = separator.exec(text);
  const from = said ? said[0].length : text.startsWith('\uFEFF') ? 1 : 0;
  const scanner = new Scanner(text, marks[delimiter], from, said ? 2 : 1);
  scanner.read();
  const rows = delimiter === 'pipe' ? withoutFrame(scanner.rows) : scanner.rows;
  return { delimiter, rows, comments: scanner.comments, faults: [...scanner.faults, ...oddCharacters(rows)] };
}

/** Markdown writes pipes at both ends and a line of dashes below the heading. */
function withoutFrame(all: readonly CsvRow[]): CsvRow[] {
  // Terminals draw a table's edges as "+---+---+".
  const rows = all.filter(({ cells }) => !(cells.length === 1 && /^\+[-=+]+\+$/.test(cells[0]?.text ?? '')));
  const framed = rows.every(({ cells }) => cells.length > 2 && cells[0]?.text === '' && cells.at(-1)?.text === '');
  return rows
    .map((row) => (framed ? { ...row, cells: row.cells.slice(1, -1) } : row))
    .filter(({ cells }) => !cells.every(({ text }) => /^:?-{2,}:?$/.test(text)))
    .map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: cell.text.replace(/^`(.*)`$/, '$1') })) }));
}

/** What a broken copy leaves behind: no value with it can be trusted. */
function oddCharacters(rows: readonly CsvRow[]): CellFault[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ text, line }): CellFault[] => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      return /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text) ? [{ line, code: 'control-character', text }] : [];
    }),
  );
}

/** The delimiter that a first line "sep=…" says, null without one. */
function saidDelimiter(text: string): Delimiter | null {
  const mark = separator.exec(text)?.[1];
  return delimiters.find((delimiter) => mark !== undefined && marks[delimiter] === mark) ?? null;
}

/** How many rows of the first hundred have the most frequent number of cells, when that is more than one. */
function regularity({ rows, faults }: Cells): { readonly width: number; readonly share: number } {
  const counts = new Map<number, number>();
  const some = rows.slice(0, 100);
  for (const { cells } of some) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width = 1, times = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return { width, share: faults.some(({ code }) => code.startsWith('quote')) ? 0 : times / Math.max(1, some.length) };
}

/**
 * The delimiter that the lines agree on; `known` tells how many headings of a row are understood, which is the best
 * evidence. Null when two fit equally well, and a person has to say.
 */
export function delimiterOf(text: string, known: (cells: readonly string[]) => number): Delimiter | null {
  const said = saidDelimiter(text);
  if (said) return said;
  const found = (['tab', 'comma', 'semicolon', 'pipe'] as const).map((delimiter) => {
    const cells = cellsOf(text, delimiter);
    const headings = Math.max(0, ...cells.rows.slice(0, 20).map((row) => known(row.cells.map((cell) => cell.text))));
    return { delimiter, headings, ...regularity(cells) };
  });
  const split = found.filter(({ width }) => width > 1);
  const headed = split.filter(({ headings }) => headings >= 2).sort((a, b) => b.headings - a.headings);
  const [first, second] =
    headed.length > 0 ? headed : split.filter(({ share }) => share >= 0.6).sort((a, b) => b.share - a.share || b.width - a.width);
  if (!first) return 'one';
  const equal = second && (headed.length > 0 ? second.headings === first.headings : second.share === first.share);
  return equal ? null : first.delimiter;
}
