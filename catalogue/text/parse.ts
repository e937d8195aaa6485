/**
 * Messages in ICU syntax, as much of it as texts need: `{name}`, `{n, number}`, `{n, plural, =0 {none} one {# row} other {# rows}}`,
 * `{state, select, up {…} other {…}}`, nested as deep as wanted. An apostrophe quotes a brace or `#`: `'{'`; doubled it is itself.
 */

/** A value put in as it is. `source` is how the argument is written: it stands in where the value is missing. */
interface PlainArgument {
  readonly type: 'plain' | 'number';
  readonly name: string;
  readonly source: string;
}

/** A choice between messages: by plural category or `=` and a number, or by the value of a select. */
export interface Choice {
  readonly type: 'plural' | 'select';
  readonly name: string;
  readonly source: string;
  readonly forms: ReadonlyMap<string, Message>;
}

export type Argument = PlainArgument | Choice;
export type Message = readonly (string | Argument)[];

/** The keys that each kind of choice takes: of a plural CLDR's categories and exact numbers, of a select any word. */
const formKeys = { plural: /(=-?\d+|zero|one|two|few|many|other)\s*\{/y, select: /([^\s{},]+)\s*\{/y };

/**
 * Takes a text apart.
 * @throws SyntaxError with the position, where the text is no message.
 */
export function parseMessage(text: string): Message {
  let at = 0;
  /** Steps over what the pattern (a sticky one) has to find here. */
  const take = (pattern: RegExp): string[] => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) throw new SyntaxError(`No message from ${at} on: ${text}`);
    at = pattern.lastIndex;
    return match;
  };

  /** Up to a closing brace or the end. `#` is the number of the plural around, whose argument is `counted`. */
  const parts = (counted?: string): Message => {
    const message: (string | Argument)[] = [];
    while (at < text.length && text[at] !== '}') {
      const start = at;
      const [part = ''] = take(/[{#]|([^{}#']|'[{}#](''|[^'])*'?|''?)+/y);
      if (part === '{') message.push(argument(start));
      else if (part === '#' && counted) message.push({ type: 'number', name: counted, source: part });
      else message.push(part.replace(/'([{}#](?:''|[^'])*)'?|''/g, (_, quoted = "'") => quoted.replaceAll("''", "'")));
    }
    return message;
  };

  const argument = (start: number): Argument => {
    const [, name = '', type = 'plain'] = take(/\s*(\w+)\s*(?:,\s*(number\b|(?:plural|select)(?=\s*,))[\s,]*)?/y);
    if (type === 'plain' || type === 'number') {
      take(/\}/y);
      return { type, name, source: text.slice(start, at) };
    }
    const kind = type as Choice['type'];
    const forms = new Map<string, Message>();
    while (text[at] !== '}') {
      const [, key = ''] = take(formKeys[kind]);
      forms.set(key, parts(kind === 'plural' ? name : undefined));
      take(/\}\s*/y);
    }
    take(forms.has('other') ? /\}/y : /(?!)/y);
    return { type: kind, name, forms, source: text.slice(start, at) };
  };

  const message = parts();
  take(/$/y);
  return message;
}
