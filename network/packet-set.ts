/**
 * Sets of packets as lists of disjoint boxes: protocols × an interval of far-end addresses × an interval of ports.
 *
 * ICMP and GRE have no port: a box that holds them always spans every port, and such a packet counts once per address.
 * Boxes carry several protocols as bits, so that a rule for all of them stays one box.
 */
import { formatAddress, parseAddress } from '../catalogue/address.ts';
import type { Packet, Protocol } from './rule.ts';

/** A bit a protocol. */
export const protocolBit = { TCP: 1, UDP: 2, ICMP: 4, GRE: 8, ICMPv6: 16 } as const satisfies Record<Protocol, number>;
/** The protocols that have ports. */
export const withPorts = protocolBit.TCP | protocolBit.UDP;
/** Of IPv4. */
export const withoutPorts = protocolBit.ICMP | protocolBit.GRE;
export const everyProtocol = withPorts | withoutPorts;
export const lastAddress = 0xffffffff;
export const lastPort = 65535;

const protocolNames = Object.keys(protocolBit) as Protocol[];

/** The names of the protocols in a mask, in the order TCP, UDP, ICMP, GRE. */
export const protocolsOf = (mask: number): Protocol[] => protocolNames.filter((name) => (mask & protocolBit[name]) !== 0);

export interface Box {
  /** Bits of `protocolBit`. */
  readonly protocols: number;
  /** First and last address, as unsigned 32-bit numbers. */
  readonly from: number;
  readonly to: number;
  /** First and last port; 0 to 65535 where the box holds ICMP or GRE. */
  readonly low: number;
  readonly high: number;
}

/** Disjoint boxes; the empty list is the empty set. */
export type PacketSet = readonly Box[];

export const everything: PacketSet = [{ protocols: everyProtocol, from: 0, to: lastAddress, low: 0, high: lastPort }];

export const meet = (a: Box, b: Box): boolean =>
  (a.protocols & b.protocols) !== 0 && a.from <= b.to && b.from <= a.to && a.low <= b.high && b.low <= a.high;

/** What both boxes hold, or null. */
export function intersectBoxes(a: Box, b: Box): Box | null {
  if (!meet(a, b)) return null;
  return {
    protocols: a.protocols & b.protocols,
    from: Math.max(a.from, b.from),
    to: Math.min(a.to, b.to),
    low: Math.max(a.low, b.low),
    high: Math.min(a.high, b.high),
  };
}

/** `box` without `hole`, as at most five disjoint boxes. */
export function cut(box: Box, hole: Box): Box[] {
  if (!meet(box, hole)) return [box];
  const pieces: Box[] = [];
  const others = box.protocols & ~hole.protocols;
  const protocols = box.protocols & hole.protocols;
  const { from, to, low, high } = box;
  if (others !== 0) pieces.push({ protocols: others, from, to, low, high });
  if (from < hole.from) pieces.push({ protocols, from, to: hole.from - 1, low, high });
  if (to > hole.to) pieces.push({ protocols, from: hole.to + 1, to, low, high });
  const first = Math.max(from, hole.from);
  const last = Math.min(to, hole.to);
  if (low < hole.low) pieces.push({ protocols, from: first, to: last, low, high: hole.low - 1 });
  if (high > hole.high) pieces.push({ protocols, from: first, to: last, low: hole.high + 1, high });
  return pieces;
}

export function subtract(set: PacketSet, holes: PacketSet): PacketSet {
  let rest = set;
  for (const hole of holes) {
    if (!rest.some((box) => meet(box, hole))) continue;
    const left: Box[] = [];
    for (const box of rest) {
      if (meet(box, hole)) left.push(...cut(box, hole));
      else left.push(box);
    }
    rest = left;
  }
  return rest;
}

export function intersect(a: PacketSet, b: PacketSet): PacketSet {
  const shared: Box[] = [];
  for (const left of a) {
    for (const right of b) {
      const box = intersectBoxes(left, right);
      if (box) shared.push(box);
    }
  }
  return shared;
}

export const union = (a: PacketSet, b: PacketSet): PacketSet => simplify([...a, ...subtract(b, a)]);

export const isEmpty = (set: PacketSet): boolean => set.length === 0;

const countBits = (mask: number): number => protocolsOf(mask).length;

