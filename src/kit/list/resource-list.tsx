import { type ReactNode, useMemo } from 'react';
import type { FamilyRef } from '../../../catalogue/define.ts';
import type { RowOf } from '../../../catalogue/row-of.ts';
import { isRecord } from '../../../catalogue/values.ts';
import { isServerLost } from '../../api/api-error.ts';
import type { ListState } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { covered } from '../../lib/covered.ts';
import type { FileColumn } from '../../lib/export.ts';
import { type AnyRow, idOf, nameOf, requireOperation, rowFields } from '../../lib/family.ts';
import { nextSort, pageSizes } from '../../lib/list-state.ts';
import { useScope } from '../../lib/scope.ts';
import { unreadableOf } from '../../lib/unreadable.ts';
import { usePrinting } from '../../lib/use-printing.ts';
import { rememberColumns, rememberPageSize } from '../../stores/preferences.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { Notice } from '../../ui/status.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { ResourceName } from '../resource-name.tsx';
import { UnreadableMark } from '../unreadable.tsx';
import { useFamily } from '../words.ts';
import { type BulkAction, BulkBar } from './bulk-bar.tsx';
import { type Column, fileColumns } from './column.ts';
import { EmptyList, type EmptyWords } from './empty-list.tsx';
import { Pages } from './pages.tsx';
import { exportColumns, safeColumns } from './safe.ts';
import { useSelection } from './selection.ts';
import { ResourceTable } from './table.tsx';
import { Toolbar } from './toolbar.tsx';
import { useRows } from './use-rows.ts';
import { useView } from './use-view.ts';

export interface ResourceListProps<R extends AnyRow> {
  readonly family: FamilyRef;
  readonly list: ListState<R>;
  /** After the name, which the kit makes. A stable array. */
  readonly columns: readonly Column<R>[];
  /** A short fact beside a row's name. Stable. */
  mark?(row: R): ReactNode;
  rowActions?(row: R): readonly MenuItem[];
  /** Asks for the deletion of the chosen rows. */
  onDelete?(rows: readonly R[]): unknown;
  /** Instead of "Delete", where this family's deletion has another name. */
  readonly deleteLabel?: string;
  /** What else can be done with the chosen rows. With neither, nothing can be chosen. */
  readonly bulk?: readonly BulkAction<R>[];
  readonly empty: EmptyWords;
  /** Tells lists of one family apart in what is remembered (a VPC's subnets, all subnets). */
  readonly variant?: string;
  /** Buttons beside the search, where no page heading has them. */
  readonly beside?: ReactNode;
}

/** A family's resources: searched, sorted, narrowed, chosen, exported; all of it in the URL. */
export function ResourceList<F extends FamilyRef>(props: ResourceListProps<RowOf<F>> & { readonly family: F }) {
  return <List {...props} />;
}

function useColumns(
  family: FamilyRef,
  own: readonly Column<AnyRow>[],
  mark: ((row: AnyRow) => ReactNode) | undefined,
): readonly Column<AnyRow>[] {
  const { module, label } = useFamily(family);
  return useMemo(() => {
    const name: Column<AnyRow> = {
      id: module.data.name ?? module.data.id,
      header: label(module.data.name ?? module.data.id),
      value: (row) => nameOf(module, row) || idOf(module, row),
      searchText: (row) => idOf(module, row),
      exportAs: [
        ...(module.data.name === undefined ? [] : [{ header: label(module.data.name), value: (row: AnyRow) => nameOf(module, row) }]),
        { header: label(module.data.id), value: (row) => idOf(module, row) },
      ],
      render: (row) => {
        const odd = unreadableOf(row);
        return (
          <ResourceName
            family={family}
            id={odd ? odd.id : idOf(module, row)}
            name={nameOf(module, row)}
            nameless={module.data.name === undefined}
            mark={odd ? <UnreadableMark /> : mark?.(row)}
          />
        );
      },
    };
    return [name, ...own];
  }, [module, label, family, own, mark]);
}

