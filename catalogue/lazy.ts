/** The catalogue one family at a time, for the browser: a page loads the data of the families it shows, and no others. */
import { type Family, type FamilyRef, families, splitRef } from './define.ts';
import { loaders } from './families/loaders.ts';
import { manifests } from './families/manifests.ts';
import { loadOnce } from './load-once.ts';
import type { FamilyModule } from './module.ts';

export type { FamilyModule };

/** The families whose members can be listed, linked to, picked from. */
export const listedFamilies: readonly Family[] = families.filter((family) => manifests[family].listed);

/** The family's data and actions; loaded once. Rejects for a family the catalogue does not describe, and for a kind that it has not. */
export const loadFamily: (ref: FamilyRef) => Promise<FamilyModule> = loadOnce(async (ref: FamilyRef) => {
  const { family, kind } = splitRef(ref);
  if (kind !== undefined) return kindOf(await loadFamily(family), kind);
  if (!Object.hasOwn(loaders, family)) throw new Error(`the catalogue does not describe the family "${family}"`);
  return loaders[family]();
});

/** The family seen as if that kind were its main one. */
function kindOf(module: FamilyModule, kind: string): FamilyModule {
  const own = module.data.kinds?.[kind];
  if (!own) throw new Error(`the family "${module.data.family}" has no kind "${kind}"`);
  const { name: _name, prefix: _prefix, ...data } = module.data;
  return { actions: module.actions, data: { ...data, ...own } };
}
