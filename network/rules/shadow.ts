/**
 * Rules that never decide, rules that change nothing, and rules that contradict earlier ones.
 *
 * Exact: a rule is held against the union of all earlier rules, not against each of them alone. What rules that cannot be
 * read might do is never taken for granted: a rule is named only where that makes no difference. The choice of blockers to
 * name follows Batfish's filterLineReachability: greedy by overlap, and the largest with another action.
 */

import type { Packet } from '../packets/packet-set.ts';
import { CoverBudget, coversOf } from './covers.ts';
import { type ReadRule, type Rule, readRules } from './rule.ts';
import { type Bits, type Walk, walked } from './shadow-walk.ts';
import { finish, Pace, type Slices } from './slices.ts';

export interface Shadowed {
  /** The rule that can never decide: earlier rules take all its packets. */
  readonly rule: number;
  /** Earlier rules, ascending, that together take them all; with one of another action that takes most, where there is one. */
  readonly by: number[];
  /** True when some of its packets get another action than the rule would give; null when that cannot be told. */
  readonly changesAction: boolean | null;
}

export interface ChangesNothing {
  /** A rule that decides packets, but none differently from what would decide them without it. */
  readonly rule: number;
  /** The later rules that would decide them, ascending; null among them stands for "no match, DROP", and is last. */
  readonly by: (number | null)[];
}

export interface Contradiction {
  readonly rule: number;
  /** The earlier rules with another action that take packets which this rule matches too, ascending, each with one such packet. */
  readonly against: { readonly rule: number; readonly witness: Packet }[];
}

export interface Findings {
  readonly shadowed: Shadowed[];
  readonly changesNothing: ChangesNothing[];
  readonly contradicts: Contradiction[];
}

/** For each rule, the earlier ones that decide packets of it, ascending. */
function* takersOf(taken: Bits, count: number, pace: Pace): Slices<number[][]> {
  const takers: number[][] = Array.from({ length: count }, () => []);
  for (let first = 0; first < count; first += 1) {
    for (const rule of taken.columnsOf(first)) takers[rule]?.push(first);
    if (pace.spent(count * 4)) yield;
  }
  return takers;
}

function* shadowedOf(walk: Walk, takers: readonly number[][], against: readonly number[][], pace: Pace): Slices<Shadowed[]> {
  const { rules } = walk;
  const budget = new CoverBudget();
  const shadowed: Shadowed[] = [];
  for (const [rule, { action }] of rules.entries()) {
    const by = takers[rule] ?? [];
    if (walk.reached[rule] === 1 || by.length === 0) continue;
    const opponents = action === null ? [] : by.filter((at) => rules[at]?.action !== action);
    const sure = (against[rule] ?? []).length > 0;
    const cover = yield* coversOf(walk.cells, rule, by, sure ? opponents : [], pace, budget);
    const maybe = opponents.length > 0 || action === null || walk.maybeOther[rule] === 1;
    shadowed.push({ rule, by: cover, changesAction: sure ? true : maybe ? null : false });
  }
  return shadowed;
}

function* contradictionsOf(walk: Walk, against: readonly number[][], pace: Pace): Slices<Contradiction[]> {
  const contradicts: Contradiction[] = [];
  for (const [rule, others] of against.entries()) {
    const proven = others.flatMap((first) => {
      const cell = walk.shown.get(first * walk.rules.length + rule);
      return cell ? [{ rule: first, witness: walk.cells.packetIn(...cell) }] : [];
    });
    if (proven.length > 0) contradicts.push({ rule, against: proven });
    if (pace.spent(others.length * 200)) yield;
  }
  return contradicts;
}

/** Everything that this file tells of a list, in slices. */
export function* findingsIn(rules: readonly ReadRule[]): Slices<Findings> {
  const pace = new Pace();
  const walk = yield* walked(rules, pace);
  const takers = yield* takersOf(walk.takenBy, rules.length, pace);
  const surely = yield* takersOf(walk.surelyTakenBy, rules.length, pace);
  const against = surely.map((others, rule) => {
    const action = rules[rule]?.action ?? null;
    return action === null ? [] : others.filter((at) => rules[at]?.action !== action);
  });
  const shadowed = yield* shadowedOf(walk, takers, against, pace);
  const changesNothing = rules.flatMap((_, rule): ChangesNothing[] => {
    if (walk.reached[rule] === 0 || walk.missed[rule] === 1) return [];
    const by = [...(walk.instead[rule] ?? [])];
    return [{ rule, by: by.sort((a, b) => (a ?? rules.length) - (b ?? rules.length)) }];
  });
  return { shadowed, changesNothing, contradicts: yield* contradictionsOf(walk, against, pace) };
}

/** The rules that can never decide, ascending. */
export const shadowedIn = (rules: readonly ReadRule[]): Shadowed[] => finish(findingsIn(rules)).shadowed;
/** @throws RangeError on a rule that cannot be read. */
export const shadowed = (rules: readonly Rule[]): Shadowed[] => shadowedIn(readRules(rules));

/**
 * The rules that are reached and yet could be removed without any packet changing its answer, each taken alone: of two
 * that stand in for each other, removing both may change something. Rules that are never reached are in `shadowed`.
 */
export const changesNothingIn = (rules: readonly ReadRule[]): ChangesNothing[] => finish(findingsIn(rules)).changesNothing;
/** @throws RangeError on a rule that cannot be read. */
export const changesNothing = (rules: readonly Rule[]): ChangesNothing[] => changesNothingIn(readRules(rules));

/**
 * The rules of which some packets are decided by an earlier rule with another action. Common and often meant (an exception
 * above a general rule); worth a word beside the row, not a warning.
 */
export const contradictsIn = (rules: readonly ReadRule[]): Contradiction[] => finish(findingsIn(rules)).contradicts;
/** @throws RangeError on a rule that cannot be read. */
export const contradicts = (rules: readonly Rule[]): Contradiction[] => contradictsIn(readRules(rules));
