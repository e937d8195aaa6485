/** The lists that a network is read from, beside those that have a family's pages of their own. */
import type { Dialect } from '../../catalogue/binding.ts';
import { type Family, type FamilyRef, splitRef } from '../../catalogue/define.ts';
import { type FamilyModule, loadFamily } from '../../catalogue/lazy.ts';
import { loadOnce } from '../../catalogue/load-once.ts';
import type { ModelKind } from '../../network/model/model.ts';
import type { Params } from '../lib/family.ts';

/**
 * Which ACL a subnet has is told by the older list only, and only when asked for (9469): by the documents, that is. Today's list of
 * subnets tells it itself (`isAskedFor`).
 */
export const aclsOfSubnets = 'subnetAcls';

/** Names and ids of security groups: their rules are asked for one group at a time. */
export type SourceKind = ModelKind | typeof aclsOfSubnets;

export interface ModelSource {
  readonly kind: SourceKind;
  readonly module: FamilyModule;
  readonly where: Params;
}

const familyOf: Readonly<Record<SourceKind, FamilyRef>> = {
  vpcs: 'vpc',
  subnets: 'subnet',
  subnetAcls: 'subnet',
  routeTables: 'route-table',
  interfaces: 'eni',
  securityGroups: 'security-group',
  networkAcls: 'network-acl',
  peerings: 'peering',
  natGateways: 'nat-gateway',
  natPorts: 'nat-gateway',
  natSources: 'nat-gateway',
  vpnGateways: 'vpn-gateway',
  vpnConnections: 'vpn-connection',
  directConnectGateways: 'direct-connect-gateway',
  ccns: 'ccn',
  ccnAttachments: 'ccn',
  eips: 'eip',
  addressTemplates: 'parameter-template',
  addressTemplateGroups: 'parameter-template/address-groups',
  serviceTemplates: 'parameter-template/services',
  serviceTemplateGroups: 'parameter-template/service-groups',
};

/** Whether accounts of the dialect are asked for such a list. */
export const isAskedFor = (kind: SourceKind, dialect: Dialect): boolean => kind !== aclsOfSubnets || dialect === 'documents';

/** What the pages call the rows of a list. The older list of subnets is read for their ACLs alone. */
export const familyOfSource = (kind: SourceKind): Family => (kind === aclsOfSubnets ? 'network-acl' : splitRef(familyOf[kind]).family);

/** The list of subnets of the 2017 API, seen as if it were the family's own. */
const withOlderList = (module: FamilyModule): FamilyModule => ({
  actions: module.actions,
  data: { ...module.data, id: 'unSubnetId', operations: { ...module.data.operations, list: ['vpc2017:DescribeSubnetEx'] } },
});

/** The catalogue's data behind a kind of row; the same promise every time, as `use` needs it. */
export const sourceOf = loadOnce(async (kind: SourceKind): Promise<ModelSource> => {
  // Families are listed here whether or not they have pages, so network ACLs are not asked of the pages' registry.
  const module = kind === 'networkAcls' ? await import('../../catalogue/families/network-acl/index.ts') : await loadFamily(familyOf[kind]);
  return kind === aclsOfSubnets ? { kind, module: withOlderList(module), where: { getAclIdFlag: 1 } } : { kind, module, where: {} };
});
