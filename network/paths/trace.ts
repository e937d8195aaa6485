/** Whether A reaches B, there and back, with every hop and what decided it. */

import { compareIps, familyOfText, formatIp, parseIp } from '../addresses/ip.ts';
import { leadsOutside } from '../addresses/public-addresses.ts';
import type { AddressFamily } from '../addresses/ranges.ts';
import { indexOf, type ModelIndex, publicAddressOf } from '../model/look-up.ts';
import type { NetworkModel } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { lastPort, protocolBit, withPorts } from '../packets/services.ts';
import { portsTo } from './nat.ts';
import type { Hop, PathAnswer, PathCase, PathQuery, Verdict } from './path.ts';
import { isGap, type Target, type WalkResult, walkPath } from './path-walk.ts';
import {
  bareClasses,
  classesOf,
  type EndpointMeaning,
  internetClasses,
  linesOf,
  meaningOf,
  nearLinesOf,
  type PlaceClass,
  placesOf,
} from './places.ts';
import { repairsOf } from './repairs.ts';
import type { PacketPlace } from './walk.ts';

/** So many pairs of ends are walked at most; beyond, the answer says so instead of taking seconds. */
const mostPairs = 20_000;

/** @throws RangeError on a port that is none, or is missing. */
function check({ protocol, port, sourcePort }: PathQuery): void {
  const isPort = (value: number) => Number.isInteger(value) && value >= 0 && value <= lastPort;
  if (protocolBit[protocol] === undefined) throw new RangeError(`"${protocol}" is not a protocol of a packet`);
  if ((protocolBit[protocol] & withPorts) === 0) return;
  if (port === undefined || !isPort(port)) throw new RangeError(`a ${protocol} packet needs a port from 0 to ${lastPort}, not ${port}`);
  if (sourcePort !== undefined && !isPort(sourcePort)) throw new RangeError(`a source port is 0 to ${lastPort}, not ${sourcePort}`);
}

function privately(place: PacketPlace): Target {
  if (place.kind === 'outside') return { value: place.value, missing: null, interface: null, vpc: null };
  // A global IPv6 address may be reached inside or over the internet.
  const vpc = typeof place.value === 'bigint' && leadsOutside(place.value) ? null : place.subnet.vpc;
  return { value: place.value, missing: null, interface: place.kind === 'host' ? place.holder.interface.id : null, vpc };
}

/**
 * How a sender addresses a place: from the internet by its public address, where it has none by each port that a NAT gateway
 * publishes for it, else by its private one.
 */
function targetsFor(index: ModelIndex, query: PathQuery, from: PacketPlace, to: PacketPlace): Target[] {
  if (from.kind !== 'outside' || to.kind !== 'host') return [privately(to)];
  const { interface: one, address } = to.holder;
  const { row: value, missing } = publicAddressOf(index, one, address);
  const own: Target = { value, missing, interface: one.id, vpc: null };
  if (value !== null || missing) return [own];
  const { rows, more } = portsTo(index, query, one.vpc, address.address);
  if (rows.length === 0) return [{ ...own, missing: more }];
  return rows.map((row): Target => ({ ...own, value: parseIp(row.publicAddress), port: row.publicPort }));
}

interface Pair {
  readonly from: PacketPlace;
  readonly target: Target;
  readonly count: number;
  /** Why there may be no such pair. */
  readonly unsure: Reason | null;
}

/** Classes of one end, parted by the rules and routes of the other. A remote address stays one address. */
function classesFor(index: ModelIndex, meaning: EndpointMeaning, other: EndpointMeaning, family: AddressFamily): PlaceClass[] {
  const lines = () =>
    [
      ...new Set([
        ...linesOf(index, placesOf(index, other, family), family),
        ...nearLinesOf(index, placesOf(index, meaning, family), family),
      ]),
    ].sort(compareIps);
  if (meaning.kind === 'internet') return internetClasses(index, lines(), family);
  if (meaning.kind === 'address') return [{ members: [{ kind: 'outside', value: meaning.value }], count: 1, unsure: null }];
  if (meaning.kind === 'subnet') return bareClasses(meaning.subnet, lines(), family);
  if (meaning.kind === 'nothing') return [];
  const [only, ...more] = meaning.places;
  return only && more.length === 0 ? [{ members: [only], count: 1, unsure: null }] : classesOf(index, meaning.places, lines());
}

