/** Looks over the text of an answer before anyone walks it: how deep it is, and whether the members that decide stand there once. */

/** Deeper than any answer that is documented (7), and far from what a walk of it could not bear. */
const maxAnswerDepth = 64;

/** Members that decide about an answer stand on its first two levels. */
const decidingLevels = 2;

type Scan =
  /** `alone`: the answer's root has one member. */
  { readonly ok: true; readonly alone: boolean } | { readonly ok: false; readonly why: 'too-deep' | 'twice' };

const alone: Scan = { ok: true, alone: true };
const several: Scan = { ok: true, alone: false };

/** Reads braces, brackets and strings only; whether it is JSON at all the parser says. */
export function scanAnswer(text: string): Scan {
  const keys: (Set<string> | null)[] = [];
  let depth = 0;
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
      case 0x5b: // [
        depth += 1;
        if (depth > maxAnswerDepth) return { ok: false, why: 'too-deep' };
        if (depth <= decidingLevels) keys[depth] = text.charCodeAt(at) === 0x7b ? new Set() : null;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth -= 1;
        break;
      case 0x22: {
        const end = endOfString(text, at);
        if (end < 0) return several;
        const known = depth <= decidingLevels ? keys[depth] : null;
        if (known && isKey(text, end)) {
          const key = keyOf(text.slice(at, end));
          if (known.has(key)) return { ok: false, why: 'twice' };
          known.add(key);
          if (depth === 1) members += 1;
        }
        at = end - 1;
      }
    }
  }
  return members === 1 ? alone : several;
}

/** Index behind the closing quote; -1 where there is none. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at) === 0x3a;
}

/** A key may be spelled by escapes; one that is not JSON is no member either. */
function keyOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted;
  try {
    return JSON.stringify(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
