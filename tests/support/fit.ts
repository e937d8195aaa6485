/** Whether an answer of the cloud is what the catalogue says its action returns. */
import type { Field, Fields } from '../../catalogue/define.ts';

type Values = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Each as "data.vpcId missing", "data.colour unknown" or "data.state: 7 is no choice". */
export const misfits = (results: Fields, answer: Values): string[] => inFields(results, answer, '');

function inFields(fields: Fields, answer: Values, at: string): string[] {
  const todays = new Set(Object.values(fields).flatMap((field) => field.todays ?? []));
  const unknown = Object.keys(answer).filter((name) => !Object.hasOwn(fields, name) && !todays.has(name));
  // An account of today is told the name that today spells right.
  const known = Object.entries(fields).flatMap(([name, field]) => inField(field, answer[name] ?? answer[field.todays ?? ''], at + name));
  return [...unknown.map((name) => `${at}${name} unknown`), ...known];
}

function inField(field: Field, value: unknown, at: string): string[] {
  if (value === undefined || value === null) return field.optional ? [] : [`${at} ${value === null ? 'null' : 'missing'}`];
  switch (field.kind) {
    case 'list':
      return Array.isArray(value) ? value.flatMap((item) => inField(field.of, item, at)) : [`${at}: ${typeof value} is no list`];
    case 'struct':
      if (field.orText && typeof value === 'string') return [];
      return isRecord(value) ? inFields(field.fields, value, `${at}.`) : [`${at}: ${typeof value} is no structure`];
    case 'choice':
      return field.values.includes(value as string) ? [] : [`${at}: ${JSON.stringify(value)} is no choice`];
    case 'open':
      return [];
    case 'integer':
    case 'decimal':
      // A number that the tables call a String may come as either (16141).
      if (field.wire === 'String' && typeof value === 'string') return [];
      return (field.kind === 'integer' ? Number.isSafeInteger : Number.isFinite)(value) ? [] : [`${at}: ${typeof value} for ${field.kind}`];
    case 'flag':
      return typeof value === 'boolean' ? [] : [`${at}: ${typeof value} for ${field.kind}`];
    default:
      return typeof value === (field.wire === 'Integer' ? 'number' : 'string') ? [] : [`${at}: ${typeof value} for ${field.kind}`];
  }
}

/** The answer without what every answer of its generation carries. */
export function withoutEnvelope(answer: Values): Values {
  const { code: _code, message: _message, codeDesc: _word, RequestId: _id, ...own } = answer;
  return own;
}
