/** Every URL of the console is built here. The account and the region stay in the query of every page that has them. */

import type { ExcessNames } from '../catalogue/define.ts';
import { type Family, type FamilyRef, families, splitRef } from '../catalogue/define.ts';
import { manifests } from '../catalogue/families/manifests.ts';
import type { Manifest } from '../catalogue/manifest.ts';
import type {
  FormOf,
  ListStateOf,
  MadeFamily,
  MakingOf,
  PagedFamily,
  PrefillOf,
  TabOf,
  UpdatedFamily,
  VerbOf,
} from '../catalogue/row-of.ts';
import type { Service } from '../catalogue/services.ts';
import { type PageName, pagesInOrder } from './navigation.ts';

/** Where one stands: absent means the default account, the region last used. */
export interface UrlScope {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/** The first segment of a family's pages. */
export const segments = Object.fromEntries(families.map((family) => [family, manifests[family].segment])) as {
  readonly [F in Family]: (typeof manifests)[F]['segment'];
};

/**
 * What stands under a family's path, by its first segments; a colon reads one out. The first that fits is meant. Before them may
 * stand the name of a variant.
 */
const familyPatterns = {
  create: ['new'],
  form: ['do', ':operation'],
  edit: [':id', 'edit'],
  verb: [':id', 'do', ':operation'],
  tab: [':id', ':tab'],
  detail: [':id'],
  list: [],
} as const satisfies Record<string, readonly string[]>;

/** The most segments that the path of a family's page has: the family, a variant, and the longest of the above. */
export const familyDepth = 2 + Math.max(...Object.values(familyPatterns).map((pattern) => pattern.length));

interface FamilyPath {
  readonly kind: keyof typeof familyPatterns;
  readonly variant?: string;
  readonly id?: string;
  readonly tab?: string;
  readonly operation?: string;
}

/** What the segments after a family's own mean. `variants` are the names that its URL may have there. */
export function readFamilyPath(steps: readonly string[], variants: readonly string[]): FamilyPath {
  const [variant, ...after] = steps;
  if (variant !== undefined && variants.includes(variant)) return { ...readFamilyPath(after, []), variant };
  const [kind = 'list', pattern = []] =
    Object.entries<readonly string[]>(familyPatterns).find(([, parts]) =>
      parts.every((part, at) => (part.startsWith(':') ? steps[at] !== undefined : steps[at] === part)),
    ) ?? [];
  const read = pattern.flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), steps[at]]] : []));
  return { kind: kind as FamilyPath['kind'], ...Object.fromEntries(read) };
}

/** Forms that make several calls, and so are no operations of the catalogue, by the family that has them. */
const composedForms = { clone: 'security-group' } as const satisfies Readonly<Record<string, Family>>;
type ComposedTable = typeof composedForms;
export type ComposedForm<F extends FamilyRef> = { [O in keyof ComposedTable]: ComposedTable[O] extends F ? O : never }[keyof ComposedTable];

export const isComposed = (operation: string): boolean => Object.hasOwn(composedForms, operation);

type Query = Readonly<Record<string, string | number | undefined>>;

function url(path: string, scope: UrlScope, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ account: scope.account, region: scope.region, ...query })) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

const segment = encodeURIComponent;

// A family that a path below does not fit is told to the compiler as a sentence in its place, hence the texts.
/** Where the list of a family or of one of its variants stands. Ids of all variants stand directly under the family: their prefixes tell them apart. */
function root(ref: string): string {
  const { family, variant } = splitRef(ref as FamilyRef);
  return variant === undefined ? `/${segments[family]}` : `/${segments[family]}/${segment(variant)}`;
}

const under = (ref: string, id: string): string => `/${segments[splitRef(ref as FamilyRef).family]}/${segment(id)}`;

