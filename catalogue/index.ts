/**
 * The whole catalogue, for the packages that need all of it at once: the server's allow-list, the simulator's dispatch,
 * tests. The browser loads one family at a time (see `lazy.ts`) and takes only types from here.
 */
import { withAdditions } from './additions.ts';
import { type ActionData, type Family, type InputOf, type OutputOf, offeredBy } from './define.ts';
import * as modules from './families/modules.ts';
import { type ActionsOf, type Additions, actionsOf, dataOf, type FamilyModule } from './module.ts';
import { isService, type Service } from './services.ts';
import { tagAdditions } from './tags.ts';

/** The actions without what today adds to those of the documents: for tests. */
export const plainActions: ActionsOf<typeof modules> = actionsOf(modules);

const plainModules: readonly FamilyModule[] = Object.values(modules);

/** What today adds to actions of the documents, by its sources. */
export const additions: readonly Additions[] = plainModules.flatMap((module) => [module.additions ?? {}, tagAdditions(module)]);

export const familyData = dataOf(modules);

/** Every family with what its accounts of today call. */
export const familyModules: readonly FamilyModule[] = plainModules.map((module) => withAdditions(module, ...additions));

// The compiler is told of the documents' parts alone: what is added has readers of its own.
export const actions = Object.assign({}, ...familyModules.map((module) => module.actions)) as ActionsOf<typeof modules>;

type Actions = typeof actions;

/** `service:Action`, e.g. `vpc:CreateSubnet`. */
export type ActionName = keyof Actions;
export type ParamsOf<A extends ActionName> = InputOf<Actions[A]['params']>;
export type ResultOf<A extends ActionName> = OutputOf<Actions[A]['results']>;

const table: ReadonlyMap<string, ActionData> = new Map(Object.entries(actions));
const familyByAction: ReadonlyMap<string, Family> = new Map(
  Object.values(familyData).flatMap((data) =>
    offeredBy(data)
      .flat()
      .map((name): [string, Family] => [name, data.family]),
  ),
);

/** The action's data, or undefined: only what is in the catalogue can be called. */
export const findAction = (name: string): ActionData | undefined => table.get(name);

/** The family an action belongs to. Every action is an operation of exactly one family (a test holds this). */
export const familyOf = (name: string): Family | undefined => familyByAction.get(name);

/** "vpc:CreateSubnet" → the service and the action's own name. */
export function splitName(name: string): { service: Service; action: string } {
  const [service = '', action = ''] = name.split(':');
  if (!isService(service)) throw new Error(`"${name}" names no service of the catalogue`);
  return { service, action };
}

/** Actions of today that do what other actions do in the documents, which lack them. */
export const successors: ReadonlySet<string> = new Set(
  familyModules.flatMap(({ actions, today = {} }) =>
    Object.values(today).flatMap(({ action }) => (actions[action]?.source === 'today' ? [action] : [])),
  ),
);
