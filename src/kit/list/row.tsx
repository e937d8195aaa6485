import { memo, type ReactNode, Suspense } from 'react';
import type { Fields } from '../../../catalogue/define.ts';
import type { FamilyModule } from '../../../catalogue/lazy.ts';
import { useT } from '../../i18n/index.ts';
import { type AnyRow, idOf, nameOf } from '../../lib/family.ts';
import { part } from '../../lib/part.tsx';
import type { Value } from '../../lib/table.ts';
import { type UnreadableRow, unreadableOf } from '../../lib/unreadable.ts';
import { cx } from '../../ui/cx.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { PartBoundary, UnreadableValue } from '../unreadable.tsx';
import type { Column } from './column.ts';
import { RowMenu } from './row-menu.tsx';

// Hardly ever needed.
const UnreadableMore = part(async () => (await import('../unreadable-row.tsx')).UnreadableButton);

const UnreadableButton = (props: { readonly odd: UnreadableRow; readonly fields: Fields }) => (
  <Suspense>
    <UnreadableMore {...props} />
  </Suspense>
);

/** What the rows of a list share. It stays the same object while rows are chosen and walked through. */
interface RowsShared {
  readonly module: FamilyModule;
  readonly columns: readonly Column<AnyRow>[];
  readonly selectable: boolean;
  readonly onToggle: (id: string, range: boolean) => void;
  readonly onCurrent: (index: number) => void;
  readonly actions: ((row: AnyRow) => readonly MenuItem[]) | undefined;
  /** Of the family's rows: which of them are secrets. */
  readonly fields: Fields;
}

interface RowProps {
  readonly shared: RowsShared;
  readonly row: AnyRow;
  readonly index: number;
  readonly selected: boolean;
  readonly current: boolean;
}

/** One row, whose failure stays in it. Memoised: with thousands of rows only those that changed are drawn again. */
export const Row = memo(function Row(props: RowProps) {
  return (
    <PartBoundary resetKey={props.row} instead={<FailedRow {...props} />}>
      <Cells {...props} />
    </PartBoundary>
  );
});

function Cells({ shared, row, index, selected, current }: RowProps) {
  const { module, columns, selectable, onToggle, onCurrent, actions, fields } = shared;
  const t = useT();
  const [id, name] = [idOf(module, row), nameOf(module, row)];
  const odd = unreadableOf(row);
  return (
    <tr
      data-row={index}
      data-id={id}
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      tabIndex={current ? 0 : -1}
      onFocus={() => onCurrent(index)}
    >
      {selectable && (
        <td className="tick">
          <input
            type="checkbox"
            aria-label={t('kit.selectRow', { name: name || id })}
            title={name || id}
            tabIndex={-1}
            // Nothing is done with many rows at once to one that nobody can read.
            disabled={odd !== undefined}
            checked={selected}
            // The range is asked for with Shift, which only the click knows.
            onClick={(event) => onToggle(id, event.shiftKey)}
            onChange={() => undefined}
            className="tickbox glyph-check"
          />
        </td>
      )}
      {columns.map((column, at) =>
        // A function, not a component: ten more of those in each row would be felt while scrolling.
        cell(column, row, at === 0 ? 'stick' : column.mono ? 'font-mono' : undefined),
      )}
      {actions && (
        <td className="tick last">
          {odd ? <UnreadableButton odd={odd} fields={fields} /> : <RowMenu key={id} name={name || id} row={row} actions={actions} />}
        </td>
      )}
    </tr>
  );
}

/** A row that came as the catalogue says, and that a column nevertheless fell over: its id, and what came. */
function FailedRow({ shared, row, index }: RowProps) {
  const { module, columns, selectable, actions, fields } = shared;
  const [id, name] = [idOf(module, row), nameOf(module, row)];
  const odd: UnreadableRow = unreadableOf(row) ?? { id, name, key: id, problems: [{ path: '', issue: 'type' }], raw: row, sent: row, row };
  return (
    <tr data-row={index} data-id={id} aria-rowindex={index + 2} tabIndex={-1}>
      {selectable && <td className="tick" />}
      <td className="stick">{name || id}</td>
      <td colSpan={columns.length - 1}>
        <UnreadableValue />
      </td>
      {actions && (
        <td className="tick last">
          <UnreadableButton odd={odd} fields={fields} />
        </td>
      )}
    </tr>
  );
}

/** What a column draws or says of a row; of one that it cannot read, that it cannot. */
function drawn(column: Column<AnyRow>, row: AnyRow): { readonly content: ReactNode } | { readonly value: Value } {
  try {
    if (!column.render) return { value: column.value(row) };
    const content = column.render(row);
    if (content === null || content === undefined || content === false || content === '') return { value: null };
    // Components read the row only when they are drawn.
    return { content: unreadableOf(row) ? <Guarded row={row}>{content}</Guarded> : content };
  } catch {
    return { content: <UnreadableValue /> };
  }
}

const Guarded = ({ row, children }: { readonly row: AnyRow; readonly children: ReactNode }) => (
  <PartBoundary resetKey={row} instead={<UnreadableValue />}>
    {children}
  </PartBoundary>
);

function cell(column: Column<AnyRow>, row: AnyRow, className: string | undefined): ReactNode {
  const { id, align } = column;
  const told = drawn(column, row);
  if ('content' in told) {
    return (
      <td key={id} data-align={align} className={className}>
        {told.content}
      </td>
    );
  }
  const { value } = told;
  const missing = value === null || value === undefined || value === '';
  // Plain text stands in the cell itself: an element less in each.
  return (
    <td
      key={id}
      data-align={align}
      className={missing ? cx(className, 'text-muted') : className}
      title={typeof value === 'string' && !missing ? value : undefined}
    >
      {missing ? '–' : String(value)}
    </td>
  );
}