export const paths = {
  overview: (scope: UrlScope) => url('/', scope),
  /** A path as it stands, without what it had in its query. */
  at: (pathname: string, scope: UrlScope) => url(pathname, scope),
  /** A page that belongs to no family; `query` is its own state. */
  page: (name: PageName, scope: UrlScope, query?: Query) => url(name === 'overview' ? '/' : `/${name}`, scope, query),
  /** `query` is the list's own state: search, filters, sort, page. */
  list: <F extends FamilyRef, P extends Query>(family: F, scope: UrlScope, query?: P & ExcessNames<P, ListStateOf<F>>) =>
    url(root(family), scope, query),
  /** `query` is the state of the tab. */
  detail: <F extends FamilyRef>(family: PagedFamily<F>, id: string, scope: UrlScope, tab?: TabOf<F>, query?: Query) =>
    url(`${under(family, id)}${tab ? `/${segment(tab)}` : ''}`, scope, query),
  /** `prefill` gives fields of the form their first values, by the API's own names (`VpcId`). */
  create: <F extends FamilyRef, P extends Query>(
    family: MadeFamily<F>,
    scope: UrlScope,
    prefill?: P & ExcessNames<P, PrefillOf<F, MakingOf<F>>>,
  ) => url(`${root(family)}/new`, scope, prefill),
  edit: <F extends FamilyRef>(family: UpdatedFamily<F>, id: string, scope: UrlScope) => url(`${under(family, id)}/edit`, scope),
  /** The form of another operation of the family on one resource: "associate", "resize". */
  verb: <F extends FamilyRef, O extends VerbOf<F> | ComposedForm<F>, P extends Query>(
    family: F,
    id: string,
    operation: O,
    scope: UrlScope,
    prefill?: P & ExcessNames<P, PrefillOf<F, O>>,
  ) => url(`${under(family, id)}/do/${segment(operation)}`, scope, prefill),
  /** The form of an operation that is about no single resource of the family's list. */
  form: <F extends FamilyRef, O extends FormOf<F>, P extends Query>(
    family: F,
    operation: O,
    scope: UrlScope,
    prefill?: P & ExcessNames<P, PrefillOf<F, O>>,
  ) => url(`${root(family)}/do/${segment(operation)}`, scope, prefill),
  /** An entry of the history. */
  entry: (id: string, scope: UrlScope) => url(`/history/${segment(id)}`, scope),
  /** An action in the explorer; `params` are its parameters as flat pairs ("Filters.0.Name"), never secrets. */
  action: (service: Service, action: string, scope: UrlScope, params?: Query) =>
    url(`/explorer/${segment(service)}/${segment(action)}`, scope, params),
  /** Who is signed in, and from where: the person's own sessions, all for admins. */
  sessions: (scope: UrlScope) => url('/sessions', scope),
  /** The server's way to the provider. */
  signInByProvider: (from?: string) => url('/sign-in/provider', {}, { from: from && from !== '/' ? from : undefined }),
  /** `from` is the page to come back to, as path and query. */
  signIn: (from?: string) => url('/sign-in', {}, { from: from && from !== '/' ? from : undefined }),
};

/** The variants of a family that has some: what stands in the place of an id is then a list. */
export const variantNames = (family: Family): readonly string[] => (manifests[family] as Manifest).variants ?? [];

const familyOfSegment: ReadonlyMap<string, Family> = new Map(Object.entries(segments).map(([family, name]) => [name, family as Family]));

/** What a path is about: the family of its first segment, and the id and the tab after it. */
export function readPath(pathname: string): { readonly family?: Family; readonly id?: string; readonly tab?: string } {
  const [name = '', ...steps] = stepsOf(pathname);
  const family = familyOfSegment.get(name);
  if (!family) return {};
  const { id, tab } = readFamilyPath(steps, variantNames(family));
  return { family, ...(id === undefined ? {} : { id }), ...(tab === undefined ? {} : { tab }) };
}

/** The family that a tab or a path's segment is named after. */
export const familyOfTab = (tab: string): Family | undefined => familyOfSegment.get(tab);

/** The segments of a path, as they are meant. */
export const stepsOf = (pathname: string): readonly string[] => pathname.split('/').filter(Boolean).map(decode);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray "%" typed into the address bar.
  }
}

/** The same section in another account or region: a family's ids and filters do not carry over, the path of another page does. */
export const sectionPath = (pathname: string, scope: UrlScope): string => {
  const { family } = readPath(pathname);
  if (family) return paths.list(family, scope);
  const [first] = pathname.split('/').filter(Boolean);
  return pagesInOrder.some((name) => name === first) ? url(pathname, scope) : paths.overview(scope);
};

/**
 * The page to return to after signing in: only a path of this console, never another site ("//evil.test", "https:…"),
 * never the sign-in page itself.
 */
export function returnPath(from: string | null): string {
  if (!from || !/^\/(?![/\\])/.test(from) || from.startsWith('/sign-in')) return '/';
  // What the URL parser would drop or turn (tabs, new lines, backslashes) has no place in a path of ours.
  return /[\s\\]/.test(from) || [...from].some((char) => char < ' ') ? '/' : from;
}
