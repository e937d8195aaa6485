/** The catalogue one family at a time, for the browser: a page loads the data of the families it shows, and no others. */
import type { Dialect } from './binding.ts';
import { type Family, type FamilyRef, families, splitRef } from './define.ts';
import { loaders, todayLoaders } from './families/loaders.ts';
import { manifests } from './families/manifests.ts';
import { loadOnce } from './load-once.ts';
import { type FamilyModule, withToday } from './module.ts';
import type { OperationOf, RowOf } from './row-of.ts';

export type { FamilyModule };

/** A module whose rows and operations the compiler knows. */
export interface ModuleOf<R, O extends string = string> extends FamilyModule {
  /** Never there: they only carry the types from `loadFamily` to whoever reads the list, or calls an operation. */
  readonly rowType?: R;
  readonly operationType?: O;
}

/** The families whose members can be listed, linked to, picked from. */
export const listedFamilies: readonly Family[] = families.filter((family) => manifests[family].listed);

const loaded = new Map<string, FamilyModule>();

/** The family of an action, where it has been loaded. */
export const moduleOf = (action: string): FamilyModule | undefined => loaded.get(action);

/** The family's data and actions; loaded once. Rejects for a family the catalogue does not describe, and for a variant that it lacks. */
export const loadFamily: <F extends FamilyRef>(ref: F) => Promise<ModuleOf<RowOf<F>, OperationOf<F>>> = loadOnce(
  async (ref: FamilyRef): Promise<FamilyModule> => {
    const { family, variant } = splitRef(ref);
    if (variant !== undefined) return variantOf(await loadFamily(family), variant);
    if (!Object.hasOwn(loaders, family)) throw new Error(`the catalogue does not describe the family "${family}"`);
    const module = await loaders[family]();
    for (const name of Object.keys(module.actions)) loaded.set(name, module);
    return module;
  },
);

/** A family's module as accounts of today speak it. The same module gives the same answer. */
type ModuleTransform = (module: FamilyModule) => FamilyModule;

const loadToday = loadOnce(async (family: Family): Promise<ModuleTransform> => {
  const [own, { offeredIn, withAdditions }, { loosen }, { tagAdditions }] = await Promise.all([
    todayLoaders[family]?.(),
    import('./additions.ts'),
    import('./loosened.ts'),
    import('./tags.ts'),
  ]);
  const known = new WeakMap<FamilyModule, FamilyModule>();
  return (module) => {
    const bound = own ? withToday(module, own) : module;
    const spoken =
      known.get(module) ?? loosen(withAdditions(bound, own?.additions ?? {}, offeredIn(bound.today), tagAdditions(bound, true)));
    for (const one of [module, spoken]) known.set(one, spoken);
    return spoken;
  };
});

const tagged = ({ data }: FamilyModule): boolean => data.tags !== undefined;

/** What accounts of the dialect speak, of a family where that is more than its own words; null elsewhere, which costs no load. */
export const todayOf = (module: FamilyModule, dialect: Dialect): Promise<ModuleTransform> | null =>
  dialect === 'today' && (todayLoaders[module.data.family] || tagged(module)) ? loadToday(module.data.family) : null;

/** The family as accounts of the dialect speak it. */
export async function spokenModule(module: FamilyModule, dialect: Dialect): Promise<FamilyModule> {
  const today = todayOf(module, dialect);
  return today ? (await today)(module) : module;
}

/** The family seen as if that variant were its main sort of member. */
function variantOf(module: FamilyModule, variant: string): FamilyModule {
  const own = module.data.variants?.[variant];
  if (!own) throw new Error(`the family "${module.data.family}" has no variant "${variant}"`);
  const { name: _name, prefix: _prefix, ...data } = module.data;
  return { ...module, data: { ...data, ...own } };
}
