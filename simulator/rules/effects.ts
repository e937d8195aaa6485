/** What a task will have changed when it is over, as data. */
import type { Effect } from '../families/task/table.ts';
import type { AnySpec, TableSpec } from '../world/table.ts';
import type { Partition } from '../world/world.ts';

/** Some fields of a row get new values. */
export const willSet = <R, I extends string>(partition: Partition, spec: TableSpec<R, I>, id: string, set: Partial<R>): Effect => ({
  table: spec.name,
  scope: partition.scopeOf(spec),
  id,
  set,
});

/** A row goes, and with it what points at it through the indexes `takes`. */
export const willGo = (partition: Partition, spec: AnySpec, id: string, takes: readonly string[] = []): Effect => ({
  table: spec.name,
  scope: partition.scopeOf(spec),
  id,
  remove: true,
  ...(takes.length > 0 ? { takes } : {}),
});
