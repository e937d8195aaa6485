/**
 * Where every box of the map stands. Deterministic: what is drawn hangs on the network alone, not on the order in which
 * its rows arrived. Boxes that share a container stand in columns, each new one under the shortest; what an earlier
 * layout decided (`Memory`) is kept, so that nothing changes its column or its order, nothing shrinks and nothing moves
 * left or up when data changes. Gaps that things left stay until someone asks for a new arrangement.
 */
import { arrange, type Size } from './column-layout.ts';
import type { NodeKind, TopologyNode } from './node.ts';

export interface Box {
  readonly node: TopologyNode;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly depth: number;
  /** Index of the box it stands in; -1 for the outermost. */
  readonly parent: number;
  /** Index after the last box inside it: boxes are listed containers first. */
  readonly end: number;
  readonly open: boolean;
}

/** What a layout decided. Made by `layout` only. */
export interface Memory {
  /** Container → the keys in each of its columns. */
  readonly columns: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Least sizes. */
  readonly sizes: ReadonlyMap<string, Size>;
}

export interface Layout {
  readonly boxes: readonly Box[];
  /** Key → index in `boxes`. */
  readonly at: ReadonlyMap<string, number>;
  readonly width: number;
  readonly height: number;
  readonly memory: Memory;
}

export const nothingRemembered: Memory = { columns: new Map(), sizes: new Map() };

const nothing: Size = { w: 0, h: 0 };
const tile: Size = { w: 176, h: 32 };
const closed: Size = { w: 176, h: 44 };
/** Height of a container's heading. */
const heading = 30;
const gaps: Readonly<Record<string, number>> = { '': 64, region: 40, outside: 8, vpc: 14, gateways: 8, zone: 10, subnet: 6, interfaces: 4 };
/** Width over height that a container strives for. */
const shapes: Readonly<Record<string, number>> = {
  '': 1.7,
  region: 1.7,
  vpc: 3,
  zone: 0.75,
  subnet: 0.8,
  interfaces: 1,
  gateways: 12,
  outside: 12,
};

/** Containers of their own row above all columns. */
const isPinned = (kind: NodeKind): boolean => kind === 'gateways' || kind === 'outside';

interface LayoutBox extends Size {
  readonly node: TopologyNode;
  /** As large as it is drawn: what is not open never fills a place that was larger once. */
  readonly own: Size;
  readonly open: boolean;
  readonly children: readonly PlacedNode[];
}

const slotOf = (node: TopologyNode | undefined): string => node?.slot ?? node?.key ?? '';

interface Work {
  readonly before: Memory;
  readonly columns: Map<string, readonly (readonly string[])[]>;
  readonly sizes: Map<string, Size>;
  readonly isOpen: (node: TopologyNode) => boolean;
}

interface Column {
  readonly keys: readonly string[];
  readonly height: number;
}

const heightOf = (keys: readonly string[], sizeOf: (key: string) => Size | undefined, gap: number): number =>
  keys.reduce((sum, key) => sum + (sizeOf(key)?.h ?? 0) + gap, 0);

/** The columns of a container: as they were, what is new under the shortest; or from scratch. */
function columnsFor(work: Work, key: string, laid: readonly LayoutBox[], shape: number, gap: number): readonly (readonly string[])[] {
  const known = work.before.columns.get(key);
  if (!known || known.length === 0) return arrange(laid, shape, gap).map((column) => column.map((at) => slotOf(laid[at]?.node)));
  const had = new Set(known.flat());
  const added = laid.filter(({ node }) => !had.has(slotOf(node)));
  if (added.length === 0) return known;
  const sizes = new Map(laid.map((one) => [slotOf(one.node), one]));
  const sizeOf = (child: string): Size | undefined => sizes.get(child) ?? work.before.sizes.get(child);
  const columns: Column[] = known.map((keys) => ({ keys, height: heightOf(keys, sizeOf, gap) }));
  for (const one of added) {
    let shortest = 0;
    for (let at = 1; at < columns.length; at += 1) if ((columns[at]?.height ?? 0) < (columns[shortest]?.height ?? 0)) shortest = at;
    const column = columns[shortest] ?? { keys: [], height: 0 };
    columns[shortest] = { keys: [...column.keys, slotOf(one.node)], height: column.height + one.h + gap };
  }
  return columns.map(({ keys }) => keys);
}

interface PlacedNode {
  readonly laid: LayoutBox;
  readonly x: number;
  readonly y: number;
}

/** Where a stack of boxes ends: the sizes of things that are gone but remembered leave their gaps. */
function stack(
  work: Work,
  keys: readonly string[],
  byKey: ReadonlyMap<string, LayoutBox>,
  start: { x: number; y: number; gap: number },
  placed: PlacedNode[],
): Size {
  let y = start.y;
  let width = 0;
  for (const child of keys) {
    const laid = byKey.get(child);
    const size = laid ?? work.before.sizes.get(child);
    if (!size) continue;
    if (laid) placed.push({ laid, x: start.x, y });
    else work.sizes.set(child, size);
    y += size.h + start.gap;
    width = Math.max(width, size.w);
  }
  return { w: width, h: y - start.y };
}

