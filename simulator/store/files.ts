/** The files of a data folder: how they are called, read, and replaced so that a crash leaves the old or the new one. */
import { constants, createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const snapshotName = 'snapshot.jsonl';

/** Journals are numbered; each begins where a snapshot was taken. */
export const journalName = (number: number): string => `journal-${String(number).padStart(8, '0')}.jsonl`;

const journalPattern = /^journal-(\d{8})\.jsonl$/;

/** Numbers of the journals in the folder, ascending. */
export async function journalsIn(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names
    .flatMap((name) => journalPattern.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/** Makes renames and new names in the folder last. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Opens a file for appending, making it (and its name) last. */
export async function openAppend(folder: string, name: string): Promise<FileHandle> {
  const handle = await open(join(folder, name), 'a', 0o600);
  await handle.sync();
  await syncFolder(folder);
  return handle;
}

/** Bytes gathered before they are written. */
const chunkSize = 1 << 18;

/** Replaces a file by these lines: beside it, synced, renamed over it, and the folder synced. */
export async function replaceFile(folder: string, name: string, lines: Iterable<string>): Promise<void> {
  const beside = join(folder, `${name}.new`);
  const handle = await open(beside, 'w', 0o600);
  try {
    let chunk = '';
    for (const line of lines) {
      chunk += `${line}\n`;
      if (chunk.length < chunkSize) continue;
      await handle.appendFile(chunk);
      chunk = '';
    }
    await handle.appendFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, join(folder, name));
  await syncFolder(folder);
}

/** A file's lines, or nothing when it is not there. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path, { encoding: 'utf8' });
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

export const removeFile = (folder: string, name: string): Promise<void> => unlink(join(folder, name));
