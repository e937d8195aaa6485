/** A packet's way there and its answer's way back, between two places that are settled. */

import type { Interval } from '../addresses/cidr.ts';
import { formatIp, type IpAddress } from '../addresses/ip.ts';
import { leadsOutside } from '../addresses/public-addresses.ts';
import { type ModelIndex, publicAt } from '../model/look-up.ts';
import type { Reason } from '../model/reasons.ts';
import { lastPort, protocolBit, withPorts } from '../packets/services.ts';
import { enterFromInternet, follow } from './exits.ts';
import { leaveByPort } from './nat.ts';
import type { Hop, HopRef, PathQuery, Verdict } from './path.ts';
import { type InsidePlace, note, type PacketPlace, type PacketTrip, passAcl, passIn, passOut, stop } from './walk.ts';

/** Where a packet is sent: an address, and the interface that is meant by it, where one is. */
export interface Target {
  /** null: the interface has no address that this sender could use, or `missing` says why that is not known. */
  readonly value: IpAddress | null;
  readonly missing: Reason | null;
  readonly interface: string | null;
  /** The VPC of the interface when its private address is meant. */
  readonly vpc: string | null;
  /** The port of a NAT gateway that leads to the interface's own; absent: the one that is asked for. */
  readonly port?: number;
}

export interface WalkResult {
  readonly verdict: Verdict;
  readonly forward: readonly Hop[];
  readonly return: readonly Hop[];
  readonly decidedBy: HopRef | null;
  readonly sourcePorts: readonly Interval[] | null;
  readonly arrived: PacketPlace | null;
}

/** The ports a client may choose for its end of a connection. */
export const ephemeralPorts: Interval = { from: 1024, to: lastPort };

interface Way {
  readonly trip: PacketTrip;
  /** Where it came out; null when it ended before. */
  readonly arrived: PacketPlace | null;
  /** Public addresses under which it crossed the internet; null when it did not. */
  readonly crossedAs: readonly IpAddress[] | null;
  readonly publicDestination: IpAddress | null;
  readonly leftBy: Pick<Hop, 'step' | 'id' | 'vpc'> | null;
  /** The addresses under which it could have left. */
  readonly choices: readonly IpAddress[];
  readonly choicesUnsure: Reason | null;
}

/** One way to walk a question: with one of the addresses that a NAT gateway has. */
interface WalkQuery {
  readonly index: ModelIndex;
  readonly query: PathQuery;
  readonly translatedTo: IpAddress | null;
}

const hasPorts = ({ protocol }: PathQuery): boolean => (protocolBit[protocol] & withPorts) !== 0;

interface TripStart {
  readonly source: IpAddress;
  readonly destination: IpAddress;
  /** Where it is expected to end. */
  readonly vpc: string | null;
  /** On the way there, where it is not the one that is asked for. */
  readonly port?: number | undefined;
  /** The way there, of whose ports the answer comes and goes. */
  readonly there?: PacketTrip;
}

function newTrip({ index, query, translatedTo }: WalkQuery, way: PacketTrip['way'], outset: TripStart): PacketTrip {
  const { source, destination, vpc, there, port = query.port ?? 0 } = outset;
  const chosen = query.sourcePort === undefined ? ephemeralPorts : { from: query.sourcePort, to: query.sourcePort };
  const client = hasPorts(query) ? (there?.sourcePorts ?? [chosen]) : null;
  const server = hasPorts(query) ? (there?.ports ?? [{ from: port, to: port }]) : null;
  const [ports, sourcePorts] = way === 'forward' ? [server, client] : [client, server];
  return {
    index,
    way,
    protocol: query.protocol,
    hops: [],
    sources: [source],
    destination,
    ports,
    sourcePorts,
    portsUnsure: there?.portsUnsure ?? null,
    expectedVpc: vpc,
    translatedTo,
    sourcesUnsure: null,
    enteredBy: null,
  };
}

/** Over the internet to an address: into the model when it is one of its own, else out of sight, which is arrival. */
function overInternet(trip: PacketTrip, from: Pick<Way, 'leftBy' | 'choices' | 'choicesUnsure'>): Way {
  const crossed = { ...from, trip, crossedAs: trip.sources, publicDestination: trip.destination };
  const holder = publicAt(trip.index, trip.destination);
  if (holder.row) return { ...crossed, arrived: enterFromInternet(trip, from.leftBy?.id ?? null) };
  const hop = { step: 'internet', id: null, vpc: null } as const;
  if (holder.missing) return { ...crossed, arrived: stop(trip, hop, holder.missing, 'unknown') };
  note(trip, { ...hop, result: 'pass' });
  return { ...crossed, arrived: { kind: 'outside', value: trip.destination } };
}

