import { useQueries } from '@tanstack/react-query';
import type { Family } from '../../catalogue/define.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import { runOperation } from '../api/run.ts';
import { operation, whereRef } from '../lib/family.ts';
import { rowsOf } from '../lib/rows.ts';
import { useScope } from '../lib/scope.ts';
import type { Parent } from './contained.tsx';

/**
 * How many resources of each family refer to a parent: one short call each, and nothing is waited for. A family whose list
 * cannot be narrowed by the parent's, or that cannot be asked now, is not in the answer. Keep `families` stable.
 */
export function useContainedCounts(families: readonly Family[], parent: Parent, enabled = true): ReadonlyMap<Family, number> {
  const scope = useScope();
  return useQueries({
    queries: families.map((family) => ({
      // No action's name stands in it, so any change in this place makes it stale.
      queryKey: [scope.account ?? '', scope.region, 'count', family, parent.family, parent.id],
      enabled,
      queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<number | null> => {
        const module = await loadFamily(family);
        const list = operation(module, 'list');
        const where = list && whereRef(list.data, parent.family, parent.id);
        if (!list || !where) return null;
        const { paging } = list.data;
        const page = paging ? { [paging.offset]: 0, [paging.limit]: 1 } : {};
        return rowsOf(list.data, (await runOperation(scope, module, list.name, { ...where, ...page }, signal)).data).total;
      },
    })),
    combine: (answers) =>
      new Map(
        families.flatMap((family, at): [Family, number][] => (answers[at]?.data == null ? [] : [[family, Number(answers[at]?.data)]])),
      ),
  });
}
