/**
 * From what was asked to places on the model, and from many places to the few that can be told apart.
 *
 * A subnet stands for all its interfaces and the internet for billions of addresses. Addresses between which no rule,
 * route or tunnel policy of the path draws a line fare alike, so one of each kind is walked: exact, not a sample.
 */
import { parseAddress } from '../catalogue/address.ts';
import { blockOf } from './cidr.ts';
import { placeAt } from './exits.ts';
import type { PolicyPackets } from './expand.ts';
import { aclRulesOf, policiesOf } from './filters.ts';
import type { ModelInterface } from './model.ts';
import { type ModelIndex, tableOf } from './model-index.ts';
import type { Endpoint, Reason } from './path.ts';
import { leadsOutside, outsideRanges } from './public-addresses.ts';
import { publicAddressOf } from './route-health.ts';
import type { Inside, Place } from './walk.ts';

/** Places that fare alike; `count` of them, of which some are here. */
export interface PlaceClass {
  readonly members: readonly [Place, ...Place[]];
  readonly count: number;
}

/** What an endpoint means. A named address as the far end stays an address: routes decide where it leads. */
export type Meaning =
  | { readonly kind: 'places'; readonly places: readonly Inside[]; readonly subnet: string | null }
  | { readonly kind: 'address'; readonly value: number }
  | { readonly kind: 'internet' }
  | { readonly kind: 'nothing'; readonly reason: Reason };

const nothing = (reason: Reason): Meaning => ({ kind: 'nothing', reason });

function placeOf(index: ModelIndex, one: ModelInterface, address?: string): Inside | null {
  const subnet = index.subnet.get(one.subnet);
  const row =
    address === undefined
      ? (one.addresses.find(({ primary }) => primary) ?? one.addresses[0])
      : one.addresses.find((own) => own.address === address);
  const value = row ? parseAddress(row.address) : null;
  return subnet && row && value !== null ? { kind: 'host', value, holder: { interface: one, address: row, value }, subnet } : null;
}

/** An interface that cannot be placed is not known: it has no such address, or its subnet is missing. */
function ofInterface(index: ModelIndex, id: string, address?: string): Meaning {
  const one = index.interface.get(id);
  if (!one) return nothing({ code: 'not-in-model', kind: 'interfaces', id });
  const place = placeOf(index, one, address);
  if (place) return { kind: 'places', places: [place], subnet: null };
  return nothing(
    index.subnet.has(one.subnet)
      ? { code: 'address-not-in-model', address: address ?? id }
      : { code: 'not-in-model', kind: 'subnets', id: one.subnet },
  );
}

/** All interfaces of a subnet; an address without one, when there are none, or may be more than are known. */
function ofSubnet(index: ModelIndex, id: string): Meaning {
  const subnet = index.subnet.get(id);
  if (!subnet) return nothing({ code: 'not-in-model', kind: 'subnets', id });
  const places = (index.interfacesOfSubnet.get(id) ?? []).flatMap((one) => placeOf(index, one) ?? []);
  if (places.length > 0 && !index.gap('interfaces', subnet.vpc)) return { kind: 'places', places, subnet: id };
  const { base, prefix } = blockOf(subnet.cidr);
  const value = Math.min(base + 4, base + 2 ** (32 - prefix) - 1);
  return { kind: 'places', places: [...places, { kind: 'bare', value, subnet }], subnet: id };
}

/** Every place that has the address: private ones in any VPC, and the interface behind a public one. */
export function placesAt(index: ModelIndex, value: number): Inside[] {
  const behind = index.publicHolder(value)?.holder;
  const own = behind ? placeOf(index, behind.interface, behind.address.address) : null;
  return [...index.model.vpcs.flatMap(({ id }) => placeAt(index, id, value) ?? []), ...(own ? [own] : [])];
}

/** @throws RangeError on an address that cannot be read. */
export function meaningOf(index: ModelIndex, endpoint: Endpoint, end: 'from' | 'to'): Meaning {
  if ('interface' in endpoint) return ofInterface(index, endpoint.interface, endpoint.address);
  if ('subnet' in endpoint) return ofSubnet(index, endpoint.subnet);
  if ('internet' in endpoint) return { kind: 'internet' };
  const value = parseAddress(endpoint.address);
  if (value === null) throw new RangeError(`"${endpoint.address}" is not an IPv4 address`);
  if (end === 'to') return { kind: 'address', value };
  const places = placesAt(index, value);
  if (places.length > 0) return { kind: 'places', places, subnet: null };
  return leadsOutside(value) ? { kind: 'address', value } : nothing({ code: 'address-not-in-model', address: endpoint.address });
}

