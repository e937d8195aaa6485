/** How the lists of the families become parts of the network that the engine reasons about. */
import type { FamilyRef } from '../../catalogue/define.ts';
import type { Address } from '../../catalogue/families/eip/index.ts';
import type { NetworkInterface } from '../../catalogue/families/eni/index.ts';
import type { NatGateway } from '../../catalogue/families/nat-gateway/index.ts';
import type { NetworkAcl } from '../../catalogue/families/network-acl/index.ts';
import type { RouteTable } from '../../catalogue/families/route-table/index.ts';
import type { Subnet } from '../../catalogue/families/subnet/index.ts';
import type { Vpc } from '../../catalogue/families/vpc/index.ts';
import type { VpnConnection } from '../../catalogue/families/vpn-connection/index.ts';
import type { VpnGateway } from '../../catalogue/families/vpn-gateway/index.ts';
import type { ModelKind, NetworkModel } from '../../network/model/model.ts';
import { read3 } from '../../network/model/read-3.ts';
import { read2017 } from '../../network/model/read-2017.ts';

/** Where rows were listed: the owner's number, and the region. */
export interface ListScope {
  readonly account: string;
  readonly region: string;
}

/** How the rows of a list become part of a model. The list is one of the catalogue's, which tells the rows' shape. */
export interface Reader {
  readonly family: FamilyRef;
  readonly kind: ModelKind;
  readonly read: (rows: readonly never[], at: ListScope) => Partial<NetworkModel>;
}

type PeeringRow = Parameters<typeof read2017.peering>[0];
type DirectConnectRow = Parameters<typeof read2017.directConnectGateway>[0];
type TemplateRow<K extends 'addressTemplate' | 'addressTemplateGroup' | 'serviceTemplate' | 'serviceTemplateGroup'> = Parameters<
  (typeof read3)[K]
>[0];

/** One reader for each kind of row, but for security groups, whose rules are asked for one group at a time. */
export const readers: readonly Reader[] = [
  { family: 'vpc', kind: 'vpcs', read: (rows: readonly Vpc[], at) => ({ vpcs: rows.map((row) => read3.vpc(row, at)) }) },
  { family: 'subnet', kind: 'subnets', read: (rows: readonly Subnet[]) => ({ subnets: rows.map(read3.subnet) }) },
  { family: 'route-table', kind: 'routeTables', read: (rows: readonly RouteTable[]) => ({ routeTables: rows.map(read3.routeTable) }) },
  { family: 'nat-gateway', kind: 'natGateways', read: (rows: readonly NatGateway[]) => ({ natGateways: rows.map(read2017.natGateway) }) },
  { family: 'vpn-gateway', kind: 'vpnGateways', read: (rows: readonly VpnGateway[]) => ({ vpnGateways: rows.map(read3.vpnGateway) }) },
  {
    family: 'vpn-connection',
    kind: 'vpnConnections',
    read: (rows: readonly VpnConnection[]) => ({ vpnConnections: rows.map(read3.vpnConnection) }),
  },
  {
    family: 'direct-connect-gateway',
    kind: 'directConnectGateways',
    read: (rows: readonly DirectConnectRow[]) => ({ directConnectGateways: rows.map(read2017.directConnectGateway) }),
  },
  { family: 'peering', kind: 'peerings', read: (rows: readonly PeeringRow[]) => ({ peerings: rows.map(read2017.peering) }) },
  { family: 'eni', kind: 'interfaces', read: (rows: readonly NetworkInterface[]) => ({ interfaces: rows.map(read3.networkInterface) }) },
  { family: 'eip', kind: 'eips', read: (rows: readonly Address[]) => ({ eips: rows.map(read3.eip) }) },
  { family: 'network-acl', kind: 'networkAcls', read: (rows: readonly NetworkAcl[]) => ({ networkAcls: rows.map(read2017.networkAcl) }) },
  {
    family: 'parameter-template',
    kind: 'addressTemplates',
    read: (rows: readonly TemplateRow<'addressTemplate'>[]) => ({ addressTemplates: rows.map(read3.addressTemplate) }),
  },
  {
    family: 'parameter-template/address-groups',
    kind: 'addressTemplateGroups',
    read: (rows: readonly TemplateRow<'addressTemplateGroup'>[]) => ({ addressTemplateGroups: rows.map(read3.addressTemplateGroup) }),
  },
  {
    family: 'parameter-template/services',
    kind: 'serviceTemplates',
    read: (rows: readonly TemplateRow<'serviceTemplate'>[]) => ({ serviceTemplates: rows.map(read3.serviceTemplate) }),
  },
  {
    family: 'parameter-template/service-groups',
    kind: 'serviceTemplateGroups',
    read: (rows: readonly TemplateRow<'serviceTemplateGroup'>[]) => ({ serviceTemplateGroups: rows.map(read3.serviceTemplateGroup) }),
  },
];
