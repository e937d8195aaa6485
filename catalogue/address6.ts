/** From text to IPv6 addresses and blocks, and back, as strict as IPv4's (address.ts). An address is a bigint. */
import { parseAddress } from './address.ts';

/** The last address of IPv6. */
export const lastAddress6 = 2n ** 128n - 1n;

const groupsIn = (half: string): string[] => (half === '' ? [] : half.split(':'));

/** The address, or null when the text is not one IPv6 address. Zones are not addresses; the last two groups may be dotted. */
export function parseAddress6(text: string): bigint | null {
  const [, dotted] = /:([\d.]*\.[\d.]*)$/.exec(text) ?? [];
  const embedded = dotted === undefined ? 0 : parseAddress(dotted);
  if (embedded === null) return null;
  const plain =
    dotted === undefined
      ? text
      : `${text.slice(0, -dotted.length)}${Math.floor(embedded / 65_536).toString(16)}:${(embedded % 65_536).toString(16)}`;
  const [head = '', tail, more] = plain.split('::');
  if (more !== undefined) return null;
  const [first, last] = [groupsIn(head), groupsIn(tail ?? '')];
  const zeros = 8 - first.length - last.length;
  // "::" stands for one group at least.
  if (tail === undefined ? zeros !== 0 : zeros < 1) return null;
  const groups = [...first, ...Array<string>(zeros).fill('0'), ...last];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null;
  return BigInt(`0x${groups.map((group) => group.padStart(4, '0')).join('')}`);
}

interface ParsedBlock6 {
  /** As written: with its host bits. */
  readonly address: bigint;
  readonly from: bigint;
  readonly to: bigint;
  readonly prefix: number;
}

/** An address (as a block of one) or a block, or null for any other text. */
function parseBlock6(text: string): ParsedBlock6 | null {
  const slash = text.indexOf('/');
  const length = slash < 0 ? '128' : text.slice(slash + 1);
  const address = parseAddress6(slash < 0 ? text : text.slice(0, slash));
  if (address === null || !/^(?:\d|[1-9]\d|1[01]\d|12[0-8])$/.test(length)) return null;
  const prefix = Number(length);
  const host = lastAddress6 >> BigInt(prefix);
  return { address, prefix, from: address - (address & host), to: address | host };
}

/** First and last address of an IPv6 address or block, or null for any other text. Host bits are masked; zones are not addresses. */
export function rangeOfIpv6(text: string): { readonly from: bigint; readonly to: bigint } | null {
  const block = parseBlock6(text);
  return block && { from: block.from, to: block.to };
}

/** The prefix length of an IPv6 address (128) or block, or null for any other text. "::/0" and "0::0/0" are both 0. */
export const prefixOfIpv6 = (text: string): number | null => parseBlock6(text)?.prefix ?? null;

/** The block as everybody writes it: lower case, shortest form, host bits at zero; a single address without a length. Null for other text. */
export function canonicalIpv6(text: string): string | null {
  const block = parseBlock6(text);
  if (block === null) return null;
  const base = formatAddress6(block.from);
  return block.prefix === 128 ? base : `${base}/${block.prefix}`;
}

/** True for an IPv6 address, and for a block without host bits. */
export function isBlockOfIpv6(text: string): boolean {
  const block = parseBlock6(text);
  return block !== null && block.address === block.from;
}

/** The shortest spelling (RFC 5952): the first of the longest runs of zero groups is "::", a group alone is not. */
export function formatAddress6(address: bigint): string {
  const digits = address.toString(16).padStart(32, '0');
  const groups = Array.from({ length: 8 }, (_, at) => digits.slice(at * 4, at * 4 + 4).replace(/^0{1,3}/, ''));
  let [start, length] = [-1, 1];
  for (let at = 0; at < 8; at += 1) {
    let end = at;
    while (groups[end] === '0') end += 1;
    if (end - at > length) [start, length] = [at, end - at];
  }
  if (start < 0) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}
