/**
 * One packet from one place to one address, and its answer back.
 *
 * Going out of an interface: its groups, then its subnet's ACL, then the route. Coming in: the subnet's ACL, then the
 * groups (10393). Inside one subnet the ACL is not asked, for it stands at the subnet's edge. The answer passes routes and
 * ACLs again, at the client's port, but no groups: they are stateful and ACLs are not (10394).
 * A walk goes on behind a filter that stops the packet, so that all stops on the way are seen; it ends where no route is.
 */
import { formatAddress } from '../catalogue/address.ts';
import type { Interval } from './cidr.ts';
import { aclRulesOf, askAcl, askGroups, type Direction, type Filtered, packetBox, type RuleRef } from './filters.ts';
import type { ModelSubnet } from './model.ts';
import { type Holder, inSubnet, type ModelIndex } from './model-index.ts';
import type { Hop, Reason } from './path.ts';
import { mergeIntervals } from './ranges.ts';
import type { Protocol } from './rule.ts';
import { lastPort } from './services.ts';

/** A place where packets start and end: an interface's address, an address of a subnet that no known interface has, or outside. */
export type Place =
  | { readonly kind: 'host'; readonly value: number; readonly holder: Holder; readonly subnet: ModelSubnet }
  | { readonly kind: 'bare'; readonly value: number; readonly subnet: ModelSubnet }
  | { readonly kind: 'outside'; readonly value: number };

export type Inside = Exclude<Place, { kind: 'outside' }>;

/** One way of a path while it is walked. */
export interface Trip {
  readonly index: ModelIndex;
  readonly way: 'forward' | 'return';
  readonly protocol: Protocol;
  readonly hops: Hop[];
  /** As the packet is now; NAT gateways and EIPs change them. Several sources: a NAT gateway picks one of its addresses. */
  sources: readonly number[];
  destination: number;
  /** Destination ports in question; null for protocols without ports. */
  ports: readonly Interval[] | null;
  /** The VPC where the packet is expected to end; null when any will do. */
  readonly expectedVpc: string | null;
}

type NewHop = Pick<Hop, 'step' | 'id' | 'vpc' | 'result'> & Partial<Pick<Hop, 'reason' | 'rule' | 'route'>>;

/** Adds a hop with the packet as it is now. */
export function note(trip: Trip, hop: NewHop): void {
  trip.hops.push({
    reason: null,
    rule: null,
    route: null,
    ...hop,
    source: formatAddress(trip.sources[0] ?? 0),
    destination: formatAddress(trip.destination),
    ports: trip.ports,
  });
}

/** Adds the hop that ends the walk. */
export function stop(trip: Trip, hop: Omit<NewHop, 'result'>, reason: Reason, result: 'block' | 'unknown' = 'block'): null {
  note(trip, { ...hop, result, reason });
  return null;
}

const filtered: Reason = { code: 'filtered' };

/** The far ends of a packet, seen from the interface or subnet that filters it. */
const farEnds = (trip: Trip, direction: Direction): readonly number[] => (direction === 'ingress' ? trip.sources : [trip.destination]);

const severalSources = (trip: Trip): Reason => ({ code: 'several-sources', id: formatAddress(trip.sources[0] ?? 0) });

/** The interface's groups, on the way there only. */
export function passGroups(trip: Trip, holder: Holder, direction: Direction): void {
  if (trip.way === 'return') return;
  const ports = trip.ports?.[0] ?? { from: 0, to: lastPort };
  const answers = farEnds(trip, direction).map((far) =>
    askGroups(trip.index, holder.interface, direction, packetBox(trip.protocol, far, ports)),
  );
  const [first] = answers;
  if (!first) return;
  const answer: Filtered = answers.every(({ result }) => result === first.result)
    ? first
    : { result: 'unknown', rule: null, reason: severalSources(trip) };
  const { id, vpc } = holder.interface;
  note(trip, { step: 'security-group', id, vpc, ...answer, reason: answer.result === 'block' ? filtered : answer.reason });
}

