import { intersect, isEmpty, type Packet, type PacketSet, witness } from '../../../network/packets/packet-set.ts';
import { differenceSlices } from '../../../network/rules/difference.ts';
import type { References } from '../../../network/rules/expand.ts';
import { finish, type Slices } from '../../../network/rules/slices.ts';
import { packetsFor } from './consequences.ts';
import { boxText } from './effects.ts';
import { type Direction, directions, type Rule, type RuleSet } from './model.ts';

export interface Opened {
  readonly direction: Direction;
  /** "TCP 22 · 10.0.0.0–10.0.0.255", a few of them, and how many more there are. */
  readonly parts: readonly string[];
  readonly more: number;
  readonly witness: Packet;
}

const named = 3;

function* opens(before: readonly Rule[], after: readonly Rule[], references: References): Slices<PacketSet> {
  const [old, now] = [before, after].map((rules) => rules.map((rule) => packetsFor(rule, references)));
  const { sure } = yield* differenceSlices(old ?? [], now ?? []);
  return sure.flatMap(({ effect, region }) => (effect === 'opens' ? region : []));
}

/** By direction; empty where what is open is open on one side at least. In slices. */
export function* openedSlices(
  { mine, theirs }: { readonly mine: RuleSet; readonly theirs: RuleSet },
  merged: RuleSet,
  references: References,
): Slices<readonly Opened[]> {
  const found: Opened[] = [];
  for (const direction of directions) {
    const overMine = yield* opens(mine[direction], merged[direction], references);
    if (isEmpty(overMine)) continue;
    const region = intersect(overMine, yield* opens(theirs[direction], merged[direction], references));
    const packet = isEmpty(region) ? undefined : witness(region);
    if (!packet) continue;
    found.push({ direction, parts: region.slice(0, named).map(boxText), more: Math.max(0, region.length - named), witness: packet });
  }
  return found;
}

/** All at once. */
export const openedByMerge = (...given: Parameters<typeof openedSlices>): readonly Opened[] => finish(openedSlices(...given));
