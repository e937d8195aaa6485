import { useMemo, useRef, useState } from 'react';
import { between } from '../../lib/table.ts';

interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Selects or deselects one row, or with `range` all rows since the last one that was pressed. */
  readonly toggle: (id: string, range: boolean) => void;
  /** All rows in view, or none of them. */
  readonly all: (chosen: boolean) => void;
  readonly clear: () => void;
}

/** Which rows are chosen. Rows that are gone are no longer chosen. `known` are all ids, `view` those shown, in order. */
export function useSelection(known: ReadonlySet<string>, view: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const ids = useMemo(() => (chosen.size === 0 ? chosen : new Set([...chosen].filter((id) => known.has(id)))), [chosen, known]);
  const put = (which: readonly string[], on: boolean): void => {
    const next = new Set(ids);
    for (const id of which) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  return {
    ids,
    toggle: (id, range) => {
      const on = !ids.has(id);
      put(range && anchor.current !== null ? between(view, anchor.current, id) : [id], on);
      anchor.current = id;
    },
    all: (on) => put(view, on),
    clear: () => setChosen(new Set()),
  };
}
