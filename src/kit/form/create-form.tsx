import { useSearchParams } from 'react-router';
import { requireOperation } from '../../lib/family.ts';
import { type FormValues, firstValues } from '../../lib/form.ts';
import { useFamily } from '../words.ts';
import { ResourceForm } from './resource-form.tsx';
import type { ResourceFormProps } from './types.ts';

interface CreateFormProps extends Omit<ResourceFormProps, 'operation' | 'initial' | 'update' | 'fixed'> {
  /** Another operation that is about no single resource of the list; "create" when left out. */
  readonly operation?: string;
  /** First values where the URL gives none. */
  readonly initial?: FormValues;
}

/** The form that makes a resource. The URL may give fields their first values, by the API's own names. */
export function CreateForm({ operation = 'create', initial, ...props }: CreateFormProps) {
  const { module } = useFamily(props.family);
  const [search] = useSearchParams();
  const { data } = requireOperation(module, operation);
  const prefill = Object.fromEntries(Object.keys(data.params).flatMap((name) => (search.has(name) ? [[name, search.get(name)]] : [])));
  return <ResourceForm {...props} recheck={null} operation={operation} initial={firstValues(data.params, { ...initial, ...prefill })} />;
}
