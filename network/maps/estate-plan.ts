/**
 * Which way each line of the estate takes, with few crossings. A try costs only the line that moves: its own length and
 * bends, and its crossings with the others.
 */
import type { EstateGrid, GridPlace } from './estate-grid.ts';
import { type Channel, type Frame, leftPlaces, levelPlaces, pinsOf, type Way, waysBetween } from './estate-ways.ts';

export interface PlannedLine {
  readonly key: string;
  readonly way: Way;
  /** For each channel of the way, its place in the order of the lines in that channel. */
  readonly tracks: readonly number[];
}

interface PlanLine {
  readonly key: string;
  readonly ends: readonly [string, string];
}

/** A line where it lies: its pieces as runs of three numbers (the one that stays, from, to), level ones and upright ones. */
interface Layout {
  readonly way: Way;
  readonly tracks: readonly number[];
  readonly level: readonly number[];
  readonly upright: readonly number[];
  readonly pins: readonly [number, number];
  readonly own: number;
}

const crossingCost = 400;
const bendCost = 16;
const pinCost = 3000;
const wordlessCost = 60;
const cell = 1000;

/** A frame without pixels: each channel and row is a stretch of a thousand, tracks are anywhere within 0 and 100. */
export function plainFrame(grid: EstateGrid): Frame {
  const bands = grid.accounts.flatMap(({ rows }, at) => Array.from({ length: rows }, () => at));
  const rowAt = (row: number): number => row + (bands[row] ?? 0);
  return {
    level: (channel, track) => channel * cell + track,
    upright: (channel, track) => channel * cell + track,
    portX: ({ column }, port) => column * cell + 200 + port * 50,
    portY: ({ row }, port) => rowAt(row) * cell + 300 + port * 80,
    top: ({ row }) => rowAt(row) * cell + 200,
    bottom: ({ row }) => rowAt(row) * cell + 850,
    left: ({ column }) => column * cell + 190,
  };
}

/** Crossings of one's level pieces with the other's upright ones. */
function met(level: readonly number[], upright: readonly number[]): number {
  let n = 0;
  for (let i = 0; i < level.length; i += 3) {
    const [y, from, to] = [level[i] as number, level[i + 1] as number, level[i + 2] as number];
    for (let j = 0; j < upright.length; j += 3) {
      const x = upright[j] as number;
      if (x > from && x < to && y > (upright[j + 1] as number) && y < (upright[j + 2] as number)) n += 1;
    }
  }
  return n;
}

const channelKey = ({ level, at }: Channel): number => (level ? at : -1 - at);
const offMiddle = ({ side, place }: Way['from']): number => Math.abs(place - ((side === 'left' ? leftPlaces : levelPlaces) - 1) / 2);

/** All lines as they lie, and what a try of one costs. */
class Board {
  private readonly laid = new Map<string, Layout>();
  private readonly pins = new Map<number, number>();
  private readonly gaps = new Map<number, readonly number[]>();
  private readonly frame: Frame;
  private readonly grid: EstateGrid;

  constructor(grid: EstateGrid, frame: Frame) {
    this.grid = grid;
    this.frame = frame;
  }

  /** The line as it would lie there. */
  lay(way: Way, tracks: readonly number[], a: GridPlace, b: GridPlace): Layout {
    const [level, upright]: [number[], number[]] = [[], []];
    let [x, y] = portAt(this.frame, a, way.from);
    const [endX, endY] = portAt(this.frame, b, way.to);
    let length = 0;
    const goX = (to: number): void => {
      if (to === x) return;
      level.push(y, Math.min(x, to), Math.max(x, to));
      // A column is some 300 px wide, a row 150 px high.
      length += Math.abs(to - x) * 0.066;
      x = to;
    };
    const goY = (to: number): void => {
      if (to === y) return;
      upright.push(x, Math.min(y, to), Math.max(y, to));
      length += Math.abs(to - y) * 0.033;
      y = to;
    };
    way.channels.forEach((channel, at) => {
      if (channel.level) goY(this.frame.level(channel.at, tracks[at] ?? 0));
      else goX(this.frame.upright(channel.at, tracks[at] ?? 0));
    });
    if (way.channels.at(-1)?.level) {
      goX(endX);
      goY(endY);
    } else {
      goY(endY);
      goX(endX);
    }
    const bends = (level.length + upright.length) / 3 - 1;
    // Beside upright pieces alone there is little room for a word.
    const wordless = way.channels.some((channel) => channel.level) ? 0 : wordlessCost;
    return {
      way,
      tracks,
      level,
      upright,
      pins: pinsOf(this.grid, way, a, b),
      own: length + wordless + bends * bendCost + 0.6 * (offMiddle(way.from) + offMiddle(way.to)),
    };
  }

