/** Which earlier rules to name when a rule is never reached: few, and first those that take most. */
import { type Cells, ipv4, onlyIpv4, onlyIpv6 } from './cells.ts';
import type { Pace, Slices } from './slices.ts';

/** Steps of work for the whole of a list; beyond it, rules that others make needless are named too. */
export class CoverBudget {
  left = 30_000_000;
}

/** Classes of one axis that the rule may match; `offset` is the row's first word of the list. */
function classesWith(rows: Uint32Array, words: number, count: number, offset: number, rule: number): number[] {
  const classes: number[] = [];
  const [word, bit] = [offset + (rule >>> 5), 1 << (rule & 31)];
  for (let at = 0; at < count; at += 1) if (((rows[at * words + word] ?? 0) & bit) !== 0) classes.push(at);
  return classes;
}

interface Sides {
  readonly addresses: readonly number[];
  readonly services: readonly number[];
}

const has = (rows: Uint32Array, base: number, rule: number): boolean => ((rows[base + (rule >>> 5)] ?? 0) & (1 << (rule & 31))) !== 0;

/** How many packets each of the others takes of the rule's, if it took all that it could. */
function overlapsOf(cells: Cells, { addresses, services }: Sides, others: readonly number[], offset: number): Map<number, number> {
  const sums = (
    axisName: 'addresses' | 'services',
    classes: readonly number[],
    rule: number,
    kindOf: (kind: number) => boolean,
  ): number => {
    const axis = cells[axisName];
    let sum = 0;
    for (const at of classes) {
      if (kindOf(axis.kinds[at] ?? 0) && has(axis.rows, at * axis.words + offset, rule)) sum += axis.weights[at] ?? 0;
    }
    return sum;
  };
  return new Map(
    others.map((rule) => {
      const of4 =
        sums('addresses', addresses, rule, (kind) => kind === ipv4) * sums('services', services, rule, (kind) => kind !== onlyIpv6);
      const of6 =
        sums('addresses', addresses, rule, (kind) => kind !== ipv4) * sums('services', services, rule, (kind) => kind !== onlyIpv4);
      return [rule, of4 + of6];
    }),
  );
}

/** The rules, as bits, that hold every one of the classes. */
function commonTo(rows: Uint32Array, words: number, classes: readonly number[], offset: number, length: number): Uint32Array {
  const common = new Uint32Array(length).fill(0xffffffff);
  for (const at of classes)
    for (let word = 0; word < length; word += 1) common[word] = (common[word] ?? 0) & (rows[at * words + offset + word] ?? 0);
  return common;
}

/** The classes that differ in these rules only by being of another kind or held by others of them, each as bits by place. */
function patternsOf(
  cells: Cells,
  axisName: 'addresses' | 'services',
  classes: readonly number[],
  offset: number,
  rules: readonly number[],
) {
  const axis = cells[axisName];
  const length = Math.ceil(rules.length / 32);
  const patterns = new Map<string, { readonly at: number; readonly bits: Uint32Array }>();
  for (const at of classes) {
    const bits = new Uint32Array(length);
    for (const [place, rule] of rules.entries()) {
      if (has(axis.rows, at * axis.words + offset, rule)) bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
    }
    patterns.set(`${axis.kinds[at]} ${bits.join(' ')}`, { at, bits });
  }
  return [...patterns.values()];
}

/** For each kind of cell, the places of the rules that take it, ascending. */
function* takersIn(cells: Cells, { addresses, services }: Sides, offset: number, rules: readonly number[], pace: Pace): Slices<number[][]> {
  const kinds = new Map<string, number[]>();
  const bySide = patternsOf(cells, 'services', services, offset, rules);
  if (pace.spent((addresses.length + services.length) * rules.length * 4)) yield;
  for (const a of patternsOf(cells, 'addresses', addresses, offset, rules)) {
    for (const b of bySide) {
      if (!cells.exists(a.at, b.at)) continue;
      const both = a.bits.map((word, at) => word & (b.bits[at] ?? 0));
      const key = both.join(' ');
      if (kinds.has(key)) continue;
      const places: number[] = [];
      for (const place of rules.keys()) if (has(both, 0, place)) places.push(place);
      kinds.set(key, places);
    }
    if (pace.spent(bySide.length * (30 + 10 * a.bits.length))) yield;
  }
  return [...kinds.values()];
}

