/**
 * What keeps a world in a folder: a snapshot, and the journals of what happened since.
 *
 * A snapshot says from which journal on it must be continued. Compaction begins a new journal and writes the snapshot of
 * that very moment while requests go on; only when it stands are the older journals removed. So at every moment the
 * folder holds a snapshot and all journals since it.
 *
 * What cannot be written is undone, with everything that came after it, and refused. Until a new journal can be begun,
 * which is tried again and again, changes are refused before they are made.
 */
import type { FileHandle } from 'node:fs/promises';
import type { Change, World } from '../world/world.ts';
import { createAppend, journalName, journalsIn, removeFile, replaceFile, snapshotName, syncFolder } from './files.ts';
import { causeOf, DataFolderError, inWords, type OpenFile, openOwn } from './folder.ts';
import { Journal, type JournalEntry, type PendingEntry } from './journal.ts';
import { sealLine } from './lines.ts';
import type { Head } from './replay.ts';

export type { JournalEntry } from './journal.ts';

/** Why changes are not taken at the moment, and since when (epoch milliseconds of the machine). */
interface Trouble {
  readonly cause: string;
  readonly since: number;
}

export interface Store {
  /** Its real path. */
  readonly folder: string;
  /** Resolves when the changes would survive a crash. When it rejects they have been undone. */
  keep(kept: JournalEntry): Promise<void>;
  /** Runs work that replaces the world, alone, and writes the world anew. When it rejects the world is as it was. */
  replace<T>(work: () => T): Promise<T>;
  /** Pending while the world is being replaced: requests wait for it. */
  readonly replacing: Promise<void> | null;
  /** Null while changes are taken. */
  readonly trouble: Trouble | null;
  /** Writes the whole world anew. Resolves when that would survive a crash. */
  compact(): Promise<void>;
  close(): Promise<void>;
  /** For people: the journal's number and size in bytes. */
  describe(): { readonly journal: number; readonly bytes: number };
}

export interface StoreOptions {
  /** Told in a sentence of what was left out, and of trouble that comes and goes. */
  readonly tell?: (notice: string) => void;
  /** Told when changes were undone, or the world was put back. */
  readonly undone?: () => void;
  readonly openFile?: OpenFile;
  /** How long after a failure a new journal is tried. */
  readonly retryMs?: number;
}

/** A journal longer than this is folded into a snapshot. */
const longestJournal = 32 * 1024 * 1024;

