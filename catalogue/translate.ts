/**
 * Between the words of an operation and those of the action that a binding names: calls and answers, in both directions. The
 * browser translates calls outward and answers inward, the simulated cloud the other way round. Pure; never throws for what an
 * answer holds: what no place is known for is carried under its own name.
 */
import type { Binding, FieldPlace, FieldPlaces } from './binding.ts';
import type { ActionData, Field, Fields } from './define.ts';
import { plainName } from './names.ts';
import { at, noteSent, rowsAt } from './rows.ts';
import { choiceOf, isRecord } from './values.ts';
import { encode } from './wire.ts';

type Values = Readonly<Record<string, unknown>>;

/** The fields of both spellings, and what is said of how they meet. */
interface Spellings {
  readonly own: Fields;
  readonly theirs: Fields;
  readonly places: FieldPlaces;
}

const inside = (field: Field | undefined): Fields =>
  field?.kind === 'struct' ? field.fields : field?.kind === 'list' ? inside(field.of) : {};

/** The field at a path such as "EntrySet.Ingress". */
const fieldAt = (fields: Fields, path: string): Field | undefined => {
  const [head = '', ...rest] = path.split('.');
  return rest.length === 0 ? fields[head] : fieldAt(inside(fields[head]), rest.join('.'));
};

/** Where the field `name` stands; undefined where the other side has no place for it. */
function placeOf({ theirs, places }: Spellings, name: string): FieldPlace | undefined {
  if (Object.hasOwn(places, name)) return places[name];
  if (isChooser(places, name)) return undefined;
  if (Object.hasOwn(theirs, name)) return name;
  return Object.keys(theirs).find((other) => plainName(other) === plainName(name));
}

/** Whether the value of this field only chooses where another one stands. */
const isChooser = (places: FieldPlaces, name: string): boolean =>
  Object.values(places).some((place) => typeof place === 'object' && 'chosenBy' in place && place.chosenBy === name);

function put(target: Record<string, unknown>, path: string, value: unknown): void {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    if (!Object.hasOwn(target, head)) target[head] = value;
    return;
  }
  const inner = isRecord(target[head]) ? target[head] : {};
  target[head] = inner;
  put(inner, rest.join('.'), value);
}

/** What a set says of a value: an answer may hold the name of anything that every object has. */
const ownOf = <T>(set: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(set, key) ? set[key] : undefined);

/** Each item of a list, or the one value. */
const mapped = (value: unknown, change: (item: unknown) => unknown): unknown => (Array.isArray(value) ? value.map(change) : change(value));

/** The operation's values in the words of the action. */
function outward(spellings: Spellings, values: Values): Record<string, unknown> {
  const { own, theirs } = spellings;
  const out: Record<string, unknown> = {};
  const filters: { Name: string; Values: string[] }[] = [];
  const write = (path: string, value: unknown): void =>
    put(out, path, fieldAt(theirs, path)?.kind === 'list' && !Array.isArray(value) ? [value] : value);
  // Those whose places are named go first: where two fields are told in one place, the first one named writes it.
  const names = new Set([...Object.keys(spellings.places), ...Object.keys(values)]);
  for (const name of names) {
    const value = values[name];
    if (value === undefined) continue;
    const place = Object.hasOwn(own, name) ? placeOf(spellings, name) : name;
    if (place === undefined) continue;
    if (typeof place === 'string') write(place, value);
    else if (isPaths(place)) for (const path of place) write(path, value);
    else if ('filter' in place) filters.push({ Name: place.filter, Values: (Array.isArray(value) ? value : [value]).map(String) });
    else if ('beside' in place) Object.assign(out, isRecord(value) ? outward(besideOf(spellings, name, place.beside), value) : {});
    else if ('unless' in place) {
      if (!isExcused(place, values)) write(place.at, value);
    } else if ('pairs' in place) {
      const pairs = Object.entries(isRecord(value) ? value : {});
      write(
        place.pairs,
        pairs.map(([key, item]) => ({ [place.key]: ownOf(place.values, key) ?? key, [place.value]: item })),
      );
    } else if ('values' in place) {
      const known = place.only && Array.isArray(value) ? value.filter((item) => Object.hasOwn(place.values, String(item))) : value;
      write(
        place.at,
        mapped(known, (item) => (isPlain(item) ? ownOf(place.values, String(item)) : undefined) ?? item),
      );
    } else if ('each' in place)
      write(
        place.at,
        mapped(value, (item) => ({ [place.each]: item })),
      );
    else if ('fields' in place) {
      const path = 'at' in place ? place.at : ownOf(place.among, String(values[place.chosenBy]));
      if (path === undefined) continue;
      const inner = { own: inside(own[name]), theirs: inside(fieldAt(theirs, path)), places: place.fields };
      write(
        path,
        mapped(value, (item) => (isRecord(item) ? outward(inner, item) : item)),
      );
    }
  }
  const filtersName = Object.keys(theirs).find((name) => theirs[name]?.kind === 'filters');
  if (filters.length > 0 && filtersName !== undefined)
    out[filtersName] = [...(Array.isArray(out[filtersName]) ? out[filtersName] : []), ...filters];
  return out;
}

