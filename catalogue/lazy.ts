/** The catalogue one family at a time, for the browser: a page loads the data of the families it shows, and no others. */
import { type Family, type FamilyRef, splitRef } from './define.ts';
import type { FamilyModule } from './families/families.ts';

export type { FamilyModule };

/** One line a family, written out so that any bundler splits them. */
const loaders: Partial<Record<Family, () => Promise<FamilyModule>>> = {
  vpc: () => import('./families/vpc.ts'),
  subnet: () => import('./families/subnet.ts'),
  'security-group': () => import('./families/security-group.ts'),
  'parameter-template': () => import('./families/parameter-template.ts'),
  peering: () => import('./families/peering.ts'),
  'route-table': () => import('./families/route-table.ts'),
  eip: () => import('./families/eip.ts'),
  eni: () => import('./families/eni.ts'),
  'direct-connect-gateway': () => import('./families/direct-connect-gateway.ts'),
  'nat-gateway': () => import('./families/nat-gateway.ts'),
  'flow-log': () => import('./families/flow-log.ts'),
  account: () => import('./families/account.ts'),
  'customer-gateway': () => import('./families/customer-gateway.ts'),
  'vpn-gateway': () => import('./families/vpn-gateway.ts'),
  'vpn-connection': () => import('./families/vpn-connection.ts'),
  'classic-link': () => import('./families/classic-link.ts'),
  'cdb-instance': () => import('./families/cdb-instance.ts'),
  'gaap-proxy': () => import('./families/gaap-proxy.ts'),
  'cdn-service': () => import('./families/cdn-service.ts'),
  'network-acl': () => import('./families/network-acl.ts'),
  task: () => import('./families/task.ts'),
};

const loaded = new Map<FamilyRef, Promise<FamilyModule>>();

export const loadableFamilies = Object.keys(loaders) as Family[];

/** These have no list in any of the documents: their members cannot be shown, only named. A test holds them to that. */
const listless: readonly Family[] = ['account', 'task', 'cdb-instance', 'gaap-proxy', 'cdn-service'];

/** The families whose members can be listed, linked to, picked from. */
export const listedFamilies = loadableFamilies.filter((family) => !listless.includes(family));

/** The family's data and actions; loaded once. Rejects for a family the catalogue does not describe, and for a kind that it has not. */
export function loadFamily(ref: FamilyRef): Promise<FamilyModule> {
  const known = loaded.get(ref);
  if (known) return known;
  const { family, kind } = splitRef(ref);
  const load = kind === undefined ? loaders[family] : async () => kindOf(await loadFamily(family), kind);
  if (!load) return Promise.reject(new Error(`the catalogue does not describe the family "${family}"`));
  const module = load();
  loaded.set(ref, module);
  return module;
}

/** The family seen as if that kind were its main one. */
function kindOf(module: FamilyModule, kind: string): FamilyModule {
  const own = module.data.kinds?.[kind];
  if (!own) throw new Error(`the family "${module.data.family}" has no kind "${kind}"`);
  const { name: _name, prefix: _prefix, ...data } = module.data;
  return { actions: module.actions, data: { ...data, ...own } };
}
