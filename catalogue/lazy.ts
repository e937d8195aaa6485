/** The catalogue one family at a time, for the browser: a page loads the data of the families it shows, and no others. */
import type { ActionData, Family, FamilyData } from './define.ts';

export interface FamilyModule {
  readonly data: FamilyData;
  readonly actions: Readonly<Record<string, ActionData>>;
}

const loaders: Partial<Record<Family, () => Promise<FamilyModule>>> = {
  vpc: async () => {
    const module = await import('./families/vpc.ts');
    return { data: module.vpc, actions: module.vpcActions };
  },
  subnet: async () => {
    const module = await import('./families/subnet.ts');
    return { data: module.subnet, actions: module.subnetActions };
  },
  task: async () => {
    const module = await import('./families/task.ts');
    return { data: module.task, actions: module.taskActions };
  },
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
