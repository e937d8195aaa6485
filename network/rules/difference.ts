/** Where two rule lists answer differently, with a packet as proof for each place. */

import { boxesOfMatch } from '../packets/match.ts';
import type { Packet, PacketSet } from '../packets/packet-set.ts';
import { actionOf, type Cells, cellsOf, Deciders, mayAnswer, noPackets } from './cells.ts';
import { changedRules, touchedClasses } from './changed.ts';
import type { Decision } from './decide.ts';
import { type Action, type PlainRule, type ReadRule, readRules } from './rule.ts';
import { finish, Pace, type Slices } from './slices.ts';

/** All packets that one rule of `a` and one rule of `b` decide differently. */
export interface Difference {
  readonly a: Decision;
  readonly b: Decision;
  /** 'opens': `b` accepts what `a` drops. */
  readonly effect: 'opens' | 'closes';
  /** A packet of the region: `decide` answers `a` and `b` for it. */
  readonly sample: Packet;
  /** Worked out when it is first asked for. */
  readonly region: PacketSet;
  /** Number of packets in the region (see packet-set.ts for how they count). */
  readonly packets: number;
}

/** All packets of which nobody can tell whether both lists answer them alike, because of rules that are not known whole. */
export interface UnknownPackets {
  /** Those rules, by place in either list, ascending. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly sample: Packet;
  readonly region: PacketSet;
  readonly packets: number;
}

interface Differences {
  /** Largest first. */
  readonly sure: readonly Difference[];
  readonly unknown: UnknownPackets | null;
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
      const outcomes = outcomesOf(this.a, this.b, address, service);
      if (outcomes.outcome === 'unknown') {
        this.#grow(this.unknown, service);
        for (const rule of outcomes.a) this.doubts.a.add(rule);
        for (const rule of outcomes.b) this.doubts.b.add(rule);
      }
      if (outcomes.outcome !== 'differ') return;
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
export const difference = (a: readonly PlainRule[], b: readonly PlainRule[]): Difference[] => [
  ...differenceIn(readRules(a), readRules(b)).sure,
];

/** Whether every packet gets the same action from both lists; null when that cannot be told. */
export function equivalentIn(a: readonly ReadRule[], b: readonly ReadRule[]): boolean | null {
  const comparison = finish(compared(a, b, ({ sure }) => sure.size > 0));
  if (comparison === null) return true;
  if (comparison.sure.size > 0) return false;
  return comparison.unknown.isEmpty ? true : null;
}

/**
 * True when every packet gets the same action from both lists; which rule gives it may differ.
 * @throws RangeError on a rule that cannot be read. For tests.
 */
export const equivalent = (a: readonly PlainRule[], b: readonly PlainRule[]): boolean => equivalentIn(readRules(a), readRules(b)) === true;

// Whether two lists answer a cell alike when rules above the sure one may match too.

interface Outcomes {
  /** 'differ': in one way, the way in which the rules that surely match differ. */
  readonly outcome: 'same' | 'differ' | 'unknown';
  /** Rules of either list on which it depends. */
  readonly a: readonly number[];
  readonly b: readonly number[];
}

interface Answerer {
  /** null: surely matches, or none did. */
  readonly meaning: string | null;
  readonly action: Action | null;
  readonly rule: number | null;
}

/** What may answer, in order; the last one surely does. A meaning that stands above has been denied by then. */
function answerersOf(deciders: Deciders, address: number, service: number): Answerer[] {
  const answerers: Answerer[] = [];
  const seen = new Set<string>();
  for (const rule of mayAnswer(deciders, address, service)) {
    const sure = rule === null || deciders.surely(address, service, rule);
    const meaning = sure ? null : (deciders.list.rules[rule]?.meaning ?? '');
    if (meaning !== null && seen.has(meaning)) continue;
    if (meaning !== null) seen.add(meaning);
    answerers.push({ meaning, action: actionOf(deciders.list, rule), rule });
  }
  return answerers;
}

/** Longer lists of doubts are not weighed one against the other: then it is not known. */
const mostPairs = 400;

/** What each pair of answerers that can both be the first to match says. */
function* pairsOf(a: readonly Answerer[], b: readonly Answerer[]): Generator<'same' | 'opens' | 'closes' | 'either', void> {
  for (const [at, inA] of a.entries()) {
    for (const [to, inB] of b.entries()) {
      const denied = (answerers: readonly Answerer[], before: number, meaning: string | null): boolean =>
        meaning !== null && answerers.slice(0, before).some((one) => one.meaning === meaning);
      if (denied(a, at, inB.meaning) || denied(b, to, inA.meaning)) continue;
      if (inA.action === inB.action && (inA.action !== null || inA.meaning === inB.meaning)) yield 'same';
      else if (inA.action === null || inB.action === null) yield 'either';
      else yield inB.action === 'ACCEPT' ? 'opens' : 'closes';
    }
  }
}

const rulesOf = (answerers: readonly Answerer[]): number[] =>
  answerers.flatMap(({ meaning, rule }) => (meaning === null || rule === null ? [] : [rule]));

/** Of one cell. A rule that nobody can read means the same in both lists, so that the same one above both is no difference. */
function outcomesOf(left: Deciders, right: Deciders, address: number, service: number): Outcomes {
  const a = answerersOf(left, address, service);
  const b = answerersOf(right, address, service);
  const actions = new Set([...a, ...b].map(({ action }) => action));
  if (actions.size === 1 && !actions.has(null)) return { outcome: 'same', a: [], b: [] };
  let shared = 0;
  const isShared = (at: number): boolean => a[at]?.meaning != null && a[at].meaning === b[at]?.meaning && a[at].action === b[at]?.action;
  while (isShared(shared)) shared += 1;
  const [restA, restB] = [a.slice(shared), b.slice(shared)];
  const doubts = { a: rulesOf(a), b: rulesOf(b) };
  if (restA.length * restB.length > mostPairs) return { outcome: 'unknown', ...doubts };
  const pairs = new Set(pairsOf(restA, restB));
  if (pairs.size === 1 && pairs.has('same')) return { outcome: 'same', a: [], b: [] };
  return { outcome: pairs.size === 1 && !pairs.has('either') && shared === 0 ? 'differ' : 'unknown', ...doubts };
}

// A set of cells that grows row by row, kept small, and told as packets when somebody asks.

interface Group {
  readonly services: readonly number[];
  readonly addresses: number[];
}

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((one, at) => one === b[at]);

/** Classes of addresses that have the same classes of services in the set are kept together. */
class Parts {
  readonly groups: Group[] = [];
  readonly #byHash = new Map<number, Group[]>();
  #row: number[] = [];
  #hash = 0;

