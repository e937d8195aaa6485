import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { useT } from '../../i18n/index.ts';
import { type DraftRow, rowEdits } from '../../lib/rules/draft.ts';
import { toTable } from '../../lib/rules/files.ts';
import { type Direction, isCarried, isKnown, type KnownRule, type Versioned, wholly } from '../../lib/rules/model.ts';
import { useVirtual } from '../../ui/use-virtual.ts';
import type { Leaving } from './cell-editor.tsx';
import { GridHead } from './grid-head.tsx';
import { gridKeys } from './grid-keys.ts';
import { type Column, columns, GridRow, type RowActions } from './grid-row.tsx';
import { useSuggestions } from './suggestions.ts';
import type { RowAnalysis } from './use-analysis.ts';
import { useDrag } from './use-drag.ts';
import type { Known } from './use-references.ts';

/** The cell one is at. `edit` while it is written in; with a seed, that is typed over what was there. */
export interface Active {
  readonly id: string;
  readonly column: Column;
  readonly edit: { readonly seed: string | null } | null;
}

export interface GridProps {
  readonly direction: Direction;
  readonly base: Versioned;
  /** Every row of the direction, and those that the search leaves. */
  readonly rows: readonly DraftRow[];
  readonly shown: readonly DraftRow[];
  readonly hit: string | null;
  readonly known: Known;
  readonly analysis: RowAnalysis;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly active: Active | null;
  readonly onActive: (active: Active | null) => void;
  readonly typing: (id: string, rule: KnownRule | null) => void;
  readonly change: (edit: (rows: readonly DraftRow[]) => readonly DraftRow[]) => void;
  /** A text that was pasted while no cell is written in. */
  readonly onPaste: (text: string) => void;
  readonly onAdd: () => void;
  /** Takes rows out; asks first where one of them cannot be written back. */
  readonly onRemove: (ids: ReadonlySet<string>) => void;
}

const nothing: RowAnalysis['of'] extends ReadonlyMap<string, infer C> ? C : never = [];

