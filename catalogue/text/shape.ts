/** What the words of the catalogue look like. The files of all languages have the same keys (a test holds this). */
import type { Family } from '../define.ts';
import type { Advice } from '../errors/table.ts';
import type { familyData } from '../index.ts';
import type { Language } from '../languages.ts';
import { plainName } from '../names.ts';
import type { PlaceIn, ValueIn } from '../place-of.ts';
import type { Issue } from '../validate.ts';

/** A field's name on the screen, and a sentence under it where the name does not say enough. */
interface FieldText {
  readonly label: string;
  readonly help?: string;
}

/** What an action is called on a button or in a list, and what a person should know of it. */
export interface ActionText {
  readonly title: string;
  readonly what?: string;
  /** What has been done, once it has: `{what}` stands for a name, or for how many of what. */
  readonly done?: string;
  /** Why accounts of today cannot do it, where today's API has nothing for it. */
  readonly gone?: string;
}

/**
 * Keys of `fields` and `values` are either a whole place, "vpc:CreateVpc.DnsServers" (list indices left out), or the last
 * name alone in its plain spelling: `plainName` makes "VpcName" of VpcName, vpcName and the filter vpc-name, so that one
 * text serves both generations.
 */
export interface Words {
  readonly fields: Readonly<Record<string, FieldText>>;
  /** Words for the values of a field: choices, states, numbers that mean something. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface FamilyText extends Words {
  readonly one: string;
  readonly many: string;
  /** How many of it, `{n}`: "3 VPCs". */
  readonly counted: string;
  /** What its section of the console is called; without it, `many` with a capital. */
  readonly section?: string;
  /** What this resource is, in a sentence or two, for somebody who runs networks. */
  readonly what: string;
  /** The same for the family's variants. */
  readonly variants?: Readonly<Record<string, Pick<FamilyText, 'one' | 'many' | 'counted' | 'what'>>>;
  readonly actions: Readonly<Record<string, ActionText>>;
  /** The error codes that this family's actions alone answer. */
  readonly errors?: Readonly<Record<string, ErrorEntry>>;
}

/** What is wrong with a parameter, as messages. `{limit}` is the limit that was broken, or what would do. */
export interface ProblemTexts {
  /** BCP 47: of the language that they are in. */
  readonly tag: string;
  readonly issues: Readonly<Record<Issue, string>>;
  /** Instead of `too-long` and `too-short`, where the limit counts UTF-8 bytes. */
  readonly tooLongInBytes: string;
  readonly tooShortInBytes: string;
  /** The types that `type` names as its limit. */
  readonly types: Readonly<Record<'string' | 'integer' | 'number' | 'list' | 'object' | 'true, false', string>>;
  /** Between the alternatives of a limit. */
  readonly or: string;
}

/** What an error code of the cloud means, and what to do about it. */
export interface ErrorText {
  readonly means: string;
  readonly todo: string;
}

export type ErrorTexts = Readonly<Record<string, ErrorText>>;

/** How an error code is written down: most share what to do with others of their kind. */
interface ErrorEntry {
  readonly means: string;
  /** Instead of the kind's advice, where a code needs its own. */
  readonly todo?: string;
}

export interface ErrorWords {
  readonly advice: Readonly<Record<Advice, string>>;
  readonly codes: Readonly<Record<string, ErrorEntry>>;
}

/** A JSON file, when it is needed. */
type Loader<T> = () => Promise<{ readonly default: T }>;

/** All files of one language. */
interface TextLoaders {
  readonly common: Loader<Words>;
  readonly errors: Loader<ErrorWords>;
  readonly problems: Loader<Omit<ProblemTexts, 'tag'>>;
  readonly families: Readonly<Record<Family, Loader<FamilyText>>>;
}

type ActionsOf<F> = F extends keyof typeof familyData ? OperationsIn<(typeof familyData)[F]> : never;
type NamesIn<O> = O extends Readonly<Record<string, readonly (infer A)[]>> ? A : never;
type OperationsIn<D> =
  | NamesIn<D extends { readonly operations: infer O } ? O : never>
  | (D extends { readonly variants: infer V }
      ? { [K in keyof V]: V[K] extends { readonly operations: infer O } ? NamesIn<O> : never }[keyof V]
      : never);

type Texts<L> = L extends () => Promise<{ readonly default: infer T }> ? T : never;
type ActionTexts<T> = T extends { readonly actions: infer A } ? A : unknown;
type UntitledAction<A> = { [K in keyof A]: A[K] extends { readonly title: string } ? never : K }[keyof A];
type NeededOfFamily = 'one' | 'many' | 'counted' | 'what' | 'actions' | 'fields';

type MissingText<File extends string, F, T> =
  | `${Exclude<NeededOfFamily, keyof T> & string} is missing: it goes into ${File}`
  | `${(Exclude<ActionsOf<F>, keyof ActionTexts<T>> | UntitledAction<ActionTexts<T>>) & string} has no title: it goes into ${File}`;

/** By language, what the compiler says of each text that a family's file lacks. */
export type MissingTexts<L> = {
  [Code in keyof L & string]: L[Code] extends { readonly families: infer Files }
    ? { [F in keyof Files & string]: MissingText<`catalogue/families/${F}/${Code}.json`, F, Texts<Files[F]>> }[keyof Files & string]
    : never;
};

/** The loaders of each language, once `MissingTexts` is empty. */
export type AllTexts<Missing extends never> = Readonly<Record<Exclude<Language, Missing>, TextLoaders>>;

const named = <T>(texts: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(texts, key) ? texts[key] : undefined);

/** The keys of some texts by their small letters, made when first needed. */
const smallKeys = new WeakMap<object, ReadonlyMap<string, string>>();

/** The key that differs from a name in capitals only: "havip-name" has the label of HaVipName. */
export function keyLike(texts: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const keys = smallKeys.get(texts) ?? new Map(Object.keys(texts).map((key) => [key.toLowerCase(), key]));
  smallKeys.set(texts, keys);
  return keys.get(name.toLowerCase());
}

function atPlace<T>(texts: Readonly<Record<string, T>>, action: string, path: string): T | undefined {
  const steps = path.split('.').filter((step) => !/^\d+$/.test(step));
  const plain = plainName(steps.at(-1) ?? '');
  return named(texts, `${action}.${steps.join('.')}`) ?? named(texts, plain) ?? named(texts, keyLike(texts, plain) ?? '');
}

/**
 * The text of a parameter, a result or a filter key of an action ("Filters.0.Values.2" and "Filters.Values" are the same
 * place; a filter key's place is "Filters.vpc-id"). Its own name stands in where there is no text.
 */
export const fieldText = <const A extends string, const P extends string>(words: Words, action: A, path: PlaceIn<A, P>): FieldText =>
  atPlace(words.fields, action, path) ?? { label: path.split('.').findLast((step) => !/^\d+$/.test(step)) ?? path };

/** The word for a value of a field, or the value itself: one that nobody knows is carried through. */
export const valueText = <const A extends string, const P extends string, const V extends string | number | boolean>(
  words: Words,
  action: A,
  path: PlaceIn<A, P>,
  value: ValueIn<A, P, V>,
): string => named(atPlace(words.values ?? {}, action, path) ?? {}, String(value)) ?? String(value);
