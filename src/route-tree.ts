/** Every page of the console, found by its folder. Routes, crumbs, navigation, palette, preloading, early data and what the server answers follow from it. */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Family, FamilyRef } from '../catalogue/define.ts';
import { listedFamilies, loadFamily } from '../catalogue/lazy.ts';
import { areaOf, families, loadPages } from './families/manifests.ts';
import { type Area, loadMessages, type MessageKey } from './i18n/index.ts';
import type { Crumb, PageRoute } from './kit/route.ts';
import { withTitle } from './kit/titled.tsx';
import { withoutBasePath } from './lib/base-path.ts';
import { type PageName, pagesInOrder } from './navigation.ts';
import { familyDepth, familyOfTab, readFamilyPath, stepsOf, variantNames } from './paths.ts';

/** The list of a family or a variant in the scope of the URL, or one of the family's members. */
export interface EarlyRead {
  readonly family: FamilyRef;
  readonly id?: string;
}

export interface RouteNode {
  /** The folder that it was found in, under `src`. */
  readonly folder: string;
  /** The first segment of its path: '' is the overview, '*' whatever no other has. */
  readonly path: string;
  /** How many segments its path has at most. */
  readonly depth: number;
  readonly bare: boolean;
  /** Its entry in the navigation, its heading, its document's title and its first crumb. */
  readonly title: MessageKey;
  readonly texts: readonly Area[];
  /** Families whose catalogue data it needs first. */
  readonly families: readonly Family[];
  /** Loads the page with the texts and the data that it needs first. */
  readonly load: () => Promise<ComponentType>;
  /** The crumbs after its title, by what follows the first segment. */
  readonly crumbs: (rest: readonly string[]) => readonly Crumb[];
  /** What its first drawing asks of the cloud, by what follows the first segment. */
  readonly reads: (rest: readonly string[]) => readonly EarlyRead[];
}

const found = import.meta.glob<PageRoute>('./pages/*/route.ts', { eager: true, import: 'route' });

const pages = new Map(Object.entries(found).map(([file, route]) => [file.split('/')[2] ?? '', route]));

interface PlacedPage {
  readonly name: PageName;
  readonly icon: LucideIcon;
  readonly title: MessageKey;
}

/** The pages of the navigation that belong to no family, in its order. One without its folder is named by `npm run registry`. */
export const placedPages = pagesInOrder.flatMap((name): PlacedPage[] => {
  const { icon, title } = pages.get(name) ?? {};
  return icon && title ? [{ name, icon, title }] : [];
});

const noCrumbs = (): readonly Crumb[] => [];

function pageNode([name, route]: readonly [string, PageRoute]): RouteNode {
  const { path = name, depth = path === '' ? 0 : 1, bare = false, title, texts, reads = [], crumbs = noCrumbs, load } = route;
  return {
    ...{ folder: `pages/${name}`, path, depth, bare, title, texts, families: reads, crumbs },
    load: async () => {
      const [Page] = await Promise.all([load(), loadMessages(...texts), ...reads.map((family) => loadFamily(family))]);
      return withTitle(Page, title);
    },
    reads: () => reads.map((family) => ({ family })),
  };
}

function familyNode(manifest: (typeof families)[number]): RouteNode {
  const { family, path, loads = [] } = manifest;
  const title = `family.${family}` as const;
  return {
    ...{ folder: `families/${family}`, path, depth: familyDepth, bare: false, title },
    texts: [areaOf(family), 'kit'],
    families: [family, ...loads],
    // The URL is already that of the page to come.
    load: async () => withTitle((await loadPages(manifest, withoutBasePath(location.pathname))).Pages, title),
    crumbs: (rest) => {
      const { id, tab = '' } = readFamilyPath(rest, variantNames(family));
      if (id === undefined) return [];
      const here = `/${path}/${encodeURIComponent(id)}`;
      const within = familyOfTab(tab);
      return [
        { kind: 'resource', family, id, path: here },
        ...(within ? [{ kind: 'text', text: `family.${within}`, path: `${here}/${tab}` } as const] : []),
      ];
    },
    reads: (rest) => {
      const { id, variant } = readFamilyPath(rest, variantNames(family));
      if (!listedFamilies.includes(family)) return [];
      if (id !== undefined) return [{ family, id }];
      return [{ family: variant === undefined ? family : (`${family}/${variant}` as FamilyRef) }];
    },
  };
}

export const routeTree: readonly RouteNode[] = [...[...pages].map(pageNode), ...families.map(familyNode)];

/** The page of a path, and what follows the page's own segment; that of every other path where none has it. */
export function routeAt(pathname: string): { readonly route: RouteNode | undefined; readonly rest: readonly string[] } {
  const [first = '', ...rest] = stepsOf(pathname);
  return { route: routeTree.find(({ path }) => path === first) ?? routeTree.find(({ path }) => path === '*'), rest };
}

/** How many segments a page's path may have, by its first one: what the server answers with the page, and what with 404. For the build and for tests. */
export const pageDepths = (): Readonly<Record<string, number>> =>
  Object.fromEntries(routeTree.filter(({ path }) => path !== '*').map(({ path, depth }) => [path, depth]));

/** Pages with an icon that the navigation forgets. For tests. */
export const unplacedPages = (): readonly string[] =>
  [...pages].flatMap(([name, { icon }]) => (icon === undefined || pagesInOrder.some((placed) => placed === name) ? [] : [name]));