/** Rows of their own first, then the columns beside each other. */
function placeChildren(
  work: Work,
  key: string,
  kind: NodeKind | '',
  children: readonly LayoutBox[],
): Pick<LayoutBox, 'children' | keyof Size> {
  const gap = gaps[kind] ?? 8;
  const pad = kind === '' ? 0 : gap;
  const top = kind === '' ? 0 : heading;
  const placed: PlacedNode[] = [];
  const byKey = new Map(children.map((laid) => [slotOf(laid.node), laid]));
  const pinnedKey = `${key} above`;
  // Only these hold what has a row of its own.
  const pinned =
    kind === 'region' || kind === 'vpc'
      ? [
          ...new Set([
            ...(work.before.columns.get(pinnedKey)?.flat() ?? []),
            ...children.flatMap(({ node }) => (isPinned(node.kind) ? [node.key] : [])),
          ]),
        ]
      : [];
  if (pinned.length > 0) work.columns.set(pinnedKey, [pinned]);
  const above = pinned.length === 0 ? nothing : stack(work, pinned, byKey, { x: pad, y: top, gap }, placed);
  const rest = pinned.length === 0 ? children : children.filter(({ node }) => !isPinned(node.kind));
  const columns = columnsFor(work, key, rest, shapes[kind] ?? 1.5, gap);
  work.columns.set(key, columns);
  let left = pad;
  let height = 0;
  for (const column of columns) {
    const size = stack(work, column, byKey, { x: left, y: top + above.h, gap }, placed);
    if (size.w === 0) continue;
    left += size.w + gap;
    height = Math.max(height, size.h);
  }
  // Each stack ends with a gap too many.
  const inner = above.h + height;
  return { children: placed, w: Math.max(left - gap, pad + above.w) + pad, h: top + (inner > 0 ? inner - gap : 0) + pad };
}

/** A box is never smaller than it was. */
function remembered(work: Work, key: string, size: Size): Size {
  const before = work.before.sizes.get(key);
  const after =
    before && (before.w > size.w || before.h > size.h) ? { w: Math.max(before.w, size.w), h: Math.max(before.h, size.h) } : size;
  work.sizes.set(key, after);
  return after;
}

const none: readonly never[] = [];

/** As large as a box is that is not open. */
function closedSize({ kind, children }: TopologyNode): Size {
  return kind !== 'interfaces' && (children.length > 0 || kind === 'subnet' || kind === 'vpc') ? closed : tile;
}

function measure(work: Work, node: TopologyNode): LayoutBox {
  const open = node.children.length > 0 && work.isOpen(node);
  if (!open) {
    const own = closedSize(node);
    const { w, h } = remembered(work, slotOf(node), own);
    return { node, open, own, children: none, w, h };
  }
  const children = node.children.map((child) => measure(work, child));
  const inner = placeChildren(work, node.key, node.kind, children);
  const size = remembered(work, slotOf(node), { w: Math.max(inner.w, closed.w), h: inner.h });
  return { node, open, own: size, children: inner.children, w: size.w, h: size.h };
}

/** Flattens what was placed, containers first. */
function spread(boxes: Box[], { laid, x, y }: PlacedNode, depth: number, parent: number): void {
  const index = boxes.length;
  const box = { node: laid.node, x, y, w: laid.own.w, h: laid.own.h, depth, parent, end: index + 1, open: laid.open };
  boxes.push(box);
  for (const child of laid.children) spread(boxes, { laid: child.laid, x: x + child.x, y: y + child.y }, depth + 1, index);
  box.end = boxes.length;
}

/**
 * Places the boxes of a map, in units that are pixels at zoom 1. `before` is the memory of an earlier layout: only where
 * what is open is the same may its sizes be kept (`withoutSizes` drops them).
 */
export function layout(
  roots: readonly TopologyNode[],
  isOpen: (node: TopologyNode) => boolean,
  before: Memory = nothingRemembered,
): Layout {
  const work: Work = { before, columns: new Map(before.columns), sizes: new Map(), isOpen };
  const children = roots.map((node) => measure(work, node));
  const outer = placeChildren(work, '', '', children);
  const boxes: Box[] = [];
  for (const child of outer.children) spread(boxes, child, 0, -1);
  return {
    boxes,
    at: new Map(boxes.map(({ node }, index) => [node.key, index])),
    width: outer.w,
    height: outer.h,
    memory: { columns: work.columns, sizes: work.sizes },
  };
}

/** For when a person opens or closes a box: columns stay, sizes are taken anew. */
export const withoutSizes = ({ columns }: Memory): Memory => ({ columns, sizes: new Map() });
