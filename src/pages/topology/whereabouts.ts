/** Where one looks, in a text that means the same after a new layout: the box in the middle, and where in it. Pure. */
import type { Box, Layout } from './layout.ts';
import { type Viewport, zoomRange } from './viewport.ts';

const distance = (box: Box, x: number, y: number): number =>
  Math.hypot(Math.max(box.x - x, 0, x - box.x - box.w), Math.max(box.y - y, 0, y - box.y - box.h));

/** The innermost open box that has the point; between regions the nearest of them. */
function boxAt({ boxes }: Layout, x: number, y: number): Box | undefined {
  let found: Box | undefined;
  let near: Box | undefined;
  for (const box of boxes) {
    if (box.open && distance(box, x, y) === 0) found = box;
    if (box.depth === 0 && (!near || distance(box, x, y) < distance(near, x, y))) near = box;
  }
  return found ?? near;
}

const short = (value: number): string => String(Math.round(value * 1000) / 1000);

/** "zoom x y key": the middle of the window as parts of the box's sides. Null where nothing is laid out. */
export function viewportText(layout: Layout, view: Viewport, width: number, height: number): string | null {
  const [x, y] = [view.x + width / 2 / view.zoom, view.y + height / 2 / view.zoom];
  const box = boxAt(layout, x, y);
  return box ? [short(view.zoom), short((x - box.x) / box.w), short((y - box.y) / box.h), box.node.key].join(' ') : null;
}

/** The view that a text tells of; null where its box is not laid out. */
export function viewportAt(layout: Layout, text: string, width: number, height: number): Viewport | null {
  const [, zoomText, across, down, key = ''] = /^(\S+) (\S+) (\S+) (.+)$/.exec(text) ?? [];
  const box = layout.boxes[layout.at.get(key) ?? -1];
  const zoom = Math.min(zoomRange.max, Math.max(zoomRange.min, Number(zoomText)));
  const [x, y] = [Number(across), Number(down)];
  if (!box || ![zoom, x, y].every(Number.isFinite)) return null;
  return { x: box.x + x * box.w - width / 2 / zoom, y: box.y + y * box.h - height / 2 / zoom, zoom };
}
