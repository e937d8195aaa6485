/** Which rows of a long list are drawn: those in sight and some around them. Short lists are drawn whole. */
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** Height of a row, in px: `--row` of the style sheet, which grows with the reader's text size. */
const rowHeightNow = (): number => 2.25 * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);

/** Lists up to this long are drawn whole. */
const whole = 60;
/** Rows drawn beyond either end of what is in sight: few, for every key in a cell paints them all again. */
const beyond = 6;

export interface Window {
  /** In px. */
  readonly rowHeight: number;
  readonly from: number;
  readonly to: number;
  /** Brings a row into sight, drawn or not. */
  readonly reveal: (at: number) => void;
}

export function useWindow(scroller: RefObject<HTMLElement | null>, total: number): Window {
  const [rowHeight] = useState(rowHeightNow);
  const [seen, setSeen] = useState({ from: 0, to: whole });
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || total <= whole) return;
    let frame = 0;
    const measure = (): void => {
      frame = 0;
      const first = Math.floor(box.scrollTop / rowHeight);
      const last = Math.ceil((box.scrollTop + box.clientHeight) / rowHeight);
      // Whole steps, so that a little scrolling draws nothing anew.
      const from = Math.max(0, Math.floor((first - beyond) / beyond) * beyond);
      const to = Math.ceil((last + beyond) / beyond) * beyond;
      setSeen((now) => (now.from === from && now.to === to ? now : { from, to }));
    };
    const later = (): void => {
      frame ||= requestAnimationFrame(measure);
    };
    measure();
    box.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      box.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, [scroller, total, rowHeight]);
  const reveal = useCallback(
    (at: number) => {
      const box = scroller.current;
      if (!box) return;
      const head = box.querySelector('thead')?.clientHeight ?? 0;
      const top = at * rowHeight;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + rowHeight + head > box.scrollTop + box.clientHeight) box.scrollTop = top + rowHeight + head - box.clientHeight;
    },
    [scroller, rowHeight],
  );
  return total <= whole
    ? { rowHeight, from: 0, to: total, reveal }
    : { rowHeight, from: Math.min(seen.from, total), to: Math.min(seen.to, total), reveal };
}
