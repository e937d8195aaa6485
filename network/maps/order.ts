/** Orders that no locale changes. */
import { compareIps, type IpBlock, parseIpBlock } from '../addresses/ip.ts';

/** By text, the same in every locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Blocks by address, IPv4 first; what is no block comes last, by its text. */
export function byBlock(a: string, b: string): number {
  const [left, right]: (IpBlock | null)[] = [parseIpBlock(a), parseIpBlock(b)];
  if (!left || !right) return Number(left === null) - Number(right === null) || byText(a, b);
  const families = Number(typeof left.from === 'bigint') - Number(typeof right.from === 'bigint');
  return families || compareIps(left.from, right.from) || left.prefix - right.prefix;
}

/** By number where there is one at the end: guangzhou-10 comes after guangzhou-9. '' is last. */
export function byZone(a: string, b: string): number {
  const [left, right] = [/\d+$/.exec(a), /\d+$/.exec(b)];
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const stems = byText(a.slice(0, left?.index ?? a.length), b.slice(0, right?.index ?? b.length));
  return stems || Number(left?.[0] ?? 0) - Number(right?.[0] ?? 0) || byText(a, b);
}
