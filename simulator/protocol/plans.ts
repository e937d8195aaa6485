/** What is known about each action before the first request: found by version and name. */
import type { ActionData, Family, Field, Fields } from '../../catalogue/define.ts';
import { withFurther } from '../../catalogue/further.ts';
import { type ActionName, actions, familyOf, plainActions, splitName } from '../../catalogue/index.ts';
import { type Protocol, type Service, services } from '../../catalogue/services.ts';
import { unflatten } from '../../catalogue/wire.ts';
import { assumeRoleAction, assumeRoleName } from '../accounts/role-action.ts';

export interface Plan {
  readonly name: ActionName;
  readonly action: string;
  readonly service: Service;
  readonly protocol: Protocol;
  readonly family: Family;
  readonly data: ActionData;
  /** Its parameters with the defaults of the documents, where those of today are others. */
  readonly documented: Fields;
  /** The same with whatever else today's API takes, which no handler knows. */
  readonly taken: ActionData;
  /** The parameters of `taken` that `data` does not have. */
  readonly further: Fields;
  /** Whether some of its parameters have other spellings, at any depth: most have none, and their calls skip the search. */
  readonly respelled: boolean;
}

const isRespelled = (fields: Fields): boolean => Object.values(fields).some(hasSpellings);

function hasSpellings(field: Field): boolean {
  if (field.alsoSpelled !== undefined) return true;
  if (field.kind === 'list') return hasSpellings(field.of);
  return field.kind === 'struct' && isRespelled(field.fields);
}

/** The field with the default that the documents have for it, or none. */
function asDocumented(field: Field, plain: Field | undefined): Field {
  if (!plain) return field;
  if (field.kind === 'struct' && plain.kind === 'struct') return { ...field, fields: allAsDocumented(field.fields, plain.fields) };
  if (field.kind === 'list' && plain.kind === 'list') return { ...field, of: asDocumented(field.of, plain.of) };
  return field.default === plain.default ? field : ({ ...field, default: plain.default } as Field);
}

const allAsDocumented = (fields: Fields, plain: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, asDocumented(field, plain[name])]));

function planOf(name: ActionName): Plan {
  const family = familyOf(name);
  if (!family) throw new Error(`${name} belongs to no family`);
  const plain: ActionData = plainActions[name];
  return planFor(name, family, actions[name], plain);
}

function planFor(name: ActionName, family: Family, data: ActionData, plain: ActionData): Plan {
  const { service, action } = splitName(name);
  const { protocol } = services[service];
  const taken = protocol === 'api3' ? withFurther(name, data) : data;
  const further = Object.fromEntries(Object.entries(taken.params).filter(([param]) => !Object.hasOwn(data.params, param)));
  const documented = plain.source === 'today' ? data.params : allAsDocumented(data.params, plain.params);
  return { name, action, service, protocol, family, data, documented, taken, further, respelled: isRespelled(data.params) };
}

/** The parameters of a flat call, but for those that say how it is made. In forms "_" may stand for "." in a name (8163). */
export function flatParamsOf({ taken }: Plan, pairs: ReadonlyMap<string, string>, common: ReadonlySet<string>): Record<string, unknown> {
  const renamed = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (common.has(name)) continue;
    const isKnown = !name.includes('_') || Object.hasOwn(taken.params, name.split('.', 1)[0] as string);
    renamed.set(isKnown ? name : name.replaceAll('_', '.'), value);
  }
  return unflatten(taken.params, renamed);
}

export const plans: readonly Plan[] = (Object.keys(actions) as ActionName[]).map(planOf);

const byVersion = new Map<string, Map<string, Plan>>();
for (const plan of [...plans, planFor(assumeRoleName as ActionName, 'account', assumeRoleAction, assumeRoleAction)]) {
  const version = services[plan.service].version ?? '';
  const known = byVersion.get(version) ?? new Map<string, Plan>();
  byVersion.set(version, known);
  for (const action of [plan.action, ...(plan.data.alsoSpelled ?? [])]) known.set(action, plan);
}
/** Versions of services whose actions are not described (yet) are known too: their actions are unknown, not the version. */
for (const { version } of Object.values(services)) if (!byVersion.has(version ?? '')) byVersion.set(version ?? '', new Map());

const versions: Readonly<Record<Protocol, ReadonlySet<string>>> = {
  api3: new Set(),
  api2017: new Set(),
  'aliyun-rpc': new Set(),
};
for (const { protocol, version } of Object.values(services)) (versions[protocol] as Set<string>).add(version ?? '');

export const isVersion = (protocol: Protocol, version: string): boolean => versions[protocol].has(version);

/** The action of a version ("" for the 2017 API, which has none), or undefined. */
export function findPlan(protocol: Protocol, version: string, action: string): Plan | undefined {
  const plan = byVersion.get(version)?.get(action);
  return plan?.protocol === protocol ? plan : undefined;
}
