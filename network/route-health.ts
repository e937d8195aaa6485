/**
 * Whether a custom route can carry anything: its next hop is there, active, in the same VPC and has the destination.
 *
 * The cloud takes routes through a peering, NAT or direct-connect gateway away with the gateway (12701, 14817, 18237); other
 * next hops can vanish under their routes.
 */
import { formatAddress, parseAddress } from '../catalogue/address.ts';
import { blockOf, blocksOverlap } from './cidr.ts';
import type { GatewayState, ModelInterface, ModelKind, ModelPeering, ModelRoute } from './model.ts';
import { type ModelIndex, remember, tableOf } from './model-index.ts';
import type { Reason } from './path.ts';
import { outsideRanges } from './public-addresses.ts';
import { readAddresses } from './rule.ts';

/** What is worth saying about a route that acts. */
export type RouteRemark =
  /** Tables of the peer's subnets that have no route back through the peering. */
  | { readonly code: 'no-return-route'; readonly vpc: string; readonly routeTables: readonly string[] }
  /** Only part of the destination lies in the peer VPC; the rest is lost. */
  | { readonly code: 'partly-in-peer-vpc'; readonly vpc: string }
  /** The peer VPC is not in the model, so that destination and return route could not be checked. */
  | { readonly code: 'peer-not-in-model'; readonly vpc: string }
  /** No address of the destination is on the internet, which is all that a NAT gateway leads to. */
  | { readonly code: 'private-through-nat' }
  /** Another route of the table has the same destination. */
  | { readonly code: 'same-destination' };

export interface Judgement {
  readonly status: 'active' | 'dead' | 'unknown';
  readonly reason: Reason | null;
  readonly remarks: readonly RouteRemark[];
}

const active = (remarks: readonly RouteRemark[] = []): Judgement => ({ status: 'active', reason: null, remarks });
const dead = (reason: Reason): Judgement => ({ status: 'dead', reason, remarks: [] });
const unknown = (reason: Reason): Judgement => ({ status: 'unknown', reason, remarks: [] });

type Rows = 'natGateways' | 'vpnGateways' | 'directConnectGateways' | 'peerings';

const rowsOf = <K extends Rows>(index: ModelIndex, kind: K) =>
  remember(index, `by id ${kind}`, () => new Map(index.model[kind].map((row): [string, (typeof index.model)[K][number]] => [row.id, row])));

/** Not there: gone, unless rows of the kind may be missing from the model. */
function absent(index: ModelIndex, kind: ModelKind, vpc: string, row: ModelRoute): Judgement {
  const gap = index.gap(kind, vpc);
  return gap
    ? unknown({ code: 'not-known', kind, because: gap.because })
    : dead({ code: 'next-hop-gone', type: row.type, id: row.gateway });
}

/** The checks every gateway shares; null when it passes them. */
function gatewayFault(gateway: { id: string; vpc: string; state?: GatewayState }, vpc: string): Judgement | null {
  if (gateway.vpc !== vpc) return dead({ code: 'next-hop-in-other-vpc', id: gateway.id, vpc: gateway.vpc });
  const state = gateway.state ?? 'available';
  return state === 'available' ? null : dead({ code: 'next-hop-not-active', id: gateway.id, state });
}

function judgeNat(index: ModelIndex, vpc: string, row: ModelRoute): Judgement {
  const nat = rowsOf(index, 'natGateways').get(row.gateway);
  if (!nat) return absent(index, 'natGateways', vpc, row);
  const fault = gatewayFault(nat, vpc);
  if (fault) return fault;
  if (nat.eips.length === 0) return dead({ code: 'gateway-without-public-address', id: nat.id });
  const block = readAddresses(row.destination);
  if (block === null || block === 'ipv6') return active();
  return active(outsideRanges.some(({ from, to }) => from <= block.to && block.from <= to) ? [] : [{ code: 'private-through-nat' }]);
}

/** A VPN carries what one of its connections' policies names: at least one must be there and up for part of the destination. */
function judgeVpn(index: ModelIndex, vpc: string, row: ModelRoute): Judgement {
  const gateway = rowsOf(index, 'vpnGateways').get(row.gateway);
  if (!gateway) return absent(index, 'vpnGateways', vpc, row);
  const fault = gatewayFault(gateway, vpc);
  if (fault) return fault;
  const destination = blockOf(row.destination);
  const fitting = (index.connectionsOfGateway.get(gateway.id) ?? []).filter(({ spds }) =>
    spds.some(({ remote }) => remote.some((block) => blocksOverlap(blockOf(block), destination))),
  );
  if (fitting.some(({ state, up }) => state === 'available' && up !== false)) return active();
  const gap = index.gap('vpnConnections', vpc);
  if (gap) return unknown({ code: 'not-known', kind: 'vpnConnections', because: gap.because });
  const down = fitting[0];
  return dead(down ? { code: 'tunnel-down', id: down.id } : { code: 'no-vpn-policy', id: gateway.id });
}

function judgeDirectConnect(index: ModelIndex, vpc: string, row: ModelRoute): Judgement {
  const gateway = rowsOf(index, 'directConnectGateways').get(row.gateway);
  return gateway ? (gatewayFault(gateway, vpc) ?? active()) : absent(index, 'directConnectGateways', vpc, row);
}

