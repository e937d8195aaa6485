import type { FamilyRef } from '../../../catalogue/define.ts';
import type { RowOf } from '../../../catalogue/row-of.ts';
import { isServerLost } from '../../api/api-error.ts';
import { useT } from '../../i18n/index.ts';
import { type AnyRow, idOf } from '../../lib/family.ts';
import { pageSizes } from '../../lib/list-state.ts';
import { Notice } from '../../ui/status.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ListContext, type ResourceListProps, useListState, useThisList } from './list-state.ts';
import { Pages } from './pages.tsx';
import { ResourceTable } from './table.tsx';
import { ListToolbar } from './toolbar.tsx';

/** A family's resources: searched, sorted, narrowed, chosen, exported; all of it in the URL. */
export function ResourceList<F extends FamilyRef>(props: ResourceListProps<RowOf<F>> & { readonly family: F }) {
  return <List {...props} />;
}

function List(props: ResourceListProps<AnyRow>) {
  const state = useListState(props);
  const { found, page, size, change, showPages } = state;
  return (
    <ListContext value={state}>
      <div className="flex min-h-0 flex-col gap-3">
        <ListToolbar />
        <Troubles />
        <Chosen />
        <ResourceTable />
        {found.length > pageSizes[0] && (
          <Pages page={page} size={size} total={found.length} onPage={(next) => change({ page: next })} onSize={showPages} />
        )}
      </div>
    </ListContext>
  );
}

/** What is wrong with the rows that stand below. */
function Troubles() {
  const t = useT();
  const { list, all } = useThisList();
  return (
    <>
      {list.error && all.length > 0 && !isServerLost(list.error) && (
        <ErrorPlace error={list.error} title={t('kit.refreshFailed')} onRetry={list.refresh} />
      )}
      {!list.consistent && <Notice meaning="warning" title={t('kit.inconsistent')} />}
      {list.unreadable.length > 0 && <Notice meaning="warning" title={t('kit.unreadable.rows', { n: list.unreadable.length })} />}
    </>
  );
}

/** What can be done with the rows that are chosen, while any are. */
function Chosen() {
  const { list, module, selectable, selection, viewIds, bulk, onDelete, deleteLabel, deleteBarred } = useThisList();
  if (!selectable || selection.ids.size === 0) return null;
  const selected = (): AnyRow[] => list.rows.filter((row) => selection.ids.has(idOf(module, row)));
  return (
    <BulkBar
      selected={selection.ids.size}
      hidden={selection.ids.size - viewIds.filter((id) => selection.ids.has(id)).length}
      onClear={selection.clear}
      actions={bulk.map((action) => ({
        ...action,
        disabledReason: action.disabledReason?.(selected()),
        run: () => action.run(selected()),
      }))}
      onDelete={onDelete && (() => onDelete(selected()))}
      deleteLabel={deleteLabel}
      deleteBarred={deleteBarred}
    />
  );
}
