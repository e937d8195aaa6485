import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isPressed, type ShortcutName, typesInto } from '../../lib/shortcuts.ts';

const isCheckbox = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && target.type === 'checkbox';

interface RowKeys {
  readonly current: number;
  readonly setCurrent: (index: number) => void;
  /** Tells that other rows are drawn: the one that was leapt to may be among them. */
  readonly onDrawn: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface RowKeysOptions {
  readonly count: number;
  /** Rows that fit on the screen, for Page Up and Page Down. */
  readonly page: () => number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly open: (index: number) => void;
  readonly toggle: (index: number, range: boolean) => void;
}

/**
 * The list by keyboard: arrows or j and k move, Home, End, Page Up and Page Down leap, Enter opens, x (or the space bar)
 * chooses, Shift with it chooses the range. One row is in the Tab order: the current one.
 */
export function useRowKeys({ count, page, scroller, open, toggle }: RowKeysOptions): RowKeys {
  const [at, setAt] = useState(0);
  const current = Math.min(at, Math.max(0, count - 1));
  /** The row that the focus goes to as soon as it is drawn: one far away is drawn only after the scrolling. */
  const wanted = useRef<number | null>(null);
  const onDrawn = useCallback(() => {
    const row = wanted.current === null ? null : scroller.current?.querySelector<HTMLElement>(`tr[data-row="${wanted.current}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }, [scroller]);
  useLayoutEffect(() => {
    // A list that has become shorter has no such row.
    if (wanted.current !== current) wanted.current = null;
    onDrawn();
  });

  const go = (index: number): void => {
    const to = Math.max(0, Math.min(count - 1, index));
    wanted.current = to;
    setAt(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (typesInto(event.target) && !isCheckbox(event.target)) return;
    const onRow = event.target instanceof HTMLElement && event.target.tagName === 'TR';
    const is = (name: ShortcutName<'list'>): boolean => isPressed(event, 'list', name);
    if (is('next')) go(current + 1);
    else if (is('previous')) go(current - 1);
    else if (onRow && is('first')) go(0);
    else if (onRow && is('last')) go(count - 1);
    else if (onRow && is('pageDown')) go(current + page());
    else if (onRow && is('pageUp')) go(current - page());
    else if (onRow && is('open')) open(current);
    else if ((onRow || event.key !== ' ') && is('choose')) toggle(current, is('chooseRange'));
    else return;
    event.preventDefault();
  };
  return { current, setCurrent: setAt, onDrawn, onKeyDown };
}

/** Keys that work wherever the focus is, as long as nothing is typed into and no dialog is open. */
export function usePageKeys(keys: { readonly search?: () => void; readonly rows?: () => void }): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typesInto(event.target)) return;
      // Arrows scroll the page; letters lead into the list.
      const toRows = event.key.length === 1 && (isPressed(event, 'list', 'next') || isPressed(event, 'list', 'previous'));
      const run = isPressed(event, 'everywhere', 'search') ? latest.current.search : toRows ? latest.current.rows : undefined;
      if (!run || document.querySelector('dialog:modal, [role=menu]')) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
