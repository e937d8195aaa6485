/** What the catalogue tells the compiler of a family by its name: its rows, its operations, their parameters. Types only. */
import type { Family, FamilyRef, OutputOf } from './define.ts';
import type { manifests } from './families/manifests.ts';
import type * as modules from './families/modules.ts';
import type { ActionName, actions, familyData, ParamsOf, ResultOf } from './index.ts';
import type { AddedOf, OfferedOf } from './module.ts';

/** A row of any family: a component that serves all of them reads fields by the names that the catalogue gives. */
export type AnyRow = Readonly<Record<string, unknown>>;

type Data = typeof familyData;

type Actions = { readonly [K in keyof typeof modules as (typeof modules)[K]['data']['family']]: keyof (typeof modules)[K]['actions'] };

/** The actions of a family, by their names. */
export type ActionIn<F extends Family> = Actions[F] & ActionName;

/** A family name that is at least these two is not known to the compiler. */
type AnyFamily = 'vpc' | 'cdn-service';

type DataOf<F> = F extends keyof Data
  ? Data[F]
  : F extends `${infer Main extends keyof Data & string}/${infer Variant}`
    ? Data[Main] extends { readonly variants: { readonly [V in Variant]: infer Own } }
      ? Own
      : never
    : never;

type ListOf<D> = D extends { readonly operations: { readonly list: readonly [infer A extends ActionName, ...(readonly unknown[])] } }
  ? A
  : never;

type ValueAt<T, Path> = Path extends `${infer Step extends keyof T & string}.${infer Rest}`
  ? ValueAt<T[Step], Rest>
  : Path extends keyof T
    ? T[Path]
    : never;

type RowsOfList<A> = A extends ActionName
  ? (typeof actions)[A] extends { readonly paging: { readonly items: infer Items } }
    ? ValueAt<ResultOf<A>, Items> extends readonly (infer R)[]
      ? RowWithAdditions<A, R>
      : never
    : never
  : never;

type AllAdditions = AddedOf<typeof modules>;

/** A row with what accounts of today are told besides. Values of fields that both tell are as the documents have them. */
type RowWithAdditions<A, R> = A extends keyof AllAdditions
  ? AllAdditions[A] extends { readonly row: infer S }
    ? { [K in keyof R]: K extends keyof S ? JoinedValue<R[K], S[K]> : R[K] } & OutputOf<Omit<S, keyof R>>
    : R
  : R;

/** Of a list of structures, also what its items are told besides. */
type JoinedValue<T, More> = More extends { readonly of: { readonly fields: infer S } }
  ? T extends (infer I)[]
    ? (I & Partial<OutputOf<Omit<S, keyof I>>>)[]
    : T
  : T;

/**
 * A row of the family (`RowOf<'vpc'>`) or of one of its variants (`RowOf<'parameter-template/services'>`). `AnyRow` where
 * the family is not known to the compiler; `never` for a family that has no list.
 */
export type RowOf<F extends FamilyRef> = AnyFamily extends F ? AnyRow : RowsOfList<ListOf<DataOf<F>>>;

/** The name of a field of the family's rows. */
export type FieldOf<F extends FamilyRef> = keyof RowOf<F> & string;

/** Of these, one whose values are states: the family's data say what they mean. */
export type StateFieldOf<F extends FamilyRef> = DataOf<F> extends { readonly states: infer S } ? keyof S & FieldOf<F> : never;

type OperationsOf<F> = DataOf<F> extends { readonly operations: infer O } ? O : never;

/** The name of an operation of the family: `OperationOf<'eip'>` has "associate". Any text where the family is not known. */
export type OperationOf<F extends FamilyRef> = AnyFamily extends F ? string : keyof OperationsOf<F> & string;

/** The action that the family prefers for the operation. */
type ActionOf<F, O> = O extends keyof OperationsOf<F>
  ? OperationsOf<F>[O] extends readonly [infer A extends ActionName, ...(readonly unknown[])]
    ? A
    : never
  : never;

