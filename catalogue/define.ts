/**
 * The types and helpers that describe an action.
 *
 * An action of a cloud is plain data: what it takes, what it returns, what it changes and how it can fail.
 * Everything else in Weft (the typed client, the forms, the validator, the proxy's allow-list, the simulator)
 * reads that data, so it carries no functions and no wording, and its types are inferred, never written twice.
 */

import type { CheckedAction, CheckedFamily, CheckedTable, CheckedValue, MendedValue } from './checked.ts';
import type { manifests } from './families/manifests.ts';
import type {
  AddressField,
  ChoiceField,
  CidrField,
  DecimalField,
  Family,
  Field,
  Fields,
  FiltersField,
  FlagField,
  ForeignField,
  IntegerField,
  ListField,
  OpenField,
  RefField,
  SecretField,
  StructField,
  TextField,
  TimeField,
} from './fields.ts';
import type { FamilyFacts } from './manifest.ts';

export type { Family, Field, FieldKind, Fields, TextFormat, WireType } from './fields.ts';
export { families } from './fields.ts';

// The constructors. Each keeps the literal type of what it was given, so that values can be inferred from it.

/** Beside the type parameter that a value is inferred into: a name of it that is not among `Names` is an error. */
export type ExcessNames<T, Names extends PropertyKey> = {
  readonly [K in Exclude<keyof T & string, Names>]: `"${K}" is not known here`;
};

type Facts<F extends Field> = Omit<F, 'kind'>;

export const text = <const F extends Facts<TextField>>(facts?: F & ExcessNames<F, keyof TextField>) =>
  ({ kind: 'text', ...facts }) as { readonly kind: 'text' } & NoInfer<F>;
export const secret = <const F extends Facts<SecretField>>(facts?: F & ExcessNames<F, keyof SecretField>) =>
  ({ kind: 'secret', ...facts }) as { readonly kind: 'secret' } & NoInfer<F>;
export const cidr = <const F extends Facts<CidrField>>(facts?: F & ExcessNames<F, keyof CidrField>) =>
  ({ kind: 'cidr', ...facts }) as { readonly kind: 'cidr' } & NoInfer<F>;
export const address = <const F extends Facts<AddressField>>(facts?: F & ExcessNames<F, keyof AddressField>) =>
  ({ kind: 'address', ...facts }) as { readonly kind: 'address' } & NoInfer<F>;
export const integer = <const F extends Facts<IntegerField>>(facts?: F & ExcessNames<F, keyof IntegerField>) =>
  ({ kind: 'integer', ...facts }) as { readonly kind: 'integer' } & NoInfer<F>;
export const decimal = <const F extends Facts<DecimalField>>(facts?: F & ExcessNames<F, keyof DecimalField>) =>
  ({ kind: 'decimal', ...facts }) as { readonly kind: 'decimal' } & NoInfer<F>;
export const flag = <const F extends Facts<FlagField>>(facts?: F & ExcessNames<F, keyof FlagField>) =>
  ({ kind: 'flag', ...facts }) as { readonly kind: 'flag' } & NoInfer<F>;
export const time = <const F extends Facts<TimeField>>(facts?: F & ExcessNames<F, keyof TimeField>) =>
  ({ kind: 'time', ...facts }) as { readonly kind: 'time' } & NoInfer<F>;
export const open = <const F extends Facts<OpenField>>(facts?: F & ExcessNames<F, keyof OpenField>) =>
  ({ kind: 'open', ...facts }) as { readonly kind: 'open' } & NoInfer<F>;

export const choice = <const V extends readonly (string | number)[], const F extends Omit<Facts<ChoiceField>, 'values'>>(
  values: V,
  facts?: F & ExcessNames<F, keyof ChoiceField>,
) => ({ kind: 'choice', values, ...facts }) as { readonly kind: 'choice'; readonly values: NoInfer<V> } & NoInfer<F>;

