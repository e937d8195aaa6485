/** Every page of the console, found by its folder. Routes, navigation, palette, preloading and what the server answers follow from it. */
import type { ComponentType } from 'react';
import { families, loadPages } from './families/manifests.ts';
import { withTexts } from './i18n/index.ts';
import type { PageRoute } from './kit/route.ts';
import { type PageName, pagesInOrder } from './navigation.ts';
import { familyDepth } from './paths.ts';

interface RouteNode {
  /** The folder that it was found in, under `src`. */
  readonly folder: string;
  /** The first segment of its path: '' is the overview, '*' whatever no other has. */
  readonly path: string;
  /** How many segments its path has at most. */
  readonly depth: number;
  readonly bare: boolean;
  /** Loads the page with the texts and the data that it needs first. */
  readonly load: () => Promise<ComponentType>;
}

const found = import.meta.glob<PageRoute>('./pages/*/route.ts', { eager: true, import: 'route' });

const pages = new Map(Object.entries(found).map(([file, route]) => [file.split('/')[2] ?? '', route]));

/** The pages of the navigation that belong to no family, in its order. */
export const placedPages = pagesInOrder.map((name): { readonly name: PageName; readonly icon: NonNullable<PageRoute['icon']> } => {
  const icon = pages.get(name)?.icon;
  if (!icon) throw new Error(`src/navigation.ts names the page "${name}", and src/pages/${name}/route.ts gives it no icon`);
  return { name, icon };
});

export const routeTree: readonly RouteNode[] = [
  ...[...pages].map(([name, { path = name, depth = path === '' ? 0 : 1, bare = false, texts, load }]) => ({
    folder: `pages/${name}`,
    path,
    depth,
    bare,
    load: () => withTexts(load(), ...texts),
  })),
  ...families.map((manifest) => ({
    folder: `families/${manifest.family}`,
    path: manifest.path,
    depth: familyDepth,
    bare: false,
    // The URL is already that of the page to come.
    load: async () => (await loadPages(manifest, location.pathname)).Pages,
  })),
];

/** How many segments a page's path may have, by its first one: what the server answers with the page, and what with 404. For the build and for tests. */
export const pageDepths = (): Readonly<Record<string, number>> =>
  Object.fromEntries(routeTree.filter(({ path }) => path !== '*').map(({ path, depth }) => [path, depth]));

/** Pages with an icon that the navigation forgets. For tests. */
export const unplacedPages = (): readonly string[] =>
  [...pages].flatMap(([name, { icon }]) => (icon === undefined || pagesInOrder.some((placed) => placed === name) ? [] : [name]));
