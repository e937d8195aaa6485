/** From a registry of family modules to one table of actions and one of families, with their literal types. */
import type { Bindings } from './binding.ts';
import type { ActionData, Family, FamilyData, Fields } from './define.ts';

/** What API 3.0 of today adds to an action that the documents describe too. */
export interface Addition {
  /** A parameter that the documents have too is as it stands here; structures and lists gain what theirs lacks, choices their values. */
  readonly params?: Fields;
  /** Parameters that the documents demand and today can do without. */
  readonly optional?: readonly string[];
  /** Further keys of its filters. */
  readonly filters?: Fields;
  /** Further fields of a list's rows. Each says that it is optional: the documents' generation leaves it out. */
  readonly row?: Fields;
  /** Further fields of what is no list of rows; each optional for the same reason. */
  readonly results?: Fields;
  readonly errors?: readonly string[];
  /** What every call of a read says: without it today's answer leaves out what pages show. */
  readonly always?: Readonly<Record<string, boolean>>;
  /** Today's answer names the task that does it, where the documents' write is done with its answer. */
  readonly async?: ActionData['async'];
}

/** "vpc:CreateVpc" → what is added to it. */
export type Additions = Readonly<Record<string, Addition>>;

/** What the today.ts of a family exports. */
export interface TodayModule {
  readonly todaysActions: Readonly<Record<string, ActionData>>;
  readonly today: Bindings;
  /** What today adds to actions that the documents have too. */
  readonly additions?: Additions;
}

/** What the index.ts of every family exports, and its today.ts beside it where there is one and it is spoken. */
export interface FamilyModule {
  readonly data: FamilyData;
  readonly actions: Readonly<Record<string, ActionData>>;
  /**
   * What accounts of today call instead of an action of the documents. An action of API 3.0 that is not named is the same
   * today; one of the 2017 API that is not named has no successor, and its operation is shown with that reason.
   */
  readonly today?: Bindings;
  readonly additions?: Additions;
}

/** The family with the actions of today beside its own, and what they are bound to. */
export const withToday = <M extends FamilyModule, T extends TodayModule>(module: M, { todaysActions, today, additions = {} }: T) => ({
  ...module,
  actions: { ...module.actions, ...todaysActions } as M['actions'] & T['todaysActions'],
  today: today as T['today'],
  // With its literal type, from which `RowOf` and `ParamOf` know what today adds.
  additions: additions as T extends { readonly additions: infer A extends Additions } ? A : Readonly<Record<never, Addition>>,
});

type Registry = Readonly<Record<string, FamilyModule>>;

type Intersection<U> = (U extends unknown ? (part: U) => void : never) extends (whole: infer W) => void ? W : never;

/** All actions of a registry, by `service:Action`. */
export type ActionsOf<R extends Registry> = Intersection<R[keyof R]['actions']>;

export const actionsOf = <R extends Registry>(registry: R): ActionsOf<R> =>
  Object.assign({}, ...Object.values(registry).map(({ actions }) => actions)) as ActionsOf<R>;

type AddedIn<M> = M extends { readonly additions: infer A } ? A : never;

/** What today adds to actions of the documents, by `service:Action`. */
export type AddedOf<R extends Registry> = Intersection<{ [K in keyof R]: AddedIn<R[K]> }[keyof R]>;

type BindingsIn<M> = M extends { readonly today: infer B } ? B : never;

/** What the bindings of today offer besides the operations' own parameters, by the action that an operation is known by. */
export type OfferedOf<R extends Registry> = Intersection<{ [K in keyof R]: BindingsIn<R[K]> }[keyof R]>;

type DataOf<R extends Registry> = { readonly [K in keyof R as R[K]['data']['family']]: R[K]['data'] };

export const dataOf = <R extends Registry>(registry: R): DataOf<R> =>
  Object.fromEntries(Object.values(registry).map(({ data }): [Family, FamilyData] => [data.family, data])) as DataOf<R>;