function walkForward(asked: WalkQuery, from: PacketPlace, target: Target): Way {
  const trip = newTrip(asked, 'forward', { source: from.value, destination: target.value ?? 0, vpc: target.vpc, port: target.port });
  const nowhere: Way = { trip, arrived: null, crossedAs: null, publicDestination: null, leftBy: null, choices: [], choicesUnsure: null };
  if (target.value === null) {
    const hop = { step: 'eip', id: null, vpc: null } as const;
    if (target.missing) stop(trip, hop, target.missing, 'unknown');
    else stop(trip, hop, { code: 'no-public-address', id: target.interface ?? '' });
    return nowhere;
  }
  if (from.kind === 'outside') {
    const holder = target.vpc === null ? publicAt(asked.index, target.value) : null;
    if (holder?.row) return overInternet(trip, nowhere);
    const hop = { step: 'internet', id: null, vpc: null } as const;
    if (target.vpc !== null || !leadsOutside(target.value)) stop(trip, hop, { code: 'private-on-internet' });
    else stop(trip, hop, holder?.missing ?? { code: 'address-not-in-model', address: formatIp(target.value) }, 'unknown');
    return nowhere;
  }
  passOut(trip, from);
  const exit = follow(trip, from);
  if (!exit) return nowhere;
  if (exit.kind === 'out' && target.vpc !== null) stop(trip, exit.by, { code: 'leads-elsewhere', to: 'internet' });
  if (exit.kind === 'out')
    return target.vpc === null
      ? overInternet(trip, { leftBy: exit.by, choices: exit.choices, choicesUnsure: exit.choicesUnsure })
      : nowhere;
  passIn(trip, exit.place, exit.crossed);
  return { ...nowhere, arrived: exit.place };
}

/** The answer inside the cloud: by the routes of the answering subnet, to the place the question came from. */
function returnInside(asked: WalkQuery, there: PacketTrip, from: InsidePlace, to: InsidePlace): PacketTrip {
  const trip = newTrip(asked, 'return', { source: from.value, destination: to.value, vpc: to.subnet.vpc, there });
  passOut(trip, from);
  const exit = follow(trip, from);
  if (exit?.kind === 'in') passIn(trip, exit.place, exit.crossed);
  // IPv6 has one address inside and outside: whether an answer by another way is taken is not known.
  if (exit?.kind === 'out')
    stop(trip, exit.by, { code: 'leads-elsewhere', to: 'internet' }, typeof to.value === 'bigint' ? 'unknown' : 'block');
  return trip;
}

/**
 * The answer over the internet. It leaves by the public address it was asked at, whatever the routes say, and comes back
 * through the NAT gateway or EIP by which the question left: both keep the connection in mind.
 */
function returnOutside(asked: WalkQuery, there: Way, from: PacketPlace): PacketTrip {
  const { arrived, crossedAs, publicDestination, leftBy } = there;
  const trip = newTrip(asked, 'return', { source: arrived?.value ?? 0, destination: 0, vpc: null, there: there.trip });
  if (arrived && arrived.kind !== 'outside' && crossedAs) {
    trip.destination = crossedAs[0] ?? 0;
    passAcl(trip, arrived.subnet, 'egress', crossedAs);
    const by = there.trip.enteredBy;
    if (by && !leaveByPort(trip, arrived, by)) return trip;
    if (!by) note(trip, { step: 'eip', id: formatIp(publicDestination ?? 0), vpc: arrived.subnet.vpc, result: 'pass' });
  }
  trip.sources = [publicDestination ?? 0];
  trip.destination = crossedAs?.[0] ?? 0;
  note(trip, { step: 'internet', id: null, vpc: null, result: 'pass' });
  if (from.kind === 'outside' || !leftBy) return trip;
  note(trip, { ...leftBy, result: 'pass', translation: leftBy.step === 'nat-gateway' ? { kind: 'answer' } : null });
  trip.destination = from.value;
  // A published port is translated back.
  trip.sourcePorts = newTrip(asked, 'forward', { source: 0, destination: 0, vpc: null }).ports;
  passIn(trip, from, true);
  return trip;
}

