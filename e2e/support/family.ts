/** What the shared suites need to know of a family. One file each in e2e/families. */
import type { Language, words } from './words.ts';

/** Sorts cell texts as the column means them. */
export type Compare = (a: string, b: string) => number;

export interface FamilyUnderTest {
  /** First segment of its pages' addresses. */
  readonly path: string;
  /** Where its nouns and action titles stand in e2e/support/words.ts. */
  readonly text: Extract<keyof (typeof words)[Language], 'vpc' | 'subnet'>;
  readonly region: string;
  readonly list: {
    /** The action that lists it. */
    readonly action: string;
    /** How many there are in the demo world, in that region. */
    readonly count: number;
    /** Text that finds exactly these. */
    readonly search: { readonly text: string; readonly finds: readonly string[] };
    /** A column that sorts by another order than that of its text. */
    readonly sort: { readonly label: string; readonly id: string; readonly compare: Compare };
    /** A column with a filter, one of its choices by its label, the value in the address, and how many rows have it. */
    readonly facet: {
      readonly label: string;
      readonly id: string;
      readonly option: string;
      readonly value: string;
      readonly count: number;
    };
    /** A column that is hidden at first. */
    readonly hidden: { readonly label: string; readonly id: string };
  };
  readonly create: {
    readonly action: string;
    /** Of the form's button and heading. */
    readonly title: Readonly<Record<Language, string>>;
    readonly name: string;
    /** By label. */
    readonly fields: Readonly<Record<string, string>>;
    /** Values that the form refuses before any call, and the field and words of the refusal. */
    readonly refused: readonly {
      readonly why: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly field: string;
      readonly says: RegExp;
    }[];
    /** A refusal that only the cloud gives, and the field it lands on; without one it stands above the buttons. */
    readonly serverError: { readonly code: string; readonly field?: string };
  };
  /** A resource of the demo world with much to see. */
  readonly detail: { readonly name: string; readonly shows: readonly string[]; readonly tabs: readonly string[] };
  readonly edit: { readonly field: string; readonly value: string };
  readonly remove: {
    readonly action: string;
    /** A resource of the demo world that something refers to. */
    readonly name: string;
    /** What the question says of it. */
    readonly because: RegExp;
    /** What refers to it, each named with a link; empty when these resources have no pages. */
    readonly blockers: readonly string[];
    /** One that nothing refers to, and its region where that is another. */
    readonly free: string;
    readonly freeRegion?: string;
  };
}
