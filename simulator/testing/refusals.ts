/** One named test for each refusal: the action, what is wrong with the call in words, and the code. */
import { expect, it } from 'vitest';
import type { Family, Field } from '../../catalogue/define.ts';
import { idPrefixes } from '../../catalogue/ids.ts';
import { type ActionName, findAction } from '../../catalogue/index.ts';
import type { Issue } from '../../catalogue/issues.ts';
import { codeFor } from '../../catalogue/refusal.ts';
import { refusalsOf } from '../coverage/refusals.ts';
import type { TestWorld } from './test-world.ts';

type Params = Readonly<Record<string, unknown>>;
/** What is sent, or a function that says so once the account has its resources. */
type SentParams = Params | (() => Params | Promise<Params>);

type Preparation = (() => unknown) | undefined;

/** `before` brings about what is not in the call itself: a quota, a second resource, a state. */
export type RefusalCase = readonly [action: ActionName, cause: string, code: string, sent: SentParams, before?: Preparation];

/** Who asks: a stage, or a call over another wire. */
interface Asker {
  /** Answers the code, "" when the call was not refused. */
  readonly codeOf: (action: ActionName, params: Params) => Promise<string>;
  /** What the refused call must leave as it was. */
  readonly unchanged?: () => Promise<unknown>;
}

const paramsOf = async (sent: SentParams): Promise<Params> => (typeof sent === 'function' ? await sent() : sent);

/** Each case in a test of its own, with the account and the resources that `beforeEach` makes. */
export function itRefuses({ codeOf, unchanged }: Asker, cases: readonly RefusalCase[]): void {
  it.for(cases)('%s refuses %s: %s', async ([action, _cause, code, sent, before]) => {
    await before?.();
    const params = await paramsOf(sent);
    const was = await unchanged?.();
    expect(await codeOf(action, params)).toBe(code);
    expect(await unchanged?.()).toEqual(was);
  });
}

/** What each of some actions takes where nothing is wrong. */
export type OwnParams = Readonly<Partial<Record<ActionName, SentParams>>>;

/** The same refusal of each of these actions: what the action takes of its own, with what is wrong put over it. */
export function ofEach(
  actions: OwnParams,
  ...[cause, code, wrong, before]: readonly [cause: string, code: string, wrong: SentParams, before?: Preparation]
): RefusalCase[] {
  return (Object.entries(actions) as [ActionName, SentParams][]).map(([action, own]) => {
    return [action, cause, code, async () => ({ ...(await paramsOf(own)), ...(await paramsOf(wrong)) }), before];
  });
}

/** What each 2017 action on something in a VPC refuses: a VPC that is not there, such a thing that is not there, one of another VPC. */
export const ofElsewhere = (stage: TestWorld, actions: OwnParams, code: string, none: Params): RefusalCase[] => [
  ...ofEach(actions, 'a VPC that is not there', 'InvalidVpc.NotFound', { vpcId: 'vpc-00000000' }),
  ...ofEach(actions, 'one that is not there', code, none),
  ...ofEach(actions, 'one of another VPC', code, async () => ({ vpcId: (await stage.vpc('10.1.0.0/16')).id })),
];

/** Each refusal of the family that only a fault provokes, ordered from the control API for a call that would succeed. */
export function itRefusesByFault(
  stage: TestWorld,
  family: Family,
  good: (action: string) => Params | Promise<Params>,
  asker: Asker = stage,
): void {
  const faults = refusalsOf(family).filter(({ by }) => by === 'fault');
  const ordered = async (name: string, code: string) => {
    const params = await good(name);
    const [service, action] = name.split(':');
    await stage.control('faults', { service, action, kind: 'error', code });
    return params;
  };
  const cases = faults.map(({ action, code }): RefusalCase => [action as ActionName, 'by a fault', code, () => ordered(action, code)]);
  itRefuses(asker, cases);
}

/** A name of one character more than a field takes. */
const tooLong = (max: number): string => 'x'.repeat(max + 1);

/** What can be wrong with a parameter: in words, as the validator calls it of which field, and what to send for it. */
type WrongValue = readonly [cause: string, issue: Issue, field: Field, value: unknown];

function wrongsOf(field: Field): readonly WrongValue[] {
  if (field.kind === 'list') {
    const { of, max } = field;
    const ofItem = wrongsOf(of).map(([cause, issue, item, value]): WrongValue => [cause, issue, item, [value]]);
    const good = of.kind === 'ref' ? nobodysOf(of) : of.kind === 'text' ? 'x' : undefined;
    const many = max === undefined || good === undefined ? [] : Array.from({ length: max + 1 }, () => good);
    return many.length > 0 ? [...ofItem, [`${many.length} values`, 'too-many', field, many]] : ofItem;
  }
  if (field.kind === 'filters') return [['an unknown filter', 'unknown-filter', field, [{ Name: 'x', Values: ['x'] }]]];
  if (field.kind === 'text' && field.max !== undefined) return [[`${field.max + 1} characters`, 'too-long', field, tooLong(field.max)]];
  if (field.kind === 'integer' && field.max !== undefined) return [[String(field.max + 1), 'too-large', field, field.max + 1]];
  return field.kind === 'ref' ? [['what is no id', 'not-an-id', field, 'x']] : [];
}

const nobodysOf = (ref: Extract<Field, { kind: 'ref' }>): string => `${ref.prefix ?? idPrefixes(ref.family)[0]}-00000000`;

const refOf = (field: Field): Extract<Field, { kind: 'ref' }> | undefined =>
  field.kind === 'list' ? refOf(field.of) : field.kind === 'ref' ? field : undefined;

/**
 * The refusals that the catalogue itself tells of these actions of API 3.0, given what each takes where nothing is wrong: of
 * each id that is none or nobody's, of each text, list or number beyond its limit (a page's too), of a filter that there is not,
 * of ids beside filters. Only codes that the action's own table names are here, and of ids beside filters the general one; what
 * hangs on the world is the family's to write.
 */
export function usualRefusals(actions: OwnParams): RefusalCase[] {
  return (Object.keys(actions) as ActionName[]).flatMap((name): RefusalCase[] => {
    const action = findAction(name);
    if (!action) return [];
    const refused = (cause: string, code: string, wrong: Params): RefusalCase[] =>
      action.errors.includes(code) ? ofEach({ [name]: actions[name] }, cause, code, wrong) : [];
    const byField = Object.entries(action.params).flatMap(([param, field]) => {
      const wrong = wrongsOf(field).flatMap(([cause, issue, of, value]) =>
        refused(`${cause} as ${param}`, codeFor({ path: param, issue, field: of }, action, 'api3'), { [param]: value }),
      );
      const ref = refOf(field);
      if (!ref) return wrong;
      const nobodys = nobodysOf(ref);
      const code = ref.refusedAs ?? 'ResourceNotFound';
      return [...wrong, ...refused(`a ${param} of nobody's`, code, { [param]: field.kind === 'list' ? [nobodys] : nobodys })];
    });
    const both = Object.entries(action.params).find(([, { kind }]) => kind === 'filters');
    const [ids = ''] = action.exclusive?.[0] ?? [];
    const id = refOf(action.params[ids] ?? { kind: 'text' });
    if (both?.[1].kind !== 'filters' || !id) return byField;
    const [key = ''] = Object.keys(both[1].keys);
    const wrong = { [ids]: [`${idPrefixes(id.family)[0]}-00000000`], [both[0]]: [{ Name: key, Values: ['x'] }] };
    return [...byField, [name, 'ids and filters at once', codeFor({ path: ids, issue: 'exclusive' }, action, 'api3'), wrong]];
  });
}
