/**
 * JSON as the API takes it: what `JSON.parse` takes, but not nested deeper than needed, without a key twice in one object,
 * and without the keys that reach an object's prototype.
 */

/** Deeper than any parameter: `params.Filters[0].Values[0]` is 5. */
const maxDepth = 16;

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  /** `twice`: it is JSON, with a key twice in one object. */
  | { readonly ok: false; readonly why: string; readonly twice: boolean };

const refused = (why: string): JsonReading => ({ ok: false, why, twice: why === keyTwice });

const keyTwice = 'The body has a key twice in one object.';

/** Parses strictly. `why` is a sentence for whoever sent it. */
export function parseStrictJson(text: string): JsonReading {
  let value: unknown;
  try {
    // Deep nesting is no danger to this parser; it is to whoever walks the value afterwards.
    value = JSON.parse(text);
  } catch {
    return refused('The body is not JSON.');
  }
  const why = objection(text);
  return why === null ? { ok: true, value } : refused(why);
}

/** Walks text that is known to be JSON: braces, brackets and strings are all there is to watch. */
function objection(text: string): string | null {
  /** For each open level the keys met so far, or null in a list. */
  const levels: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
      case 0x5b: // [
        if (levels.length === maxDepth) return `The body is nested deeper than ${maxDepth} levels.`;
        levels.push(text[at] === '{' ? new Set() : null);
        break;
      case 0x7d: // }
      case 0x5d: // ]
        levels.pop();
        break;
      case 0x22: {
        const end = endOfString(text, at);
        const keys = levels.at(-1);
        if (keys && isKey(text, end)) {
          const key = JSON.parse(text.slice(at, end)) as string;
          if (forbidden.has(key)) return `The body has the key "${key}".`;
          if (keys.has(key)) return keyTwice;
          if (/\p{Surrogate}/u.test(key)) return 'The body has a key that is no text.';
          keys.add(key);
        }
        at = end - 1;
      }
    }
  }
  return null;
}

/** Index behind the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1;
  return at + 1;
}

/** In an object a string is a key when a colon follows it. */
function isKey(text: string, end: number): boolean {
  let at = end;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at) === 0x3a;
}
