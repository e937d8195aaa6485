/** Peerings and gateways as the 2017 API lists them: their states are numbers whose meanings the tables spread about. */
import type {
  GatewayState,
  ModelDirectConnectGateway,
  ModelNatGateway,
  ModelPeering,
  ModelVpnConnection,
  ModelVpnGateway,
  PeeringState,
} from './model.ts';
import { canonicalBlock, given, newer, textOrNone } from './read-parts.ts';

type Text = string | null | undefined;
type Id = string | number;

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
  productionStatus?: Id | null | undefined;
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

/** Readers by what they make. */
export const gateways2017 = { peering, natGateway, vpnGateway, vpnConnection, directConnectGateway } as const;
