/**
 * Two people changed the same rules: what both wanted, put together. The base is what both began with, theirs is what
 * the cloud has now, mine is the draft. Nothing of theirs is lost without being asked for.
 */
import { alignment, gapsOf } from './align.ts';
import { type Draft, type DraftRow, newRow } from './draft.ts';
import { type Direction, directions, isCarried, type Rule, type RuleSet, type Versioned, wholly } from './model.ts';

/** Both changed the same rule, differently. A rule that is gone is null. */
export interface Conflict {
  readonly direction: Direction;
  /** Place of the rule in the base. */
  readonly base: number;
  readonly was: Rule;
  readonly mine: Rule | null;
  readonly theirs: Rule | null;
}

export type Choice = 'mine' | 'theirs';
/** By `conflictKey`. */
export type Choices = ReadonlyMap<string, Choice>;

export const conflictKey = ({ direction, base }: Pick<Conflict, 'direction' | 'base'>): string => `${direction} ${base}`;

export interface Merged {
  /** On top of theirs. Conflicts without a choice are as theirs. */
  readonly draft: Draft;
  readonly conflicts: readonly Conflict[];
}

interface Fate {
  /** null: gone. */
  readonly rule: Rule | null;
  /** Its place in the new list. */
  readonly at: number | null;
}

/** Share a service or a far end: then one may have become the other. */
const alike = (a: Rule, b: Rule): boolean =>
  !isCarried(a) &&
  !isCarried(b) &&
  (JSON.stringify(a.service) === JSON.stringify(b.service) || JSON.stringify(a.far) === JSON.stringify(b.far));

/** What became of each rule of the base in a list of which only the contents are known. */
export function fatesIn(
  base: readonly Rule[],
  now: readonly Rule[],
): { readonly fates: readonly Fate[]; readonly added: readonly number[] } {
  const pairs = alignment(base, now);
  const to = new Map(pairs.map((pair) => [pair.before, pair.after]));
  const taken = new Set(to.values());
  const match = (from: number, at: number): void => {
    to.set(from, at);
    taken.add(at);
  };
  // Moved as it is.
  for (const [from, rule] of base.entries()) {
    if (to.has(from)) continue;
    const at = now.findIndex((other, index) => !taken.has(index) && wholly(other) === wholly(rule));
    if (at >= 0) match(from, at);
  }
  // Changed in its place: what came between the same neighbours and has something in common.
  for (const { removed, added } of gapsOf(pairs, base.length, now.length)) {
    for (const from of removed) {
      const rule = base[from];
      const at = added.find((index) => {
        const other = now[index];
        return !taken.has(index) && rule !== undefined && other !== undefined && alike(rule, other);
      });
      if (!to.has(from) && at !== undefined) match(from, at);
    }
  }
  return {
    fates: base.map((_, from): Fate => {
      const at = to.get(from);
      return at === undefined ? { rule: null, at: null } : { rule: now[at] ?? null, at };
    }),
    added: now.flatMap((_, at) => (taken.has(at) ? [] : [at])),
  };
}

const sameRule = (a: Rule | null, b: Rule | null): boolean => (a === null || b === null ? a === b : wholly(a) === wholly(b));

interface Entry {
  readonly rule: Rule;
  /** Place in the base; null for what they added. */
  readonly base: number | null;
  /** Place in theirs, which is the base of the merged draft. */
  readonly from: number | null;
}

function mergeDirection(direction: Direction, base: readonly Rule[], rows: readonly DraftRow[], theirs: readonly Rule[], choices: Choices) {
  const { fates } = fatesIn(base, theirs);
  const baseOf = new Map(fates.flatMap(({ at }, from): [number, number][] => (at === null ? [] : [[at, from]])));
  const mineOf = new Map(rows.flatMap((row): [number, DraftRow][] => (row.from === null ? [] : [[row.from, row]])));
  const conflicts: Conflict[] = [];

  /** The rule that a rule of the base becomes; null when it goes. */
  const settled = (from: number): Rule | null => {
    const was = base[from];
    if (!was) return null;
    const mine = mineOf.get(from)?.rule ?? null;
    const theirRule = fates[from]?.rule ?? null;
    if (sameRule(mine, was)) return theirRule;
    if (sameRule(theirRule, was) || sameRule(theirRule, mine)) return mine;
    const conflict: Conflict = { direction, base: from, was, mine, theirs: theirRule };
    conflicts.push(conflict);
    return choices.get(conflictKey(conflict)) === 'mine' ? mine : theirRule;
  };
  const results = base.map((_, from) => settled(from));

  // Theirs, in their order, with what both agree on.
  let entries: Entry[] = theirs.flatMap((rule, at): Entry[] => {
    const from = baseOf.get(at);
    if (from === undefined) return [{ rule, base: null, from: at }];
    const result = results[from];
    return result ? [{ rule: result, base: from, from: at }] : [];
  });

  // Mine, in my order: what I added, moved, or keep although they removed it, goes after what stands before it with me.
  const still = new Set(ascending(rows.flatMap(({ from }) => (from === null ? [] : [from]))));
  const known = new Set(entries.map(({ rule }) => wholly(rule)));
  let before: Entry | null = null;
  for (const row of rows) {
    const here = row.from === null ? undefined : entries.find((entry) => entry.base === row.from);
    const result = row.from === null ? row.rule : results[row.from];
    if (!result) continue;
    if (here && row.from !== null && still.has(row.from)) {
      before = here;
      continue;
    }
    // Both added the same rule.
    if (row.from === null && known.has(wholly(result))) continue;
    const entry: Entry = { rule: result, base: row.from, from: here?.from ?? null };
    entries = entries.filter((other) => other !== here);
    entries.splice(before === null ? 0 : entries.indexOf(before) + 1, 0, entry);
    before = entry;
  }
  return { conflicts, rows: entries.map(({ rule, from }) => newRow(rule, from)) };
}

/** The numbers of the longest ascending part, which are taken not to have moved. */
function ascending(numbers: readonly number[]): number[] {
  const best: { readonly length: number; readonly previous: number }[] = [];
  for (const [at, value] of numbers.entries()) {
    let previous = -1;
    for (let other = 0; other < at; other += 1) {
      if ((numbers[other] ?? 0) < value && (best[other]?.length ?? 0) > (previous < 0 ? 0 : (best[previous]?.length ?? 0)))
        previous = other;
    }
    best.push({ length: (previous < 0 ? 0 : (best[previous]?.length ?? 0)) + 1, previous });
  }
  const longest = Math.max(0, ...best.map(({ length }) => length));
  const found: number[] = [];
  for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]?.previous ?? -1) found.unshift(numbers[at] ?? 0);
  return found;
}

export function merge(mine: Draft, theirs: Versioned, choices: Choices = new Map()): Merged {
  const merged = directions.map((direction) =>
    mergeDirection(direction, mine.base[direction], mine.rows[direction], theirs[direction], choices),
  );
  const [ingress, egress] = merged;
  return {
    conflicts: merged.flatMap(({ conflicts }) => conflicts),
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
