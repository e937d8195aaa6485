/** Which packets change their answer between two sets of rules, as few sentences as possible. */

import { formatAddress, parseAddress } from '../../catalogue/address.ts';
import { rangeText } from '../addresses/ranges.ts';
import type { Box, Packet } from '../packets/packet-set.ts';
import { protocolsOf } from '../packets/services.ts';
import { type Difference, differenceSlices, type UnknownPackets } from '../rules/difference.ts';
import type { References } from '../rules/policies.ts';
import type { Direction } from '../rules/rule.ts';
import type { Slices } from '../rules/slices.ts';
import { packetsFor } from './consequences.ts';
import { directions, type RuleSet } from './rule-set.ts';

interface Effect {
  readonly direction: Direction;
  readonly effect: 'opens' | 'closes';
  readonly sample: Packet;
  /** Rules that decide, before and after; null: none matched. */
  readonly before: number | null;
  readonly after: number | null;
  /** "TCP 22 · 10.0.0.0–10.0.0.255", a few of them. */
  readonly parts: readonly string[];
  /** How many more parts there are. */
  readonly more: number;
}

/** Packets of which nobody can tell whether their answer changes. */
interface Doubt {
  readonly direction: Direction;
  readonly sample: Packet;
  /** The rules that are not known, before and after. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly parts: readonly string[];
  readonly more: number;
}

export interface Effects {
  readonly list: readonly Effect[];
  readonly doubts: readonly Doubt[];
  /** What the rules of doubts name, or hold, that nobody here knows. */
  readonly unresolved: readonly string[];
}

const shownParts = 3;

export function boxText(box: Box): string {
  const { protocols, low, high } = box;
  const names = protocolsOf(protocols);
  const ports = low === 0 && high === 65535 ? '' : low === high ? ` ${low}` : ` ${low}–${high}`;
  const service = names.length === 4 ? '*' : `${names.join('/')}${ports}`;
  return `${service} · ${rangeText(box)}`;
}

/** Addresses that a reader knows for what they are: one of them makes a better example than the first of a region. */
const examples = ['203.0.113.7', '10.0.0.1', '192.168.0.1', '172.16.0.1'].map((text) => parseAddress(text) ?? 0);

function exampleIn(region: readonly Box[], first: Packet): Packet {
  const box = region[0];
  const address = box?.family === 'IPv4' ? examples.find((one) => box.from <= one && one <= box.to) : undefined;
  return address === undefined ? first : { ...first, address: formatAddress(address) };
}

const summaryOf = ({ sample, region }: Difference | UnknownPackets) => ({
  sample: exampleIn(region, sample),
  parts: region.slice(0, shownParts).map(boxText),
  more: Math.max(0, region.length - shownParts),
});

/** In slices. */
export function* effects(before: RuleSet, after: RuleSet, references: References): Slices<Effects> {
  const list: Effect[] = [];
  const doubts: Doubt[] = [];
  const unresolved = new Set<string>();
  for (const direction of directions) {
    const old = before[direction].map((rule) => packetsFor(rule, references));
    const packets = after[direction].map((rule) => packetsFor(rule, references));
    const { sure, unknown } = yield* differenceSlices(old, packets);
    for (const one of sure) {
      list.push({ direction, effect: one.effect, before: one.a.rule, after: one.b.rule, ...summaryOf(one) });
      yield;
    }
    if (unknown === null) continue;
    doubts.push({ direction, before: unknown.a, after: unknown.b, ...summaryOf(unknown) });
    const rules = [...unknown.a.map((at) => old[at]), ...unknown.b.map((at) => packets[at])];
    for (const rule of rules) for (const missing of rule?.missing ?? []) unresolved.add(missing);
  }
  return { list, doubts, unresolved: [...unresolved] };
}
