/** The files of a data folder: how they are called, read, and replaced so that a crash leaves the old or the new one. */
import { constants } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type OpenFile, openOwn } from './folder.ts';

const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_APPEND } = constants;

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
  const handle = await open(folder, O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Room that a new journal must find, so that a disk with a few bytes left is not taken for one with room. */
const room = Buffer.alloc(1 << 16, 10);

/** Whether a file holds such room, or the beginning of it, and nothing that anybody wrote. */
export const isRoom = (bytes: Buffer): boolean => bytes.length <= room.length && bytes.equals(room.subarray(0, bytes.length));

/** Makes a file for appending, which must not be there yet, and its name last. Leaves nothing where it fails. */
export async function createAppend(folder: string, name: string, openFile: OpenFile = openOwn): Promise<FileHandle> {
  const path = join(folder, name);
  const handle = await openFile(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND);
  try {
    await handle.writeFile(room);
    await handle.sync();
    await handle.truncate(0);
    await handle.sync();
    await syncFolder(folder);
    return handle;
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
}

/** Bytes gathered before they are written. */
const chunkSize = 1 << 18;

/** Replaces a file by these lines: beside it, synced, renamed over it, and the folder synced. Leaves the old one where it fails. */
export async function replaceFile(folder: string, name: string, lines: Iterable<string>, openFile: OpenFile = openOwn): Promise<void> {
  const beside = join(folder, `${name}.new`);
  await rm(beside, { force: true });
  const handle = await openFile(beside, O_WRONLY | O_CREAT | O_EXCL);
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
  } catch (error) {
    await handle.close();
    await rm(beside, { force: true });
    throw error;
  }
  await handle.close();
  await rename(beside, join(folder, name));
  await syncFolder(folder);
}

/** A whole file, or undefined when it is not there. */
export async function bytesOf(path: string): Promise<Buffer | undefined> {
  const handle = await opened(path);
  if (!handle) return undefined;
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** A file's lines without their ends, the last one marked where its end is missing; nothing when the file is not there. */
export async function* linesOf(path: string): AsyncGenerator<{ readonly text: string; readonly isWhole: boolean }> {
  const handle = await opened(path);
  if (!handle) return;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of handle.createReadStream({ highWaterMark: chunkSize }) as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      yield { text: bytes.toString('utf8', start, end), isWhole: true };
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) yield { text: rest.toString('utf8'), isWhole: false };
}

async function opened(path: string): Promise<FileHandle | undefined> {
  try {
    return await openOwn(path, O_RDONLY);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Cuts a file at a length, after what is cut has been kept in a file beside it. @returns that file's name. */
export async function cutFile(folder: string, name: string, bytes: Buffer, length: number): Promise<string> {
  const copy = `${name}.cut-${Date.now()}`;
  const kept = await openOwn(join(folder, copy), O_WRONLY | O_CREAT | O_EXCL);
  try {
    await kept.writeFile(bytes.subarray(length));
    await kept.sync();
  } finally {
    await kept.close();
  }
  const file = await openOwn(join(folder, name), O_WRONLY);
  try {
    await file.truncate(length);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(folder);
  return copy;
}

export const removeFile = (folder: string, name: string): Promise<void> => unlink(join(folder, name));
