/**
 * What the shared suites need to know of a family: one file each in e2e/families. Its paths, nouns, headings, buttons and
 * the actions it calls follow from the catalogue; a family file only says what stands in the demo world. A capability that the
 * family's pages do not have is left out, and its tests with it.
 */
import type { Page } from '@playwright/test';
import { type Family, type FamilyData, type FamilyRef, type FamilyVariant, splitRef } from '../../catalogue/define.ts';
import { idPrefixes } from '../../catalogue/ids.ts';
import { familyData, findAction, splitName } from '../../catalogue/index.ts';
import type { Region } from '../../catalogue/regions.ts';
import type { FamilyText } from '../../catalogue/text/shape.ts';
import { paths, variantNames } from '../../src/paths.ts';
import type { Fields, Form } from './fields.ts';
import { capital, type Language, texts } from './texts.ts';

/** Sorts cell texts as the column means them. */
type Comparer = (a: string, b: string) => number;

/** How a resource is told from others: by its name, or, where it has none, by its id. Ids are the same in every demo world. */
export type Key = string;

/** One word, or one for each language that has another than English. */
type Phrase = string | ({ readonly en: string } & { readonly [L in Language]?: string });

interface FamilyOfTests {
  /** Its name in the catalogue, or that of one of its variants ("parameter-template/services"). */
  readonly family: FamilyRef;
  /** Where the rows named here are; ap-guangzhou when left out. */
  readonly region?: Region;
  /**
   * The suites also reload the page at every turn and go by URL where others go by links. For the two families that
   * stand for all: what the kit does is the same in each, and loading a page is most of what a test costs.
   */
  readonly thorough?: boolean;
  readonly list?: ListUnderTest;
  /** A page of its own for each. */
  readonly detail?: DetailUnderTest;
  readonly create?: CreateUnderTest;
  readonly edit?: EditUnderTest;
  readonly remove?: RemoveUnderTest;
  /** Whatever else axe is to look at: the family's own dialogs and tabs, or its page where it has no list. */
  readonly looks?: readonly View[];
}

/**
 * Its pages are the kit's own throughout: the suites of accessibility and of today's API go over them, and the others, which
 * would prove the kit once more, do not. What only those would read does not compile here.
 */
interface StandardUnderTest extends FamilyOfTests {
  readonly standard: true;
  readonly list?: ListUnderTest & { readonly [K in 'sort' | 'facet' | 'hidden']?: never };
  readonly create?: CreateUnderTest & { readonly serverError?: never };
  readonly remove?: RemoveUnderTest & { readonly refusal?: never };
}

export type FamilyUnderTest = (FamilyOfTests & { readonly standard?: never }) | StandardUnderTest;

export interface ListUnderTest {
  /** The action that lists it, where it is not the first of the catalogue's `list` operation. */
  readonly action?: string;
  /** How many there are in the demo world, in that region. */
  readonly count: number;
  /** Text that finds exactly these. */
  readonly search: { readonly text: string; readonly finds: readonly Key[] };
  /** A column that sorts by another order than that of its text, if there is one. */
  readonly sort?: { readonly label: string; readonly id: string; readonly compare: Comparer };
  /** A column with a filter, one of its choices by its label, the value in the URL, and how many rows have it. */
  readonly facet?: {
    readonly label: string;
    readonly id: string;
    readonly option: string;
    readonly value: string;
    readonly count: number;
  };
  /** A column that is hidden at first. */
  readonly hidden?: { readonly label: string; readonly id: string };
  /** What stands in the list of an account that has none, where it is not the catalogue's sentence about the family. `false`: an account always has some. */
  readonly empty?: string | RegExp | false;
}

interface DetailUnderTest {
  /** A resource of the demo world with much to see. */
  readonly name: Key;
  /** Its heading, where that is neither its name nor its id. */
  readonly heading?: string;
  readonly shows: readonly (string | RegExp)[];
  /** Last parts of its tabs' URLs, but for the first. */
  readonly tabs?: readonly string[];
}

/** Values that the form refuses before any call: `set` changes some of `fields` ('' empties one). */
interface Refusal {
  readonly why: string;
  readonly set: Fields;
  /** Label of the field that carries the words. */
  readonly field: string;
  readonly says: RegExp;
}

export interface CreateUnderTest {
  /** Where it is not the first of the catalogue's `create` operation. */
  readonly action?: string;
  /** Of the form and its button, where it is not the action's title. */
  readonly title?: Phrase;
  /** What the new one is called, and how its row is then found; left out where it has no name: then the new row is found by being new. */
  readonly name?: string;
  /** Good values, by label. See `Value`: texts and choices, switches, lists, or a function for anything else. */
  readonly fields: Fields;
  /** What stands in the form when it opens is good as it is. */
  readonly ready?: boolean;
  /** How many rows it adds; 1 when left out. */
  readonly adds?: number;
  readonly refused?: readonly Refusal[];
  /** A refusal that only the cloud gives, and the field it lands on; without one it stands above the buttons. */
  readonly serverError?: { readonly code: string; readonly field?: string };
  /** What only this form needs before its fields can be filled in (a step to go to). */
  readonly prepare?: (form: Form) => Promise<void>;
  /** The new one's page is not looked at: it has none, or none yet. */
  readonly noPage?: boolean;
  /** Said when it is done, where it is neither "Created …" nor "…: the cloud is working on it". */
  readonly says?: string | RegExp;
}

