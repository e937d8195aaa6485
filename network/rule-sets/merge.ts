/**
 * Two people changed the same rules: what both wanted, put together. The base is what both began with, theirs is what
 * the cloud has now, mine is the draft. Nothing of theirs is lost without being asked for.
 */

import { intersect, isEmpty, type Packet, type PacketSet, samplePacket } from '../packets/packet-set.ts';
import { differenceSlices } from '../rules/difference.ts';
import type { References } from '../rules/policies.ts';
import type { Direction } from '../rules/rule.ts';
import { finish, type Slices } from '../rules/slices.ts';
import { matchRules } from './align.ts';
import { packetsFor } from './consequences.ts';
import { type Draft, type DraftRow, newRow } from './draft.ts';
import { boxText } from './effects.ts';
import { type MergeEntry, orderOf, orderOfSide } from './merge-order.ts';
import { directions, isKnown, type Rule, type RuleSet, ruleKey, sameRules, type VersionedRuleSet } from './rule-set.ts';

/** Both changed the same rule, differently. A rule that is gone is null. */
export interface Conflict {
  readonly direction: Direction;
  /** Place of the rule in the base. */
  readonly base: number;
  readonly was: Rule;
  readonly mine: Rule | null;
  readonly theirs: Rule | null;
}

/** Rules that cannot stand as both want them to: each side's order of them. */
export interface OrderConflict {
  readonly direction: Direction;
  readonly key: string;
  readonly mine: readonly Rule[];
  readonly theirs: readonly Rule[];
}

export type MergeChoice = 'mine' | 'theirs';
/** By `conflictKey`, or the key of a conflict of orders. */
export type MergeChoices = ReadonlyMap<string, MergeChoice>;

export const conflictKey = ({ direction, base }: Pick<Conflict, 'direction' | 'base'>): string => `${direction} ${base}`;

interface MergeResult {
  /** On top of theirs. Conflicts without a choice are as theirs. */
  readonly draft: Draft;
  readonly conflicts: readonly Conflict[];
  readonly orders: readonly OrderConflict[];
}

const sameRule = (a: Rule | null, b: Rule | null): boolean => (a === null || b === null ? a === b : ruleKey(a) === ruleKey(b));

interface MergedDirection {
  readonly conflicts: readonly Conflict[];
  readonly orders: readonly OrderConflict[];
  readonly rows: readonly DraftRow[];
}

const orderConflictKey = (direction: Direction, cycle: readonly MergeEntry[]): string =>
  `${direction} order ${cycle.map(({ base, mine, theirs }) => (base === null ? `m${mine}t${theirs}` : `b${base}`)).join(' ')}`;

/** Sides that leave nothing to put together. Rows know their place in theirs. */
function oneSidedRows(base: readonly Rule[], rows: readonly DraftRow[], theirs: readonly Rule[]): readonly DraftRow[] | null {
  const mine = rows.map(({ rule }) => rule);
  // Theirs are the base: what the rows know of their places holds for both.
  if (sameRules(theirs, base)) return rows;
  return sameRules(mine, base) || sameRules(mine, theirs) ? theirs.map((rule, at) => newRow(rule, at)) : null;
}

function mergeDirection(
  direction: Direction,
  base: readonly Rule[],
  rows: readonly DraftRow[],
  theirs: readonly Rule[],
  choices: MergeChoices,
): MergedDirection {
  const untouched = oneSidedRows(base, rows, theirs);
  if (untouched) return { conflicts: [], orders: [], rows: untouched };
  const { matches, added } = matchRules(base, theirs);
  const mineAt = new Map(rows.flatMap(({ from }, at): [number, number][] => (from === null ? [] : [[from, at]])));
  const conflicts: Conflict[] = [];

  /** The rule that a rule of the base becomes; null when it goes. */
  const ruleAfterMerge = (was: Rule, from: number): Rule | null => {
    const mine = rows[mineAt.get(from) ?? -1]?.rule ?? null;
    const theirRule = matches[from]?.rule ?? null;
    if (sameRule(mine, was)) return theirRule;
    if (sameRule(theirRule, was) || sameRule(theirRule, mine)) return mine;
    const conflict: Conflict = { direction, base: from, was, mine, theirs: theirRule };
    conflicts.push(conflict);
    return choices.get(conflictKey(conflict)) === 'mine' ? mine : theirRule;
  };
  const kept = base.flatMap((was, from): MergeEntry[] => {
    const rule = ruleAfterMerge(was, from);
    return rule ? [{ rule, base: from, mine: mineAt.get(from) ?? null, theirs: matches[from]?.at ?? null }] : [];
  });
  const own = rows.flatMap(({ rule, from }, mine): MergeEntry[] => (from === null ? [{ rule, base: null, mine, theirs: null }] : []));
  const all = [...kept, ...addedEntries(added, theirs, own)];
  const { order, cycles } = orderOf(all, (cycle) => choices.get(orderConflictKey(direction, cycle)) ?? 'theirs');
  const inOrder = (cycle: readonly MergeEntry[], side: MergeChoice): Rule[] => orderOfSide(cycle, side).map(({ rule }) => rule);
  return {
    conflicts,
    orders: cycles.map((cycle) => ({
      direction,
      key: orderConflictKey(direction, cycle),
      mine: inOrder(cycle, 'mine'),
      theirs: inOrder(cycle, 'theirs'),
    })),
    rows: withoutDuplicates(order).map(({ rule, theirs: from }) => newRow(rule, from)),
  };
}

