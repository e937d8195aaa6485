/** What happens in the cells of the grid: going from cell to cell, choosing rows, taking over what was written. */
import { type ClipboardEvent, type PointerEvent, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { rowEdits } from '../../../network/rule-sets/draft.ts';
import { isCarried, isKnown } from '../../../network/rule-sets/rule-set.ts';
import { useLatest } from '../../lib/use-latest.ts';
import type { VirtualRows } from '../../ui/use-virtual.ts';
import type { CellExit } from './cell-editor.tsx';
import { type ActiveCell, columns, type EditingState } from './editing.ts';
import type { RowActions } from './grid-row.tsx';

/** The focus follows the active cell: brings its row into sight, and focuses the cell once it is drawn. */
export function useGo({ active, shown, activate }: EditingState, scroller: RefObject<HTMLElement | null>, reveal: VirtualRows['reveal']) {
  const isWanted = useRef(false);
  useEffect(() => {
    if (!isWanted.current || !active) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`tr[data-row="${active.id}"] [data-col="${active.column}"]`);
    const at = shown.findIndex(({ id }) => id === active.id);
    if (at >= 0) reveal(at);
    if (!cell && !active.edit) return;
    isWanted.current = false;
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  const latest = useLatest(shown);
  useEffect(() => {
    const at = active?.edit ? latest.current.findIndex(({ id }) => id === active.id) : -1;
    if (at >= 0) reveal(at);
  }, [active, latest, reveal]);
  return useCallback(
    (to: ActiveCell): void => {
      isWanted.current = true;
      activate(to);
    },
    [activate],
  );
}

/** The cell that is next when one leaves a cell that was written in. */
function cellAfter({ id, column }: ActiveCell, leaving: CellExit, shown: EditingState['shown']): ActiveCell {
  const at = shown.findIndex((row) => row.id === id);
  const place = columns.indexOf(column);
  const step = leaving === 'next' ? 1 : leaving === 'previous' ? -1 : 0;
  return {
    id: leaving === 'down' ? (shown[Math.min(at + 1, shown.length - 1)]?.id ?? id) : id,
    column: columns[place + step] ?? column,
    edit: null,
  };
}

/** What rows ask for. The same object as long as the grid lives, so that rows are drawn again only when they change. */
export function useRowActions(
  editing: EditingState,
  go: (to: ActiveCell) => void,
  grab: (event: PointerEvent<HTMLElement>, id: string) => void,
): RowActions {
  const latest = useLatest(editing);
  return useMemo((): RowActions => {
    const toggleAction = (id: string): void =>
      latest.current.change((all) => {
        const row = all.find((one) => one.id === id);
        return row && isKnown(row.rule) ? rowEdits.edit(all, id, { action: row.rule.action === 'ACCEPT' ? 'DROP' : 'ACCEPT' }) : all;
      });
    const rangeTo = (id: string, from: ActiveCell): string[] => {
      const { shown } = latest.current;
      const [a = 0, b = 0] = [from.id, id].map((end) => shown.findIndex((row) => row.id === end)).sort((x, y) => x - y);
      return shown.slice(a, b + 1).map((row) => row.id);
    };
    return {
      focus: (id, column, edit) => {
        if (edit && column === 'action') toggleAction(id);
        const isLocked = latest.current.rows.some((row) => row.id === id && isCarried(row.rule));
        go({ id, column, edit: edit && !isLocked && column !== 'action' ? { seed: null } : null });
      },
      select: (id, how) => {
        const { selected, select, active } = latest.current;
        const next = new Set(selected);
        if (how === 'range' && active) for (const one of rangeTo(id, active)) next.add(one);
        else if (!next.delete(id)) next.add(id);
        select(next);
      },
      type: (id, rule) => latest.current.typing(id, rule),
      commit: (id, edit, leaving) => {
        const { change, active, activate, shown } = latest.current;
        change((all) => rowEdits.edit(all, id, edit));
        if (active?.id !== id) return;
        if (leaving === 'stay') activate({ ...active, edit: null });
        else go(cellAfter(active, leaving, shown));
      },
      cancel: (leaving = 'stay') => {
        const { active, typing, shown } = latest.current;
        if (!active) return;
        typing(active.id, null);
        go(cellAfter(active, leaving, shown));
      },
      grab,
    };
  }, [latest, go, grab]);
}

/** Copies, cuts and pastes rows while no cell is written in. */
export function useClipboard({ active, copied, remove, paste }: EditingState, chosen: () => ReadonlySet<string>) {
  const copy = (event: ClipboardEvent): void => {
    const ids = chosen();
    if (active?.edit || ids.size === 0) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copied(ids));
    if (event.type === 'cut') void remove(ids);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (active?.edit) return;
    event.preventDefault();
    paste(event.clipboardData.getData('text/plain'));
  };
  return { onCopy: copy, onCut: copy, onPaste };
}
