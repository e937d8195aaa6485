import { useQueries } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { use } from 'react';
import { Link, useLocation } from 'react-router';
import type { Family, FamilyRef } from '../../catalogue/define.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import type { RowOf } from '../../catalogue/row-of.ts';
import { callAction } from '../api/call.ts';
import { type ListState, useList } from '../api/query.ts';
import { operation, refFamily, requireOperation, whereRef } from '../lib/family.ts';
import { rowsOf } from '../lib/rows.ts';
import { useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { buttonClass } from '../ui/button.tsx';
import { useFamily } from './words.ts';

/** What a list is within: the VPC whose subnets are listed. */
export interface Parent {
  readonly family: Family;
  readonly id: string;
}

/** The resources of a family that refer to a parent, narrowed by the cloud. */
export function useContainedList<F extends FamilyRef>(family: F, parent: Parent, enabled = true): ListState<RowOf<F>> {
  const scope = useScope();
  const module = use(loadFamily(family));
  const where = whereRef(requireOperation(module, 'list').data, parent.family, parent.id);
  if (!where) throw new Error(`the list of "${family}" cannot be narrowed by "${parent.family}"`);
  return useList(scope, family, { where, enabled });
}

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
        const list = operation(await loadFamily(family), 'list');
        const where = list && whereRef(list.data, parent.family, parent.id);
        if (!list || !where) return null;
        const { paging } = list.data;
        const page = paging ? { [paging.offset]: 0, [paging.limit]: 1 } : {};
        return rowsOf(list.data, (await callAction(scope, list.name, { ...where, ...page }, signal)).data).total;
      },
    })),
    combine: (answers) =>
      new Map(
        families.flatMap((family, at): [Family, number][] => (answers[at]?.data == null ? [] : [[family, Number(answers[at]?.data)]])),
      ),
  });
}

/** To the form of a family with its parent filled in, and back here afterwards. */
export function CreateWithin({ family, parent }: { readonly family: FamilyRef; readonly parent: Parent }) {
  const scope = useScope();
  const { pathname, search } = useLocation();
  const { module, text } = useFamily(family);
  const { name, data } = requireOperation(module, 'create');
  const param = Object.entries(data.params).find(([, field]) => refFamily(field) === parent.family)?.[0];
  return (
    <Link
      to={paths.create(family, scope, param === undefined ? {} : { [param]: parent.id })}
      state={{ back: `${pathname}${search}` }}
      className={buttonClass('secondary', 'sm')}
    >
      <Plus aria-hidden="true" className="size-4" />
      {text.actions[name]?.title}
    </Link>
  );
}
