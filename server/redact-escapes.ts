/** Escapes as they stand in bytes: JSON's and JavaScript's (with any number of backslashes, for escapes inside escapes), percent, HTML's. */

/** Stands for every character that is no ASCII: keys have none. */
export const unknownByte = 0xff;

interface Escape {
  /** The ASCII character, or `unknownByte`. */
  readonly means: number;
  /** Index behind it. */
  readonly end: number;
}

export const backslash = 0x5c;
const [percent, ampersand, hash, brace, closingBrace, semicolon] = [0x25, 0x26, 0x23, 0x7b, 0x7d, 0x3b] as const;
const [letterU, letterX] = [0x75, 0x78] as const;

/** Whether an escape may begin with it. */
export const isOpening = (code: number): boolean => code === backslash || code === percent || code === ampersand;

const small = (code: number | undefined): number => (code !== undefined && code >= 0x41 && code <= 0x5a ? code | 0x20 : (code ?? 0));

function digit(code: number | undefined, base: number): number {
  const letter = small(code);
  const value = letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : letter >= 0x30 && letter <= 0x39 ? letter - 0x30 : base;
  return value < base ? value : -1;
}

interface Digits {
  readonly value: number;
  readonly end: number;
}

/** Up to so many digits from `at` on; null where there are fewer than `least`. */
function digits(bytes: Uint8Array, at: number, base: number, least: number, most: number): Digits | null {
  let value = 0;
  let end = at;
  while (end - at < most) {
    const next = digit(bytes[end], base);
    if (next < 0) break;
    value = value * base + next;
    end += 1;
  }
  return end - at < least ? null : { value, end };
}

const escapeOf = (found: Digits | null): Escape | null =>
  found && { means: found.value < 0x80 ? found.value : unknownByte, end: found.end };

/** The escape that begins at `at`, or null. */
export function escapeAt(bytes: Uint8Array, at: number): Escape | null {
  switch (bytes[at]) {
    case backslash:
      return afterBackslashes(bytes, at);
    case percent:
      return escapeOf(small(bytes[at + 1]) === letterU ? digits(bytes, at + 2, 16, 4, 4) : digits(bytes, at + 1, 16, 2, 2));
    case ampersand:
      return bytes[at + 1] === hash ? numbered(bytes, at + 2) : byName(bytes, at + 1);
    default:
      return null;
  }
}

function afterBackslashes(bytes: Uint8Array, from: number): Escape | null {
  let at = from;
  while (bytes[at] === backslash) at += 1;
  const code = bytes[at];
  if (code === undefined) return null;
  if (small(code) === letterU) return escapeOf(bytes[at + 1] === brace ? braced(bytes, at + 2) : digits(bytes, at + 1, 16, 4, 4));
  if (small(code) === letterX) return escapeOf(digits(bytes, at + 1, 16, 2, 2));
  if (isWord(code)) return escapeOf(digits(bytes, at, 8, 3, 3));
  return isBlank(code) ? null : { means: code, end: at + 1 };
}

function braced(bytes: Uint8Array, at: number): Digits | null {
  const found = digits(bytes, at, 16, 1, 6);
  return found && bytes[found.end] === closingBrace ? { ...found, end: found.end + 1 } : null;
}

/** HTML's numbers; the semicolon may be missing. */
function numbered(bytes: Uint8Array, at: number): Escape | null {
  const found = small(bytes[at]) === letterX ? digits(bytes, at + 1, 16, 1, 6) : digits(bytes, at, 10, 1, 7);
  return escapeOf(found && bytes[found.end] === semicolon ? { ...found, end: found.end + 1 } : found);
}

const named: ReadonlyMap<string, number> = new Map(
  Object.entries({ amp: '&', quot: '"', lt: '<', gt: '>', apos: "'", sol: '/', plus: '+', equals: '=', colon: ':' }).map(
    ([name, char]): [string, number] => [name, char.charCodeAt(0)],
  ),
);
const longestName = 6;

function byName(bytes: Uint8Array, at: number): Escape | null {
  let name = '';
  for (let end = at; end <= at + longestName; end += 1) {
    const code = bytes[end];
    if (code === semicolon) {
      const means = named.get(name);
      return means === undefined ? null : { means, end: end + 1 };
    }
    name += String.fromCharCode(small(code));
  }
  return null;
}

const isWord = (code: number): boolean => (small(code) >= 0x61 && small(code) <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
const isBlank = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
