/** What of the map is drawn at a place and a zoom, and a text that tells the same place after a new layout. Pure. */
import type { Box, Layout } from './layout.ts';
import type { EdgeKind, NodeState, TopologyEdge } from './node.ts';

/** A point of the map at the window's top left corner, and pixels for each unit of the map. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** A part of the map. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Line {
  readonly key: string;
  readonly kind: EdgeKind;
  readonly state: NodeState;
  readonly from: Box;
  readonly to: Box;
  /** The lines that it stands for where boxes are too small to tell apart. */
  readonly edges: readonly TopologyEdge[];
}

export interface DrawnMap {
  /** Boxes that are large enough to be elements of their own, containers first. */
  readonly boxes: readonly Box[];
  /** The others: drawn all in one, by what they are. */
  readonly specks: { readonly outer: readonly Box[]; readonly inner: readonly Box[] };
  readonly lines: readonly Line[];
}

const zoomRange = { min: 0.02, max: 3 } as const;

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** Pixels below which a box is drawn without an element of its own, or not at all. */
const least = { w: 38, h: 13 } as const;
const seen = 2;

const isLarge = (box: Box, zoom: number): boolean => box.w * zoom >= least.w && box.h * zoom >= least.h;
const meets = (box: Rect, area: Rect): boolean =>
  box.x < area.x + area.w && area.x < box.x + box.w && box.y < area.y + area.h && area.y < box.y + box.h;

/** The box that stands for a key: itself, or the smallest around it that is large enough to be seen. */
function shownFor(layout: Layout, key: string, zoom: number, holders: ReadonlyMap<string, string>): Box | null {
  let name: string | undefined = key;
  let at: number | undefined;
  // Inside closed containers nothing is laid out: the first container that is stands for it.
  while (name !== undefined && at === undefined) {
    at = layout.at.get(name);
    if (at === undefined) name = holders.get(name);
  }
  let box = at === undefined ? undefined : layout.boxes[at];
  while (box && !isLarge(box, zoom)) box = layout.boxes[box.parent];
  return box ?? null;
}

const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x && outer.y <= inner.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;

const worse: Record<NodeState, number> = { good: 0, unsure: 1, pending: 2, partial: 3, idle: 4, down: 5 };

/** Lines between what stands for their ends at this zoom, as far as they meet the area. */
export function linesOf(
  layout: Layout,
  edges: readonly TopologyEdge[],
  zoom: number,
  area: Rect,
  holders: ReadonlyMap<string, string>,
): Line[] {
  const lines = new Map<string, { line: Omit<Line, 'edges' | 'state'>; edges: TopologyEdge[]; state: NodeState }>();
  const ends = new Map<string, Box | null>();
  const end = (key: string): Box | null => {
    const known = ends.get(key);
    if (known !== undefined) return known;
    const box = shownFor(layout, key, zoom, holders);
    ends.set(key, box);
    return box;
  };
  for (const one of edges) {
    const [from, to] = [end(one.from), end(one.to)];
    if (!from || !to || from === to || holds(from, to) || holds(to, from)) continue;
    const key = `${one.kind}:${from.node.key}>${to.node.key}`;
    const line = lines.get(key);
    if (line) {
      line.edges.push(one);
      if (worse[one.state] > worse[line.state]) line.state = one.state;
    } else if (meets(boundsOf(from, to), area)) {
      lines.set(key, { line: { key, kind: one.kind, from, to }, edges: [one], state: one.state });
    }
  }
  return [...lines.values()].map(({ line, edges: own, state }) => ({ ...line, edges: own, state }));
}

