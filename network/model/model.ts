/**
 * A network as the cloud lists it, in one shape for both API generations: plain data, as flat as the lists are, so that
 * partial answers can be added row by row. `read-3.ts` and `read-2017.ts` turn listed rows into these shapes.
 *
 * A model is a value: functions remember what they worked out about it by its identity, so build a new one for new data.
 * Where something is not known, the model says so: an absent (undefined) field is unknown and null is "there is none".
 */
import type { AclPolicy, Policy } from '../rules/policies.ts';

export interface ModelVpc {
  readonly id: string;
  /** The owner's uin. */
  readonly account: string;
  readonly region: string;
  readonly cidr: string;
  readonly secondaryCidrs?: readonly string[];
  /** Its IPv6 blocks; absent: not told, as by the documents' generation. */
  readonly ipv6Cidrs?: readonly string[];
  readonly name?: string;
  /** By key; absent: none, or not told. */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface ModelSubnet {
  readonly id: string;
  readonly vpc: string;
  readonly cidr: string;
  /** Its IPv6 block; absent: not told, null: none. */
  readonly ipv6Cidr?: string | null;
  readonly zone?: string;
  /** Absent: the VPC's main table; null: the row does not tell. */
  readonly routeTable?: string | null;
  /** Only the 2017 API tells it. */
  readonly networkAcl?: string | null;
  readonly name?: string;
}

/** Next hops, in 3.0 spelling (7346), with LOCAL for the built-in route and the later types EIP and HAVIP. */
export type NextHopType =
  | 'LOCAL'
  | 'CVM'
  | 'VPN'
  | 'DIRECTCONNECT'
  | 'PEERCONNECTION'
  | 'SSLVPN'
  | 'NAT'
  | 'NORMAL_CVM'
  | 'EIP'
  | 'HAVIP'
  | 'USER_CCN'
  | 'CCN';

export interface ModelRoute {
  /** An IPv4 block, or an IPv6 one, which decides IPv6 packets only; as it came where `unread` says so. */
  readonly destination: string;
  readonly type: NextHopType | (string & {});
  readonly gateway: string;
  readonly id?: string | number;
  /** Later versions of the API can switch a route off. */
  readonly enabled?: boolean;
  readonly description?: string;
  /** Fields that cannot be read: without its destination a route may match any packet. */
  readonly unread?: readonly string[];
}

export interface ModelRouteTable {
  readonly id: string;
  readonly vpc: string;
  readonly main: boolean;
  /** The custom routes; the built-in Local route is implied. */
  readonly routes: readonly ModelRoute[];
  readonly name?: string;
}

export interface ModelAddress {
  readonly address: string;
  readonly primary: boolean;
  /** An EIP or an ordinary public address on it. */
  readonly publicAddress?: string | null;
  readonly blocked?: boolean;
}

export interface ModelInterface {
  readonly id: string;
  readonly vpc: string;
  readonly subnet: string;
  readonly addresses: readonly ModelAddress[];
  /** IPv6 ones; absent: not told. `publicAddress` is under which the internet knows one: absent, not known. */
  readonly ipv6Addresses?: readonly ModelAddress[];
  /** In the order they are bound, which is the order they are tried. Absent: not known. */
  readonly securityGroups?: readonly string[];
  /** null: attached to nothing. */
  readonly instance?: string | null;
  readonly primary?: boolean;
  readonly name?: string;
}

export interface ModelSecurityGroup {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly ingress: readonly Policy[];
  readonly egress: readonly Policy[];
  readonly name?: string;
}

export interface ModelNetworkAcl {
  readonly id: string;
  readonly vpc: string;
  readonly ingress: readonly AclPolicy[];
  readonly egress: readonly AclPolicy[];
  /** Its rules have five parts, which are listed apart: 'not-read' until they are. */
  readonly fiveParts?: 'read' | 'not-read';
  /** Why they were not read; they count as none until then. */
  readonly because?: string;
  readonly name?: string;
}

/** 'unknown': the cloud told a state that nobody here knows; `told` has its word. */
export type PeeringState = 'pending' | 'active' | 'expired' | 'rejected' | 'deleting' | 'failed' | 'isolated' | 'unknown';

export interface ModelPeering {
  readonly id: string;
  /** Initiator and receiver; for routing the order means nothing. */
  readonly vpcs: readonly [string, string];
  readonly state: PeeringState;
  readonly told?: string;
  readonly name?: string;
}

/** 'unknown' as for peerings. */
export type GatewayState = 'available' | 'pending' | 'deleting' | 'failed' | 'unavailable' | 'arrears' | 'unknown';

export interface ModelNatGateway {
  readonly id: string;
  readonly vpc: string;
  readonly state: GatewayState;
  readonly told?: string;
  /** Its public addresses. */
  readonly eips: readonly string[];
  readonly name?: string;
}

/** A port that a NAT gateway publishes: what comes to its public address there goes on to the private one (DNAT). */
export interface ModelNatPort {
  /** Gateway, protocol, address and port: the cloud gives it no id. */
  readonly id: string;
  readonly natGateway: string;
  readonly vpc: string;
  readonly protocol: 'TCP' | 'UDP';
  readonly publicAddress: string;
  readonly publicPort: number;
  readonly address: string;
  readonly port: number;
}

/** Who leaves by which addresses of a NAT gateway (SNAT); who has no rule leaves by any of them. */
export interface ModelNatSource {
  readonly id: string;
  readonly natGateway: string;
  readonly vpc: string;
  /** The subnet that it is for; null: one address. */
  readonly subnet: string | null;
  /** The block of the subnet; of one address, with its length. */
  readonly block: string;
  readonly publicAddresses: readonly string[];
}

export interface ModelVpnGateway {
  readonly id: string;
  readonly vpc: string;
  readonly state: GatewayState;
  readonly told?: string;
  readonly name?: string;
}

export interface ModelVpnConnection {
  readonly id: string;
  readonly gateway: string;
  readonly state: GatewayState;
  readonly told?: string;
  /** Whether the tunnel is up; absent where it is not told, or in a word that nobody here knows. */
  readonly up?: boolean;
  /** Security policies: which local block may talk to which remote blocks. */
  readonly spds: readonly { readonly local: string; readonly remote: readonly string[] }[];
  readonly name?: string;
}

export interface ModelDirectConnectGateway {
  readonly id: string;
  /** Absent: it is of the CCN kind, and stands in none. */
  readonly vpc?: string;
  readonly name?: string;
}

/** A route of a CCN: who is routed by its table sends the destination to the attached network. */
export interface ModelCcnRoute {
  readonly routeTable: string;
  readonly destination: string;
  /** The VPC or gateway that it leads to. */
  readonly instance: string;
  readonly enabled: boolean;
}

/** Packets of an attached network from these addresses are routed by another table than its own. */
interface ModelCcnSelection {
  readonly instance: string;
  readonly source: string;
  readonly routeTable: string;
}

/** A CCN of an account of the model: nobody else is told its routes. */
export interface ModelCcn {
  readonly id: string;
  readonly state: 'available' | 'arrears' | 'unknown';
  readonly told?: string;
  /** Absent: not read. */
  readonly routes?: readonly ModelCcnRoute[];
  readonly selections?: readonly ModelCcnSelection[];
  readonly name?: string;
}

/** A network in a CCN, or one that asks to be: told to the owners of both. */
export interface ModelCcnAttachment {
  /** Of the attachment: that of the CCN, and that of the network. */
  readonly id: string;
  readonly ccn: string;
  readonly instance: string;
  readonly type: 'VPC' | (string & {});
  readonly state: PeeringState;
  readonly told?: string;
  /** The CCN's table by which it is routed; absent: not told. */
  readonly routeTable?: string;
  /** Of the network, as the CCN's list tells them: it may be one that nobody here can read. */
  readonly name?: string;
  readonly cidrs?: readonly string[];
  readonly region?: string;
  readonly account?: string;
}

export interface ModelEip {
  readonly id: string;
  readonly address: string;
  /** What it is bound to; null is nothing, absent is not known. An instance means its primary interface's primary address (2675). */
  readonly boundTo?:
    | { readonly other: string }
    | { readonly interface: string; readonly privateAddress: string }
    | { readonly instance: string }
    | { readonly natGateway: string }
    | null;
  readonly blocked?: boolean;
  readonly arrears?: boolean;
}

/** The kinds of rows a model is made of. */
export type ModelKind = keyof Omit<NetworkModel, 'gaps'>;

/** Rows that could not be read, or not yet: an answer that they could change is unknown, and names them. */
export interface Gap {
  readonly kind: ModelKind;
  /** Absent: of every account, or every region. */
  readonly account?: string;
  readonly region?: string;
  /** The row that is there and whose further lists (routes of a CCN) were not read: no row is missing because of it. */
  readonly of?: string;
  readonly because: string;
}

export interface NetworkModel {
  readonly vpcs: readonly ModelVpc[];
  readonly subnets: readonly ModelSubnet[];
  readonly routeTables: readonly ModelRouteTable[];
  readonly interfaces: readonly ModelInterface[];
  readonly securityGroups: readonly ModelSecurityGroup[];
  readonly networkAcls: readonly ModelNetworkAcl[];
  readonly peerings: readonly ModelPeering[];
  readonly natGateways: readonly ModelNatGateway[];
  /** Only accounts of today have these two. */
  readonly natPorts: readonly ModelNatPort[];
  readonly natSources: readonly ModelNatSource[];
  readonly vpnGateways: readonly ModelVpnGateway[];
  readonly vpnConnections: readonly ModelVpnConnection[];
  readonly directConnectGateways: readonly ModelDirectConnectGateway[];
  readonly ccns: readonly ModelCcn[];
  readonly ccnAttachments: readonly ModelCcnAttachment[];
  readonly eips: readonly ModelEip[];
  readonly addressTemplates: readonly { readonly id: string; readonly addresses: readonly string[] }[];
  readonly addressTemplateGroups: readonly { readonly id: string; readonly templates: readonly string[] }[];
  readonly serviceTemplates: readonly { readonly id: string; readonly services: readonly string[] }[];
  readonly serviceTemplateGroups: readonly { readonly id: string; readonly templates: readonly string[] }[];
  readonly gaps: readonly Gap[];
}

export const emptyModel: NetworkModel = {
  vpcs: [],
  subnets: [],
  routeTables: [],
  interfaces: [],
  securityGroups: [],
  networkAcls: [],
  peerings: [],
  natGateways: [],
  natPorts: [],
  natSources: [],
  vpnGateways: [],
  vpnConnections: [],
  directConnectGateways: [],
  ccns: [],
  ccnAttachments: [],
  eips: [],
  addressTemplates: [],
  addressTemplateGroups: [],
  serviceTemplates: [],
  serviceTemplateGroups: [],
  gaps: [],
};

/** A model with the rows of several parts, in order: what one account and region listed, then the next. */
export function joinModels(parts: readonly Partial<NetworkModel>[]): NetworkModel {
  const kinds = Object.keys(emptyModel) as (keyof NetworkModel)[];
  // Each kind is joined with rows of its own kind only, which the type of a mapped object cannot say.
  return Object.fromEntries(
    kinds.map((kind) => [kind, parts.flatMap((part): readonly unknown[] => part[kind] ?? [])]),
  ) as unknown as NetworkModel;
}
