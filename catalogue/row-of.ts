/** The type of a family's rows, told by the catalogue: what its list's answer holds at `paging.items`. Types only. */
import type { FamilyRef } from './define.ts';
import type { ActionName, actions, familyData, ResultOf } from './index.ts';

/** A row of any family: a component that serves all of them reads fields by the names that the catalogue gives. */
export type AnyRow = Readonly<Record<string, unknown>>;

type Data = typeof familyData;

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

type At<T, Path> = Path extends `${infer Step extends keyof T & string}.${infer Rest}`
  ? At<T[Step], Rest>
  : Path extends keyof T
    ? T[Path]
    : never;

type RowsOfList<A> = A extends ActionName
  ? (typeof actions)[A] extends { readonly paging: { readonly items: infer Items } }
    ? At<ResultOf<A>, Items> extends readonly (infer R)[]
      ? R
      : never
    : never
  : never;

/**
 * A row of the family (`RowOf<'vpc'>`) or of one of its variants (`RowOf<'parameter-template/services'>`). `AnyRow` where
 * the family is not known to the compiler; `never` for a family that has no list.
 */
export type RowOf<F extends FamilyRef> = string extends F
  ? AnyRow
  : 'vpc' | 'cdn-service' extends F
    ? AnyRow
    : RowsOfList<ListOf<DataOf<F>>>;
