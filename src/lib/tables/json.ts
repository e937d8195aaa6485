/** JSON with the line of every value, and with what `JSON.parse` lets pass told: a key that is given twice. Pure. */

export type JsonValue =
  | { readonly kind: 'object'; readonly line: number; readonly entries: readonly (readonly [string, JsonValue])[] }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly JsonValue[] }
  /** Numbers and booleans as they are written, null as an empty text: none of them means more than that. */
  | { readonly kind: 'scalar'; readonly line: number; readonly text: string; readonly isNull: boolean; readonly isText: boolean };

type JsonReading =
  | { readonly value: JsonValue; readonly twice: readonly { readonly line: number; readonly key: string }[] }
  | { readonly wrong: { readonly line: number } };

class JsonSyntaxError extends Error {}

/** One text being read. */
class Parser {
  readonly twice: { line: number; key: string }[] = [];
  line = 1;
  private at = 0;
  private depth = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  whole(): JsonValue {
    const value = this.value();
    this.blank();
    if (this.at < this.text.length) throw new JsonSyntaxError();
    return value;
  }

  private blank(): void {
    for (; this.at < this.text.length; this.at += 1) {
      const char = this.text[this.at];
      if (char === '\n' || (char === '\r' && this.text[this.at + 1] !== '\n')) this.line += 1;
      else if (char !== ' ' && char !== '\t' && char !== '\r') return;
    }
  }

  private value(): JsonValue {
    this.blank();
    const { line } = this;
    const char = this.text[this.at];
    if (char === '{' || char === '[') {
      this.depth += 1;
      if (this.depth > 64) throw new JsonSyntaxError();
      const value = char === '{' ? this.object(line) : this.list(line);
      this.depth -= 1;
      return value;
    }
    if (char === '"') return { kind: 'scalar', line, text: this.string(), isNull: false, isText: true };
    const [word] =
      /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/.exec(this.text.slice(this.at, this.at + 64)) ?? [];
    if (word === undefined) throw new JsonSyntaxError();
    this.at += word.length;
    return { kind: 'scalar', line, text: word === 'null' ? '' : word, isNull: word === 'null', isText: false };
  }

  private string(): string {
    const found = /"(?:[^"\\\n\r]|\\.)*"/y;
    found.lastIndex = this.at;
    const [raw] = found.exec(this.text) ?? [];
    if (raw === undefined) throw new JsonSyntaxError();
    this.at += raw.length;
    try {
      return JSON.parse(raw) as string;
    } catch {
      throw new JsonSyntaxError();
    }
  }

  private list(line: number): JsonValue {
    const items: JsonValue[] = [];
    this.at += 1;
    while (!this.closes(']', items.length)) items.push(this.value());
    return { kind: 'list', line, items };
  }

  private object(line: number): JsonValue {
    const entries: [string, JsonValue][] = [];
    const keys = new Set<string>();
    this.at += 1;
    while (!this.closes('}', entries.length)) {
      this.blank();
      if (this.text[this.at] !== '"') throw new JsonSyntaxError();
      const at = this.line;
      const key = this.string();
      this.blank();
      if (this.text[this.at] !== ':') throw new JsonSyntaxError();
      this.at += 1;
      if (keys.has(key)) this.twice.push({ line: at, key });
      keys.add(key);
      entries.push([key, this.value()]);
    }
    return { kind: 'object', line, entries };
  }

  /** True at the closing bracket; else past the comma that a further value needs. */
  private closes(bracket: string, before: number): boolean {
    this.blank();
    const char = this.text[this.at];
    if (char === bracket) {
      this.at += 1;
      return true;
    }
    if (before > 0) {
      if (char !== ',') throw new JsonSyntaxError();
      this.at += 1;
    }
    return false;
  }
}

/** True for a text that can be nothing but JSON. */
export const looksLikeJson = (text: string): boolean => /^\uFEFF?\s*[[{]/.test(text);

export function readJsonText(text: string): JsonReading {
  const parser = new Parser(text.replace(/^\uFEFF/, ''));
  try {
    return { value: parser.whole(), twice: parser.twice };
  } catch (error) {
    if (error instanceof JsonSyntaxError) return { wrong: { line: parser.line } };
    throw error;
  }
}

/** The value under a key of an object, undefined where there is none. */
export const under = (value: JsonValue | undefined, key: string): JsonValue | undefined =>
  value?.kind === 'object' ? value.entries.find(([name]) => name === key)?.[1] : undefined;

/** Nothing at all: null, "", [] or {}. */
export const isNothing = (value: JsonValue): boolean =>
  value.kind === 'scalar'
    ? value.text === ''
    : value.kind === 'list'
      ? value.items.length === 0
      : value.entries.every(([, one]) => isNothing(one));

/** A value again as JSON, for people. */
export function jsonText(value: JsonValue): string {
  if (value.kind === 'scalar') return value.isNull ? 'null' : value.isText ? JSON.stringify(value.text) : value.text;
  if (value.kind === 'list') return `[${value.items.map(jsonText).join(',')}]`;
  return `{${value.entries.map(([key, one]) => `${JSON.stringify(key)}:${jsonText(one)}`).join(',')}}`;
}
