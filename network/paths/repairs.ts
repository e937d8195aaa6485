/** What would let a stopped packet through, as data: the pages turn each into a filled form. */
import { holdsIp, type IpAddress, ipBlockOf, meetIps } from '../addresses/ip.ts';
import { leadsOutside } from '../addresses/public-addresses.ts';
import {
  allOf,
  blocksOf,
  cidrsOf,
  inVpc,
  type Lookup,
  type ModelIndex,
  natGatewaysOf,
  peeringsOf,
  publicAddressOf,
  rowOf,
  tableOf,
} from '../model/look-up.ts';
import type { ModelVpc } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { peerOf } from '../routes/route-health.ts';
import { type EffectiveRoute, nextHopOf } from '../routes/routes.ts';
import type { Hop, PathQuery, Repair } from './path.ts';
import { ephemeralPorts, type Target, type WalkResult } from './path-walk.ts';
import { type InsidePlace, type PacketPlace, placeAt } from './walk.ts';

/** What repairs are looked for in, and what was missed while they were. */
interface Search {
  readonly index: ModelIndex;
  readonly unsure: Reason[];
}

/** What may be missing from a list or for a row, noted; true when something is. */
const misses = ({ unsure }: Search, reason: Reason | null | undefined): boolean => Boolean(reason && unsure.push(reason));

/** The row; where it may be there all the same, that is noted. */
function known<T>(search: Search, looked: Lookup<T>): T | null {
  misses(search, looked.missing);
  return looked.row;
}

/** The rule that the filter at this hop lacks, to stand before the first that stops the packet, or may stop it. */
function ruleFor({ index }: Search, hop: Hop, way: 'forward' | 'return', query: PathQuery): Repair[] {
  const inWay = hop.firstInWay ?? hop.rule;
  if (!inWay || hop.reason?.code !== 'filtered') return [];
  const { owner, direction, index: before } = inWay;
  const cidr = direction === 'ingress' ? hop.source : hop.destination;
  const chosen = query.sourcePort === undefined ? `${ephemeralPorts.from}-${ephemeralPorts.to}` : String(query.sourcePort);
  const port = hop.ports === null ? 'ALL' : way === 'forward' ? String(hop.ports[0]?.from ?? query.port) : chosen;
  const rule = { direction, before, protocol: query.protocol, port, cidr } as const;
  if (hop.step === 'security-group') return [{ kind: 'add-policy', securityGroup: owner, ...rule }];
  // Rules of five parts are added behind the others only: one that would decide cannot be put before them.
  const fiveParts = rowOf(index, 'networkAcls', owner).row?.fiveParts !== undefined;
  return hop.step === 'network-acl' && !fiveParts ? [{ kind: 'add-acl-rule', networkAcl: owner, ...rule }] : [];
}

/** Where a packet wants to go, and the route it took instead, if it took one. */
interface UnmetRoute {
  readonly place: InsidePlace;
  readonly destination: IpAddress;
  /** The VPC it was meant for; null when any that has the address will do. */
  readonly vpc: string | null;
  readonly taken: EffectiveRoute | null;
}

/** A route for the block; in place of the one taken, where that is as long or longer and would still be preferred. */
function routeTo(want: UnmetRoute, routeTable: string, block: string, type: 'PEERCONNECTION' | 'NAT', gateway: string): Repair {
  const { taken } = want;
  const instead = taken?.origin === 'custom' && ipBlockOf(taken.destination).prefix >= ipBlockOf(block).prefix ? taken : null;
  if (instead) return { kind: 'replace-route', routeTable, destination: instead.destination, type, gateway, instead };
  return { kind: 'add-route', routeTable, destination: block, type, gateway };
}

const blockWith = (index: ModelIndex, vpc: ModelVpc, address: IpAddress): string =>
  cidrsOf(index, vpc.id).find((_, at) => {
    const range = blocksOf(index, vpc.id).row?.[at];
    return range !== undefined && holdsIp(range, address);
  }) ?? vpc.cidr;

