/** Which packets change their answer between two sets of rules, as few sentences as possible. */

import { formatAddress, parseAddress } from '../../../catalogue/address.ts';
import { type Box, difference, expand, type Packet, protocolsOf, type References } from '../../../network/index.ts';
import { type Direction, directions, type RuleSet } from './model.ts';
import { policyOf } from './policy.ts';

export interface Effect {
  readonly direction: Direction;
  readonly effect: 'opens' | 'closes';
  readonly witness: Packet;
  /** Rules that decide, before and after; null: none matched. */
  readonly before: number | null;
  readonly after: number | null;
  /** "TCP 22 · 10.0.0.0–10.0.0.255", a few of them. */
  readonly parts: readonly string[];
  /** How many more parts there are. */
  readonly more: number;
}

export interface Effects {
  readonly list: readonly Effect[];
  /** What rules name and nobody here knows: packets that depend on it are not among the effects. */
  readonly unresolved: readonly string[];
}

const named = 3;

export function boxText({ protocols, from, to, low, high }: Box): string {
  const names = protocolsOf(protocols);
  const ports = low === 0 && high === 65535 ? '' : low === high ? ` ${low}` : ` ${low}–${high}`;
  const service = names.length === 4 ? '*' : `${names.join('/')}${ports}`;
  const far =
    from === 0 && to === 0xffffffff ? '0.0.0.0/0' : from === to ? formatAddress(from) : `${formatAddress(from)}–${formatAddress(to)}`;
  return `${service} · ${far}`;
}

/** Addresses that a reader knows for what they are: one of them makes a better example than the first of a region. */
const examples = ['203.0.113.7', '10.0.0.1', '192.168.0.1', '172.16.0.1'].map((text) => parseAddress(text) ?? 0);

function exampleIn(region: readonly Box[], first: Packet): Packet {
  const box = region[0];
  const address = box && examples.find((one) => box.from <= one && one <= box.to);
  return address === undefined ? first : { ...first, address: formatAddress(address) };
}

export function effectsOf(before: RuleSet, after: RuleSet, references: References): Effects {
  const unresolved = new Set<string>();
  const list = directions.flatMap((direction): Effect[] => {
    const [old, wanted] = [before, after].map((set) => expand(set[direction].map(policyOf), references));
    if (!old || !wanted) return [];
    for (const { reference } of [...old.unresolved, ...wanted.unresolved]) unresolved.add(reference);
    const policy = (expansion: typeof old, rule: number | null): number | null =>
      rule === null ? null : (expansion.rules[rule]?.policy ?? null);
    return difference(old.rules, wanted.rules).map(({ effect, witness, region, a, b }) => ({
      direction,
      effect,
      witness: exampleIn(region, witness),
      before: policy(old, a.rule),
      after: policy(wanted, b.rule),
      parts: region.slice(0, named).map(boxText),
      more: Math.max(0, region.length - named),
    }));
  });
  return { list, unresolved: [...unresolved] };
}