type AddedParams<A> = A extends keyof AllAdditions
  ? AllAdditions[A] extends { readonly params: infer P }
    ? keyof P & string
    : never
  : never;

type AllOffers = OfferedOf<typeof modules>;

type OfferedParams<A> = A extends keyof AllOffers
  ? AllOffers[A] extends { readonly offers?: infer P }
    ? keyof NonNullable<P> & string
    : never
  : never;

/** Its own, what today adds, and what the binding of today offers besides. */
type ParamNames<A> = A extends ActionName ? (keyof (typeof actions)[A]['params'] & string) | AddedParams<A> | OfferedParams<A> : never;

/** The name of a parameter of the operation's preferred action. */
export type ParamOf<F extends FamilyRef, O> = AnyFamily extends F ? string : ParamNames<ActionOf<F, O>>;

/** The names in a field, however deep: of a structure, of the items of a list. */
type NamesIn<T> = T extends { readonly kind: 'struct'; readonly fields: infer S }
  ? NamesWithin<S>
  : T extends { readonly kind: 'list'; readonly of: infer I }
    ? NamesIn<I>
    : never;
type NamesWithin<S> = { [K in keyof S]: (K & string) | NamesIn<S[K]> }[keyof S];

type NamesOfCall<A> = A extends ActionName
  ? NamesWithin<(typeof actions)[A]['params']> | NamesWithin<(typeof actions)[A]['results']> | ParamNames<A>
  : never;

/** A name that stands in the operation's preferred action: of a parameter or a result, however deep. */
export type CallField<F extends FamilyRef, O> = AnyFamily extends F ? string : NamesOfCall<ActionOf<F, O>>;

/** The family that a field refers to, as `refFamily` of the console finds it. */
type RefIn<T> = T extends { readonly kind: 'ref'; readonly family: infer R }
  ? R
  : T extends { readonly kind: 'list'; readonly of: infer I }
    ? RefIn<I>
    : T extends { readonly kind: 'filters'; readonly keys: infer K }
      ? { [N in keyof K]: RefIn<K[N]> }[keyof K]
      : never;

type RefsIn<P> = { [N in keyof P]: RefIn<P[N]> }[keyof P];

/** A family by whose resources the family's list can be narrowed. */
export type ParentOf<F extends FamilyRef> = AnyFamily extends F
  ? Family
  : RefsIn<(typeof actions)[Extract<ListOf<DataOf<F>>, ActionName>]['params']> & Family;

type OwnTabOf<F> = DataOf<F> extends { readonly tabs: readonly (infer T extends string)[] } ? T : never;

/** A tab that any family's resources have. */
export type StandardTab = '' | 'properties' | 'references' | 'history';

/** The segment of a family whose list is a tab of such pages, as its `within` says. */
export type TabWithin<F> = {
  [G in Family]: (typeof manifests)[G] extends { readonly within: readonly (infer W)[] }
    ? F extends W
      ? (typeof manifests)[G]['segment']
      : never
    : never;
}[Family];

/** A tab of the pages of the family's resources: one of its own, or the list of a family that stands within it. */
export type TabOf<F extends FamilyRef> = AnyFamily extends F ? string : StandardTab | OwnTabOf<F> | TabWithin<F>;

/** The family, where it has pages of single resources; else a sentence, which the compiler then prints. */
export type PagedFamily<F extends FamilyRef> = AnyFamily extends F
  ? F
  : [RowOf<F>] extends [never]
    ? `"${F}" has no pages of single resources`
    : F;

/** The family, where something changes its resources; else a sentence. */
export type UpdatedFamily<F extends FamilyRef> = 'update' extends OperationOf<F> ? F : `nothing changes a "${F}"`;

/** Beside the properties of a form: where the family lacks the operation that it has when none is said, one that tells so is missing. */
export type NeededOperation<F extends FamilyRef, O, Usually extends string> = [O] extends [never]
  ? { readonly [K in `"${F}" has no operation "${Usually}"`]: never }
  : unknown;

