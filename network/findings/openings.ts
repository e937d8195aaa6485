/**
 * What the filters before an interface let in from the internet and let answer: its groups in order, then its subnet's ACL both
 * ways. By classes of addresses and of services, so that it holds for every packet; interfaces with the same filters share it.
 */
import { holdsIp, type IpAddress, ipAfter } from '../addresses/ip.ts';
import { publicAddresses } from '../addresses/public-addresses.ts';
import type { Addresses, AddressFamily } from '../addresses/ranges.ts';
import { isOwnPublic, type ModelIndex } from '../model/look-up.ts';
import type { ModelSubnet } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { type Protocol, pointOf, protocolAt, protocolBit, withPorts } from '../packets/services.ts';
import { actionOf, type Cells, cellsOf, Deciders, ipv4, ipv6, mayAnswer } from '../rules/cells.ts';
import type { ReadRule } from '../rules/rule.ts';
import { Pace, type Slices } from '../rules/slices.ts';
import {
  type AclPair,
  type AclVerdict,
  aclOf,
  cutsOf,
  type GroupRule,
  type GroupRules,
  isNearTold,
  rulesOf,
  throughAcl,
} from './before-interface.ts';

/** How much of the internet: all of it, half of it or more, or more than an organisation has. Fewer are named senders. */
type Reach = 'everyone' | 'most' | 'many';

/** A run of ports of a protocol that a part of the internet reaches, as far as filters go. */
export interface Opening {
  readonly family: AddressFamily;
  readonly protocol: Protocol;
  /** null for protocols without ports. */
  readonly ports: { readonly from: number; readonly to: number } | null;
  /** null: none surely, but `doubt` says why some may. */
  readonly reach: Reach | null;
  /** The rule that lets most of them in; null where nothing surely is let in. */
  readonly rule: GroupRule | null;
  /** Every rule that lets some in. */
  readonly rules: readonly GroupRule[];
  /** False where it takes several rules to let in half of the internet. */
  readonly alone: boolean;
  /** How many public addresses. */
  readonly addresses: number;
  /** One of them that is nobody's of the model. */
  readonly witness: IpAddress | null;
  /** Why it may be more. */
  readonly doubt: Reason | null;
}

/** More public addresses than an organisation has: a /16 of IPv4, a /32 of IPv6. */
const limits: Readonly<Record<AddressFamily, number>> = { IPv4: 2 ** 16, IPv6: 2 ** 96 };

const sizeOf = (runs: readonly { readonly from: number | bigint; readonly to: number | bigint }[]): number =>
  runs.reduce((sum, { from, to }) => sum + Number(BigInt(to) - BigInt(from) + 1n), 0);

const totals: Readonly<Record<AddressFamily, number>> = { IPv4: sizeOf(publicAddresses.v4), IPv6: sizeOf(publicAddresses.v6) };

const overlap = <N extends number | bigint>(a: { readonly from: N; readonly to: N }, b: { readonly from: N; readonly to: N }): number => {
  const [from, to] = [a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to];
  return from > to ? 0 : Number(BigInt(to) - BigInt(from) + 1n);
};

const publicSizes = new WeakMap<Addresses, Readonly<Record<AddressFamily, number>>>();

/** How many public addresses are among them. */
function publicSizeOf(addresses: Addresses): Readonly<Record<AddressFamily, number>> {
  const known = publicSizes.get(addresses);
  if (known) return known;
  const { v4, v6 } = publicAddresses;
  const sizes = {
    IPv4: addresses.v4.reduce((sum, run) => v4.reduce((all, one) => all + overlap(run, one), sum), 0),
    IPv6: addresses.v6.reduce((sum, run) => v6.reduce((all, one) => all + overlap(run, one), sum), 0),
  };
  publicSizes.set(addresses, sizes);
  return sizes;
}

/** Whether rules may let in more than named senders: else no cell need be looked at. */
const areWide = (rules: readonly ReadRule[], family: AddressFamily): boolean =>
  rules.reduce((sum, { action, possible }) => sum + (action === 'DROP' ? 0 : publicSizeOf(possible.addresses)[family]), 0) > limits[family];

