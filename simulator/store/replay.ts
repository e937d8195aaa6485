/** Reading a data folder back. What was written and is not there any more stops the start: nothing is repaired in silence. */
import { join } from 'node:path';
import type { Change } from '../world/world.ts';
import { bytesOf, cutFile, isRoom, journalName, linesOf, snapshotName } from './files.ts';
import { DataFolderError } from './folder.ts';
import { type Line, parseText, unsealLine } from './lines.ts';

interface Reading {
  readonly folder: string;
  readonly apply: (changes: readonly Change[]) => void;
  /** Told of what was left out, in a sentence. */
  readonly tell: (notice: string) => void;
}

const damaged = (path: string, line: number, what: string): DataFolderError =>
  new DataFolderError(
    `${path} is damaged at line ${line}: ${what}. Nothing was changed. Bring the folder back from a copy, or move it away to begin with a new world.`,
  );

/** The first line of a snapshot: which journal continues it, and after which line; nobody knows the latter of older ones. */
export interface Head {
  readonly weft: 1 | 2;
  readonly journal: number;
  readonly rows: number;
  readonly last?: number;
}

/** @returns the head of the snapshot, whose rows have been applied; undefined where there is none. */
export async function readSnapshot({ folder, apply }: Reading): Promise<Head | undefined> {
  const path = join(folder, snapshotName);
  let head: Head | undefined;
  let rows = 0;
  for await (const { text, isWhole } of linesOf(path)) {
    const line = rows + (head ? 2 : 1);
    const value = head?.weft === 1 || text.startsWith('{') ? parseText(text) : rowOf(unsealLine(text), line - 1);
    if (value === undefined || !isWhole) throw damaged(path, line, isWhole ? 'it is not what was written' : 'the file is cut short');
    if (head === undefined) head = headIn(path, value);
    else {
      if (!Array.isArray(value)) throw damaged(path, line, 'it is no row');
      // The simulator wrote it; but for the first format its number and seal were checked. `apply` refuses unknown tables.
      apply([value as unknown as Change]);
      rows += 1;
    }
  }
  if (head && rows !== head.rows) throw damaged(path, rows + 2, `the file is cut short, it holds ${rows} rows of ${head.rows}`);
  return head;
}

const rowOf = (line: Line | undefined, number: number): unknown => (line?.number === number ? parseText(line.text) : undefined);

function headIn(path: string, value: unknown): Head {
  const head = value as Partial<Head>;
  if ((head.weft === 1 || head.weft === 2) && Number.isInteger(head.journal) && Number.isInteger(head.rows)) return head as Head;
  throw new DataFolderError(`${path} is not a snapshot that this version can read.`);
}

/**
 * Applies the journals in turn. @returns the number of the last line, undefined where all are of the older form.
 * @throws DataFolderError that names file and line.
 */
export async function readJournals(reading: Reading, numbers: readonly number[], last: number | undefined): Promise<number | undefined> {
  let reached = last;
  let bytes = await journalBytes(reading, numbers[0]);
  for (const [index, number] of numbers.entries()) {
    const following = numbers[index + 1];
    if (following !== undefined && following !== number + 1) {
      throw new DataFolderError(`${join(reading.folder, journalName(number + 1))} is missing, though ${journalName(following)} is there.`);
    }
    const next = await journalBytes(reading, following);
    reached = await readJournal(reading, { number, bytes, last: reached, next: following === undefined ? undefined : startOf(next) });
    bytes = next;
  }
  return reached;
}

/** A process that ended while it was making a journal may have left the room that it looked for, and nothing else. */
const journalBytes = async ({ folder }: Reading, number: number | undefined): Promise<Buffer> => {
  const bytes = number === undefined ? undefined : await bytesOf(join(folder, journalName(number)));
  return bytes === undefined || isRoom(bytes) ? Buffer.alloc(0) : bytes;
};

/** After which line a journal goes on: "unknown" for one of the older form, or one whose first line never came. */
function startOf(bytes: Buffer): number | 'unknown' {
  const end = bytes.indexOf(10);
  return (end < 0 ? undefined : unsealLine(bytes.toString('utf8', 0, end))?.number) ?? 'unknown';
}

interface OneJournal {
  readonly number: number;
  readonly bytes: Buffer;
  readonly last: number | undefined;
  /** Where the next one goes on; undefined for the last journal. */
  readonly next: number | 'unknown' | undefined;
}

async function readJournal(reading: Reading, { number, bytes, last, next }: OneJournal): Promise<number | undefined> {
  const { folder, apply, tell } = reading;
  const name = journalName(number);
  const path = join(folder, name);
  let reached = last;
  let start = 0;
  let isOld = false;
  for (let line = 1; start < bytes.length; line += 1) {
    const end = bytes.indexOf(10, start);
    const isSurplus = typeof next === 'number' && reached === next && line > 1;
    if (isSurplus || (end < 0 && next === undefined)) return await cut();
    if (end < 0) throw damaged(path, line, 'it is cut short, and other journals follow');
    const text = bytes.toString('utf8', start, end);
    if (line === 1) isOld = text.startsWith('[');
    const found: Line | undefined = isOld ? { number: 0, text } : unsealLine(text);
    const value = found && parseText(found.text);
    if (!found || value === undefined) throw damaged(path, line, 'it is not what was written');
    if (!isOld) reached = follow(found, line, value);
    if (Array.isArray(value)) apply(value as Change[]);
    else if (isOld || line > 1) throw damaged(path, line, 'it is no list of changes');
    start = end + 1;
  }
  if (typeof next === 'number' && reached !== undefined && reached !== next && !isOld) {
    throw damaged(path, 1, `it ends with change ${reached}, but the next journal goes on after ${next}: lines are missing`);
  }
  return isOld ? undefined : reached;

  async function cut(): Promise<number | undefined> {
    const copy = await cutFile(folder, name, bytes, start);
    tell(
      `${path}: the last ${bytes.length - start} bytes belong to a change that was never acknowledged. They are cut off, and kept in ${copy}.`,
    );
    return isOld ? undefined : reached;
  }

  function follow(found: Line, line: number, value: unknown): number {
    if (line === 1) {
      const { journal } = value as { journal?: unknown };
      if (journal !== number) throw damaged(path, line, `it belongs to journal ${String(journal)}`);
      if (reached !== undefined && found.number !== reached) {
        throw damaged(
          path,
          line,
          `it goes on after change ${found.number}, but the changes before it end with ${reached}: lines are missing`,
        );
      }
      return found.number;
    }
    if (found.number !== (reached ?? 0) + 1) throw damaged(path, line, `change ${found.number} stands where ${(reached ?? 0) + 1} should`);
    return found.number;
  }
}