/** Number of packets in the box: one per address for ICMP and GRE, one per address and port for TCP and UDP. */
export const sizeOfBox = (box: Box): number =>
  (box.to - box.from + 1) * (countBits(box.protocols & withPorts) * (box.high - box.low + 1) + countBits(box.protocols & withoutPorts));

export const sizeOfSet = (set: PacketSet): number => set.reduce((sum, box) => sum + sizeOfBox(box), 0);

/**
 * Calls `visit` with every part of `box` that no blocker takes, in no particular order, until `visit` answers true.
 * Depth first, so that a question that is answered by the first part never builds the whole remainder.
 * @returns true when `visit` stopped the walk.
 */
export function eachRemainder(box: Box, blockers: readonly Box[], visit: (part: Box) => boolean, start = 0): boolean {
  for (let at = start; at < blockers.length; at += 1) {
    const hole = blockers[at];
    if (hole === undefined || !meet(box, hole)) continue;
    return cut(box, hole).some((piece) => eachRemainder(piece, blockers, visit, at + 1));
  }
  return visit(box);
}

/** True when every packet of `set` is in one of the blockers, which may overlap each other. */
export const isCovered = (set: PacketSet, blockers: readonly Box[]): boolean =>
  !set.some((box) => eachRemainder(box, blockers, () => true));

/** Some packet of the set, or null when it is empty: the lowest address and port of its first box. */
export function witness(set: PacketSet): Packet | null {
  const box = set[0];
  return box ? packetIn(box) : null;
}

export function packetIn(box: Box): Packet {
  const protocol = protocolsOf(box.protocols)[0] ?? 'TCP';
  const address = formatAddress(box.from);
  return (protocolBit[protocol] & withPorts) === 0 ? { protocol, address } : { protocol, address, port: box.low };
}

/** The packet as a box of one. Throws RangeError on an address that is not IPv4, or a TCP or UDP packet without a port. */
export function boxOfPacket(packet: Packet): Box {
  const address = parseAddress(packet.address);
  if (address === null) throw new RangeError(`"${packet.address}" is not an IPv4 address`);
  const protocols = protocolBit[packet.protocol];
  if (protocols === undefined) throw new RangeError(`"${packet.protocol}" is not a protocol of a packet`);
  if ((protocols & withPorts) === 0) return { protocols, from: address, to: address, low: 0, high: lastPort };
  const port = packet.port ?? Number.NaN;
  if (!(Number.isInteger(port) && port >= 0 && port <= lastPort)) {
    throw new RangeError(`a ${packet.protocol} packet needs a port from 0 to ${lastPort}, not ${packet.port}`);
  }
  return { protocols, from: address, to: address, low: port, high: port };
}

type Joining = (a: Box, b: Box) => Box | null;

const sameAddresses = (a: Box, b: Box) => a.from === b.from && a.to === b.to;
const samePorts = (a: Box, b: Box) => a.low === b.low && a.high === b.high;

const joinings: readonly [order: (a: Box, b: Box) => number, join: Joining][] = [
  [
    (a, b) => a.protocols - b.protocols || a.low - b.low || a.high - b.high || a.from - b.from,
    (a, b) => (a.protocols === b.protocols && samePorts(a, b) && a.to + 1 === b.from ? { ...a, to: b.to } : null),
  ],
  [
    (a, b) => a.protocols - b.protocols || a.from - b.from || a.to - b.to || a.low - b.low,
    (a, b) => (a.protocols === b.protocols && sameAddresses(a, b) && a.high + 1 === b.low ? { ...a, high: b.high } : null),
  ],
  [
    (a, b) => a.from - b.from || a.to - b.to || a.low - b.low || a.high - b.high,
    (a, b) => (sameAddresses(a, b) && samePorts(a, b) ? { ...a, protocols: a.protocols | b.protocols } : null),
  ],
];

/** The same packets in fewer boxes, where neighbours can be joined. Not the least number there is. */
export function simplify(set: PacketSet): PacketSet {
  let boxes = [...set];
  for (let before = boxes.length + 1; boxes.length < before; ) {
    before = boxes.length;
    for (const [order, join] of joinings) {
      const joined: Box[] = [];
      for (const box of boxes.sort(order)) {
        const previous = joined.at(-1);
        const both = previous ? join(previous, box) : null;
        if (both) joined[joined.length - 1] = both;
        else joined.push(box);
      }
      boxes = joined;
    }
  }
  return boxes;
}
