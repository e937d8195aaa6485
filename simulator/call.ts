/** The parameters and the result of a handler. */
import type * as modules from '../catalogue/families/modules.ts';
import type { ActionName, ParamsOf, ResultOf } from '../catalogue/index.ts';
import type { AccountRow } from './accounts/table.ts';
import type { TaskFate } from './families/task/table.ts';
import type { Result } from './protocol/request.ts';
import type { Table, TableSpec } from './world/table.ts';
import type { Partition, World } from './world/world.ts';

/** One request: its caller, its scope, and the caller's tables. */
export class Call {
  readonly world: World;
  readonly region: string;
  /** The world's time in epoch milliseconds. */
  readonly now: number;

  constructor(
    readonly partition: Partition,
    readonly account: AccountRow,
    readonly action: ActionName,
    /** The fate that a fault orders for the tasks of this call. */
    readonly fate?: TaskFate | undefined,
  ) {
    this.world = partition.world;
    this.region = partition.region;
    this.now = partition.world.clock.now();
  }

  /** The caller's rows of a table. */
  table<R, I extends string>(spec: TableSpec<R, I>): Table<R, I> {
    return this.partition.table(spec);
  }
}

/** Where and when rows are made: handlers hand in their call, seeds a region of the demo world. */
export type CallContext = Pick<Call, 'world' | 'partition' | 'region' | 'now'>;

/**
 * Does one action: parameters checked against the catalogue and in their own types; refusals are thrown as CloudError.
 * What the handler of an action without results returns is dropped.
 */
type Handler<A extends ActionName> = keyof ResultOf<A> extends never
  ? (params: ParamsOf<A>, call: Call) => void
  : (params: ParamsOf<A>, call: Call) => ResultOf<A>;

/** Any handler, seen from outside: its parameters have been checked against its own action. */
export type AnyHandler = { handle(params: Record<string, unknown>, call: Call): Result }['handle'];

type ActionsOfFamilies = { readonly [K in keyof typeof modules as (typeof modules)[K]['data']['family']]: (typeof modules)[K]['actions'] };

/** Short, for the compiler prints no more than 160 letters of them all. */
type MissingHandler<F extends string, Missing> = Missing extends `${string}:${infer Action}` ? `${F} lacks ${Action}` : never;

/** By family, what the compiler says of each action that its handlers lack: they go into simulator/families/<family>. */
export type MissingHandlers<H, A = ActionsOfFamilies> = {
  [F in keyof A & string]: MissingHandler<F, Exclude<keyof A[F], BoundName | (F extends keyof H ? keyof H[F] : never)>>;
};

/** The handlers of all actions, once `MissingHandlers` is empty. */
export type AllHandlers<Missing extends never> = Readonly<Record<Exclude<ActionName, Missing | BoundName>, AnyHandler>> &
  Readonly<Partial<Record<BoundName, AnyHandler>>>;

/** Actions of today that are bound to one of the documents, whose handler answers them. */
type BoundName = {
  [K in keyof typeof modules]: (typeof modules)[K] extends { readonly today: infer T } ? T[keyof T] : never;
}[keyof typeof modules] extends { readonly action: infer A }
  ? A & ActionName
  : never;

/** A handler for each of these actions: a family file is `{ … } satisfies Handlers<keyof typeof actions>`. Bound ones may do without. */
export type Handlers<A extends ActionName> = { readonly [K in Exclude<A, BoundName>]: Handler<K> } & {
  readonly [K in A & BoundName]?: Handler<K>;
};

/** Handlers of a family's actions over API 3.0, and over the 2017 API: `{ … } satisfies Handlers3<typeof actions>`. */
export type Handlers3<A> = Handlers<Extract<keyof A & ActionName, `vpc:${string}`>>;
export type Handlers2017<A> = Handlers<Extract<keyof A & ActionName, `vpc2017:${string}`>>;
