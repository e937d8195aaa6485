/** Pointer, wheel and keys on the map. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useMemo } from 'react';
import { useLatest } from '../../lib/use-latest.ts';
import type { ViewportControls } from './use-viewport.ts';

/** A press that moves less is a click. */
const slack = 4;
const step = 80;

interface Gestures {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** The last press was a drag: its click means nothing. */
  readonly dragged: () => boolean;
}

type Point = { x: number; y: number };

const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});
const spread = ([a, b]: readonly Point[]): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0);

/** Wheels zoom, and pan with Shift. React listens to wheels passively, and the page must not scroll under the map. */
function useWheel(frame: ViewportControls['frame'], latest: RefObject<{ readonly moving: ViewportControls }>): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const lines = event.deltaMode === 1 ? 16 : 1;
      if (event.shiftKey) latest.current.moving.pan(-(event.deltaY || event.deltaX) * lines, 0);
      else {
        const speed = event.ctrlKey ? 0.01 : 0.0015;
        latest.current.moving.zoomBy(Math.exp(-event.deltaY * lines * speed), event.clientX - box.left, event.clientY - box.top);
      }
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame, latest]);
}

/** What the keys of the map do. */
const keysOf = (moving: ViewportControls): Readonly<Record<string, () => void>> => ({
  ArrowLeft: () => moving.pan(step, 0),
  ArrowRight: () => moving.pan(-step, 0),
  ArrowUp: () => moving.pan(0, step),
  ArrowDown: () => moving.pan(0, -step),
  '+': () => moving.zoomBy(1.25),
  '=': () => moving.zoomBy(1.25),
  '-': () => moving.zoomBy(0.8),
});

/** Drags pan, two pointers zoom. */
function pointerGestures(latest: RefObject<{ readonly moving: ViewportControls }>): Omit<Gestures, 'onKeyDown'> {
  const pointers = new Map<number, Point>();
  let travelled = 0;
  const up = (event: PointerEvent): void => {
    pointers.delete(event.pointerId);
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      if (pointers.size === 0) travelled = 0;
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    onPointerMove: (event) => {
      if (!pointers.has(event.pointerId)) return;
      if (event.buttons === 0) {
        up(event);
        return;
      }
      const before = [...pointers.values()];
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const after = [...pointers.values()];
      const [from, to] = [middle(before), middle(after)];
      travelled += Math.hypot(to.x - from.x, to.y - from.y);
      if (travelled < slack && after.length === 1) return;
      // Only a drag takes the pointer: a click goes to the box it was on.
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) event.currentTarget.setPointerCapture(event.pointerId);
      latest.current.moving.pan(to.x - from.x, to.y - from.y);
      const box = event.currentTarget.getBoundingClientRect();
      if (after.length === 2 && spread(before) > 0)
        latest.current.moving.zoomBy(spread(after) / spread(before), to.x - box.left, to.y - box.top);
    },
    onPointerUp: up,
    onPointerCancel: up,
    dragged: () => travelled >= slack,
  };
}

/** The handlers of the map. `keys` are further ones than those that move it. */
export function useGestures(moving: ViewportControls, keys: Readonly<Record<string, () => void>>): Gestures {
  const latest = useLatest({ moving, keys });
  useWheel(moving.frame, latest);
  return useMemo(
    () => ({
      ...pointerGestures(latest),
      onKeyDown: (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const run = latest.current.keys[event.key] ?? keysOf(latest.current.moving)[event.key];
        if (!run) return;
        event.preventDefault();
        run();
      },
    }),
    [latest],
  );
}
