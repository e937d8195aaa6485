/** The plan of the estate's picture: where cards stand and which ways lines take. It changes only with these, and with how many columns fit. */
import type { LineCourse } from './estate-board.ts';
import { exitsOfNode } from './estate-cards.ts';
import { gridOf } from './estate-grid.ts';
import { type EstateNode, type EstateView, isApart } from './estate-groups.ts';
import { type KnownPlan, keptGrid, keptWays } from './estate-kept.ts';
import { planWays } from './estate-plan.ts';

export interface EstatePlan extends KnownPlan {
  /** For how many columns it was made. */
  readonly room: number;
}

/** The narrowest that a column is meant to be, with its channel and its exits: how many of them a picture has room for. */
const leastColumn = 228;

export const isSmall = (node: EstateNode, joined: ReadonlySet<string>): boolean =>
  node.kind === 'vpc' && !joined.has(node.key) && exitsOfNode(node).length === 0;

/**
 * Where cards stand and which ways lines take, in slices. `before`: the plan of the same estate as it was; what is known there
 * stays.
 */
export function* planEstate(view: EstateView, width: number, before: EstatePlan | null = null): Generator<void, EstatePlan> {
  const joined = new Set(view.lines.flatMap(({ ends }) => ends));
  const nodes = view.nodes.map((node) => ({
    ...{ key: node.key, account: node.account, region: node.region, small: isSmall(node, joined), exits: exitsOfNode(node).length },
    weight: node.vpcs.reduce((sum, { subnets }) => sum + (subnets ?? 0), 0),
  }));
  const room = Math.max(1, Math.floor((width - 32) / leastColumn));
  const ends = new Map(view.lines.map((line) => [line.key, line.ends]));
  const joining = view.lines.filter((line) => !isApart(line));
  const kept = before !== null && before.room === room ? keptGrid(before.grid, nodes) : null;
  const grid =
    kept ??
    gridOf(
      nodes,
      joining.map((line) => line.ends),
      room,
    );
  yield;
  const known = before !== null && kept ? keptWays(before, kept, ends) : new Map<string, LineCourse>();
  const ways = yield* planWays(grid, joining, known);
  // What joins nothing takes the room that is left: shown or not, it moves nothing else.
  const held = new Map([...known, ...ways.map((line): [string, LineCourse] => [line.key, line])]);
  const lines = joining.length === view.lines.length ? ways : yield* planWays(grid, view.lines, held);
  return { grid, lines, ends, room };
}

/** The same at once: for tests and measurements. */
export function estatePlan(view: EstateView, width: number, before: EstatePlan | null = null): EstatePlan {
  const slices = planEstate(view, width, before);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}
