/** Who has addresses already: VPCs by all their ranges, remote ends of tunnels, and whatever routes lead to elsewhere. */
import { ipBlockOf, meetIps } from '../addresses/ip.ts';
import { allOf, cidrsOf, everyGap, indexOf, type ModelIndex, rowOf } from '../model/look-up.ts';
import type { ModelRoute, NetworkModel } from '../model/model.ts';
import type { GapReason } from '../model/reasons.ts';
import { blockOfRoute, peerOf } from './route-health.ts';

export interface Claim {
  readonly cidr: string;
  /** 'vpc': a range of its own; 'tunnel': the remote side of a VPN connection; 'route': where a route table leads. */
  readonly kind: 'vpc' | 'tunnel' | 'route';
  /** The VPC, the connection or the route table. */
  readonly id: string;
  /** The VPC that has it, or that reaches it; null where that is not known. */
  readonly vpc: string | null;
  /** The gateway that leads there; absent for a range of its own. */
  readonly through?: string;
  /** VPCs that the gateway itself leads into: what is reached of them is theirs, and claimed by nobody else. */
  readonly joined?: readonly string[];
  /** Where the gateway leads was not read: maybe into the very VPC that has the addresses. */
  readonly isFarEndUnknown?: true;
}

/** The VPCs that a CCN joins, as far as their attachments were read. */
const joinedBy = (index: ModelIndex, ccn: string): string[] =>
  allOf(index, 'ccnAttachments').rows.flatMap((one) => (one.ccn === ccn && one.type === 'VPC' ? [one.instance] : []));

/** The VPCs that a next hop leads into: the other of a peering, all of a CCN. */
function joinedThrough(index: ModelIndex, vpc: string, gateway: string): string[] {
  const peering = rowOf(index, 'peerings', gateway, vpc).row;
  const peer = peering && peerOf(peering, vpc);
  return peer ? [peer] : joinedBy(index, gateway);
}

/** The internet is nobody's, and what a peering leads to is told by the peer VPC itself, where that is known. */
function isElsewhere(index: ModelIndex, vpc: string, route: ModelRoute): boolean {
  if (route.enabled === false || route.type === 'LOCAL' || route.type === 'NAT' || route.type === 'EIP') return false;
  const block = blockOfRoute(route);
  if (!block || block.prefix === 0) return false;
  if (route.type !== 'PEERCONNECTION') return true;
  const peering = rowOf(index, 'peerings', route.gateway, vpc).row;
  const peer = peering && peerOf(peering, vpc);
  return !peer || rowOf(index, 'vpcs', peer).row === null;
}

/** Next hops that lead out of what is listed, whatever of it was read. */
const outward: readonly string[] = [
  ...['VPN', 'DIRECTCONNECT', 'SSLVPN', 'CVM', 'NORMAL_CVM', 'HAVIP'],
  ...['LOCAL_GATEWAY', 'INTRANAT', 'GWLB_ENDPOINT'],
];

/** A CCN whose networks were not read, or not all of them; a peering that was not read; a next hop of a type that nobody here knows. */
function isFarEndUnknown(index: ModelIndex, vpc: string, { type, gateway }: ModelRoute): boolean {
  if (type === 'PEERCONNECTION') return rowOf(index, 'peerings', gateway, vpc).row === null;
  if (type !== 'CCN' && type !== 'USER_CCN') return !outward.includes(type);
  const { rows, more } = allOf(index, 'ccnAttachments');
  return more !== null || !rows.some(({ ccn }) => ccn === gateway);
}

/** Every block that is in use somewhere, over all regions and accounts of the model. */
export function claimedBlocks(model: NetworkModel): Claim[] {
  const index = indexOf(model);
  const vpcs = allOf(index, 'vpcs').rows.flatMap(({ id }) =>
    cidrsOf(index, id).map((block): Claim => ({ cidr: block, kind: 'vpc', id, vpc: id })),
  );
  const tunnels = allOf(index, 'vpnConnections').rows.flatMap(({ id, gateway, spds }) => {
    const vpc = rowOf(index, 'vpnGateways', gateway).row?.vpc ?? null;
    const blocks = new Set(spds.flatMap(({ remote }) => remote));
    return [...blocks].map((cidr): Claim => ({ cidr, kind: 'tunnel', id, vpc, through: gateway }));
  });
  const routes = allOf(index, 'routeTables').rows.flatMap(({ id, vpc, routes: rows }) =>
    rows
      .filter((route) => isElsewhere(index, vpc, route))
      .map((route): Claim => {
        const { destination, gateway } = route;
        const joined = joinedBy(index, gateway);
        return {
          ...{ cidr: destination, kind: 'route', id, vpc, through: gateway },
          ...(joined.length > 0 ? { joined } : {}),
          ...(isFarEndUnknown(index, vpc, route) ? { isFarEndUnknown: true } : {}),
        };
      }),
  );
  return [...vpcs, ...tunnels, ...routes];
}