/** `R` where the registry has it; else a sentence, which the compiler then prints. */
type RegisteredFamily<R> = R extends Family ? R : `no family "${R & string}" is known: run \`npm run registry\`, or mend the name`;

export const ref = <const R extends string, const F extends Omit<Facts<RefField>, 'family'>>(
  family: RegisteredFamily<R>,
  facts?: F & ExcessNames<F, keyof RefField>,
) => ({ kind: 'ref', family, ...facts }) as { readonly kind: 'ref'; readonly family: RegisteredFamily<R> } & NoInfer<F>;

export const foreign = <const O extends ForeignField['of'], const F extends Omit<Facts<ForeignField>, 'of'>>(
  of: O,
  facts?: F & ExcessNames<F, keyof ForeignField>,
) => ({ kind: 'foreign', of, ...facts }) as { readonly kind: 'foreign'; readonly of: NoInfer<O> } & NoInfer<F>;

export const listOf = <const I extends Field, const F extends Omit<Facts<ListField>, 'of'>>(
  of: I,
  facts?: F & ExcessNames<F, keyof ListField>,
) => ({ kind: 'list', of, ...facts }) as { readonly kind: 'list'; readonly of: NoInfer<I> } & NoInfer<F>;

export const struct = <const S extends Fields, const F extends Omit<Facts<StructField>, 'fields'>>(
  fields: S,
  facts?: F & ExcessNames<F, keyof StructField>,
) => ({ kind: 'struct', fields, ...facts }) as { readonly kind: 'struct'; readonly fields: NoInfer<S> } & NoInfer<F>;

export const filters = <const K extends Readonly<Record<string, Field>>, const F extends Omit<Facts<FiltersField>, 'keys'>>(
  keys: K,
  facts?: F & ExcessNames<F, keyof FiltersField>,
) => ({ kind: 'filters', keys, ...facts }) as { readonly kind: 'filters'; readonly keys: NoInfer<K> } & NoInfer<F>;

/** Marks a parameter that the call cannot do without. */
export const required = <F extends Field>(field: F) => ({ ...field, required: true }) as F & { readonly required: true };

/** Marks a result that the cloud may leave out. */
export const optional = <F extends Field>(field: F) => ({ ...field, optional: true }) as F & { readonly optional: true };

// What the data means as TypeScript types.

type ValueOf<F, Side extends 'in' | 'out'> = F extends { orList: true } ? OneOf<F, Side> | OneOf<F, Side>[] : OneOf<F, Side>;

type OneOf<F, Side extends 'in' | 'out'> = F extends { kind: 'integer' | 'decimal' }
  ? number
  : F extends { kind: 'flag' }
    ? boolean
    : F extends { kind: 'choice'; values: readonly (infer V)[] }
      ? V
      : F extends { kind: 'list'; of: infer I }
        ? ValueOf<I, Side>[]
        : F extends { kind: 'struct'; fields: infer S }
          ? (Side extends 'in' ? InputOf<S> : OutputOf<S>) | (F extends { orText: true } ? string : never)
          : F extends { kind: 'filters'; keys: infer K }
            ? { Name: keyof K & string; Values: string[] }[]
            : F extends { kind: 'open' }
              ? unknown
              : string;

type RequiredKeys<S> = { [K in keyof S]: S[K] extends { required: true } ? K : never }[keyof S];
type OptionalResultKeys<S> = { [K in keyof S]: S[K] extends { optional: true } ? K : never }[keyof S];
type FlatObject<T> = { [K in keyof T]: T[K] };

/** The parameters described by `S`: optional unless marked required. */
export type InputOf<S> = FlatObject<
  { [K in RequiredKeys<S>]: ValueOf<S[K], 'in'> } & { [K in Exclude<keyof S, RequiredKeys<S>>]?: ValueOf<S[K], 'in'> }
>;