  /** What it costs with all that lies; any number over `most` once that is passed. */
  costOf(one: Layout, most = Number.POSITIVE_INFINITY): number {
    const [p, q] = one.pins;
    const shared = (this.pins.get(p) ?? 0) + (p === q ? 0 : (this.pins.get(q) ?? 0));
    let cost = one.own + shared * pinCost;
    for (const other of this.laid.values()) {
      if (cost >= most) return cost;
      cost += (met(one.level, other.upright) + met(other.level, one.upright)) * crossingCost;
    }
    return cost;
  }

  put(key: string, one: Layout): void {
    this.laid.set(key, one);
    this.gaps.clear();
    for (const pin of new Set(one.pins)) this.pins.set(pin, (this.pins.get(pin) ?? 0) + 1);
  }

  take(key: string): Layout | undefined {
    const one = this.laid.get(key);
    this.laid.delete(key);
    this.gaps.clear();
    for (const pin of new Set(one?.pins)) this.pins.set(pin, (this.pins.get(pin) ?? 0) - 1);
    return one;
  }

  /** Where a track can be put in a channel: between each two that lie there, and at either end. */
  gapsIn(channel: Channel): readonly number[] {
    const key = channelKey(channel);
    const known = this.gaps.get(key);
    if (known) return known;
    const taken: number[] = [0, 100];
    for (const { way, tracks } of this.laid.values()) {
      way.channels.forEach((one, at) => {
        if (channelKey(one) === key) taken.push(tracks[at] ?? 0);
      });
    }
    taken.sort((a, b) => a - b);
    const gaps = taken.slice(1).map((to, at) => (to + (taken[at] ?? 0)) / 2);
    this.gaps.set(key, gaps);
    return gaps;
  }

  total(): number {
    let sum = 0;
    for (const [key, one] of [...this.laid]) {
      this.take(key);
      sum += this.costOf(one);
      this.put(key, one);
    }
    return sum;
  }

  all(): ReadonlyMap<string, Layout> {
    return this.laid;
  }
}

const portAt = (frame: Frame, at: GridPlace, { side, place }: Way['from']): [number, number] =>
  side === 'left' ? [frame.left(at), frame.portY(at, place)] : [frame.portX(at, place), side === 'top' ? frame.top(at) : frame.bottom(at)];

interface Attempt {
  readonly laid: Layout;
  readonly cost: number;
}

const isStraightable = ({ channels, from, to }: Way): boolean =>
  channels.length === 1 && from.side !== to.side && from.side !== 'left' && to.side !== 'left';

const placesOn = ({ side }: Way['from']): number => (side === 'left' ? leftPlaces : levelPlaces);

/** The cheapest place of a way: ports, then tracks, each in turn while the others stay. */
function finest(board: Board, start: Attempt, a: GridPlace, b: GridPlace): Attempt {
  let { laid: best, cost } = start;
  const { way } = best;
  const attempt = (to: Way, tracks: readonly number[]): void => {
    const next = board.lay(to, tracks, a, b);
    if (next.own >= cost) return;
    const sum = board.costOf(next, cost);
    if (sum < cost) [best, cost] = [next, sum];
  };
  for (let round = 0; round < 2; round += 1) {
    const before = cost;
    way.channels.forEach((channel, at) => {
      for (const gap of board.gapsIn(channel))
        attempt(
          best.way,
          best.tracks.map((track, place) => (place === at ? gap : track)),
        );
    });
    for (let place = 0; place < placesOn(way.from); place += 1) attempt({ ...best.way, from: { ...way.from, place } }, best.tracks);
    for (let place = 0; place < placesOn(way.to); place += 1) attempt({ ...best.way, to: { ...way.to, place } }, best.tracks);
    if (isStraightable(way)) {
      for (let place = 0; place < levelPlaces; place += 1)
        attempt({ ...best.way, from: { ...way.from, place }, to: { ...way.to, place } }, best.tracks);
    }
    // Where nothing crosses and the way is short there is nothing to gain.
    if (cost === before || cost < best.own + 1) break;
  }
  return { laid: best, cost };
}

