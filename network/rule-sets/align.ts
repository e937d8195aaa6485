/** Which rules of two lists are the same ones, so that a change can be told from a new list. */
import { isCarried, matchKey, type Rule, ruleKey } from './rule-set.ts';

/** A rule of each list that stay where they are: neither passes another such pair. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** More than all other pairs of a list together: a carried rule can only stay, so everything else goes around it. */
const anchored = 100_000;

/** What pairs are worth: carried rules first, then rules that are the same in every word, then those that differ in their descriptions. */
function matchWeight(a: Rule, b: Rule): number {
  if (matchKey(a) !== matchKey(b)) return 0;
  if (isCarried(a)) return anchored;
  return ruleKey(a) === ruleKey(b) ? 4 : 3;
}

/** As `worth`, for rules that are the same in every word only. */
export const exactMatchWeight = (a: Rule, b: Rule): number => (ruleKey(a) === ruleKey(b) ? matchWeight(a, b) : 0);

/** The heaviest list of pairs that both lists hold in the same order; ascending. */
export function alignment(before: readonly Rule[], after: readonly Rule[], value = matchWeight): Pair[] {
  // Equal heads and tails are most of any real change; only what is between costs a table.
  let head = 0;
  const exact = (a: Rule | undefined, b: Rule | undefined): boolean => a !== undefined && b !== undefined && value(a, b) >= 4;
  while (exact(before[head], after[head])) head += 1;
  let tail = 0;
  const longest = Math.min(before.length, after.length) - head;
  while (tail < longest && exact(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
  const middle = heaviest(before.slice(head, before.length - tail), after.slice(head, after.length - tail), value);
  return [
    ...Array.from({ length: head }, (_, at): Pair => ({ before: at, after: at })),
    ...middle.map((pair): Pair => ({ before: pair.before + head, after: pair.after + head })),
    ...Array.from({ length: tail }, (_, at): Pair => ({ before: before.length - tail + at, after: after.length - tail + at })),
  ];
}

function heaviest(before: readonly Rule[], after: readonly Rule[], value: (a: Rule, b: Rule) => number): Pair[] {
  const width = after.length + 1;
  const best = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [a, b] = [before[i], after[j]];
      const joined = a && b ? value(a, b) : 0;
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), joined > 0 ? joined + at(i + 1, j + 1) : 0);
    }
  }
  const pairs: Pair[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    const [a, b] = [before[i], after[j]];
    const joined = a && b ? value(a, b) : 0;
    if (joined > 0 && at(i, j) === joined + at(i + 1, j + 1)) {
      pairs.push({ before: i, after: j });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** What lies between two pairs that stay: rules of the old list that go, and rules of the new list that come. */
export interface AlignmentGap {
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** The gaps before, between and after the pairs: one more than there are pairs. */
export function gapsOf(pairs: readonly Pair[], before: number, after: number): AlignmentGap[] {
  const ends = [...pairs, { before, after }];
  return ends.map((end, at): AlignmentGap => {
    const start = at === 0 ? { before: -1, after: -1 } : (pairs[at - 1] ?? { before: -1, after: -1 });
    return { removed: range(start.before + 1, end.before), added: range(start.after + 1, end.after) };
  });
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** One line of the textual difference of two lists. */
export type AlignedLine =
  | { readonly kind: 'same'; readonly rule: Rule; readonly before: number; readonly after: number }
  | { readonly kind: 'described'; readonly rule: Rule; readonly was: Rule; readonly before: number; readonly after: number }
  | { readonly kind: 'removed'; readonly rule: Rule; readonly before: number; readonly moved: boolean }
  | { readonly kind: 'added'; readonly rule: Rule; readonly after: number; readonly moved: boolean };

/** The lines of both lists in one order: in each gap what goes, then what comes. `moved` stands on both ends of a move. */
export function alignedLines(before: readonly Rule[], after: readonly Rule[]): AlignedLine[] {
  const pairs = alignment(before, after);
  const gaps = gapsOf(pairs, before.length, after.length);
  const gone = new Set(gaps.flatMap(({ removed }) => removed.map((at) => key(before[at]))));
  const come = new Set(gaps.flatMap(({ added }) => added.map((at) => key(after[at]))));
  return gaps.flatMap((gap, at): AlignedLine[] => {
    const lines: AlignedLine[] = [];
    for (const index of gap.removed) {
      const rule = before[index];
      if (rule) lines.push({ kind: 'removed', rule, before: index, moved: come.has(key(rule)) });
    }
    for (const index of gap.added) {
      const rule = after[index];
      if (rule) lines.push({ kind: 'added', rule, after: index, moved: gone.has(key(rule)) });
    }
    const pair = pairs[at];
    const [was, rule] = pair ? [before[pair.before], after[pair.after]] : [];
    if (pair && was && rule) {
      lines.push(ruleKey(was) === ruleKey(rule) ? { kind: 'same', rule, ...pair } : { kind: 'described', rule, was, ...pair });
    }
    return lines;
  });
}

const key = (rule: Rule | undefined): string => (rule ? ruleKey(rule) : '');

// What became of the rules of a list in another one of which only the contents are known.

interface RuleMatch {
  /** null: gone. */
  readonly rule: Rule | null;
  /** Its place in the new list. */
  readonly at: number | null;
}

const text = (value: unknown): string => JSON.stringify(value);

/** Share a service or a remote end: then one may have become the other in its place. */
const sharePart = (a: Rule, b: Rule): boolean =>
  !isCarried(a) && !isCarried(b) && (text(a.service) === text(b.service) || text(a.remote) === text(b.remote));

/** Share more than that: then one may have become the other wherever it stands. */
function shareMost(a: Rule, b: Rule): boolean {
  if (isCarried(a) || isCarried(b)) return false;
  const same = [
    text(a.service) === text(b.service),
    text(a.remote) === text(b.remote),
    a.description !== '' && a.description === b.description,
  ];
  return same.filter(Boolean).length >= 2;
}

/** Pairs of the two lists, by what speaks most for it: the same order, the same words, the same packets, the same place, much in common. */
export function matchRules(
  base: readonly Rule[],
  now: readonly Rule[],
): { readonly matches: readonly RuleMatch[]; readonly added: readonly number[] } {
  const pairs = alignment(base, now);
  const to = new Map(pairs.map((pair) => [pair.before, pair.after]));
  const taken = new Set(to.values());
  const match = (from: number, candidates: readonly number[], fits: (was: Rule, is: Rule) => boolean): void => {
    const was = base[from];
    if (to.has(from) || !was) return;
    const at = candidates.find((index) => {
      const is = now[index];
      return !taken.has(index) && is !== undefined && fits(was, is);
    });
    if (at === undefined) return;
    to.set(from, at);
    taken.add(at);
  };
  const everywhere = now.map((_, at) => at);
  const all = (fits: (was: Rule, is: Rule) => boolean): void => {
    for (const from of base.keys()) match(from, everywhere, fits);
  };
  // Moved as it is; moved and described otherwise.
  all((was, is) => ruleKey(was) === ruleKey(is));
  all((was, is) => matchKey(was) === matchKey(is));
  // Changed in its place: what came between the same neighbours and has something in common.
  for (const { removed, added } of gapsOf(pairs, base.length, now.length)) {
    for (const from of removed) match(from, added, sharePart);
  }
  // Moved and changed.
  all(shareMost);
  return {
    matches: base.map((_, from): RuleMatch => {
      const at = to.get(from);
      return at === undefined ? { rule: null, at: null } : { rule: now[at] ?? null, at };
    }),
    added: everywhere.filter((at) => !taken.has(at)),
  };
}
