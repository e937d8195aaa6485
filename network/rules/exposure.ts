/** What a rule list opens to the whole internet. */

import { publicAddresses } from '../addresses/public-addresses.ts';
import type { AddressFamily } from '../addresses/ranges.ts';
import { type Protocol, pointOf, protocolAt, protocolBit, withPorts } from '../packets/services.ts';
import { actionOf, type Cells, cellsOf, Deciders, ipv4, ipv6, mayAnswer, noPackets } from './cells.ts';
import { type PlainRule, type ReadRule, readRules } from './rule.ts';
import { finish, Pace, type Slices } from './slices.ts';

/** One protocol and run of ports that a rule for everyone really opens. */
export interface Exposure {
  readonly family: AddressFamily;
  readonly protocol: Protocol;
  /** null for ICMP, ICMPv6 and GRE. */
  readonly ports: { readonly from: number; readonly to: number } | null;
  /** The rule that admits: an ACCEPT that is for every public address of the family. */
  readonly rule: number;
  /** False when an earlier rule keeps some public addresses out, or may. */
  readonly everyone: boolean;
  /** False when it cannot be told, because of what is not known of this rule or of one above it. */
  readonly certain: boolean;
}

const families: readonly AddressFamily[] = ['IPv4', 'IPv6'];

/** Of one family: by class of services, who admits public addresses, and whether any is kept out. */
class Openings {
  /** For each rule that admits some, whether that is certain. */
  readonly admits: (Map<number, boolean> | undefined)[];
  readonly keepsOut: Uint8Array;
  readonly #last: Int32Array;

  constructor(count: number) {
    this.admits = new Array(count);
    this.keepsOut = new Uint8Array(count);
    this.#last = new Int32Array(count).fill(noPackets);
  }

  admit(service: number, rule: number, certain: boolean): void {
    if (certain && this.#last[service] === rule) return;
    if (certain) this.#last[service] = rule;
    const admits = this.admits[service] ?? new Map<number, boolean>();
    this.admits[service] = admits;
    admits.set(rule, certain || admits.get(rule) === true);
  }
}

/** The answers to one public class of addresses. */
function gather(deciders: Deciders, address: number, openings: Openings): void {
  const { first, doubtful, list } = deciders;
  for (const [service, rule] of first.entries()) {
    if (rule === noPackets) continue;
    const accepts = actionOf(list, rule < 0 ? null : rule) === 'ACCEPT';
    if (doubtful[service] === 1) {
      const may = [...mayAnswer(deciders, address, service)];
      const sure = may.every((one) => actionOf(list, one) === 'ACCEPT');
      if (!sure) openings.keepsOut[service] = 1;
      for (const one of may) if (one !== null && actionOf(list, one) !== 'DROP') openings.admit(service, one, sure);
    } else if (accepts) openings.admit(service, rule, true);
    else openings.keepsOut[service] = 1;
  }
}

/** The rules that hold every public class of a family, in one half of the rows. */
function forEveryone(cells: Cells, kind: number, half: number, rule: number): boolean {
  const { rows, words, kinds, count } = cells.addresses;
  const [word, bit] = [half + (rule >>> 5), 1 << (rule & 31)];
  for (let at = 0; at < count; at += 1) {
    if (cells.marked[at] === 1 && kinds[at] === kind && ((rows[at * words + word] ?? 0) & bit) === 0) return false;
  }
  return true;
}

/** Runs of ports that one rule opens alike, joined. */
function exposuresOf(cells: Cells, openings: Openings, family: AddressFamily): Exposure[] {
  const [list] = cells.lists;
  if (!list) return [];
  const kind = family === 'IPv4' ? ipv4 : ipv6;
  const byRule = new Map<number, Exposure[]>();
  const possibly = list.rules.map((_, rule) => forEveryone(cells, kind, list.possible, rule));
  const surely = list.rules.map((_, rule) => forEveryone(cells, kind, list.sure, rule));
  const { from: starts, to: ends, of } = cells.segments;
  for (const [at, service] of of.entries()) {
    const [start, end] = [starts[at] ?? 0, ends[at] ?? 0];
    const protocol = protocolAt(start);
    const ports = (protocolBit[protocol] & withPorts) === 0 ? null : { from: start - pointOf[protocol], to: end - pointOf[protocol] };
    for (const [rule, admits] of openings.admits[service] ?? []) {
      if (!possibly[rule]) continue;
      const all = byRule.get(rule) ?? [];
      byRule.set(rule, all);
      const last = all.at(-1);
      const certain = admits && surely[rule] === true;
      const next: Exposure = { family, protocol, ports, rule, everyone: openings.keepsOut[service] === 0, certain };
      if (last && ports && joins(last, next)) all[all.length - 1] = { ...next, ports: { from: last.ports?.from ?? 0, to: ports.to } };
      else all.push(next);
    }
  }
  return [...byRule].sort(([a], [b]) => a - b).flatMap(([, all]) => all);
}

const joins = (a: Exposure, b: Exposure): boolean =>
  a.protocol === b.protocol && a.everyone === b.everyone && a.certain === b.certain && a.ports !== null && a.ports.to + 1 === b.ports?.from;

/** `exposureIn`, in slices. */
export function* exposureSlices(rules: readonly ReadRule[]): Slices<Exposure[]> {
  const pace = new Pace();
  const cells = yield* cellsOf([rules], publicAddresses, pace);
  const [list] = cells.lists;
  if (!list) return [];
  const deciders = new Deciders(cells, list);
  const services = Int32Array.from({ length: cells.services.count }, (_, at) => at);
  const openings = families.map(() => new Openings(services.length));
  for (let address = 0; address < cells.addresses.count; address += 1) {
    const of = openings[cells.addresses.kinds[address] === ipv4 ? 0 : 1];
    if (cells.marked[address] === 0 || !of) continue;
    if (pace.spent(deciders.decide(address, services))) yield;
    gather(deciders, address, of);
    if (pace.spent(services.length * 4)) yield;
  }
  return openings.flatMap((of, at) => exposuresOf(cells, of, families[at] ?? 'IPv4'));
}

/**
 * What is open to everyone, by protocol and port, each with the rule that admits it; IPv4 first, in rule order. Only rules
 * that are for every public address count, and only for what earlier rules leave to them. A list of narrower rules that
 * happens to add up to the internet is not reported. A rule of which the remote end or the action is not known counts as one
 * that may be for everyone.
 */
export const exposureIn = (rules: readonly ReadRule[]): Exposure[] => finish(exposureSlices(rules));

/** @throws RangeError on a rule that cannot be read. For tests. */
export const exposure = (rules: readonly PlainRule[]): Exposure[] => exposureIn(readRules(rules));
