/** Which rules of two lists are not the same rules in the same order. */
import type { Cells } from './cells.ts';
import type { ReadRule } from './rule.ts';

interface ChangeFlags {
  /** By place: 1 for a rule that the other list does not have, or has elsewhere. */
  readonly a: Uint8Array;
  readonly b: Uint8Array;
}

/** Longer middles are taken as changed whole. */
const longest = 2000;

/** Lengths of the longest common sublists of what is left of both lists, by places. */
function lengths(left: readonly number[], right: readonly number[]): Uint16Array[] {
  const table = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let at = left.length - 1; at >= 0; at -= 1) {
    for (let to = right.length - 1; to >= 0; to -= 1) {
      const [row, below] = [table[at], table[at + 1]];
      if (!row || !below) continue;
      row[to] = left[at] === right[to] ? (below[to + 1] ?? 0) + 1 : Math.max(below[to] ?? 0, row[to + 1] ?? 0);
    }
  }
  return table;
}

/** The rules outside of a longest common sublist. Packets that none of them may match are answered alike by both lists. */
export function changedRules(a: readonly ReadRule[], b: readonly ReadRule[]): ChangeFlags {
  // Long texts are compared once, numbers then.
  const numbers = new Map<string, number>();
  const numberOf = ({ action, meaning }: ReadRule): number => {
    const key = `${action} ${meaning}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const [left, right] = [a.map(numberOf), b.map(numberOf)];
  const least = Math.min(left.length, right.length);
  let start = 0;
  while (start < least && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < least - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const changed: ChangeFlags = { a: new Uint8Array(a.length), b: new Uint8Array(b.length) };
  changed.a.fill(1, start, a.length - end);
  changed.b.fill(1, start, b.length - end);
  const [middleA, middleB] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (middleA.length > longest || middleB.length > longest) return changed;
  const table = lengths(middleA, middleB);
  for (let [at, to] = [0, 0]; at < middleA.length && to < middleB.length; ) {
    if (middleA[at] === middleB[to]) {
      changed.a[start + at] = 0;
      changed.b[start + to] = 0;
      at += 1;
      to += 1;
    } else if ((table[at + 1]?.[to] ?? 0) >= (table[at]?.[to + 1] ?? 0)) at += 1;
    else to += 1;
  }
  return changed;
}

/** Classes of an axis that some changed rule may hold. `flags`: for each list of the cells, by place, 1 for a changed rule. */
export function touchedClasses(cells: Cells, one: 'addresses' | 'services', flags: readonly Uint8Array[]): Int32Array {
  const axis = cells[one];
  const masks: [number, number][] = [];
  for (const [at, list] of cells.lists.entries()) {
    for (let word = 0; word < list.words; word += 1) {
      let mask = 0;
      for (let bit = 0; bit < 32; bit += 1) mask |= (flags[at]?.[word * 32 + bit] ?? 0) << bit;
      if (mask !== 0) masks.push([list.possible + word, mask]);
    }
  }
  const touched: number[] = [];
  for (let at = 0; at < axis.count; at += 1) {
    if (masks.some(([word, mask]) => ((axis.rows[at * axis.words + word] ?? 0) & mask) !== 0)) touched.push(at);
  }
  return Int32Array.from(touched);
}
