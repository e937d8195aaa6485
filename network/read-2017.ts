/** Rows as the 2017 API lists them, read into a model. Where a row has both kinds of id, the newer one counts (8278). */
import type {
  GatewayState,
  ModelDirectConnectGateway,
  ModelInterface,
  ModelNatGateway,
  ModelNetworkAcl,
  ModelPeering,
  ModelRoute,
  ModelRouteTable,
  ModelSubnet,
  ModelVpc,
  ModelVpnConnection,
  ModelVpnGateway,
  PeeringState,
} from './model.ts';
import { canonicalBlock, given, type Listed, protocolOf, textOrNone } from './read-parts.ts';
import type { Rule } from './rule.ts';

type Text = string | null | undefined;
type Id = string | number;

const newer = (un: Text, old: Id): string => textOrNone(un) ?? String(old);

const vpc = (row: { vpcId: string; unVpcId?: Text; cidrBlock: string; vpcName?: Text }, at: Listed): ModelVpc => ({
  id: newer(row.unVpcId, row.vpcId),
  account: at.account,
  region: at.region,
  cidr: row.cidrBlock,
  ...given('name', textOrNone(row.vpcName)),
});

/** `networkAclId` is 0 when no ACL is bound (9489). */
const subnet = (row: {
  subnetId: string;
  unSubnetId?: Text;
  vpcId: string;
  unVpcId?: Text;
  cidrBlock: string;
  routeTableId?: Text;
  unRouteTableId?: Text;
  networkAclId?: Id | null | undefined;
  zone?: Text;
  subnetName?: Text;
}): ModelSubnet => ({
  id: newer(row.unSubnetId, row.subnetId),
  vpc: newer(row.unVpcId, row.vpcId),
  cidr: row.cidrBlock,
  ...given('routeTable', textOrNone(row.unRouteTableId) ?? textOrNone(row.routeTableId)),
  ...given('networkAcl', row.networkAclId === undefined ? undefined : (textOrNone(row.networkAclId) ?? null)),
  ...given('zone', textOrNone(row.zone)),
  ...given('name', textOrNone(row.subnetName)),
});

/** Types of next hop by number (9696), in 3.0 spelling. 2 is the built-in Local route, which is implied. */
const nextTypes: Readonly<Record<string, string>> = {
  '0': 'CVM',
  '1': 'VPN',
  '3': 'DIRECTCONNECT',
  '4': 'PEERCONNECTION',
  '7': 'SSLVPN',
  '8': 'NAT',
  '9': 'NORMAL_CVM',
};

interface Route2017 {
  readonly destinationCidrBlock: string;
  readonly nextType: Id;
  readonly nextHub: Id;
  readonly unNextHub?: Text;
  readonly description?: Text;
}

const routesOf = (rows: readonly Route2017[]): ModelRoute[] =>
  rows.flatMap((row) => {
    if (String(row.nextType) === '2') return [];
    const route: ModelRoute = {
      destination: canonicalBlock(row.destinationCidrBlock),
      type: nextTypes[String(row.nextType)] ?? String(row.nextType),
      gateway: newer(row.unNextHub, row.nextHub),
      ...given('description', textOrNone(row.description)),
    };
    return [route];
  });

/** Type 1 is the default table (8626); the routes stand in `routeTableSet` (9923) or `routeSet` (9972). */
const routeTable = (row: {
  routeTableId: string;
  unRouteTableId?: Text;
  vpcId: string;
  unVpcId?: Text;
  routeTableType: Id;
  routeTableSet?: readonly Route2017[] | undefined;
  routeSet?: readonly Route2017[] | undefined;
  routeTableName?: Text;
}): ModelRouteTable => ({
  id: newer(row.unRouteTableId, row.routeTableId),
  vpc: newer(row.unVpcId, row.vpcId),
  main: String(row.routeTableType) === '1',
  routes: routesOf(row.routeSet ?? row.routeTableSet ?? []),
  ...given('name', textOrNone(row.routeTableName)),
});

interface AclRule2017 {
  readonly ipProtocol: string;
  readonly cidrIp: string;
  readonly portRange: Id;
  readonly action: Id;
}

/** In every answer 1 allows and 0 denies (10602). */
const aclRule = (row: AclRule2017): Rule => ({
  action: String(row.action) === '1' ? 'ACCEPT' : 'DROP',
  protocol: protocolOf(row.ipProtocol),
  port: String(row.portRange) === '' ? 'ALL' : String(row.portRange),
  cidr: row.cidrIp,
});

const networkAcl = (row: {
  networkAclId: string;
  vpcId: string;
  unVpcId?: Text;
  networkAclName?: Text;
  networkAclEntrySet: { readonly ingress?: readonly AclRule2017[] | undefined; readonly egress?: readonly AclRule2017[] | undefined };
}): ModelNetworkAcl => ({
  id: row.networkAclId,
  vpc: newer(row.unVpcId, row.vpcId),
  ingress: (row.networkAclEntrySet.ingress ?? []).map(aclRule),
  egress: (row.networkAclEntrySet.egress ?? []).map(aclRule),
  ...given('name', textOrNone(row.networkAclName)),
});

