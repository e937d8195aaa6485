/**
 * Rules that never decide, rules that change nothing, and rules that contradict earlier ones.
 *
 * Exact: a rule is held against the union of all earlier rules, not against each of them alone. What rules that cannot be
 * read might do is never taken for granted: a rule is named only where that makes no difference. The choice of blockers to
 * name follows Batfish's filterLineReachability: greedy by overlap, and the largest with another action.
 */
import type { Packet } from '../packets/packet-set.ts';
import { actionOf, type Cells, cellsOf, Deciders, mayAnswer, noPackets } from './cells.ts';
import { CoverBudget, coversOf } from './covers.ts';
import { type Action, type PlainRule, type ReadRule, readRules } from './rule.ts';
import { finish, Pace, type Slices } from './slices.ts';

export interface ShadowedRule {
  /** The rule that can never decide: earlier rules take all its packets. */
  readonly rule: number;
  /** Earlier rules, ascending, that together take them all; with one of another action that takes most, where there is one. */
  readonly by: number[];
  /** True when some of its packets get another action than the rule would give; null when that cannot be told. */
  readonly changesAction: boolean | null;
}

interface RedundantRule {
  /** A rule that decides packets, but none differently from what would decide them without it. */
  readonly rule: number;
  /** The later rules that would decide them, ascending; null among them stands for "no match, DROP", and is last. */
  readonly by: (number | null)[];
}

interface Contradiction {
  readonly rule: number;
  /** The earlier rules with another action that take packets which this rule matches too, ascending, each with one such packet. */
  readonly against: { readonly rule: number; readonly sample: Packet }[];
}

