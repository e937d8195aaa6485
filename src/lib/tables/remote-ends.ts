/** Remote ends: addresses, blocks, groups and templates, each by its exact text, id or name. Pure. */
import { parseAddress, parseCidr } from '../../../catalogue/address.ts';
import { canonicalIpv6, isBlockOfIpv6 } from '../../../catalogue/address6.ts';
import { looksLikeId } from '../../../catalogue/ids.ts';
import { type FieldValues, isTemplate, partsOf, type TableNames, type TableRemoteEnd, type ValueFault } from './values.ts';
import { everyoneOf, plain } from './words.ts';

/** What the row says of the family of its addresses. */
export type IpVersion = 4 | 6 | undefined;

/** One address, block, group or template; "any" needs the family where the table speaks of both. */
function remoteEndOf(
  text: string,
  names: TableNames,
  family: IpVersion,
  mixed: boolean,
): { readonly value: TableRemoteEnd } | { readonly fault: ValueFault } {
  const typed = plain(text);
  if (typed === '') return { fault: 'remote-empty' };
  const group = names.groups.get(typed) ?? names.groups.get(text.trim());
  const template = names.addressTemplates.get(typed) ?? names.addressTemplates.get(text.trim());
  const address = addressOf(typed, family, mixed);
  if (address !== null) return group === undefined && template === undefined ? address : { fault: 'remote-ambiguous' };
  if (group !== undefined && template !== undefined) return { fault: 'remote-ambiguous' };
  if (group !== undefined) return { value: { kind: 'group', id: group } };
  if (template !== undefined) return { value: { kind: 'template', id: template } };
  if (looksLikeId('security-group', typed, false)) return { value: { kind: 'group', id: typed } };
  if (isTemplate(typed, 'ipm', 'ipmg')) return { value: { kind: 'template', id: typed } };
  return { fault: /^[\d.]+\s*-\s*[\d.]+$/.test(typed) ? 'remote-range' : 'remote-unknown' };
}

/** Null for a text that is no address at all. */
function addressOf(
  typed: string,
  family: IpVersion,
  mixed: boolean,
): { readonly value: TableRemoteEnd } | { readonly fault: ValueFault } | null {
  const everyone = everyoneOf(typed);
  if (everyone === 'any') {
    if (family === undefined && mixed) return { fault: 'remote-any-family' };
    return { value: { kind: 'address', cidr: family === 6 ? '::/0' : '0.0.0.0/0' } };
  }
  const text = everyone ?? dotted(typed);
  const six = text.includes('%') ? null : canonicalIpv6(text);
  if (six !== null) {
    if (family === 4) return { fault: 'remote-family' };
    if (six === '::') return { fault: 'remote-unspecified' };
    return isBlockOfIpv6(text) ? { value: { kind: 'address', cidr: six } } : { fault: 'remote-host-bits' };
  }
  // Alone it means everyone to many tables, and one address that nobody has to this cloud.
  if (text === '0.0.0.0') return { fault: 'remote-unspecified' };
  const reading = parseAddress(text) !== null ? ({ ok: true } as const) : parseCidr(text);
  if (!reading.ok && reading.problem === 'host-bits') return { fault: 'remote-host-bits' };
  if (!reading.ok) return null;
  // The cloud takes every /n of 0.0.0.0 for everyone: 0.0.0.0/8 would open the whole internet.
  if (/^0\.0\.0\.0\/(?!0$)/.test(text)) return { fault: 'remote-host-bits' };
  return family === 6 ? { fault: 'remote-family' } : { value: { kind: 'address', cidr: text } };
}

/** "10.0.0.0/255.255.255.0" with its mask as a length; anything else as it is. */
function dotted(text: string): string {
  const [, address = '', mask = ''] = /^([\d.]+)\/(\d+\.[\d.]+)$/.exec(text) ?? [];
  return mask === '' ? text : (withMask(address, mask) ?? text);
}

/** An address with its netmask of another cell: "255.255.255.0", "24", "/24". Null when the mask says none or several things. */
export function withMask(address: string, mask: string): string | null {
  const [typed, length] = [plain(address), plain(mask).replace(/^\//, '')];
  if (length === '') return typed;
  if (typed.includes('/') || parseAddress(typed) === null) return null;
  if (/^\d{1,2}$/.test(length)) return Number(length) <= 32 ? `${typed}/${length}` : null;
  const value = parseAddress(length);
  // A mask of 0.0.0.0 is one address to those who write wildcards, and everyone to the others.
  if (value === null || (value === 0 && typed !== '0.0.0.0')) return null;
  const ones = value.toString(2).padStart(32, '0');
  return /^1*0*$/.test(ones) ? `${typed}/${ones.replaceAll('0', '').length}` : null;
}

/** Several remote ends of one cell. A whole cell that is a name counts as one, blanks and all. */
export function remoteEndsOf(text: string, names: TableNames, family: IpVersion, mixed: boolean): FieldValues<TableRemoteEnd> {
  const whole = remoteEndOf(text, names, family, mixed);
  if ('value' in whole) return { values: [whole.value] };
  const parts = partsOf(text);
  if (whole.fault !== 'remote-unknown' || parts.length < 2) return whole;
  // "10.0.0.0 255.255.255.0" is a block with its mask, or with its wildcard, and never two addresses.
  if (parts.some((part) => /^(?:0|255)\.\d+\.\d+\.\d+$/.test(part))) return { fault: 'mask-wrong' };
  const found: TableRemoteEnd[] = [];
  for (const part of parts) {
    const one = remoteEndOf(part, names, family, mixed);
    if ('fault' in one) return one;
    found.push(one.value);
  }
  return { values: found };
}
