/**
 * Lines of the estate as they lie, and what a try of one costs: its own length and bends, and its crossings with the others.
 * Tens of thousands of tries are made, so pieces lie in flat arrays, and a try is only numbers until it is kept.
 */
import type { EstateGrid, GridPlace } from './estate-grid.ts';
import { type Channel, type Frame, leftPlaces, levelPlaces, type Way } from './estate-ways.ts';

/** Of more than any way round: across all of a picture a line costs some 800. */
const crossingCost = 1000;
const bendCost = 16;
const pinCost = 20_000;
const wordlessCost = 60;
/** A line has at most this many level pieces, and as many upright ones: each is where it stays, from, to. */
const mostPieces = 3;
const stride = mostPieces * 3;
const cell = 1000;

type Side = Way['from']['side'];

/** A frame without pixels: each channel and row is a stretch of a thousand, tracks are anywhere within 0 and 100. */
const plain = {
  channel: (channel: number, track: number): number => channel * cell + track,
  portX: (column: number, place: number): number => column * cell + 200 + place * 50,
  portY: (row: number, place: number): number => row * cell + 300 + place * 80,
  top: (row: number): number => row * cell + 200,
  bottom: (row: number): number => row * cell + 850,
  left: (column: number): number => column * cell + 190,
} as const;

const bandsOf = ({ accounts }: EstateGrid): number[] => accounts.flatMap(({ rows }, at) => Array.from({ length: rows }, () => at));

/** The same for what lays lines out in pixels later. */
export function plainFrame(grid: EstateGrid): Frame {
  const bands = bandsOf(grid);
  const rowAt = (row: number): number => row + (bands[row] ?? 0);
  return {
    level: plain.channel,
    upright: plain.channel,
    portX: ({ column }, place) => plain.portX(column, place),
    portY: ({ row }, place) => plain.portY(rowAt(row), place),
    top: ({ row }) => plain.top(rowAt(row)),
    bottom: ({ row }) => plain.bottom(rowAt(row)),
    left: ({ column }) => plain.left(column),
  };
}

/** Where a line lies. */
export interface LineCourse {
  readonly way: Way;
  readonly tracks: readonly number[];
}

/** Where the cards stand that a line joins. */
export interface Ends {
  readonly a: GridPlace;
  readonly b: GridPlace;
}

interface BoardLine extends LineCourse {
  readonly own: number;
  readonly ends: Ends;
  readonly level: Float64Array;
  readonly upright: Float64Array;
}

const channelKey = ({ level, at }: Channel): number => (level ? at : -1 - at);
const offMiddle = (side: Side, place: number): number => Math.abs(place - ((side === 'left' ? leftPlaces : levelPlaces) - 1) / 2);

/** How often a piece at `at` from..to is crossed by those of the other direction. */
function crossed(pieces: Float64Array, end: number, at: number, from: number, to: number): number {
  let n = 0;
  for (let i = 0; i < end; i += 3) {
    const other = pieces[i] as number;
    if (other > from && other < to && at > (pieces[i + 1] as number) && at < (pieces[i + 2] as number)) n += 1;
  }
  return n;
}

/** Pieces of one direction, while a line is laid. */
class Pieces {
  readonly all = new Float64Array(stride);
  end = 0;

  add(at: number, a: number, b: number): void {
    this.all[this.end] = at;
    this.all[this.end + 1] = a < b ? a : b;
    this.all[this.end + 2] = a < b ? b : a;
    this.end += 3;
  }
}

/** Pieces of one direction of all lines that lie, one after the other. */
class PieceList {
  readonly all: Float64Array;
  end = 0;

  constructor(lines: number) {
    this.all = new Float64Array(lines * stride);
  }

  fill(kept: readonly (BoardLine | null)[], direction: 'level' | 'upright'): void {
    this.end = 0;
    for (const one of kept) {
      if (!one) continue;
      this.all.set(one[direction], this.end);
      this.end += one[direction].length;
    }
  }
}

