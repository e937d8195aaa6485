/**
 * What rules of five parts let through: what is open to the whole internet, and whose answers do not get back. Where the near end and
 * the client's port are the same for every rule, such rules are ones of three parts; so each such part is asked by itself. Pure.
 */
import { lastAddress6 } from '../../catalogue/address6.ts';
import type { Interval } from '../addresses/cidr.ts';
import { holdsIp, type IpAddress, type IpInterval, ipAfter } from '../addresses/ip.ts';
import { type AddressFamily, lastAddress, readRange } from '../addresses/ranges.ts';
import { type PacketSet, simplify, subtract } from '../packets/packet-set.ts';
import { lastPort, type Protocol } from '../packets/services.ts';
import { differenceSlices } from '../rules/difference.ts';
import { type Exposure, exposureSlices } from '../rules/exposure.ts';
import type { AclPolicy } from '../rules/policies.ts';
import { type PlainRule, readPorts, readRules } from '../rules/rule.ts';
import type { Slices } from '../rules/slices.ts';

/** A rule of which every part is known. */
interface FiveRule {
  readonly plain: PlainRule;
  readonly near: IpInterval;
  readonly sourcePort: string;
  readonly sources: readonly Interval[];
  readonly destinations: readonly Interval[];
}

/** The ports of clients. */
const clients: Interval = { from: 1024, to: lastPort };

function fiveRuleOf({ action, protocol, port = 'ALL', cidr, near, sourcePort = 'ALL', unread }: AclPolicy): FiveRule | null {
  const end = near === undefined ? null : readRange(near);
  const [sources, destinations] = [readPorts(sourcePort), readPorts(port)];
  if (action === null || protocol === undefined || cidr === undefined || unread?.length) return null;
  return end && sources && destinations ? { plain: { action, protocol, port, cidr }, near: end, sourcePort, sources, destinations } : null;
}

function readAll(policies: readonly AclPolicy[]): FiveRule[] | null {
  const rules = policies.flatMap((policy) => fiveRuleOf(policy) ?? []);
  return rules.length === policies.length ? rules : null;
}

/** First addresses of the runs of near ends between which no rule draws a line, with their family. */
function nearStarts(rules: readonly FiveRule[]): readonly (readonly [AddressFamily, IpAddress])[] {
  const of = (family: AddressFamily, first: IpAddress, last: IpAddress) => {
    const ends = rules.flatMap(({ near }) => (typeof near.from === typeof first ? [near.from, ipAfter(near.to)] : []));
    return [...new Set([first, ...ends])].filter((at) => at <= last).map((at) => [family, at] as const);
  };
  return [...of('IPv4', 0, lastAddress), ...of('IPv6', 0n, lastAddress6)];
}

const portStarts = (runs: readonly Interval[]): number[] => [
  ...new Set([clients.from, ...runs.flatMap(({ from, to }) => [from, to + 1]).filter((at) => at > clients.from && at <= clients.to)]),
];

const hasPorts = (protocol: Protocol | 'ALL'): boolean => protocol === 'TCP' || protocol === 'UDP';
const holdsPort = (runs: readonly Interval[], port: number): boolean => runs.some(({ from, to }) => from <= port && port <= to);

/** The rules that are about one near end and one port of the client's, which packets come from (`source`) or go to. */
function rulesAt(rules: readonly FiveRule[], near: IpAddress, end: 'source' | 'destination', port: number): FiveRule[] {
  return rules.filter(
    (rule) =>
      holdsIp(rule.near, near) && (!hasPorts(rule.plain.protocol) || holdsPort(end === 'source' ? rule.sources : rule.destinations, port)),
  );
}

const union = (a: PacketSet, b: PacketSet): PacketSet => (b.length === 0 ? a : simplify([...a, ...subtract(b, a)]));

/** Connections that one direction lets through and whose answers the other does not, by their remote end and the server's port. */
function* lost(through: readonly FiveRule[], back: readonly FiveRule[]): Slices<PacketSet> {
  let all: PacketSet = [];
  for (const [family, near] of nearStarts([...through, ...back])) {
    const ports = portStarts([...through.flatMap(({ sources }) => sources), ...back.flatMap(({ destinations }) => destinations)]);
    for (const port of ports) {
      const there = rulesAt(through, near, 'source', port).map(({ plain }) => plain);
      if (!there.some(({ action }) => action === 'ACCEPT')) continue;
      const answers = rulesAt(back, near, 'destination', port).map(({ plain, sourcePort }): PlainRule => ({ ...plain, port: sourcePort }));
      const { sure } = yield* differenceSlices(readRules(answers), readRules(there));
      const opened = sure.flatMap(({ effect, region }) => (effect === 'opens' ? region : []));
      all = union(
        all,
        opened.filter((box) => box.family === family),
      );
    }
  }
  return all;
}

/** What is open to everyone at some near end, each once; `rule` is the place in the list. */
function* exposed(ingress: readonly FiveRule[]): Slices<Exposure[]> {
  const all = new Map<string, Exposure>();
  for (const [family, near] of nearStarts(ingress)) {
    for (const port of portStarts(ingress.flatMap(({ sources }) => sources))) {
      const here = rulesAt(ingress, near, 'source', port);
      if (here.length === 0) continue;
      for (const one of yield* exposureSlices(readRules(here.map(({ plain }) => plain)))) {
        if (one.family !== family) continue;
        const rule = ingress.indexOf(here[one.rule] as FiveRule);
        const { protocol, ports } = one;
        const key = JSON.stringify([family, protocol, ports, rule]);
        const everyone = one.everyone || all.get(key)?.everyone === true;
        all.set(key, { ...one, rule, everyone });
      }
    }
  }
  return [...all.values()];
}

interface FivePartAnswers {
  readonly exposed: readonly Exposure[];
  /** Connections that are let in whose answers are not let out, and the reverse. The ports are the server's. */
  readonly lostOut: PacketSet;
  readonly lostIn: PacketSet;
}

/** Null where a rule is not understood whole. In slices. */
export function* fivePartAnswers(ingress: readonly AclPolicy[], egress: readonly AclPolicy[]): Slices<FivePartAnswers | null> {
  const [inward, outward] = [readAll(ingress), readAll(egress)];
  if (!inward || !outward) return null;
  return { exposed: yield* exposed(inward), lostOut: yield* lost(inward, outward), lostIn: yield* lost(outward, inward) };
}