interface AclAnswer {
  readonly open: readonly Interval[];
  readonly first: RuleRef | undefined;
  readonly blocking: RuleRef | undefined;
  /** Why some of the ports cannot be told. */
  readonly doubt: Reason | null;
}

const samePorts = (a: readonly Interval[], b: readonly Interval[]): boolean =>
  a.length === b.length && a.every(({ from, to }, at) => b[at]?.from === from && b[at]?.to === to);

/** The subnet's ACL. What it leaves open of the ports in question is what goes on. */
export function passAcl(trip: Trip, subnet: ModelSubnet, direction: Direction, far: readonly number[] = farEnds(trip, direction)): void {
  const { networkAcl: acl, vpc } = subnet;
  if (acl === null) return;
  if (acl === undefined) {
    note(trip, { step: 'network-acl', id: null, vpc, result: 'unknown', reason: { code: 'network-acl-not-known', subnet: subnet.id } });
    return;
  }
  const rules = aclRulesOf(trip.index, acl, direction);
  if (!rules) {
    note(trip, { step: 'network-acl', id: acl, vpc, result: 'unknown', reason: { code: 'not-in-model', kind: 'networkAcls', id: acl } });
    return;
  }
  const asked = trip.ports ?? [{ from: 0, to: lastPort }];
  const [answer, ...others] = far.map((address): AclAnswer => {
    const slices = asked.flatMap((ports) => askAcl(rules, acl, direction, packetBox(trip.protocol, address, ports)));
    const open = mergeIntervals(slices.filter(({ rule }) => rule.action === 'ACCEPT').map(({ ports }) => ports));
    return {
      open,
      first: slices[0]?.rule,
      blocking: slices.find(({ rule }) => rule.action === 'DROP')?.rule,
      doubt: slices.find(({ doubt }) => doubt)?.doubt ?? null,
    };
  });
  if (!answer) return;
  const hop = { step: 'network-acl', id: acl, vpc } as const;
  const doubt = [answer, ...others].find((one) => one.doubt !== null)?.doubt;
  if (doubt) {
    note(trip, { ...hop, result: 'unknown', reason: doubt });
    return;
  }
  if (others.some(({ open }) => !samePorts(open, answer.open))) {
    note(trip, { ...hop, result: 'unknown', reason: severalSources(trip) });
    return;
  }
  const result = answer.blocking === undefined ? 'pass' : answer.open.length === 0 ? 'block' : 'partly';
  note(trip, { ...hop, result, rule: answer.blocking ?? answer.first ?? null, reason: result === 'pass' ? null : filtered });
  if (result === 'partly' && trip.ports) trip.ports = answer.open;
}

/** Who stands at the interface: nobody, when it is attached to nothing. */
export function passInterface(trip: Trip, place: Inside): void {
  if (trip.way === 'return') return;
  const vpc = place.subnet.vpc;
  if (place.kind === 'bare') {
    const reason: Reason = { code: 'no-interface-at', address: formatAddress(place.value), subnet: place.subnet.id };
    note(trip, { step: 'interface', id: null, vpc, result: 'unknown', reason });
    return;
  }
  const { id, instance } = place.holder.interface;
  const idle = instance === null;
  note(trip, { step: 'interface', id, vpc, result: idle ? 'block' : 'pass', reason: idle ? { code: 'not-attached', id } : null });
}

/** Out of the interface and, unless the packet stays in it, out of the subnet. */
export function passOut(trip: Trip, place: Inside): void {
  passInterface(trip, place);
  if (place.kind === 'host') passGroups(trip, place.holder, 'egress');
  if (!inSubnet(trip.index, place.subnet, trip.destination)) passAcl(trip, place.subnet, 'egress');
}

/** Into the subnet, when it comes from another, and into the interface. */
export function passIn(trip: Trip, place: Inside, crossed: boolean): void {
  if (crossed) passAcl(trip, place.subnet, 'ingress');
  passInterface(trip, place);
  if (place.kind === 'host') passGroups(trip, place.holder, 'ingress');
}
