/** The families that have pages, found by their folders, in the order of the navigation. */
import type { LucideIcon } from 'lucide-react';
import type { Family } from '../../catalogue/define.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import { loadText } from '../../catalogue/text/load.ts';
import { type Area, currentLanguage, loadMessages } from '../i18n/index.ts';
import type { FamilyModulePages, FamilyRoute } from '../kit/route.ts';
import { type FamilyWithPages, familiesInOrder } from '../navigation.ts';
import { segments } from '../paths.ts';
import { icons } from './icons.ts';

interface FamilyManifest extends FamilyRoute {
  readonly family: FamilyWithPages;
  /** The first segment of its pages' paths. */
  readonly path: string;
  readonly icon: LucideIcon;
}

const found = import.meta.glob<FamilyRoute>('./*/family.ts', { eager: true, import: 'family' });

export const families: readonly FamilyManifest[] = familiesInOrder.map((family) => {
  const manifest = found[`./${family}/family.ts`];
  if (!manifest) throw new Error(`src/navigation.ts names the family "${family}", and there is no src/families/${family}/family.ts`);
  return { ...manifest, family, path: segments[family], icon: icons[family] };
});

export const manifestOf = (family: Family): FamilyManifest | undefined => families.find((candidate) => candidate.family === family);

/** "route-table" → "routeTable", as the interface's texts are keyed. */
export const areaOf = (family: Family): Area => family.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as Area;

/**
 * A family's pages with their texts and what of the catalogue they read first, of other families the data alone: asked for at
 * once. With them comes what stands at `pathname` besides the list.
 */
export async function loadPages({ family, loads = [], load }: FamilyManifest, pathname = ''): Promise<FamilyModulePages> {
  const language = currentLanguage();
  const data: Promise<unknown>[] = [...[family, ...loads].map((name) => loadFamily(name)), loadText(language, family)];
  const [module] = await Promise.all([load(), loadMessages(areaOf(family), 'kit'), ...data]);
  const { Pages } = module;
  if ('preload' in Pages) await Pages.preload(pathname.split('/').slice(2).join('/'));
  return module;
}
