/** What the readers of both API generations share. */
import { parseCidr } from '../../catalogue/address.ts';
import { canonicalIpv6, isBlockOfIpv6 } from '../../catalogue/address6.ts';

/** The account and region that a row was listed in. */
export interface Scope {
  readonly account: string;
  readonly region: string;
}

/** The block without its host bits, which samples of both generations have set (9740, 12045, 10610); other texts as they are. */
export function canonicalBlock(text: string): string {
  if (text.includes(':')) return isBlockOfIpv6(text) ? text : (canonicalIpv6(text) ?? text);
  const reading = parseCidr(text);
  return reading.ok ? text : (reading.nearest ?? text);
}

/** The text, or undefined for what an answer leaves out, empties or zeroes. */
export const textOrNone = (value: string | number | null | undefined): string | undefined =>
  value === undefined || value === null || value === '' || value === 0 || value === '0' ? undefined : String(value);

/**
 * A list within a row. One that is null, left out or no list is not an empty one.
 * @throws RangeError, with the field's name, which makes the row one that cannot be read.
 */
export function listIn<T>(value: readonly T[] | null | undefined, field: string): readonly T[] {
  if (!Array.isArray(value)) throw new RangeError(field);
  return value as readonly T[];
}

/** The newer kind of id where a row has both (8278). */
export const newer = (un: string | null | undefined, old: string | number): string => textOrNone(un) ?? String(old);

/** `{ key: value }`, or nothing when there is no value. */
export const optionalField = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  // A computed key of a type parameter is a plain string to the compiler.
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
