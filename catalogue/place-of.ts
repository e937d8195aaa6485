/** Places of an action, "VpcSet.CidrBlock" of its answer or its parameters, and what can stand there. Types only. */
import type { ActionName, actions } from './index.ts';

type InnerFields<F> = F extends { readonly kind: 'list'; readonly of: infer I }
  ? InnerFields<I>
  : F extends { readonly kind: 'struct'; readonly fields: infer S }
    ? S
    : F extends { readonly kind: 'filters'; readonly keys: infer K }
      ? K
      : never;

type FieldAt<S, P> = P extends `${infer Step}.${infer Rest}`
  ? Step extends keyof S
    ? FieldAt<InnerFields<S[Step]>, Rest>
    : Step extends `${number}`
      ? FieldAt<S, Rest>
      : never
  : P extends keyof S
    ? S[P]
    : never;

type ActionAt<A extends ActionName> = (typeof actions)[A];

/** Of a parameter, of a result, or of a row of what it lists. */
type FieldIn<A extends ActionName, P extends string> =
  | FieldAt<ActionAt<A>['params'], P>
  | FieldAt<ActionAt<A>['results'], P>
  | (ActionAt<A> extends { readonly paging: { readonly items: infer Items extends string } }
      ? FieldAt<ActionAt<A>['results'], `${Items}.${P}`>
      : never);

/** The place, where the action has it; else a sentence, which the compiler then prints. Any text of an action that is not known to it, or none (''). */
export type PlaceIn<A extends string, P extends string> = string extends A | P
  ? P
  : A extends ''
    ? P
    : A extends ActionName
      ? [FieldIn<A, P>] extends [never]
        ? `"${A}" has no place "${P}"`
        : P
      : `the catalogue has no action "${A}"`;

/** What can be a value with words. */
type Worded = string | number | boolean;

/** The known values of a field as texts: any where it is no choice. */
type KnownText<F> = F extends { readonly kind: 'choice'; readonly values: readonly (infer V extends Worded)[] }
  ? `${V}`
  : F extends { readonly kind: 'flag' }
    ? 'true' | 'false'
    : string;

/** The value, where the place knows it; what is told by the cloud may be one that nobody knows, and is then any text or number. */
export type ValueIn<A extends string, P extends string, V extends Worded> = string extends A | P | V
  ? V
  : number extends V
    ? V
    : A extends ActionName
      ? `${V}` extends KnownText<FieldIn<A, P>> | ''
        ? V
        : `"${P}" of "${A}" knows no "${V}"`
      : V;
