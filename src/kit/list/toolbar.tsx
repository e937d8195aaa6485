import { Columns3, Download, RefreshCw } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useFormats, useT } from '../../i18n/index.ts';
import type { AnyRow } from '../../lib/family.ts';
import type { Filters } from '../../lib/table.ts';
import { useNow } from '../../lib/use-now.ts';
import { IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { SearchInput } from '../../ui/input.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import type { Column } from './column.ts';
import { Facets } from './facets.tsx';
import { usePageKeys } from './keys.ts';

interface ToolbarProps {
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly searchLabel: string;
  readonly rows: readonly AnyRow[];
  readonly columns: readonly Column<AnyRow>[];
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
  readonly shown: readonly string[];
  readonly onShown: (ids: readonly string[]) => void;
  readonly onExport: (as: 'csv' | 'json') => void;
  readonly at: number;
  readonly refreshing: boolean;
  readonly onRefresh: () => void;
  /** How many rows there are and how many of them are shown. */
  readonly count: ReactNode;
  readonly beside?: ReactNode;
}

export function Toolbar(props: ToolbarProps) {
  const { typed, onType, searchLabel, rows, columns, filters, onFilters, shown, onShown, onExport } = props;
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  usePageKeys({ search: () => box.current?.querySelector('input')?.focus() });
  return (
    <div ref={box} className="flex flex-wrap items-center gap-2">
      <SearchInput label={searchLabel} value={typed} onChange={onType} aria-keyshortcuts="/" className="min-w-48 max-w-96 flex-1" />
      <Facets rows={rows} columns={columns} filters={filters} onFilters={onFilters} />
      <span className="flex-1" />
      <span className="text-muted" aria-live="polite">
        {props.count}
      </span>
      <div className="flex items-center gap-1">
        <ColumnChoice columns={columns} shown={shown} onShown={onShown} />
        <Menu
          label={t('kit.export')}
          items={[
            { key: 'csv', label: t('kit.exportCsv'), onSelect: () => onExport('csv') },
            { key: 'json', label: t('kit.exportJson'), onSelect: () => onExport('json') },
          ]}
          trigger={(trigger) => (
            <IconButton {...trigger} label={t('kit.export')} icon={<Download aria-hidden="true" className="size-4" />} />
          )}
        />
        <Refresh at={props.at} refreshing={props.refreshing} onRefresh={props.onRefresh} />
      </div>
      {props.beside}
    </div>
  );
}

/** Which columns are shown; the first, which names the resource, always is. */
function ColumnChoice({ columns, shown, onShown }: Pick<ToolbarProps, 'columns' | 'shown' | 'onShown'>) {
  const t = useT();
  return (
    <Popover
      label={t('kit.columns')}
      align="end"
      trigger={(trigger) => <IconButton {...trigger} label={t('kit.columns')} icon={<Columns3 aria-hidden="true" className="size-4" />} />}
      className="w-64 p-2"
    >
      {() => (
        <ul>
          {columns.slice(1).map((column) => (
            <li key={column.id} className="flex items-center gap-2 rounded px-1 hover:bg-hover">
              <Checkbox
                className="min-h-7 flex-1"
                checked={shown.includes(column.id)}
                // The table's own order is kept, whatever the order of choosing.
                onChange={(on) => onShown(columns.map(({ id }) => id).filter((id) => (id === column.id ? on : shown.includes(id))))}
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
