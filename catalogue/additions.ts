/** What API 3.0 of today adds to actions that the documents describe too: parameters, filters, fields of rows. */
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

/** Fields that are there already gain what a structure of the same name adds. */
const joined = (fields: Fields, more: Fields): Fields => {
  const out: Record<string, Field> = { ...fields };
  for (const [name, field] of Object.entries(more)) {
    const known = out[name];
    if (known === undefined) out[name] = field;
    else if (known.kind === 'struct' && field.kind === 'struct') out[name] = { ...known, fields: joined(known.fields, field.fields) };
    else if (known.kind === 'list' && field.kind === 'list' && known.of.kind === 'struct' && field.of.kind === 'struct')
      out[name] = { ...known, of: { ...known.of, fields: joined(known.of.fields, field.of.fields) } };
  }
  return out;
};

/** The action with what is added to it. */
function added(action: ActionData, { params = {}, filters, row, results: more = {}, errors = [] }: Addition): ActionData {
  const withKeys = Object.fromEntries(
    Object.entries(action.params).map(([name, field]): [string, Field] => [
      name,
      filters && field.kind === 'filters' ? { ...field, keys: { ...field.keys, ...filters } } : field,
    ]),
  );
  const { paging } = action;
  const results = row && paging ? changedAt(action.results, paging.items.split('.'), (fields) => joined(fields, row)) : action.results;
  return {
    ...action,
    params: joined(withKeys, params),
    results: joined(results, more),
    errors: [...new Set([...action.errors, ...errors])],
  };
}

/** The family with what is added to its actions; what names an action that it does not have is passed over. */
export function withAdditions<M extends FamilyModule>(module: M, ...all: readonly Additions[]): M {
  const actions: Record<string, ActionData> = { ...module.actions };
  for (const [name, addition] of all.flatMap((additions) => Object.entries(additions))) {
    const action = actions[name];
    if (action) actions[name] = added(action, addition);
  }
  return { ...module, actions };
}