/** The smallest part of the map that has both. */
export function boundsOf(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

/** What is drawn of a part of the map. `holders` names the container of every node. */
export function drawn(
  layout: Layout,
  edges: readonly TopologyEdge[],
  area: Rect,
  zoom: number,
  holders: ReadonlyMap<string, string>,
): DrawnMap {
  const boxes: Box[] = [];
  const outer: Box[] = [];
  const inner: Box[] = [];
  for (let at = 0; at < layout.boxes.length; ) {
    const box = layout.boxes[at] as Box;
    if (!meets(box, area) || box.w * zoom < seen || box.h * zoom < seen) at = box.end;
    else if (isLarge(box, zoom)) {
      boxes.push(box);
      at += 1;
    } else {
      (box.node.children.length > 0 || box.node.kind === 'subnet' ? outer : inner).push(box);
      at += 1;
    }
  }
  return { boxes, specks: { outer, inner }, lines: linesOf(layout, edges, zoom, area, holders) };
}

/** The view in which a part of the map fills a window, with a margin; never closer than zoom 1 unless asked. */
export function fitted(area: Rect, width: number, height: number, most = 1): Viewport {
  const margin = Math.min(32, width / 16);
  const zoom = clamp(Math.min((width - 2 * margin) / area.w, (height - 2 * margin) / area.h), zoomRange.min, most);
  return { x: area.x + area.w / 2 - width / 2 / zoom, y: area.y + area.h / 2 - height / 2 / zoom, zoom };
}

/** Zoomed by a factor about a point of the window. */
export function zoomedAt(view: Viewport, factor: number, x: number, y: number): Viewport {
  const zoom = clamp(view.zoom * factor, zoomRange.min, zoomRange.max);
  return { x: view.x + x / view.zoom - x / zoom, y: view.y + y / view.zoom - y / zoom, zoom };
}

/** The part of the map in a window of that many pixels, with `more` of a window on each side. */
export const areaOf = ({ x, y, zoom }: Viewport, width: number, height: number, more = 0): Rect => ({
  x: x - (width * more) / zoom,
  y: y - (height * more) / zoom,
  w: (width * (1 + 2 * more)) / zoom,
  h: (height * (1 + 2 * more)) / zoom,
});

interface LineReach {
  /** It leaves and arrives upright. */
  readonly upright: boolean;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** From the middles of the sides that face each other. */
function reach(from: Rect, to: Rect): LineReach {
  const [ax, ay, bx, by] = [from.x + from.w / 2, from.y + from.h / 2, to.x + to.w / 2, to.y + to.h / 2];
  const apartX = Math.max(to.x - (from.x + from.w), from.x - (to.x + to.w));
  const apartY = Math.max(to.y - (from.y + from.h), from.y - (to.y + to.h));
  if (apartY >= apartX) {
    const [y1, y2] = ay < by ? [from.y + from.h, to.y] : [from.y, to.y + to.h];
    return { upright: true, from: { x: ax, y: y1 }, to: { x: bx, y: y2 } };
  }
  const [x1, x2] = ax < bx ? [from.x + from.w, to.x] : [from.x, to.x + to.w];
  return { upright: false, from: { x: x1, y: ay }, to: { x: x2, y: by } };
}

/** A curve from one box to another, leaving and arriving at the sides that face each other. */
export function curve(a: Rect, b: Rect): string {
  const { upright, from, to } = reach(a, b);
  const r = Math.round;
  if (upright) {
    const bend = (to.y - from.y) / 2;
    return `M${r(from.x)} ${r(from.y)}C${r(from.x)} ${r(from.y + bend)} ${r(to.x)} ${r(to.y - bend)} ${r(to.x)} ${r(to.y)}`;
  }
  const bend = (to.x - from.x) / 2;
  return `M${r(from.x)} ${r(from.y)}C${r(from.x + bend)} ${r(from.y)} ${r(to.x - bend)} ${r(to.y)} ${r(to.x)} ${r(to.y)}`;
}

/** The head of an arrow at the end of that curve, so many units long. */
export function tipOf(a: Rect, b: Rect, size: number): string {
  const { upright, from, to } = reach(a, b);
  const side = size * 0.55;
  const back = size * (upright ? Math.sign(from.y - to.y) || -1 : Math.sign(from.x - to.x) || -1);
  return upright ? `M${to.x} ${to.y}l${-side} ${back}h${2 * side}z` : `M${to.x} ${to.y}l${back} ${-side}v${2 * side}z`;
}

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