/** Whether two VPCs share addresses. One whose range is not known is noted, and taken for one that does. */
function shareAddresses(search: Search, a: string, b: string): boolean {
  const { index } = search;
  const [left, right] = [a, b].map((id) => known(search, blocksOf(index, id)));
  if (!left || !right) return true;
  return left.some((one) => right.some((other) => meetIps(one, other)));
}

/** VPCs that an active peering joins to this one. */
function activePeers(search: Search, vpc: string): string[] {
  const { rows, more } = peeringsOf(search.index, vpc);
  misses(search, more);
  return rows.flatMap((peering) => (peering.state === 'active' ? (peerOf(peering, vpc) ?? []) : []));
}

/**
 * What joins two VPCs: a route when they are peered, else the peering. Nothing for VPCs whose ranges overlap (14749), nor
 * where one of them has a peer already that overlaps the other (decision 0010).
 */
function joining(search: Search, want: UnmetRoute, peer: ModelVpc): Repair[] {
  const { index } = search;
  const near = want.place.subnet.vpc;
  if (near === peer.id || shareAddresses(search, near, peer.id)) return [];
  const { rows, more } = peeringsOf(index, near);
  const peerings = rows.filter((peering) => peerOf(peering, near) === peer.id);
  const inState = (wanted: string) => peerings.find(({ state }) => state === wanted);
  const active = inState('active');
  const table = known(search, tableOf(index, want.place.subnet));
  if (active) return table ? [routeTo(want, table.id, blockWith(index, peer, want.destination), 'PEERCONNECTION', active.id)] : [];
  // A peering that was not read may be the active one, and one in a state that nobody knows may be as well.
  const odd = inState('unknown');
  if (misses(search, more) || misses(search, odd && { code: 'state-not-known', id: odd.id, told: odd.told ?? '' })) return [];
  const rivals = [
    ...activePeers(search, near).map((vpc) => [vpc, peer.id] as const),
    ...activePeers(search, peer.id).map((vpc) => [vpc, near] as const),
  ];
  if (rivals.some(([a, b]) => shareAddresses(search, a, b))) return [];
  const pending = inState('pending');
  if (pending) return [{ kind: 'accept-peering', peering: pending.id }];
  const expired = inState('expired');
  return expired ? [{ kind: 'revive-peering', peering: expired.id }] : [{ kind: 'create-peering', vpcs: [near, peer.id] }];
}

/**
 * The way out to the internet that is nearest at hand: a NAT gateway of the VPC; else, or where a route says so, a public
 * address of one's own, which needs the route that leads elsewhere out of its way.
 */
function outwards(search: Search, want: UnmetRoute): Repair[] {
  const { index } = search;
  const { place, taken } = want;
  const { rows, more } = natGatewaysOf(index, place.subnet.vpc);
  const nat = rows.find(({ state, eips }) => state === 'available' && eips.length > 0);
  const table = known(search, tableOf(index, place.subnet));
  if (taken?.type !== 'EIP') {
    if (nat && table) return misses(search, more) ? [] : [routeTo(want, table.id, '0.0.0.0/0', 'NAT', nat.id)];
    if (misses(search, more) || !table) return [];
  }
  const aside: Repair[] =
    taken?.origin === 'custom' && taken.type !== 'EIP' ? [{ kind: 'remove-route', routeTable: taken.routeTable, route: taken }] : [];
  if (place.kind !== 'host') return [];
  const { interface: one, address } = place.holder;
  const publicAddress = publicAddressOf(index, one, address);
  if (misses(search, publicAddress.missing)) return [];
  if (publicAddress.row !== null) return aside;
  return [...aside, { kind: 'bind-eip', interface: one.id, privateAddress: address.address }];
}

const routeFaults: ReadonlySet<Reason['code']> = new Set([
  'no-route',
  'no-public-address',
  'next-hop-gone',
  'next-hop-in-other-vpc',
  'next-hop-in-no-vpc',
  'next-hop-not-active',
  'not-in-peer-vpc',
  'gateway-without-public-address',
  'private-on-internet',
  'leads-elsewhere',
]);

