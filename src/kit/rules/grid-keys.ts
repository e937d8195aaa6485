/** What the keys of the grid mean while no cell is written in. */
import type { KeyboardEvent } from 'react';
import { rowEdits } from '../../lib/rules/draft.ts';
import { type Active, columns, type Editing } from './editing.ts';

/** What the keys act on. */
export interface KeyScene extends Pick<Editing, 'rows' | 'shown' | 'selected' | 'select' | 'change' | 'add' | 'remove'> {
  readonly active: Active;
  readonly chosen: ReadonlySet<string>;
  readonly go: (to: Active) => void;
  readonly edit: (seed: string | null) => void;
}

/** The keys of a cell that is not written in. True: the key meant something. */
export function gridKeys(event: KeyboardEvent, scene: KeyScene): boolean {
  const { shown, active, chosen, go, edit, change, select, selected, add, remove } = scene;
  const at = shown.findIndex(({ id }) => id === active.id);
  const column = columns.indexOf(active.column);
  const to = (row: number, next = column): boolean => {
    const target = shown[Math.max(0, Math.min(shown.length - 1, row))];
    const name = columns[Math.max(0, Math.min(columns.length - 1, next))];
    if (!target || !name) return false;
    if (event.shiftKey && row !== at) select(new Set([...(selected.size > 0 ? selected : [active.id]), target.id]));
    go({ id: target.id, column: name, edit: null });
    return true;
  };
  const command = event.ctrlKey || event.metaKey;
  const { key } = event;
  if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
    if (shown.length === scene.rows.length) change((all) => rowEdits.moveBy(all, chosen, key === 'ArrowUp' ? -1 : 1));
    go(active);
    return true;
  }
  if (command && key.toLowerCase() === 'd') {
    change((all) => rowEdits.duplicate(all, chosen));
    return true;
  }
  if (command && key.toLowerCase() === 'a') {
    select(new Set(shown.map(({ id }) => id)));
    return true;
  }
  if (command || event.altKey) return false;
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'ArrowRight':
      return to(at, column + 1);
    case 'ArrowLeft':
      return to(at, column - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(shown.length - 1);
    case 'PageDown':
      return to(at + 10);
    case 'PageUp':
      return to(at - 10);
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