interface Findings {
  readonly shadowed: ShadowedRule[];
  readonly changesNothing: RedundantRule[];
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

function* shadowedOf(walk: Walk, takers: readonly number[][], against: readonly number[][], pace: Pace): Slices<ShadowedRule[]> {
  const { rules } = walk;
  const budget = new CoverBudget();
  const shadowedRules: ShadowedRule[] = [];
  for (const [rule, { action }] of rules.entries()) {
    const by = takers[rule] ?? [];
    if (walk.reached[rule] === 1 || by.length === 0) continue;
    const opponents = action === null ? [] : by.filter((at) => rules[at]?.action !== action);
    const sure = (against[rule] ?? []).length > 0;
    const cover = yield* coversOf(walk.cells, rule, { by, opponents: sure ? opponents : [] }, pace, budget);
    const maybe = opponents.length > 0 || action === null || walk.maybeOther[rule] === 1;
    shadowedRules.push({ rule, by: cover, changesAction: sure ? true : maybe ? null : false });
  }
  return shadowedRules;
}

function* contradictionsOf(walk: Walk, against: readonly number[][], pace: Pace): Slices<Contradiction[]> {
  const contradicts: Contradiction[] = [];
  for (const [rule, others] of against.entries()) {
    const proven = others.flatMap((first) => {
      const cell = walk.shown.get(first * walk.rules.length + rule);
      return cell ? [{ rule: first, sample: walk.cells.packetIn(...cell) }] : [];
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
  const shadowedRules = yield* shadowedOf(walk, takers, against, pace);
  const changesNothing = rules.flatMap((_, rule): RedundantRule[] => {
    if (walk.reached[rule] === 0 || walk.missed[rule] === 1) return [];
    const by = [...(walk.instead[rule] ?? [])];
    return [{ rule, by: by.sort((a, b) => (a ?? rules.length) - (b ?? rules.length)) }];
  });
  return { shadowed: shadowedRules, changesNothing, contradicts: yield* contradictionsOf(walk, against, pace) };
}

/** The rules that can never decide, ascending. */
export const shadowedIn = (rules: readonly ReadRule[]): ShadowedRule[] => finish(findingsIn(rules)).shadowed;
/** @throws RangeError on a rule that cannot be read. */
export const shadowedRules = (rules: readonly PlainRule[]): ShadowedRule[] => shadowedIn(readRules(rules));

/**
 * The rules that are reached and yet could be removed without any packet changing its answer, each taken alone: of two
 * that stand in for each other, removing both may change something. Rules that are never reached are in `shadowedRules`.
 */
export const changesNothingIn = (rules: readonly ReadRule[]): RedundantRule[] => finish(findingsIn(rules)).changesNothing;
/** @throws RangeError on a rule that cannot be read. */
export const changesNothing = (rules: readonly PlainRule[]): RedundantRule[] => changesNothingIn(readRules(rules));

/**
 * The rules of which some packets are decided by an earlier rule with another action. Common and often meant (an exception
 * above a general rule); worth a word beside the row, not a warning.
 */
export const contradictsIn = (rules: readonly ReadRule[]): Contradiction[] => finish(findingsIn(rules)).contradicts;
/** @throws RangeError on a rule that cannot be read. */
export const contradicts = (rules: readonly PlainRule[]): Contradiction[] => contradictsIn(readRules(rules));

// One walk over all cells of a list: who takes which packets from whom, and who would be missed.

/** A square of bits: row r, column c. */
class Bits {
  readonly words: number;
  readonly rows: Uint32Array;

  constructor(size: number) {
    this.words = Math.max(1, Math.ceil(size / 32));
    this.rows = new Uint32Array(size * this.words);
  }

  set(row: number, column: number): void {
    const at = row * this.words + (column >>> 5);
    this.rows[at] = (this.rows[at] ?? 0) | (1 << (column & 31));
  }

  /** The columns that are set in a row, ascending. */
  *columnsOf(row: number): Generator<number, void> {
    for (let word = 0; word < this.words; word += 1) {
      for (let left = this.rows[row * this.words + word] ?? 0; left !== 0; left &= left - 1)
        yield word * 32 + 31 - Math.clz32(left & -left);
    }
  }
}

/** What one walk over all cells gathers. */
class Walk {
  readonly cells: Cells;
  readonly deciders: Deciders;
  readonly rules: readonly ReadRule[];
  /** Rules that decide some packet, or may. */
  readonly reached: Uint8Array;
  /** Row: a rule that surely comes first; column: a later rule that may match the same packets. */
  readonly takenBy: Bits;
  /** The same where both surely match and nothing above the first may. */
  readonly surelyTakenBy: Bits;
  /** By decider and rule of another action, a cell that shows it. */
  readonly shown = new Map<number, readonly [number, number]>();
  /** Rules of which some packets may be answered otherwise by what comes first. */
  readonly maybeOther: Uint8Array;
  /** Rules that may be missed when they go, and who would answer in the place of the others. */
  readonly missed: Uint8Array;
  readonly instead: Set<number | null>[];

  constructor(cells: Cells, rules: readonly ReadRule[]) {
    const [list] = cells.lists;
    if (!list) throw new Error('there is no list');
    this.cells = cells;
    this.rules = rules;
    this.deciders = new Deciders(cells, list);
    this.reached = new Uint8Array(rules.length);
    this.takenBy = new Bits(rules.length);
    this.surelyTakenBy = list.possible === list.sure ? this.takenBy : new Bits(rules.length);
    this.maybeOther = new Uint8Array(rules.length);
    this.missed = new Uint8Array(rules.length);
    this.instead = rules.map(() => new Set());
  }

  /** A cell that one rule surely decides: the usual case. */
  sure(address: number, service: number, first: number): void {
    this.reached[first] = 1;
    if (this.missed[first] === 0) this.without(address, service, first);
    this.note(address, service, first, true);
    if (this.takenBy !== this.surelyTakenBy) this.note(address, service, first, false);
  }

  /** Adds the later rules of the cell, which surely match or only may, to those that `first` takes packets from. */
  note(address: number, service: number, first: number, surely: boolean): void {
    const { addresses, services } = this.cells;
    const taken = surely ? this.surelyTakenBy : this.takenBy;
    const half = surely ? this.deciders.list.sure : this.deciders.list.possible;
    const [a, b] = [address * addresses.words + half, service * services.words + half];
    const start = first >>> 5;
    const mask = (first & 31) === 31 ? 0 : -1 << ((first & 31) + 1);
    for (const word of this.deciders.words) {
      if (word < start) continue;
      const both = (addresses.rows[a + word] ?? 0) & (services.rows[b + word] ?? 0) & (word === start ? mask : -1);
      const at = first * taken.words + word;
      const known = taken.rows[at] ?? 0;
      const fresh = both & ~known;
      if (fresh === 0) continue;
      taken.rows[at] = known | both;
      if (surely) this.show(address, service, first, word, fresh);
    }
  }

  show(address: number, service: number, first: number, word: number, fresh: number): void {
    const action = this.rules[first]?.action;
    for (let left = fresh; left !== 0; left &= left - 1) {
      const rule = word * 32 + 31 - Math.clz32(left & -left);
      if (this.rules[rule]?.action !== action) this.shown.set(first * this.rules.length + rule, [address, service]);
    }
  }

  /** Whether the cell's packets would be answered alike if the rule went. */
  without(address: number, service: number, rule: number): void {
    const own = this.rules[rule]?.action ?? null;
    for (const other of mayAnswer(this.deciders, address, service, rule + 1)) {
      if (own === null || actionOf(this.deciders.list, other) !== own) {
        this.missed[rule] = 1;
        return;
      }
      this.instead[rule]?.add(other);
    }
  }

  /** A cell that a rule may decide which may just as well not match. */
  doubtful(address: number, service: number, first: number): void {
    const { list } = this.deciders;
    const actions = new Set<Action | null>();
    for (const rule of mayAnswer(this.deciders, address, service)) {
      actions.add(actionOf(list, rule));
      if (rule === null) break;
      this.reached[rule] = 1;
      if (this.missed[rule] === 0) this.without(address, service, rule);
    }
    const last = first < 0 ? this.rules.length - 1 : first;
    if (first >= 0) this.note(address, service, first, false);
    const count = this.rules.length;
    for (let rule = this.deciders.next(address, service, last + 1); rule < count; rule = this.deciders.next(address, service, rule + 1)) {
      const own = actionOf(list, rule);
      if (own === null || actions.size > 1 || !actions.has(own)) this.maybeOther[rule] = 1;
    }
  }
}

/** Walks every cell of a list once. */
function* walked(rules: readonly ReadRule[], pace: Pace): Slices<Walk> {
  const cells = yield* cellsOf([rules], undefined, pace);
  const walk = new Walk(cells, rules);
  const services = Int32Array.from({ length: cells.services.count }, (_, at) => at);
  const { deciders } = walk;
  for (let address = 0; address < cells.addresses.count; address += 1) {
    if (pace.spent(deciders.decide(address, services))) yield;
    for (const service of services) {
      const first = deciders.first[service] ?? noPackets;
      if (deciders.doubtful[service] === 1) {
        walk.doubtful(address, service, first);
        if (pace.spent(200)) yield;
      } else if (first >= 0) walk.sure(address, service, first);
    }
    if (pace.spent(services.length * (2 + 2 * deciders.words.length))) yield;
  }
  return walk;
}
