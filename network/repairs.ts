/** What would let a stopped packet through, as data: the pages turn each into a filled form. */
import { blockOf, blocksOverlap } from './cidr.ts';
import { placeAt } from './exits.ts';
import type { ModelVpc } from './model.ts';
import { inVpc, type ModelIndex, tableOf } from './model-index.ts';
import type { Hop, PathQuery, Reason, Repair } from './path.ts';
import { ephemeralPorts, type Target, type Walked } from './path-walk.ts';
import { leadsOutside } from './public-addresses.ts';
import { cidrsOfVpc, peerOf, publicAddressOf } from './route-health.ts';
import { type EffectiveRoute, nextHopOf } from './routes.ts';
import type { Inside, Place } from './walk.ts';

/** The rule that the filter at this hop lacks, to stand before the one that stopped the packet. */
function ruleFor(hop: Hop, way: 'forward' | 'return', query: PathQuery): Repair[] {
  if (!hop.rule || hop.reason?.code !== 'filtered') return [];
  const { owner, direction, index: before } = hop.rule;
  const cidr = direction === 'ingress' ? hop.source : hop.destination;
  const chosen = query.sourcePort === undefined ? `${ephemeralPorts.from}-${ephemeralPorts.to}` : String(query.sourcePort);
  const port = hop.ports === null ? 'ALL' : way === 'forward' ? String(query.port) : chosen;
  const rule = { direction, before, protocol: query.protocol, port, cidr } as const;
  if (hop.step === 'security-group') return [{ kind: 'add-policy', securityGroup: owner, ...rule }];
  return hop.step === 'network-acl' ? [{ kind: 'add-acl-rule', networkAcl: owner, ...rule }] : [];
}

/** Where a packet wants to go, and the route it took instead, if it took one. */
interface Want {
  readonly place: Inside;
  readonly destination: number;
  /** The VPC it was meant for; null when any that has the address will do. */
  readonly vpc: string | null;
  readonly taken: EffectiveRoute | null;
}

/** A route for the block; in place of the one taken, where that is as long or longer and would still be preferred. */
function routeTo(want: Want, routeTable: string, block: string, type: 'PEERCONNECTION' | 'NAT', gateway: string): Repair {
  const { taken } = want;
  const instead = taken?.origin === 'custom' && blockOf(taken.destination).prefix >= blockOf(block).prefix ? taken : null;
  if (instead) return { kind: 'replace-route', routeTable, destination: instead.destination, type, gateway, instead };
  return { kind: 'add-route', routeTable, destination: block, type, gateway };
}

const blockWith = (index: ModelIndex, vpc: ModelVpc, address: number): string =>
  cidrsOfVpc(index, vpc.id).find((_, at) => {
    const range = index.blocks.get(vpc.id)?.[at];
    return range !== undefined && range.from <= address && address <= range.to;
  }) ?? vpc.cidr;

const shareAddresses = (index: ModelIndex, a: string, b: string): boolean =>
  cidrsOfVpc(index, a).some((left) => cidrsOfVpc(index, b).some((right) => blocksOverlap(blockOf(left), blockOf(right))));

/** VPCs that an active peering joins to this one. */
const activePeers = (index: ModelIndex, vpc: string): string[] =>
  (index.peeringsOfVpc.get(vpc) ?? []).flatMap((peering) => (peering.state === 'active' ? (peerOf(peering, vpc) ?? []) : []));

/**
 * What joins two VPCs: a route when they are peered, else the peering. Nothing for VPCs whose ranges overlap (14749), nor
 * where one of them has a peer already that overlaps the other (PEERS.md section 5).
 */
function joining(index: ModelIndex, want: Want, far: ModelVpc): Repair[] {
  const near = want.place.subnet.vpc;
  if (near === far.id || shareAddresses(index, near, far.id)) return [];
  const peerings = (index.peeringsOfVpc.get(near) ?? []).filter((peering) => peerOf(peering, near) === far.id);
  const inState = (wanted: string) => peerings.find(({ state }) => state === wanted);
  const active = inState('active');
  const table = tableOf(index, want.place.subnet);
  if (active) return table ? [routeTo(want, table.id, blockWith(index, far, want.destination), 'PEERCONNECTION', active.id)] : [];
  const rivals = [
    ...activePeers(index, near).map((vpc) => [vpc, far.id] as const),
    ...activePeers(index, far.id).map((vpc) => [vpc, near] as const),
  ];
  if (rivals.some(([a, b]) => shareAddresses(index, a, b))) return [];
  const pending = inState('pending');
  if (pending) return [{ kind: 'accept-peering', peering: pending.id }];
  const expired = inState('expired');
  return expired ? [{ kind: 'revive-peering', peering: expired.id }] : [{ kind: 'create-peering', vpcs: [near, far.id] }];
}

