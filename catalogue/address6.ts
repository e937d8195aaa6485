/** IPv6 text, in a file of its own: its parser weighs more than IPv4's, and only what reasons about rules needs it. */
import { Address6 } from 'ip-address';

/** The prefix length of an IPv6 address (128) or block, or null for any other text. "::/0" and "0::0/0" are both 0. */
export function prefixOfIpv6(text: string): number | null {
  if (!text.includes(':') || !Address6.isValid(text)) return null;
  return new Address6(text).subnetMask;
}