/** 8373: 4 is "deleting" there and "deleted by the other side" in the list (14666); neither forwards. */
const peeringStates: readonly PeeringState[] = ['pending', 'active', 'expired', 'rejected', 'deleting', 'failed'];

const peering = (row: {
  peeringConnectionId: string;
  vpcId: string;
  unVpcId?: Text;
  peerVpcId: string;
  unPeerVpcId?: Text;
  state: Id;
  peeringConnectionName?: Text;
}): ModelPeering => ({
  id: row.peeringConnectionId,
  vpcs: [newer(row.unVpcId, row.vpcId), newer(row.unPeerVpcId, row.peerVpcId)],
  state: peeringStates[Number(row.state)] ?? 'failed',
  ...given('name', textOrNone(row.peeringConnectionName)),
});

const natStates: readonly GatewayState[] = ['available', 'unavailable', 'arrears'];
/** Production status (18384); one that was created, or changes, forwards as its state says (18378). */
const natProduction: Readonly<Record<string, GatewayState>> = { '0': 'pending', '2': 'failed', '5': 'deleting' };

const natGateway = (row: {
  natId: string;
  vpcId: string;
  state: Id;
  productionStatus?: Id | undefined;
  eipSet: readonly string[];
  natName?: Text;
}): ModelNatGateway => ({
  id: row.natId,
  vpc: row.vpcId,
  state: natProduction[String(row.productionStatus)] ?? natStates[Number(row.state)] ?? 'unavailable',
  eips: row.eipSet,
  ...given('name', textOrNone(row.natName)),
});

/** Creating or paying, failing, deleting, running: two tables name 0 to 6 differently and agree in this (8319, 11316). */
const vpnStates: readonly GatewayState[] = ['pending', 'failed', 'pending', 'failed', 'deleting', 'failed', 'available'];

const vpnGateway = (row: {
  vpnGwId: Id;
  unVpnGwId?: Text;
  vpcId: string;
  unVpcId?: Text;
  vpnGwStatus: Id;
  vpnGwName?: Text;
}): ModelVpnGateway => ({
  id: newer(row.unVpnGwId, row.vpnGwId),
  vpc: newer(row.unVpcId, row.vpcId),
  state: vpnStates[Number(row.vpnGwStatus)] ?? 'unavailable',
  ...given('name', textOrNone(row.vpnGwName)),
});

/** Every local block may talk to every remote one: the list tells them apart only as two lists (12278). */
const vpnConnection = (row: {
  vpnConnId?: Id | undefined;
  unVpnConnId?: Text;
  vpnGwId: Id;
  unVpnGwId?: Text;
  vpcConnStatus: Id;
  netStatus?: Text;
  sourceCidr: readonly string[];
  destinationCidr: readonly string[];
  vpnConnName?: Text;
}): ModelVpnConnection => ({
  id: newer(row.unVpnConnId, row.vpnConnId ?? ''),
  gateway: newer(row.unVpnGwId, row.vpnGwId),
  state: vpnStates[Number(row.vpcConnStatus)] ?? 'unavailable',
  ...given('up', row.netStatus ? row.netStatus.toLowerCase() === 'available' : undefined),
  spds: row.sourceCidr.map((local) => ({ local: canonicalBlock(local), remote: row.destinationCidr.map(canonicalBlock) })),
  ...given('name', textOrNone(row.vpnConnName)),
});

const directConnectGateway = (row: {
  directConnectGatewayId: string;
  vpcId: string;
  unVpcId?: Text;
  directConnectGatewayName?: Text;
}): ModelDirectConnectGateway => ({
  id: row.directConnectGatewayId,
  vpc: newer(row.unVpcId, row.vpcId),
  ...given('name', textOrNone(row.directConnectGatewayName)),
});

const networkInterface = (row: {
  networkInterfaceId: string;
  vpcId: string;
  subnetId: string;
  primary?: boolean | undefined;
  privateIpAddressesSet: readonly { privateIpAddress: string; primary: boolean; wanIp?: Text; isWanIpBlocked?: boolean | undefined }[];
  instanceSet?: { instanceId?: Text } | null | undefined;
  groupSet?: readonly { sgId: string }[] | undefined;
  eniName?: Text;
}): ModelInterface => ({
  id: row.networkInterfaceId,
  vpc: row.vpcId,
  subnet: row.subnetId,
  addresses: row.privateIpAddressesSet.map((one) => ({
    address: one.privateIpAddress,
    primary: one.primary,
    publicAddress: textOrNone(one.wanIp) ?? null,
    ...given('blocked', one.isWanIpBlocked),
  })),
  ...given(
    'securityGroups',
    row.groupSet?.map(({ sgId }) => sgId),
  ),
  ...given('instance', row.instanceSet === undefined ? undefined : (textOrNone(row.instanceSet?.instanceId) ?? null)),
  ...given('primary', row.primary),
  ...given('name', textOrNone(row.eniName)),
});

/** Readers by what they make. */
export const read2017 = {
  vpc,
  subnet,
  routeTable,
  networkAcl,
  peering,
  natGateway,
  vpnGateway,
  vpnConnection,
  directConnectGateway,
  networkInterface,
} as const;
