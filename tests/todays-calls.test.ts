/**
 * What pages of an account of today send: every operation of every family, with every parameter that it can have and with
 * none but those that it needs, is a call that today's cloud takes.
 */
import { describe, expect, it } from 'vitest';
import { type ActionData, type FamilyData, type Field, type Fields, offeredBy } from '../catalogue/define.ts';
import { speechOf } from '../catalogue/dialects.ts';
import { familyModules, splitName } from '../catalogue/index.ts';
import type { FamilyModule } from '../catalogue/module.ts';
import { callOutward } from '../catalogue/translate.ts';
import { encode, spelledIn } from '../catalogue/wire.ts';
import { refFamily } from '../src/lib/family.ts';
import { isToldOf, strangeInCall } from './support/todays-api.ts';

type Values = Readonly<Record<string, unknown>>;

/** Any value that the catalogue describes so; the `n`-th of a choice. */
function anyOf(field: Field, n: number): unknown {
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return field.kind === 'integer' ? (field.min ?? 1) : 1;
    case 'flag':
      return n % 2 === 0;
    case 'choice':
      return field.values[n % field.values.length];
    case 'list':
      return [anyOf(field.of, n)];
    case 'struct':
      return anyOfEach(field.fields, n);
    case 'filters':
      return Object.keys(field.keys).map((Name) => ({ Name: Name.replace(/:$/, ':k'), Values: ['v'] }));
    default:
      return 'text';
  }
}

const anyOfEach = (fields: Fields, n: number, which: (field: Field) => boolean = () => true): Values =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => (which(field) && !field.readOnly ? [[name, anyOf(field, n)]] : [])));

/** How many values the widest choice among the parameters has. */
const width = (field: Field): number => {
  if (field.kind === 'choice') return field.values.length;
  if (field.kind === 'list') return width(field.of);
  return field.kind === 'struct' ? Math.max(2, ...Object.values(field.fields).map(width)) : 2;
};

/** Calls of the operation that its description allows, from the fullest ones to the barest. What is done to a resource names it. */
function callsOf({ family }: FamilyData, action: ActionData, lacks: readonly string[]): Values[] {
  const { params, exclusive = [], oneOf = [], kind } = action;
  const namesOne = (field: Field): boolean => kind !== 'list' && kind !== 'create' && refFamily(field) === family;
  const fields = Object.fromEntries(Object.entries(params).filter(([name]) => !lacks.includes(name)));
  const without = (values: Values, names: readonly string[]): Values =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
  const full = Array.from({ length: Math.max(2, ...Object.values(fields).map(width)) }, (_, n) => anyOfEach(fields, n));
  const bare = anyOfEach(fields, 0, (field) => field.required === true || namesOne(field));
  const choices = oneOf.flat().map((name) => ({ ...bare, [name]: anyOf(params[name] ?? { kind: 'text' }, 0) }));
  const apart = exclusive.flatMap((names) =>
    names.map((kept) =>
      without(
        full[0] ?? {},
        names.filter((name) => name !== kept),
      ),
    ),
  );
  return [...full, ...apart, ...(choices.length > 0 ? choices : [bare])];
}

/** What goes over the wire for a call of an operation; null where today's API has none. */
function sentFor(module: FamilyModule, name: string): { readonly action: string; readonly calls: readonly Values[] } | null {
  const speech = speechOf(module, 'today', name);
  const own = module.actions[name];
  if (speech.kind === 'lacks' || !own) return null;
  if (speech.kind === 'same')
    return { action: name, calls: callsOf(module.data, own, []).map((call) => spelledIn('today', own, encode(own, call))) };
  const { binding } = speech;
  const calls = callsOf(module.data, speech.own, binding.lacks ?? []).map((call) =>
    spelledIn('today', speech.theirs, callOutward(speech, call, 'ap-guangzhou')),
  );
  return { action: binding.action, calls };
}

const operations = familyModules.flatMap((module) => offeredBy(module.data).map(([name = '']) => ({ module, name })));
const spoken = operations.flatMap(({ module, name }) => {
  const sent = sentFor(module, name);
  return sent ? [{ name, ...sent }] : [];
});

describe('what an account of today sends', () => {
  it('there is an action for most of the operations', () => expect(spoken.length).toBeGreaterThan(operations.length / 2));

  it('is an action of today, with parameters that it has, of its types, and none missing that it needs', () => {
    const strange = spoken
      .map(({ action, ...of }) => ({ ...of, ...splitName(action) }))
      // Of other products than networks the SDKs' data here tells nothing.
      .filter(({ service }) => isToldOf(service))
      .flatMap(({ service, action, calls, name }) => {
        const bound = name === `${service}:${action}` ? '' : `${name} → `;
        return calls.flatMap((call) => strangeInCall(service, action, call)).map((fault) => bound + fault);
      });
    expect([...new Set(strange)]).toEqual([]);
  });
});