/** Of one class of services: how many get in by which rule. */
interface Tally {
  addresses: number;
  readonly byRule: Map<number, number>;
  witness: IpAddress | null;
  doubt: Reason | null;
}

/** An address of the class that is nobody's of the model, or null. */
function strangerIn(index: ModelIndex, cells: Cells, address: number, service: number): IpAddress | null {
  const { v4, v6 } = cells.matchOf([address], [service]).addresses;
  for (const { from, to } of [...v4, ...v6]) {
    let value: IpAddress = from;
    for (let tries = 0; tries < 64 && value <= to; tries += 1) {
      if (!isOwnPublic(index, value)) return value;
      value = ipAfter(value);
    }
  }
  return null;
}

/** What decides at one place: its groups, its ACL, and, where the ACL says so, its own address. */
interface FilterPlace {
  readonly family: AddressFamily;
  readonly groups: readonly string[] | undefined;
  readonly subnet: ModelSubnet | null;
  readonly near: IpAddress;
}

class Sieve {
  readonly #index: ModelIndex;
  readonly #place: FilterPlace;
  readonly #groups: GroupRules;
  readonly #acl: AclPair | Reason | null;
  readonly tallies: (Tally | undefined)[] = [];

  constructor(index: ModelIndex, place: FilterPlace, groups: GroupRules, acl: AclPair | Reason | null) {
    this.#index = index;
    this.#place = place;
    this.#groups = groups;
    this.#acl = acl;
  }

