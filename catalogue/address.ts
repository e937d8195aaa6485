/**
 * From text to IPv4 addresses and CIDR blocks, and back: the one parser of the whole house.
 *
 * Strict on purpose: octal and hexadecimal octets, short forms, leading zeros and stray blanks are refused, because two
 * programs that read "010.0.0.1" differently are how packets end up in the wrong place. Addresses are unsigned 32-bit
 * numbers, so that arithmetic on them is plain arithmetic.
 */

/** A block of addresses: its first address and the number of leading bits that are fixed (0 to 32). */
export interface Cidr {
  readonly base: number;
  readonly prefix: number;
}

type CidrReading =
  | { readonly ok: true; readonly cidr: Cidr }
  /** `nearest` is what was probably meant, in canonical form, where that can be told. */
  | { readonly ok: false; readonly problem: 'not-cidr' | 'host-bits'; readonly nearest?: string };

/** Number of addresses in a block with this prefix length. */
export const sizeOf = (prefix: number): number => 2 ** (32 - prefix);

/** 0 to 255, written the one way that has no leading zero. */
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const dotted = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** The address as an unsigned 32-bit number, or null when the text is not one IPv4 address in canonical dotted form. */
export function parseAddress(text: string): number | null {
  if (!dotted.test(text)) return null;
  return text.split('.').reduce((value, part) => value * 256 + Number(part), 0);
}

/** Dotted form of an unsigned 32-bit address. */
export const formatAddress = (address: number): string =>
  `${(address >>> 24) & 255}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;

export const formatCidr = ({ base, prefix }: Cidr): string => `${formatAddress(base)}/${prefix}`;

/** Reads "a.b.c.d/n". Host bits that are set are an error that names the block they are in. */
export function parseCidr(text: string): CidrReading {
  const slash = text.indexOf('/');
  const base = slash < 0 ? null : parseAddress(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (base === null || !/^(?:\d|[12]\d|3[0-2])$/.test(length)) return { ok: false, problem: 'not-cidr' };
  const prefix = Number(length);
  const first = base - (base % sizeOf(prefix));
  if (first !== base) return { ok: false, problem: 'host-bits', nearest: formatCidr({ base: first, prefix }) };
  return { ok: true, cidr: { base, prefix } };
}

/** The block, or null: for places where the text has been validated before, or where a bad one is simply no match. */
export function cidrOrNull(text: string): Cidr | null {
  const reading = parseCidr(text);
  return reading.ok ? reading.cidr : null;
}

/** True when every address of `inner` is in `outer`. */
export const contains = (outer: Cidr, inner: Cidr): boolean =>
  inner.prefix >= outer.prefix && inner.base >= outer.base && inner.base < outer.base + sizeOf(outer.prefix);

/** The ranges of RFC 1918. A VPC's block must lie in one of them (see docs/simulator-differences.md). */
export const privateRanges: readonly Cidr[] = [
  { base: 0x0a000000, prefix: 8 },
  { base: 0xac100000, prefix: 12 },
  { base: 0xc0a80000, prefix: 16 },
];

export const isPrivate = (cidr: Cidr): boolean => privateRanges.some((range) => contains(range, cidr));
