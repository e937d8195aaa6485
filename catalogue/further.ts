/**
 * What API 3.0 of today takes of an action beyond what the catalogue describes: named and typed as the official SDKs have it
 * (spec/today.json), without words and rules of its own. Clients may send it all the same.
 */
import type { ActionData, Field, Fields } from './define.ts';
import spec from './spec/today.json' with { type: 'json' };

/** A parameter or a field as the SDKs tell it: "string", "number[]", or the name of a structure. */
interface SpecField {
  readonly name: string;
  readonly type: string;
  readonly optional?: boolean;
  /** The keys of a list of filters. */
  readonly keys?: readonly string[];
}

interface SpecService {
  readonly actions: Readonly<Record<string, { readonly in: readonly SpecField[]; readonly out: readonly SpecField[] }>>;
  readonly structs: Readonly<Record<string, readonly SpecField[]>>;
}

const services: Readonly<Record<string, SpecService>> = spec;

/** "vpc:CreateVpc" → the action and the structures of its service; undefined where today's API has no such action. */
function specOf(name: string) {
  const [service = '', action = ''] = name.split(':');
  const { actions, structs } = services[service] ?? { actions: {}, structs: {} };
  const found = actions[action];
  return found && { ...found, structs };
}

type Structs = SpecService['structs'];

const words: Fields = { string: { kind: 'text' }, number: { kind: 'decimal' }, boolean: { kind: 'flag' } };

/** The field of a type. A structure that stands within itself is left open. */
function fieldOf({ type, keys }: SpecField, structs: Structs, within: readonly string[] = []): Field {
  if (keys && type.endsWith('[]')) return { kind: 'filters', keys: Object.fromEntries(keys.map((key) => [key, { kind: 'text' }])) };
  if (type.endsWith('[]')) return { kind: 'list', of: fieldOf({ name: '', type: type.slice(0, -2) }, structs, within) };
  const struct = structs[type];
  if (!struct || within.includes(type)) return words[type] ?? { kind: 'open' };
  return { kind: 'struct', fields: Object.fromEntries(struct.map((one) => [one.name, fieldOf(one, structs, [...within, type])])) };
}

/** The field with what its type has besides. */
function widened(field: Field, one: SpecField, structs: Structs): Field {
  if (field.kind === 'list') return { ...field, of: widened(field.of, { ...one, type: one.type.replace(/\[\]$/, '') }, structs) };
  if (field.kind === 'struct') return { ...field, fields: withMore(field.fields, structs[one.type] ?? [], structs) };
  if (field.kind !== 'filters') return field;
  // The SDKs print the `tag:<key>` of a list as "tag".
  const more = (one.keys ?? []).filter((key) => !Object.hasOwn(field.keys, key) && !(key === 'tag' && Object.hasOwn(field.keys, 'tag:')));
  return { ...field, keys: { ...field.keys, ...Object.fromEntries(more.map((key) => [key, { kind: 'text' }])) } };
}

const isSpelled = (field: Field, spelling: string): boolean => field.alsoSpelled?.includes(spelling) ?? false;

/** The fields, each with what its type has besides, and those that only the specification has. */
function withMore(fields: Fields, specs: readonly SpecField[], structs: Structs): Fields {
  const more = specs.flatMap((one): [string, Field][] => {
    const [name, known] = Object.entries(fields).find(([own, field]) => own === one.name || isSpelled(field, one.name)) ?? [];
    return [name === undefined || !known ? [one.name, fieldOf(one, structs)] : [name, widened(known, one, structs)]];
  });
  return { ...fields, ...Object.fromEntries(more) };
}

const made = new WeakMap<ActionData, ActionData>();

/** The action with all parameters and filters that today's API takes of it. Of an action that it does not have: the same. */
export function withFurther(name: string, data: ActionData): ActionData {
  const found = specOf(name);
  if (!found) return data;
  const known = made.get(data) ?? { ...data, params: withMore(data.params, found.in, found.structs) };
  made.set(data, known);
  return known;
}

/** Whether today's API can do without the parameter at a path such as "Routes.0.GatewayId". */
export function isOptionalToday(name: string, path: string): boolean {
  const found = specOf(name);
  let fields: readonly SpecField[] = found?.in ?? [];
  let last: SpecField | undefined;
  for (const step of path.split('.')) {
    if (/^\d+$/.test(step)) continue;
    last = fields.find((one) => one.name === step);
    fields = found?.structs[last?.type.replace(/\[\]$/, '') ?? ''] ?? [];
  }
  return last?.optional ?? false;
}

/** The fields that today's API tells of the rows, or of the one row, at a result's name. */
export function fieldsOfToday(name: string, result: string): ReadonlySet<string> {
  const found = specOf(name);
  const type = found?.out.find((one) => one.name === result)?.type.replace(/\[\]$/, '') ?? '';
  return new Set(found?.structs[type]?.map((one) => one.name));
}
