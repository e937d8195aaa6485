import { ListFilter, X } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import type { AnyRow } from '../../lib/family.ts';
import { type Filters, facet } from '../../lib/table.ts';
import { useIsSmallScreen } from '../../lib/use-small-screen.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Popover } from '../../ui/popover.tsx';
import type { Column } from './column.ts';

interface FacetsProps {
  readonly rows: readonly AnyRow[];
  readonly columns: readonly Column<AnyRow>[];
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

/** The filters by value: a button each where there is room, one button for all where there is not. */
export function Facets({ rows, columns, filters, onFilters }: FacetsProps) {
  const t = useT();
  const narrow = useIsSmallScreen();
  const faceted = columns.filter((column) => column.facet);
  const chosen = (column: Column<AnyRow>): readonly string[] => filters[column.id] ?? [];
  const propsOf = (column: Column<AnyRow>): FacetFilterProps => ({
    rows,
    column,
    chosen: chosen(column),
    onChoose: (values) => onFilters({ ...filters, [column.id]: values }),
  });
  if (!narrow) return faceted.map((column) => <FacetFilter key={column.id} {...propsOf(column)} />);
  if (faceted.length === 0) return null;
  const active = faceted.reduce((sum, column) => sum + chosen(column).length, 0);
  return (
    <Popover
      label={t('kit.filters')}
      align="end"
      className="w-72 p-2"
      trigger={(trigger) => (
        <Button
          {...trigger}
          icon={<ListFilter aria-hidden="true" className="size-3.5 text-muted" />}
          className={active > 0 ? 'border-accent bg-accent-soft' : ''}
        >
          {t('kit.filters')}
          {active > 0 && <span className="font-normal">{active}</span>}
        </Button>
      )}
    >
      {() => (
        <div className="flex flex-col gap-2">
          {faceted.map((column) => (
            <section key={column.id}>
              <h3 className="px-1 text-muted text-xs">{column.header}</h3>
              <FacetValues {...propsOf(column)} />
            </section>
          ))}
        </div>
      )}
    </Popover>
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
                {chosen.length === 1 ? wordsOf(column, first, t('kit.noValue')) : t('kit.chosen', { n: chosen.length })}
              </span>
            )}
          </Button>
        )}
        className="w-64 p-2"
      >
        {() => <FacetValues rows={rows} column={column} chosen={chosen} onChoose={onChoose} />}
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

function FacetValues({ rows, column, chosen, onChoose }: FacetFilterProps) {
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
            label={<span className="min-w-0 truncate">{wordsOf(column, value, t('kit.noValue'))}</span>}
          />
          <span className="text-muted">{count}</span>
        </li>
      ))}
    </ul>
  );
}

const wordsOf = (column: Column<AnyRow>, value: string, none: string): string => {
  if (value === '') return none;
  return typeof column.facet === 'function' ? column.facet(value) : value;
};