/** The results described by `S`: present unless marked optional. */
export type OutputOf<S> = FlatObject<
  { -readonly [K in Exclude<keyof S, OptionalResultKeys<S>>]: ValueOf<S[K], 'out'> } & {
    -readonly [K in OptionalResultKeys<S>]?: ValueOf<S[K], 'out'> | null;
  }
>;

/** The value one field carries in a result, e.g. `Row<typeof vpcShape>`. */
export type Row<F extends Field> = ValueOf<F, 'out'>;

/** What an action does to the world. Only `list` and `get` are reads. */
type ActionKind = 'list' | 'get' | 'create' | 'update' | 'delete' | 'do';

/** How a list is paged: which result holds the rows and the total, and how many rows one call may ask for. */
interface Paging {
  /** Where an answer has its rows and its total: the name of a result, or a path such as "data.data". */
  readonly items: string;
  readonly total: string;
  /** The same two where the samples show them, when that is another place than the table's. */
  readonly alsoAt?: { readonly items: string; readonly total: string };
  readonly offset: string;
  readonly limit: string;
  /** The largest page the cloud accepts. Where the documents give none, the 100 of the other lists is used. */
  readonly max: number;
}

/**
 * How to find out whether a write whose answer was lost took effect.
 * `by` is the list to read; `where` gives, for each of its parameters or filter keys, the parameter of the write to ask with;
 * `expect` says what a row means: one that `exists`, one that is `absent`, or one that has the written values (`same`).
 */
export interface LookUp {
  readonly by: string;
  readonly where: Readonly<Record<string, string>>;
  readonly expect: 'exists' | 'absent' | 'same';
  /** Result field → parameter of the write, compared as text. */
  readonly compare?: Readonly<Record<string, string>>;
}

/**
 * Where an action is described. Those of the documents give the line at which their section starts, and a test holds them
 * against it. Those that only the cloud of today has say `source: 'today'`: that test then demands that the documents lack them.
 */
export type ActionSource = { readonly line: number; readonly source?: undefined } | { readonly source: 'today'; readonly line?: undefined };

/** How an action tells of work that others start. */
interface TaskReport {
  /** The parameter that takes the task's name; `orders` takes an order's, where work may be named by that. */
  readonly asks: string;
  readonly orders?: string;
  /**
   * Where the answer, or the first row of a list, says how the work stands, and which values mean what; absent: `data.status`,
   * 0, 1, 2, as in all that have a number of a task or an order (8526, 16609, 18457). Other values are not guessed at.
   */
  readonly by?: {
    readonly field: string;
    readonly done: readonly (string | number)[];
    readonly failed: readonly (string | number)[];
    readonly running: readonly (string | number)[];
  };
}

export type ActionData = ActionFacts & ActionSource;

interface ActionFacts {
  readonly kind: ActionKind;
  readonly params: Fields;
  readonly results: Fields;
  /** The business error codes that the action's own table names. */
  readonly errors: readonly string[];
  /** Families whose lists and details are stale after this call. */
  readonly changes?: readonly Family[];
  /**
   * The call only starts the work: which result names the task (a path such as "data.taskId"), and which action follows
   * it: one of the same family, or of `task`. `alsoAt` is where the samples show the name, when that is another place than the table's.
   */
  readonly async?: { readonly field: string; readonly alsoAt?: string; readonly poll: string };
  /** What every call of it says besides, of this read as today has it. */
  readonly always?: Readonly<Record<string, boolean>>;
  /** What it tells of work that it follows. */
  readonly reports?: TaskReport;
  /** Sets of parameters of which at most one may be given. */
  readonly exclusive?: readonly (readonly string[])[];
  /** Sets of parameters of which at least one must be given. */
  readonly oneOf?: readonly (readonly string[])[];
  readonly paging?: Paging;
  readonly lookUp?: LookUp;
  /** What a person must know before calling it. */
  readonly danger?: 'destroys' | 'interrupts' | 'costs';
  /** Other spellings of the action's name which the documents use. */
  readonly alsoSpelled?: readonly string[];
}

