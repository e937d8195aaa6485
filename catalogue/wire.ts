/**
 * Between the nested parameters that people and programs write and the forms in which they travel:
 * typed JSON (API 3.0) and flat "Name.0.Key" pairs (forms and query strings of every generation).
 */
import type { Dialect } from './binding.ts';
import type { ActionData, Field, Fields, WireType } from './define.ts';
import { choiceOf, flagOf, isRecord } from './validate.ts';

type FlatParams = Record<string, string>;

/** Numbers list items from 0 (Tencent) or from 1 (Alibaba). Undefined and null are left out; an empty text is sent. */
export function flatten(params: Readonly<Record<string, unknown>>, firstIndex: 0 | 1 = 0): FlatParams {
  const flat: FlatParams = {};
  const put = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        put(`${name}.${index + firstIndex}`, item);
      });
    } else if (typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) put(`${name}.${key}`, inner);
    } else flat[name] = String(value);
  };
  for (const [name, value] of Object.entries(params)) put(name, value);
  return flat;
}

/** The name under which the fields know `spelling`: its own, or the field of which it is another documented spelling. */
function canonicalName(fields: Fields, spelling: string): string | undefined {
  if (Object.hasOwn(fields, spelling)) return spelling;
  return Object.keys(fields).find((name) => fields[name]?.alsoSpelled?.includes(spelling));
}

/**
 * The parameters under their canonical names, where the documents also use other spellings ("vpclId" → "vpcId").
 * A name that no field knows, or a second spelling of a field that is there already, stays as it is and is left to the
 * validator.
 */
export function respell(fields: Fields, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([spelling, value]) => {
      const name = canonicalName(fields, spelling);
      if (name === undefined || (name !== spelling && Object.hasOwn(values, name))) return [spelling, value];
      return [name, respellValue(fields[name] as Field, value)];
    }),
  );
}

function respellValue(field: Field, value: unknown): unknown {
  if (field.kind === 'struct' && isRecord(value)) return respell(field.fields, value);
  if (field.kind === 'list' && Array.isArray(value)) return value.map((item) => respellValue(field.of, item));
  return value;
}

type Tree = { [key: string]: Tree | string };

/**
 * Nested parameters from flat pairs, under their canonical names. Which levels are lists is read from the action; a name
 * that the action does not know keeps its own spelling, so that the validator can report it.
 */
export function unflatten(fields: Fields, pairs: Iterable<readonly [string, string]>): Record<string, unknown> {
  const root: Tree = Object.create(null) as Tree;
  for (const [name, value] of pairs) {
    const head = name.split('.', 1)[0] as string;
    if (canonicalName(fields, head) === undefined) {
      root[name] = value;
      continue;
    }
    let node = root;
    const steps = name.split('.');
    for (const step of steps.slice(0, -1)) {
      const known = node[step];
      const next = typeof known === 'object' ? known : (Object.create(null) as Tree);
      node[step] = next;
      node = next;
    }
    node[steps.at(-1) as string] = value;
  }
  return shapeFields(fields, root);
}

function shapeFields(fields: Fields, tree: Tree): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(respell(fields, tree)).map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return [name, field ? shapeValue(field, value as Tree | string) : value];
    }),
  );
}

const filterShape: Fields = { Name: { kind: 'text' }, Values: { kind: 'list', of: { kind: 'text' } } };

function shapeValue(field: Field, value: Tree | string): unknown {
  if (typeof value === 'string') return value;
  if (field.kind === 'list' || field.kind === 'filters' || field.orList) {
    const item: Field = field.kind === 'list' ? field.of : field.kind === 'filters' ? { kind: 'struct', fields: filterShape } : field;
    const keys = Object.keys(value);
    if (keys.every((key) => /^\d{1,9}$/.test(key))) {
      return keys.sort((a, b) => Number(a) - Number(b)).map((key) => shapeValue(item, value[key] as Tree | string));
    }
  }
  if (field.kind === 'struct') return shapeFields(field.fields, value);
  return { ...value };
}

const usualWire = { integer: 'Integer', decimal: 'Float', flag: 'Boolean' } as const;

const wireTypeOf = (field: Field): WireType =>
  field.wire ?? (field.kind === 'integer' || field.kind === 'decimal' || field.kind === 'flag' ? usualWire[field.kind] : 'String');

/** The parameters with every value in the type that the documents' table gives it. Expects valid parameters. */
export function encode(action: ActionData, params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return encodeFields(action.params, params);
}

/** Encoded parameters as an account of the dialect sends them: of some, the cloud of today takes another name. */
export const spelledIn = (
  dialect: Dialect,
  action: ActionData,
  encoded: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => (dialect === 'today' ? spellToday(action.params, encoded) : encoded);

const spellToday = (fields: Fields, values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return field ? [field.todays ?? name, spellTodayIn(field, value)] : [name, value];
    }),
  );

function spellTodayIn(field: Field, value: unknown): unknown {
  if (field.kind === 'struct' && isRecord(value)) return spellToday(field.fields, value);
  if (field.kind === 'list' && Array.isArray(value)) return value.map((item) => spellTodayIn(field.of, item));
  return value;
}

function encodeFields(fields: Fields, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (value === undefined || value === null) return [];
      if (value === '' && !field?.orEmpty) return [];
      if (value === '') return [[name, '']];
      return [[name, field ? encodeValue(field, value) : value]];
    }),
  );
}

function encodeValue(field: Field, value: unknown): unknown {
  if (field.kind === 'struct' && isRecord(value)) return encodeFields(field.fields, value);
  if (field.kind === 'list' && Array.isArray(value)) return value.map((item) => encodeValue(field.of, item));
  if (field.orList && Array.isArray(value)) return value.map((item) => encodeValue(field, item));
  if (field.kind === 'filters' || field.kind === 'open' || typeof value === 'object') return value;
  // A closed set keeps the type its values are written in, unless the table says otherwise.
  if (field.kind === 'choice' && !field.wire) return choiceOf(field, value) ?? value;
  switch (wireTypeOf(field)) {
    case 'Integer':
    case 'Float':
      return Number(value);
    case 'Boolean':
      return flagOf(value) ?? value;
    case 'String':
      return String(value);
  }
}