export class Board {
  private readonly columns: number;
  /** How many accounts begin above a row: their channels come before it. */
  private readonly bands: readonly number[];
  private readonly kept: (BoardLine | null)[];
  private readonly level: PieceList;
  private readonly upright: PieceList;
  private readonly pins: Int16Array;
  private readonly inChannel = new Map<number, number[]>();
  private readonly gaps = new Map<number, readonly number[]>();
  // The try: what `lay` has written.
  private tryLevel = new Pieces();
  private tryUpright = new Pieces();
  private own = 0;
  private pinA = 0;
  private pinB = 0;

  constructor(grid: EstateGrid, lines: number) {
    this.columns = grid.regions.reduce((sum, one) => sum + one.columns, 0);
    this.bands = bandsOf(grid);
    const channels = grid.accounts.reduce((sum, { rows }) => sum + rows + 1, 0);
    this.kept = Array.from({ length: lines }, () => null);
    this.level = new PieceList(lines);
    this.upright = new PieceList(lines);
    this.pins = new Int16Array((channels + 1) * this.columns * 32);
  }

  /** What no two lines may share: a place on a card, or one across the channel from it, where both would run on the same line. */
  private pin({ row, column }: GridPlace, side: Side, place: number): number {
    const across = side === 'left' ? row : row + (this.bands[row] as number) + (side === 'bottom' ? 1 : 0);
    return (across * this.columns + column) * 32 + place * 2 + (side === 'left' ? 1 : 0);
  }

  private portX({ column }: GridPlace, side: Side, place: number): number {
    return side === 'left' ? plain.left(column) : plain.portX(column, place);
  }

  private portY({ row }: GridPlace, side: Side, place: number): number {
    const at = row + (this.bands[row] as number);
    return side === 'left' ? plain.portY(at, place) : side === 'top' ? plain.top(at) : plain.bottom(at);
  }

  /** Lays a try with these ports; `costOf` is about the last one. @returns what it costs by itself */
  lay({ channels, from, to }: Way, tracks: readonly number[], { a, b }: Ends, fromPlace = from.place, toPlace = to.place): number {
    const { tryLevel, tryUpright } = this;
    tryLevel.end = 0;
    tryUpright.end = 0;
    let [sideways, upward] = [0, 0];
    let x = this.portX(a, from.side, fromPlace);
    let y = this.portY(a, from.side, fromPlace);
    const endX = this.portX(b, to.side, toPlace);
    const endY = this.portY(b, to.side, toPlace);
    let isLevel = false;
    let hasLevel = false;
    // One step for each channel, then to the end: along the last channel, and off it.
    for (let at = 0; at < channels.length + 2; at += 1) {
      const channel = channels[at];
      if (channel) isLevel = channel.level;
      else isLevel = !isLevel;
      if (channel?.level) hasLevel = true;
      if (isLevel) {
        const next = channel ? plain.channel(channel.at, tracks[at] as number) : endY;
        if (next !== y) {
          tryUpright.add(x, y, next);
          upward += Math.abs(next - y);
          y = next;
        }
      } else {
        const next = channel ? plain.channel(channel.at, tracks[at] as number) : endX;
        if (next !== x) {
          tryLevel.add(y, x, next);
          sideways += Math.abs(next - x);
          x = next;
        }
      }
    }
    this.pinA = this.pin(a, from.side, fromPlace);
    this.pinB = this.pin(b, to.side, toPlace);
    // A column is some 300 px wide, a row 150 px high. Beside upright pieces alone there is little room for a word.
    this.own =
      sideways * 0.066 +
      upward * 0.033 +
      (hasLevel ? 0 : wordlessCost) +
      ((tryLevel.end + tryUpright.end) / 3 - 1) * bendCost +
      0.6 * (offMiddle(from.side, fromPlace) + offMiddle(to.side, toPlace));
    return this.own;
  }

