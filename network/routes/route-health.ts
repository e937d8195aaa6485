/**
 * Whether a custom route can carry anything: its next hop is there, active, in the same VPC and has the destination.
 *
 * The cloud takes routes through a peering, NAT or direct-connect gateway away with the gateway (12701, 14817, 18237); other
 * next hops can vanish under their routes.
 */

import {
  familyOf,
  familyOfText,
  type IpAddress,
  type IpBlock,
  includesIps,
  ipBlockOf,
  meetIps,
  parseIp,
  parseIpBlock,
} from '../addresses/ip.ts';
import { outsideRanges } from '../addresses/public-addresses.ts';
import {
  blocksOf,
  cidrsOf,
  connectionsOf,
  familyNotTold,
  holderAt,
  interfacesOfInstance,
  type Listing,
  type ModelIndex,
  publicAddressOf,
  rowOf,
  subnetsOf,
  tableOf,
} from '../model/look-up.ts';
import type { GatewayState, ModelInterface, ModelPeering, ModelRoute, PeeringState } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { carriesBlock, enterCcn } from './ccns.ts';
import { stopOfAll } from './stopped-addresses.ts';

/** What is worth saying about a route that acts. */
export type RouteRemark =
  /** Tables of the peer's subnets that have no route back through the peering. */
  | { readonly code: 'no-return-route'; readonly vpc: string; readonly routeTables: readonly string[] }
  /** Whether there are such tables cannot be told. */
  | { readonly code: 'return-not-known'; readonly vpc: string; readonly reason: Reason }
  /** Only part of the destination lies in the peer VPC; the rest is lost. */
  | { readonly code: 'partly-in-peer-vpc'; readonly vpc: string }
  /** The peer VPC is not in the model, so that destination and return route could not be checked. */
  | { readonly code: 'peer-not-in-model'; readonly vpc: string }
  /** The CCN takes part of the destination only; the rest is lost. */
  | { readonly code: 'partly-in-ccn'; readonly id: string }
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

/** The destination of a route; null for one that cannot be read. */
export const blockOfRoute = ({ destination }: Pick<ModelRoute, 'destination'>): IpBlock | null => parseIpBlock(destination);

/** Not there: gone, unless rows of the kind may be missing from the model. */
const absent = (missing: Reason | null, row: ModelRoute): Judgement =>
  missing ? unknown(missing) : dead({ code: 'next-hop-gone', type: row.type, id: row.gateway });

interface GatewayStatus {
  readonly id: string;
  readonly state?: GatewayState | PeeringState;
  readonly told?: string;
}

/** What a state says of a next hop; null when it forwards. A state that nobody knows is neither good nor bad. */
function stateFault({ id, state = 'available', told = '' }: GatewayStatus): Judgement | null {
  if (state === 'available' || state === 'active') return null;
  return state === 'unknown' ? unknown({ code: 'state-not-known', id, told }) : dead({ code: 'next-hop-not-active', id, state });
}

/** The checks every gateway shares; null when it passes them. */
const gatewayFault = (gateway: GatewayStatus & { readonly vpc: string }, vpc: string): Judgement | null =>
  gateway.vpc === vpc ? stateFault(gateway) : dead({ code: 'next-hop-in-other-vpc', id: gateway.id, vpc: gateway.vpc });

/** Addresses by which nothing leaves; null where one of them works. */
function stopFault(index: ModelIndex, vpc: string, id: string, addresses: readonly IpAddress[]): Judgement | null {
  const stop = stopOfAll(index, vpc, id, addresses);
  if (stop === null) return null;
  return stop.code === 'public-addresses-stopped' ? dead(stop) : unknown(stop);
}

function judgeNat(index: ModelIndex, vpc: string, row: ModelRoute, destination: IpBlock): Judgement {
  const nat = rowOf(index, 'natGateways', row.gateway, vpc);
  if (!nat.row) return absent(nat.missing, row);
  const { id, eips } = nat.row;
  const fault = gatewayFault(nat.row, vpc);
  if (fault) return fault;
  if (eips.length === 0) return dead({ code: 'gateway-without-public-address', id });
  const addresses = eips.flatMap((text) => parseIp(text) ?? []);
  const stop = stopFault(index, vpc, id, addresses);
  if (stop) return stop;
  return active(outsideRanges.some((range) => meetIps(range, destination)) ? [] : [{ code: 'private-through-nat' }]);
}

