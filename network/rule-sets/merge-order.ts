/**
 * One order from the orders of two sides. Each two rules stand as the side that changed their order has them; a rule that
 * one side added stays below everything that it stood below, and above what it stood above. Where that cannot all be had
 * at once the rules contradict each other, and somebody has to choose a side.
 */
import type { Rule } from './rule-set.ts';

/** A rule of the merged list, with its places in the three lists; null where it is not in one. */
export interface MergeEntry {
  readonly rule: Rule;
  readonly base: number | null;
  readonly mine: number | null;
  readonly theirs: number | null;
}

type Side = 'mine' | 'theirs';

/** -1: a before b, 1: after, 0: the list does not tell. */
function orderIn(a: number | null, b: number | null): -1 | 0 | 1 {
  if (a === null || b === null || a === b) return 0;
  return a < b ? -1 : 1;
}

/** Which of two must stand first: -1 the first, 1 the second, 0 either, null both. */
function requiredOrder(a: MergeEntry, b: MergeEntry): -1 | 0 | 1 | null {
  const mine = orderIn(a.mine, b.mine);
  const theirs = orderIn(a.theirs, b.theirs);
  const was = orderIn(a.base, b.base);
  if (mine === 0 || theirs === 0) return mine || theirs || was;
  if (mine === theirs) return mine;
  // Both lists have both, in other orders: the side that changed the order means it.
  if (was === 0) return null;
  return mine === was ? theirs : mine;
}

type Edges = readonly (readonly number[])[];

/** By place: the places that must come later. */
function edgesOf(all: readonly MergeEntry[]): Edges {
  const after: number[][] = all.map(() => []);
  for (const [a, first] of all.entries()) {
    for (let b = a + 1; b < all.length; b += 1) {
      const second = all[b];
      const order = second ? requiredOrder(first, second) : 0;
      if (order === -1 || order === null) after[a]?.push(b);
      if (order === 1 || order === null) after[b]?.push(a);
    }
  }
  return after;
}

/** Groups of places that each lead to each other (Tarjan, without recursion); most have one member. */
function cyclesOf(after: Edges): number[][] {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const cycles: number[][] = [];
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
          const cycle = open.splice(open.indexOf(step.at));
          for (const at of cycle) isOpen.delete(at);
          cycles.push(cycle);
        }
      } else if (!index.has(to)) path.push(enter(to));
      else if (isOpen.has(to)) low.set(step.at, Math.min(low.get(step.at) ?? 0, index.get(to) ?? 0));
    }
  }
  return cycles;
}

/** The rules of a cycle as one side has them; what that side lacks goes behind what stands before it on the other. */
export function orderOfSide(cycle: readonly MergeEntry[], side: Side): MergeEntry[] {
  const other = side === 'mine' ? 'theirs' : 'mine';
  const at = (one: MergeEntry, of: Side): number => one[of] ?? Number.POSITIVE_INFINITY;
  const order = cycle.filter((one) => one[side] !== null).sort((a, b) => at(a, side) - at(b, side));
  const rest = cycle.filter((one) => one[side] === null).sort((a, b) => at(a, other) - at(b, other));
  for (const one of rest) {
    const before = order.filter((there) => at(there, other) < at(one, other)).sort((a, b) => at(b, other) - at(a, other))[0];
    order.splice(before ? order.indexOf(before) + 1 : 0, 0, one);
  }
  return order;
}

/** What only mine has comes as early as it may; the rest as theirs has it. */
const sortKey = (cycle: readonly MergeEntry[]): readonly [number, number] => {
  const keys = cycle.map(({ theirs, mine }): readonly [number, number] => (theirs === null ? [0, mine ?? 0] : [1, theirs]));
  return keys.reduce((least, key) => (key[0] < least[0] || (key[0] === least[0] && key[1] < least[1]) ? key : least));
};

interface MergeOrder {
  readonly order: readonly MergeEntry[];
  /** Rules whose orders contradict each other, each in the order of their list here. */
  readonly cycles: readonly (readonly MergeEntry[])[];
}

/** `choose` tells whose order a cycle takes. */
export function orderOf(all: readonly MergeEntry[], choose: (cycle: readonly MergeEntry[]) => Side): MergeOrder {
  const after = edgesOf(all);
  const cycles = cyclesOf(after);
  const cycleOf = new Map(cycles.flatMap((cycle, number) => cycle.map((at): [number, number] => [at, number])));
  const members = cycles.map((cycle) => [...cycle].sort((a, b) => a - b).flatMap((at) => all[at] ?? []));
  const waits = cycles.map(() => new Set<number>());
  for (const [at, later] of after.entries()) {
    for (const to of later) {
      const [from, next] = [cycleOf.get(at) ?? 0, cycleOf.get(to) ?? 0];
      if (from !== next) waits[next]?.add(from);
    }
  }
  const keys = members.map(sortKey);
  const left = new Set(cycles.keys());
  const order: MergeEntry[] = [];
  while (left.size > 0) {
    const free = [...left].filter((number) => waits[number]?.size === 0);
    const [next] = free.sort((a, b) => (keys[a]?.[0] ?? 0) - (keys[b]?.[0] ?? 0) || (keys[a]?.[1] ?? 0) - (keys[b]?.[1] ?? 0));
    if (next === undefined) throw new RangeError('cycles lead to each other');
    left.delete(next);
    for (const set of waits) set.delete(next);
    const cycle = members[next] ?? [];
    order.push(...(cycle.length > 1 ? orderOfSide(cycle, choose(cycle)) : cycle));
  }
  return { order, cycles: members.filter(({ length }) => length > 1) };
}
