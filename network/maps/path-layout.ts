/** Where the places of a path stand on the page: beside each other where there is room, else below each other. */
import { type Container, isThing, type PathSpot, type PathSpots, sameContainer } from './path-spots.ts';

/** A part of the drawing, in pixels. */
export interface LayoutRect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface ContainerFrame extends LayoutRect {
  readonly container: Container;
  readonly depth: number;
}

export interface PlacedSpot {
  readonly spot: PathSpot;
  /** Around a thing; of a check, the same as its cells. */
  readonly box: LayoutRect;
  /** A thing's heading. */
  readonly head: LayoutRect | null;
  readonly forward: LayoutRect;
  /** Null where the drawing has no way back. */
  readonly back: LayoutRect | null;
}

export interface PathLayout {
  readonly across: boolean;
  readonly width: number;
  readonly height: number;
  readonly frames: readonly ContainerFrame[];
  readonly spots: readonly PlacedSpot[];
}

const pad = 8;
/** Between two places: room for an arrow's head. */
const gap = 18;
/** Height of a container's heading, and of a thing's. */
const title = 22;
const heading = 36;
const cell = 36;
/** Of a thing that has only a dot on its way. */
const low = 26;
const between = 10;
const chip = { least: 88, most: 164 } as const;

interface OpenContainer {
  readonly container: Container;
  readonly depth: number;
  readonly from: number;
}

/** Walks along the places, opening and closing what is around them; all lengths are those on the way. */
function along(
  spots: readonly PathSpot[],
  {
    open,
    opened = 0,
    close,
    length,
  }: { readonly open: number; readonly opened?: number; readonly close: number; readonly length: (spot: PathSpot) => number },
): { starts: number[]; frames: (OpenContainer & { readonly to: number })[]; end: number } {
  const frames: (OpenContainer & { readonly to: number })[] = [];
  const stack: OpenContainer[] = [];
  const starts: number[] = [];
  let at = 0;
  const closeTo = (depth: number): void => {
    while (stack.length > depth) {
      const one = stack.pop();
      at += close;
      if (one) frames.push({ ...one, to: at });
    }
  };
  spots.forEach((spot, index) => {
    const apart = spot.inside.findIndex((container, depth) => !sameContainer(container, stack[depth]?.container));
    closeTo(apart < 0 ? spot.inside.length : apart);
    if (index > 0) at += gap;
    const inner = spot.inside.slice(stack.length);
    for (const container of inner) {
      stack.push({ container, depth: stack.length, from: at });
      at += open;
    }
    if (inner.length > 0) at += opened;
    starts.push(at);
    at += length(spot);
  });
  closeTo(0);
  // Containers before what they hold.
  return { starts, frames: frames.sort((a, b) => a.depth - b.depth), end: at };
}

const lengthAcross = (width: number) => (spot: PathSpot) => (isThing(spot) ? width + 2 * pad : width);

function placedAcross({ spots }: PathSpots, width: number, two: boolean): PathLayout {
  const { starts, frames, end } = along(spots, { open: pad, close: pad, length: lengthAcross(width) });
  const top = 3 * title + 2;
  const first = top + heading;
  const second = first + cell + between;
  const bottom = (two ? second : first) + cell + pad;
  const height = bottom + 3 * pad;
  return {
    across: true,
    width: end,
    height,
    frames: frames.map(({ container, depth, from, to }) => {
      const y = depth * title;
      return { container, depth, x: from, y, w: to - from, h: height - depth * pad - y };
    }),
    spots: spots.map((spot, index) => {
      const x = starts[index] ?? 0;
      const inner = isThing(spot) ? x + pad : x;
      const forward = { x: inner, y: first, w: width, h: cell };
      const box = isThing(spot) ? { x, y: top, w: width + 2 * pad, h: bottom - top } : forward;
      const head = isThing(spot) ? { x, y: top, w: box.w, h: heading } : null;
      return { spot, box, head, forward, back: two ? { ...forward, y: second } : null };
    }),
  };
}

function placedDown({ spots }: PathSpots, width: number, two: boolean): PathLayout {
  const ways = (spot: PathSpot): number => (isThing(spot) && !(spot.step === 'interface' && spot.forward !== null) ? low : cell);
  const length = (spot: PathSpot): number => (isThing(spot) ? heading + ways(spot) + (ways(spot) === cell ? pad : 0) : cell);
  // Under a heading an arrow needs room of its own.
  const { starts, frames, end } = along(spots, { open: title, opened: pad, close: pad, length });
  const left = 4 * pad;
  const w = two ? (width - 2 * left - between) / 2 : width - 2 * left;
  return {
    across: false,
    width,
    height: end,
    frames: frames.map(({ container, depth, from, to }) => ({
      container,
      depth,
      x: depth * pad,
      y: from,
      w: width - 2 * depth * pad,
      h: to - from,
    })),
    spots: spots.map((spot, index) => {
      const y = starts[index] ?? 0;
      const thing = isThing(spot);
      const forward = { x: left, y: thing ? y + heading : y, w, h: ways(spot) };
      const box = thing ? { x: 3 * pad, y, w: width - 6 * pad, h: length(spot) } : forward;
      const head = thing ? { ...box, h: heading } : null;
      return { spot, box, head, forward, back: two ? { ...forward, x: left + w + between } : null };
    }),
  };
}

/** In so many pixels of width: across where every place can be as wide as its words need. */
export function placingOf(drawing: PathSpots, width: number): PathLayout {
  const two = drawing.spots.some(({ back }) => back !== null);
  const { end } = along(drawing.spots, { open: pad, close: pad, length: lengthAcross(0) });
  const each = (width - end) / drawing.spots.length;
  if (each < chip.least) return placedDown(drawing, Math.min(width, 560), two);
  return placedAcross(drawing, Math.min(chip.most, Math.floor(each)), two);
}
