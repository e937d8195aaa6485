import { memo, type ReactNode } from 'react';
import type { AnyRow } from '../../lib/family.ts';
import { cx } from '../../ui/cx.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import type { Column } from './column.ts';
import { RowMenu } from './row-menu.tsx';

export interface RowProps {
  readonly row: AnyRow;
  readonly id: string;
  readonly name: string;
  readonly index: number;
  readonly columns: readonly Column<AnyRow>[];
  readonly selectable: boolean;
  readonly selected: boolean;
  readonly current: boolean;
  readonly selectLabel: string;
  readonly onToggle: (id: string, range: boolean) => void;
  readonly onCurrent: (index: number) => void;
  readonly actions: ((row: AnyRow) => readonly MenuItem[]) | undefined;
}

/** One row. Memoised: with thousands of rows only those that changed are drawn again. */
export const Row = memo(function Row(props: RowProps) {
  const { row, id, name, index, columns, selectable, selected, current, selectLabel, onToggle, onCurrent, actions } = props;
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
            aria-label={selectLabel}
            title={name || id}
            tabIndex={-1}
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
          <RowMenu key={id} name={name || id} row={row} actions={actions} />
        </td>
      )}
    </tr>
  );
});

function cell(column: Column<AnyRow>, row: AnyRow, className: string | undefined): ReactNode {
  const { id, align } = column;
  if (column.render) {
    return (
      <td key={id} data-align={align} className={className}>
        {column.render(row)}
      </td>
    );
  }
  const value = column.value(row);
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
