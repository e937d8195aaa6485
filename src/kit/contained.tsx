import { Plus } from 'lucide-react';
import { use } from 'react';
import { Link } from 'react-router';
import type { Family, FamilyRef } from '../../catalogue/define.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import type { ParentOf, RowOf, WhereOf } from '../../catalogue/row-of.ts';
import { type ListState, useList } from '../api/query.ts';
import { refFamily, requireOperation, whereRef } from '../lib/family.ts';
import { useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { useFormOrigin } from './form-origin.ts';
import { useFamily, useLacking } from './words.ts';

/** The resource whose parts are listed: the VPC of its subnets. */
export interface Parent {
  readonly family: Family;
  readonly id: string;
}

/** A resource by which the list of the family can be narrowed. */
interface ContainingResource<F extends FamilyRef> {
  readonly family: ParentOf<F>;
  readonly id: string;
}

/** The resources of a family that refer to a parent, narrowed by the cloud. */
export function useContainedList<F extends FamilyRef>(family: F, parent: ContainingResource<F>, enabled = true): ListState<RowOf<F>> {
  const scope = useScope();
  const module = use(loadFamily(family));
  const where = whereRef(requireOperation<string>(module, 'list').data, parent.family, parent.id);
  if (!where) throw new Error(`the list of "${family}" cannot be narrowed by "${parent.family}"`);
  return useList(scope, family, { where: where as WhereOf<F>, enabled });
}

/** A link to a family's create form with its parent filled in; the form leads back here. */
export function CreateWithin({ family, parent }: { readonly family: FamilyRef; readonly parent: Parent }) {
  const scope = useScope();
  const state = useFormOrigin();
  const { module, text } = useFamily(family);
  const { name, data } = requireOperation(module, 'create');
  const disabledReason = useLacking(family)('create');
  const param = Object.entries(data.params).find(([, field]) => refFamily(field) === parent.family)?.[0];
  const icon = <Plus aria-hidden="true" className="size-4" />;
  if (disabledReason !== undefined) {
    return (
      <Button size="sm" icon={icon} disabledReason={disabledReason}>
        {text.actions[name]?.title}
      </Button>
    );
  }
  return (
    <Link
      to={paths.create(family, scope, param === undefined ? {} : { [param]: parent.id })}
      state={state}
      className={buttonClass('secondary', 'sm')}
    >
      {icon}
      {text.actions[name]?.title}
    </Link>
  );
}
