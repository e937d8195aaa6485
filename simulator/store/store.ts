/**
 * What keeps a world in a folder: a snapshot, and the journals of what happened since.
 *
 * A snapshot says from which journal on it must be continued. Compaction begins a new journal and writes the snapshot of
 * that very moment while requests go on; only when it stands are the older journals removed. So at every moment the
 * folder holds a snapshot and all journals since it.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Change, World } from '../world/world.ts';
import { journalName, journalsIn, linesOf, removeFile, replaceFile, snapshotName, syncFolder } from './files.ts';
import { Journal, readJournal } from './journal.ts';
import { lockFolder } from './lock.ts';

export interface Store {
  /** Resolves when the changes would survive a crash. */
  keep(changes: readonly Change[]): Promise<void>;
  /** Writes the whole world anew, e.g. after it was replaced. Resolves when that would survive a crash. */
  compact(): Promise<void>;
  close(): Promise<void>;
  /** For people: the journal's number and size in bytes. */
  describe(): { readonly journal: number; readonly bytes: number };
}

/** The first line of a snapshot: how it is written, and which journal continues it. */
interface Head {
  readonly weft: 1;
  readonly journal: number;
  readonly rows: number;
}

/** A journal longer than this is folded into a snapshot. */
const longestJournal = 32 * 1024 * 1024;
/** Each start begins a journal; more of them than this are folded at the next start. */
const mostJournals = 8;

/**
 * Opens the folder, making it when it is missing, and fills the world with what it holds.
 * @throws Error when another process uses it or it is damaged.
 */
export async function openStore(folder: string, world: World): Promise<Store> {
  const at = resolve(folder);
  await mkdir(at, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(at);
  try {
    const first = await readSnapshot(at, world);
    const numbers = await journalsIn(at);
    for (const number of numbers.filter((known) => known < first)) await removeFile(at, journalName(number));
    const live = numbers.filter((known) => known >= first);
    for (const number of live) await readJournal(at, number, (changes) => world.apply(changes));
    const next = (live.at(-1) ?? first - 1) + 1;
    const store = new FolderStore(at, world, lock.release, next, await Journal.create(at, next));
    if (live.length > mostJournals) await store.compact();
    return store;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** @returns the number of the journal that continues it; 1 where there is no snapshot. */
async function readSnapshot(folder: string, world: World): Promise<number> {
  let head: Head | undefined;
  let rows = 0;
  for await (const line of linesOf(join(folder, snapshotName))) {
    const value: unknown = JSON.parse(line);
    if (head === undefined) {
      head = value as Head;
      if (head.weft !== 1) throw new Error(`${join(folder, snapshotName)} is not a snapshot of this version.`);
    } else {
      world.apply([value as Change]);
      rows += 1;
    }
  }
  if (head && rows !== head.rows) throw new Error(`${join(folder, snapshotName)} holds ${rows} rows of ${head.rows}.`);
  return head?.journal ?? 1;
}

class FolderStore implements Store {
  private compacting: Promise<void> | null = null;

  constructor(
    private readonly folder: string,
    private readonly world: World,
    private readonly unlock: () => Promise<void>,
    private number: number,
    private journal: Journal,
  ) {}

  keep(changes: readonly Change[]): Promise<void> {
    const kept = this.journal.append(changes);
    if (this.journal.size > longestJournal && !this.compacting) this.compact().catch(() => undefined);
    return kept;
  }

  compact(): Promise<void> {
    // A compaction under way began before what the caller wants kept, so another follows it.
    const after = this.compacting ?? Promise.resolve();
    const run = after.then(
      () => this.fold(),
      () => this.fold(),
    );
    this.compacting = run;
    const forget = (): void => {
      if (this.compacting === run) this.compacting = null;
    };
    run.then(forget, forget);
    return run;
  }

  async close(): Promise<void> {
    await this.compacting?.catch(() => undefined);
    await this.journal.close();
    await this.unlock();
  }

  describe(): { journal: number; bytes: number } {
    return { journal: this.number, bytes: this.journal.size };
  }

  private async fold(): Promise<void> {
    const number = this.number + 1;
    const next = await Journal.create(this.folder, number);
    // From here to the end of the statement nothing else runs: the new journal continues exactly these rows.
    const rows = this.world.rows();
    const previous = this.journal;
    this.journal = next;
    this.number = number;
    await previous.close();
    const head: Head = { weft: 1, journal: number, rows: rows.count };
    await replaceFile(this.folder, snapshotName, linesFor(head, rows));
    const old = (await journalsIn(this.folder)).filter((known) => known < number);
    for (const known of old) await removeFile(this.folder, journalName(known));
    if (old.length > 0) await syncFolder(this.folder);
  }
}

function* linesFor(head: Head, rows: Iterable<Change>): Generator<string> {
  yield JSON.stringify(head);
  for (const row of rows) yield JSON.stringify(row);
}
