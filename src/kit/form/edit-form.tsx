import { useOne } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { type AnyRow, nameOf, refFamily, requireOperation } from '../../lib/family.ts';
import { firstValues, type Values } from '../../lib/form.ts';
import { usePlace } from '../../lib/place.ts';
import { paths } from '../../paths.ts';
import { SidePanel } from '../../ui/dialog.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { useFamily } from '../words.ts';
import { useLeave } from './leave.ts';
import { ResourceForm, type ResourceFormProps } from './resource-form.tsx';

interface EditFormProps<R extends object> extends Omit<ResourceFormProps, 'operation' | 'initial' | 'update' | 'fixed' | 'fallback'> {
  readonly id: string;
  /** The parameters' present values where the row's fields have other names. */
  readonly from?: (row: R) => Values;
}

/** The form that changes a resource. It starts from the row as it is known, and sends only what was changed. */
export function EditForm<R extends object>({ id, from, ...props }: EditFormProps<R>) {
  const t = useT();
  const place = usePlace();
  const { module, text } = useFamily(props.family);
  const { data } = requireOperation(module, 'update');
  const one = useOne<R>(place, props.family, id);
  const fallback = paths.detail(props.family, id, place);
  const leave = useLeave(props.family, false, fallback);
  if (!one.row) {
    return (
      <SidePanel title={id} onClose={leave.ask}>
        {one.loading ? <Loading /> : null}
        {one.error && <ErrorPlace error={one.error} title={t('kit.form.notLoaded')} onRetry={one.refresh} />}
        {one.missing && <p>{t('kit.gone', { what: text.one, id })}</p>}
      </SidePanel>
    );
  }
  const row = one.row as AnyRow;
  const own = Object.entries(data.params).find(([, field]) => refFamily(field) === module.data.family)?.[0] ?? module.data.id;
  const fields = Object.fromEntries(Object.entries(data.params).filter(([name]) => name !== own));
  return (
    <ResourceForm
      {...props}
      update
      operation="update"
      fallback={fallback}
      fixed={{ [own]: id }}
      initial={firstValues(fields, { ...row, ...from?.(one.row) })}
      title={<bdi>{`${text.actions[requireOperation(module, 'update').name]?.title ?? ''}: ${nameOf(module, row) || id}`}</bdi>}
    />
  );
}