/** The claims that share addresses with a block. @throws RangeError on a text that is no CIDR block. */
export function claimsOn(model: NetworkModel, block: string): Claim[] {
  const range = ipBlockOf(block);
  return claimedBlocks(model).filter(({ cidr }) => meetIps(ipBlockOf(cidr), range));
}

/**
 * Who has the addresses of a route already, other than what its own next hop leads to. Nobody has those of the default route,
 * and of what may be one and the same place nothing is said.
 * @throws RangeError on a destination that is no CIDR block.
 */
export function claimsOnRoute(model: NetworkModel, vpc: string, route: ModelRoute): Claim[] {
  const { destination, gateway } = route;
  if (ipBlockOf(destination).prefix === 0) return [];
  const index = indexOf(model);
  const own = new Set<string | null>([vpc, ...joinedThrough(index, vpc, gateway)]);
  const leadsAnywhere = isFarEndUnknown(index, vpc, route);
  return claimsOn(model, destination).filter(({ kind, vpc: owner, through, isFarEndUnknown: unknown }) =>
    kind === 'vpc' ? !own.has(owner) && !leadsAnywhere : through !== gateway && !unknown,
  );
}

/** What two VPCs to be peered have against each other. */
interface PeeringClaims {
  /** Blocks of the two, further ranges included, that share addresses: they can never be joined. */
  readonly overlaps: readonly { readonly a: string; readonly b: string }[];
  /** What one of them reaches elsewhere by addresses of the other: only the longer route is taken. */
  readonly elsewhere: readonly { readonly claim: Claim; readonly cidr: string }[];
}

export function peeringClaims(model: NetworkModel, a: string, b: string): PeeringClaims {
  const claims = claimedBlocks(model);
  const rangesOf = (id: string) => claims.filter(({ kind, id: own }) => kind === 'vpc' && own === id).map(({ cidr }) => cidr);
  const meet = (one: string, other: string): boolean => meetIps(ipBlockOf(one), ipBlockOf(other));
  const against = (near: string, peer: string): PeeringClaims['elsewhere'] =>
    claims
      .filter(
        ({ kind, vpc, joined = [], isFarEndUnknown: unknown }) => kind !== 'vpc' && vpc === near && !unknown && !joined.includes(peer),
      )
      .flatMap((claim) => rangesOf(peer).flatMap((cidr) => (meet(claim.cidr, cidr) ? [{ claim, cidr }] : [])));
  return {
    overlaps: rangesOf(a).flatMap((one) => rangesOf(b).flatMap((other) => (meet(one, other) ? [{ a: one, b: other }] : []))),
    elsewhere: [...against(a, b), ...against(b, a)],
  };
}

/** What is reached elsewhere by addresses that a VPC has, each pair once. VPCs among themselves: `vpcOverlaps`. */
export interface Collision {
  readonly claim: Claim;
  readonly vpc: string;
  readonly cidr: string;
}

export function collisions(model: NetworkModel): Collision[] {
  const claims = claimedBlocks(model);
  const vpcs = claims.filter(({ kind }) => kind === 'vpc');
  const collisions = claims
    .filter((claim) => claim.kind !== 'vpc' && !claim.isFarEndUnknown)
    .flatMap((claim) =>
      vpcs
        .filter(({ id, cidr }) => !claim.joined?.includes(id) && meetIps(ipBlockOf(cidr), ipBlockOf(claim.cidr)))
        .map(({ id, cidr }): Collision => ({ claim, vpc: id, cidr })),
    );
  const keyOf = ({ claim, vpc, cidr }: Collision) => [claim.kind, claim.id, claim.cidr, vpc, cidr].join(' ');
  return collisions.filter((one, at) => collisions.findIndex((other) => keyOf(other) === keyOf(one)) === at);
}

/** Tables with a route whose destination cannot be read, or whose next hop is of a type that nobody here knows. */
const unreadTables = (index: ModelIndex): GapReason[] =>
  allOf(index, 'routeTables').rows.flatMap(({ id, vpc, routes }): GapReason[] => {
    const joins = ['PEERCONNECTION', 'CCN', 'USER_CCN'];
    const isRead = (route: ModelRoute): boolean =>
      blockOfRoute(route) !== null && (!isElsewhere(index, vpc, route) || [...outward, ...joins].includes(route.type));
    if (routes.every(isRead)) return [];
    const at = rowOf(index, 'vpcs', vpc).row;
    return [{ code: 'not-known', kind: 'routeTables', ...(at ? { account: at.account, region: at.region } : {}), because: id }];
  });

/** What was not read whole, and could hold further claims. */
export function claimsNotRead(model: NetworkModel): GapReason[] {
  const index = indexOf(model);
  const kinds = ['vpcs', 'vpnGateways', 'vpnConnections', 'routeTables', 'peerings', 'ccns', 'ccnAttachments'] as const;
  return [...everyGap(index, kinds), ...unreadTables(index)];
}
