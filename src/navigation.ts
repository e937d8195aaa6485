/** The order of the navigation: the one list that a new page or family is entered in. The rest is found by their folders. */
import type { Family } from '../catalogue/define.ts';
import type { manifests } from '../catalogue/families/manifests.ts';
import type { NavigationGroup } from '../catalogue/manifest.ts';

/** Pages that belong to no family, by the names of their folders in `src/pages`. */
export const pagesInOrder = ['overview', 'findings', 'topology', 'reachability', 'addresses', 'history', 'explorer'] as const;
export type PageName = (typeof pagesInOrder)[number];

/** Families that have pages. The catalogue's manifests say in which group each stands. */
export const familiesInOrder = [
  'vpc',
  'subnet',
  'route-table',
  'eni',
  'eip',
  'nat-gateway',
  'dhcp-ip',
  'flow-log',
  'security-group',
  'network-acl',
  'parameter-template',
  'peering',
  'ccn',
  'vpn-gateway',
  'vpn-connection',
  'customer-gateway',
  'direct-connect-gateway',
  'classic-link',
  'account',
  'cdb-instance',
  'gaap-proxy',
  'cdn-service',
] as const satisfies readonly Family[];

/** Its manifest says in which group of the navigation a family stands, unless it has no pages. */
type FamilyWithoutPages = { [F in Family]: (typeof manifests)[F] extends { readonly group: NavigationGroup } ? never : F }[Family];
type OrderedFamily = (typeof familiesInOrder)[number];

type ForgottenFamily = Exclude<Family, OrderedFamily | FamilyWithoutPages>;

/** Does not compile while a family of the catalogue is missing above, and says which; else it adds nothing. */
type NothingForgotten<_Complaint extends never> = unknown;
export type FamilyWithPages = OrderedFamily &
  NothingForgotten<`the family "${ForgottenFamily}" stands nowhere: enter it in familiesInOrder of src/navigation.ts`>;

export const groupsInOrder = ['network', 'security', 'connect', 'account', 'more'] as const satisfies readonly NavigationGroup[];
