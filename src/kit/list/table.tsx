import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { type AnyRow, idOf, requireOperation, rowFields } from '../../lib/family.ts';
import { nextSort } from '../../lib/list-state.ts';
import { useScope } from '../../lib/scope.ts';
import { unreadableOf } from '../../lib/unreadable.ts';
import { useIsSmallScreen } from '../../lib/use-small-screen.ts';
import { paths } from '../../paths.ts';
import { Checkbox } from '../../ui/choice.tsx';
import { SkeletonRows } from '../../ui/spinner.tsx';
import { columnWidth } from './column.ts';
import { EmptyList } from './empty-list.tsx';
import { usePageKeys, useRowKeys } from './keys.ts';
import { useThisList } from './list-state.ts';
import { LongRows } from './long-rows.tsx';
import { Row } from './row.tsx';

/** Above this many rows only those in sight are drawn. */
const virtualAbove = 300;
const nameWidth = { wide: 240, narrow: 160 };
const edgeWidth = 38;

/** The table itself: its rows, or in their place why there are none. */
export function ResourceTable() {
  const { module, text, list, found, inView, printing, shown: columns, selectable, selection: chosen, rowActions: actions } = useThisList();
  const rows = printing ? found : inView;
  const selection = selectable ? chosen : undefined;
  const { loading } = list;
  const navigate = useNavigate();
  const scope = useScope();
  const narrow = useIsSmallScreen();
  const scroller = useRef<HTMLDivElement>(null);
  const fields = useMemo(() => rowFields(requireOperation(module, 'list').data), [module]);
  const idAt = (index: number): string => (rows[index] ? idOf(module, rows[index]) : '');
  const keys = useRowKeys({
    count: rows.length,
    page: () => rowsInSight(scroller.current),
    scroller,
    open: (index) => openable(rows[index]) && navigate(paths.detail(module.data.family, idAt(index), scope)),
    toggle: (index, range) => rows[index] && !unreadableOf(rows[index]) && selection?.toggle(idAt(index), range),
  });
  usePageKeys({ rows: () => focusRow(scroller.current) });

  // Rows are memoised: what they call must stay the same while what it does changes.
  const toggle = useRef(selection?.toggle);
  useLayoutEffect(() => {
    toggle.current = selection?.toggle;
  });
  const onToggle = useCallback((id: string, range: boolean) => toggle.current?.(id, range), []);

  const { setCurrent: onCurrent } = keys;
  const chosenFrom = selection !== undefined;
  const shared = useMemo(
    () => ({ module, columns, selectable: chosenFrom, onToggle, onCurrent, actions, fields }),
    [module, columns, chosenFrom, onToggle, onCurrent, actions, fields],
  );

  const row = (index: number, key?: string): ReactNode => {
    const data = rows[index];
    if (!data) return null;
    const id = idOf(module, data);
    return (
      <Row
        key={key ?? id}
        shared={shared}
        row={data}
        index={index}
        selected={selection?.ids.has(id) ?? false}
        current={index === keys.current}
      />
    );
  };
  const virtual = rows.length > virtualAbove && !printing;
  const cells = columns.length + (selection ? 1 : 0) + (actions ? 1 : 0);
  const width = columns.slice(1).reduce((sum, column) => sum + columnWidth(column), 0) + (cells - columns.length) * edgeWidth;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the row that has the focus
    <div ref={scroller} className="table-scroll @container min-h-0" onKeyDown={keys.onKeyDown}>
      <table
        aria-label={text.many}
        aria-rowcount={loading ? -1 : rows.length + 1}
        aria-busy={loading || undefined}
        className="grid-table resource-list"
        style={{ minWidth: width + (narrow ? nameWidth.narrow : nameWidth.wide) }}
      >
        <Columns narrow={narrow} />
        <Head rows={rows} />
        <tbody>
          {loading && <SkeletonRows rows={8} columns={cells} />}
          {!loading && !virtual && rows.map((_, index) => row(index))}
          {!loading && virtual && (
            <LongRows count={rows.length} scroller={scroller} columns={cells} current={keys.current} onDrawn={keys.onDrawn}>
              {row}
            </LongRows>
          )}
          {!loading && rows.length === 0 && (
            <tr className="bare">
              <td colSpan={cells}>
                {/* As wide as what is seen of the table, which may be wider. */}
                <div className="sticky left-4 w-[calc(100cqw-2rem)] whitespace-normal">
                  <EmptyList />
                </div>
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

/** A row that tells no id has no page. */
const openable = (row: AnyRow | undefined): boolean => row !== undefined && unreadableOf(row)?.id !== '';

/** How many rows Page Up and Page Down pass: two fewer than are in sight. */
const rowsInSight = (scroller: HTMLElement | null): number => {
  const row = scroller?.querySelector('tbody tr[data-row]')?.clientHeight;
  return scroller && row ? Math.max(1, Math.floor(scroller.clientHeight / row) - 2) : 1;
};

const focusRow = (scroller: HTMLElement | null): void => scroller?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();

function Columns({ narrow }: { readonly narrow: boolean }) {
  const { shown: columns, selectable, rowActions } = useThisList();
  return (
    <colgroup>
      {selectable && <col style={{ width: edgeWidth }} />}
      {columns.map((column, index) => (
        <col key={column.id} style={index === 0 ? (narrow ? { width: nameWidth.narrow } : {}) : { width: columnWidth(column) }} />
      ))}
      {rowActions && <col style={{ width: edgeWidth }} />}
    </colgroup>
  );
}

function Head({ rows }: { readonly rows: readonly AnyRow[] }) {
  const t = useT();
  const { module, shown: columns, view, change, selectable, selection: chosenRows, rowActions } = useThisList();
  const { sort } = view;
  const selection = selectable ? chosenRows : undefined;
  const choosable = rows.filter((row) => !unreadableOf(row));
  const chosen = selection ? choosable.filter((row) => selection.ids.has(idOf(module, row))).length : 0;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection && (
          <th scope="col" className="tick">
            <Checkbox
              aria-label={t('kit.selectAll')}
              checked={choosable.length > 0 && chosen === choosable.length}
              mixed={chosen > 0 && chosen < choosable.length}
              onChange={selection.all}
            />
          </th>
        )}
        {columns.map((column, index) => (
          <th
            key={column.id}
            scope="col"
            data-align={column.align}
            aria-sort={sort?.id === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined}
            className={index === 0 ? 'stick' : undefined}
          >
            <button
              type="button"
              onClick={() => change({ sort: nextSort(sort, column.id) })}
              title={column.id}
              className="quick -mx-1 inline-flex h-6 max-w-full items-center gap-1 rounded px-1 hover:bg-hover hover:text-text"
            >
              <span className="truncate">{column.header}</span>
              {sort?.id === column.id && <SortMark descending={sort.descending} />}
            </button>
          </th>
        ))}
        {rowActions && (
          <th scope="col" className="tick last">
            <span className="sr-only">{t('kit.actions')}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

const SortMark = ({ descending }: { readonly descending: boolean }) => {
  const Arrow = descending ? ArrowDown : ArrowUp;
  return <Arrow aria-hidden="true" className="size-3.5 shrink-0" />;
};
