/** From parameters as they came to the ones that handlers are typed for. */
import type { Field, Fields } from '../../catalogue/define.ts';
import { choiceOf, flagOf, isGiven, isRecord } from '../../catalogue/validate.ts';

type Values = Readonly<Record<string, unknown>>;

/** Valid parameters in their own types: numbers, booleans, choices as the catalogue writes them, defaults filled in. */
export function normalise(fields: Fields, values: Values): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const name in fields) {
    const field = fields[name] as Field;
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (isGiven(field, value)) params[name] = typed(field, value);
    else if (field.default !== undefined) params[name] = field.default;
  }
  return params;
}

function typed(field: Field, value: unknown): unknown {
  if (field.orList && Array.isArray(value)) return value.map((item) => typed(field, item));
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return Number(value);
    case 'flag':
      return flagOf(value);
    case 'choice':
      return choiceOf(field, value) ?? value;
    case 'list':
      return Array.isArray(value) ? value.map((item) => typed(field.of, item)) : value;
    case 'struct':
      return isRecord(value) ? normalise(field.fields, value) : value;
    case 'filters':
      return Array.isArray(value) ? value.map((filter) => typedFilter(field.keys, filter)) : value;
    case 'open':
      return value;
    default:
      return String(value);
  }
}

/** Values as texts; those of a yes or no in the one spelling that rows are compared with. */
function typedFilter(keys: Fields, { Name, Values }: { Name: string; Values: unknown[] }) {
  const isFlag = keys[Name]?.kind === 'flag';
  return { Name, Values: Values.map((value) => String((isFlag ? flagOf(value) : undefined) ?? value)) };
}
