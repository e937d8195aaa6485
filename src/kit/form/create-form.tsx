import { type ReactNode, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { type FamilyRef, splitRef } from '../../../catalogue/define.ts';
import type { NeededOperation, OperationOf, ParamOf } from '../../../catalogue/row-of.ts';
import { requireOperation } from '../../lib/family.ts';
import { firstValues } from '../../lib/form.ts';
import { part } from '../../lib/part.tsx';
import { useDialect } from '../../lib/scope.ts';
import { useFamily } from '../words.ts';
import { ResourceForm } from './resource-form.tsx';
import type { FormEntry, FormOptions, ValuesOf } from './types.ts';

// Its limits are today's alone.
const QuotaNote = part(async () => (await import('./quota-note.tsx')).QuotaNote);

type Entry = FormEntry<string>;

interface NotedProps {
  readonly family: FamilyRef;
  readonly entry: Entry;
  /** What the form itself says under its fields. */
  readonly own: ReactNode;
}

const Noted = ({ family, entry: { values, params }, own }: NotedProps) => (
  <>
    {own}
    <Suspense fallback={null}>
      <QuotaNote family={splitRef(family).family} values={{ ...values, ...params }} />
    </Suspense>
  </>
);

/** What the form that makes a resource says of itself. */
export interface CreateFormOptions<F extends FamilyRef, O extends OperationOf<F>> extends FormOptions<ParamOf<F, O>> {
  /** First values where the URL gives none. */
  readonly initial?: Partial<ValuesOf<ParamOf<F, O>>>;
  /** Where to go when the form was opened by its URL. */
  readonly fallback?: string;
}

export interface CreateFormProps<F extends FamilyRef, O extends OperationOf<F>> extends CreateFormOptions<F, O> {
  readonly family: F;
  /** Another operation that is about no single resource of the list; "create" when left out. */
  readonly operation?: O;
}

/** The form that makes a resource. The URL may give fields their first values, by the API's own names. */
export function CreateForm<F extends FamilyRef, O extends OperationOf<F> = OperationOf<F> & 'create'>(
  all: CreateFormProps<F, O> & NeededOperation<F, O, 'create'>,
) {
  const { operation, initial, ...props }: CreateFormProps<F, O> = all;
  const called = operation ?? 'create';
  const { module } = useFamily<FamilyRef>(props.family);
  const [search] = useSearchParams();
  const { data } = requireOperation(module, called);
  const prefill = Object.fromEntries(Object.keys(data.params).flatMap((name) => (search.has(name) ? [[name, search.get(name)]] : [])));
  const isToday = useDialect() === 'today';
  // A method may not be taken from its object: `props` says it.
  const own = (entry: Entry) => props.note?.(entry);
  const note = isToday && called === 'create' ? (entry: Entry) => <Noted family={props.family} entry={entry} own={own(entry)} /> : own;
  return (
    <ResourceForm {...props} note={note} recheck={null} operation={called} initial={firstValues(data.params, { ...initial, ...prefill })} />
  );
}
