/** The catalogue one family at a time, for the browser: a page loads the data of the families it shows, and no others. */
import type { Family } from './define.ts';
import type { FamilyModule } from './families/families.ts';

export type { FamilyModule };

/** One line a family, written out so that any bundler splits them. */
const loaders: Partial<Record<Family, () => Promise<FamilyModule>>> = {
  vpc: () => import('./families/vpc.ts'),
  subnet: () => import('./families/subnet.ts'),
  task: () => import('./families/task.ts'),
};

const loaded = new Map<Family, Promise<FamilyModule>>();

export const loadableFamilies = Object.keys(loaders) as Family[];

/** The family's data and actions; loaded once. Rejects for a family the catalogue does not describe. */
export function loadFamily(family: Family): Promise<FamilyModule> {
  const known = loaded.get(family);
  if (known) return known;
  const load = loaders[family];
  if (!load) return Promise.reject(new Error(`the catalogue does not describe the family "${family}"`));
  const module = load();
  loaded.set(family, module);
  return module;
}