/** A VPN carries what one of its connections' policies names: at least one must be there and up for part of the destination. */
function judgeVpn(index: ModelIndex, vpc: string, row: ModelRoute, destination: IpBlock): Judgement {
  const gateway = rowOf(index, 'vpnGateways', row.gateway, vpc);
  if (!gateway.row) return absent(gateway.missing, row);
  const fault = gatewayFault(gateway.row, vpc);
  if (fault) return fault;
  const { rows, more } = connectionsOf(index, row.gateway, vpc);
  const fitting = rows.filter(({ spds }) => spds.some(({ remote }) => remote.some((block) => meetIps(ipBlockOf(block), destination))));
  if (fitting.some(({ state, up }) => state === 'available' && up === true)) return active();
  if (more) return unknown(more);
  const doubt = fitting.map(doubtOfTunnel).find((reason) => reason !== null);
  if (doubt) return unknown(doubt);
  const down = fitting[0];
  return dead(down ? { code: 'tunnel-down', id: down.id } : { code: 'no-vpn-policy', id: row.gateway });
}

/** Why it cannot be told whether a tunnel carries anything; null when it can. */
export function doubtOfTunnel({ id, state, told = '', up }: GatewayStatus & { readonly up?: boolean }): Reason | null {
  if (up === false) return null;
  if (state === 'unknown') return { code: 'state-not-known', id, told };
  return state === 'available' && up === undefined ? { code: 'tunnel-not-known', id } : null;
}

function judgeDirectConnect(index: ModelIndex, vpc: string, row: ModelRoute): Judgement {
  const gateway = rowOf(index, 'directConnectGateways', row.gateway, vpc);
  if (!gateway.row) return absent(gateway.missing, row);
  const { id, vpc: own } = gateway.row;
  if (own === undefined) return dead({ code: 'next-hop-in-no-vpc', id });
  return gatewayFault({ id, vpc: own }, vpc) ?? active();
}

/** The interfaces of a next hop: a CVM is named by its instance id, or by a private address of the VPC. */
function interfacesOfHop(index: ModelIndex, vpc: string, gateway: string): Listing<ModelInterface> | { rows: []; more: Reason | null } {
  const address = parseIp(gateway);
  if (address === null) return interfacesOfInstance(index, gateway, vpc);
  const holder = holderAt(index, vpc, address);
  return holder.row ? { rows: [holder.row.interface], more: null } : { rows: [], more: holder.missing };
}

function judgeInstance(index: ModelIndex, vpc: string, row: ModelRoute): Judgement {
  const { rows, more } = interfacesOfHop(index, vpc, row.gateway);
  const [first] = rows;
  const here = rows.filter((one) => one.vpc === vpc);
  if (here.length === 0 && more) return unknown(more);
  if (!first) return absent(null, row);
  if (here.length === 0) return dead({ code: 'next-hop-in-other-vpc', id: row.gateway, vpc: first.vpc });
  if (row.type !== 'CVM') return active();
  const publicly = rows.flatMap((one) => one.addresses.map((address) => publicAddressOf(index, one, address)));
  const held = publicly.flatMap(({ row: address }) => address ?? []);
  const stop = stopFault(index, vpc, row.gateway, held);
  if (held.length > 0 && stop?.status !== 'dead') return stop ?? active();
  const missing = more ?? publicly.find((address) => address.missing)?.missing;
  if (missing) return unknown(missing);
  return stop ?? dead({ code: 'gateway-without-public-address', id: row.gateway });
}

/** The other end of a peering, seen from one VPC; null when the VPC is no end of it. */
export function peerOf(peering: ModelPeering, vpc: string): string | null {
  const [a, b] = peering.vpcs;
  return vpc === a ? b : vpc === b ? a : null;
}

/** Tables of a VPC's subnets that have no route through the peering back, as far as is known; `unsure` says why there may be others. */
interface MissingReturns {
  readonly tables: readonly string[];
  readonly unsure: Reason | null;
}

function tablesWithoutReturn(index: ModelIndex, vpc: string, peering: string, blocks: readonly string[]): MissingReturns {
  const subnets = subnetsOf(index, vpc);
  const used = subnets.rows.map(({ of }) => tableOf(index, of));
  const leadsBack = (row: ModelRoute): boolean => {
    const destination = blockOfRoute(row);
    return (
      row.gateway === peering &&
      row.enabled !== false &&
      destination !== null &&
      blocks.some((block) => meetIps(destination, ipBlockOf(block)))
    );
  };
  const tables = [...new Set(used.flatMap(({ row }) => row ?? []))].filter(({ routes }) => !routes.some(leadsBack));
  const unread = tables.find(({ routes }) => routes.some(({ unread: fields }) => fields !== undefined));
  return {
    tables: tables.filter((table) => table !== unread).map(({ id }) => id),
    unsure:
      subnets.more ??
      used.find(({ missing }) => missing)?.missing ??
      (unread ? { code: 'route-not-read', routeTable: unread.id, destination: '' } : null),
  };
}

