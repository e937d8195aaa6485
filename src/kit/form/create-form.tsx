import { useSearchParams } from 'react-router';
import type { FamilyRef } from '../../../catalogue/define.ts';
import type { OperationOf, ParamOf } from '../../../catalogue/row-of.ts';
import { requireOperation } from '../../lib/family.ts';
import { firstValues } from '../../lib/form.ts';
import { useFamily } from '../words.ts';
import { ResourceForm } from './resource-form.tsx';
import type { ResourceFormProps, ValuesOf } from './types.ts';

export interface CreateFormProps<F extends FamilyRef, O extends OperationOf<F>>
  extends Omit<ResourceFormProps<ParamOf<F, O>>, 'family' | 'operation' | 'initial' | 'update' | 'fixed'> {
  readonly family: F;
  /** Another operation that is about no single resource of the list; "create" when left out. */
  readonly operation?: O;
  /** First values where the URL gives none. */
  readonly initial?: ValuesOf<ParamOf<F, O>>;
}

/** The form that makes a resource. The URL may give fields their first values, by the API's own names. */
export function CreateForm<F extends FamilyRef, O extends OperationOf<F> = OperationOf<F> & 'create'>({
  operation,
  initial,
  ...props
}: CreateFormProps<F, O>) {
  const called = operation ?? 'create';
  const { module } = useFamily(props.family);
  const [search] = useSearchParams();
  const { data } = requireOperation(module, called);
  const prefill = Object.fromEntries(Object.keys(data.params).flatMap((name) => (search.has(name) ? [[name, search.get(name)]] : [])));
  return <ResourceForm {...props} recheck={null} operation={called} initial={firstValues(data.params, { ...initial, ...prefill })} />;
}
