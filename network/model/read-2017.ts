/** Rows as the 2017 API lists them, read into a model. Where a row has both kinds of id, the newer one counts (8278). */
import { cidrOrNull } from '../../catalogue/address.ts';
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
import { canonicalBlock, listIn, newer, optionalField, type Scope, textOrNone } from './read-parts.ts';
import { readAclEntry } from './read-rules.ts';

type Text = string | null | undefined;
type Id = string | number;

const vpc = (row: { vpcId: string; unVpcId?: Text; cidrBlock: string; vpcName?: Text }, at: Scope): ModelVpc => ({
  id: newer(row.unVpcId, row.vpcId),
  account: at.account,
  region: at.region,
  cidr: row.cidrBlock,
  ...optionalField('name', textOrNone(row.vpcName)),
});

/** `networkAclId` is 0 when no ACL is bound (9489): true only of a list that was asked for with `getAclIdFlag` 1 (9469). */
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
  routeTable: textOrNone(row.unRouteTableId) ?? textOrNone(row.routeTableId) ?? null,
  ...optionalField('networkAcl', row.networkAclId === undefined ? undefined : (textOrNone(row.networkAclId) ?? null)),
  ...optionalField('zone', textOrNone(row.zone)),
  ...optionalField('name', textOrNone(row.subnetName)),
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
      destination: canonicalBlock(row.destinationCidrBlock ?? ''),
      ...optionalField('unread', cidrOrNull(canonicalBlock(row.destinationCidrBlock ?? '')) ? undefined : ['destinationCidrBlock']),
      type: nextTypes[String(row.nextType)] ?? String(row.nextType),
      gateway: newer(row.unNextHub, row.nextHub),
      ...optionalField('description', textOrNone(row.description)),
    };
    return [route];
  });

/** @throws RangeError on a table that tells no routes: none and not told are not the same. */
function routesIn({
  routeSet,
  routeTableSet,
}: {
  readonly routeSet?: readonly Route2017[] | undefined;
  readonly routeTableSet?: readonly Route2017[] | undefined;
}) {
  return listIn(routeSet ?? routeTableSet, 'routeSet');
}

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
  routes: routesOf(routesIn(row)),
  ...optionalField('name', textOrNone(row.routeTableName)),
});

interface ListedEntries {
  readonly networkAclType?: Text;
  readonly networkAclEntrySet: Readonly<Partial<Record<'ingress' | 'egress', readonly unknown[] | null | undefined>>>;
}

/** The list of today leaves out the rules of five parts: they are read by themselves. */
const entriesIn = ({ networkAclType, networkAclEntrySet }: ListedEntries, direction: 'ingress' | 'egress') =>
  networkAclType === 'QUINTUPLE' ? [] : listIn(networkAclEntrySet[direction], direction).map(readAclEntry);

/** @throws RangeError on an ACL of three parts that leaves a direction out: no rules and rules not told are not the same. */
const networkAcl = (row: {
  networkAclId: string;
  vpcId: string;
  unVpcId?: Text;
  networkAclName?: Text;
  networkAclType?: Text;
  networkAclEntrySet: { readonly ingress?: readonly unknown[] | null | undefined; readonly egress?: readonly unknown[] | null | undefined };
}): ModelNetworkAcl => ({
  id: row.networkAclId,
  vpc: newer(row.unVpcId, row.vpcId),
  ingress: entriesIn(row, 'ingress'),
  egress: entriesIn(row, 'egress'),
  ...optionalField('fiveParts', row.networkAclType === 'QUINTUPLE' ? ('not-read' as const) : undefined),
  ...optionalField('name', textOrNone(row.networkAclName)),
});

const networkInterface = (row: {
  networkInterfaceId: string;
  vpcId: string;
  subnetId: string;
  primary?: boolean | null | undefined;
  privateIpAddressesSet: readonly {
    privateIpAddress: string;
    primary: boolean;
    wanIp?: Text;
    isWanIpBlocked?: boolean | null | undefined;
  }[];
  instanceSet?: { instanceId?: Text } | null | undefined;
  groupSet?: readonly { sgId: string }[] | undefined;
  eniName?: Text;
}): ModelInterface => ({
  id: row.networkInterfaceId,
  vpc: row.vpcId,
  subnet: row.subnetId,
  addresses: listIn(row.privateIpAddressesSet, 'privateIpAddressesSet').map((one) => ({
    address: one.privateIpAddress,
    primary: one.primary,
    publicAddress: textOrNone(one.wanIp) ?? null,
    ...optionalField('blocked', one.isWanIpBlocked ?? undefined),
  })),
  ...optionalField(
    'securityGroups',
    row.groupSet?.map(({ sgId }) => sgId),
  ),
  ...optionalField('instance', row.instanceSet === undefined ? undefined : (textOrNone(row.instanceSet?.instanceId) ?? null)),
  ...optionalField('primary', row.primary ?? undefined),
  ...optionalField('name', textOrNone(row.eniName)),
});

