/**
 * The types by which the helpers of define.ts refuse a wrong name at its place.
 *
 * A type parameter that breaks its constraint becomes the constraint, and whatever is made of it then fails too, all over the
 * console. So the helpers constrain nothing: they infer the literal type first, and then hold the value against its check.
 */
import type { alibaba } from './errors/alibaba.ts';
import type { api3 } from './errors/api3.ts';
import type { api2017 } from './errors/api2017.ts';
import type { own } from './errors/own.ts';
import type { CodeIn } from './errors/table.ts';
import type { errorsOfFamilies } from './families/errors.ts';

/** Infers `T` from the value, whose type it then demands to be `Check`. The type `T` stands even when the check fails. */
export type CheckedValue<T, Check> = [T] extends [never] ? T : Check;

/** `T`, in which what `Facts` does not allow is as `Facts` has it: who reads it is spared the error that stands at its place. */
export type MendedValue<T, Facts> = T extends Facts
  ? T
  : { readonly [K in keyof T]: K extends keyof Facts ? (T[K] extends Facts[K] ? T[K] : Exclude<Facts[K], undefined>) : T[K] } & {
      readonly [K in Exclude<keyof Facts, keyof T> as undefined extends Facts[K] ? never : K]: Facts[K];
    };

type ValueAt<T, Path> = Path extends `${infer Step}.${infer Rest}`
  ? Step extends keyof T
    ? ValueAt<T[Step] extends { readonly kind: 'struct'; readonly fields: infer S } ? S : T[Step], Rest>
    : never
  : Path extends keyof T
    ? T[Path]
    : never;

/** The names of the fields of a list's rows; `never` for what is no list. */
type RowNames<L> = L extends { readonly results: infer R; readonly paging: { readonly items: infer Items } }
  ? ValueAt<R, Items> extends { readonly of: { readonly fields: infer S } }
    ? keyof S & string
    : never
  : never;

type ListNames<F> = F extends { readonly operations: { readonly list: infer L } } ? L : readonly [];

/** The actions of `A` that the family's list is offered by. */
type ListsOf<A, F> = A[ListNames<F>[number & keyof ListNames<F>] & keyof A];

/** Any text where the family has no list. */
type NameAmong<Names> = [Names] extends [never] ? string : Names;

/** A field of a row of the list that the family is spelled after. */
type FieldIn<A, F> =
  ListNames<F> extends readonly [infer First, ...(readonly unknown[])] ? NameAmong<RowNames<A[First & keyof A]>> : string;

/** A field of a row of any of its lists. */
type AnyFieldIn<A, F> = NameAmong<RowNames<ListsOf<A, F>>>;

interface NamedRow<Field> {
  readonly id: Field;
  readonly idWithin?: Field;
  readonly name?: Field;
}

/** Of the data of a family, what names fields of its rows. */
interface NamingFields extends NamedRow<string> {
  readonly pending?: object;
  readonly pendingParts?: object;
  readonly states?: Readonly<Record<string, unknown>>;
  readonly variants?: Readonly<Record<string, object>>;
}

type CheckedVariants<A, V, Variant> = {
  readonly [K in keyof V]: Omit<Variant, keyof NamedRow<string>> & NamedRow<FieldIn<A, V[K]>>;
};

type Part<Data, K extends keyof Data> = NonNullable<Data[K]>;

/** `Data` of a family whose actions are `A`: its names of fields are those of its rows. */
export type CheckedFamily<A, F, Data extends NamingFields> = Omit<Data, keyof NamingFields> &
  NamedRow<FieldIn<A, F>> & {
    readonly pending?: Omit<Part<Data, 'pending'>, 'field'> & { readonly field: FieldIn<A, F> };
    readonly pendingParts?: Omit<Part<Data, 'pendingParts'>, 'in'> & { readonly in: FieldIn<A, F> };
    readonly states?: { readonly [K in AnyFieldIn<A, F> & string]?: Part<Data, 'states'>[string] };
    readonly variants?: F extends { readonly variants: infer V } ? CheckedVariants<A, V, Part<Data, 'variants'>[string]> : never;
  };

type FamilyErrors = typeof errorsOfFamilies;

/** Every code that the tables of errors know. */
type ErrorCode =
  | CodeIn<typeof alibaba>
  | CodeIn<typeof api3>
  | CodeIn<typeof api2017>
  | CodeIn<typeof own>
  | { [F in keyof FamilyErrors]: CodeIn<FamilyErrors[F]> }[keyof FamilyErrors];

type ParamIn<A> = A extends { readonly params: infer P } ? keyof P & string : string;

type CheckedLookUp<A, LookUp> = Omit<LookUp, 'where' | 'compare'> & {
  readonly where: Readonly<Record<string, ParamIn<A> | `=${string}`>>;
  readonly compare?: Readonly<Record<string, ParamIn<A>>>;
};

/** An action whose codes are known, and whose look-up asks with its own parameters. */
export type CheckedAction<A, Facts> = Facts & {
  readonly errors: readonly ErrorCode[];
  readonly lookUp?: Facts extends { readonly lookUp?: infer L extends object } ? CheckedLookUp<A, L> : never;
};

type FilterIn<P> = { [K in keyof P]: P[K] extends { readonly kind: 'filters'; readonly keys: infer Keys } ? keyof Keys : never }[keyof P];

/** What a list can be asked with. */
type QuestionOf<L> = L extends { readonly params: infer P } ? keyof P | FilterIn<P> : never;

type WrongCompare<L, C> = [RowNames<L>] extends [never] ? never : Exclude<keyof C, RowNames<L>>;

/** The names in a look-up that the list which it reads does not have. */
type WrongLookUp<A, L> = L extends { readonly by: infer By extends keyof A; readonly where: infer W }
  ? Exclude<keyof W, QuestionOf<A[By]>> | (L extends { readonly compare: infer C } ? WrongCompare<A[By], C> : never)
  : never;

type LookUpProblem<A, L> = [WrongLookUp<A, L>] extends [never]
  ? unknown
  : `its \`lookUp\` asks or compares by ${WrongLookUp<A, L> & string}, which the list does not have`;

/** Actions whose look-ups ask lists of the same table with what those take. The problem stands as a sentence at the action. */
export type CheckedTable<A> = { readonly [K in keyof A]: A[K] extends { readonly lookUp: infer L } ? LookUpProblem<A, L> : unknown };