/** The parts of a list put together. Long because it only hands things on. */
function List({
  family,
  list,
  columns: own,
  mark,
  rowActions,
  onDelete,
  deleteLabel,
  bulk = [],
  empty,
  variant,
  beside,
}: ResourceListProps<AnyRow>) {
  const t = useT();
  const { module, text } = useFamily(family);
  const scope = useScope();
  const columns = useColumns(family, own, mark);
  const { view, typed, type, change } = useView();
  const memory = variant ? `${family}.${variant}` : family;
  const printing = usePrinting();
  const { rows: good, unreadable } = list;
  const all = useMemo(() => (unreadable.length === 0 ? good : [...good, ...unreadable.map(({ row }) => row)]), [good, unreadable]);
  const data = useMemo(() => safeColumns(columns), [columns]);
  const { shownIds, shown, found, inView, page, size, isNarrowed } = useRows(all, columns, data, view, memory);
  const known = useMemo(() => new Set(list.rows.map((row) => idOf(module, row))), [list.rows, module]);
  // What cannot be read cannot be chosen.
  const viewIds = useMemo(() => inView.flatMap((row) => (unreadableOf(row) ? [] : [idOf(module, row)])), [inView, module]);
  const selection = useSelection(known, viewIds);

  const selectable = onDelete !== undefined || bulk.length > 0;
  const selected = (): AnyRow[] => list.rows.filter((row) => selection.ids.has(idOf(module, row)));

  const exportAs = (as: 'csv' | 'json'): Promise<void> => {
    const rows = selection.ids.size > 0 ? found.filter((row) => selection.ids.has(idOf(module, row))) : found;
    // A file lies around longer than a page: secrets do not get into one.
    const fields = rowFields(requireOperation(module, 'list').data);
    const raws = rows.map((row) => {
      const raw = unreadableOf(row)?.raw ?? row;
      return isRecord(raw) ? covered(fields, raw, '') : raw;
    });
    const bare = rows.map((row) => (unreadableOf(row) ? row : covered(fields, row, '')));
    return exportRows(`${family}-${scope.region}`, as, bare, raws, exportColumns(fileColumns(shown), t('kit.unreadable.value')));
  };

  return (
    <div className="flex min-h-0 flex-col gap-3">
      <Toolbar
        typed={typed}
        onType={type}
        searchLabel={t('kit.searchIn', { what: text.many })}
        rows={all}
        columns={data}
        filters={view.filters}
        onFilters={(filters) => change({ filters })}
        shown={shownIds}
        onShown={(ids) => {
          rememberColumns(memory, ids);
          change({ columns: ids });
        }}
        onExport={(as) => void exportAs(as)}
        at={list.at}
        refreshing={list.refreshing && !list.loading}
        onRefresh={list.refresh}
        beside={beside}
        count={<Count list={list} shown={found.length} narrowed={isNarrowed} />}
      />
      {list.error && all.length > 0 && !isServerLost(list.error) && (
        <ErrorPlace error={list.error} title={t('kit.refreshFailed')} onRetry={list.refresh} />
      )}
      {!list.consistent && <Notice meaning="warning" title={t('kit.inconsistent')} />}
      {unreadable.length > 0 && <Notice meaning="warning" title={t('kit.unreadable.rows', { n: unreadable.length })} />}
      {selectable && selection.ids.size > 0 && (
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
        />
      )}
      <ResourceTable
        label={text.many}
        module={module}
        rows={printing ? found : inView}
        whole={printing}
        columns={shown}
        sort={view.sort}
        onSort={(id) => change({ sort: nextSort(view.sort, id) })}
        selection={selectable ? selection : undefined}
        actions={rowActions}
        loading={list.loading}
        instead={
          <EmptyList
            list={list}
            what={text.many}
            narrowed={isNarrowed}
            empty={empty}
            onClear={() => {
              type('');
              change({ query: '', filters: {} });
            }}
          />
        }
      />
      {found.length > pageSizes[0] && (
        <Pages
          page={page}
          size={size}
          total={found.length}
          onPage={(next) => change({ page: next })}
          onSize={(next) => {
            rememberPageSize(memory, next);
            change({ size: next });
          }}
        />
      )}
    </div>
  );
}

/** How many rows there are, and how many of them are shown. */
function Count({ list, shown, narrowed }: { readonly list: ListState<AnyRow>; readonly shown: number; readonly narrowed: boolean }) {
  const t = useT();
  const n = list.rows.length + list.unreadable.length;
  if (list.loading || (list.error && n === 0)) return null;
  if (!list.complete) return t('kit.arriving', { n, total: list.total });
  return narrowed ? t('kit.shownOf', { n: shown, total: n }) : t('kit.rows', { n });
}

async function exportRows(
  stem: string,
  as: 'csv' | 'json',
  rows: readonly AnyRow[],
  raws: readonly unknown[],
  columns: readonly FileColumn<AnyRow>[],
): Promise<void> {
  const [{ download }, { toCsv, toJson }] = await Promise.all([import('../../lib/download.ts'), import('../../lib/export.ts')]);
  if (as === 'json') download(`${stem}.json`, 'application/json', toJson(raws));
  else download(`${stem}.csv`, 'text/csv', toCsv(rows, columns));
}