/** The rules of one direction as a spreadsheet. Long because keys, clipboard and focus all meet here. */
export function Grid(props: GridProps) {
  const { direction, base, rows, shown, hit, known, analysis, selected, onSelect, active, change } = props;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  const suggestions = useSuggestions(known);
  const latest = useRef(props);
  latest.current = props;

  const editing = active?.edit ?? null;
  const go = useCallback((to: Active): void => {
    wanted.current = true;
    latest.current.onActive(to);
  }, []);

  const view = useVirtual(scroller, shown.length, { wholeUpTo: 60 });
  // The cell that was gone to takes the focus once it stands there; a row out of sight is brought into it first.
  useEffect(() => {
    if (!wanted.current || !active) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`tr[data-row="${active.id}"] [data-col="${active.column}"]`);
    const at = shown.findIndex(({ id }) => id === active.id);
    if (at >= 0) view.reveal(at);
    if (!cell && !active.edit) return;
    wanted.current = false;
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const { reveal } = view;
  useEffect(() => {
    const at = active?.edit ? latest.current.shown.findIndex(({ id }) => id === active.id) : -1;
    if (at >= 0) reveal(at);
  }, [active, reveal]);

  const grab = useDrag({
    scroller,
    line,
    along: (id) => (selected.has(id) ? selected : new Set([id])),
    drop: (ids, to) => change((all) => rowEdits.moveTo(all, ids, to)),
    held: shown.length < rows.length,
    total: shown.length,
  });

  const move = useCallback(
    (from: Active, leaving: Leaving): void => {
      const list = latest.current.shown;
      const at = list.findIndex(({ id }) => id === from.id);
      const column = columns.indexOf(from.column);
      if (leaving === 'down') go({ id: list[Math.min(at + 1, list.length - 1)]?.id ?? from.id, column: from.column, edit: null });
      else if (leaving === 'next' && column < columns.length - 1)
        go({ id: from.id, column: columns[column + 1] ?? from.column, edit: null });
      else if (leaving === 'previous' && column > 0) go({ id: from.id, column: columns[column - 1] ?? from.column, edit: null });
      else go({ ...from, edit: null });
    },
    [go],
  );

  const actions = useMemo((): RowActions => {
    const toggleAction = (id: string): void =>
      latest.current.change((all) => {
        const row = all.find((one) => one.id === id);
        return row && isKnown(row.rule) ? rowEdits.edit(all, id, { action: row.rule.action === 'ACCEPT' ? 'DROP' : 'ACCEPT' }) : all;
      });
    return {
      focus: (id, column, edit) => {
        if (edit && column === 'action') toggleAction(id);
        const locked = latest.current.rows.some((row) => row.id === id && isCarried(row.rule));
        go({ id, column, edit: edit && !locked && column !== 'action' ? { seed: null } : null });
      },
      select: (id, how) => {
        const { shown: list, selected: now, onSelect: put, active: from } = latest.current;
        const next = new Set(now);
        if (how === 'range' && from) {
          const [a, b] = [list.findIndex((row) => row.id === from.id), list.findIndex((row) => row.id === id)].sort((x, y) => x - y);
          for (const row of list.slice(a, (b ?? 0) + 1)) next.add(row.id);
        } else if (!next.delete(id)) next.add(id);
        put(next);
      },
      type: (id, rule) => latest.current.typing(id, rule),
      commit: (id, edit, leaving) => {
        latest.current.change((all) => rowEdits.edit(all, id, edit));
        const now = latest.current.active;
        if (now?.id !== id) return;
        if (leaving === 'stay') latest.current.onActive({ ...now, edit: null });
        else move(now, leaving);
      },
      cancel: (leaving = 'stay') => {
        const now = latest.current.active;
        if (!now) return;
        latest.current.typing(now.id, null);
        move(now, leaving);
      },
      grab,
    };
  }, [go, move, grab]);

  const chosen = (): ReadonlySet<string> => (selected.size > 0 ? selected : new Set(active ? [active.id] : []));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing || !active || !(event.target instanceof HTMLElement) || !event.target.dataset.col) return;
    const done = gridKeys(event, {
      ...props,
      active,
      chosen: chosen(),
      go,
      edit: (seed) => {
        if (active.column === 'action' || seed === null) actions.focus(active.id, active.column, true);
        else if (rows.some((row) => row.id === active.id && isKnown(row.rule))) go({ ...active, edit: { seed } });
      },
    });
    if (done) event.preventDefault();
  };

  const copy = (event: ClipboardEvent): void => {
    const ids = chosen();
    if (editing || ids.size === 0) return;
    event.preventDefault();
    event.clipboardData.setData(
      'text/plain',
      toTable(
        direction,
        rows.filter(({ id }) => ids.has(id)).map(({ rule }) => rule),
      ),
    );
    if (event.type === 'cut') props.onRemove(ids);
  };
  const paste = (event: ClipboardEvent): void => {
    if (editing) return;
    event.preventDefault();
    props.onPaste(event.clipboardData.getData('text/plain'));
  };

  const places = useMemo(() => new Map(rows.map((row, at) => [row.id, at])), [rows]);
  return (
    <div
      ref={scroller}
      className="table-scroll relative [contain:content] max-h-[max(20rem,calc(100dvh-22rem))]"
      onCopy={copy}
      onCut={copy}
      onPaste={paste}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table with cells to move among
        role="grid"
        aria-label={t(`rules.${direction}`)}
        aria-rowcount={rows.length + 1}
        className="grid-table table-fixed min-w-290 max-sm:min-w-200 max-sm:[&_:is(td,th)]:px-1.5"
        onKeyDown={onKeyDown}
      >
        <GridHead
          direction={direction}
          all={shown.length > 0 && shown.every(({ id }) => selected.has(id))}
          onAll={(all) => onSelect(new Set(all ? shown.map(({ id }) => id) : []))}
        />
        <tbody>
          {view.from > 0 && <Spacer height={view.from * view.rowHeight} />}
          {shown.slice(view.from, view.to).map((row) => {
            const was = row.from === null ? undefined : base[direction][row.from];
            return (
              <GridRow
                key={row.id}
                row={row}
                index={places.get(row.id) ?? 0}
                direction={direction}
                mark={was === undefined ? 'new' : wholly(was) === wholly(row.rule) ? null : 'changed'}
                selected={selected.has(row.id)}
                active={active?.id === row.id ? active.column : active === null && row === shown[0] ? 'action' : null}
                editing={editing && active?.id === row.id ? active.column : null}
                seed={editing && active?.id === row.id ? editing.seed : null}
                hit={hit === row.id}
                consequences={analysis.of.get(row.id) ?? nothing}
                known={known}
                suggestions={suggestions}
                actions={actions}
              />
            );
          })}
          {view.to < shown.length && <Spacer height={(shown.length - view.to) * view.rowHeight} />}
        </tbody>
      </table>
      <div ref={line} hidden className="pointer-events-none absolute top-0 right-0 left-0 h-0.5 bg-accent" />
    </div>
  );
}

/** Stands for rows that are not drawn. */
function Spacer({ height }: { readonly height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" style={{ height }} />
  );
}