function judgePeering(index: ModelIndex, vpc: string, row: ModelRoute, destination: IpBlock): Judgement {
  const looked = rowOf(index, 'peerings', row.gateway, vpc);
  if (!looked.row) return absent(looked.missing, row);
  const peering = looked.row;
  const peerVpc = peerOf(peering, vpc);
  if (peerVpc === null) return dead({ code: 'next-hop-in-other-vpc', id: peering.id, vpc: peering.vpcs[0] });
  const fault = stateFault(peering);
  if (fault) return fault;
  const blocks = blocksOf(index, peerVpc);
  // A VPC of an account that this console does not have is beyond its sight; one that is on its way, or refused, is not known.
  if (!blocks.row)
    return blocks.missing?.code === 'not-known' ? unknown(blocks.missing) : active([{ code: 'peer-not-in-model', vpc: peerVpc }]);
  const family = familyOf(destination.from);
  const untold = familyNotTold(index, peerVpc, family);
  if (untold) return unknown(untold);
  if (!blocks.row.some((block) => meetIps(block, destination))) return dead({ code: 'not-in-peer-vpc', peering: peering.id, vpc: peerVpc });
  const remarks: RouteRemark[] = [];
  if (!blocks.row.some((block) => includesIps(block, destination))) remarks.push({ code: 'partly-in-peer-vpc', vpc: peerVpc });
  const { tables, unsure } = tablesWithoutReturn(
    index,
    peerVpc,
    peering.id,
    cidrsOf(index, vpc).filter((text) => familyOfText(text) === family),
  );
  if (tables.length > 0) remarks.push({ code: 'no-return-route', vpc: peerVpc, routeTables: tables });
  if (unsure) remarks.push({ code: 'return-not-known', vpc: peerVpc, reason: unsure });
  return active(remarks);
}

/** A CCN takes what its routes in force lead to: of another account's nobody is told them. */
function judgeCcn(index: ModelIndex, vpc: string, row: ModelRoute, destination: IpBlock): Judgement {
  const entry = enterCcn(index, vpc, row.gateway);
  if (entry.kind !== 'in') return entry.kind === 'dead' ? dead(entry.reason) : unknown(entry.reason);
  // A CCN that lists no route of IPv6 may not tell them here.
  const isSix = familyOf(destination.from) === 'IPv6';
  if (isSix && entry.ccn.routes.every((route) => familyOfText(route.destination) === 'IPv4'))
    return unknown({ code: 'ipv6-next-hop', type: row.type });
  const carried = carriesBlock(entry, vpc, destination);
  if (carried === 'none') return dead({ code: 'no-ccn-route', id: row.gateway });
  return active(carried === 'part' ? [{ code: 'partly-in-ccn', id: row.gateway }] : []);
}

/** Judges one custom route of a table of the VPC; `destination` is its own, parsed. */
export function judgeRoute(index: ModelIndex, vpc: string, row: ModelRoute, destination: IpBlock): Judgement {
  if (row.unread) return unknown({ code: 'not-modelled', type: row.type });
  const judgement = judgeByType(index, vpc, row, destination);
  // What stops IPv4 stops IPv6, but for a missing IPv4 address; what would carry it is known of those alone that tell the blocks of both ends.
  const tells = ['PEERCONNECTION', 'VPN', 'CCN', 'USER_CCN'].includes(row.type);
  const mute = ['gateway-without-public-address', 'public-addresses-stopped'].includes(judgement.reason?.code ?? '');
  if ((judgement.status !== 'active' && !mute) || tells || familyOf(destination.from) === 'IPv4') return judgement;
  return unknown({ code: 'ipv6-next-hop', type: row.type });
}

function judgeByType(index: ModelIndex, vpc: string, row: ModelRoute, destination: IpBlock): Judgement {
  switch (row.type) {
    case 'NAT':
      return judgeNat(index, vpc, row, destination);
    case 'VPN':
      return judgeVpn(index, vpc, row, destination);
    case 'DIRECTCONNECT':
      return judgeDirectConnect(index, vpc, row);
    case 'PEERCONNECTION':
      return judgePeering(index, vpc, row, destination);
    case 'USER_CCN':
    case 'CCN':
      return judgeCcn(index, vpc, row, destination);
    case 'CVM':
    case 'NORMAL_CVM':
      return judgeInstance(index, vpc, row);
    case 'EIP':
      return active();
    default:
      return unknown({ code: 'not-modelled', type: row.type });
  }
}