/** What is left to say of a write whose kind is known and whose answer holds nothing. */
type WriteFacts = Omit<ActionFacts, 'kind' | 'results'> & ActionSource;
type Write<K extends ActionKind, A> = { readonly kind: K; readonly results: Readonly<Record<never, never>> } & A;

const destroys: Pick<ActionFacts, 'danger'> = { danger: 'destroys' };

type CheckedWrite<A> = CheckedValue<A, CheckedAction<A, WriteFacts> & ExcessNames<A, keyof WriteFacts>>;

/** States one action, keeping its literal types. `update`, `delete` and `operate` state writes whose answers hold nothing. */
export const action = Object.assign(
  <const A>(data: CheckedValue<A, CheckedAction<A, ActionData> & ExcessNames<A, keyof ActionData>>): MendedValue<A, ActionData> =>
    data as MendedValue<A, ActionData>,
  {
    update: <const A>(facts: CheckedWrite<A>): Write<'update', MendedValue<A, WriteFacts>> => ({
      kind: 'update',
      results: {},
      ...(facts as MendedValue<A, WriteFacts>),
    }),
    /** Its danger is that it destroys, unless it says another. */
    delete: <const A>(facts: CheckedWrite<A>): Write<'delete', MendedValue<A, WriteFacts>> => ({
      ...destroys,
      kind: 'delete',
      results: {},
      ...(facts as MendedValue<A, WriteFacts>),
    }),
    operate: <const A>(facts: CheckedWrite<A>): Write<'do', MendedValue<A, WriteFacts>> => ({
      kind: 'do',
      results: {},
      ...(facts as MendedValue<A, WriteFacts>),
    }),
  },
);

/** The actions of a family, or of one generation of them: the look-ups among them are held against the lists they read. */
export const actionTable = <const A>(actions: CheckedValue<A, CheckedTable<A>>): A => actions as A;

/** `good`: works. `pending`: will change by itself. `warning`: works not, somebody must act. `danger`: has failed. */
type StateMeaning = 'good' | 'pending' | 'warning' | 'danger';

/**
 * What today's accounts can do with tags on a resource. Whoever states it, even as `{}`, promises that rows tell `TagSet` and
 * creations take `Tags`: the column, the property and the form's field follow, and the actions do not name them.
 */
interface Tagging {
  /**
   * Service and sort under which the tag service knows the resource: "vpc/rtb" of `qcs::vpc:…:rtb/rtb-…`. With it tags are
   * edited. Left out where no document names it: tags are shown and taken at creation, and editing says why it is not offered.
   */
  readonly type?: string;
  /** Filters that the list takes: `tag-key` and every `tag:<key>`, or the first alone; neither where it is left out. */
  readonly filters?: 'all' | 'key';
}

/** One sort of member of a family: the field with its id, the one with its name, and what can be done with it. */
export interface FamilyVariant {
  readonly tags?: Tagging;
  readonly id: string;
  readonly name?: string;
  readonly prefix?: string;
  readonly operations: Readonly<Record<string, readonly string[]>>;
}

type VariantRef<F extends Family> = (typeof manifests)[F] extends { readonly variants: readonly (infer V extends string)[] }
  ? `${F}/${V}`
  : never;

/** A family, or one of its variants: "parameter-template", "parameter-template/services". */
export type FamilyRef = Family | { [F in Family]: VariantRef<F> }[Family];

/** The family itself and each of its variants: tests go over them. */
export const refsOf = ({ family, variants = {} }: Pick<FamilyData, 'family' | 'variants'>): readonly FamilyRef[] => [
  family,
  ...Object.keys(variants).map((variant) => `${family}/${variant}` as FamilyRef),
];

