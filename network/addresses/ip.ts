/**
 * Addresses of both families as values: IPv4 as an unsigned 32-bit number, IPv6 as a bigint, so that the type of a value is
 * its family (decision 0045). Values of two families are never compared: what takes two asks for the family first.
 */
import { parseAddress } from '../../catalogue/address.ts';
import { parseAddress6 } from '../../catalogue/address6.ts';
import type { Family } from './ranges.ts';

type IpAddress = number | bigint;

/** The family of an address or a block by its text; of other texts nothing is meant. */
export const familyOfText = (text: string): Family => (text.includes(':') ? 'IPv6' : 'IPv4');

/** The address of a text, or null. */
export const parseIp = (text: string): IpAddress | null => (text.includes(':') ? parseAddress6(text) : parseAddress(text));