const sameInterface = (a: PacketPlace, b: PacketPlace): boolean =>
  a.kind === 'host' && b.kind === 'host' && a.holder.interface.id === b.holder.interface.id;

/** All pairs of classes, each with two members to walk. A subnet's interface is never paired with itself. */
function pairsOf(
  index: ModelIndex,
  query: PathQuery,
  [from, to]: readonly [EndpointMeaning, EndpointMeaning],
  senders: readonly PlaceClass[],
  receivers: readonly PlaceClass[],
): Pair[] {
  const apart = (from.kind === 'places' && from.subnet !== null) || (to.kind === 'places' && to.subnet !== null);
  return senders.flatMap((sender) =>
    receivers.flatMap((receiver): Pair[] => {
      const twice = apart ? receiver.members.filter((place) => sender.members.some((one) => sameInterface(one, place))).length : 0;
      for (const a of sender.members) {
        const b = receiver.members.find((place) => !(apart && sameInterface(a, place)));
        const unsure = sender.unsure ?? receiver.unsure;
        const count = sender.count * receiver.count - twice;
        if (b) return targetsFor(index, query, a, b).map((target) => ({ from: a, target, count, unsure }));
      }
      return [];
    }),
  );
}

const nameOf = (place: PacketPlace) => ({
  interface: place.kind === 'host' ? place.holder.interface.id : null,
  address: formatIp(place.value),
});

/** The hop that decides the verdict of a case. */
const hopOf = ({ decidedBy, forward, return: back }: Pick<WalkResult, 'decidedBy' | 'forward' | 'return'>): Hop | null =>
  (decidedBy && (decidedBy.way === 'forward' ? forward : back)[decidedBy.index]) ?? null;

/** Cases that end at the same stop for the same reason are one. */
function keyOf(walked: WalkResult): string {
  const { verdict, decidedBy } = walked;
  const hop = hopOf(walked);
  // Interfaces and their EIPs are what the cases are many of: which one it is does not make another case.
  const id = hop && ['interface', 'security-group', 'eip'].includes(hop.step) ? '' : hop?.id;
  return JSON.stringify([verdict, decidedBy?.way, hop?.step, id, hop?.rule, hop?.reason?.code]);
}

interface CaseCandidate {
  readonly pathCase: PathCase;
  /** Why there may be no such case. */
  readonly unsure: Reason | null;
}

function casesOf(index: ModelIndex, query: PathQuery, pairs: readonly Pair[]): CaseCandidate[] {
  const cases = new Map<string, CaseCandidate>();
  for (const { from, target, count, unsure } of pairs) {
    const walk = walkPath(index, query, from, target);
    const { verdict, forward, return: back, decidedBy, sourcePorts, arrived } = walk;
    const key = keyOf(walk);
    const existing = cases.get(key);
    if (existing) {
      const pathCase = { ...existing.pathCase, pairs: existing.pathCase.pairs + count };
      cases.set(key, { pathCase, unsure: existing.unsure && unsure });
      continue;
    }
    const to =
      arrived?.kind === 'host'
        ? nameOf(arrived)
        : { interface: target.interface, address: target.value === null ? '' : formatIp(target.value) };
    const repairs = repairsOf(index, query, from, target, walk);
    cases.set(key, {
      unsure,
      pathCase: { verdict, forward, return: back, decidedBy, sourcePorts, from: nameOf(from), to, pairs: count, ...repairs },
    });
  }
  return [...cases.values()];
}

/** Reachable for some and blocked for others is ambiguous; else what is not known keeps the whole from being known. */
function verdictOf(cases: readonly PathCase[]): Verdict {
  const verdicts = new Set(cases.map(({ verdict }) => verdict));
  if (verdicts.has('ambiguous') || (verdicts.has('reachable') && verdicts.has('blocked'))) return 'ambiguous';
  return verdicts.has('unknown') || verdicts.size === 0 ? 'unknown' : verdicts.has('blocked') ? 'blocked' : 'reachable';
}

