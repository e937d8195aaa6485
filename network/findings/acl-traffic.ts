/** What ACLs do with packets that the groups behind them let in: by classes, so that it holds for every packet. */
import { formatIp, ipBlockOf, parseIp } from '../addresses/ip.ts';
import { type AddressFamily, addressesOf } from '../addresses/ranges.ts';
import { allOf, type ModelIndex, rowOf } from '../model/look-up.ts';
import type { ModelInterface, ModelSubnet } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { pointOf, protocolAt } from '../packets/services.ts';
import { actionOf, type Cells, cellsOf, Deciders, ipv4, ipv6 } from '../rules/cells.ts';
import { Pace, type Slices } from '../rules/slices.ts';
import { type AclPair, type AclVerdict, aclOf, cutsOf, type GroupRule, isNearTold, rulesOf, throughAcl } from './before-interface.ts';
import type { Ground } from './kind.ts';

/** Of one rule of a group: what becomes of the packets that it lets in from outside the subnet. */
interface RuleTraffic {
  readonly rule: GroupRule;
  readonly passes: boolean;
  /** A packet that the ACL keeps out, and by which of its rules; null is "none matched". */
  readonly blocked: { readonly packet: string; readonly by: number | null } | null;
  /** A packet that comes in, and whose answer the ACL keeps in. */
  readonly unanswered: { readonly packet: string; readonly by: number | null } | null;
}

interface AclTraffic {
  readonly acl: string;
  readonly interface: ModelInterface;
  readonly rules: readonly RuleTraffic[];
  readonly doubt: Reason | null;
}

interface TrafficFacts {
  readonly rules: readonly RuleTraffic[];
  readonly doubt: Reason | null;
}

interface Place {
  readonly family: AddressFamily;
  readonly groups: readonly string[] | undefined;
  readonly subnet: ModelSubnet;
  readonly near: number | bigint;
}

/** So many of the ports that clients use must be answered: with fewer, connections fail by chance. */
const enough = 0.25;

/** Gathers what becomes of cells, by the rule that lets them in. */
class Gathering {
  readonly #byRule = new Map<number, { passes: boolean; blocked: RuleTraffic['blocked']; unanswered: RuleTraffic['unanswered'] }>();
  doubt: Reason | null = null;

  add(rule: number, verdict: AclVerdict, packet: () => string): void {
    const one = this.#byRule.get(rule) ?? { passes: false, blocked: null, unanswered: null };
    this.#byRule.set(rule, one);
    if (verdict.kind === 'unknown') this.doubt ??= verdict.reason;
    else if (verdict.kind === 'pass' && verdict.share >= enough) one.passes = true;
    else one[verdict.kind === 'blocked' ? 'blocked' : 'unanswered'] ??= { packet: packet(), by: verdict.by };
  }

  told(places: readonly (GroupRule | null)[]): TrafficFacts {
    const rules = [...this.#byRule].flatMap(([rule, one]): RuleTraffic[] => {
      const place = places[rule];
      return place ? [{ rule: place, ...one }] : [];
    });
    return { rules, doubt: this.doubt };
  }
}

/** The cells of addresses outside the subnet: what stays in it does not meet the ACL. */
function outsideOfSubnet(cells: Cells, family: AddressFamily): number[] {
  const kind = family === 'IPv4' ? ipv4 : ipv6;
  return Array.from({ length: cells.addresses.count }, (_, at) => at).filter(
    (at) => cells.addresses.kinds[at] === kind && cells.marked[at] === 0,
  );
}

function* gathered(index: ModelIndex, place: Place, acl: AclPair): Slices<TrafficFacts> {
  const pace = new Pace();
  const groups = rulesOf(index, place.groups);
  const block = ipBlockOf(place.family === 'IPv6' && place.subnet.ipv6Cidr ? place.subnet.ipv6Cidr : place.subnet.cidr);
  const own = addressesOf([
    typeof block.from === 'bigint' || typeof block.to === 'bigint'
      ? { family: 'IPv6', from: BigInt(block.from), to: BigInt(block.to) }
      : { family: 'IPv4', from: block.from, to: block.to },
  ]);
  const cells = yield* cellsOf([groups.rules, cutsOf(acl.ingress, 'in'), cutsOf(acl.egress, 'out')], own, pace);
  const [list] = cells.lists;
  const gathering = new Gathering();
  if (!list) return gathering.told(groups.places);
  const deciders = new Deciders(cells, list);
  const services = Int32Array.from({ length: cells.services.count }, (_, at) => at);
  for (const address of outsideOfSubnet(cells, place.family)) {
    if (pace.spent(deciders.decide(address, services))) yield;
    for (const service of services) {
      const rule = deciders.first[service] ?? -1;
      if (rule < 0 || deciders.doubtful[service] === 1 || !cells.exists(address, service) || actionOf(list, rule) !== 'ACCEPT') continue;
      const { addresses, services: runs } = cells.matchOf([address], [service]);
      const remote = (place.family === 'IPv4' ? addresses.v4 : addresses.v6)[0]?.from ?? 0;
      const point = runs[0]?.from ?? 0;
      const protocol = protocolAt(point);
      const verdict = throughAcl(acl, { protocol, near: place.near, remote, port: point - pointOf[protocol] });
      gathering.add(rule, verdict, () => `${formatIp(remote)} ${protocol} ${point - pointOf[protocol]}`);
      if (pace.spent(1_500)) yield;
    }
  }
  return gathering.told(groups.places);
}

/** For every interface behind an ACL, what the ACL does with what its groups let in over IPv4. */
export function* aclTraffic({ index, pace }: Ground): Slices<readonly AclTraffic[]> {
  const known = index.memo.get('acl traffic');
  // Only this function remembers under this key.
  if (known) return known as readonly AclTraffic[];
  const all: AclTraffic[] = [];
  const byPlace = new Map<string, TrafficFacts>();
  for (const one of allOf(index, 'interfaces').rows) {
    const subnet = rowOf(index, 'subnets', one.subnet, one.vpc).row;
    const near = parseIp(one.addresses[0]?.address ?? '');
    const acl = subnet && aclOf(index, subnet);
    if (!subnet || near === null || !acl || 'code' in acl) continue;
    const key = `${one.securityGroups?.join()} ${acl.id} ${subnet.id} ${isNearTold(index, subnet) ? near : ''}`;
    const told = byPlace.get(key) ?? (yield* gathered(index, { family: 'IPv4', groups: one.securityGroups, subnet, near }, acl));
    byPlace.set(key, told);
    all.push({ acl: acl.id, interface: one, ...told });
    if (pace.spent(500)) yield;
  }
  index.memo.set('acl traffic', all);
  return all;
}
