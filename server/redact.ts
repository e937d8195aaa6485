/**
 * Takes secrets out of text that comes from elsewhere: a cloud may repeat in an error what it was sent, spelled in any way.
 * Escapes are undone first (JSON's, percent, HTML's, one inside the other), and base64 and hexadecimal are looked through;
 * what is found is cut out of the text as it stands.
 */
import { backslash, escapeAt, isOpening, unknownByte } from './redact-escapes.ts';

const shortest = 6;
const mark = '[secret]';

/** Escapes inside escapes: JSON in JSON in a query is three. */
const mostRounds = 4;

/** The secrets are asked for each time: accounts can change. */
export function createRedactor(secrets: () => readonly string[]): (text: string) => string {
  return (text) => {
    const wanted = secrets().filter((secret) => secret.length >= shortest);
    let clean = text;
    for (const secret of wanted) if (clean.includes(secret)) clean = clean.replaceAll(secret, mark);
    if (wanted.length === 0) return clean;
    clean = cut(clean, inCodes(clean, wanted));
    return mayHideText(clean) ? cut(clean, behindEscapes(clean, wanted)) : clean;
  };
}

/** From and to, in the text as it stands. */
type Span = readonly [number, number];

function cut(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let clean = '';
  let done = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (from >= done) clean += text.slice(done, from) + mark;
    done = Math.max(done, to);
  }
  return clean + text.slice(done);
}

function placesOf(text: string, part: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) spans.push([at, at + part.length]);
  return spans;
}

// Escapes. Keys are plain ASCII, so only escapes of that can hide one: names in Chinese need no second look.

const asciiEscape = /\\(?:[/x]|u\{?00[0-7]|u\{[0-7]|[0-7]{2,3})|%(?:25)*[2-7][0-9a-f]|%u00[2-7]|&(?:#|[a-z]{2,6};)/i;

const mayHideText = (text: string): boolean => /[\\%&]/.test(text) && asciiEscape.test(text);

/** A text as it reads once some layers of escapes are undone. */
interface DecodedText {
  /** ASCII; whatever else a character is stands as `unknownByte`. */
  readonly bytes: Uint8Array;
  /** For each of them where it begins in the original text, and one more for the end. */
  readonly starts: Int32Array;
}

function behindEscapes(text: string, secrets: readonly string[]): Span[] {
  let undone = asBytes(text);
  const spans: Span[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const next = undo(undone);
    if (next === null) break;
    undone = next;
    const { bytes, starts } = undone;
    const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    const found = [...secrets.flatMap((secret) => placesOf(plain, secret)), ...inCodes(plain, secrets)];
    spans.push(...found.map(([from, to]): Span => [starts[from] ?? 0, starts[to] ?? text.length]));
  }
  return spans;
}

function asBytes(text: string): DecodedText {
  const bytes = new Uint8Array(text.length);
  const starts = new Int32Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bytes[at] = code < 0x80 ? code : unknownByte;
    starts[at] = at;
  }
  starts[text.length] = text.length;
  return { bytes, starts };
}

/** Undoes one layer; null where there is none. Answers are large, and everybody waits meanwhile: one pass, no text in between. */
function undo({ bytes, starts }: DecodedText): DecodedText | null {
  const { length } = bytes;
  const plain = new Uint8Array(length);
  const begins = new Int32Array(length + 1);
  let count = 0;
  let at = 0;
  while (at < length) {
    const code = bytes[at] as number;
    const found = isOpening(code) ? escapeAt(bytes, at) : null;
    // Backslashes that open nothing do so together, or each would look through all that follow it.
    let end = found?.end ?? at + 1;
    if (found === null && code === backslash) while (bytes[end] === backslash) end += 1;
    for (; at < end; at = found === null ? at + 1 : end) {
      plain[count] = found?.means ?? code;
      begins[count] = starts[at] as number;
      count += 1;
    }
  }
  if (count === length) return null;
  begins[count] = starts[length] as number;
  return { bytes: plain.subarray(0, count), starts: begins };
}

// Base64 (both alphabets, wherever in a longer text the secret stood) and hexadecimal.

const cores = new Map<string, readonly string[]>();
const mostCores = 256;

/** What any base64 of a text that holds the secret must contain, for each place it can have in a group of three bytes; and its hexadecimal. */
function coresOf(secret: string): readonly string[] {
  const known = cores.get(secret);
  if (known) return known;
  const base64 = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    // The characters at both ends depend on what stands beside it.
    const whole = Math.floor((bytes.length * 8) / 6);
    return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), whole);
  });
  const hex = Buffer.from(secret).toString('hex');
  const made = [...new Set([...base64, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')), hex, hex.toUpperCase()])];
  if (cores.size >= mostCores) cores.clear();
  cores.set(secret, made);
  return made;
}

/** The secrets of the last text are nearly always those of the next. */
let lastCores: { readonly key: string; readonly all: readonly string[]; readonly least: number } = { key: '', all: [], least: 0 };

function coresOfAll(secrets: readonly string[]): typeof lastCores {
  const key = secrets.join('\n');
  if (lastCores.key !== key) {
    const all = secrets.flatMap(coresOf);
    lastCores = { key, all, least: Math.min(...all.map(({ length }) => length)) };
  }
  return lastCores;
}

/** Letters, digits and the signs of both base64 alphabets. */
const isCode = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x2b ||
  code === 0x2f ||
  code === 0x2d ||
  code === 0x5f;

/** Looks only into runs long enough to hold one: of other text it reads one character in that many. */
function inCodes(text: string, secrets: readonly string[]): Span[] {
  const { all, least } = coresOfAll(secrets);
  const spans: Span[] = [];
  for (let at = least - 1; at < text.length; at += least) {
    if (!isCode(text.charCodeAt(at))) continue;
    let from = at;
    while (from > 0 && isCode(text.charCodeAt(from - 1))) from -= 1;
    let to = at + 1;
    while (to < text.length && isCode(text.charCodeAt(to))) to += 1;
    if (to - from >= least) {
      const run = text.slice(from, to);
      for (const core of all) for (const [start, end] of placesOf(run, core)) spans.push([from + start, from + end]);
    }
    at = Math.max(at, to);
  }
  return spans;
}
