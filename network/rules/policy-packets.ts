/** Policies read into the packets that they match, as every function on rule lists takes them. */

import { type Addresses, addressesOf, everyAddressOfBoth, mergeIntervals, readRange } from '../addresses/ranges.ts';
import { type Match, nothing } from '../packets/match.ts';
import { everyService, pointOf, type Services, servicesOf } from '../packets/services.ts';
import { farEndsOf, type Policy, type References, type Service, servicesOfPolicy } from './expand.ts';
import { ReadRule, readPorts } from './rule.ts';

/** A policy's packets: what it surely matches, and what it may match because something in it or named by it is not known. */
export type PolicyPackets = ReadRule;

function servicesIn(services: readonly Service[], index: number): Services {
  return mergeIntervals(
    services.flatMap(({ protocol, port }) => {
      const ports = readPorts(port);
      if (ports === null) throw new RangeError(`rule ${index}: "${port}" is not a port, a range, a list of them or ALL`);
      return servicesOf(protocol, ports);
    }),
  );
}

function addressesIn(farEnds: readonly string[], index: number): Addresses {
  return addressesOf(
    farEnds.map((text) => {
      const range = readRange(text);
      if (range === null) throw new RangeError(`rule ${index}: "${text}" is not an address, a CIDR block or a range of addresses`);
      return range;
    }),
  );
}

const holds = (services: Services, point: number): boolean => services.some(({ from, to }) => from <= point && point <= to);

/**
 * The cloud may read ICMP with an IPv6 far end as ICMPv6, and the reverse; the documents are silent. So a rule that names one
 * of them and the other's family may match the other.
 */
function withSibling(match: Match): Match {
  const { addresses, services } = match;
  const extra: Services = [
    ...(addresses.v6.length > 0 && holds(services, pointOf.ICMP) ? [{ from: pointOf.ICMPv6, to: pointOf.ICMPv6 }] : []),
    ...(addresses.v4.length > 0 && holds(services, pointOf.ICMPv6) ? [{ from: pointOf.ICMP, to: pointOf.ICMP }] : []),
  ].filter(({ from }) => !holds(services, from));
  return extra.length === 0 ? match : { addresses, services: mergeIntervals([...services, ...extra]) };
}

/** Equal for policies that say the same of which packets they match. */
const meaningOf = ({ protocol, port, serviceTemplate, cidr, securityGroup, addressTemplate, unread }: Policy): string =>
  JSON.stringify([protocol, port, serviceTemplate, cidr, securityGroup, addressTemplate, unread]);

/** One half of a match: what it surely is, all that it may be, and why that is more. */
interface Half<T> {
  readonly sure: T;
  readonly possible: T;
  readonly missing: readonly string[];
}

const known = new WeakMap<References, Map<string, unknown>>();

/** Templates and groups have many texts and are named by many rules: each is read once. */
function once<T>(references: References, sort: 'services' | 'members' | 'addresses', id: string | undefined, read: () => T): T {
  if (id === undefined) return read();
  const byId = known.get(references) ?? new Map<string, unknown>();
  known.set(references, byId);
  const key = `${sort} ${id}`;
  if (!byId.has(key)) byId.set(key, read());
  // Each sort is read by one function only.
  return byId.get(key) as T;
}

const servicesFor = (policy: Policy, references: References, index: number): Half<Services> =>
  once(references, 'services', policy.serviceTemplate, () => {
    const { texts, possible, missing } = servicesOfPolicy(policy, references);
    const sure = servicesIn(texts, index);
    return { sure, missing, possible: possible === null ? everyService : possible === texts ? sure : servicesIn(possible, index) };
  });

const farEndsFor = (policy: Policy, references: References, index: number): Half<Addresses> =>
  once(references, policy.securityGroup === undefined ? 'addresses' : 'members', policy.securityGroup ?? policy.addressTemplate, () => {
    const { texts, possible, missing } = farEndsOf(policy, references);
    const sure = addressesIn(texts, index);
    return { sure, missing, possible: possible === null ? everyAddressOfBoth : possible === texts ? sure : addressesIn(possible, index) };
  });

/**
 * Reads one policy. `index` names it in errors.
 * @throws RangeError on a policy's own far end or port that is no such text; the readers of the API's rows make none.
 */
export function packetsOfPolicy(policy: Policy, index: number, references: References): PolicyPackets {
  const services = servicesFor(policy, references, index);
  const farEnds = farEndsFor(policy, references, index);
  const unread = policy.unread ?? [];
  const unnamed = policy.action === null && unread.length === 0 ? ['Action'] : [];
  const missing = [...services.missing, ...farEnds.missing, ...unread, ...unnamed];
  const sure = unread.length > 0 ? nothing : { services: services.sure, addresses: farEnds.sure };
  const allowed: Match = { services: services.possible, addresses: farEnds.possible };
  const possible = withSibling(allowed);
  if (possible !== allowed) missing.push(`Protocol ${policy.protocol ?? policy.serviceTemplate}`);
  return new ReadRule(policy.action, sure, meaningOf(policy), missing.length === 0 ? sure : possible, missing);
}

/** Reads a list of policies for the functions on rule lists. @throws RangeError as `packetsOfPolicy`. */
export const readPolicies = (policies: readonly Policy[], references: References): ReadRule[] =>
  policies.map((policy, index) => packetsOfPolicy(policy, index, references));
