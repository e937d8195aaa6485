/**
 * Answers of an upstream that means no good, for any action: every field that today's API or the documents know, with
 * values that neither has told of; or null, empty, missing, at its limits. The ids alone are as ids are.
 */
import { type Field, type Fields, refsOf, splitRef } from '../../catalogue/define.ts';
import { idPrefixes } from '../../catalogue/ids.ts';
import { familyModules, findAction, splitName } from '../../catalogue/index.ts';
import today from '../../catalogue/spec/today.json' with { type: 'json' };

type Values = Record<string, unknown>;

/** In which way a row, or the whole of an answer, is odd. */
export const oddities = ['strange', 'limits', 'null', 'empty', 'bare'] as const;
export type Oddity = (typeof oddities)[number];

/** A value that nobody has told of, which pages show as it came. */
export const unheardOf = 'STATE_OF_TOMORROW';
const longText = `\u202eמרחבא\u202c مرحبا 👩‍👩‍👧‍👦 <b>&amp;</b> {n} ${'lang '.repeat(60)}`;

interface SpecField {
  readonly name: string;
  readonly type: string;
}
interface SpecService {
  readonly actions: Readonly<Record<string, { readonly out: readonly SpecField[] }>>;
  readonly structs: Readonly<Record<string, readonly SpecField[]>>;
}
const spec: Readonly<Record<string, SpecService>> = today;

/** What is known of a field: its place in the SDKs' data, in the catalogue, or in both. */
interface FieldSource {
  readonly type?: string | undefined;
  readonly field?: Field | undefined;
  readonly structs: SpecService['structs'];
}

/** Those of a structure, by name. */
function within({ type, field, structs }: FieldSource): Readonly<Record<string, FieldSource>> {
  const fields: Fields = field?.kind === 'struct' ? field.fields : {};
  const known = new Map<string, FieldSource>(Object.entries(fields).map(([name, inner]) => [name, { field: inner, structs }]));
  for (const { name, type: inner } of structs[type ?? ''] ?? []) known.set(name, { type: inner, field: fields[name], structs });
  return Object.fromEntries(known);
}

/** The id of the n-th of a family. */
export const idOfNth = (ref: string, n: number, prefix?: string): string =>
  `${prefix ?? idPrefixes(splitRef(ref as 'vpc').family)[0] ?? 'x'}-${String(n).padStart(8, '0')}`;

const leaves: Readonly<Record<'strange' | 'limits', (known: FieldSource, n: number) => unknown>> = {
  strange: ({ type, field }, n) => {
    if (field?.kind === 'ref') return idOfNth(field.family, n, field.prefix);
    if (type === 'number' || field?.wire === 'Integer' || (type === undefined && /integer|decimal/.test(field?.kind ?? '')))
      return Number.MAX_SAFE_INTEGER;
    if (type === 'boolean' || field?.kind === 'flag') return true;
    if (field?.kind === 'choice') return unheardOf;
    if (field?.kind === 'cidr') return 'fd00:1::/56';
    if (field?.kind === 'address') return '2001:db8::7';
    if (field?.kind === 'time') return 'the day before yesterday';
    return longText;
  },
  limits: ({ type, field }, n) => {
    if (field?.kind === 'ref') return idOfNth(field.family, n, field.prefix);
    if (type === 'number' || field?.wire === 'Integer' || (type === undefined && /integer|decimal/.test(field?.kind ?? ''))) return -1;
    if (type === 'boolean' || field?.kind === 'flag') return false;
    if (field?.kind === 'choice') return typeof field.values[0] === 'number' ? -7 : '';
    if (field?.kind === 'cidr') return '0.0.0.0/0';
    if (field?.kind === 'address') return '255.255.255.255';
    if (field?.kind === 'time') return '0000-00-00 00:00:00';
    return '\u0000\ufffd';
  },
};

const isList = ({ type, field }: FieldSource): boolean => (type === undefined ? field?.kind === 'list' : type.endsWith('[]'));
const isStruct = ({ type, field, structs }: FieldSource): boolean =>
  type === undefined ? field?.kind === 'struct' : structs[type] !== undefined;
