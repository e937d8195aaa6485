/** What API 3.0 of today adds to actions that the documents describe too: parameters, filters, fields of rows. */
import type { Bindings } from './binding.ts';
import type { ActionData, Field, Fields } from './define.ts';
import type { Addition, Additions, FamilyModule } from './module.ts';

/** The field with `change` made to the structure at the end of the path. */
function changedAt(fields: Fields, path: readonly string[], change: (fields: Fields) => Fields): Fields {
  const [head = '', ...rest] = path;
  const field = fields[head];
  if (!field) return fields;
  const into = (inner: Field): Field => {
    if (inner.kind === 'list') return { ...inner, of: into(inner.of) };
    if (inner.kind !== 'struct') return inner;
    return { ...inner, fields: rest.length > 0 ? changedAt(inner.fields, rest, change) : change(inner.fields) };
  };
  return { ...fields, [head]: into(field) };
}

/** A field that the documents have too: its structure or choice gains what today has besides, a default too; all else is as today has it. */
function joinedField(known: Field, field: Field): Field {
  if (known.kind === 'struct' && field.kind === 'struct') return { ...known, fields: joined(known.fields, field.fields) };
  if (known.kind === 'list' && field.kind === 'list') return { ...known, of: joinedField(known.of, field.of) };
  if (known.kind === 'choice' && field.kind === 'choice') {
    const usual = field.default ?? known.default;
    return { ...known, values: [...new Set([...known.values, ...field.values])], ...(usual === undefined ? {} : { default: usual }) };
  }
  // Any number, where the documents name some.
  if (known.kind === 'choice' && field.kind === 'integer') return field;
  return known.kind === field.kind ? field : known;
}

/** The fields with more, which may be there already. */
const joined = (fields: Fields, more: Fields): Fields => {
  const out: Record<string, Field> = { ...fields };
  for (const [name, field] of Object.entries(more)) {
    const known = out[name];
    out[name] = known === undefined ? field : joinedField(known, field);
  }
  return out;
};

/** The action with what is added to it. */
function added(
  action: ActionData,
  { params = {}, optional = [], filters, row, results: more = {}, errors = [], async, always }: Addition,
): ActionData {
  const withKeys = Object.fromEntries(
    Object.entries(action.params).map(([name, field]): [string, Field] => [
      name,
      filters && field.kind === 'filters'
        ? { ...field, keys: { ...field.keys, ...filters } }
        : optional.includes(name)
          ? { ...field, required: false }
          : field,
    ]),
  );
  const { paging } = action;
  const results = row && paging ? changedAt(action.results, paging.items.split('.'), (fields) => joined(fields, row)) : action.results;
  return {
    ...action,
    params: joined(withKeys, params),
    results: joined(results, more),
    errors: [...new Set([...action.errors, ...errors])],
    ...(async === undefined ? {} : { async }),
    ...(always === undefined ? {} : { always }),
  };
}

/** The structure at the end of the path, through lists. */
function structAt(fields: Fields, path: readonly string[]): Field | undefined {
  const [head = '', ...rest] = path;
  const field = fields[head];
  const inner = field?.kind === 'list' ? field.of : field;
  return rest.length === 0 || inner?.kind !== 'struct' ? inner : structAt(inner.fields, rest);
}

/** The fields with some structures put in the place of others, wherever they stand. */
const swapped = (fields: Fields, swaps: ReadonlyMap<Field, Field>): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]): [string, Field] => {
      if (field.kind === 'list') return [name, { ...field, of: swaps.get(field.of) ?? field.of }];
      return [name, swaps.get(field) ?? field];
    }),
  );

/**
 * The family with what is added to its actions; what names an action that it does not have is passed over. A row of a list
 * that other answers tell too (of a creation) has what is added there as well.
 */
export function withAdditions<M extends FamilyModule>(module: M, ...all: readonly Additions[]): M {
  const actions: Record<string, ActionData> = { ...module.actions };
  const swaps = new Map<Field, Field>();
  for (const [name, addition] of all.flatMap((additions) => Object.entries(additions))) {
    const action = actions[name];
    if (action) actions[name] = added(action, addition);
  }
  for (const [name, { paging, results }] of Object.entries(module.actions)) {
    const path = paging?.items.split('.') ?? [];
    const [before, after] = [results, actions[name]?.results ?? results].map((of) => structAt(of, path));
    if (before && after && before !== after) swaps.set(before, after);
  }
  if (swaps.size > 0)
    for (const [name, action] of Object.entries(actions)) actions[name] = { ...action, results: swapped(action.results, swaps) };
  return { ...module, actions };
}

/** What bindings offer beside the operations' own parameters, for the forms of accounts that speak them. */
export const offeredIn = (bindings: Bindings = {}): Additions =>
  Object.fromEntries(Object.entries(bindings).flatMap(([name, { offers }]) => (offers ? [[name, { params: offers }]] : [])));
