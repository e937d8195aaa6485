/**
 * Sets of packets as lists of disjoint boxes: protocols × an interval of remote addresses × an interval of ports.
 *
 * ICMP, ICMPv6 and GRE have no port: a box that holds one always spans every port, and such a packet counts once per address.
 * Boxes carry several protocols as bits, so that a rule for all of them stays one box. For showing and for small sets: whole
 * lists of rules are held against each other in `cells.ts`.
 */
import { formatAddress } from '../../catalogue/address.ts';
import { formatAddress6, lastAddress6 } from '../../catalogue/address6.ts';
import { type AddressFamily, lastAddress, readRange } from '../addresses/ranges.ts';
import { lastPort, type Protocol, protocolBit, protocolsOf, protocolsOfFamily, withPorts } from './services.ts';

/** What a rule is asked about. `address` is the remote end: the source of an inbound packet, the destination of an outbound one. */
export interface Packet {
  readonly protocol: Protocol;
  readonly address: string;
  /** The destination port; TCP and UDP only. */
  readonly port?: number | undefined;
}

interface BoxOf<F extends AddressFamily, N extends number | bigint> {
  readonly family: F;
  /** Bits of `protocolBit`, none that the family does not have. */
  readonly protocols: number;
  /** First and last address; of IPv4 as unsigned 32-bit numbers. */
  readonly from: N;
  readonly to: N;
  /** First and last port; 0 to 65535 where the box holds a protocol without ports. */
  readonly low: number;
  readonly high: number;
}

export type Box = BoxOf<'IPv4', number> | BoxOf<'IPv6', bigint>;

/** Disjoint boxes; the empty list is the empty set. */
export type PacketSet = readonly Box[];

/** For tests. */
export const everything: PacketSet = [
  { family: 'IPv4', protocols: protocolsOfFamily.IPv4, from: 0, to: lastAddress, low: 0, high: lastPort },
  { family: 'IPv6', protocols: protocolsOfFamily.IPv6, from: 0n, to: lastAddress6, low: 0, high: lastPort },
];

export const intersects = (a: Box, b: Box): boolean =>
  a.family === b.family && (a.protocols & b.protocols) !== 0 && a.from <= b.to && b.from <= a.to && a.low <= b.high && b.low <= a.high;

type Side = number | bigint;
type Parts = Partial<Pick<Box, 'protocols' | 'low' | 'high'>> & { readonly from?: Side; readonly to?: Side };

/** The box with other sides: addresses of its own family, which the type of a spread cannot say. */
const reshaped = (box: Box, parts: Parts): Box => ({ ...box, ...parts }) as Box;
const before = (side: Side): Side => (typeof side === 'bigint' ? side - 1n : side - 1);
const after = (side: Side): Side => (typeof side === 'bigint' ? side + 1n : side + 1);
const larger = <T extends Side>(a: T, b: T): T => (a > b ? a : b);
const smaller = <T extends Side>(a: T, b: T): T => (a < b ? a : b);

/** What both boxes hold, or null. */
function intersectBoxes(a: Box, b: Box): Box | null {
  if (!intersects(a, b)) return null;
  return reshaped(a, {
    protocols: a.protocols & b.protocols,
    from: larger<Side>(a.from, b.from),
    to: smaller<Side>(a.to, b.to),
    low: Math.max(a.low, b.low),
    high: Math.min(a.high, b.high),
  });
}

/** `box` without `hole`, as at most six disjoint boxes. */
function subtractBox(box: Box, hole: Box): Box[] {
  const middle = intersectBoxes(box, hole);
  if (middle === null) return [box];
  const pieces: Box[] = [];
  const { protocols, from, to, low, high } = middle;
  const others = box.protocols & ~hole.protocols;
  if (others !== 0) pieces.push(reshaped(box, { protocols: others }));
  if (box.from < from) pieces.push(reshaped(box, { protocols, to: before(from) }));
  if (box.to > to) pieces.push(reshaped(box, { protocols, from: after(to) }));
  if (box.low < low) pieces.push(reshaped(middle, { low: box.low, high: low - 1 }));
  if (box.high > high) pieces.push(reshaped(middle, { low: high + 1, high: box.high }));
  return pieces;
}

