/**
 * Which way each line of the estate takes, with few crossings: a line in turn takes the cheapest, until none gets better.
 * It is done in slices, so that a page with many lines is not held up.
 */
import { Board, type Ends, type LineCourse } from './estate-board.ts';
import type { EstateGrid } from './estate-grid.ts';
import { type Channel, leftPlaces, levelPlaces, type Way, waysBetween } from './estate-ways.ts';

export interface PlannedLine {
  readonly key: string;
  readonly way: Way;
  /** For each channel of the way, its place in the order of the lines in that channel. */
  readonly tracks: readonly number[];
}

export interface PlanLine {
  readonly key: string;
  readonly ends: readonly [string, string];
}

interface Attempt extends LineCourse {
  readonly own: number;
  readonly cost: number;
}

const isStraightable = ({ channels, from, to }: Way): boolean =>
  channels.length === 1 && from.side !== to.side && from.side !== 'left' && to.side !== 'left';

const placesOn = ({ side }: Way['from']): number => (side === 'left' ? leftPlaces : levelPlaces);

/** The cheapest place of a way: tracks, then ports, each in turn while the others stay. */
function finest(board: Board, start: Attempt, ends: Ends): Attempt {
  let best = start;
  const { way } = start;
  const attempt = (tracks: readonly number[], from: number, to: number): void => {
    const own = board.lay(way, tracks, ends, from, to);
    if (own >= best.cost) return;
    const cost = board.costOf(best.cost);
    if (cost >= best.cost) return;
    const placed = { channels: way.channels, from: { side: way.from.side, place: from }, to: { side: way.to.side, place: to } };
    best = { way: placed, tracks: [...tracks], own, cost };
  };
  for (let round = 0; round < 2; round += 1) {
    const before = best.cost;
    for (let at = 0; at < way.channels.length; at += 1) {
      const tracks = [...best.tracks];
      for (const gap of board.gapsIn(way.channels[at] as Channel)) {
        tracks[at] = gap;
        attempt(tracks, best.way.from.place, best.way.to.place);
      }
    }
    for (let place = 0; place < placesOn(way.from); place += 1) attempt(best.tracks, place, best.way.to.place);
    for (let place = 0; place < placesOn(way.to); place += 1) attempt(best.tracks, best.way.from.place, place);
    if (isStraightable(way)) for (let place = 0; place < levelPlaces; place += 1) attempt(best.tracks, place, place);
    // Where nothing crosses and the way is short there is nothing to gain.
    if (best.cost === before || best.cost < best.own + 1) break;
  }
  return best;
}

const middleOf = (board: Board, channel: Channel): number => {
  const gaps = board.gapsIn(channel);
  return gaps[Math.floor(gaps.length / 2)] ?? 50;
};

/** How many ways are looked at closely, of those that seem cheapest. */
const close = 4;
/** What choosing other ports can save of a way's own cost. */
const slack = 40;

function route(board: Board, task: Task): Attempt | null {
  const seen = task.ways
    .map((way) => {
      const tracks = way.channels.map((channel) => middleOf(board, channel));
      return { way, tracks, own: board.lay(way, tracks, task) };
    })
    .sort((x, y) => x.own - y.own);
  const rough: Attempt[] = [];
  for (const one of seen) {
    const most = rough[close - 1]?.cost ?? Number.POSITIVE_INFINITY;
    if (one.own >= most) break;
    board.lay(one.way, one.tracks, task);
    const cost = board.costOf(most);
    if (cost >= most) continue;
    const at = rough.findIndex((other) => cost < other.cost);
    rough.splice(at < 0 ? rough.length : at, 0, { ...one, cost });
    if (rough.length > close) rough.pop();
  }
  let best: Attempt | null = null;
  for (const one of rough) {
    if (best && one.own - slack >= best.cost) continue;
    const found = finest(board, one, task);
    if (best === null || found.cost < best.cost - 1e-9) best = found;
  }
  return best;
}

export interface Task extends PlanLine, Ends {
  /** Its place among all lines by key. */
  readonly line: number;
  readonly ways: readonly Way[];
}

const mostRounds = 5;

/** Lays the lines in this order, then each of them, and of the `others`, anew while that makes the whole cheaper. A line is a slice. */
export function* settleLines(board: Board, tasks: readonly Task[], others: readonly Task[] = []): Generator<void, void> {
  let moves = 0;
  const seen = new Map<number, number>();
  for (const task of tasks) {
    const found = route(board, task);
    if (found) board.put(task.line, found, task);
    moves += 1;
    yield;
  }
  for (let round = 0; round < mostRounds; round += 1) {
    const before = moves;
    for (const task of [...tasks, ...others]) {
      // Since its last turn nothing else has moved: it would lie the same.
      if (seen.get(task.line) === moves) continue;
      const lay = board.take(task.line);
      if (!lay) continue;
      // A line that crosses nothing, on its straightest way, can only get worse.
      const found = lay.cost > lay.own || round === 0 ? route(board, task) : null;
      const better = found !== null && found.cost < lay.cost - 1e-6;
      board.put(task.line, better ? found : lay, task);
      if (better) moves += 1;
      seen.set(task.line, moves);
      yield;
    }
    if (moves === before) return;
  }
}

/** The line with what it needs to know of where its ends stand; null where one of them stands nowhere. */
export function taskOf(grid: EstateGrid, { key, ends }: PlanLine, line: number): Task | null {
  const [a, b] = ends.map((end) => grid.places.get(end));
  return a && b ? { key, ends, line, a, b, ways: waysBetween(grid, a, b) } : null;
}

/** Lines are taken by key, whatever order they come in. */
export const tasksOf = (grid: EstateGrid, lines: readonly PlanLine[]): Task[] =>
  [...lines].sort((x, y) => (x.key < y.key ? -1 : 1)).flatMap((one, line) => taskOf(grid, one, line) ?? []);

const far = ({ a, b }: Task): number => Math.abs(a.row - b.row) + 1.1 * Math.abs(a.column - b.column);

export const shortFirst = (tasks: readonly Task[]): Task[] => [...tasks].sort((x, y) => far(x) - far(y));

/** A board with the lines that lie already. */
export function boardWith(grid: EstateGrid, tasks: readonly Task[], known: ReadonlyMap<string, LineCourse>): Board {
  const board = new Board(grid, 1 + Math.max(0, ...tasks.map(({ line }) => line)));
  for (const task of tasks) {
    const lie = known.get(task.key);
    if (lie) board.put(task.line, lie, task);
  }
  return board;
}

export function linesOn(board: Board, tasks: readonly Task[]): PlannedLine[] {
  const lain = board.all();
  return tasks.flatMap(({ key, line }) => {
    const one = lain[line];
    return one ? [{ key, way: one.way, tracks: one.tracks }] : [];
  });
}

/** The ways of all lines. `known`: ways that stay; then only the other lines look for one. */
export function* planWays(
  grid: EstateGrid,
  lines: readonly PlanLine[],
  known: ReadonlyMap<string, LineCourse> = new Map(),
): Generator<void, PlannedLine[]> {
  const tasks = tasksOf(grid, lines);
  const fresh = shortFirst(tasks.filter(({ key }) => !known.has(key)));
  let best = boardWith(grid, tasks, known);
  yield* settleLines(best, fresh);
  const first = best.total();
  // Another start finds nothing better than lines that cross nothing.
  if (first.crossed && fresh.length > 1) {
    const second = boardWith(grid, tasks, known);
    yield* settleLines(second, [...fresh].reverse());
    if (second.total().cost < first.cost) best = second;
  }
  return linesOn(best, tasks);
}
