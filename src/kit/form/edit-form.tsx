import { useLocation } from 'react-router';
import type { FamilyRef } from '../../../catalogue/define.ts';
import type { NeededOperation, OperationOf, ParamOf, RowOf } from '../../../catalogue/row-of.ts';
import { useT } from '../../i18n/index.ts';
import { nameOf, ownParam, requireOperation, rowFields } from '../../lib/family.ts';
import { type FormValues, firstValues, paramsBeside } from '../../lib/form.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { formState } from '../form-origin.ts';
import { useFamily } from '../words.ts';
import { OnePanel } from './one-panel.tsx';
import { type ParamValues, valuesIn } from './param-values.ts';
import { type Precondition, useRecheck } from './precondition.ts';
import { ResourceForm } from './resource-form.tsx';
import type { FormOptions } from './types.ts';

/** What the form that changes a resource says of itself. */
export interface EditFormOptions<F extends FamilyRef, O extends OperationOf<F>> extends FormOptions<ParamOf<F, O>> {
  /** The parameters' present values where the row's fields have other names. */
  readonly initialFrom?: (row: RowOf<F>) => ParamValues<ParamOf<F, O>>;
  /** Sent with every change, whatever is entered: a second id that the action wants. */
  readonly fixedFrom?: (row: RowOf<F>) => ParamValues<ParamOf<F, O>>;
  /** What must still be so besides the fields themselves, which are always compared. */
  readonly precondition?: Precondition<RowOf<F>, ParamOf<F, O>>;
}

export interface EditFormProps<F extends FamilyRef, O extends OperationOf<F>> extends EditFormOptions<F, O> {
  readonly family: F;
  readonly id: string;
  /** Another operation that changes it in place; "update" when left out. */
  readonly operation?: O;
}

/**
 * The form that changes a resource. It starts from the row as it is known, reads it again before it writes, and sends only
 * what was changed: fields that nobody touched here stay as others made them, and what both changed is asked about.
 */
export function EditForm<F extends FamilyRef, O extends OperationOf<F> = OperationOf<F> & 'update'>(
  props: EditFormProps<F, O> & NeededOperation<F, O, 'update'>,
) {
  return (
    <OnePanel family={props.family} id={props.id}>
      {(row) => <Changing {...props} row={row} />}
    </OnePanel>
  );
}

function Changing<F extends FamilyRef, O extends OperationOf<F>>({
  id,
  row,
  initialFrom,
  fixedFrom,
  precondition = 'adds',
  operation,
  ...props
}: EditFormProps<F, O> & { readonly row: RowOf<F> }) {
  const t = useT();
  const scope = useScope();
  const { module, text } = useFamily<FamilyRef>(props.family);
  const { name, data } = requireOperation(module, operation ?? 'update');
  const own = ownParam(module, data) ?? module.data.id;
  const told = rowFields(requireOperation(module, 'list').data);
  const fixedOf = (of: RowOf<F>): FormValues => ({ [own]: id, ...valuesIn(fixedFrom?.(of)) });
  const fixed = fixedOf(row);
  const fields = paramsBeside(data, fixed);
  const initialOf = (of: RowOf<F>): FormValues => firstValues(fields, { ...of, ...valuesIn(initialFrom?.(of)) }, told);
  const { former } = formState(useLocation().state);
  // What a change is undone with stands in the form as if it had been entered: it is reviewed, and only then sent.
  const once = former ? initialOf({ ...row, ...former.row }) : {};
  const entered = Object.fromEntries(Object.entries(once).filter(([param]) => former?.params.includes(param)));
  const recheck = useRecheck({ module, id, row, initialOf, fixedOf, precondition });
  const called = nameOf(module, row);
  return (
    <ResourceForm
      {...props}
      update
      called={called}
      operation={operation ?? 'update'}
      fallback={paths.detail<FamilyRef>(props.family, id, scope)}
      fixed={fixed}
      initial={initialOf(row)}
      entered={entered}
      recheck={recheck}
      title={<bdi>{t('kit.form.titleOf', { title: text.actions[name]?.title ?? '', name: called || id })}</bdi>}
    />
  );
}
