/** What the keys of the grid mean while no cell is written in. */
import type { KeyboardEvent } from 'react';
import { rowEdits } from '../../../network/rule-sets/draft.ts';
import { type ActiveCell, columns, type EditingState } from './editing.ts';

/** What the keys act on. */
interface KeyScene extends Pick<EditingState, 'rows' | 'shown' | 'selected' | 'select' | 'change' | 'add' | 'remove'> {
  readonly active: ActiveCell;
  readonly chosen: ReadonlySet<string>;
  readonly go: (to: ActiveCell) => void;
  readonly edit: (seed: string | null) => void;
}

/** Arrows, Home, End and pages go to another cell; with Shift they choose the rows that they come to. */
function moves(event: KeyboardEvent, { shown, selected, select, active, go }: KeyScene): boolean {
  const at = shown.findIndex(({ id }) => id === active.id);
  const column = columns.indexOf(active.column);
  const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
    ArrowDown: [at + 1, column],
    ArrowUp: [at - 1, column],
    ArrowRight: [at, column + 1],
    ArrowLeft: [at, column - 1],
    Home: [0, column],
    End: [shown.length - 1, column],
    PageDown: [at + 10, column],
    PageUp: [at - 10, column],
  };
  const step = steps[event.key];
  if (!step) return false;
  const [row, next] = step;
  const target = shown[Math.max(0, Math.min(shown.length - 1, row))];
  const name = columns[Math.max(0, Math.min(columns.length - 1, next))];
  if (!target || !name) return false;
  if (event.shiftKey && row !== at) select(new Set([...(selected.size > 0 ? selected : [active.id]), target.id]));
  go({ id: target.id, column: name, edit: null });
  return true;
}

/** Keys with Ctrl, ⌘ or Alt: move, duplicate, choose all. */
function commands(event: KeyboardEvent, { rows, shown, active, chosen, go, change, select }: KeyScene): boolean {
  const { key } = event;
  if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
    if (shown.length === rows.length) change((all) => rowEdits.moveBy(all, chosen, key === 'ArrowUp' ? -1 : 1));
    go(active);
    return true;
  }
  if (!(event.ctrlKey || event.metaKey)) return false;
  if (key.toLowerCase() === 'd') change((all) => rowEdits.duplicate(all, chosen));
  else if (key.toLowerCase() === 'a') select(new Set(shown.map(({ id }) => id)));
  else return false;
  return true;
}

/** The keys of a cell that is not written in. True: the key meant something. */
export function gridKeys(event: KeyboardEvent, scene: KeyScene): boolean {
  const { shown, active, chosen, go, edit, select, selected, add, remove } = scene;
  if (event.ctrlKey || event.metaKey || event.altKey) return commands(event, scene);
  if (moves(event, scene)) return true;
  const { key } = event;
  switch (key) {
    case 'Enter':
    case 'F2':
      edit(null);
      return true;
    case ' ': {
      const next = new Set(selected);
      if (!next.delete(active.id)) next.add(active.id);
      select(next);
      return true;
    }
    case 'Escape':
      if (selected.size === 0) return false;
      select(new Set());
      return true;
    case 'Insert':
      add();
      return true;
    case 'Delete':
    case 'Backspace': {
      const at = shown.findIndex(({ id }) => id === active.id);
      const next = shown.find(({ id }, index) => index >= at && !chosen.has(id)) ?? shown.findLast(({ id }) => !chosen.has(id));
      void remove(chosen);
      if (next) go({ id: next.id, column: active.column, edit: null });
      return true;
    }
    default:
      // A letter begins to write over the cell.
      if (key.length !== 1 || active.column === 'action') return false;
      edit(key);
      return true;
  }
}