const unknown = (because: Reason): PathAnswer => {
  const nobody = { interface: null, address: '' };
  return {
    verdict: 'unknown',
    because,
    from: nobody,
    to: nobody,
    forward: [],
    return: [],
    decidedBy: null,
    sourcePorts: null,
    repairs: [],
    repairsUnsure: [],
    cases: [],
  };
};

/** The verdict of all cases; where ends that may be there, or may not, would change it, unknown, and why. */
function overallVerdict(
  candidates: readonly CaseCandidate[],
  doubt: Reason | null,
): { readonly verdict: Verdict; readonly because: Reason | null } {
  const verdict = verdictOf(candidates.map(({ pathCase }) => pathCase));
  const sure = verdictOf(candidates.filter(({ unsure }) => unsure === null).map(({ pathCase }) => pathCase));
  if (sure === 'ambiguous') return { verdict: sure, because: null };
  const because = doubt ?? (sure === verdict ? null : (candidates.find(({ unsure }) => unsure !== null)?.unsure ?? null));
  return { verdict: because ? 'unknown' : verdict, because };
}

/** The one family that a question is about; null where its parts are of two. */
function familyAsked({ from, to, protocol, family }: PathQuery): AddressFamily | null {
  const named = [from, to].flatMap((end): AddressFamily[] => {
    if ('address' in end && end.address !== undefined) return [familyOfText(end.address)];
    return 'internet' in end && end.family ? [end.family] : [];
  });
  const families = new Set<AddressFamily>([
    ...named,
    ...(family === undefined ? [] : [family]),
    ...(protocol === 'ICMP' ? (['IPv4'] as const) : protocol === 'ICMPv6' ? (['IPv6'] as const) : []),
  ]);
  const [only = 'IPv4', other] = families;
  return other === undefined ? only : null;
}

const doubtOf = (meaning: EndpointMeaning): Reason | null => (meaning.kind === 'places' ? meaning.doubt : null);

/**
 * Follows a packet from one end to the other and its answer back.
 *
 * `reachable` and `blocked` hold for every way the question can be meant; `ambiguous`: it depends on which interface,
 * address or source port; `unknown`: what would decide is not in the model or not in the documents, and `because` says
 * what. Something that surely stops a packet makes it blocked even where other hops cannot be told.
 * @throws RangeError on a port or address that cannot be read; ids that the model does not have make the answer unknown.
 */
export function trace(model: NetworkModel, query: PathQuery): PathAnswer {
  check(query);
  const index = indexOf(model);
  const family = familyAsked(query);
  if (family === null) return unknown({ code: 'families-differ' });
  const from = meaningOf(index, query.from, 'from', family);
  const to = meaningOf(index, query.to, 'to', family);
  if (from.kind === 'nothing') return unknown(from.reason);
  if (to.kind === 'nothing') return unknown(to.reason);
  const doubt = doubtOf(from) ?? doubtOf(to);
  const senders = classesFor(index, from, to, family);
  const receivers = classesFor(index, to, from, family);
  if (senders.length * receivers.length > mostPairs) return unknown({ code: 'too-many-cases', cases: senders.length * receivers.length });
  const candidates = casesOf(index, query, pairsOf(index, query, [from, to], senders, receivers));
  const cases = candidates.map(({ pathCase }) => pathCase);
  const { verdict, because } = overallVerdict(candidates, doubt);
  const deciding: readonly Verdict[] = verdict === 'ambiguous' ? ['ambiguous', 'blocked'] : [verdict];
  const fitting = cases.filter((one) => deciding.includes(one.verdict));
  const shown = fitting.find((one) => isGap(hopOf(one)?.reason ?? null)) ?? fitting[0] ?? cases[0];
  if (!shown) return unknown(because ?? { code: 'no-other-interface', subnet: (from.kind === 'places' && from.subnet) || '' });
  const { pairs: _, ...rest } = shown;
  if (because) return { ...rest, decidedBy: null, verdict, because, cases };
  return { ...rest, verdict, because: hopOf(shown)?.reason ?? null, cases };
}
