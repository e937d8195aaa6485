/** Routes as they are being typed: what is wrong with them, and what they would be. Pure. */
import { type Cidr, cidrOrNull, contains, formatCidr } from '../../catalogue/address.ts';
import type { RouteTable } from '../../catalogue/families/route-table/index.ts';
import { formatIpBlock, includesIps, parseIpBlock } from '../addresses/ip.ts';
import type { ModelKind, ModelRoute, NetworkModel } from '../model/model.ts';
import { destinationOf, routeKey } from './route-names.ts';

export interface RouteDraft {
  readonly RouteId?: unknown;
  readonly RouteItemId?: unknown;
  readonly DestinationCidrBlock?: unknown;
  readonly DestinationIpv6CidrBlock?: unknown;
  readonly Enabled?: unknown;
  readonly GatewayType?: unknown;
  readonly GatewayId?: unknown;
  readonly RouteDescription?: unknown;
}

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value).trim());

export const routeDraftsIn = (value: unknown): readonly RouteDraft[] => (Array.isArray(value) ? (value as RouteDraft[]) : []);

/** A destination in the one spelling it is compared in; null for a text that is none. */
function blockText(route: RouteDraft): string | null {
  const text = destinationOf(route).trim();
  if (text.includes(':')) {
    const six = parseIpBlock(text.includes('/') ? text : `${text}/128`);
    return six && formatIpBlock(six);
  }
  const block = cidrOrNull(text);
  return block ? formatCidr(block) : null;
}

/** What a typed destination is sent as, where the action has a place of its own for IPv6. */
export const draftDestination = (text: string, takesIpv6: boolean): RouteDraft =>
  takesIpv6 && text.includes(':')
    ? { DestinationCidrBlock: '', DestinationIpv6CidrBlock: text }
    : { DestinationCidrBlock: text, ...(takesIpv6 ? { DestinationIpv6CidrBlock: '' } : {}) };

