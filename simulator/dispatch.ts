/** From a verified request to its result: check the parameters, run the handler as one transaction. */
import { isRead } from '../catalogue/define.ts';
import type { ActionName } from '../catalogue/index.ts';
import { codeFor } from '../catalogue/refusal.ts';
import { validate } from '../catalogue/validate.ts';
import { assumeRoleName } from './accounts/role-action.ts';
import { assumeRole } from './accounts/roles.ts';
import { boundHandler } from './bindings.ts';
import { type AnyHandler, Call } from './call.ts';
import { handlers } from './families/registry.ts';
import type { TaskFate } from './families/task/table.ts';
import { type Parts, partsOf, performFurther } from './further/further.ts';
import { refusalOf } from './protocol/language.ts';
import { normalise } from './protocol/normalise.ts';
import { type Plan, plans } from './protocol/plans.ts';
import type { ApiRequest, Result } from './protocol/request.ts';
import { withTags } from './rules/tags.ts';
import { countRead, settleDueTasks } from './rules/tasks.ts';
import { tellsToday } from './rules/today.ts';
import type { Change, World } from './world/world.ts';

const newIds = { oldIds: false };
const allIds = { oldIds: true };

const found = new Map<ActionName, AnyHandler>();

function handlerOf({ name, data }: Plan): AnyHandler {
  const known = found.get(name);
  if (known) return known;
  const handler = String(name) === assumeRoleName ? assumeRole : (handlers[name] ?? boundHandler(name));
  if (!handler) throw new Error(`${name} has neither a handler nor a binding`);
  const made = withTags(name, data, handler);
  found.set(name, made);
  return made;
}

/** The result, what changed in the world, and what undoes that while nothing later stands on it. */
interface Execution {
  readonly result: Result;
  readonly changes: readonly Change[];
  readonly revert: () => void;
}

/**
 * Does what was asked. A fault may order the fate of the tasks that this begins.
 * @returns the result in the action's own shape.
 * @throws CloudError when the cloud refuses; the world is then as it was.
 */
export function perform(world: World, asked: ApiRequest, fate?: TaskFate): Execution {
  const { plan, account, region } = asked;
  const parts = checked(plan, asked);
  return world.transact(() => {
    settleDueTasks(world);
    const call = new Call(world.partition(account.uin, region), account, plan.name, fate);
    if (isRead(plan.data)) countRead(call, plan.family);
    const result = performFurther(plans, plan, handlerOf(plan), parts, call);
    return Object.keys(plan.data.results).length > 0 ? result : {};
  });
}

function checked(plan: Plan, { account, params }: ApiRequest): Parts {
  const problem = validate(plan.taken, params, plan.protocol === 'api3' ? newIds : allIds)[0];
  if (problem) throw refusalOf(codeFor(problem, plan.taken, plan.protocol), problem);
  return partsOf(plan, normalise(tellsToday({ account }) ? plan.data.params : plan.documented, params), normalise(plan.further, params));
}
