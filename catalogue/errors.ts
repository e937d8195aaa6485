/** Every error code that is known: which field it blames, what kind of remedy it has. Words are in text/ and with the families. */
import type { ActionData, Family, Field, Fields } from './define.ts';
import { alibaba } from './errors/alibaba.ts';
import { api3 } from './errors/api3.ts';
import { api2017 } from './errors/api2017.ts';
import { own } from './errors/own.ts';
import { type Advice, advices, type ErrorTable } from './errors/table.ts';
import { errorsOfFamilies } from './families/errors.ts';
import { plainName } from './names.ts';

/** Advice after which the same call, sent again later and unchanged, may succeed. Never a licence to repeat a write blindly. */
const worthAnotherTry: ReadonlySet<Advice> = new Set<Advice>(['wait', 'retry', 'slow-down', 'clock']);

export interface ErrorFacts {
  readonly advice: Advice;
  readonly retry: boolean;
  /** Fields the code speaks of, by plain name ("VpcId" stands for vpcId too), the likeliest first. */
  readonly blames: readonly string[];
  /** The family that the code belongs to; its texts then hold the words. Absent where several families answer it. */
  readonly family?: Family;
}

const factsOf = (table: ErrorTable, family?: Family): [string, ErrorFacts][] =>
  advices.flatMap((advice) =>
    Object.entries(table[advice] ?? {}).map(([code, blames]): [string, ErrorFacts] => {
      return [code, { advice, retry: worthAnotherTry.has(advice), blames, ...(family && { family }) }];
    }),
  );

const facts: ReadonlyMap<string, ErrorFacts> = new Map([
  ...[api3, api2017, alibaba, own].flatMap((table) => factsOf(table)),
  ...(Object.entries(errorsOfFamilies) as [Family, ErrorTable][]).flatMap(([family, table]) => factsOf(table, family)),
]);

export const errorCodes: readonly string[] = [...facts.keys()];

/** What is known of a code that is listed, or undefined. */
export const errorFacts = (code: string): ErrorFacts | undefined => facts.get(code);

/** What a code that nothing is known about ends in, and the code that says the same in general. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/NotFound$/, 'ResourceNotFound'],
  [/(?:Malformed|Invalid)$/, 'InvalidParameterValue'],
  [/(?:LimitExceeded|QuotaExceeded)$/, 'LimitExceeded'],
  [/(?:InUse|CannotDelete)$/, 'ResourceInUse'],
];

/**
 * The listed code whose words fit: the code itself, else the part before its last dot ("InvalidParameterValue.Foo" →
 * "InvalidParameterValue"), else what its ending says ("InvalidFoo.NotFound" → "ResourceNotFound"); null for the rest.
 */
export function knownCodeFor(code: string): string | null {
  const steps = code.split('.');
  for (let length = steps.length; length > 0; length--) {
    const shorter = steps.slice(0, length).join('.');
    if (facts.has(shorter)) return shorter;
  }
  return endings.find(([ending]) => ending.test(code))?.[1] ?? null;
}

/**
 * The place in the action's parameters that a code of the cloud blames, or undefined when it blames none of them.
 * Inside a list it is the item's ("subnetSet.0.cidrBlock") when there is one item, else the list's ("subnetSet"):
 * which of several was refused, the code does not say.
 */
export function blamedField(code: string, action: ActionData, params: Readonly<Record<string, unknown>>): string | undefined {
  const known = knownCodeFor(code);
  for (const name of (known === null ? undefined : facts.get(known))?.blames ?? []) {
    const place = placeOf(name, action.params, params);
    if (place !== undefined) return place;
  }
  return undefined;
}

function placeOf(name: string, fields: Fields, values: Readonly<Record<string, unknown>>): string | undefined {
  const own = Object.keys(fields).find((key) => plainName(key) === name);
  if (own !== undefined) return own;
  for (const [key, field] of Object.entries(fields)) {
    const inner = innerFields(field);
    if (!inner) continue;
    const value = values[key];
    const items = Array.isArray(value) ? (value as unknown[]) : [value];
    const place = placeOf(name, inner, {});
    if (place !== undefined && items.length === 1) return field.kind === 'list' ? `${key}.0.${place}` : `${key}.${place}`;
    if (place !== undefined) return key;
  }
  return undefined;
}

function innerFields(field: Field): Fields | undefined {
  if (field.kind === 'struct') return field.fields;
  return field.kind === 'list' ? innerFields(field.of) : undefined;
}