/**
 * The way out to the internet that is nearest at hand: a NAT gateway of the VPC; else, or where a route says so, a public
 * address of one's own, which needs the route that leads elsewhere out of its way.
 */
function outwards(index: ModelIndex, want: Want): Repair[] {
  const { place, taken } = want;
  const nat = index.model.natGateways.find(({ vpc, state, eips }) => vpc === place.subnet.vpc && state === 'available' && eips.length > 0);
  const table = tableOf(index, place.subnet);
  if (nat && table && taken?.type !== 'EIP') return [routeTo(want, table.id, '0.0.0.0/0', 'NAT', nat.id)];
  const aside: Repair[] =
    taken?.origin === 'custom' && taken.type !== 'EIP' ? [{ kind: 'remove-route', routeTable: taken.routeTable, route: taken }] : [];
  if (place.kind !== 'host') return [];
  const { interface: one, address } = place.holder;
  if (publicAddressOf(index, one.id, address.address) !== null) return aside;
  return [...aside, { kind: 'bind-eip', interface: one.id, privateAddress: address.address }];
}

const routeFaults: ReadonlySet<Reason['code']> = new Set([
  'no-route',
  'no-public-address',
  'next-hop-gone',
  'next-hop-in-other-vpc',
  'next-hop-not-active',
  'not-in-peer-vpc',
  'gateway-without-public-address',
  'private-on-internet',
  'leads-elsewhere',
]);

/** What a missing, dead or misleading route asks for. */
function wayFor(index: ModelIndex, hop: Hop, want: Want | null): Repair[] {
  if (want === null || hop.reason === null || !routeFaults.has(hop.reason.code)) return [];
  if (want.vpc === null && leadsOutside(want.destination)) return outwards(index, want);
  const meant = index.model.vpcs.filter(({ id }) => (want.vpc === null ? inVpc(index, id, want.destination) : id === want.vpc));
  const peers = activePeers(index, want.place.subnet.vpc);
  const far = meant.find(({ id }) => peers.includes(id)) ?? (meant.length === 1 ? meant[0] : undefined);
  return far ? joining(index, want, far) : [];
}

/** The far table's route back, told together with the route there, so that one visit repairs both. */
function backFor(index: ModelIndex, there: readonly Repair[], from: Place, target: Target): Repair[] {
  const route = there.find((repair) => 'gateway' in repair && repair.type === 'PEERCONNECTION');
  const own = from.kind === 'outside' ? undefined : index.vpc.get(from.subnet.vpc);
  const place = target.vpc === null || target.value === null ? null : placeAt(index, target.vpc, target.value);
  if (!route || !('gateway' in route) || !own || !place) return [];
  const next = nextHopOf(index, place.subnet.id, from.value);
  if (next.kind === 'route' && next.route.gateway === route.gateway) return [];
  const table = tableOf(index, place.subnet);
  const want: Want = { place, destination: from.value, vpc: own.id, taken: 'route' in next ? next.route : null };
  return table ? [routeTo(want, table.id, blockWith(index, own, from.value), 'PEERCONNECTION', route.gateway)] : [];
}

/** An EIP for an interface that is asked for from the internet and has none. */
function publicAddressFor(index: ModelIndex, forward: readonly Hop[], target: Target): Repair[] {
  const missing = forward.some(({ step, reason }) => step === 'eip' && reason?.code === 'no-public-address');
  const one = index.interface.get(target.interface ?? '');
  const address = one?.addresses.find(({ primary }) => primary) ?? one?.addresses[0];
  return missing && one && address ? [{ kind: 'bind-eip', interface: one.id, privateAddress: address.address }] : [];
}

/** The changes that each stop on the path asks for, in the order of the stops, each once. */
export function repairsOf(index: ModelIndex, query: PathQuery, from: Place, target: Target, walked: Walked): Repair[] {
  const along = (hops: readonly Hop[], way: 'forward' | 'return', place: Place | null, destination: number, vpc: string | null) => {
    const taken = hops.findLast(({ route }) => route !== null)?.route ?? null;
    const want = place === null || place.kind === 'outside' ? null : { place, destination, vpc, taken };
    return hops
      .filter(({ result }) => result === 'block' || result === 'partly')
      .flatMap((hop) => [...ruleFor(hop, way, query), ...wayFor(index, hop, want)]);
  };
  const there = along(walked.forward, 'forward', from, target.value ?? 0, target.vpc);
  const home = from.kind === 'outside' ? null : from.subnet.vpc;
  const all = [
    ...there,
    ...backFor(index, there, from, target),
    ...publicAddressFor(index, walked.forward, target),
    ...along(walked.return, 'return', walked.arrived, from.value, home),
  ];
  return all.filter((repair, at) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(repair)) === at);
}