/** Operations with ways of their own. */
type UsualOperation = 'list' | 'create' | 'update' | 'delete';

type PlainOperation<F> = DataOf<F> extends { readonly aboutNone: readonly (infer O extends string)[] } ? O : never;

/** What changes something, of the operations of `O`. */
type WritesIn<F, O> = O extends string
  ? ActionOf<F, O> extends infer A extends ActionName
    ? (typeof actions)[A]['kind'] extends 'list' | 'get'
      ? never
      : O
    : never
  : never;

/** An operation on one resource that may have a form. Any text where the family is not known. */
export type VerbOf<F extends FamilyRef> = AnyFamily extends F
  ? string
  : WritesIn<F, Exclude<OperationOf<F>, UsualOperation | PlainOperation<F>>>;

/** An operation that may have a form which is about no resource of the list. */
export type FormOf<F extends FamilyRef> = AnyFamily extends F ? string : WritesIn<F, Exclude<OperationOf<F>, UsualOperation>>;

type FormStateOf<F> = DataOf<F> extends { readonly formState: readonly (infer S extends string)[] } ? S : never;

type OwnListStateOf<F> = DataOf<F> extends { readonly listState: readonly (infer S extends string)[] } ? S : never;

/** What the URL of the family's list may say: a search, the sort, a page and its size, columns, what of a field is shown, and what is its own. */
export type ListStateOf<F extends FamilyRef> = AnyFamily extends F
  ? string
  : 'q' | 'sort' | 'page' | 'size' | 'cols' | `f.${FieldOf<F>}` | OwnListStateOf<F>;

/** The names in a field that is a structure or a list of some. */
type FieldsIn<T> = T extends { readonly kind: 'struct'; readonly fields: infer S }
  ? keyof S & string
  : T extends { readonly kind: 'list'; readonly of: infer I }
    ? FieldsIn<I>
    : never;
type PartsOf<A> = A extends ActionName ? FieldsIn<(typeof actions)[A]['params'][keyof (typeof actions)[A]['params']]> : never;

/** What the URL of an operation's form may say: a parameter, a field of one that is a structure or a list of some, or state of the form itself. */
export type PrefillOf<F extends FamilyRef, O> = AnyFamily extends F ? string : ParamOf<F, O> | PartsOf<ActionOf<F, O>> | FormStateOf<F>;

/** An operation that makes a resource of the family. */
export type MakingOf<F extends FamilyRef> = Extract<OperationOf<F>, `create${'' | 'BetweenRegions'}`>;

/** The family, where something makes its resources; else a sentence. */
export type MadeFamily<F extends FamilyRef> = AnyFamily extends F ? F : [MakingOf<F>] extends [never] ? `nothing makes a "${F}"` : F;

/** What the menu of a resource has: an operation, or the way to one of its tabs. */
export type MenuKeyOf<F extends FamilyRef> = Exclude<OperationOf<F>, 'list' | 'create' | 'update'> | OwnTabOf<F> | 'edit';

/** An operation of the family that lists: its own list, or that of what its members hold. */
export type ListOperationOf<F extends FamilyRef> = {
  [O in OperationOf<F>]: [RowsOfList<ActionOf<F, O>>] extends [never] ? never : O;
}[OperationOf<F>];

/** A row of what the operation's preferred action lists: `RowOfOperation<'ccn', 'routes'>`. */
export type RowOfOperation<F extends FamilyRef, O> = RowsOfList<ActionOf<F, O>>;

/** What narrows such a list: the parameters of its preferred action. */
export type WhereOfOperation<F extends FamilyRef, O> = Readonly<Partial<ParamsOf<Extract<ActionOf<F, O>, ActionName>>>>;

/** What narrows the family's list: the parameters of its preferred list. */
export type WhereOf<F extends FamilyRef> = AnyFamily extends F
  ? Readonly<Record<string, unknown>>
  : Readonly<Partial<ParamsOf<Extract<ListOf<DataOf<F>>, ActionName>>>>;
