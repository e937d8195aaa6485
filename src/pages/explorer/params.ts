/** Between the URL of a call, the values of its form, and its parameters. Pure. */
import type { ActionData, Field, Fields } from '../../../catalogue/define.ts';
import { isRecord } from '../../../catalogue/validate.ts';
import { flatten, unflatten } from '../../../catalogue/wire.ts';
import type { Params } from '../../lib/family.ts';
import { type FormValues, firstValues, paramsOf } from '../../lib/form.ts';

/** Names in the query that belong to every page. No parameter of the catalogue is called so (a test holds this). */
export const placeNames: readonly string[] = ['account', 'region'];

/** Every secret in the values, also inside lists and structures, replaced; undefined leaves it out. */
export function withoutSecrets(fields: Fields, values: Params, stand: (name: string) => string | undefined): Params {
  const clean = (field: Field | undefined, name: string, value: unknown): unknown => {
    if (field?.kind === 'secret') return stand(name);
    if (field?.kind === 'list' && Array.isArray(value)) return value.map((item) => clean(field.of, name, item));
    if (field?.kind === 'struct' && isRecord(value)) return withoutSecrets(field.fields, value, stand);
    return value;
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
      const kept = clean(fields[name], name, value);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}

/** The form's first values, from the pairs of a URL ("Filters.0.Name=vpc-id"). Secrets in a URL are not read. */
export function valuesFrom(action: ActionData, query: URLSearchParams): FormValues {
  const pairs = [...query].filter(([name]) => !placeNames.includes(name) && Object.hasOwn(action.params, name.split('.', 1)[0] ?? ''));
  return firstValues(
    action.params,
    withoutSecrets(action.params, unflatten(action.params, pairs), () => undefined),
  );
}

/** The URL's pairs for these parameters, after those that were there of the place. */
export function queryFor(action: ActionData, params: Params, before: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams([...before].filter(([name]) => placeNames.includes(name)));
  for (const [name, value] of Object.entries(flatten(withoutSecrets(action.params, params, () => undefined)))) query.set(name, value);
  return query;
}

export interface FilterRow {
  readonly Name: string;
  readonly Values: readonly string[];
}

/** What is sent of the form's values: filters lose their blank values and rows. */
export function callParams(action: ActionData, values: FormValues): Params {
  const cleaned = Object.entries(action.params).flatMap(([name, field]): [string, unknown][] => {
    const value = values[name];
    if (field.kind !== 'filters' || !Array.isArray(value)) return [[name, value]];
    const rows = (value as FilterRow[])
      .map((row) => ({ Name: row.Name ?? '', Values: (row.Values ?? []).map((text) => text.trim()).filter(Boolean) }))
      .filter((row) => row.Name !== '' || row.Values.length > 0);
    return [[name, rows]];
  });
  const params = paramsOf(action.params, Object.fromEntries(cleaned));
  // A structure in which nothing was said but defaults is not sent: its own required fields would be missed.
  return Object.fromEntries(
    Object.entries(params).filter(([name, value]) => action.params[name]?.required || !isRecord(value) || Object.keys(value).length > 0),
  );
}
