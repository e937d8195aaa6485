/** Rows dragged by their handles. While it goes on nothing is drawn by React: a line moves, and that is all. */
import { type PointerEvent, type RefObject, useCallback } from 'react';
import { useLatest } from '../../lib/use-latest.ts';

/** From a scroller's edge, in px, a drag scrolls it; and how far in a frame at most. */
const edge = 48;
const fastest = 18;

interface Options {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly line: RefObject<HTMLDivElement | null>;
  /** The ids that go along when this row is grabbed. */
  readonly along: (id: string) => ReadonlySet<string>;
  /** Told where to: before the row that stands at this place now. */
  readonly drop: (ids: ReadonlySet<string>, to: number) => void;
  /** Rows cannot be moved while some are hidden. */
  readonly disabled: boolean;
  /** How many rows there are, drawn or not. */
  readonly total: number;
}

export function useDrag({ scroller, line, along, drop, disabled, total }: Options): (event: PointerEvent<HTMLElement>, id: string) => void {
  const latest = useLatest({ along, drop, disabled, total });
  return useCallback(
    (event, id) => {
      const box = scroller.current;
      const mark = line.current;
      if (!box || !mark || event.button !== 0 || latest.current.disabled) return;
      event.preventDefault();
      const rows = [...box.querySelectorAll<HTMLElement>('tbody tr[data-row]')];
      const first = rows[0];
      if (!first) return;
      const ids = latest.current.along(id);
      for (const row of rows) if (ids.has(row.dataset.row ?? '')) row.dataset.dragged = '';
      const height = first.offsetHeight;
      const top = box.querySelector('tbody')?.offsetTop ?? 0;
      let y = event.clientY;
      let to = -1;
      let frame = 0;
      const paint = (): void => {
        const around = box.getBoundingClientRect();
        const up = around.top + edge + top - y;
        const down = y - (around.bottom - edge);
        const step = up > 0 ? -Math.min(fastest, up / 3) : down > 0 ? Math.min(fastest, down / 3) : 0;
        if (step !== 0) box.scrollTop += step;
        const within = y - around.top + box.scrollTop - top;
        to = Math.max(0, Math.min(latest.current.total, Math.round(within / height)));
        mark.style.transform = `translateY(${top + to * height}px)`;
        mark.hidden = false;
        frame = requestAnimationFrame(paint);
      };
      frame = requestAnimationFrame(paint);
      const stop = (letGo: boolean): void => {
        cancelAnimationFrame(frame);
        mark.hidden = true;
        for (const row of rows) delete row.dataset.dragged;
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', up);
        window.removeEventListener('pointercancel', cancel);
        window.removeEventListener('keydown', key, true);
        if (letGo && to >= 0) latest.current.drop(ids, to);
      };
      const move = (next: globalThis.PointerEvent): void => {
        y = next.clientY;
      };
      const up = (): void => stop(true);
      const cancel = (): void => stop(false);
      const key = (next: globalThis.KeyboardEvent): void => {
        if (next.key !== 'Escape') return;
        next.stopPropagation();
        stop(false);
      };
      window.addEventListener('pointermove', move, { passive: true });
      window.addEventListener('pointerup', up);
      window.addEventListener('pointercancel', cancel);
      window.addEventListener('keydown', key, true);
    },
    [scroller, line, latest],
  );
}
