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
import { canonicalBlock, given, listIn, newer, textOrNone } from './read-parts.ts';

type Text = string | null | undefined;
type Id = string | number;

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
  ...given('name', textOrNone(row.peeringConnectionName)),
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
  ...stateIn(vpnStates, row.vpnGwStatus),
  ...given('name', textOrNone(row.vpnGwName)),
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
  ...given('up', row.netStatus?.toLowerCase() === 'available' ? true : row.netStatus?.toLowerCase() === 'unavailable' ? false : undefined),
  spds: spdsOf(listIn(row.sourceCidr, 'sourceCidr'), listIn(row.destinationCidr, 'destinationCidr')),
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
