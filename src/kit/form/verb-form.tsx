import { useSearchParams } from 'react-router';
import type { FamilyRef } from '../../../catalogue/define.ts';
import type { OperationOf, ParamOf, RowOf } from '../../../catalogue/row-of.ts';
import { useT } from '../../i18n/index.ts';
import { nameOf, ownParam, requireOperation } from '../../lib/family.ts';
import { type FormValues, firstValues, paramsBeside } from '../../lib/form.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { outcomeWords, useFamily } from '../words.ts';
import { OnePanel } from './one-panel.tsx';
import { type ParamValues, valuesIn } from './param-values.ts';
import { type Precondition, useRecheck } from './precondition.ts';
import { ResourceForm } from './resource-form.tsx';
import type { FormOptions } from './types.ts';

/** What the form of a verb says of itself. */
export interface VerbFormOptions<F extends FamilyRef, O extends OperationOf<F>> extends FormOptions<ParamOf<F, O>> {
  /** What a person calls the one of its rows that it is about: a rule, a port, an attached network. */
  readonly about?: string | undefined;
  /** What must still be so when it is sent; it is read again before. */
  readonly precondition: Precondition<RowOf<F>, ParamOf<F, O>>;
  /** First values of the form, told by the row. The URL may give others, by the API's own names. */
  readonly initialFrom?: (row: RowOf<F>) => ParamValues<ParamOf<F, O>>;
  /** Sent whatever is entered: a second id that the action wants. */
  readonly fixedFrom?: (row: RowOf<F>) => ParamValues<ParamOf<F, O>>;
}

export interface VerbFormProps<F extends FamilyRef, O extends OperationOf<F>> extends VerbFormOptions<F, O> {
  readonly family: F;
  readonly operation: O;
  readonly id: string;
}

/** The form of any other operation on one resource: bind, resize, assign. Everything that is entered is sent. */
export function VerbForm<F extends FamilyRef, O extends OperationOf<F>>(props: VerbFormProps<F, O>) {
  return (
    <OnePanel family={props.family} id={props.id}>
      {(row) => <Doing {...props} row={row} />}
    </OnePanel>
  );
}

function Doing<F extends FamilyRef, O extends OperationOf<F>>({
  id,
  row,
  initialFrom,
  fixedFrom,
  precondition,
  about,
  ...props
}: VerbFormProps<F, O> & { readonly row: RowOf<F> }) {
  const t = useT();
  const scope = useScope();
  const [search] = useSearchParams();
  const { module, text } = useFamily<FamilyRef>(props.family);
  const { name, data } = requireOperation(module, props.operation);
  const own = ownParam(module, data);
  const ownId = own === undefined ? {} : { [own]: data.params[own]?.kind === 'list' ? [id] : id };
  const fixedOf = (of: RowOf<F>): FormValues => ({ ...ownId, ...valuesIn(fixedFrom?.(of)) });
  const fixed = fixedOf(row);
  const fields = paramsBeside(data, fixed);
  const given = Object.fromEntries(Object.keys(fields).flatMap((param) => (search.has(param) ? [[param, search.get(param)]] : [])));
  const initialOf = (of: RowOf<F>): FormValues => firstValues(fields, { ...valuesIn(initialFrom?.(of)), ...given });
  const recheck = useRecheck({ module, id, row, initialOf, fixedOf, precondition });
  const title = text.actions[name]?.title ?? '';
  const called = about || nameOf(module, row) || id;
  return (
    <ResourceForm
      done={({ task }) => outcomeWords(t, text.actions[name], called, task !== null)}
      {...props}
      fallback={paths.detail<FamilyRef>(props.family, id, scope)}
      fixed={fixed}
      initial={initialOf(row)}
      recheck={recheck}
      title={props.title ?? <bdi>{t('kit.form.titleOf', { title, name: called })}</bdi>}
    />
  );
}
