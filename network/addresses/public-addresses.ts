/** Which addresses the internet can hold. */
import { lastAddress6 } from '../../catalogue/address6.ts';
import type { Interval } from './cidr.ts';
import { familyOf, holdsIp, type IpAddress, type IpInterval } from './ip.ts';
import { type Addresses, type AddressFamily, addressesOf, type Interval6, lastAddress, type Range, readRange } from './ranges.ts';

/**
 * Blocks that are not globally reachable: RFC 6890 and the registries that it founded, and multicast. For IPv6 what is not
 * global unicast (2000::/3) or the translation of IPv4 (64:ff9b::/96).
 */
const notPublic4 = [
  '0.0.0.0-0.255.255.255',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0-255.255.255.255',
];
const notPublic6 = [
  '::-64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff',
  '64:ff9b::1:0:0-1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  // Teredo, benchmarking, ORCHID and what else the protocols keep for themselves.
  '2001::/23',
  '2001:db8::/32',
  '3fff::/20',
  '4000::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
];

const rangesOf = (texts: readonly string[]): Range[] => texts.flatMap((text) => readRange(text) ?? []);
const reserved: Addresses = addressesOf(rangesOf([...notPublic4, ...notPublic6]));

function gaps<N extends number | bigint>(
  runs: readonly { readonly from: N; readonly to: N }[],
  last: N,
  after: (point: N) => N,
  before: (point: N) => N,
) {
  return runs.flatMap(({ to }, at): { readonly from: N; readonly to: N }[] => {
    const next = runs[at + 1];
    if (to >= last) return [];
    return [{ from: after(to), to: next === undefined ? last : before(next.from) }];
  });
}

/** The addresses that the internet can hold, ascending. */
const publicRanges: readonly Interval[] = gaps(
  reserved.v4,
  lastAddress,
  (point) => point + 1,
  (point) => point - 1,
);
const publicRanges6: readonly Interval6[] = gaps(
  reserved.v6,
  lastAddress6,
  (point) => point + 1n,
  (point) => point - 1n,
);
export const publicAddresses: Addresses = { v4: publicRanges, v6: publicRanges6 };

/** True for an IPv4 address that the internet routes: not private, shared, reserved, for documentation, multicast or local. For tests. */
export const isPublicAddress = (address: number): boolean => publicRanges.some(({ from, to }) => address >= from && address <= to);

const inside = addressesOf(
  rangesOf([
    ...['0.0.0.0-0.255.255.255', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
    '224.0.0.0-255.255.255.255',
  ]),
).v4;

/**
 * The addresses that a cloud sends to the internet, ascending. Blocks for documentation and benchmarking are among them:
 * nobody has them, so that the simulated cloud and laboratories give them out as public addresses.
 */
export const outsideRanges: readonly Interval[] = gaps(
  inside,
  lastAddress,
  (point) => point + 1,
  (point) => point - 1,
);

/** The same of IPv6: global unicast. */
const outsideRanges6: readonly Interval6[] = addressesOf(rangesOf(['2000::/3'])).v6;

/** The addresses of a family that a cloud sends to the internet. */
export const outsideOf = (family: AddressFamily): readonly IpInterval[] => (family === 'IPv4' ? outsideRanges : outsideRanges6);

/** True for an address that a cloud sends to the internet. */
export const leadsOutside = (address: IpAddress): boolean => outsideOf(familyOf(address)).some((range) => holdsIp(range, address));
