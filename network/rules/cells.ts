/**
 * Rule lists over all packets at once: classes of addresses × classes of services make cells, and in a cell every list answers
 * all packets alike. Who decides a cell is the lowest bit that its two rows have in common.
 */
import { formatAddress } from '../../catalogue/address.ts';
import { formatAddress6, lastAddress6 } from '../../catalogue/address6.ts';
import { type Addresses, lastAddress, mergeIntervals, mergeIntervals6 } from '../addresses/ranges.ts';
import type { Match } from '../packets/match.ts';
import type { Packet } from '../packets/packet-set.ts';
import { lastService, pointOf, protocolAt, protocolBit, type Services, withPorts } from '../packets/services.ts';
import { Axis, type PointLine, type Segments, sweep } from './axis.ts';
import type { Action, ReadRule } from './rule.ts';
import { Pace, type Slices } from './slices.ts';

/** Kinds of addresses: families. */
export const ipv4 = 0;
export const ipv6 = 1;
/** Kinds of services: those of one family only, and the others. */
const anyFamily = 0;
export const onlyIpv4 = 1;
export const onlyIpv6 = 2;

const line4: PointLine<number> = {
  first: 0,
  last: lastAddress,
  kinds: [[0, ipv4]],
  after: (point) => point + 1,
  before: (point) => point - 1,
  count: (from, to) => to - from + 1,
};
const line6: PointLine<bigint> = {
  first: 0n,
  last: lastAddress6,
  kinds: [[0n, ipv6]],
  after: (point) => point + 1n,
  before: (point) => point - 1n,
  count: (from, to) => Number(to - from + 1n),
};
const serviceLine: PointLine<number> = {
  ...line4,
  last: lastService,
  kinds: [
    [pointOf.TCP, anyFamily],
    [pointOf.UDP, anyFamily],
    [pointOf.ICMP, onlyIpv4],
    [pointOf.GRE, anyFamily],
    [pointOf.ICMPv6, onlyIpv6],
  ],
};

/** The words of a row that are about one list: `words` of them for what its rules surely match, and as many for what they may. */
interface ListWords {
  readonly rules: readonly ReadRule[];
  readonly sure: number;
  /** The same as `sure` where nothing is unknown in any list. */
  readonly possible: number;
  readonly words: number;
}

/** Each class's runs, in order. */
type RunsOf<N> = readonly { readonly from: N; readonly to: N }[][];

function runsByClass<N>({ from, to, of }: Segments<N>, count: number): RunsOf<N> {
  const runs: { from: N; to: N }[][] = Array.from({ length: count }, () => []);
  for (const [at, one] of of.entries()) {
    const [first, last] = [from[at], to[at]];
    if (first !== undefined && last !== undefined) runs[one]?.push({ from: first, to: last });
  }
  return runs;
}

export class Cells {
  readonly lists: readonly ListWords[];
  readonly addresses: Axis;
  readonly services: Axis;
  readonly segments: Segments<number>;
  /** 1 for the classes of addresses that lie in the marked ones. */
  readonly marked: Uint8Array;
  readonly #segments4: Segments<number>;
  readonly #segments6: Segments<bigint>;
  #runs: { readonly v4: RunsOf<number>; readonly v6: RunsOf<bigint>; readonly services: RunsOf<number> } | undefined;

  constructor(
    lists: readonly ListWords[],
    [addresses, segments4, segments6]: [Axis, Segments<number>, Segments<bigint>],
    [services, segments]: [Axis, Segments<number>],
    marked: Uint8Array,
  ) {
    this.lists = lists;
    this.addresses = addresses;
    this.services = services;
    this.segments = segments;
    this.marked = marked;
    this.#segments4 = segments4;
    this.#segments6 = segments6;
  }

  /** True where packets of this family can be of this service. */
  exists(address: number, service: number): boolean {
    const kind = this.services.kinds[service];
    return kind === anyFamily || (this.addresses.kinds[address] === ipv4) === (kind === onlyIpv4);
  }

