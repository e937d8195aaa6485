/** Which rule of a list decides each cell of a class of addresses. */
import type { Cells, ListWords } from './cells.ts';
import type { Action } from './rule.ts';

/** No rule surely matches. */
export const nobody = -1;
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
    const { addresses, services: of } = this.#cells;
    const { sure, possible, words } = this.list;
    const rows = addresses.rows;
    const own = address * addresses.words;
    this.#words.length = 0;
    for (let word = 0; word < words; word += 1) if (rows[own + possible + word] !== 0) this.#words.push(word);
    const unsure = possible !== sure;
    for (let at = 0; at < services.length; at += 1) {
      const service = services[at] ?? 0;
      this.doubtful[service] = 0;
      if (!this.#cells.exists(address, service)) {
        this.first[service] = noPackets;
        continue;
      }
      this.first[service] = this.#firstIn(rows, own, of.rows, service * of.words, unsure, service);
    }
    return services.length * (4 + 2 * this.#words.length);
  }

  #firstIn(a: Uint32Array, own: number, b: Uint32Array, base: number, unsure: boolean, service: number): number {
    const { sure, possible } = this.list;
    for (const word of this.#words) {
      const both = (a[own + sure + word] ?? 0) & (b[base + sure + word] ?? 0);
      if (unsure) {
        const may = (a[own + possible + word] ?? 0) & (b[base + possible + word] ?? 0);
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
