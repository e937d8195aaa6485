import { Columns3, Download, ListFilter, RefreshCw, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useFormats, useT } from '../../i18n/index.ts';
import type { AnyRow } from '../../lib/family.ts';
import { type Filters, facet } from '../../lib/table.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { SearchInput } from '../../ui/input.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import type { Column } from './column.ts';
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
  usePageKeys({ '/': () => box.current?.querySelector('input')?.focus() });
  return (
    <div ref={box} className="flex flex-wrap items-center gap-2">
      <SearchInput label={searchLabel} value={typed} onChange={onType} aria-keyshortcuts="/" className="min-w-48 max-w-96 flex-1" />
      {columns.map(
        (column) =>
          column.facet && (
            <FacetFilter
              key={column.id}
              rows={rows}
              column={column}
              chosen={filters[column.id] ?? []}
              onChoose={(values) => onFilters({ ...filters, [column.id]: values })}
            />
          ),
      )}
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

interface FacetFilterProps {
  readonly rows: readonly AnyRow[];
  readonly column: Column<AnyRow>;
  readonly chosen: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
}

/** Narrows the list by the values of one column. Counted when it is opened. */
function FacetFilter({ rows, column, chosen, onChoose }: FacetFilterProps) {
  const t = useT();
  const wordsOf = (value: string): string =>
    value === '' ? t('kit.noValue') : typeof column.facet === 'function' ? column.facet(value) : value;
  const [first] = chosen;
  return (
    <span className="inline-flex items-center">
      <Popover
        label={t('kit.filterBy', { column: column.header })}
        trigger={(trigger) => (
          <Button
            {...trigger}
            icon={<ListFilter aria-hidden="true" className="size-3.5 text-muted" />}
            className={chosen.length > 0 ? 'border-accent bg-accent-soft' : ''}
          >
            {column.header}
            {first !== undefined && (
              <span className="max-w-40 truncate font-normal">
                {chosen.length === 1 ? wordsOf(first) : t('kit.chosen', { n: chosen.length })}
              </span>
            )}
          </Button>
        )}
        className="w-64 p-2"
      >
        {() => <FacetValues rows={rows} column={column} chosen={chosen} onChoose={onChoose} wordsOf={wordsOf} />}
      </Popover>
      {first !== undefined && (
        <IconButton
          size="sm"
          label={t('kit.clearFilter', { column: column.header })}
          icon={<X aria-hidden="true" className="size-3.5" />}
          onClick={() => onChoose([])}
        />
      )}
    </span>
  );
}

function FacetValues({ rows, column, chosen, onChoose, wordsOf }: FacetFilterProps & { readonly wordsOf: (value: string) => string }) {
  const t = useT();
  const values = facet(rows, column);
  if (!values) return <p className="p-1 text-muted">{t('kit.tooManyValues')}</p>;
  return (
    <ul className="flex flex-col">
      {values.map(({ value, count }) => (
        <li key={value} className="flex items-center gap-2 rounded px-1 hover:bg-hover">
          <Checkbox
            className="min-h-7 flex-1"
            checked={chosen.includes(value)}
            onChange={(on) => onChoose(on ? [...chosen, value] : chosen.filter((other) => other !== value))}
            label={<span className="min-w-0 truncate">{wordsOf(value)}</span>}
          />
          <span className="text-muted">{count}</span>
        </li>
      ))}
    </ul>
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
