/**
 * Kinds of packets on one line: TCP by port, then UDP by port, then ICMP, GRE and ICMPv6, which have no port, as a point each.
 * A set of them is ascending intervals on that line, so that protocols and ports need one axis and not two.
 */
import type { Interval } from '../addresses/cidr.ts';
import { type AddressFamily, mergeIntervals } from '../addresses/ranges.ts';

/** ICMPv6 is what ICMP is to IPv4: neither stands in packets of the other family. */
export type Protocol = 'TCP' | 'UDP' | 'ICMP' | 'GRE' | 'ICMPv6';

/** A bit a protocol. */
export const protocolBit = { TCP: 1, UDP: 2, ICMP: 4, GRE: 8, ICMPv6: 16 } as const satisfies Record<Protocol, number>;
/** The protocols that have ports. */
export const withPorts = protocolBit.TCP | protocolBit.UDP;
/** The protocols that packets of a family have: ICMP is of IPv4, ICMPv6 of IPv6. */
export const protocolsOfFamily = {
  IPv4: withPorts | protocolBit.ICMP | protocolBit.GRE,
  IPv6: withPorts | protocolBit.GRE | protocolBit.ICMPv6,
} as const satisfies Record<AddressFamily, number>;

export const lastPort = 65535;

const protocolNames = Object.keys(protocolBit) as Protocol[];

/** The names of the protocols in a mask, in the order TCP, UDP, ICMP, GRE, ICMPv6. */
export const protocolsOf = (mask: number): Protocol[] => protocolNames.filter((name) => (mask & protocolBit[name]) !== 0);

/** Ascending intervals on the line that neither overlap nor touch. */
export type Services = readonly Interval[];

/** First point of each protocol on the line. */
export const pointOf = {
  TCP: 0,
  UDP: lastPort + 1,
  ICMP: 2 * (lastPort + 1),
  GRE: 2 * (lastPort + 1) + 1,
  ICMPv6: 2 * (lastPort + 1) + 2,
} as const satisfies Record<Protocol, number>;
export const lastService = pointOf.ICMPv6;

/** The protocol of a point on the line. */
export const protocolAt = (point: number): Protocol =>
  point < pointOf.UDP ? 'TCP' : point < pointOf.ICMP ? 'UDP' : point === pointOf.ICMP ? 'ICMP' : point === pointOf.GRE ? 'GRE' : 'ICMPv6';

export const everyService: Services = [{ from: 0, to: lastService }];

/** `ports`: ascending and apart. A port confines only the packets that have one: ICMP, GRE and ICMPv6 are taken whole. */
export function servicesOf(protocol: Protocol | 'ALL', ports: readonly Interval[]): Services {
  const of = (name: Protocol): Interval[] => {
    const base = pointOf[name];
    if ((protocolBit[name] & withPorts) === 0) return [{ from: base, to: base }];
    return ports.map(({ from, to }) => ({ from: base + from, to: base + to }));
  };
  if (protocol !== 'ALL') return of(protocol);
  return ports[0]?.from === 0 && ports[0].to === lastPort ? everyService : mergeIntervals(protocolNames.flatMap(of));
}

interface ServiceSlice {
  /** Bits of `protocolBit`. */
  readonly protocols: number;
  readonly low: number;
  readonly high: number;
}

const within = (services: Services, from: number, to: number): Interval[] =>
  services.flatMap((run) =>
    run.from <= to && from <= run.to ? [{ from: Math.max(run.from, from) - from, to: Math.min(run.to, to) - from }] : [],
  );

/** The services that packets of one family can have, as protocols × ports, in few disjoint slices. */
export function slicesOf(services: Services, family: AddressFamily): ServiceSlice[] {
  let portless = 0;
  for (const name of ['ICMP', 'GRE', 'ICMPv6'] as const) {
    if (within(services, pointOf[name], pointOf[name]).length > 0) portless |= protocolBit[name];
  }
  portless &= protocolsOfFamily[family];
  const slices = new Map<string, ServiceSlice>();
  for (const name of ['TCP', 'UDP'] as const) {
    for (const { from: low, to: high } of within(services, pointOf[name], pointOf[name] + lastPort)) {
      const known = slices.get(`${low}-${high}`)?.protocols ?? 0;
      slices.set(`${low}-${high}`, { protocols: known | protocolBit[name], low, high });
    }
  }
  const whole = `0-${lastPort}`;
  if (portless !== 0) slices.set(whole, { protocols: portless | (slices.get(whole)?.protocols ?? 0), low: 0, high: lastPort });
  return [...slices.values()];
}
