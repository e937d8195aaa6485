/** The values of a form: from rows to fields, and from fields to the parameters of a call. Pure. */
import type { ActionData, Field, Fields } from '../../catalogue/define.ts';
import type { AnyRow, Params } from './family.ts';

export type FormValues = Readonly<Record<string, unknown>>;

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.every(isBlank));

/** What a field holds before anything is entered. */
export function blankOf(field: Field): unknown {
  switch (field.kind) {
    case 'list':
    case 'filters':
      return [];
    case 'struct':
      return Object.fromEntries(Object.entries(field.fields).map(([name, inner]) => [name, blankOf(inner)]));
    case 'flag':
      return field.default ?? undefined;
    default:
      return field.default === undefined ? '' : String(field.default);
  }
}

/** A structure without what answers alone have: the action takes it not. What nobody knows stays (see `unknownIn`). */
function takenOf(field: Field | undefined, told: Field | undefined, value: unknown): unknown {
  if (field?.kind === 'list' && Array.isArray(value))
    return value.map((item) => takenOf(field.of, told?.kind === 'list' ? told.of : undefined, item));
  if (field?.kind !== 'struct' || told?.kind !== 'struct' || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => Object.hasOwn(field.fields, name) || !Object.hasOwn(told.fields, name))
      .map(([name, inner]) => [name, takenOf(field.fields[name], told.fields[name], inner)]),
  );
}

/** The first values of a form: blank, or what `given` tells under the field's own name. `told`: the fields of what tells it. */
export const firstValues = (fields: Fields, given: AnyRow = {}, told: Fields = {}): FormValues =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const value = takenOf(field, told[name], given[name]);
      return [name, isBlank(value) ? blankOf(field) : field.kind === 'flag' ? value === true || value === 'true' : value];
    }),
  );

/**
 * What is sent of the values: blanks are left out, lists lose their blank rows, whole numbers become numbers, and an
 * optional value that is the cloud's own default is not said. Blanks around a text are not sent. A structure is sent whole,
 * defaults too, or not at all: clouds replace it whole, and their defaults change.
 */
export const paramsOf = (fields: Fields, values: FormValues): Params => saidOf(fields, values, false);

/** `whole`: what is a default is said too. */
function saidOf(fields: Fields, values: FormValues, whole: boolean): Params {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
      const value = sentOf(field, values[name], whole);
      // Some texts must be sent even where they say "any" by being empty.
      if (isBlank(value) && field.required && 'orEmpty' in field && field.orEmpty) return [[name, '']];
      if (isBlank(value)) return [];
      if (!field.required && field.kind === 'struct' && isEmpty(value)) return [];
      if (!whole && !field.required && field.default !== undefined && String(field.default) === String(value)) return [];
      return [[name, value]];
    }),
  );
}

const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** It must be said, even as nothing. */
const mayBeEmpty = (field: Field): boolean => field.required === true && 'orEmpty' in field && field.orEmpty === true;

/** `whole`: of a structure in which all is as the cloud has it by default, that too. */
function sentOf(field: Field, value: unknown, whole = true): unknown {
  if (isBlank(value)) return mayBeEmpty(field) ? '' : undefined;
  if (field.kind === 'list' && Array.isArray(value))
    return value.map((item) => sentOf(field.of, item, false)).filter((item) => !isBlank(item) && !isEmpty(item));
  if (field.kind === 'struct' && typeof value === 'object') {
    const values = value as FormValues;
    const unknown = unknownIn(field.fields, values);
    const isUsual = !whole && isEmpty(unknown) && isEmpty(saidOf(field.fields, values, false));
    return isUsual ? {} : { ...unknown, ...saidOf(field.fields, values, true) };
  }
  if (typeof value !== 'string') return value;
  // A secret may mean its outer blanks, and some texts.
  if (field.kind === 'secret' || (field.kind === 'text' && field.blanks)) return value;
  const text = value.trim();
  if (text === '') return undefined;
  return field.kind === 'integer' && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

/** What a structure has that nobody knows: it is replaced whole, so this goes back as it came. */
const unknownIn = (fields: Fields, values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !Object.hasOwn(fields, name) && value !== undefined && value !== null),
  );

const same = (a: unknown, b: unknown): boolean => (isBlank(a) && isBlank(b)) || JSON.stringify(a) === JSON.stringify(b);

/** True when two values of a field would be sent alike: 5 and "5", a list with and without blank rows. */
export const sentAlike = (field: Field, a: unknown, b: unknown): boolean => same(sentOf(field, a), sentOf(field, b));

/** Only what differs from `before`. What was emptied is not there: the API has no word for it (see `emptied`). */
export function changedParams(fields: Fields, before: FormValues, after: FormValues): Params {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
      const value = sentOf(field, after[name]);
      return isBlank(value) || same(value, sentOf(field, before[name])) ? [] : [[name, value]];
    }),
  );
}

/** The fields that had a value and have none now. */
export const clearedFields = (fields: Fields, before: FormValues, after: FormValues): string[] =>
  Object.keys(fields).filter((name) => !isBlank(before[name]) && isBlank(after[name]));

export const isChanged = (fields: Fields, before: FormValues, after: FormValues): boolean =>
  Object.entries(fields).some(([name, field]) => !same(sentOf(field, before[name]), sentOf(field, after[name])));

/** The parameters that a form asks for: all but those that are sent whatever is entered. */
export const paramsBeside = ({ params }: ActionData, fixed: FormValues): Fields =>
  Object.fromEntries(Object.entries(params).filter(([param]) => !Object.hasOwn(fixed, param)));