export interface EditUnderTest {
  /** Of which resource; `detail.name` when left out. */
  readonly name?: Key;
  /** The item or button that opens the form, where it is not "Edit". */
  readonly item?: Phrase;
  /** Label of the field, "Name" when left out, and what is put into it. */
  readonly field?: string;
  readonly value: string;
  /** What the page then shows, where the value is not the resource's new heading. */
  readonly shows?: string | RegExp;
}

interface RemoveUnderTest {
  /** Where it is not the first of the catalogue's `delete` operation. */
  readonly action?: string;
  /** The menu's item, where it is not "Delete" ("Release"). */
  readonly item?: Phrase;
  /** The button of the question, where it does not begin with "Delete". */
  readonly confirm?: RegExp;
  /** A resource of the demo world that something refers to; left out where nothing ever stands in the way. */
  readonly blocked?: {
    readonly name: Key;
    /** What the question says of it. */
    readonly because: RegExp;
    /** What refers to it, each named with a link; none where these resources have no pages. */
    readonly by?: readonly string[];
  };
  /** One that nothing refers to, and its region where that is another. */
  readonly free: Key;
  readonly freeRegion?: Region;
  /** A refusal of the cloud's; ResourceInUse when left out. */
  readonly refusal?: string;
  /** It stays in the list, marked as going, instead of vanishing: what its row then shows. */
  readonly stays?: string | RegExp;
  /** Said when it is done, where it is neither "Deleted …" nor "Deletion of … has begun". */
  readonly says?: string | RegExp;
}

/** Something for axe to look at. */
interface View {
  readonly what: string;
  /** Its URL, with the region put in: "/cdn", "/eips". The family's list when left out. */
  readonly path?: string;
  /** Opens it, and waits until it is there. Called in both languages. */
  readonly open: (page: Page, language: Language) => Promise<void>;
  /** The part to look at: 'html' is all of it, 'dialog' (when left out) what is open over the page. */
  readonly part?: string;
}

export type Capability = 'list' | 'create' | 'update' | 'delete';

/** What the catalogue says of it: a variant has ids and operations of its own. */
function dataOf({ family: ref }: FamilyUnderTest): FamilyVariant | undefined {
  const { family, variant } = splitRef(ref);
  const data = (familyData as Partial<Record<Family, FamilyData>>)[family];
  return variant === undefined ? data : data?.variants?.[variant];
}

/** What the catalogue says can be done with it. */
export const operationsOf = (under: FamilyUnderTest): FamilyVariant['operations'] => dataOf(under)?.operations ?? {};

/** `service:Action` of an operation of the family. @throws when the catalogue has no such operation. */
export function actionNameOf(under: FamilyUnderTest, capability: Capability): string {
  const own = { list: under.list, create: under.create, update: undefined, delete: under.remove }[capability]?.action;
  const name = own ?? dataOf(under)?.operations[capability]?.[0];
  if (name === undefined)
    throw new Error(`the catalogue gives ${under.family} no operation "${capability}": name the action in its family file`);
  return name;
}

/** The action's own name, as it ends the URL that the page calls and as the simulator's faults want it. */
export const actionOf = (...of: Parameters<typeof actionNameOf>): string => splitName(actionNameOf(...of)).action;

/** True when the call only starts the work: the page then says that it has begun. */
export const isAsync = (...of: Parameters<typeof actionNameOf>): boolean => findAction(actionNameOf(...of))?.async !== undefined;

export const regionOf = ({ region = 'ap-guangzhou' }: FamilyUnderTest): Region => region;

/** Its list's URL; `more` is what follows: "&q=text". */
export const urlOf = (under: FamilyUnderTest, region: string = regionOf(under), more = ''): string =>
  `${paths.list(under.family, { region })}${more}`;

/** The URL of the form that makes one. */
export const newUrlOf = (under: FamilyUnderTest): string => paths.create(under.family, { region: regionOf(under) });

/** The URL of one of them, or of its tab. */
export const oneUrlOf = (under: FamilyUnderTest, id: string, tab?: string): string =>
  paths.detail(under.family, id, { region: regionOf(under) }, tab);

/** An id as the family's ids are, which no world has. */
export const strangeId = (under: FamilyUnderTest): string =>
  `${dataOf(under)?.prefix ?? idPrefixes(splitRef(under.family).family)[0]}-zzzzzzzz`;

/** The catalogue's words for it. */
export function textOf(under: FamilyUnderTest, language: Language = 'en'): FamilyText {
  const { family, variant } = splitRef(under.family);
  const text = texts[language][family];
  return variant === undefined ? text : { ...text, ...text.variants?.[variant] };
}

/** The heading of its list: what its section is called, or of one sort of several, what the sort is. */
export function headingOf(under: FamilyUnderTest, language: Language = 'en'): string {
  const { family } = splitRef(under.family);
  return variantNames(family).length > 0 ? capital(textOf(under, language).many) : texts[language].titles[family];
}

export const phrase = (given: Phrase, language: Language = 'en'): string =>
  typeof given === 'string' ? given : (given[language] ?? given.en);

/** Heading and button of the form that makes one. */
export function createTitle(under: FamilyUnderTest, language: Language = 'en'): string {
  if (under.create?.title !== undefined) return phrase(under.create.title, language);
  return textOf(under, language).actions[actionNameOf(under, 'create')]?.title ?? texts[language].kit['form.create'];
}
