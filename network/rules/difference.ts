/** Where two rule lists answer differently, with a packet as proof for each place. */

import type { Packet, PacketSet } from '../packets/packet-set.ts';
import { type Cells, cellsOf } from './cells.ts';
import { changedRules, touchedClasses } from './changed.ts';
import type { Decision } from './decide.ts';
import { actionOf, Deciders, noPackets } from './deciders.ts';
import { outcomesOf } from './outcomes.ts';
import { Part, Parts } from './parts.ts';
import { type ReadRule, type Rule, readRules } from './rule.ts';
import { finish, Pace, type Slices } from './slices.ts';

/** All packets that one rule of `a` and one rule of `b` decide differently. */
export interface Difference {
  readonly a: Decision;
  readonly b: Decision;
  /** 'opens': `b` accepts what `a` drops. */
  readonly effect: 'opens' | 'closes';
  /** A packet of the region: `decide` answers `a` and `b` for it. */
  readonly witness: Packet;
  /** Worked out when it is first asked for. */
  readonly region: PacketSet;
  /** Number of packets in the region (see packet-set.ts for how they count). */
  readonly packets: number;
}

/** All packets of which nobody can tell whether both lists answer them alike, because of rules that are not known whole. */
export interface Unknown {
  /** Those rules, by place in either list, ascending. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly witness: Packet;
  readonly region: PacketSet;
  readonly packets: number;
}

export interface Differences {
  /** Largest first. */
  readonly sure: readonly Difference[];
  readonly unknown: Unknown | null;
}

/** Walks the cells that changed rules may match, and no others: the rest is answered alike. */
class Comparison {
  readonly cells: Cells;
  readonly a: Deciders;
  readonly b: Deciders;
  readonly sure = new Map<number, Parts>();
  readonly unknown = new Parts();
  /** Sets that have got cells of the present class of addresses. */
  readonly #growing: Parts[] = [];
  readonly doubts = { a: new Set<number>(), b: new Set<number>() };

  constructor(cells: Cells) {
    const [a, b] = cells.lists;
    if (!a || !b) throw new Error('two lists are compared');
    this.cells = cells;
    this.a = new Deciders(cells, a);
    this.b = new Deciders(cells, b);
  }

  compare(address: number, service: number): void {
    const [inA, inB] = [this.a.first[service] ?? noPackets, this.b.first[service] ?? noPackets];
    if (inA === noPackets) return;
    if (this.a.doubtful[service] === 1 || this.b.doubtful[service] === 1) {
      const found = outcomesOf(this.a, this.b, address, service);
      if (found.outcome === 'unknown') {
        this.#grow(this.unknown, service);
        for (const rule of found.a) this.doubts.a.add(rule);
        for (const rule of found.b) this.doubts.b.add(rule);
      }
      if (found.outcome !== 'differ') return;
    } else if (actionOf(this.a.list, inA < 0 ? null : inA) === actionOf(this.b.list, inB < 0 ? null : inB)) return;
    const key = (inA + 1) * (this.b.list.rules.length + 1) + inB + 1;
    const parts = this.sure.get(key) ?? new Parts();
    this.sure.set(key, parts);
    this.#grow(parts, service);
  }

  #grow(parts: Parts, service: number): void {
    if (parts.add(service)) this.#growing.push(parts);
  }

  /** Ends a class of addresses. */
  close(address: number): void {
    for (const parts of this.#growing) parts.close(address);
    this.#growing.length = 0;
  }

  /** Both lists' deciders of a pair of rules, from its key. */
  pair(key: number): { readonly a: Decision; readonly b: Decision } {
    const count = this.b.list.rules.length + 1;
    const decision = ({ list }: Deciders, place: number): Decision => {
      const rule = place === 0 ? null : place - 1;
      return { action: actionOf(list, rule) ?? 'DROP', rule };
    };
    return { a: decision(this.a, Math.floor(key / count)), b: decision(this.b, key % count) };
  }
}

function* compared(a: readonly ReadRule[], b: readonly ReadRule[], until: (comparison: Comparison) => boolean): Slices<Comparison | null> {
  const changed = changedRules(a, b);
  if (!changed.a.includes(1) && !changed.b.includes(1)) return null;
  const pace = new Pace();
  const comparison = new Comparison(yield* cellsOf([a, b], undefined, pace));
  const flags = [changed.a, changed.b];
  const services = touchedClasses(comparison.cells, 'services', flags);
  for (const address of touchedClasses(comparison.cells, 'addresses', flags)) {
    if (pace.spent(comparison.a.decide(address, services) + comparison.b.decide(address, services))) yield;
    for (const service of services) {
      comparison.compare(address, service);
      if (comparison.a.doubtful[service] === 1 && pace.spent(100)) yield;
    }
    comparison.close(address);
    if (pace.spent(services.length * 4)) yield;
    if (until(comparison)) break;
  }
  return comparison;
}

const ascending = (rules: ReadonlySet<number>): number[] => [...rules].sort((x, y) => x - y);

/** `differenceIn`, in slices. */
export function* differenceSlices(a: readonly ReadRule[], b: readonly ReadRule[]): Slices<Differences> {
  const comparison = yield* compared(a, b, () => false);
  if (comparison === null) return { sure: [], unknown: null };
  const { cells } = comparison;
  const pace = new Pace();
  const sure: Difference[] = [];
  for (const [key, parts] of comparison.sure) {
    const pair = comparison.pair(key);
    sure.push(Object.assign(new Part(cells, parts), { ...pair, effect: pair.b.action === 'ACCEPT' ? 'opens' : 'closes' } as const));
    if (pace.spent(parts.size * 20)) yield;
  }
  sure.sort((x, y) => y.packets - x.packets || (x.b.rule ?? -1) - (y.b.rule ?? -1) || (x.a.rule ?? -1) - (y.a.rule ?? -1));
  const { unknown, doubts } = comparison;
  return {
    sure,
    unknown: unknown.isEmpty ? null : Object.assign(new Part(cells, unknown), { a: ascending(doubts.a), b: ascending(doubts.b) }),
  };
}

/**
 * The regions in which the two lists surely act differently, one for each pair of deciding rules, and the packets of which
 * that cannot be told. All are disjoint. Rules that are not known but mean the same in both lists are taken to do the same.
 * Both lists must have been read with the same references.
 */
export const differenceIn = (a: readonly ReadRule[], b: readonly ReadRule[]): Differences => finish(differenceSlices(a, b));

/**
 * The regions in which the two lists act differently, one for each pair of deciding rules, largest first. The regions are
 * disjoint and their union is exactly the packets whose action differs.
 * @throws RangeError on a rule that cannot be read.
 */
export const difference = (a: readonly Rule[], b: readonly Rule[]): Difference[] => [...differenceIn(readRules(a), readRules(b)).sure];

/** Whether every packet gets the same action from both lists; null when that cannot be told. */
export function equivalentIn(a: readonly ReadRule[], b: readonly ReadRule[]): boolean | null {
  const comparison = finish(compared(a, b, ({ sure }) => sure.size > 0));
  if (comparison === null) return true;
  if (comparison.sure.size > 0) return false;
  return comparison.unknown.isEmpty ? true : null;
}

/**
 * True when every packet gets the same action from both lists; which rule gives it may differ.
 * @throws RangeError on a rule that cannot be read.
 */
export const equivalent = (a: readonly Rule[], b: readonly Rule[]): boolean => equivalentIn(readRules(a), readRules(b)) === true;