const itemOf = ({ type, field, structs }: FieldSource): FieldSource => ({
  type: type?.replace(/\[\]$/, ''),
  field: field?.kind === 'list' ? field.of : undefined,
  structs,
});

function oddValue(known: FieldSource, oddity: Oddity, n: number): unknown {
  if (oddity === 'null') return null;
  if (oddity === 'bare') return undefined;
  if (oddity === 'empty') {
    if (isList(known)) return [];
    if (isStruct(known)) return {};
    return known.type === 'number' || /integer|decimal/.test(known.field?.kind ?? '') ? 0 : '';
  }
  if (isList(known)) return [oddValue(itemOf(known), oddity, n), ...(isStruct(itemOf(known)) ? [{}, null] : [])];
  if (isStruct(known)) return structOf(within(known), oddity, n);
  return leaves[oddity](known, n);
}

const structOf = (fields: Readonly<Record<string, FieldSource>>, oddity: Oddity, n: number): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, known]) => [name, oddValue(known, oddity, n)]));

/** By list action: the field of its rows that tells them apart, and the sort that they are of. */
const ids = new Map(
  familyModules.flatMap((module) =>
    refsOf(module.data).flatMap((ref) => {
      const { variant } = splitRef(ref);
      const sort = variant === undefined ? module.data : module.data.variants?.[variant];
      return (sort?.operations.list ?? []).map((name) => [name, { ref, id: sort?.id ?? '', prefix: prefixOf(sort) }] as const);
    }),
  ),
);
function prefixOf(sort: object | undefined): string | undefined {
  return sort && 'prefix' in sort ? String(sort.prefix) : undefined;
}

const plain = (name: string): string => name.toLowerCase().replace(/^un(?=vpc)/, '');

/** Rows of every oddity, a null and something that is no row among them; their ids are told whatever else is not. */
function rowsOf(name: string, item: FieldSource): unknown[] {
  const own = ids.get(name);
  const fields = within(item);
  const isOwn = (field: string, { field: known }: FieldSource): boolean =>
    plain(field) === plain(own?.id ?? '') || (known?.kind === 'ref' && own !== undefined && known.family === splitRef(own.ref).family);
  const id = Object.entries(fields).find(([field, known]) => isOwn(field, known))?.[0];
  const rows = oddities.map((oddity, n) => ({
    ...structOf(fields, oddity, n + 1),
    ...(id === undefined || !own ? {} : { [id]: idOfNth(own.ref, n + 1, own.prefix) }),
    ...(oddity === 'strange' ? { SomethingOfTomorrow: { a: [1, null] } } : {}),
  }));
  return [...rows, null, 'no row'];
}

/** What the action answers; of a list all rows at once, whatever is asked for, in one region alone (`isHere`). Anything but a list is odd in the one way. */
export function hostileAnswer(name: string, oddity: Oddity, isHere = true): Values {
  const { service, action } = splitName(name);
  const data = findAction(name);
  const { actions: told = {}, structs = {} } = spec[service] ?? {};
  const out = new Map<string, FieldSource>(Object.entries(data?.results ?? {}).map(([field, known]) => [field, { field: known, structs }]));
  for (const { name: field, type } of told[action]?.out ?? []) out.set(field, { type, field: data?.results[field], structs });
  const paging = data?.paging;
  if (!paging) return structOf(Object.fromEntries(out), oddity, 1);
  const put = (path: string, value: unknown, into: Values): void => {
    const [outer = '', inner] = path.split('.');
    if (inner === undefined) into[outer] = value;
    else into[outer] = { ...(into[outer] as Values | undefined), [inner]: value };
  };
  const [outer = '', inner] = paging.items.split('.');
  const holder = out.get(outer);
  const list = inner === undefined ? holder : holder && within(holder)[inner];
  const rows = list && isHere ? rowsOf(name, itemOf(list)) : [];
  const answer: Values = {};
  put(paging.items, rows, answer);
  put(paging.total, rows.length, answer);
  return answer;
}
