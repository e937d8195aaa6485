/**
 * One order from the orders of two sides. Each two rules stand as the side that changed their order has them; a rule that
 * one side added stays below everything that it stood below, and above what it stood above. Where that cannot all be had
 * at once the rules contradict each other, and somebody has to choose a side.
 */
import type { Rule } from './rule-set.ts';

/** A rule of the merged list, with its places in the three lists; null where it is not in one. */
export interface Placed {
  readonly rule: Rule;
  readonly base: number | null;
  readonly mine: number | null;
  readonly theirs: number | null;
}

type Side = 'mine' | 'theirs';

/** -1: a before b, 1: after, 0: the list does not tell. */
function told(a: number | null, b: number | null): -1 | 0 | 1 {
  if (a === null || b === null || a === b) return 0;
  return a < b ? -1 : 1;
}

/** Which of two must stand first: -1 the first, 1 the second, 0 either, null both. */
function wanted(a: Placed, b: Placed): -1 | 0 | 1 | null {
  const mine = told(a.mine, b.mine);
  const theirs = told(a.theirs, b.theirs);
  const was = told(a.base, b.base);
  if (mine === 0 || theirs === 0) return mine || theirs || was;
  if (mine === theirs) return mine;
  // Both lists have both, in other orders: the side that changed the order means it.
  if (was === 0) return null;
  return mine === was ? theirs : mine;
}

type Edges = readonly (readonly number[])[];

/** By place: the places that must come later. */
function edgesOf(all: readonly Placed[]): Edges {
  const after: number[][] = all.map(() => []);
  for (const [a, first] of all.entries()) {
    for (let b = a + 1; b < all.length; b += 1) {
      const second = all[b];
      const order = second ? wanted(first, second) : 0;
      if (order === -1 || order === null) after[a]?.push(b);
      if (order === 1 || order === null) after[b]?.push(a);
    }
  }
  return after;
}

/** Groups of places that each lead to each other (Tarjan, without recursion); most have one member. */
function knotsOf(after: Edges): number[][] {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const knots: number[][] = [];
  const enter = (at: number): { at: number; next: number } => {
    index.set(at, index.size);
    low.set(at, index.get(at) ?? 0);
    open.push(at);
    isOpen.add(at);
    return { at, next: 0 };
  };
  for (const root of after.keys()) {
    if (index.has(root)) continue;
    const path = [enter(root)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const to = after[step.at]?.[step.next];
      step.next += 1;
      if (to === undefined) {
        path.pop();
        const above = path.at(-1);
        if (above) low.set(above.at, Math.min(low.get(above.at) ?? 0, low.get(step.at) ?? 0));
        if (low.get(step.at) === index.get(step.at)) {
          const knot = open.splice(open.indexOf(step.at));
          for (const at of knot) isOpen.delete(at);
          knots.push(knot);
        }
      } else if (!index.has(to)) path.push(enter(to));
      else if (isOpen.has(to)) low.set(step.at, Math.min(low.get(step.at) ?? 0, index.get(to) ?? 0));
    }
  }
  return knots;
}

/** The rules of a knot as one side has them; what that side lacks goes behind what stands before it on the other. */
export function asSide(knot: readonly Placed[], side: Side): Placed[] {
  const other = side === 'mine' ? 'theirs' : 'mine';
  const at = (one: Placed, of: Side): number => one[of] ?? Number.POSITIVE_INFINITY;
  const order = knot.filter((one) => one[side] !== null).sort((a, b) => at(a, side) - at(b, side));
  const rest = knot.filter((one) => one[side] === null).sort((a, b) => at(a, other) - at(b, other));
  for (const one of rest) {
    const before = order.filter((there) => at(there, other) < at(one, other)).sort((a, b) => at(b, other) - at(a, other))[0];
    order.splice(before ? order.indexOf(before) + 1 : 0, 0, one);
  }
  return order;
}

/** What only mine has comes as early as it may; the rest as theirs has it. */
const early = (knot: readonly Placed[]): readonly [number, number] => {
  const keys = knot.map(({ theirs, mine }): readonly [number, number] => (theirs === null ? [0, mine ?? 0] : [1, theirs]));
  return keys.reduce((least, key) => (key[0] < least[0] || (key[0] === least[0] && key[1] < least[1]) ? key : least));
};

export interface Ordered {
  readonly order: readonly Placed[];
  /** Rules whose orders contradict each other, each in the order of their list here. */
  readonly knots: readonly (readonly Placed[])[];
}

/** `choose` tells whose order a knot takes. */
export function orderOf(all: readonly Placed[], choose: (knot: readonly Placed[]) => Side): Ordered {
  const after = edgesOf(all);
  const knots = knotsOf(after);
  const knotOf = new Map(knots.flatMap((knot, number) => knot.map((at): [number, number] => [at, number])));
  const members = knots.map((knot) => [...knot].sort((a, b) => a - b).flatMap((at) => all[at] ?? []));
  const waits = knots.map(() => new Set<number>());
  for (const [at, later] of after.entries()) {
    for (const to of later) {
      const [from, next] = [knotOf.get(at) ?? 0, knotOf.get(to) ?? 0];
      if (from !== next) waits[next]?.add(from);
    }
  }
  const keys = members.map(early);
  const left = new Set(knots.keys());
  const order: Placed[] = [];
  while (left.size > 0) {
    const free = [...left].filter((number) => waits[number]?.size === 0);
    const [next] = free.sort((a, b) => (keys[a]?.[0] ?? 0) - (keys[b]?.[0] ?? 0) || (keys[a]?.[1] ?? 0) - (keys[b]?.[1] ?? 0));
    if (next === undefined) throw new RangeError('knots lead to each other');
    left.delete(next);
    for (const set of waits) set.delete(next);
    const knot = members[next] ?? [];
    order.push(...(knot.length > 1 ? asSide(knot, choose(knot)) : knot));
  }
  return { order, knots: members.filter(({ length }) => length > 1) };
}
