/** Reads a small file that only its owner should change: a file, ours or the system's, in UTF-8. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';
import type { ProblemKind } from './source.ts';

const longest = 256 * 1024;

export type PrivateText =
  | { readonly ok: true; readonly text: string; readonly othersRead: boolean }
  | { readonly ok: false; readonly kind: ProblemKind; readonly detail: string };

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

const refuse = (kind: ProblemKind, detail: string): PrivateText => ({ ok: false, kind, detail });

/** Null where there is no such file. A link that leads nowhere is one that cannot be read. */
export function readPrivateFile(file: string): PrivateText | null {
  try {
    lstatSync(file);
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : refuse('unreadable', codeOf(error));
  }
  let handle: number;
  try {
    // A pipe in the place of a file would hold the start up for ever.
    handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return refuse('unreadable', codeOf(error));
  }
  try {
    return readOpened(handle);
  } catch (error) {
    return refuse('unreadable', codeOf(error));
  } finally {
    closeSync(handle);
  }
}

function readOpened(handle: number): PrivateText {
  const { mode, uid, size } = fstatSync(handle);
  if ((mode & constants.S_IFMT) !== constants.S_IFREG) return refuse('unreadable', 'it is no file');
  if (size > longest) return refuse('not-understood', `it is larger than ${longest / 1024} kB`);
  const me = process.geteuid?.();
  if (me !== undefined && uid !== me && uid !== 0) return refuse('foreign', `user ${uid}`);
  const bytes = readFileSync(handle);
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return refuse('not-understood', 'it is UTF-16; save it as UTF-8');
  try {
    // The decoder drops a byte order mark.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, text, othersRead: me !== undefined && (mode & 0o077) !== 0 };
  } catch {
    return refuse('not-understood', 'it is no UTF-8 text');
  }
}
