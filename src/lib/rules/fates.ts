/** What became of the rules of a list in another one of which only the contents are known. */
import { alignment, gapsOf } from './align.ts';
import { isCarried, type Rule, sameness, wholly } from './model.ts';

export interface Fate {
  /** null: gone. */
  readonly rule: Rule | null;
  /** Its place in the new list. */
  readonly at: number | null;
}

const text = (value: unknown): string => JSON.stringify(value);

/** Share a service or a far end: then one may have become the other in its place. */
const alike = (a: Rule, b: Rule): boolean =>
  !isCarried(a) && !isCarried(b) && (text(a.service) === text(b.service) || text(a.far) === text(b.far));

/** Share more than that: then one may have become the other wherever it stands. */
function akin(a: Rule, b: Rule): boolean {
  if (isCarried(a) || isCarried(b)) return false;
  const same = [text(a.service) === text(b.service), text(a.far) === text(b.far), a.description !== '' && a.description === b.description];
  return same.filter(Boolean).length >= 2;
}

/** Pairs of the two lists, by what speaks most for it: the same order, the same words, the same packets, the same place, much in common. */
export function fatesIn(
  base: readonly Rule[],
  now: readonly Rule[],
): { readonly fates: readonly Fate[]; readonly added: readonly number[] } {
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
  all((was, is) => wholly(was) === wholly(is));
  all((was, is) => sameness(was) === sameness(is));
  // Changed in its place: what came between the same neighbours and has something in common.
  for (const { removed, added } of gapsOf(pairs, base.length, now.length)) {
    for (const from of removed) match(from, added, alike);
  }
  // Moved and changed.
  all(akin);
  return {
    fates: base.map((_, from): Fate => {
      const at = to.get(from);
      return at === undefined ? { rule: null, at: null } : { rule: now[at] ?? null, at };
    }),
    added: everywhere.filter((at) => !taken.has(at)),
  };
}
