/**
 * One packet from one place to one address, and its answer back.
 *
 * Going out of an interface: its groups, then its subnet's ACL, then the route. Coming in: the subnet's ACL, then the
 * groups (10393). Inside one subnet the ACL is not asked, for it stands at the subnet's edge. The answer passes routes and
 * ACLs again, at the client's port, but no groups: they are stateful and ACLs are not (10394).
 * A walk goes on behind a filter that stops the packet, so that all stops on the way are seen; it ends where no route is.
 */
import type { Interval } from '../addresses/cidr.ts';
import { formatIp, type IpAddress } from '../addresses/ip.ts';
import { mergeIntervals } from '../addresses/ranges.ts';
import { absence, type Holder, holderAt, inSubnet, type Lookup, type ModelIndex, notRead, subnetAt } from '../model/look-up.ts';
import type { ModelNatPort, ModelSubnet } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { lastPort, type Protocol } from '../packets/services.ts';
import type { Direction } from '../rules/rule.ts';
import { type AclRule, aclRulesOf, askAcl, askGroups, type FilterResult, packetBox } from './filters.ts';
import type { Hop, RuleRef } from './path.ts';

/** A place where packets start and end: an interface's address, an address of a subnet that no known interface has, or outside. */
export type PacketPlace =
  | { readonly kind: 'host'; readonly value: IpAddress; readonly holder: Holder; readonly subnet: ModelSubnet }
  | { readonly kind: 'bare'; readonly value: IpAddress; readonly subnet: ModelSubnet }
  | { readonly kind: 'outside'; readonly value: IpAddress };

export type InsidePlace = Exclude<PacketPlace, { kind: 'outside' }>;

/** The place of an address in a VPC, which must have a subnet for it. */
export function placeAt(index: ModelIndex, vpc: string, address: IpAddress): Lookup<InsidePlace> {
  const subnet = subnetAt(index, vpc, address);
  if (!subnet.row) return subnet;
  const holder = holderAt(index, vpc, address).row;
  const common = { value: address, subnet: subnet.row };
  return { row: holder ? { kind: 'host', ...common, holder } : { kind: 'bare', ...common }, missing: null };
}

/** One way of a path while it is walked. */
export interface PacketTrip {
  readonly index: ModelIndex;
  readonly way: 'forward' | 'return';
  readonly protocol: Protocol;
  readonly hops: Hop[];
  /** As the packet is now; NAT gateways and EIPs change them. Several sources: a NAT gateway picks one of its addresses. */
  sources: readonly IpAddress[];
  destination: IpAddress;
  /** Destination ports in question; null for protocols without ports. */
  ports: readonly Interval[] | null;
  /** Ports in question that it comes from; null as above. The client's are those of its forward way, and those that its answer goes to. */
  sourcePorts: readonly Interval[] | null;
  /** Why there may be fewer of the client's: an ACL on the way that is not known. */
  portsUnsure: Reason | null;
  /** The VPC where the packet is expected to end; null when any will do. */
  readonly expectedVpc: string | null;
  /** The address that a NAT gateway with several puts in the sender's place; null: any of them. */
  readonly translatedTo: IpAddress | null;
  /** Why a NAT gateway may choose among fewer sources: its rules were not read. */
  sourcesUnsure: Reason | null;
  /** The port of a NAT gateway by which the packet came in. */
  enteredBy: ModelNatPort | null;
}

type NewHop = Pick<Hop, 'step' | 'id' | 'vpc' | 'result'> & Partial<Pick<Hop, 'reason' | 'rule' | 'firstInWay' | 'route' | 'translation'>>;

/** Adds a hop with the packet as it is now. */
export function note(trip: PacketTrip, hop: NewHop): void {
  trip.hops.push({
    reason: null,
    rule: null,
    firstInWay: null,
    route: null,
    translation: null,
    ...hop,
    source: formatIp(trip.sources[0] ?? 0),
    destination: formatIp(trip.destination),
    ports: trip.ports,
  });
}

/** Adds the hop that ends the walk. */
export function stop(trip: PacketTrip, hop: Omit<NewHop, 'result'>, reason: Reason, result: 'block' | 'unknown' = 'block'): null {
  note(trip, { ...hop, result, reason });
  return null;
}

const filtered: Reason = { code: 'filtered' };

/** The remote ends of a packet, seen from the interface or subnet that filters it. */
const remoteEnds = (trip: PacketTrip, direction: Direction): readonly IpAddress[] =>
  direction === 'ingress' ? trip.sources : [trip.destination];

const severalSources = (trip: PacketTrip): Reason => trip.sourcesUnsure ?? { code: 'several-sources', id: formatIp(trip.sources[0] ?? 0) };

/** The interface's groups, on the way there only. */
function passGroups(trip: PacketTrip, holder: Holder, direction: Direction): void {
  if (trip.way === 'return') return;
  const ports = trip.ports?.[0] ?? { from: 0, to: lastPort };
  const answers = remoteEnds(trip, direction).map((remote) =>
    askGroups(trip.index, holder.interface, direction, packetBox(trip.protocol, remote, ports)),
  );
  const [first] = answers;
  if (!first) return;
  const answer: FilterResult = answers.every(({ result }) => result === first.result)
    ? first
    : { result: 'unknown', rule: null, firstInWay: null, reason: severalSources(trip) };
  const { id, vpc } = holder.interface;
  note(trip, { step: 'security-group', id, vpc, ...answer, reason: answer.result === 'block' ? filtered : answer.reason });
}

interface AclAnswer {
  readonly open: readonly Interval[];
  readonly first: RuleRef | undefined;
  readonly blocking: RuleRef | undefined;
  /** Why some of the ports cannot be told. */
  readonly doubt: Reason | null;
  /** As in a slice: of all of them the first. */
  readonly inWay: number | null;
}

