/**
 * The journal: one line for each request that changed something, on disk before the request is answered.
 *
 * Requests that come while the disk is busy wait together and share the next write and sync (group commit). The first line
 * tells which journal this is and after which line of the one before it goes on; lines are numbered through all journals.
 */
import type { FileHandle } from 'node:fs/promises';
import type { Change } from '../world/world.ts';
import { sealLine } from './lines.ts';

/** What a request has changed, and what undoes it as long as everything that came later is undone first. */
export interface JournalEntry {
  readonly changes: readonly Change[];
  readonly revert: () => void;
}

/** One that waits for the disk. */
export interface PendingEntry extends JournalEntry {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class Journal {
  private waiting: PendingEntry[] = [];
  private writing: Promise<void> | null = null;
  /** False once a write has failed; nothing must be appended then. */
  isSound = true;
  /** Bytes that are on the disk for sure. */
  size = 0;

  /**
   * `last` is the number of the line after which it goes on. `failed` is told of everything that is not on the disk when a
   * write fails, the oldest first, before anything else can happen.
   */
  constructor(
    private readonly file: FileHandle,
    readonly number: number,
    public last: number,
    private readonly failed: (lost: readonly PendingEntry[], error: unknown) => void,
  ) {}

  append(entry: PendingEntry): void {
    this.waiting.push(entry);
    this.writing ??= this.write();
  }

  /** Waits until nothing waits. @returns false when a write has failed. */
  async drain(): Promise<boolean> {
    while (this.writing) await this.writing;
    return this.isSound;
  }

  /** Waits for everything that was appended, and closes the file. */
  async close(): Promise<void> {
    await this.drain();
    await this.file.close();
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      let number = this.last;
      let text = this.size === 0 ? `${sealLine(number, JSON.stringify({ journal: this.number }))}\n` : '';
      for (const { changes } of batch) {
        number += 1;
        text += `${sealLine(number, JSON.stringify(changes))}\n`;
      }
      try {
        const bytes = Buffer.from(text);
        await this.file.appendFile(bytes);
        await this.file.datasync();
        this.size += bytes.length;
        this.last = number;
      } catch (error) {
        await this.fail(batch, error);
        break;
      }
      for (const { resolve } of batch) resolve();
    }
    this.writing = null;
  }

  /** What reached the disk is unknown now: it is cut off where that can be done, and told as lost in any case. */
  private async fail(batch: readonly PendingEntry[], error: unknown): Promise<void> {
    this.isSound = false;
    const lost = [...batch, ...this.waiting];
    this.waiting = [];
    this.failed(lost, error);
    await this.file.truncate(this.size).catch(() => undefined);
  }
}
