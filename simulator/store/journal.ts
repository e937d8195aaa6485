/**
 * The journal: one line for each request that changed something, on disk before the request is answered.
 *
 * Requests that come while the disk is busy wait together and share the next write and sync (group commit).
 */
import type { FileHandle } from 'node:fs/promises';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from '../world/world.ts';
import { journalName, openAppend } from './files.ts';

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class Journal {
  private waiting: Waiting[] = [];
  private writing: Promise<void> | null = null;
  private failure: unknown;
  /** Bytes written so far. */
  size = 0;

  private constructor(private readonly file: FileHandle) {}

  static async create(folder: string, number: number): Promise<Journal> {
    return new Journal(await openAppend(folder, journalName(number)));
  }

  /** Resolves when the changes are on the disk. After a failed write nothing is accepted any more. */
  append(changes: readonly Change[]): Promise<void> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    const line = `${JSON.stringify(changes)}\n`;
    return new Promise((resolve, reject) => {
      this.waiting.push({ line, resolve, reject });
      this.writing ??= this.write();
    });
  }

  /** Waits for everything that was appended, and closes the file. */
  async close(): Promise<void> {
    while (this.writing) await this.writing;
    await this.file.close();
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        const bytes = Buffer.from(batch.map(({ line }) => line).join(''));
        await this.file.appendFile(bytes);
        await this.file.datasync();
        this.size += bytes.length;
        for (const { resolve } of batch) resolve();
      } catch (error) {
        // What reached the disk is unknown now, so nothing that follows could be trusted.
        this.failure = error;
        for (const { reject } of [...batch, ...this.waiting]) reject(error);
        this.waiting = [];
      }
    }
    this.writing = null;
  }
}

/**
 * The changes of one journal, line by line. A last line that a crash cut short is cut off the file.
 * @throws Error naming the file and line when a line in the middle cannot be read: then something else has damaged it.
 */
export async function readJournal(folder: string, number: number, apply: (changes: readonly Change[]) => void): Promise<void> {
  const path = join(folder, journalName(number));
  const bytes = await readFile(path);
  let start = 0;
  for (let line = 1; start < bytes.length; line += 1) {
    const end = bytes.indexOf(10, start);
    const changes = end < 0 ? undefined : parse(bytes.toString('utf8', start, end));
    if (!changes) {
      if (end >= 0 && hasReadableLine(bytes, end + 1)) throw new Error(`${path} is damaged at line ${line}, before other lines.`);
      return truncate(path, start);
    }
    apply(changes);
    start = end + 1;
  }
}

function parse(text: string): readonly Change[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? (value as Change[]) : undefined;
  } catch {
    return undefined;
  }
}

function hasReadableLine(bytes: Buffer, from: number): boolean {
  for (let start = from; ; ) {
    const end = bytes.indexOf(10, start);
    if (end < 0) return false;
    if (parse(bytes.toString('utf8', start, end))) return true;
    start = end + 1;
  }
}

async function truncate(path: string, length: number): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.truncate(length);
    await file.sync();
  } finally {
    await file.close();
  }
}
