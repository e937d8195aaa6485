/** A packet's way there and its answer's way back, between two places that are settled. */
import { formatAddress } from '../catalogue/address.ts';
import type { Interval } from './cidr.ts';
import { enterFromInternet, follow } from './exits.ts';
import type { ModelIndex } from './model-index.ts';
import type { Hop, HopRef, PathQuery, Verdict } from './path.ts';
import { leadsOutside } from './public-addresses.ts';
import { lastPort, protocolBit, withPorts } from './services.ts';
import { type Inside, note, type Place, passAcl, passIn, passOut, stop, type Trip } from './walk.ts';

/** Where a packet is sent: an address, and the interface that is meant by it, where one is. */
export interface Target {
  /** null: the interface has no address that this sender could use. */
  readonly value: number | null;
  readonly interface: string | null;
  /** The VPC of the interface when its private address is meant. */
  readonly vpc: string | null;
}

export interface Walked {
  readonly verdict: Verdict;
  readonly forward: readonly Hop[];
  readonly return: readonly Hop[];
  readonly decidedBy: HopRef | null;
  readonly sourcePorts: readonly Interval[] | null;
  readonly arrived: Place | null;
}

/** The ports a client may choose for its end of a connection. */
export const ephemeralPorts: Interval = { from: 1024, to: lastPort };

interface Way {
  readonly trip: Trip;
  /** Where it came out; null when it ended before. */
  readonly arrived: Place | null;
  /** Public addresses under which it crossed the internet; null when it did not. */
  readonly crossedAs: readonly number[] | null;
  readonly publicDestination: number | null;
  readonly leftBy: Pick<Hop, 'step' | 'id' | 'vpc'> | null;
}

const hasPorts = ({ protocol }: PathQuery): boolean => (protocolBit[protocol] & withPorts) !== 0;

function newTrip(index: ModelIndex, way: Trip['way'], query: PathQuery, source: number, destination: number, vpc: string | null): Trip {
  const chosen = query.sourcePort === undefined ? ephemeralPorts : { from: query.sourcePort, to: query.sourcePort };
  const port = query.port ?? 0;
  const ports = hasPorts(query) ? [way === 'forward' ? { from: port, to: port } : chosen] : null;
  return { index, way, protocol: query.protocol, hops: [], sources: [source], destination, ports, expectedVpc: vpc };
}

/** Over the internet to an address: into the model when it is one of its own, else out of sight, which is arrival. */
function overInternet(trip: Trip, from: Pick<Way, 'leftBy'>): Way {
  const crossed = { trip, crossedAs: trip.sources, publicDestination: trip.destination, leftBy: from.leftBy };
  if (from.leftBy !== null && !trip.index.publicAddresses.has(trip.destination)) {
    note(trip, { step: 'internet', id: null, vpc: null, result: 'pass' });
    return { ...crossed, arrived: { kind: 'outside', value: trip.destination } };
  }
  return { ...crossed, arrived: enterFromInternet(trip) };
}

function thereFrom(index: ModelIndex, query: PathQuery, from: Place, target: Target): Way {
  const trip = newTrip(index, 'forward', query, from.value, target.value ?? 0, target.vpc);
  const nowhere = { trip, arrived: null, crossedAs: null, publicDestination: null, leftBy: null };
  if (target.value === null) {
    stop(trip, { step: 'eip', id: null, vpc: null }, { code: 'no-public-address', id: target.interface ?? '' });
    return nowhere;
  }
  if (from.kind === 'outside') {
    if (target.vpc === null && index.publicAddresses.has(target.value)) return overInternet(trip, nowhere);
    const hop = { step: 'internet', id: null, vpc: null } as const;
    if (target.vpc !== null || !leadsOutside(target.value)) stop(trip, hop, { code: 'private-on-internet' });
    else stop(trip, hop, { code: 'address-not-in-model', address: formatAddress(target.value) }, 'unknown');
    return nowhere;
  }
  passOut(trip, from);
  const exit = follow(trip, from);
  if (!exit) return nowhere;
  if (exit.kind === 'out' && target.vpc !== null) stop(trip, exit.by, { code: 'leads-elsewhere', to: 'internet' });
  if (exit.kind === 'out') return target.vpc === null ? overInternet(trip, { leftBy: exit.by }) : nowhere;
  passIn(trip, exit.place, exit.crossed);
  return { ...nowhere, arrived: exit.place };
}

