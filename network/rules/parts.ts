/** A set of cells that grows row by row, kept small, and told as packets when somebody asks. */

import { boxesOfMatch } from '../packets/match.ts';
import type { Packet, PacketSet } from '../packets/packet-set.ts';
import type { Cells } from './cells.ts';

interface Group {
  readonly services: readonly number[];
  readonly addresses: number[];
}

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((one, at) => one === b[at]);

/** Classes of addresses that have the same classes of services in the set are kept together. */
export class Parts {
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
    const known = alike.find(({ services }) => sameNumbers(services, this.#row));
    if (known) known.addresses.push(address);
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
export class Part {
  readonly witness: Packet;
  readonly packets: number;
  readonly #cells: Cells;
  readonly #parts: Parts;
  #region: PacketSet | undefined;

  constructor(cells: Cells, parts: Parts) {
    this.#cells = cells;
    this.#parts = parts;
    this.packets = parts.groups.reduce((sum, group) => sum + sizeOf(cells, group), 0);
    this.witness = witnessOf(cells, parts);
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
function witnessOf(cells: Cells, { groups }: Parts): Packet {
  const [group] = groups;
  return cells.packetIn(group?.addresses[0] ?? 0, group?.services[0] ?? 0);
}
