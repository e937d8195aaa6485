/** What is known about each action before the first request: found by version and name, aliases resolved. */
import type { ActionData, Family, Field, Fields } from '../../catalogue/define.ts';
import { type ActionName, actions, familyOf, splitName } from '../../catalogue/index.ts';
import { type Protocol, type Service, services } from '../../catalogue/services.ts';

export interface Plan {
  readonly name: ActionName;
  readonly action: string;
  readonly service: Service;
  readonly protocol: Protocol;
  readonly family: Family;
  readonly data: ActionData;
  /** Other spellings of its parameters, at any depth, or undefined where it has none. */
  readonly aliases: Aliases | undefined;
}

/** Spelling → name of the catalogue; `inside` for the fields within a parameter. */
export interface Aliases {
  readonly names: Readonly<Record<string, string>>;
  readonly inside: Readonly<Record<string, Aliases>>;
}

function aliasesOf(fields: Fields): Aliases | undefined {
  const names: Record<string, string> = {};
  const inside: Record<string, Aliases> = {};
  for (const [name, field] of Object.entries(fields)) {
    for (const spelling of field.alsoSpelled ?? []) names[spelling] = name;
    const nested = nestedFields(field);
    const deeper = nested && aliasesOf(nested);
    if (deeper) inside[name] = deeper;
  }
  return Object.keys(names).length + Object.keys(inside).length > 0 ? { names, inside } : undefined;
}

function nestedFields(field: Field): Fields | undefined {
  if (field.kind === 'list') return nestedFields(field.of);
  return field.kind === 'struct' ? field.fields : undefined;
}

function planOf(name: ActionName): Plan {
  const { service, action } = splitName(name);
  const data: ActionData = actions[name];
  const family = familyOf(name);
  if (!family) throw new Error(`${name} belongs to no family`);
  return { name, action, service, protocol: services[service].protocol, family, data, aliases: aliasesOf(data.params) };
}

export const plans: readonly Plan[] = (Object.keys(actions) as ActionName[]).map(planOf);

const byVersion = new Map<string, Map<string, Plan>>();
for (const plan of plans) {
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