/** The fields of an object that stand among those of the row it is in. */
const besideOf = ({ own, theirs }: Spellings, name: string, places: FieldPlaces): Spellings => ({ own: inside(own[name]), theirs, places });

/** Whether another field says that there is nothing to send. */
const isExcused = ({ unless }: Extract<FieldPlace, { readonly unless: unknown }>, values: Values): boolean =>
  unless.is.includes(String(values[unless.field]).toLowerCase());

/** What a set of values can hold. */
const isPlain = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const isPaths = (place: FieldPlace): place is readonly string[] => Array.isArray(place);

/** The values of the action in the operation's words, and which of its names were read. */
function inward(spellings: Spellings, values: Values): { readonly values: Record<string, unknown>; readonly read: ReadonlySet<string> } {
  const { own, places } = spellings;
  const out: Record<string, unknown> = {};
  const read = new Set<string>();
  const take = (path: string): unknown => {
    const value = at(values, path);
    if (value !== undefined) read.add(path.split('.')[0] ?? path);
    return value;
  };
  for (const name of new Set([...Object.keys(places), ...Object.keys(own)])) {
    const place = placeOf(spellings, name);
    if (place === undefined) continue;
    if (typeof place === 'object' && 'beside' in place) {
      const inner = inward(besideOf(spellings, name, place.beside), values);
      for (const one of inner.read) read.add(one);
      const { emptyFor } = place;
      const isEmpty = emptyFor?.is.includes(String(at(values, emptyFor.field))) ?? false;
      const lists = isEmpty ? Object.fromEntries(Object.keys(place.beside).map((list) => [list, []])) : {};
      if (isEmpty || inner.read.size > 0) out[name] = { ...lists, ...inner.values };
      continue;
    }
    if (typeof place === 'object' && 'unless' in place) {
      const told = take(place.at);
      if (told !== undefined || isExcused(place, out)) out[name] = (told ?? '') === '' && isExcused(place, out) ? place.as : told;
      continue;
    }
    const value = readPlace(spellings, name, place, take, values);
    // Null in the place of a list is an empty one.
    if (value === undefined) continue;
    out[name] = value === null && own[name]?.kind === 'list' ? [] : value;
    if (typeof place === 'object' && 'chosenBy' in place) out[place.chosenBy] = chosenIn(spellings, place, values);
  }
  return { values: out, read };
}

/** Places that are read by themselves. */
type DirectPlace = Exclude<FieldPlace, { readonly beside: unknown } | { readonly unless: unknown }>;

type ChosenPlace = Extract<FieldPlace, { readonly chosenBy: string }>;

/** The value that chooses the place in which something stands. */
function chosenIn({ own }: Spellings, { among, chosenBy }: ChosenPlace, values: Values): unknown {
  const value = Object.keys(among).find((key) => at(values, among[key] ?? '') !== undefined);
  const field = own[chosenBy];
  return value !== undefined && field?.kind === 'choice' ? choiceOf(field, value) : value;
}

function readPlace({ own, theirs }: Spellings, name: string, place: DirectPlace, take: (path: string) => unknown, values: Values): unknown {
  const one = (value: unknown): unknown =>
    Array.isArray(value) && own[name] !== undefined && own[name].kind !== 'list' ? value[0] : value;
  if (typeof place === 'string') return one(take(place));
  if (isPaths(place)) return one(place.map(take).find((value) => value !== undefined));
  if ('filter' in place) return one(filterValues(theirs, place.filter, take));
  if ('countOf' in place) {
    const items = at(values, place.countOf);
    return Array.isArray(items) ? items.length : items === null ? 0 : undefined;
  }
  // What else the items of such a list tell stays beside it.
  if ('pairs' in place) return pairsIn(place, take(place.pairs));
  if ('each' in place) return mappedOrNothing(at(values, place.at), (item) => (isRecord(item) ? item[place.each] : item));
  const path = 'at' in place ? place.at : Object.values(place.among).find((one) => at(values, one) !== undefined);
  if (path === undefined) return undefined;
  const told = take(path);
  if ('values' in place) return mappedOrNothing(told, (item) => ownValue(own[name], place.values, item));
  const inner = { own: inside(own[name]), theirs: inside(fieldAt(theirs, path)), places: place.fields };
  return mappedOrNothing(told, (item) => (isRecord(item) ? whole(inner, item) : item));
}