const middleOf = (board: Board, channel: Channel): number => {
  const gaps = board.gapsIn(channel);
  return gaps[Math.floor(gaps.length / 2)] ?? 50;
};

/** How many ways are looked at closely, of those that seem cheapest. */
const close = 4;
/** What choosing other ports can save of a way's own cost. */
const slack = 40;

function route(board: Board, ways: readonly Way[], a: GridPlace, b: GridPlace): Attempt | null {
  const laid = ways
    .map((way) =>
      board.lay(
        way,
        way.channels.map((channel) => middleOf(board, channel)),
        a,
        b,
      ),
    )
    .sort((x, y) => x.own - y.own);
  const rough: Attempt[] = [];
  for (const one of laid) {
    const most = rough[close - 1]?.cost ?? Number.POSITIVE_INFINITY;
    if (one.own >= most) break;
    const cost = board.costOf(one, most);
    if (cost >= most) continue;
    const at = rough.findIndex((other) => cost < other.cost);
    rough.splice(at < 0 ? rough.length : at, 0, { laid: one, cost });
    if (rough.length > close) rough.pop();
  }
  let best: Attempt | null = null;
  for (const one of rough) {
    if (best && one.laid.own - slack >= best.cost) continue;
    const found = finest(board, one, a, b);
    if (best === null || found.cost < best.cost - 1e-9) best = found;
  }
  return best;
}

interface Task extends PlanLine {
  readonly a: GridPlace;
  readonly b: GridPlace;
  readonly ways: readonly Way[];
}

function planned(grid: EstateGrid, frame: Frame, tasks: readonly Task[], rounds: number): { readonly board: Board; readonly cost: number } {
  const board = new Board(grid, frame);
  for (const { key, ways, a, b } of tasks) {
    const found = route(board, ways, a, b);
    if (found) board.put(key, found.laid);
  }
  for (let round = 0; round < rounds; round += 1) {
    let better = false;
    for (const { key, ways, a, b } of tasks) {
      const before = board.take(key);
      if (!before) continue;
      const cost = board.costOf(before);
      // A line that crosses nothing, on its straightest way, can only get worse.
      const found = cost > before.own || round === 0 ? route(board, ways, a, b) : null;
      if (found && found.cost < cost - 1e-6) {
        board.put(key, found.laid);
        better = true;
      } else board.put(key, before);
    }
    if (!better) break;
  }
  return { board, cost: board.total() };
}

/** The ways of all lines. Deterministic: lines are taken by key, whatever order they come in. */
export function planWays(grid: EstateGrid, lines: readonly PlanLine[]): PlannedLine[] {
  const frame = plainFrame(grid);
  const tasks = [...lines]
    .sort((x, y) => (x.key < y.key ? -1 : 1))
    .flatMap(({ key, ends }): Task[] => {
      const [a, b] = ends.map((end) => grid.places.get(end));
      return a && b ? [{ key, ends, a, b, ways: waysBetween(grid, a, b) }] : [];
    });
  const far = ({ a, b }: Task): number => Math.abs(a.row - b.row) + 1.1 * Math.abs(a.column - b.column);
  const shortFirst = [...tasks].sort((x, y) => far(x) - far(y));
  const first = planned(grid, frame, shortFirst, 5);
  const second = planned(grid, frame, [...shortFirst].reverse(), 5);
  const { board } = second.cost < first.cost ? second : first;
  return [...board.all()].map(([key, { way, tracks }]) => ({ key, way, tracks })).sort((x, y) => (x.key < y.key ? -1 : 1));
}