const samePorts = (a: readonly Interval[], b: readonly Interval[]): boolean =>
  a.length === b.length && a.every(({ from, to }, at) => b[at]?.from === from && b[at]?.to === to);

/** An ACL that cannot be told what it does: what it leaves of the ports is not known either. */
function aclNotKnown(trip: PacketTrip, id: string | null, vpc: string, reason: Reason): void {
  trip.portsUnsure ??= reason;
  note(trip, { step: 'network-acl', id, vpc, result: 'unknown', reason });
}

/** The subnet's ACL. What it leaves open of the ports in question is what goes on. */
export function passAcl(
  trip: PacketTrip,
  subnet: ModelSubnet,
  direction: Direction,
  remotes: readonly IpAddress[] = remoteEnds(trip, direction),
): void {
  const { networkAcl: acl, vpc } = subnet;
  if (acl === null) return;
  if (acl === undefined) {
    aclNotKnown(trip, null, vpc, notRead(trip.index, 'networkAcls', vpc) ?? { code: 'network-acl-not-known', subnet: subnet.id });
    return;
  }
  const { row: rules, missing } = aclRulesOf(trip.index, acl, direction, vpc);
  if (!rules) {
    aclNotKnown(trip, acl, vpc, absence({ missing }, 'networkAcls', acl));
    return;
  }
  const [answer, ...others] = remotes.map((address) => aclAnswer(trip, rules, acl, direction, address));
  if (!answer) return;
  const doubt = [answer, ...others].find((one) => one.doubt !== null)?.doubt;
  const differ = others.some(({ open }) => !samePorts(open, answer.open));
  const result = answer.blocking === undefined ? 'pass' : answer.open.length === 0 ? 'block' : 'partly';
  const unsure = doubt ?? (differ ? severalSources(trip) : result === 'partly' ? trip.portsUnsure : null);
  if (unsure) {
    aclNotKnown(trip, acl, vpc, unsure);
    return;
  }
  const { inWay } = answer;
  const firstInWay: RuleRef | null =
    inWay === null ? null : { owner: acl, direction, index: Number.isFinite(inWay) ? inWay : null, action: 'DROP' };
  const reason = result === 'pass' ? null : filtered;
  note(trip, { step: 'network-acl', id: acl, vpc, result, rule: answer.blocking ?? answer.first ?? null, firstInWay, reason });
  if (result !== 'partly' || !trip.ports) return;
  if (trip.way === 'forward') trip.sourcePorts = answer.open;
  else trip.ports = answer.open;
}

/** What the ACL does with the ports in question towards one remote end. */
function aclAnswer(trip: PacketTrip, rules: readonly AclRule[], acl: string, direction: Direction, remote: IpAddress): AclAnswer {
  const { protocol, way } = trip;
  const [client, other] = way === 'forward' ? [trip.sourcePorts, trip.ports] : [trip.ports, trip.sourcePorts];
  const near = (direction === 'ingress' ? trip.destination : trip.sources[0]) ?? 0;
  const packet = {
    protocol,
    near,
    remote,
    client: way === 'forward' ? 'source' : 'destination',
    otherPort: other?.[0]?.from ?? 0,
  } as const;
  const slices = (client ?? [{ from: 0, to: lastPort }]).flatMap((ports) => askAcl(rules, acl, direction, { ...packet, ports }));
  const open = mergeIntervals(slices.filter(({ rule }) => rule.action === 'ACCEPT').map(({ ports }) => ports));
  return {
    open,
    first: slices[0]?.rule,
    blocking: slices.find(({ rule }) => rule.action === 'DROP')?.rule,
    doubt: slices.find(({ doubt }) => doubt)?.doubt ?? null,
    inWay: slices.reduce((first: number | null, { inWay }) => (inWay === null ? first : Math.min(first ?? inWay, inWay)), null),
  };
}

/** Why nothing is known to stand at an address of a subnet. */
export const noInterfaceAt = (index: ModelIndex, { value, subnet }: Pick<InsidePlace, 'value' | 'subnet'>): Reason =>
  notRead(index, 'interfaces', subnet.vpc) ?? { code: 'no-interface-at', address: formatIp(value), subnet: subnet.id };

/** Who stands at the interface: nobody, when it is attached to nothing. */
function passInterface(trip: PacketTrip, place: InsidePlace): void {
  if (trip.way === 'return') return;
  const vpc = place.subnet.vpc;
  if (place.kind === 'bare') {
    note(trip, { step: 'interface', id: null, vpc, result: 'unknown', reason: noInterfaceAt(trip.index, place) });
    return;
  }
  const { id, instance } = place.holder.interface;
  const hop = { step: 'interface', id, vpc } as const;
  if (instance === null) note(trip, { ...hop, result: 'block', reason: { code: 'not-attached', id } });
  else if (instance === undefined) note(trip, { ...hop, result: 'unknown', reason: { code: 'attachment-not-known', id } });
  else note(trip, { ...hop, result: 'pass' });
}

/** Out of the interface and, unless the packet stays in it, out of the subnet. */
export function passOut(trip: PacketTrip, place: InsidePlace): void {
  passInterface(trip, place);
  if (place.kind === 'host') passGroups(trip, place.holder, 'egress');
  if (!inSubnet(trip.index, place.subnet, trip.destination)) passAcl(trip, place.subnet, 'egress');
}

/** Into the subnet, when it comes from another, and into the interface. */
export function passIn(trip: PacketTrip, place: InsidePlace, crossed: boolean): void {
  if (crossed) passAcl(trip, place.subnet, 'ingress');
  passInterface(trip, place);
  if (place.kind === 'host') passGroups(trip, place.holder, 'ingress');
}