/** The values of a list of pairs, by the operation's names for them; undefined where there is no list. */
function pairsIn({ key, value, values }: Extract<FieldPlace, { readonly pairs: string }>, told: unknown): unknown {
  if (!Array.isArray(told)) return undefined;
  const names = new Map(Object.entries(values).map(([own, their]) => [their, own]));
  return Object.fromEntries(told.filter(isRecord).map((pair) => [names.get(String(pair[key])) ?? String(pair[key]), pair[value]]));
}

const mappedOrNothing = (value: unknown, change: (item: unknown) => unknown): unknown =>
  value === undefined || value === null ? value : mapped(value, change);

function ownValue(field: Field | undefined, values: Readonly<Record<string, string | number>>, told: unknown): unknown {
  const found = isPlain(told) ? Object.keys(values).find((key) => String(values[key]) === String(told)) : undefined;
  if (found === undefined) return told;
  const of = field?.kind === 'list' ? field.of : field;
  return (of?.kind === 'choice' ? choiceOf(of, found) : undefined) ?? found;
}

function filterValues(theirs: Fields, key: string, take: (path: string) => unknown): unknown {
  const name = Object.keys(theirs).find((other) => theirs[other]?.kind === 'filters');
  const filters = name === undefined ? undefined : take(name);
  const found = Array.isArray(filters) ? filters.find((filter) => isRecord(filter) && filter.Name === key) : undefined;
  return isRecord(found) ? found.Values : undefined;
}

/** The operation's words for what they exist for, and everything else as it came. */
function whole(spellings: Spellings, values: Values): Record<string, unknown> {
  const { values: known, read } = inward(spellings, values);
  const rest = Object.entries(values).filter(([name]) => !read.has(name) && !Object.hasOwn(known, name));
  return { ...known, ...Object.fromEntries(rest) };
}

/** Both actions of a binding, and the same of the family's list, which says how a row is spelled. */
export interface BoundActions {
  readonly binding: Binding;
  readonly own: ActionData;
  readonly theirs: ActionData;
  readonly rows: Binding;
  /** Left out where the binding is the list's own. */
  readonly list?: { readonly own: ActionData; readonly theirs: ActionData } | undefined;
}

const callSpellings = ({ binding, own, theirs }: BoundActions): Spellings => ({
  own: { ...own.params, ...binding.offers },
  theirs: theirs.params,
  places: binding.takes ?? {},
});

/** The fields of a list's rows. */
function fieldsOfRows({ paging, results }: ActionData): Fields {
  return paging ? inside(fieldAt(results, paging.items)) : {};
}

const rowSpellings = ({ rows, list, own, theirs }: BoundActions): Spellings => ({
  own: list || own.paging ? fieldsOfRows(list?.own ?? own) : own.results,
  theirs: fieldsOfRows(list?.theirs ?? theirs),
  places: rows.gives ?? {},
});

const answerSpellings = ({ binding, own, theirs }: BoundActions): Spellings => ({
  own: own.results,
  theirs: theirs.results,
  places: binding.gives ?? {},
});

/** The parameters that are given and that the bound action has no place for. */
export function lackingOf(bound: BoundActions, params: Values): string[] {
  const { drops = [] } = bound.binding;
  const spellings = callSpellings(bound);
  return Object.keys(params).filter(
    (name) =>
      params[name] !== undefined &&
      Object.hasOwn(bound.own.params, name) &&
      !drops.includes(name) &&
      !isChooser(spellings.places, name) &&
      placeOf(spellings, name) === undefined,
  );
}

/** The operation's parameters as the action takes them. What it lacks is left out: ask `lackingOf` before. */
export function callOutward(bound: BoundActions, params: Values, region: string): Record<string, unknown> {
  const { drops = [], fills = {} } = bound.binding;
  const sent = Object.fromEntries(Object.entries(params).filter(([name]) => !drops.includes(name)));
  const filled = Object.fromEntries(Object.entries(fills).map(([name, fill]) => [name, fill === 'region' ? region : fill.is]));
  return encode(bound.theirs, { ...filled, ...outward(callSpellings(bound), sent) });
}