export class FolderStore implements Store {
  replacing: Promise<void> | null = null;
  trouble: Trouble | null = null;
  private compacting: Promise<void> | null = null;
  private journal: Journal;
  /** What came while one journal takes the place of another. */
  private held: PendingEntry[] | null = null;
  private retry: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    readonly folder: string,
    private readonly world: World,
    private readonly unlock: () => Promise<void>,
    { file, number, last }: { readonly file: FileHandle; readonly number: number; readonly last: number },
    private readonly options: StoreOptions,
  ) {
    this.journal = this.journalIn(file, number, last);
  }

  keep(kept: JournalEntry): Promise<void> {
    if (this.trouble) {
      this.undo([kept]);
      return Promise.reject(this.refusal());
    }
    if (this.journal.size > longestJournal && !this.compacting)
      this.compact().catch((error: unknown) => this.options.tell?.(inWords(this.folder, error).message));
    return new Promise((resolve, reject) => {
      const entry = { ...kept, resolve, reject };
      if (this.held) this.held.push(entry);
      else this.journal.append(entry);
    });
  }

  replace<T>(work: () => T): Promise<T> {
    const run = (this.replacing ?? Promise.resolve()).then(() => this.replaceNow(work));
    const done = run.then(
      () => undefined,
      () => undefined,
    );
    this.replacing = done;
    done.then(() => {
      if (this.replacing === done) this.replacing = null;
    });
    return run;
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
    this.isClosed = true;
    clearTimeout(this.retry);
    await this.replacing;
    await this.compacting?.catch(() => undefined);
    await this.journal.close();
    await this.unlock();
  }

  describe(): { journal: number; bytes: number } {
    return { journal: this.journal.number, bytes: this.journal.size };
  }

  private refusal(): DataFolderError {
    return new DataFolderError(`The data folder ${this.folder} takes no changes: ${this.trouble?.cause ?? 'a write has failed'}.`);
  }

  private async replaceNow<T>(work: () => T): Promise<T> {
    await this.compacting?.catch(() => undefined);
    await this.journal.drain();
    if (this.trouble) throw this.refusal();
    const before = this.world.rows();
    try {
      const result = work();
      await this.compact();
      return result;
    } catch (error) {
      this.world.clear();
      this.world.apply([...before]);
      this.options.undone?.();
      throw error;
    }
  }

  private journalIn(file: FileHandle, number: number, last: number): Journal {
    return new Journal(file, number, last, (lost, error) => this.lose(lost, error));
  }

  private newFile(number: number): Promise<FileHandle> {
    return createAppend(this.folder, journalName(number), this.options.openFile ?? openOwn);
  }

  /** Undoes what is not on the disk, the latest first: nothing that was acknowledged is among it. */
  private lose(lost: readonly PendingEntry[], error: unknown): void {
    const all = [...lost, ...(this.held ?? [])];
    if (this.held) this.held = [];
    this.trouble = { cause: causeOf(error), since: Date.now() };
    this.undo(all);
    const refusal = this.refusal();
    for (const { reject } of all) reject(refusal);
    this.options.tell?.(`${refusal.message} They are refused until it does.`);
    this.mendLater();
  }

  private undo(all: readonly JournalEntry[]): void {
    for (const { revert } of [...all].reverse()) revert();
    this.options.undone?.();
  }

  private mendLater(): void {
    if (this.isClosed) return;
    this.retry = setTimeout(() => void this.mend(), this.options.retryMs ?? 1000);
    this.retry.unref();
  }

  /** Begins a new journal as soon as the disk takes one. */
  private async mend(): Promise<void> {
    const trouble = this.trouble;
    await this.compacting?.catch(() => undefined);
    await this.journal.drain();
    if (this.isClosed || !trouble) return;
    try {
      this.follow(await this.newFile(this.journal.number + 1));
      this.trouble = null;
      this.options.tell?.(`The data folder ${this.folder} takes changes again.`);
    } catch (error) {
      this.trouble = { ...trouble, cause: causeOf(error) };
      this.mendLater();
    }
  }

  /** Goes on in a new journal. The old one must have been drained. */
  private follow(file: FileHandle): void {
    const old = this.journal;
    this.journal = this.journalIn(file, old.number + 1, old.last);
    old.close().catch(() => undefined);
  }

  private async fold(): Promise<void> {
    if (this.trouble) throw this.refusal();
    const file = await this.newFile(this.journal.number + 1);
    // The snapshot is of this moment. What comes from now on waits, and is the first of the new journal.
    const rows = this.world.rows();
    this.held = [];
    const isSound = await this.journal.drain();
    const held = this.held;
    this.held = null;
    if (!isSound) {
      await file.close();
      await removeFile(this.folder, journalName(this.journal.number + 1));
      throw this.refusal();
    }
    this.follow(file);
    for (const entry of held) this.journal.append(entry);
    const { number, last } = this.journal;
    const head: Head = { weft: 2, journal: number, rows: rows.count, last };
    await replaceFile(this.folder, snapshotName, linesFor(head, rows), this.options.openFile);
    const old = (await journalsIn(this.folder)).filter((known) => known < number);
    for (const known of old) await removeFile(this.folder, journalName(known));
    if (old.length > 0) await syncFolder(this.folder);
  }
}

function* linesFor(head: Head, rows: Iterable<Change>): Generator<string> {
  let number = 0;
  yield sealLine(number, JSON.stringify(head));
  for (const row of rows) {
    number += 1;
    yield sealLine(number, JSON.stringify(row));
  }
}
