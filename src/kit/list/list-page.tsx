import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { type FamilyRef, splitRef } from '../../../catalogue/define.ts';
import type { RowOf } from '../../../catalogue/row-of.ts';
import { type AnyRow, requireOperation } from '../../lib/family.ts';
import { useScope } from '../../lib/scope.ts';
import { paths, variantNames } from '../../paths.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import type { StandardActions } from '../actions.tsx';
import { CallButton } from '../call-button.tsx';
import { useFormOrigin } from '../form-origin.ts';
import { PartBoundary, UnreadablePart } from '../unreadable.tsx';
import { capital, useFamily, useLacking } from '../words.ts';
import type { ResourceListProps } from './list-state.ts';
import { ResourceList } from './resource-list.tsx';

/** What a family says of its list's page. */
export interface ListPageOptions {
  /** Before the button that creates. */
  readonly buttons?: ReactNode;
  /** Why nothing can be made here, in words. */
  readonly createDisabledReason?: string | undefined;
  /** Between the heading and the list: tabs of the family's kinds, a notice. */
  readonly above?: ReactNode;
}

export interface ListPageProps<F extends FamilyRef>
  extends ListPageOptions,
    Pick<ResourceListProps<RowOf<F>>, 'list' | 'columns' | 'mark'> {
  readonly family: F;
  /** What can be done with its rows. */
  readonly actions: StandardActions<RowOf<F>>;
}

/** A family's page: its heading, what can be made, and the list of all of it in this place. */
export function ListPage<F extends FamilyRef>({ actions, buttons, above, createDisabledReason, ...list }: ListPageProps<F>) {
  const { text, module } = useFamily<FamilyRef>(list.family);
  // A list of one sort of several is called after the sort, any other as its section is.
  const isOneOfSorts = variantNames(splitRef(list.family).family).length > 0;
  const create = module.data.operations.create ? <CreateLink family={list.family} disabledReason={createDisabledReason} /> : null;
  return (
    <Page
      fill
      title={isOneOfSorts ? capital(text.many) : undefined}
      actions={
        <>
          {buttons}
          <CallButton
            name={list.list.call.name}
            action={requireOperation(module, 'list').data}
            params={{ ...list.list.call.params, ...firstPage(list.list.module) }}
            requestId={list.list.requestId}
          />
          {create}
        </>
      }
    >
      {/* What stands above a list reads answers of its own: they do not take the list with them. */}
      {above && (
        <PartBoundary resetKey={list.list.at} instead={<UnreadablePart />}>
          {above}
        </PartBoundary>
      )}
      <ResourceList {...list} {...rowProps(actions)} empty={{ title: text.what, action: create }} />
    </Page>
  );
}

/** What a list takes of its rows' actions. */
export const rowProps = <R extends AnyRow>({ of, remove, barred, deleteLabel, bulk }: StandardActions<R>) => ({
  rowActions: of,
  onDelete: remove,
  deleteBarred: barred,
  bulk,
  ...(deleteLabel === undefined ? {} : { deleteLabel }),
});

function firstPage(module: Parameters<typeof requireOperation>[0]): Readonly<Record<string, number>> {
  const { paging } = requireOperation(module, 'list').data;
  return paging ? { [paging.offset]: 0, [paging.limit]: paging.max } : {};
}

interface CreateLinkProps {
  readonly family: FamilyRef;
  /** Why it leads nowhere now. */
  readonly disabledReason?: string | undefined;
}

/** To the form that makes a resource, over this list: what the list shows stays in the URL. */
export function CreateLink({ family, ...own }: CreateLinkProps) {
  const { text, module } = useFamily<FamilyRef>(family);
  const disabledReason = useLacking(family)('create') ?? own.disabledReason;
  const scope = useScope();
  const { search } = useLocation();
  const state = useFormOrigin();
  const { name } = requireOperation(module, 'create');
  const query = new URLSearchParams(search);
  const title = text.actions[name]?.title;
  const icon = <Plus aria-hidden="true" className="size-4" />;
  if (disabledReason !== undefined)
    return (
      <Button variant="primary" icon={icon} disabledReason={disabledReason}>
        {title}
      </Button>
    );
  if (scope.account) query.set('account', scope.account);
  query.set('region', scope.region);
  return (
    <Link to={{ pathname: paths.create(family, {}), search: query.toString() }} state={state} className={buttonClass('primary')}>
      {icon}
      {title}
    </Link>
  );
}