  /** The packet of the cell with the lowest address and service. */
  packetIn(address: number, service: number): Packet {
    const runs = this.#byClass();
    const run = runs.v4[address]?.[0] ?? runs.v6[address]?.[0];
    const point = runs.services[service]?.[0]?.from ?? 0;
    const protocol = protocolAt(point);
    const text = typeof run?.from === 'bigint' ? formatAddress6(run.from) : formatAddress(run?.from ?? 0);
    return (protocolBit[protocol] & withPorts) === 0
      ? { protocol, address: text }
      : { protocol, address: text, port: point - pointOf[protocol] };
  }

  #byClass() {
    this.#runs ??= {
      v4: runsByClass(this.#segments4, this.addresses.count),
      v6: runsByClass(this.#segments6, this.addresses.count),
      services: runsByClass(this.segments, this.services.count),
    };
    return this.#runs;
  }

  /** The packets of all cells of these classes. */
  matchOf(addresses: readonly number[], services: readonly number[]): Match {
    const { v4, v6, services: of } = this.#byClass();
    const union: Addresses = {
      v4: mergeIntervals(addresses.flatMap((one) => v4[one] ?? [])),
      v6: mergeIntervals6(addresses.flatMap((one) => v6[one] ?? [])),
    };
    const kinds: Services = mergeIntervals(services.flatMap((one) => of[one] ?? []));
    return { addresses: union, services: kinds };
  }
}

/** The columns of all lists, in the order of their bits; blank ones fill up each list's last word. */
function columnsOf<T>(lists: readonly ListWords[], total: number, of: (match: Match) => readonly T[]): (readonly T[])[] {
  const columns: (readonly T[])[] = Array.from({ length: total * 32 }, () => []);
  for (const { rules, sure, possible } of lists) {
    for (const [at, rule] of rules.entries()) {
      columns[sure * 32 + at] = of(rule.sure);
      if (possible !== sure) columns[possible * 32 + at] = of(rule.possible);
    }
  }
  return columns;
}

function wordsOf(lists: readonly (readonly ReadRule[])[]): { readonly lists: readonly ListWords[]; readonly total: number } {
  const unsure = lists.some((rules) => rules.some((rule) => rule.possible !== rule.sure));
  let total = 0;
  const take = (words: number): number => {
    total += words;
    return total - words;
  };
  const placed = lists.map((rules): ListWords => {
    const words = Math.max(1, Math.ceil(rules.length / 32));
    const sure = take(words);
    return { rules, words, sure, possible: unsure ? take(words) : sure };
  });
  return { lists: placed, total };
}

const nowhere: Addresses = { v4: [], v6: [] };

/** Cells in which each of the lists answers all packets alike, and all lie in the marked addresses or none does. */
export function* cellsOf(lists: readonly (readonly ReadRule[])[], mark: Addresses = nowhere, pace = new Pace()): Slices<Cells> {
  const { lists: placed, total } = wordsOf(lists);
  const marks = mark.v4.length + mark.v6.length > 0;
  const addresses = new Axis(total + (marks ? 1 : 0));
  const withMark = <T>(columns: (readonly T[])[], runs: readonly T[]): (readonly T[])[] => (marks ? [...columns, runs] : columns);
  const columns4 = withMark(
    columnsOf(placed, total, ({ addresses: { v4 } }) => v4),
    mark.v4,
  );
  const segments4 = yield* sweep(addresses, line4, columns4, pace);
  const columns6 = withMark(
    columnsOf(placed, total, ({ addresses: { v6 } }) => v6),
    mark.v6,
  );
  const segments6 = yield* sweep(addresses, line6, columns6, pace);
  const services = new Axis(total);
  const segments = yield* sweep(
    services,
    serviceLine,
    columnsOf(placed, total, (match) => match.services),
    pace,
  );
  const marked = Uint8Array.from({ length: addresses.count }, (_, at) =>
    marks ? (addresses.rows[at * addresses.words + total] ?? 0) & 1 : 0,
  );
  return new Cells(placed, [addresses, segments4, segments6], [services, segments], marked);
}

// Which rule of a list decides each cell of a class of addresses.

/** No rule surely matches. */
const nobody = -1;
/** There are no such packets: ICMPv6 over IPv4. */
export const noPackets = -2;

