/** What a task will have changed when it is over, as data. */
import type { Effect } from '../families/task/table.ts';
import type { AnySpec, TableSpec } from '../world/table.ts';
import type { Space } from '../world/world.ts';

/** Some fields of a row get new values. */
export const willSet = <R, I extends string>(space: Space, spec: TableSpec<R, I>, id: string, set: Partial<R>): Effect => ({
  table: spec.name,
  scope: space.scopeOf(spec),
  id,
  set,
});

/** A row goes, and with it what points at it through the indexes `takes`. */
export const willGo = (space: Space, spec: AnySpec, id: string, takes: readonly string[] = []): Effect => ({
  table: spec.name,
  scope: space.scopeOf(spec),
  id,
  remove: true,
  ...(takes.length > 0 ? { takes } : {}),
});
