/**
 * How an operation is done in another generation of the API, as data. A family's operation is known by the action that its
 * resource is spelled after; what another dialect calls instead, and how the two spellings meet, is a `Binding`.
 */

import type { Fields } from './define.ts';

/** The sets of actions that accounts speak: those of the documents (2017 and 3.0 of 2018), and API 3.0 of today alone. */
export const dialects = ['documents', 'today'] as const;

export type Dialect = (typeof dialects)[number];

export const isDialect = (value: unknown): value is Dialect => dialects.some((dialect) => dialect === value);

/** Where a field of the operation stands among those of the bound action. A path such as "EntrySet.Ingress" goes into objects. */
export type FieldPlace =
  /** Under another name; in answers under the first of several that is there, in calls and the simulator under all of them. */
  | string
  | readonly string[]
  /** A key of the action's filters. */
  | { readonly filter: string }
  /** Another set of values: the operation's → the action's. A value that is not in it is carried as it is. */
  | {
      readonly at: string;
      readonly values: Readonly<Record<string, string | number>>;
      /** Of a list: what is not in the set is not asked for. */
      readonly only?: true;
    }
  /** An object of values by name or number, where the action lists a pair for each. */
  | { readonly pairs: string; readonly key: string; readonly value: string; readonly values: Readonly<Record<string, string>> }
  /** A list of objects, of which each tells one value under this name. */
  | { readonly at: string; readonly each: string }
  /** An object, or a list of them, whose fields are spelled otherwise too. */
  | { readonly at: string; readonly fields: FieldPlaces }
  /** An object whose fields stand beside the other ones. Its lists are empty where they are left out and another field says why. */
  | { readonly beside: FieldPlaces; readonly emptyFor?: { readonly field: string; readonly is: readonly string[] } }
  /** Not sent where another field has one of these values, in any case; where it is not told, it is then `as`. */
  | { readonly at: string; readonly unless: { readonly field: string; readonly is: readonly string[] }; readonly as: string }
  /** A list in one of several places, which another field chooses by its value; that field needs no place of its own. */
  | { readonly chosenBy: string; readonly among: Readonly<Record<string, string>>; readonly fields: FieldPlaces }
  /** The number of items of a list: told, never sent. */
  | { readonly countOf: string };

/** Field of the operation → its place. What is not named stands under the same plain name ("vpcId" is "VpcId"). */
export type FieldPlaces = Readonly<Record<string, FieldPlace>>;

export interface Binding {
  /** "vpc:DescribeNatGateways" */
  readonly action: string;
  /** Of the parameters. */
  readonly takes?: FieldPlaces;
  /** Parameters of this action that the operation's own has not: forms of accounts of today have them beside the operation's. */
  readonly offers?: Fields;
  /** Of a list's row; of any other answer's results. */
  readonly gives?: FieldPlaces;
  /** Parameters that the operation needs and this action does without. */
  readonly drops?: readonly string[];
  /** Parameters for which this action has no place: a call that gives them is refused, never sent without. */
  readonly lacks?: readonly string[];
  /** Parameter of the action ← what the call itself tells, or what the operation always means. */
  readonly fills?: Readonly<Record<string, 'region' | { readonly is: string }>>;
  /** Field of the action's row ← what it says of every row that the documents can tell. For the simulated cloud. */
  readonly says?: Readonly<Record<string, string>>;
  /** The result of an answer that holds the resource's row, or a list of this one. */
  readonly tells?: string;
  /** Calls that differ by this parameter, and by what it chooses, may be sent as one. */
  readonly joins?: string;
  /** Code with which the operation is refused → the action's code for the same. */
  readonly refusals?: Readonly<Record<string, string>>;
  /** What the operation's task becomes: the row's own state tells how the work stands, or it is done with the answer. */
  readonly follow?: 'state' | 'answer';
}

/** Action that an operation is known by → its binding. */
export type Bindings = Readonly<Record<string, Binding>>;

/** States a binding. The parameters that it offers keep their types: forms know them beside the operation's own. */
export const bind = <const A extends string, const O extends Fields = Readonly<Record<never, never>>>(
  action: A,
  facts: Omit<Binding, 'action' | 'offers'> & { readonly offers?: O } = {},
): Omit<Binding, 'offers'> & { readonly action: A; readonly offers?: O } => ({ action, ...facts });