/** Of rules in order of what they take: those that take something the ones before leave, without those that the rest makes needless. */
function fewOf(takers: readonly (readonly number[])[], count: number, keep: number): number[] {
  const chosen = new Uint8Array(count);
  for (const [first] of takers) if (first !== undefined) chosen[first] = 1;
  if (keep >= 0) chosen[keep] = 1;
  /** By kind of cell, how many of the chosen take it; by place, its kinds, and of how many it is the only one. */
  const left = takers.map((places) => places.filter((place) => chosen[place] === 1).length);
  const kindsOf: number[][] = Array.from({ length: count }, () => []);
  const alone = new Int32Array(count);
  const onlyOf = (kind: number): number => takers[kind]?.find((place) => chosen[place] === 1) ?? 0;
  const settle = (kind: number): void => {
    const only = onlyOf(kind);
    alone[only] = (alone[only] ?? 0) + 1;
  };
  for (const [kind, places] of takers.entries()) {
    for (const place of places) if (chosen[place] === 1) kindsOf[place]?.push(kind);
    if (left[kind] === 1) settle(kind);
  }
  for (let place = count - 1; place >= 0; place -= 1) {
    if (chosen[place] === 0 || place === keep || alone[place] !== 0) continue;
    chosen[place] = 0;
    for (const kind of kindsOf[place] ?? []) {
      left[kind] = (left[kind] ?? 0) - 1;
      if (left[kind] === 1) settle(kind);
    }
  }
  return [...chosen.keys()].filter((place) => chosen[place] === 1);
}

/**
 * Earlier rules that together take all packets of a rule that is never reached, ascending. `by`: those that decide its
 * packets; `opponents`: those of them with another action, of which the largest is always named.
 */
export function* coversOf(
  cells: Cells,
  rule: number,
  { by, opponents }: { readonly by: readonly number[]; readonly opponents: readonly number[] },
  pace: Pace,
  budget: CoverBudget,
): Slices<number[]> {
  const [list] = cells.lists;
  const { addresses, services } = cells;
  const offset = list?.sure ?? 0;
  const may = list?.possible ?? 0;
  const sides: Sides = {
    addresses: classesWith(addresses.rows, addresses.words, addresses.count, may, rule),
    services: classesWith(services.rows, services.words, services.count, may, rule),
  };
  const length = (rule >>> 5) + 1;
  const [a, b] = [
    commonTo(addresses.rows, addresses.words, sides.addresses, offset, length),
    commonTo(services.rows, services.words, sides.services, offset, length),
  ];
  const alone = Array.from({ length: rule }, (_, at) => at).filter((at) => has(a, 0, at) && has(b, 0, at));
  const size = sides.addresses.length + sides.services.length;
  if (pace.spent(size * (length + by.length))) yield;
  const other = alone.find((at) => opponents.includes(at));
  if (other !== undefined) return [other];
  const sizes = overlapsOf(cells, sides, by, offset);
  const ranked = [...by].sort((x, y) => (sizes.get(y) ?? 0) - (sizes.get(x) ?? 0) || x - y);
  const largest = ranked.find((at) => opponents.includes(at));
  const ascending = (rules: readonly number[]) => [...new Set(rules)].sort((x, y) => x - y);
  const [first] = alone;
  if (first !== undefined) return ascending(largest === undefined ? [first] : [first, largest]);
  budget.left -= size * ranked.length + sides.addresses.length * sides.services.length * ranked.length;
  if (budget.left < 0) return ascending(by);
  const takers = yield* takersIn(cells, sides, offset, ranked, pace);
  if (pace.spent(size * ranked.length * 4)) yield;
  return ascending(
    fewOf(takers, ranked.length, largest === undefined ? -1 : ranked.indexOf(largest)).flatMap((place) => ranked[place] ?? []),
  );
}