  /** What the try costs with all that lies; any number from `most` on once that is reached. */
  costOf(most: number): number {
    const { level, upright, tryLevel, tryUpright, pinA, pinB } = this;
    let cost = this.own + ((this.pins[pinA] as number) + (pinA === pinB ? 0 : (this.pins[pinB] as number))) * pinCost;
    for (let i = 0; i < tryLevel.end && cost < most; i += 3) {
      const { all } = tryLevel;
      cost += crossingCost * crossed(upright.all, upright.end, all[i] as number, all[i + 1] as number, all[i + 2] as number);
    }
    for (let i = 0; i < tryUpright.end && cost < most; i += 3) {
      const { all } = tryUpright;
      cost += crossingCost * crossed(level.all, level.end, all[i] as number, all[i + 1] as number, all[i + 2] as number);
    }
    return cost;
  }

  private refill(): void {
    this.level.fill(this.kept, 'level');
    this.upright.fill(this.kept, 'upright');
  }

  /** Keeps a line there. */
  put(line: number, { way, tracks }: LineCourse, ends: Ends): void {
    const own = this.lay(way, tracks, ends);
    const [level, upright] = [this.tryLevel, this.tryUpright].map(({ all, end }) => all.slice(0, end)) as [Float64Array, Float64Array];
    this.kept[line] = { way, tracks, own, ends, level, upright };
    this.refill();
    this.count(1);
    way.channels.forEach((channel, at) => {
      const key = channelKey(channel);
      const held = this.inChannel.get(key);
      if (held) held.push(tracks[at] ?? 0);
      else this.inChannel.set(key, [tracks[at] ?? 0]);
      this.gaps.delete(key);
    });
  }

  private count(by: number): void {
    this.pins[this.pinA] = (this.pins[this.pinA] as number) + by;
    if (this.pinA !== this.pinB) this.pins[this.pinB] = (this.pins[this.pinB] as number) + by;
  }

  /** Takes a line away: where it lay, and what it cost by itself and with the rest. */
  take(line: number): (LineCourse & { readonly own: number; readonly cost: number; readonly ends: Ends }) | null {
    const one = this.kept[line];
    if (!one) return null;
    const { way, tracks, own, ends } = one;
    this.kept[line] = null;
    this.refill();
    this.lay(way, tracks, ends);
    this.count(-1);
    way.channels.forEach((channel, at) => {
      const key = channelKey(channel);
      const held = this.inChannel.get(key) ?? [];
      held.splice(held.indexOf(tracks[at] ?? 0), 1);
      this.gaps.delete(key);
    });
    return { way, tracks, own, ends, cost: this.costOf(Number.POSITIVE_INFINITY) };
  }

  /** Where a track can be put in a channel: between each two that lie there, and at either end. */
  gapsIn(channel: Channel): readonly number[] {
    const key = channelKey(channel);
    const known = this.gaps.get(key);
    if (known) return known;
    const taken = [0, 100, ...(this.inChannel.get(key) ?? [])].sort((a, b) => a - b);
    const gaps = taken.slice(1).map((to, at) => (to + (taken[at] ?? 0)) / 2);
    this.gaps.set(key, gaps);
    return gaps;
  }

  /** The sum of what all lines cost; `crossed`: some of it for crossings and shared places. */
  total(): { readonly cost: number; readonly crossed: boolean } {
    let [cost, own] = [0, 0];
    this.kept.forEach((one, line) => {
      if (!one) return;
      cost += this.take(line)?.cost ?? 0;
      own += one.own;
      this.put(line, one, one.ends);
    });
    return { cost, crossed: cost > own + 1e-6 };
  }

  /** Whether a line crosses another, or shares a place with one. */
  isCrossed(line: number): boolean {
    const one = this.take(line);
    if (!one) return false;
    this.put(line, one, one.ends);
    return one.cost > one.own + 1e-6;
  }

  /** How all lines lie, to come back to. */
  saved(): readonly (BoardLine | null)[] {
    return [...this.kept];
  }

  restore(saved: ReturnType<Board['saved']>): void {
    for (const [line, one] of saved.entries()) if (this.kept[line] !== one) this.take(line);
    for (const [line, one] of saved.entries()) if (one && this.kept[line] !== one) this.put(line, one, one.ends);
  }

  all(): readonly (LineCourse | null)[] {
    return this.kept;
  }
}