  /** Entries that are kept. */
  get size(): number {
    return this.groups.reduce((sum, { services, addresses }) => sum + services.length + addresses.length, 0);
  }

  get isEmpty(): boolean {
    return this.groups.length === 0 && this.#row.length === 0;
  }

  /** Of one class of addresses after another. @returns true for the first of a class. */
  add(service: number): boolean {
    this.#row.push(service);
    this.#hash = Math.imul(this.#hash ^ service, 0x01000193);
    return this.#row.length === 1;
  }

  /** Ends the row of a class of addresses. */
  close(address: number): void {
    if (this.#row.length === 0) return;
    const alike = this.#byHash.get(this.#hash) ?? [];
    const group = alike.find(({ services }) => sameNumbers(services, this.#row));
    if (group) group.addresses.push(address);
    else {
      const group: Group = { services: this.#row, addresses: [address] };
      this.groups.push(group);
      this.#byHash.set(this.#hash, [...alike, group]);
    }
    this.#row = [];
    this.#hash = 0;
  }
}

/** The packets of such a set. */
class Part {
  readonly sample: Packet;
  readonly packets: number;
  readonly #cells: Cells;
  readonly #parts: Parts;
  #region: PacketSet | undefined;

  constructor(cells: Cells, parts: Parts) {
    this.#cells = cells;
    this.#parts = parts;
    this.packets = parts.groups.reduce((sum, group) => sum + sizeOf(cells, group), 0);
    this.sample = sampleOf(cells, parts);
  }

  get region(): PacketSet {
    this.#region ??= this.#parts.groups.flatMap(({ addresses, services }) => boxesOfMatch(this.#cells.matchOf(addresses, services)));
    return this.#region;
  }
}

function sizeOf(cells: Cells, { addresses, services }: Group): number {
  const kinds = services.reduce((all, service) => all + (cells.services.weights[service] ?? 0), 0);
  return kinds * addresses.reduce((all, address) => all + (cells.addresses.weights[address] ?? 0), 0);
}

/** The lowest address and service of the set's first cell. */
function sampleOf(cells: Cells, { groups }: Parts): Packet {
  const [group] = groups;
  return cells.packetIn(group?.addresses[0] ?? 0, group?.services[0] ?? 0);
}