/** A CVM is named by its instance id, or by a private address of the VPC. */
function judgeInstance(index: ModelIndex, vpc: string, row: ModelRoute): Judgement {
  const address = parseAddress(row.gateway);
  const holder = address === null ? null : index.holder(vpc, address)?.interface;
  const interfaces: readonly ModelInterface[] = holder ? [holder] : (index.interfacesOfInstance.get(row.gateway) ?? []);
  const first = interfaces[0];
  if (!first) return absent(index, 'interfaces', vpc, row);
  if (!interfaces.some((one) => one.vpc === vpc)) return dead({ code: 'next-hop-in-other-vpc', id: row.gateway, vpc: first.vpc });
  if (row.type !== 'CVM' || interfaces.some((one) => one.addresses.some(({ address: own }) => hasPublicAddress(index, one, own))))
    return active();
  return dead({ code: 'gateway-without-public-address', id: row.gateway });
}

const hasPublicAddress = (index: ModelIndex, one: ModelInterface, address: string): boolean =>
  publicAddressOf(index, one.id, address) !== null;

/** The public address on an interface's address, from its own row or from an EIP bound to it; null when there is none. */
export function publicAddressOf(index: ModelIndex, interfaceId: string, privateAddress: string): string | null {
  const known = remember(index, 'public by private', () => {
    const found = new Map<string, string>();
    for (const value of index.publicAddresses) {
      const holder = index.publicHolder(value)?.holder;
      if (holder) found.set(`${holder.interface.id} ${holder.address.address}`, formatAddress(value));
    }
    return found;
  });
  return known.get(`${interfaceId} ${privateAddress}`) ?? null;
}

/** The other end of a peering, seen from one VPC; null when the VPC is no end of it. */
export function peerOf(peering: ModelPeering, vpc: string): string | null {
  const [a, b] = peering.vpcs;
  return vpc === a ? b : vpc === b ? a : null;
}

/** The peering a route leads through; null when the model has none of that id. */
export const peeringOf = (index: ModelIndex, id: string): ModelPeering | null => rowsOf(index, 'peerings').get(id) ?? null;

/** The tables that subnets of the VPC use, and that have no route through the peering back to any of the blocks. */
export function tablesWithoutReturn(index: ModelIndex, vpc: string, peering: string, blocks: readonly string[]): string[] {
  const used = new Set((index.subnets.get(vpc) ?? []).map(({ of }) => tableOf(index, of)));
  return [...used].flatMap((table) => {
    if (!table) return [];
    const back = table.routes.some(
      (row) =>
        row.gateway === peering && row.enabled !== false && blocks.some((block) => blocksOverlap(blockOf(row.destination), blockOf(block))),
    );
    return back ? [] : [table.id];
  });
}

/** A VPC's own blocks; none for a VPC the model does not have. */
export const cidrsOfVpc = (index: ModelIndex, vpc: string): string[] => {
  const row = index.vpc.get(vpc);
  return row ? [row.cidr, ...(row.secondaryCidrs ?? [])] : [];
};

function judgePeering(index: ModelIndex, vpc: string, row: ModelRoute): Judgement {
  const peering = peeringOf(index, row.gateway);
  if (!peering) return absent(index, 'peerings', vpc, row);
  const far = peerOf(peering, vpc);
  if (far === null) return dead({ code: 'next-hop-in-other-vpc', id: peering.id, vpc: peering.vpcs[0] });
  if (peering.state !== 'active') return dead({ code: 'next-hop-not-active', id: peering.id, state: peering.state });
  const blocks = index.blocks.get(far);
  if (!blocks) return active([{ code: 'peer-not-in-model', vpc: far }]);
  const { base, prefix } = blockOf(row.destination);
  const last = base + 2 ** (32 - prefix) - 1;
  if (!blocks.some(({ from, to }) => base <= to && from <= last)) return dead({ code: 'not-in-peer-vpc', peering: peering.id, vpc: far });
  const remarks: RouteRemark[] = [];
  if (!blocks.some(({ from, to }) => from <= base && last <= to)) remarks.push({ code: 'partly-in-peer-vpc', vpc: far });
  const routeTables = tablesWithoutReturn(index, far, peering.id, cidrsOfVpc(index, vpc));
  if (routeTables.length > 0) remarks.push({ code: 'no-return-route', vpc: far, routeTables });
  return active(remarks);
}

/** Judges one custom route of a table of the VPC. */
export function judgeRoute(index: ModelIndex, vpc: string, row: ModelRoute): Judgement {
  switch (row.type) {
    case 'NAT':
      return judgeNat(index, vpc, row);
    case 'VPN':
      return judgeVpn(index, vpc, row);
    case 'DIRECTCONNECT':
      return judgeDirectConnect(index, vpc, row);
    case 'PEERCONNECTION':
      return judgePeering(index, vpc, row);
    case 'CVM':
    case 'NORMAL_CVM':
      return judgeInstance(index, vpc, row);
    case 'EIP':
      return active();
    default:
      return unknown({ code: 'not-modelled', type: row.type });
  }
}