/** The answer inside the cloud: by the routes of the answering subnet, to the place the question came from. */
function backInside(index: ModelIndex, query: PathQuery, from: Inside, to: Inside): Trip {
  const trip = newTrip(index, 'return', query, from.value, to.value, to.subnet.vpc);
  passOut(trip, from);
  const exit = follow(trip, from);
  if (exit?.kind === 'in') passIn(trip, exit.place, exit.crossed);
  if (exit?.kind === 'out') stop(trip, exit.by, { code: 'leads-elsewhere', to: 'internet' });
  return trip;
}

/**
 * The answer over the internet. It leaves by the public address it was asked at, whatever the routes say, and comes back
 * through the NAT gateway or EIP by which the question left: both keep the connection in mind.
 */
function backOutside(index: ModelIndex, query: PathQuery, there: Way, from: Place): Trip {
  const { arrived, crossedAs, publicDestination, leftBy } = there;
  const trip = newTrip(index, 'return', query, arrived?.value ?? 0, 0, null);
  if (arrived && arrived.kind !== 'outside' && crossedAs) {
    trip.destination = crossedAs[0] ?? 0;
    passAcl(trip, arrived.subnet, 'egress', crossedAs);
    note(trip, { step: 'eip', id: formatAddress(publicDestination ?? 0), vpc: arrived.subnet.vpc, result: 'pass' });
  }
  trip.sources = [publicDestination ?? 0];
  trip.destination = crossedAs?.[0] ?? 0;
  note(trip, { step: 'internet', id: null, vpc: null, result: 'pass' });
  if (from.kind === 'outside' || !leftBy) return trip;
  note(trip, { ...leftBy, result: 'pass' });
  trip.destination = from.value;
  passIn(trip, from, true);
  return trip;
}

/** The first hop that stops; else the first that cannot be told; else the first that lets part through. */
export function deciding(forward: readonly Hop[], back: readonly Hop[]): { verdict: Verdict; decidedBy: HopRef | null } {
  const hops = [
    ...forward.map((hop, index) => ({ hop, ref: { way: 'forward', index } as const })),
    ...back.map((hop, index) => ({ hop, ref: { way: 'return', index } as const })),
  ];
  const verdicts = [
    ['block', 'blocked'],
    ['unknown', 'unknown'],
    ['partly', 'ambiguous'],
  ] as const;
  for (const [result, verdict] of verdicts) {
    const found = hops.find(({ hop }) => hop.result === result);
    if (found) return { verdict, decidedBy: found.ref };
  }
  return { verdict: 'reachable', decidedBy: null };
}

/** Walks one packet there and its answer back. */
export function walkPath(index: ModelIndex, query: PathQuery, from: Place, target: Target): Walked {
  if (from.kind === 'host' && target.interface === from.holder.interface.id && target.value === from.value) {
    const trip = newTrip(index, 'forward', query, from.value, from.value, null);
    note(trip, { step: 'interface', id: target.interface, vpc: from.subnet.vpc, result: 'pass' });
    return { verdict: 'reachable', forward: trip.hops, return: [], decidedBy: null, sourcePorts: null, arrived: from };
  }
  const there = thereFrom(index, query, from, target);
  const { arrived } = there;
  if (!arrived) {
    const back: Hop[] = [];
    return { ...deciding(there.trip.hops, back), forward: there.trip.hops, return: back, sourcePorts: null, arrived };
  }
  const inside = arrived.kind !== 'outside' && from.kind !== 'outside' && there.crossedAs === null;
  const back = inside ? backInside(index, query, arrived, from) : backOutside(index, query, there, from);
  return { ...deciding(there.trip.hops, back.hops), forward: there.trip.hops, return: back.hops, sourcePorts: back.ports, arrived };
}
