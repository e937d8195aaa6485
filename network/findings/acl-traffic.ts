/** What ACLs do with packets that the groups behind them let in, as sets, so that it holds for every packet. */
import type { Interval } from '../addresses/cidr.ts';
import { ipBlockOf } from '../addresses/ip.ts';
import { mergeIntervals } from '../addresses/ranges.ts';
import { allOf, type ModelIndex, rowOf } from '../model/look-up.ts';
import type { ModelInterface, ModelSubnet } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { boxesOfMatch } from '../packets/match.ts';
import { type Box, intersect, isEmpty, type PacketSet, samplePacket, simplify, subtract } from '../packets/packet-set.ts';
import { lastPort, type Protocol, pointOf, protocolAt, protocolBit, protocolsOfFamily, withPorts } from '../packets/services.ts';
import { ephemeralPorts } from '../paths/path-walk.ts';
import { actionOf, type Cells, cellsOf, Deciders } from '../rules/cells.ts';
import type { ReadRule } from '../rules/rule.ts';
import type { Pace, Slices } from '../rules/slices.ts';
import { type AclPair, aclOf, type GroupRule, rulesOf } from './before-interface.ts';
import type { Ground } from './kind.ts';

/** Of one rule of a group: what becomes of the packets that it lets in from outside the subnet. */
interface RuleTraffic {
  readonly rule: GroupRule;
  /** A packet of a rule of which the ACL lets none in; null: some pass. */
  readonly blocked: string | null;
  /** A packet that comes in, and whose answer the ACL keeps in. */
  readonly unanswered: string | null;
}

interface AclTraffic {
  readonly acl: string;
  readonly interface: ModelInterface;
  /** Rules of which something is kept. */
  readonly rules: readonly RuleTraffic[];
  readonly doubt: Reason | null;
}

/** So many of the ports that clients use must be answered: with fewer, connections fail by chance. */
const enough = 0.25;

/** What an ACL lets in and lets answer, and what it lets in alone. */
interface AclSets {
  readonly passing: PacketSet;
  readonly unanswered: PacketSet;
}

/** For each protocol, the classes of services by which answers go to clients, and how many ports of each are theirs. */
function answerClasses(cells: Cells): Map<Protocol, (readonly [service: number, ports: number])[]> {
  const classes = new Map<Protocol, [number, number][]>();
  const { from: starts, to: ends, of } = cells.segments;
  for (const [at, service] of of.entries()) {
    const [start, end] = [starts[at] ?? 0, ends[at] ?? 0];
    const protocol = protocolAt(start);
    const base = pointOf[protocol];
    const hasPorts = (protocolBit[protocol] & withPorts) !== 0;
    const ports = hasPorts ? Math.min(end - base, ephemeralPorts.to) - Math.max(start - base, ephemeralPorts.from) + 1 : 1;
    if (ports > 0) classes.set(protocol, [...(classes.get(protocol) ?? []), [service, ports]]);
  }
  return classes;
}

function* setsOf({ ingress, egress }: AclPair, pace: Pace): Slices<AclSets> {
  const lists = [ingress, egress].map((rules): readonly ReadRule[] => rules.map(({ packets }) => packets));
  const cells = yield* cellsOf(lists, undefined, pace);
  const [into, out] = cells.lists.map((list) => new Deciders(cells, list));
  const sets: { passing: Box[]; unanswered: Box[] } = { passing: [], unanswered: [] };
  if (!into || !out) return sets;
  const services = Int32Array.from({ length: cells.services.count }, (_, at) => at);
  const answers = answerClasses(cells);
  const accepts = ({ first, list }: Deciders, service: number): boolean =>
    (first[service] ?? -1) >= 0 && actionOf(list, first[service] ?? 0) === 'ACCEPT';
  for (let address = 0; address < cells.addresses.count; address += 1) {
    if (pace.spent(into.decide(address, services) + out.decide(address, services))) yield;
    const answered = new Map(
      [...answers].map(([protocol, classes]) => {
        const [open, all] = classes.reduce(
          ([sum, total], [service, ports]) => [sum + (accepts(out, service) ? ports : 0), total + ports],
          [0, 0],
        );
        return [protocol, open >= all * enough] as const;
      }),
    );
    const kept: Record<keyof typeof sets, Interval[]> = { passing: [], unanswered: [] };
    const { from: starts, to: ends, of } = cells.segments;
    for (const [at, service] of of.entries()) {
      const [from = 0, to = 0] = [starts[at], ends[at]];
      if (accepts(into, service)) kept[answered.get(protocolAt(from)) ? 'passing' : 'unanswered'].push({ from, to });
    }
    const { addresses } = cells.matchOf([address], []);
    for (const name of ['passing', 'unanswered'] as const)
      sets[name].push(...boxesOfMatch({ addresses, services: mergeIntervals(kept[name]) }));
    if (pace.spent(services.length * 400)) yield;
  }
  return { passing: simplify(sets.passing), unanswered: simplify(sets.unanswered) };
}

