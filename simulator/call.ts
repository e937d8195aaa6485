/** What a handler is given and what it gives back. */
import type { ActionName, ParamsOf, ResultOf } from '../catalogue/index.ts';
import type { Region } from '../catalogue/regions.ts';
import type { AccountRow } from './accounts/table.ts';
import type { TaskFate } from './rules/tasks.ts';
import type { Table, TableSpec } from './world/table.ts';
import type { Space, World } from './world/world.ts';

/** One request: who asks, where, and the tables that are theirs. */
export class Call {
  readonly world: World;
  readonly region: Region;
  /** The world's time in epoch milliseconds. */
  readonly now: number;

  constructor(
    readonly space: Space,
    readonly account: AccountRow,
    readonly action: ActionName,
    /** What a fault has ordered for the tasks that it begins. */
    readonly fate?: TaskFate | undefined,
  ) {
    this.world = space.world;
    this.region = space.region as Region;
    this.now = space.world.clock.now();
  }

  /** The caller's rows of a table. */
  table<R, I extends string>(spec: TableSpec<R, I>): Table<R, I> {
    return this.space.table(spec);
  }
}

/** Does one action: parameters checked against the catalogue and in their own types; refusals are thrown as CloudError. */
export type Handler<A extends ActionName> = (params: ParamsOf<A>, call: Call) => ResultOf<A>;

/** A handler for each of these actions: a family file is `{ … } satisfies Handlers<keyof typeof actions>`. */
export type Handlers<A extends ActionName> = { readonly [K in A]: Handler<K> };