  /** What the groups say of a cell: the rule that surely lets it in, a reason where it cannot be told, null: they keep it out. */
  #byGroups(deciders: Deciders, address: number, service: number): number | Reason | null {
    const { first, doubtful, list } = deciders;
    const rule = first[service] ?? -1;
    if (doubtful[service] !== 1) return rule >= 0 && actionOf(list, rule) === 'ACCEPT' ? rule : null;
    const may = [...mayAnswer(deciders, address, service)];
    const actions = new Set(may.map((one) => actionOf(list, one)));
    // What surely matches comes last: rules above it may match, and would let in too.
    if (actions.size === 1 && actions.has('ACCEPT')) return may.at(-1) ?? null;
    if (actions.size === 1 && actions.has('DROP')) return null;
    return may.map((one) => (one === null ? null : this.#groups.doubts[one])).find((reason) => reason) ?? { code: 'filtered' };
  }

  take(cells: Cells, deciders: Deciders, address: number, service: number): void {
    const admitted = this.#byGroups(deciders, address, service);
    if (admitted === null) return;
    const tally = this.tallies[service] ?? { addresses: 0, byRule: new Map<number, number>(), witness: null, doubt: null };
    this.tallies[service] = tally;
    if (typeof admitted === 'object') {
      tally.doubt ??= admitted;
      return;
    }
    const passes = this.#byAcl(cells, address, service);
    if (passes.kind === 'unknown') tally.doubt ??= passes.reason;
    if (passes.kind !== 'pass') return;
    const weight = cells.addresses.weights[address] ?? 0;
    const before = Math.max(0, ...tally.byRule.values());
    const sum = (tally.byRule.get(admitted) ?? 0) + weight;
    tally.addresses += weight;
    tally.byRule.set(admitted, sum);
    if (tally.witness === null || sum > before) tally.witness = strangerIn(this.#index, cells, address, service) ?? tally.witness;
  }

  #byAcl(cells: Cells, address: number, service: number): AclVerdict {
    const acl = this.#acl;
    if (acl === null) return { kind: 'pass', share: 1, by: null };
    if ('code' in acl) return { kind: 'unknown', reason: acl };
    const { addresses, services } = cells.matchOf([address], [service]);
    const remote = (this.#place.family === 'IPv4' ? addresses.v4 : addresses.v6)[0]?.from ?? 0;
    const point = services[0]?.from ?? 0;
    const protocol = protocolAt(point);
    return throughAcl(acl, { protocol, near: this.#place.near, remote, port: point - pointOf[protocol] });
  }
}

function reachOf(addresses: number, family: AddressFamily): Reach | null {
  // Counts of IPv6 are rounded.
  if (addresses >= totals[family] * (1 - 1e-12)) return 'everyone';
  return addresses * 2 >= totals[family] ? 'most' : addresses > limits[family] ? 'many' : null;
}

/** A tally as it is told; null where only named senders get in. */
function summary({ addresses, byRule, witness, doubt }: Tally, { places }: GroupRules, family: AddressFamily) {
  const reach = reachOf(addresses, family);
  if (reach === null && doubt === null) return null;
  const ranked = [...byRule].sort(([a, x], [b, y]) => y - x || a - b);
  const [rule, most] = ranked[0] ?? [-1, 0];
  return {
    reach,
    rule: reach === null ? null : (places[rule] ?? null),
    rules: ranked
      .flatMap(([one]) => places[one] ?? [])
      .sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : a.index - b.index)),
    alone: reach === 'many' || most * 2 >= totals[family],
    addresses,
    witness,
    doubt,
  };
}

/** The runs of the services line with what is told of each. */
function openingsOf(cells: Cells, sieve: Sieve, groups: GroupRules, family: AddressFamily): Opening[] {
  const told = new Map<number, NonNullable<ReturnType<typeof summary>>>();
  for (const [service, tally] of sieve.tallies.entries()) {
    const one = tally && summary(tally, groups, family);
    if (one) told.set(service, one);
  }
  const { from: starts, to: ends, of } = cells.segments;
  return of.flatMap((service, at): Opening[] => {
    const one = told.get(service);
    const [start, end] = [starts[at], ends[at]];
    if (!one || start === undefined || end === undefined) return [];
    const protocol = protocolAt(start);
    const hasPorts = (protocolBit[protocol] & withPorts) !== 0;
    return [{ family, protocol, ports: hasPorts ? { from: start - pointOf[protocol], to: end - pointOf[protocol] } : null, ...one }];
  });
}

function* sieved(index: ModelIndex, place: FilterPlace, groups: GroupRules): Slices<readonly Opening[]> {
  const pace = new Pace();
  const acl = place.subnet === null ? null : aclOf(index, place.subnet);
  const cuts = acl && !('code' in acl) ? [cutsOf(acl.ingress, 'in'), cutsOf(acl.egress, 'out')] : [];
  const cells = yield* cellsOf([groups.rules, ...cuts], publicAddresses, pace);
  const [list] = cells.lists;
  if (!list) return [];
  const deciders = new Deciders(cells, list);
  const services = Int32Array.from({ length: cells.services.count }, (_, at) => at);
  const sieve = new Sieve(index, place, groups, acl);
  const kind = place.family === 'IPv4' ? ipv4 : ipv6;
  for (let address = 0; address < cells.addresses.count; address += 1) {
    if (cells.marked[address] === 0 || cells.addresses.kinds[address] !== kind) continue;
    if (pace.spent(deciders.decide(address, services))) yield;
    for (const service of services) {
      if (!cells.exists(address, service)) continue;
      sieve.take(cells, deciders, address, service);
      if (acl !== null && pace.spent(500)) yield;
    }
  }
  return openingsOf(cells, sieve, groups, place.family);
}

/** What the filters of a place let in from more of the internet than named senders; without a subnet, the groups alone. */
export function* openingsAt(index: ModelIndex, place: FilterPlace): Slices<readonly Opening[]> {
  const { family, groups, subnet, near } = place;
  const told = subnet && isNearTold(index, subnet) ? String(near) : '';
  const acl = subnet === null ? '-' : subnet.networkAcl === undefined ? `?${subnet.vpc}` : subnet.networkAcl;
  const key = `openings ${family} ${groups?.join(',')} ${acl} ${told}`;
  const known = index.memo.get(key);
  // Only this function remembers under these keys.
  if (known) return known as readonly Opening[];
  const rules = rulesOf(index, groups);
  const openings = areWide(rules.rules, family) ? yield* sieved(index, place, rules) : [];
  index.memo.set(key, openings);
  return openings;
}

/** The opening that a port lies in; `port` null for protocols without. */
export const openingFor = (openings: readonly Opening[], protocol: Protocol, port: number | null): Opening | undefined =>
  openings.find((one) => one.protocol === protocol && (one.ports === null || (port !== null && holdsIp(one.ports, port))));