// Peerings and gateways: their states are numbers whose meanings the tables spread about.

/** 8373: 4 is "deleting" there and "deleted by the other side" in the list (14666); neither forwards. */
const peeringStates: readonly PeeringState[] = ['pending', 'active', 'expired', 'rejected', 'deleting', 'failed'];

/** A state by its number; any other is carried as it was told. */
function stateIn<S extends string>(
  states: readonly S[],
  told: Id | null | undefined,
): { readonly state: S | 'unknown'; readonly told?: string } {
  const state = told === null || told === undefined || String(told).trim() === '' ? undefined : states[Number(told)];
  return state === undefined ? { state: 'unknown', told: String(told ?? '') } : { state };
}

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
  ...stateIn(peeringStates, row.state),
  ...optionalField('name', textOrNone(row.peeringConnectionName)),
});

const natStates: readonly GatewayState[] = ['available', 'unavailable', 'arrears'];
/** Production status (18384); one that was created, or changes, forwards as its state says (18378). */
const natProduction: Readonly<Record<string, GatewayState>> = { '0': 'pending', '2': 'failed', '5': 'deleting' };

/** What was created, is changed, or could not be changed or deleted, forwards as its state says (18378, 18384). */
const asStateSays: readonly (string | undefined)[] = [undefined, '1', '3', '4', '6'];

function natStateOf(state: Id, production: Id | null | undefined) {
  const told = production === null || production === undefined ? undefined : String(production);
  const made = told === undefined ? undefined : natProduction[told];
  if (made) return { state: made };
  return asStateSays.includes(told) ? stateIn(natStates, state) : { state: 'unknown' as const, told: told ?? '' };
}

const natGateway = (row: {
  natId: string;
  vpcId: string;
  state: Id;
  productionStatus?: Id | null | undefined;
  eipSet: readonly string[];
  natName?: Text;
}): ModelNatGateway => ({
  id: row.natId,
  vpc: row.vpcId,
  ...natStateOf(row.state, row.productionStatus),
  eips: listIn(row.eipSet, 'eipSet'),
  ...optionalField('name', textOrNone(row.natName)),
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
  ...stateIn(vpnStates, row.vpnGwStatus),
  ...optionalField('name', textOrNone(row.vpnGwName)),
});

/** Every local block may talk to every remote one: the list tells them apart only as two lists (12278). */
const spdsOf = (local: readonly string[], remote: readonly string[]): ModelVpnConnection['spds'] =>
  local.map((block) => ({ local: canonicalBlock(block), remote: remote.map(canonicalBlock) }));

const vpnConnection = (row: {
  vpnConnId?: Id | null | undefined;
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
  ...stateIn(vpnStates, row.vpcConnStatus),
  ...optionalField(
    'up',
    row.netStatus?.toLowerCase() === 'available' ? true : row.netStatus?.toLowerCase() === 'unavailable' ? false : undefined,
  ),
  spds: spdsOf(listIn(row.sourceCidr, 'sourceCidr'), listIn(row.destinationCidr, 'destinationCidr')),
  ...optionalField('name', textOrNone(row.vpnConnName)),
});

const directConnectGateway = (row: {
  directConnectGatewayId: string;
  vpcId: string;
  unVpcId?: Text;
  directConnectGatewayName?: Text;
  networkType?: Text;
}): ModelDirectConnectGateway => ({
  id: row.directConnectGatewayId,
  ...optionalField('vpc', row.networkType === 'CCN' ? undefined : newer(row.unVpcId, row.vpcId)),
  ...optionalField('name', textOrNone(row.directConnectGatewayName)),
});

/** Readers by what they make. */
export const read2017 = {
  vpc,
  subnet,
  routeTable,
  networkAcl,
  networkInterface,
  peering,
  natGateway,
  vpnGateway,
  vpnConnection,
  directConnectGateway,
} as const;
