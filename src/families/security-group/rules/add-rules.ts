/** The first rules of a group that was just made: one call for each direction, each with its version. */
import type { FamilyModule } from '../../../../catalogue/lazy.ts';
import { encode } from '../../../../catalogue/wire.ts';
import type { Plan } from '../../../../network/rule-sets/plan.ts';
import { directions, type KnownSet } from '../../../../network/rule-sets/rule-set.ts';
import { runOperation } from '../../../api/run.ts';
import { requireOperation } from '../../../lib/family.ts';
import type { Scope } from '../../../lib/scope.ts';
import { apply, type GroupApplyResult, takesRulesOfToday } from './apply.ts';
import { readGroupRules } from './read.ts';

/** @throws ApiError when the new group's rules cannot be read. */
export async function addRules(scope: Scope, module: FamilyModule, group: string, wanted: KnownSet): Promise<GroupApplyResult> {
  const before = await readGroupRules(scope, group);
  const plans = directions.flatMap((direction): Plan[] => {
    const rules = wanted[direction];
    if (rules.length === 0) return [];
    const states = [[...rules, ...before[direction]]];
    return [{ direction, steps: [{ kind: 'create', direction, index: 0, rules }], states, peak: rules.length, because: 'one-call' }];
  });
  return apply(group, before, plans, {
    today: takesRulesOfToday(module),
    send: async ({ operation, params }) => {
      const { name, data } = requireOperation(module, operation);
      const { requestId } = await runOperation(scope, module, name, encode(data, params));
      return { requestId };
    },
    read: () => readGroupRules(scope, group),
  });
}
