/**
 * Rules that never decide, rules that change nothing, and rules that contradict earlier ones.
 *
 * Exact: a rule is held against the union of all earlier rules, not against each of them alone. The choice of blockers to
 * name follows Batfish's filterLineReachability: greedy by overlap, and always the largest with another action.
 */
import {
  type Box,
  eachRemainder,
  intersect,
  isCovered,
  isEmpty,
  meet,
  type PacketSet,
  sizeOfSet,
  subtract,
  witness,
} from './packet-set.ts';
import { type Action, type Packet, type ReadRule, type Rule, readRules } from './rule.ts';

export interface Shadowed {
  /** The rule that can never decide: earlier rules take all its packets. */
  readonly rule: number;
  /** Earlier rules, ascending, that together take them all; with the one of another action that takes most, where there is one. */
  readonly by: number[];
  /** True when some of its packets get another action than the rule would give. */
  readonly changesAction: boolean;
}

/** The earlier rules that share packets with the rule, the ones that share most first; equals in list order. */
function overlapping(rules: readonly ReadRule[], index: number): { rule: number; boxes: PacketSet }[] {
  const own = rules[index]?.packets ?? [];
  return rules
    .slice(0, index)
    .map(({ packets }, rule) => ({ rule, boxes: intersect(packets, own) }))
    .filter(({ boxes }) => boxes.length > 0)
    .map((entry) => ({ ...entry, size: sizeOfSet(entry.boxes) }))
    .sort((a, b) => b.size - a.size || a.rule - b.rule);
}

/**
 * Rules that cover `own` together: the largest overlaps until nothing is left, and `keep` where there is one; then, smallest
 * first, each that the others make needless is dropped, but `keep` stays.
 */
function coverOf(own: PacketSet, candidates: readonly { rule: number; boxes: PacketSet }[], keep: number | null): number[] {
  let rest = own;
  let chosen = candidates.filter((candidate) => {
    const left = subtract(rest, candidate.boxes);
    const takes = left !== rest;
    rest = left;
    return takes || candidate.rule === keep;
  });
  for (const candidate of [...chosen].reverse()) {
    const others = chosen.filter((other) => other !== candidate);
    const blockers = others.flatMap(({ boxes }) => boxes);
    if (candidate.rule !== keep && isCovered(own, blockers)) chosen = others;
  }
  return chosen.map(({ rule }) => rule).sort((a, b) => a - b);
}

/** Of the earlier rules that really decide some of these packets differently, the one that decides most of them. */
function largestOpponent(rules: readonly ReadRule[], index: number, action: Action): number | null {
  let rest = rules[index]?.packets ?? [];
  let best: number | null = null;
  let most = 0;
  for (const [rule, earlier] of rules.slice(0, index).entries()) {
    if (isEmpty(rest)) break;
    const size = earlier.action === action ? 0 : sizeOfSet(intersect(rest, earlier.packets));
    if (size > most) {
      most = size;
      best = rule;
    }
    rest = subtract(rest, earlier.packets);
  }
  return best;
}

/**
 * The rules that can never decide, ascending. A rule whose far end is IPv6 matches no IPv4 packet and is never reported.
 * @throws RangeError on a rule that cannot be read.
 */
export const shadowed = (rules: readonly Rule[]): Shadowed[] => shadowedIn(readRules(rules));

export function shadowedIn(rules: readonly ReadRule[]): Shadowed[] {
  return rules.flatMap(({ action, packets }, rule) => {
    if (action === null || isEmpty(packets)) return [];
    const earlier = overlapping(rules, rule);
    const blockers = earlier.flatMap(({ boxes }) => boxes);
    if (!isCovered(packets, blockers)) return [];
    const opponent = largestOpponent(rules, rule, action);
    return [{ rule, by: coverOf(packets, earlier, opponent), changesAction: opponent !== null }];
  });
}

export interface ChangesNothing {
  /** A rule that decides packets, but none differently from what would decide them without it. */
  readonly rule: number;
  /** The later rules that would decide them, ascending; null among them stands for "no match, DROP", and is last. */
  readonly by: (number | null)[];
}

/** Collects who decides the part without the rule; true as soon as one of them answers differently. */
function answersDiffer(part: Box, rule: number, rules: readonly ReadRule[], answering: Set<number | null>): boolean {
  let rest: PacketSet = [part];
  for (let later = rule + 1; later < rules.length && rest.length > 0; later += 1) {
    const next = rules[later];
    if (!next?.packets.some((hole) => rest.some((box) => meet(box, hole)))) continue;
    if (next.action !== rules[rule]?.action) return true;
    answering.add(later);
    rest = subtract(rest, next.packets);
  }
  if (rest.length === 0) return false;
  answering.add(null);
  return rules[rule]?.action !== 'DROP';
}

/**
 * The rules that are reached and yet could be removed without any packet changing its answer, each taken alone: of two
 * that stand in for each other, removing both may change something. Rules that are never reached are in `shadowed`.
 * @throws RangeError on a rule that cannot be read.
 */
export const changesNothing = (rules: readonly Rule[]): ChangesNothing[] => changesNothingIn(readRules(rules));

export function changesNothingIn(rules: readonly ReadRule[]): ChangesNothing[] {
  return rules.flatMap(({ packets }, rule): ChangesNothing[] => {
    const earlier = rules.slice(0, rule).flatMap((one) => one.packets.filter((hole) => packets.some((box) => meet(box, hole))));
    const answering = new Set<number | null>();
    let reached = false;
    const differs = packets.some((box) =>
      eachRemainder(box, earlier, (part) => {
        reached = true;
        return answersDiffer(part, rule, rules, answering);
      }),
    );
    if (differs || !reached) return [];
    return [{ rule, by: [...answering].sort((a, b) => (a ?? rules.length) - (b ?? rules.length)) }];
  });
}

export interface Contradiction {
  readonly rule: number;
  /** The earlier rules with another action that take packets which this rule matches too, ascending, each with one such packet. */
  readonly against: { readonly rule: number; readonly witness: Packet }[];
}

/**
 * The rules of which some packets are decided by an earlier rule with another action. Common and often meant (an exception
 * above a general rule); worth a word beside the row, not a warning.
 * @throws RangeError on a rule that cannot be read.
 */
export const contradicts = (rules: readonly Rule[]): Contradiction[] => contradictsIn(readRules(rules));

export function contradictsIn(rules: readonly ReadRule[]): Contradiction[] {
  return rules.flatMap(({ action, packets }, rule) => {
    const against: Contradiction['against'][number][] = [];
    let rest = packets;
    for (let index = 0; index < rule && rest.length > 0; index += 1) {
      const earlier = rules[index];
      if (!earlier) continue;
      const packet = earlier.action === action ? null : sharedPacket(rest, earlier.packets);
      if (packet) against.push({ rule: index, witness: packet });
      rest = subtract(rest, earlier.packets);
    }
    return against.length > 0 ? [{ rule, against }] : [];
  });
}

/** Some packet that both sets hold, or null. */
function sharedPacket(a: PacketSet, b: PacketSet): Packet | null {
  for (const left of a) {
    const right = b.find((box) => meet(left, box));
    if (right) return witness(intersect([left], [right]));
  }
  return null;
}
