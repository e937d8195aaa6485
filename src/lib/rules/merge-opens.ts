/** What a merged list lets through although the base and both sides drop it: nobody wanted that, so it is told. */
import {
  differenceSlices,
  finish,
  intersect,
  isEmpty,
  type Packet,
  type PacketSet,
  type References,
  witness,
} from '../../../network/index.ts';
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

function opens(before: readonly Rule[], after: readonly Rule[], references: References): PacketSet {
  const [old, now] = [before, after].map((rules) => rules.map((rule) => packetsFor(rule, references)));
  return finish(differenceSlices(old ?? [], now ?? [])).sure.flatMap(({ effect, region }) => (effect === 'opens' ? region : []));
}

/** By direction; empty where what is open was open on one side at least. */
export function openedByMerge(
  lists: { readonly base: RuleSet; readonly mine: RuleSet; readonly theirs: RuleSet },
  merged: RuleSet,
  references: References,
): readonly Opened[] {
  return directions.flatMap((direction): Opened[] => {
    const [base, mine, theirs] = [lists.base, lists.mine, lists.theirs].map((set) => opens(set[direction], merged[direction], references));
    const region = intersect(intersect(base ?? [], mine ?? []), theirs ?? []);
    const packet = isEmpty(region) ? undefined : witness(region);
    if (!packet) return [];
    return [{ direction, parts: region.slice(0, named).map(boxText), more: Math.max(0, region.length - named), witness: packet }];
  });
}
