/** IPv6 text, in a file of its own: its parser weighs more than IPv4's, and only what reasons about rules needs it. */
import { Address6 } from 'ip-address';

/** The last address of IPv6. */
export const lastAddress6 = 2n ** 128n - 1n;

/** First and last address of an IPv6 address or block, or null for any other text. Host bits are masked; zones are not addresses. */
export function rangeOfIpv6(text: string): { readonly from: bigint; readonly to: bigint } | null {
  if (!text.includes(':') || text.includes('%') || /\/0\d/.test(text) || !Address6.isValid(text)) return null;
  const block = new Address6(text);
  return { from: block.startAddress().bigInt(), to: block.endAddress().bigInt() };
}

/** The prefix length of an IPv6 address (128) or block, or null for any other text. "::/0" and "0::0/0" are both 0. */
export function prefixOfIpv6(text: string): number | null {
  return rangeOfIpv6(text) === null ? null : new Address6(text).subnetMask;
}

/** The block as everybody writes it: lower case, shortest form, host bits at zero; a single address without a length. Null for other text. */
export function canonicalIpv6(text: string): string | null {
  const prefix = prefixOfIpv6(text);
  if (prefix === null) return null;
  const base = new Address6(text).startAddress().correctForm();
  return prefix === 128 ? base : `${base}/${prefix}`;
}

/** True for an IPv6 address, and for a block without host bits. */
export function isBlockOfIpv6(text: string): boolean {
  if (prefixOfIpv6(text) === null) return false;
  const read = new Address6(text);
  return read.correctForm() === read.startAddress().correctForm();
}

/** The shortest spelling (RFC 5952). */
export const formatAddress6 = (address: bigint): string => Address6.fromBigInt(address).correctForm();