export function subtract(set: PacketSet, holes: PacketSet): PacketSet {
  let rest = set;
  for (const hole of holes) {
    if (!rest.some((box) => intersects(box, hole))) continue;
    const left: Box[] = [];
    for (const box of rest) {
      if (intersects(box, hole)) left.push(...subtractBox(box, hole));
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

/** For tests. */
export const union = (a: PacketSet, b: PacketSet): PacketSet => simplify([...a, ...subtract(b, a)]);

export const isEmpty = (set: PacketSet): boolean => set.length === 0;

const countBits = (mask: number): number => protocolsOf(mask).length;

/**
 * Number of packets in the box: one per address for protocols without ports, one per address and port for TCP and UDP. Of
 * IPv6 rounded, as numbers of that size are.
 */
function sizeOfBox(box: Box): number {
  const addresses = box.family === 'IPv4' ? box.to - box.from + 1 : Number(box.to - box.from + 1n);
  return addresses * (countBits(box.protocols & withPorts) * (box.high - box.low + 1) + countBits(box.protocols & ~withPorts));
}

/** For tests. */
export const sizeOfSet = (set: PacketSet): number => set.reduce((sum, box) => sum + sizeOfBox(box), 0);

/** Some packet of the set, or null when it is empty: the lowest address and port of its first box. */
export function samplePacket(set: PacketSet): Packet | null {
  const box = set[0];
  return box ? packetIn(box) : null;
}

function packetIn(box: Box): Packet {
  const protocol = protocolsOf(box.protocols)[0] ?? 'TCP';
  const address = box.family === 'IPv4' ? formatAddress(box.from) : formatAddress6(box.from);
  return (protocolBit[protocol] & withPorts) === 0 ? { protocol, address } : { protocol, address, port: box.low };
}

/**
 * The packet as a box of one.
 * @throws RangeError on an address that is none, a protocol that its family does not have, or a TCP or UDP packet without a port.
 */
export function boxOfPacket(packet: Packet): Box {
  const range = readRange(packet.address);
  if (range === null || range.from !== range.to) throw new RangeError(`"${packet.address}" is not an address`);
  const protocols = protocolBit[packet.protocol];
  if (protocols === undefined || (protocols & protocolsOfFamily[range.family]) === 0) {
    throw new RangeError(`"${packet.protocol}" is not a protocol of ${range.family} packets`);
  }
  if ((protocols & withPorts) === 0) return { ...range, protocols, low: 0, high: lastPort };
  const port = packet.port ?? Number.NaN;
  if (!(Number.isInteger(port) && port >= 0 && port <= lastPort)) {
    throw new RangeError(`a ${packet.protocol} packet needs a port from 0 to ${lastPort}, not ${packet.port}`);
  }
  return { ...range, protocols, low: port, high: port };
}

type BoxJoin = (a: Box, b: Box) => Box | null;

const sameAddresses = (a: Box, b: Box) => a.family === b.family && a.from === b.from && a.to === b.to;
const samePorts = (a: Box, b: Box) => a.low === b.low && a.high === b.high;
const compare = (a: Side, b: Side): number => (a < b ? -1 : a > b ? 1 : 0);
const byFamily = (a: Box, b: Box): number => protocolsOfFamily[a.family] - protocolsOfFamily[b.family];

const joinings: readonly [order: (a: Box, b: Box) => number, join: BoxJoin][] = [
  [
    (a, b) => byFamily(a, b) || a.protocols - b.protocols || a.low - b.low || a.high - b.high || compare(a.from, b.from),
    (a, b) =>
      a.family === b.family && a.protocols === b.protocols && samePorts(a, b) && after(a.to) === b.from ? reshaped(a, { to: b.to }) : null,
  ],
  [
    (a, b) => byFamily(a, b) || a.protocols - b.protocols || compare(a.from, b.from) || compare(a.to, b.to) || a.low - b.low,
    (a, b) => (a.protocols === b.protocols && sameAddresses(a, b) && a.high + 1 === b.low ? { ...a, high: b.high } : null),
  ],
  [
    (a, b) => byFamily(a, b) || compare(a.from, b.from) || compare(a.to, b.to) || a.low - b.low || a.high - b.high,
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
