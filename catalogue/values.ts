/** What can be told of a value before anything is known of its action. */
import type { Field } from './define.ts';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * Whether a value says something. Clients write what they leave out as nothing, as an empty text, and in JSON also as an
 * empty list or an object without a given field.
 */
export function isGiven(field: Field, value: unknown): boolean {
  if (isBlank(value)) return value === '' && field.orEmpty === true;
  if (Array.isArray(value)) return value.length > 0 || field.orEmpty === true;
  if (!isRecord(value)) return true;
  const known = field.kind === 'struct' ? field.fields : {};
  return Object.entries(value).some(([name, inner]) => {
    const own = Object.hasOwn(known, name) ? known[name] : undefined;
    return own ? isGiven(own, inner) : !isBlank(inner);
  });
}

/** The meaning of a yes or no: text has any case ("True" of Python's clients, "TRUE" of the documents, 2907); undefined for anything else. */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

/** The value of the set that is meant, or undefined. */
export const choiceOf = (field: Extract<Field, { kind: 'choice' }>, value: unknown): string | number | undefined => {
  const plain = (text: unknown): string => (field.anyCase ? String(text).toUpperCase() : String(text));
  return field.values.find((choice) => plain(choice) === plain(value));
};

/** A field of each item of a list that nobody has checked: what is no list, or no item, has none. */
export const valuesIn = (list: unknown, field: string): unknown[] =>
  Array.isArray(list) ? list.filter(isRecord).map((item) => item[field]) : [];