/** True for a reason that names a list which was not read whole: to read it would help. */
export const isGap = (reason: Reason | null): boolean =>
  reason?.code === 'not-known' || (reason?.code === 'rule-not-resolved' && reason.lists.length > 0);

/** The first hop that stops; else the first that cannot be told, for want of a list before all; else the first that lets part through. */
function deciding(forward: readonly Hop[], back: readonly Hop[]): { verdict: Verdict; decidedBy: HopRef | null } {
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
    const all = hops.filter(({ hop }) => hop.result === result);
    const decisive = all.find(({ hop }) => isGap(hop.reason)) ?? all[0];
    if (decisive) return { verdict, decidedBy: decisive.ref };
  }
  return { verdict: 'reachable', decidedBy: null };
}

interface SingleWalk extends WalkResult {
  readonly choices: readonly IpAddress[];
  readonly choicesUnsure: Reason | null;
}

/** None where the answer is stopped: no port of the client's would do. */
const openPorts = ({ ports, hops }: PacketTrip): readonly Interval[] | null =>
  ports !== null && hops.some(({ result }) => result === 'block') ? [] : ports;

function walkOnce(asked: WalkQuery, from: PacketPlace, target: Target): SingleWalk {
  const there = walkForward(asked, from, target);
  const { arrived, choices, choicesUnsure } = there;
  const forward = there.trip.hops;
  if (!arrived)
    return {
      ...deciding(forward, []),
      forward,
      return: [],
      sourcePorts: hasPorts(asked.query) ? [] : null,
      arrived,
      choices,
      choicesUnsure,
    };
  const inside = arrived.kind !== 'outside' && from.kind !== 'outside' && there.crossedAs === null;
  const back = inside ? returnInside(asked, there.trip, arrived, from) : returnOutside(asked, there, from);
  return { ...deciding(forward, back.hops), forward, return: back.hops, sourcePorts: openPorts(back), arrived, choices, choicesUnsure };
}

/** A way that another address of the gateway does not share: what stops it is not sure to stop the packet. */
function notForAll(walked: SingleWalk, others: readonly SingleWalk[]): SingleWalk {
  const id = formatIp(walked.choices[0] ?? 0);
  const reason: Reason = walked.choicesUnsure ?? { code: 'several-sources', id };
  const soften = (hops: readonly Hop[]): Hop[] =>
    hops.map((hop) =>
      hop.result === 'block' || hop.result === 'partly' ? { ...hop, result: 'unknown', reason, rule: null, firstInWay: null } : hop,
    );
  const forward = soften(walked.forward);
  const back = soften(walked.return);
  const sourcePorts = others.every((one) => samePorts(one.sourcePorts, walked.sourcePorts)) ? walked.sourcePorts : null;
  return { ...walked, ...deciding(forward, back), forward, return: back, sourcePorts };
}

const samePorts = (a: readonly Interval[] | null, b: readonly Interval[] | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Walks one packet there and its answer back; by each address of a NAT gateway in turn, where it has several. */
export function walkPath(index: ModelIndex, query: PathQuery, from: PacketPlace, target: Target): WalkResult {
  if (from.kind === 'host' && target.interface === from.holder.interface.id && target.value === from.value) {
    const trip = newTrip({ index, query, translatedTo: null }, 'forward', { source: from.value, destination: from.value, vpc: null });
    note(trip, { step: 'interface', id: target.interface, vpc: from.subnet.vpc, result: 'pass' });
    return { verdict: 'reachable', forward: trip.hops, return: [], decidedBy: null, sourcePorts: null, arrived: from };
  }
  const first = walkOnce({ index, query, translatedTo: null }, from, target);
  // Addresses outside the model are treated alike: one walk is as good as another.
  if (first.choices.length < 2 || first.arrived?.kind === 'outside') return first;
  const [walked, ...others] = first.choices.map((translatedTo) => walkOnce({ index, query, translatedTo }, from, target));
  if (!walked) return first;
  const alike = others.every((one) => one.verdict === walked.verdict && samePorts(one.sourcePorts, walked.sourcePorts));
  if (alike || others.every((one) => one.verdict === 'blocked' && walked.verdict === 'blocked')) return walked;
  const stopped = [walked, ...others].find(({ verdict }) => verdict === 'blocked' || verdict === 'ambiguous');
  return stopped ? notForAll(stopped, others) : ([walked, ...others].find(({ verdict }) => verdict === 'unknown') ?? walked);
}
