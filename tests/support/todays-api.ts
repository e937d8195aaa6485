/** Calls and answers held against API 3.0 of today, as the official SDKs' data has it (catalogue/spec/today.json). */
import today from '../../catalogue/spec/today.json' with { type: 'json' };

interface SpecField {
  readonly name: string;
  /** "string", "number[]", or the name of a structure. */
  readonly type: string;
  readonly optional?: boolean;
}

interface SpecService {
  readonly actions: Readonly<Record<string, { readonly in: readonly SpecField[]; readonly out: readonly SpecField[] }>>;
  readonly structs: Readonly<Record<string, readonly SpecField[]>>;
}

type Structs = SpecService['structs'];
type Values = Readonly<Record<string, unknown>>;

const spec: Readonly<Record<string, SpecService>> = today;

const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a value is not: "Filters.0.Name: number, not string". Null is what an optional field may be in an answer. */
function misfit(value: unknown, type: string, structs: Structs, at: string): string[] {
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) return [`${at}: no list`];
    return value.flatMap((item, index) => misfit(item, type.slice(0, -2), structs, `${at}.${index}`));
  }
  const fields = structs[type];
  if (fields) return isRecord(value) ? misfits(value, fields, structs, `${at}.`) : [`${at}: no ${type}`];
  return type.split(' | ').includes(typeof value) ? [] : [`${at}: ${typeof value}, not ${type}`];
}

function misfits(values: Values, fields: readonly SpecField[], structs: Structs, at = ''): string[] {
  const unknown = Object.keys(values).filter((name) => !fields.some((field) => field.name === name));
  const wrong = fields.flatMap(({ name, type, optional = false }) => {
    const value = values[name];
    if (value === undefined || value === null) return optional ? [] : [`${at}${name}: missing`];
    return misfit(value, type, structs, at + name);
  });
  return [...unknown.map((name) => `${at}${name}: unknown`), ...wrong];
}

function held(service: string, action: string, values: Values, side: 'in' | 'out'): string[] {
  const { actions, structs } = spec[service] ?? { actions: {}, structs: {} };
  const known = actions[action];
  if (!known) return [`${service}:${action} is no action of today`];
  return misfits(values, known[side], structs).map((fault) => `${service}:${action} ${side === 'in' ? '' : '→ '}${fault}`);
}

/** Whether the SDKs' data here tells of the service: of networks, and of what they need of others. */
export const isToldOf = (service: string): boolean => Object.hasOwn(spec, service);

/** Why today's cloud would refuse the call by its form: an action or parameter that it has not, a type, one that is missing. */
export const strangeInCall = (service: string, action: string, params: Values): string[] => held(service, action, params, 'in');

/** Fields of an answer that today's cloud does not have, has of another type, or always gives. */
export function strangeInAnswer(service: string, action: string, answer: Values): string[] {
  const { RequestId: _id, ...own } = answer;
  return held(service, action, own, 'out');
}