/** Why an ACL's sets cannot be told; null where they can. */
function doubtOf({ id, ingress, egress }: AclPair): Reason | null {
  for (const [direction, rules] of [
    ['ingress', ingress],
    ['egress', egress],
  ] as const) {
    const at = rules.findIndex(({ packets }) => packets.possible !== packets.sure);
    const missing = rules[at]?.packets.missing ?? [];
    if (at >= 0) return { code: 'rule-not-resolved', group: id, direction, rule: at, missing, lists: [] };
  }
  const hasFive = [...ingress, ...egress].some(({ near, sourcePorts }) => near !== null || sourcePorts !== null);
  return hasFive ? { code: 'not-modelled', type: id } : null;
}

const insideOf = ({ cidr }: ModelSubnet): PacketSet => {
  const { from, to } = ipBlockOf(cidr);
  return typeof from === 'bigint' || typeof to === 'bigint'
    ? []
    : [{ family: 'IPv4', protocols: protocolsOfFamily.IPv4, from, to, low: 0, high: lastPort }];
};

const textOf = (set: PacketSet): string | null => {
  const packet = samplePacket(set);
  return packet && `${packet.address} ${packet.protocol} ${packet.port ?? ''}`.trim();
};

/** What the ACL keeps of what one rule lets in; null: nothing. IPv4 only. */
function keptOf(
  rule: ReadRule,
  earlier: readonly ReadRule[],
  { passing, unanswered }: AclSets,
  subnet: ModelSubnet,
): Omit<RuleTraffic, 'rule'> | null {
  const packets = rule.packets.filter(({ family }) => family === 'IPv4');
  const lost = isEmpty(unanswered) ? [] : intersect(packets, unanswered);
  const passes = packets.some((box) => !isEmpty(intersect([box], passing)));
  if (isEmpty(lost) && passes) return null;
  const refused = earlier.filter(({ action }) => action !== 'ACCEPT').flatMap((one) => boxesOfMatch(one.possible));
  const outside = subtract(subtract(packets, insideOf(subnet)), refused);
  return { blocked: passes || !isEmpty(lost) ? null : textOf(outside), unanswered: textOf(intersect(outside, lost)) };
}

/** For every interface behind an ACL, what the ACL keeps of what its groups let in over IPv4. */
export function* aclTraffic({ index, pace }: Ground): Slices<readonly AclTraffic[]> {
  const known = index.memo.get('acl traffic');
  // Only this function remembers under this key.
  if (known) return known as readonly AclTraffic[];
  const all: AclTraffic[] = [];
  const sets = new Map<string, AclSets>();
  const byPlace = new Map<string, readonly RuleTraffic[]>();
  for (const one of allOf(index, 'interfaces').rows) {
    const subnet = rowOf(index, 'subnets', one.subnet, one.vpc).row;
    const acl = subnet && aclOf(index, subnet);
    if (!subnet || !acl || 'code' in acl) continue;
    const doubt = doubtOf(acl);
    const key = `${one.securityGroups?.join()} ${subnet.id}`;
    if (doubt === null && !byPlace.has(key)) {
      const known = sets.get(acl.id) ?? (yield* setsOf(acl, pace));
      sets.set(acl.id, known);
      byPlace.set(key, yield* keptAt(index, one.securityGroups, known, subnet, pace));
    }
    all.push({ acl: acl.id, interface: one, rules: byPlace.get(key) ?? [], doubt });
    if (pace.spent(500)) yield;
  }
  index.memo.set('acl traffic', all);
  return all;
}

function* keptAt(
  index: ModelIndex,
  groups: readonly string[] | undefined,
  sets: AclSets,
  subnet: ModelSubnet,
  pace: Pace,
): Slices<RuleTraffic[]> {
  const { rules, places } = rulesOf(index, groups);
  const kept: RuleTraffic[] = [];
  for (const [at, rule] of rules.entries()) {
    const place = places[at];
    if (!place || rule.action !== 'ACCEPT') continue;
    const one = keptOf(rule, rules.slice(0, at), sets, subnet);
    if (one && (one.blocked !== null || one.unanswered !== null)) kept.push({ rule: place, ...one });
    if (pace.spent((sets.passing.length + sets.unanswered.length) * 60)) yield;
  }
  return kept;
}
