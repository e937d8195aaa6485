/** Bytes of a file to text. What the bytes leave open is asked, and what is no text is told by what it is. Pure. */

/** The encodings that people's files come in: those that can be told from the bytes first, then those that are chosen. */
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5', 'windows-1252', 'shift_jis', 'euc-kr'] as const;
export type Encoding = (typeof encodings)[number];

export type BytesProblem =
  | 'spreadsheet-file'
  | 'archive-file'
  | 'pdf-file'
  | 'image-file'
  | 'binary-file'
  | 'encoding-unknown'
  | 'encoding-wrong'
  | 'file-too-large';

export type DecodedText =
  | { readonly text: string; readonly encoding: Encoding }
  /** `encoding` is the one that was asked for, where one was. */
  | { readonly problem: BytesProblem; readonly encoding?: Encoding };

/** Ten thousand rules are about a megabyte. */
const largestFile = 8 * 1024 * 1024;

const begins = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);

/** Files that are no text, by how they begin. */
function foreign(bytes: Uint8Array): BytesProblem | null {
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    // The parts of a workbook are named in the archive's plain headers.
    const names = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
    return /xl\/|\[Content_Types\]|mimetypeapplication\/vnd\.oasis/.test(names) ? 'spreadsheet-file' : 'archive-file';
  }
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'spreadsheet-file';
  if (begins(bytes, 0x1f, 0x8b) || begins(bytes, 0x37, 0x7a, 0xbc) || begins(bytes, 0x52, 0x61, 0x72, 0x21)) return 'archive-file';
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf-file';
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47) || begins(bytes, 0xff, 0xd8, 0xff) || begins(bytes, 0x47, 0x49, 0x46, 0x38))
    return 'image-file';
  return null;
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: the zero halves of its ASCII letters all stand on one side. */
function sideOfZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0) return null;
  let [even, odd] = [0, 0];
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even === 0 && odd > 0) return 'utf-16le';
  return odd === 0 && even > 0 ? 'utf-16be' : null;
}

/**
 * How much of what is not ASCII reads as the usual Chinese characters (both bytes of GB 2312's rows). Western letters with
 * accents stand alone between ASCII letters, so they make pairs of another kind.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let [pairs, usual] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    if (first < 0x80) continue;
    pairs += 1;
    if (first >= 0xa1 && first <= 0xf7 && second >= 0xa1) usual += 1;
    at += 1;
  }
  return pairs > 0 && usual / pairs >= 0.9;
}

/** The encoding that the bytes themselves tell; null when they do not. */
function toldBy(bytes: Uint8Array): Encoding | null {
  if (begins(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (begins(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (begins(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (bytes.includes(0)) return sideOfZeros(bytes);
  if (strictly(bytes, 'utf-8') !== null) return 'utf-8';
  return looksChinese(bytes) && strictly(bytes, 'gb18030') !== null ? 'gb18030' : null;
}

/** The text of a file, in the encoding that a person chose or that the bytes tell. Never a replacement character for a byte. */
export function decodeBytes(bytes: Uint8Array, chosen?: Encoding): DecodedText {
  if (bytes.length > largestFile) return { problem: 'file-too-large' };
  const other = foreign(bytes);
  if (other) return { problem: other };
  const encoding = chosen ?? toldBy(bytes);
  if (encoding === null) return { problem: bytes.includes(0) ? 'binary-file' : 'encoding-unknown' };
  const text = strictly(bytes, encoding);
  if (text === null) return { problem: 'encoding-wrong', encoding };
  return text.includes('\0') ? { problem: 'binary-file', encoding } : { text, encoding };
}
