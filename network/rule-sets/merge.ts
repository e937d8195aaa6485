/**
 * Two people changed the same rules: what both wanted, put together. The base is what both began with, theirs is what
 * the cloud has now, mine is the draft. Nothing of theirs is lost without being asked for.
 */

import { intersect, isEmpty, type Packet, type PacketSet, witness } from '../packets/packet-set.ts';
import { differenceSlices } from '../rules/difference.ts';
import type { References } from '../rules/policies.ts';
import type { Direction } from '../rules/rule.ts';
import { finish, type Slices } from '../rules/slices.ts';
import { fatesIn } from './align.ts';
import { packetsFor } from './consequences.ts';
import { type Draft, type DraftRow, newRow } from './draft.ts';
import { boxText } from './effects.ts';
import { asSide, orderOf, type Placed } from './merge-order.ts';
import { directions, isKnown, type Rule, type RuleSet, sameRules, type Versioned, wholly } from './rule-set.ts';

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

export type Choice = 'mine' | 'theirs';
/** By `conflictKey`, or the key of a conflict of orders. */
export type Choices = ReadonlyMap<string, Choice>;

export const conflictKey = ({ direction, base }: Pick<Conflict, 'direction' | 'base'>): string => `${direction} ${base}`;

export interface Merged {
  /** On top of theirs. Conflicts without a choice are as theirs. */
  readonly draft: Draft;
  readonly conflicts: readonly Conflict[];
  readonly orders: readonly OrderConflict[];
}

const sameRule = (a: Rule | null, b: Rule | null): boolean => (a === null || b === null ? a === b : wholly(a) === wholly(b));

interface Side {
  readonly conflicts: readonly Conflict[];
  readonly orders: readonly OrderConflict[];
  readonly rows: readonly DraftRow[];
}

const knotKey = (direction: Direction, knot: readonly Placed[]): string =>
  `${direction} order ${knot.map(({ base, mine, theirs }) => (base === null ? `m${mine}t${theirs}` : `b${base}`)).join(' ')}`;

/** Sides that leave nothing to put together. Rows know their place in theirs. */
function alone(base: readonly Rule[], rows: readonly DraftRow[], theirs: readonly Rule[]): readonly DraftRow[] | null {
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
  choices: Choices,
): Side {
  const untouched = alone(base, rows, theirs);
  if (untouched) return { conflicts: [], orders: [], rows: untouched };
  const { fates, added } = fatesIn(base, theirs);
  const mineAt = new Map(rows.flatMap(({ from }, at): [number, number][] => (from === null ? [] : [[from, at]])));
  const conflicts: Conflict[] = [];

  /** The rule that a rule of the base becomes; null when it goes. */
  const settled = (was: Rule, from: number): Rule | null => {
    const mine = rows[mineAt.get(from) ?? -1]?.rule ?? null;
    const theirRule = fates[from]?.rule ?? null;
    if (sameRule(mine, was)) return theirRule;
    if (sameRule(theirRule, was) || sameRule(theirRule, mine)) return mine;
    const conflict: Conflict = { direction, base: from, was, mine, theirs: theirRule };
    conflicts.push(conflict);
    return choices.get(conflictKey(conflict)) === 'mine' ? mine : theirRule;
  };
  const kept = base.flatMap((was, from): Placed[] => {
    const rule = settled(was, from);
    return rule ? [{ rule, base: from, mine: mineAt.get(from) ?? null, theirs: fates[from]?.at ?? null }] : [];
  });
  const own = rows.flatMap(({ rule, from }, mine): Placed[] => (from === null ? [{ rule, base: null, mine, theirs: null }] : []));
  const all = [...kept, ...together(added, theirs, own)];
  const { order, knots } = orderOf(all, (knot) => choices.get(knotKey(direction, knot)) ?? 'theirs');
  const inOrder = (knot: readonly Placed[], side: Choice): Rule[] => asSide(knot, side).map(({ rule }) => rule);
  return {
    conflicts,
    orders: knots.map((knot) => ({
      direction,
      key: knotKey(direction, knot),
      mine: inOrder(knot, 'mine'),
      theirs: inOrder(knot, 'theirs'),
    })),
    rows: once(order).map(({ rule, theirs: from }) => newRow(rule, from)),
  };
}

/** What both sides added; the same rule added by both is one. */
function together(added: readonly number[], theirs: readonly Rule[], own: readonly Placed[]): Placed[] {
  const mine = new Map(own.map((one) => [wholly(one.rule), one]));
  const both = added.flatMap((at): Placed[] => {
    const rule = theirs[at];
    if (!rule) return [];
    const twin = mine.get(wholly(rule));
    mine.delete(wholly(rule));
    return [{ rule, base: null, mine: twin?.mine ?? null, theirs: at }];
  });
  const twins = new Set(both.flatMap((one) => (one.mine === null ? [] : [one.mine])));
  return [...both, ...own.filter((one) => !twins.has(one.mine ?? -1))];
}

/** One side may have made of a rule what the other added: the lower of two such rules decides nothing, and goes. */
function once(order: readonly Placed[]): Placed[] {
  const known = new Set<string>();
  return order.filter(({ rule }) => {
    const key = wholly(rule);
    if (isKnown(rule) && known.has(key)) return false;
    known.add(key);
    return true;
  });
}

export function merge(mine: Draft, theirs: Versioned, choices: Choices = new Map()): Merged {
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
    const { fates, added } = fatesIn(base[direction], now[direction]);
    return [
      ...fates.flatMap(({ rule }, from): Change[] => {
        const was = base[direction][from];
        return was && !sameRule(was, rule) ? [{ direction, was, now: rule }] : [];
      }),
      ...added.flatMap((at): Change[] => {
        const rule = now[direction][at];
        return rule ? [{ direction, was: null, now: rule }] : [];
      }),
    ];
  });

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
