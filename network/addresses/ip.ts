/**
 * Addresses of both families as values: IPv4 as an unsigned 32-bit number, IPv6 as a bigint, so that the type of a value is
 * its family (decision 0045). Values of two families are never compared: what takes two asks for the family first.
 */
import { cidrOrNull, formatAddress, parseAddress, sizeOf } from '../../catalogue/address.ts';
import { formatAddress6, isBlockOfIpv6, lastAddress6, parseAddress6, prefixOfIpv6, rangeOfIpv6 } from '../../catalogue/address6.ts';
import type { AddressFamily } from './ranges.ts';

export type IpAddress = number | bigint;

/** A run of addresses of one family, both ends included. */
export interface IpInterval {
  readonly from: IpAddress;
  readonly to: IpAddress;
}

/** A block 'a.b.c.d/n' or 'x::/n'. */
export interface IpBlock extends IpInterval {
  readonly prefix: number;
}

export const familyOf = (address: IpAddress): AddressFamily => (typeof address === 'bigint' ? 'IPv6' : 'IPv4');

/** The family of an address or a block by its text; of other texts nothing is meant. */
export const familyOfText = (text: string): AddressFamily => (text.includes(':') ? 'IPv6' : 'IPv4');

/** The address of a text, or null. */
export const parseIp = (text: string): IpAddress | null => (text.includes(':') ? parseAddress6(text) : parseAddress(text));

export const formatIp = (address: IpAddress): string => (typeof address === 'bigint' ? formatAddress6(address) : formatAddress(address));

/** The block of a text with a length and without host bits, or null. */
export function parseIpBlock(text: string): IpBlock | null {
  if (text.includes(':')) {
    const range = text.includes('/') && isBlockOfIpv6(text) ? rangeOfIpv6(text) : null;
    return range && { ...range, prefix: prefixOfIpv6(text) ?? 128 };
  }
  const block = cidrOrNull(text);
  return block && { from: block.base, to: block.base + sizeOf(block.prefix) - 1, prefix: block.prefix };
}

/** The block of this length that holds the address. */
export function ipBlockAt(address: IpAddress, prefix: number): IpBlock {
  if (typeof address === 'number') {
    const from = address - (address % sizeOf(prefix));
    return { from, to: from + sizeOf(prefix) - 1, prefix };
  }
  const host = lastAddress6 >> BigInt(prefix);
  const from = address - (address & host);
  return { from, to: from | host, prefix };
}

/** @throws RangeError naming the text that is no block of either family. */
export function ipBlockOf(text: string): IpBlock {
  const block = parseIpBlock(text);
  if (block === null) throw new RangeError(`"${text}" is not a CIDR block`);
  return block;
}

/** The block as text; a block of one keeps its length. */
export const formatIpBlock = ({ from, prefix }: IpBlock): string => `${formatIp(from)}/${prefix}`;

/** Number of bits of an address. */
export const bitsOf = (family: AddressFamily): 32 | 128 => (family === 'IPv4' ? 32 : 128);

const sameFamily = (a: IpAddress, b: IpAddress): boolean => typeof a === typeof b;

export const holdsIp = ({ from, to }: IpInterval, address: IpAddress): boolean =>
  sameFamily(from, address) && from <= address && address <= to;

/** True when the two share an address. */
export const meetIps = (a: IpInterval, b: IpInterval): boolean => sameFamily(a.from, b.from) && a.from <= b.to && b.from <= a.to;

/** True when every address of `inner` is in `outer`. */
export const includesIps = (outer: IpInterval, inner: IpInterval): boolean =>
  sameFamily(outer.from, inner.from) && outer.from <= inner.from && inner.to <= outer.to;

/** For sorting: IPv4 first, then by value. */
export const compareIps = (a: IpAddress, b: IpAddress): number =>
  sameFamily(a, b) ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === 'number' ? -1 : 1;

export const ipAfter = (address: IpAddress): IpAddress => (typeof address === 'bigint' ? address + 1n : address + 1);
export const ipBefore = (address: IpAddress): IpAddress => (typeof address === 'bigint' ? address - 1n : address - 1);

/** How many addresses there are; of IPv6 rounded, as numbers of that size are. */
export const countOfIps = ({ from, to }: IpInterval): number =>
  typeof from === 'number' && typeof to === 'number' ? to - from + 1 : Number(BigInt(to) - BigInt(from) + 1n);
