/** The order of two columns that nets join: few lines cross, and each thing of the right stands near those that lead to it. */
import { crossingsBetween, type Track, trackOf } from './nets.ts';
import { settle } from './settle.ts';

/** What stands in the right column, and which of the left lead to it, as indices. */
interface RightUnit {
  readonly height: number;
  readonly from: readonly number[];
}

interface ColumnsToOrder {
  /** Heights of the left column. */
  readonly left: readonly number[];
  /** So many of them, from the top, may change places. */
  readonly movable: number;
  readonly right: readonly RightUnit[];
}

interface Orders {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

interface Cost {
  readonly crossings: number;
  /** Sum of the heights of the lines, in px. */
  readonly length: number;
}

/** A line that is so much longer, in px, is as bad as one more crossing. */
const perCrossing = 300;
const weigh = ({ crossings, length }: Cost): number => crossings + length / perCrossing;

const rightGap = 9;
/** Pairs of nets that are compared, all in all: beyond that the order stays as it is found. */
const mostWork = 12_000;

const mean = (some: readonly number[]): number => some.reduce((sum, y) => sum + y, 0) / Math.max(1, some.length);

/** Where the lines of an order would run. */
function tracksOf({ left, right }: ColumnsToOrder, order: Orders): Track[] {
  const units = left.map((): number[] => []);
  for (const unit of order.right) for (const one of right[unit]?.from ?? []) units[one]?.push(unit);
  const pins = right.map((): number[] => []);
  let top = 0;
  for (const one of order.left) {
    const height = left[one] ?? 0;
    const own = units[one] ?? [];
    own.forEach((unit, at) => void pins[unit]?.push(top + (height * (at + 0.5)) / own.length));
    top += height;
  }
  const wishes = order.right.map((unit) => ({ size: right[unit]?.height ?? 0, want: mean(pins[unit] ?? []) }));
  const tops = settle(wishes, rightGap, 0, Math.max(top, 1));
  return order.right.map((unit, at) => trackOf(pins[unit] ?? [], [(tops[at] ?? 0) + (right[unit]?.height ?? 0) / 2]));
}

function costOf(columns: ColumnsToOrder, order: Orders): Cost {
  const tracks = tracksOf(columns, order);
  let [crossings, length] = [0, 0];
  tracks.forEach((a, at) => {
    const [leg = 0] = a.legs;
    length += a.pins.reduce((sum, y) => sum + Math.abs(y - leg), 0);
    for (let other = at + 1; other < tracks.length; other += 1) {
      const b = tracks[other];
      if (b) crossings += Math.min(crossingsBetween(a, b), crossingsBetween(b, a));
    }
  });
  return { crossings, length };
}

/** Stable: what is level stays as it was. */
const byMean = (items: readonly number[], mean: (item: number) => number): number[] =>
  [...items]
    .map((item) => ({ item, at: mean(item) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** Each column by the mean place of what it is joined with, in turn. */
function swept(columns: ColumnsToOrder, start: Orders, rounds: number): Orders {
  let { left, right } = start;
  for (let round = 0; round < rounds; round += 1) {
    const rows = new Map(left.map((one, at) => [one, at]));
    right = byMean(right, (unit) => mean((columns.right[unit]?.from ?? []).map((one) => rows.get(one) ?? 0)));
    if (round === rounds - 1) break;
    const places = new Map(right.map((unit, at) => [unit, at]));
    const middle = (one: number): number => {
      const units = [...columns.right.keys()].filter((unit) => columns.right[unit]?.from.includes(one));
      return units.length === 0 ? Number.MAX_VALUE : mean(units.map((unit) => places.get(unit) ?? 0));
    };
    left = [...byMean(left.slice(0, columns.movable), middle), ...left.slice(columns.movable)];
  }
  return { left, right };
}

/** Neighbours change places while fewer lines cross; those of the right also where their lines are shorter. */
function swapped(columns: ColumnsToOrder, start: Orders, work: { left: number }): { order: Orders; cost: Cost } {
  let best = { order: start, cost: costOf(columns, start) };
  const each = Math.max(1, columns.right.length ** 2);
  const tried = (side: keyof Orders, at: number): boolean => {
    const items = [...best.order[side]];
    const [a, b] = [items[at], items[at + 1]];
    if (a === undefined || b === undefined || work.left <= 0) return false;
    work.left -= each;
    [items[at], items[at + 1]] = [b, a];
    const order = { ...best.order, [side]: items };
    const cost = costOf(columns, order);
    if (weigh(cost) > weigh(best.cost) - 0.01 || (side === 'left' && cost.crossings >= best.cost.crossings)) return false;
    best = { order, cost };
    return true;
  };
  for (let moved = true; moved; ) {
    moved = false;
    for (const side of ['left', 'right'] as const) {
      const end = side === 'left' ? columns.movable : best.order.right.length;
      for (let at = 0; at < end - 1; at += 1) moved = tried(side, at) || moved;
    }
  }
  return best;
}

/** Orders of both columns, as indices. Given things in one order, it is always the same; the left stays as given where no line is saved. */
export function orderColumns(columns: ColumnsToOrder): Orders {
  const given: Orders = { left: [...columns.left.keys()], right: [...columns.right.keys()] };
  const work = { left: mostWork };
  let best = swapped(columns, swept(columns, given, 1), work);
  for (const rounds of [3, 6]) {
    if (best.cost.crossings === 0) break;
    const other = swapped(columns, swept(columns, given, rounds), work);
    if (weigh(other.cost) < weigh(best.cost) - 0.01) best = other;
  }
  return best.order;
}