/** What a missing, dead or misleading route asks for. */
function wayFor(search: Search, hop: Hop, want: UnmetRoute | null): Repair[] {
  const { index } = search;
  if (want === null || hop.reason === null || !routeFaults.has(hop.reason.code)) return [];
  // What would carry IPv6 is not known well enough to propose it.
  if (typeof want.destination === 'bigint') return [];
  if (want.vpc === null && leadsOutside(want.destination)) return outwards(search, want);
  const vpcs = allOf(index, 'vpcs');
  if (want.vpc === null && misses(search, vpcs.more)) return [];
  const candidates = vpcs.rows.filter(({ id }) => (want.vpc === null ? inVpc(index, id, want.destination).row === true : id === want.vpc));
  const peers = activePeers(search, want.place.subnet.vpc);
  const peer = candidates.find(({ id }) => peers.includes(id)) ?? (candidates.length === 1 ? candidates[0] : undefined);
  if (want.vpc !== null && !peer) misses(search, vpcs.more);
  return peer ? joining(search, want, peer) : [];
}

/** The peer table's route back, told together with the route there, so that one visit repairs both. */
function backFor(search: Search, there: readonly Repair[], from: PacketPlace, target: Target): Repair[] {
  const { index } = search;
  const route = there.find((repair) => 'gateway' in repair && repair.type === 'PEERCONNECTION');
  if (!route || !('gateway' in route) || from.kind === 'outside' || target.vpc === null || target.value === null) return [];
  const own = known(search, rowOf(index, 'vpcs', from.subnet.vpc));
  const place = known(search, placeAt(index, target.vpc, target.value));
  if (!own || !place) return [];
  const next = nextHopOf(index, place.subnet.id, from.value);
  if (next.kind === 'route' && next.route.gateway === route.gateway) return [];
  const reason = next.kind === 'not-known' ? next.reason : next.kind === 'unknown' ? next.route.reason : null;
  if (misses(search, reason)) return [];
  const table = known(search, tableOf(index, place.subnet));
  const want: UnmetRoute = { place, destination: from.value, vpc: own.id, taken: ('route' in next ? next.route : null) ?? null };
  return table ? [routeTo(want, table.id, blockWith(index, own, from.value), 'PEERCONNECTION', route.gateway)] : [];
}

/** An EIP for an interface that is asked for from the internet and has none. */
function publicAddressFor({ index }: Search, forward: readonly Hop[], target: Target): Repair[] {
  const missing = forward.some(({ step, reason }) => step === 'eip' && reason?.code === 'no-public-address');
  const interfaceRow = rowOf(index, 'interfaces', target.interface ?? '').row;
  const address = interfaceRow?.addresses.find(({ primary }) => primary) ?? interfaceRow?.addresses[0];
  return missing && interfaceRow && address ? [{ kind: 'bind-eip', interface: interfaceRow.id, privateAddress: address.address }] : [];
}

interface Repairs {
  readonly repairs: readonly Repair[];
  readonly repairsUnsure: readonly Reason[];
}

const withoutDuplicates = <T>(all: readonly T[]): T[] =>
  all.filter((one, at) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at);

/** The changes that each stop on the path asks for, in the order of the stops, each once; and what was missed in finding them. */
export function repairsOf(index: ModelIndex, query: PathQuery, from: PacketPlace, target: Target, walked: WalkResult): Repairs {
  const search: Search = { index, unsure: [] };
  const along = (
    hops: readonly Hop[],
    way: 'forward' | 'return',
    place: PacketPlace | null,
    destination: IpAddress,
    vpc: string | null,
  ) => {
    const taken = hops.findLast(({ route }) => route !== null)?.route ?? null;
    const want = place === null || place.kind === 'outside' ? null : { place, destination, vpc, taken };
    return hops
      .filter(({ result }) => result === 'block' || result === 'partly')
      .flatMap((hop) => [...ruleFor(search, hop, way, query), ...wayFor(search, hop, want)]);
  };
  const there = along(walked.forward, 'forward', from, target.value ?? 0, target.vpc);
  const home = from.kind === 'outside' ? null : from.subnet.vpc;
  const all = [
    ...there,
    ...backFor(search, there, from, target),
    ...publicAddressFor(search, walked.forward, target),
    ...along(walked.return, 'return', walked.arrived, from.value, home),
  ];
  return { repairs: withoutDuplicates(all), repairsUnsure: withoutDuplicates(search.unsure) };
}