/** What both sides added; the same rule added by both is one. */
function addedEntries(added: readonly number[], theirs: readonly Rule[], own: readonly MergeEntry[]): MergeEntry[] {
  const mine = new Map(own.map((one) => [ruleKey(one.rule), one]));
  const both = added.flatMap((at): MergeEntry[] => {
    const rule = theirs[at];
    if (!rule) return [];
    const twin = mine.get(ruleKey(rule));
    mine.delete(ruleKey(rule));
    return [{ rule, base: null, mine: twin?.mine ?? null, theirs: at }];
  });
  const twins = new Set(both.flatMap((one) => (one.mine === null ? [] : [one.mine])));
  return [...both, ...own.filter((one) => !twins.has(one.mine ?? -1))];
}

/** One side may have made of a rule what the other added: the lower of two such rules decides nothing, and goes. */
function withoutDuplicates(order: readonly MergeEntry[]): MergeEntry[] {
  const seenKeys = new Set<string>();
  return order.filter(({ rule }) => {
    const key = ruleKey(rule);
    if (isKnown(rule) && seenKeys.has(key)) return false;
    seenKeys.add(key);
    return true;
  });
}

export function merge(mine: Draft, theirs: VersionedRuleSet, choices: MergeChoices = new Map()): MergeResult {
  const merged = directions.map((direction) =>
    mergeDirection(direction, mine.base[direction], mine.rows[direction], theirs[direction], choices),
  );
  const [ingress, egress] = merged;
  return {
    conflicts: merged.flatMap(({ conflicts }) => conflicts),
    orders: merged.flatMap(({ orders }) => orders),
    draft: { base: theirs, rows: { ingress: ingress?.rows ?? [], egress: egress?.rows ?? [] }, past: [], future: [] },
  };
}

/** One change of a side, for the view of a merge. */
export interface Change {
  readonly direction: Direction;
  readonly was: Rule | null;
  readonly now: Rule | null;
}

/** What a side changed since the base; moves alone are not among it. */
export const changesSince = (base: RuleSet, now: RuleSet): Change[] =>
  directions.flatMap((direction): Change[] => {
    const { matches, added } = matchRules(base[direction], now[direction]);
    return [
      ...matches.flatMap(({ rule }, from): Change[] => {
        const was = base[direction][from];
        return was && !sameRule(was, rule) ? [{ direction, was, now: rule }] : [];
      }),
      ...added.flatMap((at): Change[] => {
        const rule = now[direction][at];
        return rule ? [{ direction, was: null, now: rule }] : [];
      }),
    ];
  });

export interface MergeOpening {
  readonly direction: Direction;
  /** "TCP 22 · 10.0.0.0–10.0.0.255", a few of them, and how many more there are. */
  readonly parts: readonly string[];
  readonly more: number;
  readonly sample: Packet;
}

const named = 3;

function* opens(before: readonly Rule[], after: readonly Rule[], references: References): Slices<PacketSet> {
  const [old, now] = [before, after].map((rules) => rules.map((rule) => packetsFor(rule, references)));
  const { sure } = yield* differenceSlices(old ?? [], now ?? []);
  return sure.flatMap(({ effect, region }) => (effect === 'opens' ? region : []));
}

/** What a merged list lets through although both sides drop it, by direction: nobody wants that, so it is told. In slices. */
export function* openedSlices(
  { mine, theirs }: { readonly mine: RuleSet; readonly theirs: RuleSet },
  merged: RuleSet,
  references: References,
): Slices<readonly MergeOpening[]> {
  const openings: MergeOpening[] = [];
  for (const direction of directions) {
    const overMine = yield* opens(mine[direction], merged[direction], references);
    if (isEmpty(overMine)) continue;
    const region = intersect(overMine, yield* opens(theirs[direction], merged[direction], references));
    const packet = isEmpty(region) ? undefined : samplePacket(region);
    if (!packet) continue;
    openings.push({ direction, parts: region.slice(0, named).map(boxText), more: Math.max(0, region.length - named), sample: packet });
  }
  return openings;
}

/** All at once. For tests. */
export const openedByMerge = (...given: Parameters<typeof openedSlices>): readonly MergeOpening[] => finish(openedSlices(...given));
