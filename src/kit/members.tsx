/** What a resource holds and that has no page of its own, as a table with what can be done with each. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ExcessNames, FamilyRef } from '../../catalogue/define.ts';
import type { ListOperationOf, OperationOf, ParamOf, RowOfOperation, VerbOf, WhereOfOperation } from '../../catalogue/row-of.ts';
import { toApiError } from '../api/api-error.ts';
import { type ListData, listOptions } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import { type Params, requireOperation, takesAway } from '../lib/family.ts';
import { type MemberList, membersOf } from '../lib/members.ts';
import { type Scope, useScope } from '../lib/scope.ts';
import { paths } from '../paths.ts';
import { toast } from '../stores/toasts.ts';
import { buttonClass } from '../ui/button.tsx';
import { DotsMenu, type MenuItem } from '../ui/menu.tsx';
import { EmptyState } from '../ui/parts.tsx';
import { SkeletonRows } from '../ui/spinner.tsx';
import { confirm } from './confirm/store.ts';
import { ErrorPlace } from './error-place.tsx';
import { useFormOrigin } from './form-origin.ts';
import { LeftOut } from './left-out.tsx';
import { useFamily } from './words.ts';

export interface Members<R> extends Pick<ListData<R>, 'rows' | 'unreadable' | 'complete'> {
  readonly loading: boolean;
  readonly error: ReturnType<typeof toApiError> | null;
  readonly refresh: () => void;
}

const none: readonly never[] = [];

/** The rows of such a list, as far as they have arrived. Keep `list` and `where` stable. */
export function useMembers<F extends FamilyRef, O extends ListOperationOf<F>, W extends WhereOfOperation<F, O>>(
  list: MemberList<F, O>,
  where: W & ExcessNames<W, keyof WhereOfOperation<F, O>>,
  scope?: Scope,
): Members<RowOfOperation<F, O>> {
  const here = useScope();
  const { module } = useFamily(list.family);
  const query = useQuery(listOptions(scope ?? here, membersOf(module, list), where));
  return {
    rows: query.data?.rows ?? none,
    unreadable: query.data?.unreadable ?? none,
    complete: query.data?.complete ?? false,
    loading: query.isPending,
    error: query.error ? toApiError(query.error) : null,
    refresh: () => void query.refetch(),
  };
}

export interface MemberColumn<R> {
  readonly header: string;
  cell(row: R): ReactNode;
  readonly align?: 'end';
}

interface MembersTableProps<R> {
  readonly label: string;
  readonly members: Members<R>;
  readonly columns: readonly MemberColumn<R>[];
  keyOf(row: R): string;
  /** What a person calls a row, for its menu. */
  nameOf(row: R): string;
  actions?(row: R): readonly MenuItem[];
  readonly empty: { readonly title: string; readonly body?: ReactNode; readonly action?: ReactNode };
}

export function MembersTable<R>({ label, members, columns, keyOf, nameOf, actions, empty }: MembersTableProps<R>) {
  const t = useT();
  const { rows, unreadable, loading, error } = members;
  return (
    <>
      {error && <ErrorPlace error={error} title={t('kit.members.failed')} onRetry={members.refresh} />}
      <LeftOut problems={unreadable.flatMap(({ problems }) => problems)} />
      {!loading && !error && rows.length === 0 && <EmptyState {...empty} />}
      {(loading || rows.length > 0) && (
        <div className="table-scroll">
          <table className="grid-table" aria-label={label}>
            <thead>
              <tr>
                {columns.map(({ header, align }) => (
                  <th key={header} scope="col" data-align={align}>
                    {header}
                  </th>
                ))}
                {actions && (
                  <th scope="col" data-actions="">
                    <span className="sr-only">{t('kit.actions')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {loading && <SkeletonRows rows={3} columns={columns.length + (actions ? 1 : 0)} />}
              {rows.map((row) => (
                <tr key={keyOf(row)}>
                  {columns.map(({ header, cell, align }) => (
                    <td key={header} data-align={align}>
                      {cell(row)}
                    </td>
                  ))}
                  {actions && (
                    <td data-actions="">
                      <DotsMenu label={t('kit.actionsFor', { name: nameOf(row) })} items={actions(row)} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

interface AddLinkProps<F extends FamilyRef> {
  readonly family: F;
  readonly id: string;
  readonly operation: VerbOf<F> & OperationOf<F>;
}

/** To the form of an operation on one resource, by its own title. */
export function OperationLink<F extends FamilyRef>({ family, id, operation }: AddLinkProps<F>) {
  const scope = useScope();
  const state = useFormOrigin();
  const { module, text } = useFamily(family);
  return (
    <Link to={paths.verb<FamilyRef, string, never>(family, id, operation, scope)} state={state} className={buttonClass('secondary', 'sm')}>
      <Plus aria-hidden="true" className="size-4" />
      {text.actions[requireOperation(module, operation).name]?.title}
    </Link>
  );
}

interface AskedOperation<F extends FamilyRef, O extends OperationOf<F>, P> {
  readonly operation: O;
  readonly params: P & ExcessNames<P, ParamOf<F, O>>;
  /** What a person calls what it is about. */
  readonly label: string;
  /** Reads again whether it stands as it was shown: what somebody changed meanwhile is not touched unseen. */
  readonly still?: () => Promise<boolean>;
}

/** Asks, does it, and says how it went: for what has no page from which the usual confirmation could be asked. */
export function useAskedOperation<F extends FamilyRef>(
  family: F,
): <O extends OperationOf<F>, P extends Params>(asked: AskedOperation<F, O, P>) => Promise<void> {
  const t = useT();
  const scope = useScope();
  const client = useQueryClient();
  const { module, text } = useFamily(family);
  return async ({ operation, params, label, still }) => {
    const { name, data } = requireOperation(module, operation);
    const words = text.actions[name];
    const title = words?.title ?? '';
    const body = words?.what === undefined ? {} : { body: words.what };
    if (
      !(await confirm({
        title: t('kit.form.titleOf', { title, name: label }),
        ...body,
        yes: title,
        danger: takesAway(data) || data.danger !== undefined,
      }))
    )
      return;
    try {
      if (still && !(await still())) {
        toast({ meaning: 'warning', title: t('kit.members.changed', { name: label }) });
        return;
      }
      // Lists that show members do not bring what writes.
      const { perform } = await import('../api/mutate.ts');
      const { requestId } = await perform(client, scope, { module, name, params, label });
      toast({ meaning: 'good', title: t('kit.run.doneToast', { verb: title, what: label }), ...(requestId ? { requestId } : {}) });
    } catch (thrown) {
      const error = toApiError(thrown);
      const { refusalLine } = await import('./refusal-line.ts');
      toast({
        meaning: 'danger',
        title: t('kit.run.failedOne', { name: label }),
        detail: await refusalLine(error),
        ...(error.requestId ? { requestId: error.requestId } : {}),
      });
    }
  };
}

/** Rows as the cloud tells them now, never from a cache. @throws ApiError */
export function useReadMembers<F extends FamilyRef, O extends ListOperationOf<F>, W extends WhereOfOperation<F, O>>(
  list: MemberList<F, O>,
  where: W & ExcessNames<W, keyof WhereOfOperation<F, O>>,
): () => Promise<readonly RowOfOperation<F, O>[]> {
  const scope = useScope();
  const client = useQueryClient();
  const { module } = useFamily(list.family);
  return async () => (await client.fetchQuery({ ...listOptions(scope, membersOf(module, list), where), staleTime: 0 })).rows;
}
