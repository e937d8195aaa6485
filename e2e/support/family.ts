/** What the shared suites need to know of a family. One file each in e2e/families. */
import type { Page } from '@playwright/test';
import type { Sim } from './sim.ts';

export interface FamilyUnderTest {
  /** First segment of its pages' addresses. */
  readonly path: string;
  /** Its nouns and action titles, in e2e/support/words.ts. */
  readonly text: 'vpc' | 'subnet';
  readonly region: string;
  readonly list: {
    readonly action: string;
    /** How many there are in the demo world, in that region. */
    readonly count: number;
    /** Text that finds exactly these. */
    readonly search: { readonly text: string; readonly finds: readonly string[] };
    /** A column whose order as text is not its order. */
    readonly sort: { readonly label: string; readonly id: string; readonly compare: (a: string, b: string) => number };
    /** A column with a filter, one of its values and how many rows have it. */
    readonly facet: { readonly label: string; readonly id: string; readonly value: string; readonly option: string; readonly count: number };
    /** A column that is hidden at first. */
    readonly hidden: { readonly label: string; readonly id: string };
  };
  readonly create: {
    readonly action: 'vpc:CreateVpc' & string | ('vpc:CreateSubnet' & string);
    readonly name: string;
    readonly fields: Readonly<Record<string, string>>;
    /** Values that the form must refuse before any call, and the words of the refusal. */
    readonly refused: readonly { readonly why: string; readonly fields: Readonly<Record<string, string>>; readonly says: RegExp }[];
    /** A refusal that only the cloud knows, and the field it lands on. */
    readonly serverError: { readonly code: string; readonly field: string };
  };
  readonly detail: { readonly name: string; readonly shows: readonly string[]; readonly tabs: readonly string[] };
  readonly edit: { readonly label: string; readonly value: string };
  readonly remove: {
    readonly action: string;
    readonly name: string;
    /** Makes something refer to the resource, or names what does so in the demo world. */
    readonly blockers: readonly string[];
    /** Removes the blockers the way a person would. */
    readonly clear: (page: Page, sim: Sim) => Promise<void>;
  };
}
