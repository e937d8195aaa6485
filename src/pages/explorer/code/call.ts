/** What every generator of code is given, and the quoting that each language needs. */
import { isService, type ServiceData, services } from '../../../../catalogue/services.ts';

export interface CodeCall {
  readonly service: string;
  readonly action: string;
  readonly data: ServiceData;
  readonly region: string;
  /** Typed as they travel (see catalogue/wire.ts); secrets are already placeholders. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** @throws for a service that the catalogue does not have. */
export function codeCall(name: string, params: CodeCall['params'], region: string): CodeCall {
  const [service = '', action = ''] = name.split(':');
  if (!isService(service)) throw new Error(`"${name}" names no service of the catalogue`);
  return { service, action, data: services[service], region, params };
}

/** First label of the host: what Tencent's clients call the product ("vpc"). */
export const productOf = ({ data }: CodeCall): string => data.host.slice(0, data.host.indexOf('.'));

/**
 * A double-quoted text that JavaScript, Python and Go all read alike. Half of a surrogate pair is no character to Go, and
 * a byte order mark no part of its sources: one becomes U+FFFD, the other an escape.
 */
export const quoteText = (text: string): string =>
  JSON.stringify(text.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('\ufeff', '\\ufeff');

/** One word of a POSIX shell. */
export const shellWord = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** How a language writes its values. */
export interface Notation {
  readonly none: string;
  readonly yes: string;
  readonly no: string;
  readonly list: readonly [open: string, close: string];
  readonly map: readonly [open: string, close: string];
  readonly indent: string;
}

/** A nested value as a literal, a line an item. `depth` is how far its first line already stands in. */
export function literal(value: unknown, notation: Notation, depth = 0): string {
  if (value === null || value === undefined) return notation.none;
  if (typeof value === 'boolean') return value ? notation.yes : notation.no;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object') return quoteText(String(value));
  const items = Array.isArray(value)
    ? value.map((item) => literal(item, notation, depth + 1))
    : Object.entries(value).map(([key, item]) => `${quoteText(key)}: ${literal(item, notation, depth + 1)}`);
  const [open, close] = Array.isArray(value) ? notation.list : notation.map;
  if (items.length === 0) return `${open}${close}`;
  const inner = notation.indent.repeat(depth + 1);
  return `${open}\n${items.map((item) => `${inner}${item},`).join('\n')}\n${notation.indent.repeat(depth)}${close}`;
}