/** The family that a reference is about, and the variant where it names one. */
export function splitRef(ref: FamilyRef): { readonly family: Family; readonly variant?: string } {
  const slash = ref.indexOf('/');
  return slash < 0 ? { family: ref as Family } : { family: ref.slice(0, slash) as Family, variant: ref.slice(slash + 1) };
}

/** How many of something the cloud allows. */
export interface Quota {
  /** What a new account of the simulated cloud has: the documents show two values (9228), the others are its own. */
  readonly usual: number;
  /** Its number in DescribeVpcLimit (9172), where it has one. What of it is used is counted in the family's list, as follows. */
  readonly limitType?: number;
  /**
   * Its name in DescribeVpcLimits of today, where it has no number: it is counted in the same way. The names, and the labels that
   * they need, stand in the catalogue of `account`; one that nothing used leaves `untouchedNames` of simulator/accounts/quota.ts.
   */
  readonly limitName?: string;
  /** What it is for each of; the region as a whole when left out. */
  readonly per?: Family;
  /** The field of a row that names the one it counts for. Without one it is the row itself. */
  readonly by?: string;
  /** The field of a row that is counted, a list or a number (a path); the row itself when left out. */
  readonly counts?: string;
  /** The rows that count; all when left out. */
  readonly where?: Readonly<Record<string, string | number>>;
  /** Rows of which the list does not tell what is counted: they have it in a list of their own. */
  readonly apart?: Readonly<Record<string, string | number>>;
}

/** What a family's page can ask for, whichever generation of the API answers it. */
export interface FamilyData extends FamilyFacts {
  readonly family: Family;
  readonly within?: readonly Family[];
  /** Field of a listed row that holds the resource's id, and the one that holds its name. */
  readonly id: string;
  /** Another field of a listed row, where the id names one only within that: a network in each CCN that it is attached to. */
  readonly idWithin?: string;
  readonly name?: string;
  /** Parameter that gives the name, where the actions do not spell it as the rows do. */
  readonly nameParam?: string;
  /** The text an id starts with, for recognising ids anywhere. */
  readonly prefix?: string;
  /** Its rows of today carry tags. */
  readonly tags?: Tagging;
  /** Field of a listed row that tells its state, and the values that mean "not settled yet": such rows are asked for again. */
  readonly pending?: { readonly field: string; readonly values: readonly (string | number)[] };
  /** The same of parts of a row that settle by themselves: the list they stand in, and their field and values. */
  readonly pendingParts?: { readonly in: string; readonly field: string; readonly values: readonly string[] };
  /** What the values of a listed row's state fields mean for the row, by the field that holds them. */
  readonly states?: Readonly<Record<string, Readonly<Record<string, StateMeaning>>>>;
  /**
   * Other sorts of member that the family holds besides its main one (a template family: groups, services), by the name
   * they have in URLs of pages. Each has rows, ids and operations of its own.
   */
  readonly variants?: Readonly<Record<string, FamilyVariant>>;
  /** By the name that the simulated cloud's control API knows them by: "subnets-per-vpc". */
  readonly quotas?: Readonly<Record<string, Quota>>;
  /** Operation → the actions that offer it, first the one that the resource is spelled after. */
  readonly operations: Readonly<Record<string, readonly string[]>>;
}

/** The actions that a family offers, by operation; those of its variants too. */
export const offeredBy = ({ operations, variants = {} }: FamilyData): readonly (readonly string[])[] =>
  [operations, ...Object.values(variants).map((variant) => variant.operations)].flatMap((some) => Object.values(some));

/** States a family by its actions and its data, whose names are held against the actions. */
export const family = <A, const F>(
  _actions: A,
  data: CheckedValue<F, CheckedFamily<A, F, FamilyData> & ExcessNames<F, keyof FamilyData>>,
): MendedValue<F, FamilyData> => data as MendedValue<F, FamilyData>;

/** True for actions that change nothing, and may therefore be repeated, cached and shared. */
export const isRead = (data: ActionData): boolean => data.kind === 'list' || data.kind === 'get';
