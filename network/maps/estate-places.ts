/** The plan of the estate's picture: where cards stand and which ways lines take. It changes only with these, and with how many columns fit. */
import type { LineCourse } from './estate-board.ts';
import { exitsOfNode } from './estate-cards.ts';
import { gridOf } from './estate-grid.ts';
import { type EstateNode, type EstateView, isApart } from './estate-groups.ts';
import { type KnownPlan, keptGrid, keptWays } from './estate-kept.ts';
import { planWays } from './estate-plan.ts';
import { uncross } from './estate-uncross.ts';

export interface EstatePlan extends KnownPlan {
  /** For how many columns it was made. */
  readonly room: number;
  /** Nothing of it was kept from another. */
  readonly isNew: boolean;
}

/** The narrowest that a column is meant to be, with its channel and its exits: how many of them a picture has room for. */
const leastColumn = 228;

export const isSmall = (node: EstateNode, joined: ReadonlySet<string>): boolean =>
  node.kind === 'vpc' && !joined.has(node.key) && exitsOfNode(node).length === 0;

const roomIn = (width: number): number => Math.max(1, Math.floor((width - 32) / leastColumn));

/** What joins nothing takes the room that is left: shown or not, it moves nothing else. */
function* withApart(view: EstateView, { grid, lines }: Pick<EstatePlan, 'grid' | 'lines'>, known: ReadonlyMap<string, LineCourse>) {
  if (lines.length === view.lines.length) return lines;
  return yield* planWays(grid, view.lines, new Map([...known, ...lines.map((line): [string, LineCourse] => [line.key, line])]));
}

/**
 * Where cards stand and which ways lines take, in slices. `before`: the plan of the same estate as it was; what is known there
 * stays.
 */
export function* planEstate(view: EstateView, width: number, before: EstatePlan | null = null): Generator<void, EstatePlan> {
  const joined = new Set(view.lines.flatMap(({ ends }) => ends));
  const nodes = view.nodes.map((node) => ({
    ...{ key: node.key, account: node.account, region: node.region, small: isSmall(node, joined), exits: exitsOfNode(node).length },
    name: node.name,
  }));
  const room = roomIn(width);
  const ends = new Map(view.lines.map((line) => [line.key, line.ends]));
  const joining = view.lines.filter((line) => !isApart(line));
  const kept = before !== null && before.room === room ? keptGrid(before.grid, nodes) : null;
  const pairs = joining.map((line) => line.ends);
  const grid = kept ?? gridOf(nodes, pairs, room);
  yield;
  const known = before !== null && kept ? keptWays(before, kept, ends) : new Map<string, LineCourse>();
  const ways = yield* planWays(grid, joining, known);
  return { grid, lines: yield* withApart(view, { grid, lines: ways }, known), ends, room, isNew: kept === null };
}

/** A plan with fewer crossings, in slices; itself, where it was kept from before: then nothing moves. */
export function* planUncrossed(view: EstateView, plan: EstatePlan): Generator<void, EstatePlan> {
  if (!plan.isNew) return plan;
  const joining = view.lines.filter((line) => !isApart(line));
  const keys = new Set(joining.map(({ key }) => key));
  const lines = plan.lines.filter(({ key }) => keys.has(key));
  const better = yield* uncross({ grid: plan.grid, lines }, joining);
  return { ...plan, ...better, lines: yield* withApart(view, better, new Map()) };
}

/** The plan at once: for tests and measurements. */
export const estatePlan = (view: EstateView, width: number, before: EstatePlan | null = null): EstatePlan =>
  atOnce(planEstate(view, width, before));

/** The plan with few crossings at once: for tests alone. */
export const uncrossedPlan = (view: EstateView, width: number): EstatePlan => atOnce(planUncrossed(view, estatePlan(view, width)));

function atOnce<T>(slices: Generator<void, T>): T {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}