/** Several calls of an operation as the one call that does them all: only where the binding `joins` them. */
export const callsOutward = (bound: BoundActions, calls: readonly Values[], region: string): Record<string, unknown> =>
  calls.map((params) => callOutward(bound, params, region)).reduce((all, one) => merged(all, one), {});

/** Objects of the same name are put together. */
const merged = (into: Values, from: Values): Record<string, unknown> =>
  Object.fromEntries(
    [...new Set([...Object.keys(into), ...Object.keys(from)])].map((name) => {
      const [a, b] = [into[name], from[name]];
      return [name, isRecord(a) && isRecord(b) ? merged(a, b) : (b ?? a)];
    }),
  );

/** The action's parameters in the operation's words; null where the operation does not do what they ask. For the simulated cloud. */
export function callInward(bound: BoundActions, params: Values, region: string): Record<string, unknown> | null {
  const { fills = {}, drops = [] } = bound.binding;
  if (Object.entries(fills).some(([name, fill]) => params[name] !== (fill === 'region' ? region : fill.is))) return null;
  const { values, read } = inward(callSpellings(bound), params);
  // What the action need not be given, the simulated cloud finds out as the cloud does.
  const isLacking = leftOut(bound, values).some((name) => !drops.includes(name) && isNeeded(bound, name));
  const isUnread = Object.keys(params).some((name) => params[name] !== undefined && !read.has(name) && !Object.hasOwn(fills, name));
  return isUnread || isLacking ? null : values;
}

/** The parameters that the operation cannot do without and that these leave out. */
export const leftOut = ({ own: { params } }: BoundActions, values: Values): string[] =>
  Object.keys(params).filter((name) => params[name]?.required && values[name] === undefined);

/** Whether the action cannot do without it either: of what is there already the rest is known. */
export function isNeeded(bound: BoundActions, name: string): boolean {
  if (bound.own.kind === 'create') return true;
  const place = placeOf(callSpellings(bound), name);
  return typeof place !== 'string' || fieldAt(bound.theirs.params, place)?.required === true;
}

/** A row of the action's list in the family's words. */
export const rowInward = (bound: BoundActions, row: unknown): unknown =>
  isRecord(row) ? noteSent(whole(rowSpellings(bound), row), row) : row;

/** A row of the family as the action's list tells it. */
export const rowOutward = (bound: BoundActions, row: Values): Record<string, unknown> => {
  const spellings = rowSpellings(bound);
  return encode({ ...bound.theirs, params: spellings.theirs }, { ...bound.rows.says, ...outward(spellings, row) });
};

/** An answer of the action in the operation's words. */
export function answerInward(bound: BoundActions, answer: Values): Record<string, unknown> {
  const { paging } = bound.own;
  if (!paging) {
    const { tells } = bound.binding;
    const told = tells === undefined ? undefined : at(answer, tells);
    const row = rowInward(bound, Array.isArray(told) ? told[0] : told);
    return { ...whole(answerSpellings(bound), answer), ...(isRecord(row) ? row : {}) };
  }
  const found = rowsAt(bound.theirs, answer);
  const out: Record<string, unknown> = {};
  put(out, paging.total, found?.total ?? (bound.theirs.paging && at(answer, bound.theirs.paging.total)));
  put(out, paging.items, found?.rows.map((row) => rowInward(bound, row)) ?? []);
  return out;
}

/** An answer of the operation as the action gives it. For the simulated cloud. */
export function answerOutward(bound: BoundActions, answer: Values): Record<string, unknown> {
  const { paging, results } = bound.theirs;
  const { tells } = bound.binding;
  if (tells !== undefined && bound.own.kind === 'get') {
    const row = rowOutward(bound, answer);
    return { [tells]: results[tells]?.kind === 'list' ? [row] : row };
  }
  if (!paging)
    return Object.fromEntries(
      Object.entries(outward(answerSpellings(bound), answer)).filter(([name]) => Object.hasOwn(bound.theirs.results, name)),
    );
  const found = rowsAt(bound.own, answer);
  const out: Record<string, unknown> = {};
  put(out, paging.total, found?.total);
  put(out, paging.items, found?.rows.map((row) => (isRecord(row) ? rowOutward(bound, row) : row)) ?? []);
  return out;
}
