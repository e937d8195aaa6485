/** Which rows of a long list are drawn: those in sight and some around them. Rows are as high as `--row` of the style sheet. */
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows drawn before the size of the scroller is known. */
const firstRows = 60;

interface VirtualOptions {
  /** Lists up to this long are drawn whole. */
  readonly wholeUpTo?: number;
  /** Rows drawn beyond either end of what is in sight, and the step by which what is drawn moves on. */
  readonly overscan?: number;
}

/** Elements for rows: a row that goes out of sight leaves its slot to one that comes. By row index. */
type Slots = ReadonlyMap<number, number>;

interface DrawnRange {
  /** In px. */
  readonly rowHeight: number;
  readonly from: number;
  readonly to: number;
  readonly slots: Slots;
}

export interface VirtualRows {
  /** In px. */
  readonly rowHeight: number;
  /** The rows drawn: from `from` up to, without, `to`. */
  readonly from: number;
  readonly to: number;
  /** A key for the element of a row: scrolling then writes new texts into elements that are there, half the cost of new ones. */
  readonly slotOf: (index: number) => number;
  /** Brings a row into sight, drawn or not. */
  readonly reveal: (index: number) => void;
}

/** The height of a row in px: the token, which grows with the reader's text size and on narrow screens. */
function rowHeightIn(box: Element): number {
  const token = getComputedStyle(box.querySelector('tbody') ?? box).getPropertyValue('--row');
  const size = Number.parseFloat(token) || 2.25;
  return token.trim().endsWith('px') ? size : size * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
}

/** The row that holds the focus (`data-row` is its index); -1 for none. */
function focusedRow(box: Element): number {
  const row = document.activeElement?.closest<HTMLElement>('[data-row]');
  return row && box.contains(row) ? Number(row.dataset.row) : -1;
}

/** Rows that stay keep their slots. The slot of a row with the focus is not given away: the focus would move to another row. */
function nextSlots(before: Slots, from: number, to: number, focused: number): Slots {
  const next = new Map<number, number>();
  const free: number[] = [];
  let fresh = 0;
  for (const [index, slot] of before) {
    fresh = Math.max(fresh, slot + 1);
    if (index >= from && index < to) next.set(index, slot);
    else if (index !== focused) free.push(slot);
  }
  for (let index = from; index < to; index += 1) {
    if (next.has(index)) continue;
    const slot = free.pop() ?? fresh;
    if (slot === fresh) fresh += 1;
    next.set(index, slot);
  }
  return next;
}

/** Each row in a slot of its own number: where all of them were drawn before, those in sight stay in their elements. */
const firstSlots: Slots = new Map(Array.from({ length: firstRows }, (_, index) => [index, index]));

/** Follows a scroller's position and size; nothing is followed while `isWhole`. */
function useDrawn(scroller: RefObject<HTMLElement | null>, isWhole: boolean, overscan: number): DrawnRange {
  const [drawn, setDrawn] = useState<DrawnRange>({ rowHeight: 36, from: 0, to: firstRows, slots: firstSlots });
  // A scroller around the caller's own component gets its ref only after the caller's first effects.
  const [isLate, setLate] = useState(false);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box && !isLate) setLate(true);
    if (!box || isWhole) return;
    let rowHeight = rowHeightIn(box);
    const update = (): void => {
      const first = Math.floor(box.scrollTop / rowHeight);
      const last = Math.ceil((box.scrollTop + box.clientHeight) / rowHeight);
      // Whole steps, so that a little scrolling draws nothing anew.
      const from = Math.max(0, Math.floor((first - overscan) / overscan) * overscan);
      const to = Math.ceil((last + overscan) / overscan) * overscan;
      const focused = focusedRow(box);
      setDrawn((now) =>
        now.from === from && now.to === to && now.rowHeight === rowHeight && now.slots !== firstSlots
          ? now
          : { rowHeight, from, to, slots: nextSlots(now.slots, from, to, focused) },
      );
    };
    // Rows are there in the frame that scrolls to them, not one later.
    const onScroll = (): void => flushSync(update);
    const sizes = new ResizeObserver(() => {
      rowHeight = rowHeightIn(box);
      update();
    });
    update();
    box.addEventListener('scroll', onScroll, { passive: true });
    sizes.observe(box);
    return () => {
      box.removeEventListener('scroll', onScroll);
      sizes.disconnect();
    };
  }, [scroller, isLate, isWhole, overscan]);
  return drawn;
}

/** The rows of a scroller to draw, out of `count`; the caller holds the place of the others. */
export function useVirtual(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  { wholeUpTo = 0, overscan = 6 }: VirtualOptions = {},
): VirtualRows {
  const isWhole = count <= wholeUpTo;
  const { rowHeight, from, to, slots } = useDrawn(scroller, isWhole, overscan);
  const reveal = useCallback(
    (index: number) => {
      const box = scroller.current;
      if (!box) return;
      const height = rowHeightIn(box);
      const head = box.querySelector('thead')?.clientHeight ?? 0;
      const top = index * height;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + height + head > box.scrollTop + box.clientHeight) box.scrollTop = top + height + head - box.clientHeight;
    },
    [scroller],
  );
  return {
    rowHeight,
    from: isWhole ? 0 : Math.min(from, count),
    to: isWhole ? count : Math.min(to, count),
    slotOf: (index) => slots.get(index) ?? index,
    reveal,
  };
}
