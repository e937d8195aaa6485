import { type MouseEvent, memo } from 'react';
import type { AnyRow } from '../../lib/family.ts';
import { Checkbox } from '../../ui/choice.tsx';
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
          <Checkbox
            aria-label={selectLabel}
            title={name || id}
            tabIndex={-1}
            checked={selected}
            // The range is asked for with Shift, which only the click knows.
            onClick={(event: MouseEvent) => onToggle(id, event.shiftKey)}
            onChange={() => undefined}
          />
        </td>
      )}
      {columns.map((column, at) => (
        <td key={column.id} data-align={column.align} className={cx(at === 0 && 'stick', column.mono && 'font-mono')}>
          {cell(column, row)}
        </td>
      ))}
      {actions && (
        <td className="tick last">
          <RowMenu name={name || id} row={row} actions={actions} />
        </td>
      )}
    </tr>
  );
});

function cell(column: Column<AnyRow>, row: AnyRow) {
  if (column.render) return column.render(row);
  const value = column.value(row);
  if (value === null || value === undefined || value === '') return <span className="text-muted">–</span>;
  return typeof value === 'string' ? <bdi title={value}>{value}</bdi> : String(value);
}
