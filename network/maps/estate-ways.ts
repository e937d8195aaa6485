/** Ways that a line of the estate can take: from a side of one card through channels, where nothing stands, to a side of another. */
import type { EstateGrid, GridPlace } from './estate-grid.ts';
import type { Point } from './scene.ts';

/** A level channel above each row and below the last row of an account; an upright one left of each column. */
export interface Channel {
  readonly level: boolean;
  readonly at: number;
}

interface Port {
  readonly side: 'top' | 'bottom' | 'left';
  /** Which of the places on that side, from 0. */
  readonly place: number;
}

export interface Way {
  readonly channels: readonly Channel[];
  readonly from: Port;
  readonly to: Port;
}

/** Places on the top and on the bottom of a card, and on its left side. */
export const levelPlaces = 11;
export const leftPlaces = 5;

/** The level channel above a row; the one below it is the next. */
export const channelAbove = ({ accounts }: EstateGrid, row: number): number =>
  row + accounts.findIndex(({ from, rows }) => row < from + rows);

/** Coordinates of what ways lead through: of the picture, or of a plan that knows no pixels. */
export interface Frame {
  readonly level: (channel: number, track: number) => number;
  readonly upright: (channel: number, track: number) => number;
  readonly portX: (place: GridPlace, port: number) => number;
  readonly portY: (place: GridPlace, port: number) => number;
  readonly top: (place: GridPlace) => number;
  readonly bottom: (place: GridPlace) => number;
  readonly left: (place: GridPlace) => number;
}

function portPoint(frame: Frame, at: GridPlace, { side, place }: Port): Point {
  if (side === 'left') return { x: frame.left(at), y: frame.portY(at, place) };
  return { x: frame.portX(at, place), y: side === 'top' ? frame.top(at) : frame.bottom(at) };
}

/** The corners of a way. `tracks`: its place in each of its channels. */
export function cornersOf(frame: Frame, way: Way, tracks: readonly number[], a: GridPlace, b: GridPlace): Point[] {
  const start = portPoint(frame, a, way.from);
  const end = portPoint(frame, b, way.to);
  const points = [start];
  let { x, y } = start;
  way.channels.forEach(({ level, at }, place) => {
    if (level) y = frame.level(at, tracks[place] ?? 0);
    else x = frame.upright(at, tracks[place] ?? 0);
    points.push({ x, y });
  });
  const last = way.channels.at(-1);
  points.push(last?.level ? { x: end.x, y } : { x, y: end.y }, end);
  // A straight way has no corner in its channel.
  return points.filter((point, at) => at === 0 || point.x !== points[at - 1]?.x || point.y !== points[at - 1]?.y);
}

const sides = ['top', 'bottom', 'left'] as const;

/** Every pair of sides, and every channel between that is not far off the way. Ports are not chosen yet: all are in the middle. */
export function waysBetween(grid: EstateGrid, a: GridPlace, b: GridPlace): Way[] {
  const columns = grid.regions.reduce((sum, one) => sum + one.columns, 0);
  const levels = grid.accounts.reduce((sum, { rows }) => sum + rows + 1, 0);
  const range = (from: number, to: number, most: number): number[] => {
    const [first, last] = [Math.max(0, Math.min(from, to)), Math.min(most - 1, Math.max(from, to))];
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  };
  const channelOf = (at: GridPlace, side: (typeof sides)[number]): Channel =>
    side === 'left' ? { level: false, at: at.column } : { level: true, at: channelAbove(grid, at.row) + (side === 'bottom' ? 1 : 0) };
  const port = (side: (typeof sides)[number]): Port => ({ side, place: ((side === 'left' ? leftPlaces : levelPlaces) - 1) / 2 });
  return sides.flatMap((one) =>
    sides.flatMap((two): Way[] => {
      const [first, last] = [channelOf(a, one), channelOf(b, two)];
      const ends = { from: port(one), to: port(two) };
      if (first.level === last.level && first.at === last.at) return [{ channels: [first], ...ends }];
      if (first.level !== last.level) return [{ channels: [first, last], ...ends }];
      const between = first.level
        ? range(Math.min(a.column, b.column) - 1, Math.max(a.column, b.column) + 2, columns).map((at): Channel => ({ level: false, at }))
        : range(
            Math.min(channelAbove(grid, a.row), channelAbove(grid, b.row)) - 1,
            Math.max(channelAbove(grid, a.row), channelAbove(grid, b.row)) + 2,
            levels,
          ).map((at): Channel => ({ level: true, at }));
      return between.map((middle) => ({ channels: [first, middle, last], ...ends }));
    }),
  );
}