const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);

/** Of one list and one class of addresses after another: who decides each class of services. */
export class Deciders {
  readonly list: ListWords;
  /** By class of services: the first rule that surely matches, `nobody` or `noPackets`. */
  readonly first: Int32Array;
  /** By class of services: 1 where a rule above the first may match too. */
  readonly doubtful: Uint8Array;
  readonly #cells: Cells;
  /** Words of the row, counted from the list's own first, in which some rule of the list holds the addresses. */
  readonly #words: number[] = [];

  constructor(cells: Cells, list: ListWords) {
    this.#cells = cells;
    this.list = list;
    this.first = new Int32Array(cells.services.count);
    this.doubtful = new Uint8Array(cells.services.count);
  }

  /** Words of the row that hold anything at all: all that need be looked at. */
  get words(): readonly number[] {
    return this.#words;
  }

  /** Fills `first` and `doubtful` for these classes of services. @returns steps of work. */
  decide(address: number, services: ArrayLike<number>): number {
    const { rows, words: length } = this.#cells.addresses;
    const { possible, words } = this.list;
    const row = address * length;
    this.#words.length = 0;
    for (let word = 0; word < words; word += 1) if (rows[row + possible + word] !== 0) this.#words.push(word);
    for (let at = 0; at < services.length; at += 1) {
      const service = services[at] ?? 0;
      this.doubtful[service] = 0;
      if (!this.#cells.exists(address, service)) {
        this.first[service] = noPackets;
        continue;
      }
      this.first[service] = this.#firstIn(row, service);
    }
    return services.length * (4 + 2 * this.#words.length);
  }

  /** `row`: where the words of the addresses begin. */
  #firstIn(row: number, service: number): number {
    const { sure, possible } = this.list;
    const { addresses, services } = this.#cells;
    const [a, b, base] = [addresses.rows, services.rows, service * services.words];
    for (const word of this.#words) {
      const both = (a[row + sure + word] ?? 0) & (b[base + sure + word] ?? 0);
      if (possible !== sure) {
        const may = (a[row + possible + word] ?? 0) & (b[base + possible + word] ?? 0);
        if (may !== 0 && (both === 0 || lowestBit(may) < lowestBit(both))) this.doubtful[service] = 1;
      }
      if (both !== 0) return word * 32 + lowestBit(both);
    }
    return nobody;
  }

  /** The next rule at or below `from` that may match the cell's packets; the number of rules when there is none. */
  next(address: number, service: number, from: number): number {
    const { addresses, services } = this.#cells;
    const { possible, words, rules } = this.list;
    let mask = -1 << (from & 31);
    for (let word = from >>> 5; word < words; word += 1) {
      const may =
        (addresses.rows[address * addresses.words + possible + word] ?? 0) &
        (services.rows[service * services.words + possible + word] ?? 0) &
        mask;
      if (may !== 0) return word * 32 + lowestBit(may);
      mask = -1;
    }
    return rules.length;
  }

  /** True when the rule surely matches the cell's packets. */
  surely(address: number, service: number, rule: number): boolean {
    const { addresses, services } = this.#cells;
    const word = this.list.sure + (rule >>> 5);
    const both = (addresses.rows[address * addresses.words + word] ?? 0) & (services.rows[service * services.words + word] ?? 0);
    return (both & (1 << (rule & 31))) !== 0;
  }
}

/** What may answer a cell, in order: rules that may match, then one that surely does, or null for "none matched, DROP". */
export function* mayAnswer(deciders: Deciders, address: number, service: number, from = 0): Generator<number | null, void> {
  const count = deciders.list.rules.length;
  for (let rule = deciders.next(address, service, from); rule < count; rule = deciders.next(address, service, rule + 1)) {
    yield rule;
    if (deciders.surely(address, service, rule)) return;
  }
  yield null;
}

/** The action of the rule, DROP for null; null for an action that nobody knows. */
export const actionOf = ({ rules }: ListWords, rule: number | null): Action | null =>
  rule === null ? 'DROP' : (rules[rule]?.action ?? null);
