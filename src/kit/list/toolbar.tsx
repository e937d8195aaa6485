import { Columns3, Download, RefreshCw } from 'lucide-react';
import { useRef } from 'react';
import { useFormats, useT } from '../../i18n/index.ts';
import { useNow } from '../../lib/use-now.ts';
import { IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { SearchInput } from '../../ui/input.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Facets } from './facets.tsx';
import { usePageKeys } from './keys.ts';
import { useExport, useThisList } from './list-state.ts';

/** Above the table: what is searched, narrowed, shown and exported of it, and how old it is. */
export function ListToolbar() {
  const t = useT();
  const { typed, type, text, all, data, view, change, list, beside } = useThisList();
  const exportAs = useExport();
  const box = useRef<HTMLDivElement>(null);
  usePageKeys({ search: () => box.current?.querySelector('input')?.focus() });
  return (
    <div ref={box} className="flex flex-wrap items-center gap-2">
      <SearchInput
        label={t('kit.searchIn', { what: text.many })}
        value={typed}
        onChange={type}
        aria-keyshortcuts="/"
        className="min-w-48 max-w-96 flex-1"
      />
      <Facets rows={all} columns={data} filters={view.filters} onFilters={(filters) => change({ filters })} />
      <span className="flex-1" />
      <span className="text-muted" aria-live="polite">
        <Count />
      </span>
      <div className="flex items-center gap-1">
        <ColumnChoice />
        <Menu
          label={t('kit.export')}
          items={[
            { key: 'csv', label: t('kit.exportCsv'), onSelect: () => void exportAs('csv') },
            { key: 'json', label: t('kit.exportJson'), onSelect: () => void exportAs('json') },
          ]}
          trigger={(trigger) => (
            <IconButton {...trigger} label={t('kit.export')} icon={<Download aria-hidden="true" className="size-4" />} />
          )}
        />
        <Refresh at={list.at} refreshing={list.refreshing && !list.loading} onRefresh={list.refresh} />
      </div>
      {beside}
    </div>
  );
}

/** How many rows there are, and how many of them are shown. */
function Count() {
  const t = useT();
  const { list, found, isNarrowed } = useThisList();
  const n = list.rows.length + list.unreadable.length;
  if (list.loading || (list.error && n === 0)) return null;
  if (!list.complete) return t('kit.arriving', { n, total: list.total });
  return isNarrowed ? t('kit.shownOf', { n: found.length, total: n }) : t('kit.rows', { n });
}

/** Which columns are shown; the first, which names the resource, always is. */
function ColumnChoice() {
  const t = useT();
  const { data, shownIds, showColumns } = useThisList();
  return (
    <Popover
      label={t('kit.columns')}
      align="end"
      trigger={(trigger) => <IconButton {...trigger} label={t('kit.columns')} icon={<Columns3 aria-hidden="true" className="size-4" />} />}
      className="w-64 p-2"
    >
      {() => (
        <ul>
          {data.slice(1).map((column) => (
            <li key={column.id} className="flex items-center gap-2 rounded px-1 hover:bg-hover">
              <Checkbox
                className="min-h-7 flex-1"
                checked={shownIds.includes(column.id)}
                // The table's own order is kept, whatever the order of choosing.
                onChange={(on) => showColumns(data.map(({ id }) => id).filter((id) => (id === column.id ? on : shownIds.includes(id))))}
                label={column.header}
              />
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}

interface RefreshProps {
  readonly at: number;
  readonly refreshing: boolean;
  readonly onRefresh: () => void;
}

/** Asks again; beside it, how old what is shown is. */
export function Refresh({ at, refreshing, onRefresh }: RefreshProps) {
  const t = useT();
  return (
    <>
      <IconButton
        label={t('kit.refresh')}
        pending={refreshing}
        icon={<RefreshCw aria-hidden="true" className="size-4" />}
        onClick={onRefresh}
      />
      {at > 0 && <Age at={at} />}
    </>
  );
}

function Age({ at }: { readonly at: number }) {
  const formats = useFormats();
  const now = useNow(1_000);
  // Clocks of the query and of the page may differ by a tick: never "in 0 seconds".
  return (
    <span className="whitespace-nowrap text-muted text-xs max-sm:sr-only">
      {formats.relative(new Date(Math.min(at, now)), new Date(now))}
    </span>
  );
}
