/** Texts with their values put in. */
import { formatNumber, pluralCategory } from './numbers.ts';
import { type Choice, type Message, parseMessage } from './parse.ts';

/** Texts are filled again and again, for every row of a list: each is taken apart once. */
const parsed = new Map<string, Message>();

function messageOf(text: string): Message {
  let message = parsed.get(text);
  if (!message) {
    try {
      message = parseMessage(text);
    } catch {
      // What is no message is shown as it stands; a test finds it in every file.
      message = [text];
    }
    parsed.set(text, message);
  }
  return message;
}

/**
 * A text with its values put in, numbers as the language (a BCP 47 tag) writes them. The result is a list, so that values may
 * be nodes; a value that is missing leaves its argument as it is written.
 */
export function fill<V>(text: string, params: Readonly<Record<string, V>>, tag: string): (string | V)[] {
  const filled: (string | V)[] = [];
  const add = (message: Message): void => {
    for (const part of message) {
      if (typeof part === 'string') {
        filled.push(part);
        continue;
      }
      const value = params[part.name];
      if (value === undefined) filled.push(part.source);
      else if ('forms' in part) add(formOf(part, value, tag));
      else filled.push(typeof value === 'number' ? formatNumber(value, tag) : value);
    }
  };
  add(messageOf(text));
  return filled;
}

function formOf({ type, forms }: Choice, value: unknown, tag: string): Message {
  const isCount = type === 'plural' && typeof value === 'number';
  const form = forms.get(isCount ? `=${value}` : `${value}`) ?? (isCount ? forms.get(pluralCategory(value, tag)) : undefined);
  return form ?? forms.get('other') ?? [];
}
