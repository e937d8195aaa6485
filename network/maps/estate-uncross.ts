/**
 * A plan with fewer crossings: cards change places within their account and region while that makes the whole cheaper. A try
 * lays anew only the lines of the cards that move, and those that cross something.
 */
import type { Board } from './estate-board.ts';
import type { EstateGrid, GridPlace } from './estate-grid.ts';
import { boardWith, linesOn, type PlanLine, type PlannedLine, settleLines, shortFirst, type Task, taskOf, tasksOf } from './estate-plan.ts';

/** How often cards are tried in another place. */
const mostTries = 120;

interface Planned {
  readonly grid: EstateGrid;
  readonly lines: readonly PlannedLine[];
}

const isAt = (place: GridPlace, { row, column }: GridPlace): boolean => place.row === row && place.column === column;

/** The other places of the same account in the same region. */
function placesAround(grid: EstateGrid, place: GridPlace): GridPlace[] {
  const account = grid.accounts.find(({ from, rows }) => place.row >= from && place.row < from + rows);
  const region = grid.regions.find(({ from, columns }) => place.column >= from && place.column < from + columns);
  if (!account || !region) return [];
  const all = Array.from({ length: account.rows * region.columns }, (_, at): GridPlace => {
    return { row: account.from + Math.floor(at / region.columns), column: region.from + (at % region.columns), second: false };
  });
  return all.filter((one) => !isAt(one, place));
}

/** The grid with what stands in two places in each other's. */
function swapped(grid: EstateGrid, a: GridPlace, b: GridPlace): EstateGrid {
  const places = [...grid.places].map(([key, place]) => {
    const to = isAt(place, a) ? b : isAt(place, b) ? a : place;
    return [key, { ...place, row: to.row, column: to.column }] as const;
  });
  return { ...grid, places: new Map(places) };
}

interface State {
  readonly grid: EstateGrid;
  readonly tasks: readonly Task[];
  readonly cost: number;
  readonly lies: ReturnType<Board['saved']>;
}

/** Lays the lines of two places as if what stands there had changed places. */
function* swap(board: Board, { grid, tasks }: State, a: GridPlace, b: GridPlace): Generator<void, State> {
  const next = swapped(grid, a, b);
  const all = tasks.map((task) =>
    [task.a, task.b].some((place) => isAt(place, a) || isAt(place, b)) ? (taskOf(next, task, task.line) ?? task) : task,
  );
  const moved = all.filter((task, at) => task !== tasks[at]);
  for (const { line } of moved) board.take(line);
  const others = tasks.filter((task, at) => task === all[at] && board.isCrossed(task.line));
  yield* settleLines(board, shortFirst(moved), others);
  return { grid: next, tasks: all, cost: board.total().cost, lies: board.saved() };
}

const nameOf = ({ grid }: State): string => [...grid.places].map(([key, { row, column }]) => `${key} ${row} ${column}`).join();

/** Places to change: those of cards whose lines cross something, with each around them. */
function* swapsOf(board: Board, { grid, tasks }: State): Generator<readonly [GridPlace, GridPlace], void> {
  const crossing = tasks.filter(({ line }) => board.isCrossed(line));
  for (const card of new Set(crossing.flatMap((task) => task.ends))) {
    const from = grid.places.get(card);
    if (from) for (const to of placesAround(grid, from)) yield [from, to];
  }
}

/** The plan, or a better one of the same cards and lines. Where no single change is better the least bad is made, and it goes on from there. */
export function* uncross({ grid, lines }: Planned, ends: readonly PlanLine[]): Generator<void, Planned> {
  const tasks = tasksOf(grid, ends);
  const board = boardWith(grid, tasks, new Map(lines.map((line) => [line.key, line])));
  let state: State = { grid, tasks, cost: board.total().cost, lies: board.saved() };
  let best = state;
  const seen = new Set([nameOf(state)]);
  for (let tries = 0; tries < mostTries; ) {
    let next: State | null = null;
    for (const [from, to] of [...swapsOf(board, state)]) {
      if (tries === mostTries || (next !== null && next.cost < state.cost)) break;
      tries += 1;
      const found = yield* swap(board, state, from, to);
      board.restore(state.lies);
      if (!seen.has(nameOf(found)) && (next === null || found.cost < next.cost)) next = found;
    }
    if (next === null) break;
    state = next;
    seen.add(nameOf(state));
    board.restore(state.lies);
    if (state.cost < best.cost - 1e-6) best = state;
  }
  board.restore(best.lies);
  return { grid: best.grid, lines: linesOn(board, best.tasks) };
}