/** The places whose rules and routes a packet to or from this end meets. */
export function placesOf(index: ModelIndex, meaning: Meaning): readonly Inside[] {
  return meaning.kind === 'places' ? meaning.places : meaning.kind === 'address' ? placesAt(index, meaning.value) : [];
}

/** Every address at which a rule, a route or a tunnel policy of these places begins or ends, ascending. */
export function linesOf(index: ModelIndex, places: readonly Inside[]): number[] {
  const lines = new Set<number>();
  const draw = (from: number, to: number) => lines.add(from).add(to + 1);
  const drawRule = ({ sure, possible }: PolicyPackets) => {
    for (const { from, to } of sure.addresses.v4) draw(from, to);
    for (const { from, to } of possible.addresses.v4) draw(from, to);
  };
  const drawBlock = (text: string) => {
    const { base, prefix } = blockOf(text);
    draw(base, base + 2 ** (32 - prefix) - 1);
  };
  const subnets = new Set(places.map(({ subnet }) => subnet));
  const groups = new Set(places.flatMap((place) => (place.kind === 'host' ? (place.holder.interface.securityGroups ?? []) : [])));
  for (const direction of ['ingress', 'egress'] as const) {
    for (const group of groups) {
      for (const rule of policiesOf(index, group, direction) ?? []) drawRule(rule);
    }
    for (const { networkAcl } of subnets) {
      for (const rule of networkAcl ? (aclRulesOf(index, networkAcl, direction) ?? []) : []) drawRule(rule);
    }
  }
  for (const table of new Set([...subnets].map((subnet) => tableOf(index, subnet)))) {
    for (const { destination } of table?.routes ?? []) drawBlock(destination);
  }
  for (const { spds } of index.model.vpnConnections) for (const { local, remote } of spds) [local, ...remote].forEach(drawBlock);
  for (const address of index.publicAddresses) draw(address, address);
  return [...lines].sort((a, b) => a - b);
}

/** How many lines lie at or before the address: the same number for addresses that no line parts. */
function sectionOf(lines: readonly number[], address: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= address) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Addresses of the internet, one for each run that no line parts; the model's own are left out, for they are not the internet. */
export function internetClasses(index: ModelIndex, lines: readonly number[]): PlaceClass[] {
  return outsideRanges.flatMap(({ from, to }) => {
    const starts = [from, ...lines.filter((line) => line > from && line <= to)];
    return starts.flatMap((value, at): PlaceClass[] => {
      const count = (starts[at + 1] ?? to + 1) - value;
      return index.publicAddresses.has(value) ? [] : [{ members: [{ kind: 'outside', value }], count }];
    });
  });
}

/** Places by what can tell them apart: their groups, whether they are attached, and how the lines part their addresses. */
export function classesOf(index: ModelIndex, places: readonly Inside[], lines: readonly number[]): PlaceClass[] {
  const classes = new Map<string, [Place, ...Place[]]>();
  for (const place of places) {
    const key = [
      place.kind,
      place.subnet.id,
      sectionOf(lines, place.value),
      ...(place.kind === 'host' ? traits(index, place.holder.interface, place.holder.address.address, lines) : []),
    ];
    const known = classes.get(key.join(' '));
    if (known) known.push(place);
    else classes.set(key.join(' '), [place]);
  }
  return [...classes.values()].map((members) => ({ members, count: members.length }));
}

function traits(index: ModelIndex, one: ModelInterface, address: string, lines: readonly number[]): (string | number)[] {
  const own = publicAddressOf(index, one.id, address);
  const outside = own === null ? null : parseAddress(own);
  const found = outside === null ? null : index.publicHolder(outside);
  const fault = found?.eip?.blocked === true || found?.eip?.arrears === true || found?.holder?.address.blocked === true;
  return [String(one.securityGroups), String(one.instance === null), outside === null ? 'none' : sectionOf(lines, outside), String(fault)];
}