/** One thing a route can lead to. */
interface HopOption {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** The rows behind each type that can be told whole; of machines only those with an interface are known. */
const kindOf: Readonly<Record<string, ModelKind>> = {
  NAT: 'natGateways',
  VPN: 'vpnGateways',
  DIRECTCONNECT: 'directConnectGateways',
  PEERCONNECTION: 'peerings',
  USER_CCN: 'ccnAttachments',
};

/** The types whose next hops are read before one is chosen, so that those without any can say so. */
export const listedHopTypes: readonly string[] = Object.keys(kindOf);

/** What a VPC has to lead a route of a type to. */
export function nextHopOptions(model: NetworkModel, vpc: string, type: string): HopOption[] {
  const rows = (all: readonly { readonly id: string; readonly vpc?: string; readonly name?: string }[]): HopOption[] =>
    all.filter((row) => row.vpc === vpc).map(({ id, name = '' }) => ({ id, name, detail: name === '' ? '' : id }));
  switch (type) {
    case 'NAT':
      return rows(model.natGateways);
    case 'VPN':
      return rows(model.vpnGateways);
    case 'DIRECTCONNECT':
      return rows(model.directConnectGateways);
    case 'PEERCONNECTION':
      return model.peerings
        .filter(({ vpcs }) => vpcs.includes(vpc))
        .map(({ id, name = '' }) => ({ id, name, detail: name === '' ? '' : id }));
    case 'USER_CCN':
      return model.ccnAttachments
        .filter(({ instance, state }) => instance === vpc && state === 'active')
        .map(({ ccn: id }) => {
          const name = model.ccns.find((one) => one.id === id)?.name ?? '';
          return { id, name, detail: name === '' ? '' : id };
        });
    case 'NORMAL_CVM':
      return model.interfaces
        .filter((one) => one.vpc === vpc && one.instance)
        .flatMap((one) => one.addresses.map(({ address }) => ({ id: address, name: address, detail: one.instance ?? '' })));
    case 'CVM':
      return [...new Set(model.interfaces.flatMap((one) => (one.vpc === vpc && one.instance ? [one.instance] : [])))].map((id) => ({
        id,
        name: id,
        detail: '',
      }));
    default:
      return [];
  }
}

/** Whether the next hops of a type can all be listed: then one is chosen, not typed. */
export const isListedHopType = (type: string): boolean => kindOf[type] !== undefined;

/** Whether the model has all of a type's next hops, so that one it has not does not exist. */
export const knowsAllHops = (model: NetworkModel, type: string): boolean => {
  const kind = kindOf[type];
  return kind !== undefined && model.gaps.every((gap) => gap.kind !== kind);
};

export type RouteFault =
  | { readonly code: 'inside'; readonly field: 'DestinationCidrBlock'; readonly cidr: string }
  | { readonly code: 'duplicate' | 'twice'; readonly field: 'DestinationCidrBlock'; readonly destination: string }
  | { readonly code: 'noSuchHop'; readonly field: 'GatewayId'; readonly type: string; readonly id: string }
  | { readonly code: 'notInPeer'; readonly field: 'DestinationCidrBlock'; readonly vpc: string; readonly cidr: string };

/** A VPC's IPv4 blocks, further ones too; none of a VPC that is not known. */
const blocksOf = (model: NetworkModel, vpc: string): Cidr[] =>
  model.vpcs.flatMap((row) => (row.id === vpc ? [row.cidr, ...(row.secondaryCidrs ?? [])].flatMap((text) => cidrOrNull(text) ?? []) : []));

/** The VPC's own block, of either family, that a destination lies in. */
function localOf(model: NetworkModel, vpc: string, destination: string): string | undefined {
  const block = parseIpBlock(destination);
  const six = model.vpcs.flatMap((row) => (row.id === vpc ? (row.ipv6Cidrs ?? []) : []));
  return [...blocksOf(model, vpc).map(formatCidr), ...six].find((text) => {
    const own = parseIpBlock(text);
    return block !== null && own !== null && includesIps(own, block);
  });
}

/** What the cloud would refuse an entered route for (2084, 2085, 7345), as far as the model tells; null for nothing. */
export function routeFault(route: RouteDraft, others: readonly RouteDraft[], table: RouteTable, model: NetworkModel): RouteFault | null {
  const { VpcId: vpc } = table;
  const destination = blockText(route);
  const block = cidrOrNull(destination ?? '');
  const local = destination === null ? undefined : localOf(model, vpc, destination);
  if (local !== undefined) return { code: 'inside', field: 'DestinationCidrBlock', cidr: local };
  if (destination !== null) {
    const same = table.RouteSet.some((row) => blockText(row) === destination && routeKey(row) !== routeKey(route));
    if (same) return { code: 'duplicate', field: 'DestinationCidrBlock', destination };
    if (others.some((other) => blockText(other) === destination)) return { code: 'twice', field: 'DestinationCidrBlock', destination };
  }
  const type = textOf(route.GatewayType);
  const id = textOf(route.GatewayId);
  if (id !== '' && knowsAllHops(model, type) && !nextHopOptions(model, vpc, type).some((hop) => hop.id === id)) {
    return { code: 'noSuchHop', field: 'GatewayId', type, id };
  }
  return block && type === 'PEERCONNECTION' ? peerFault(block, id, vpc, model) : null;
}

function peerFault(block: Cidr, id: string, vpc: string, model: NetworkModel): RouteFault | null {
  const peerId = model.peerings.find((peering) => peering.id === id)?.vpcs.find((one) => one !== vpc);
  const blocks = blocksOf(model, peerId ?? '');
  return peerId === undefined || blocks.length === 0 || blocks.some((peer) => contains(peer, block))
    ? null
    : { code: 'notInPeer', field: 'DestinationCidrBlock', vpc: peerId, cidr: blocks.map(formatCidr).join(', ') };
}

/** The entered routes that are complete enough to be reasoned about. */
export const modelRoutesOf = (routes: readonly RouteDraft[]): ModelRoute[] =>
  routes.flatMap((route): ModelRoute[] => {
    const destination = blockText(route);
    const [type, gateway, id] = [textOf(route.GatewayType), textOf(route.GatewayId), routeKey(route)];
    if (destination === null || type === '' || gateway === '') return [];
    return [{ destination, type, gateway, ...(id === '' ? {} : { id }), ...(route.Enabled === false ? { enabled: false } : {}) }];
  });
