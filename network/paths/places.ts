/**
 * From what was asked to places on the model, and from many places to the few that can be told apart.
 *
 * A subnet stands for all its interfaces and the internet for billions of addresses. Addresses between which no rule,
 * route or tunnel policy of the path draws a line fare alike, so one of each kind is walked: exact, not a sample.
 */

import { parseAddress } from '../../catalogue/address.ts';
import { blockOf } from '../addresses/cidr.ts';
import { leadsOutside, outsideRanges } from '../addresses/public-addresses.ts';
import {
  absence,
  allOf,
  type Holder,
  interfacesOfSubnet,
  inVpc,
  type ModelIndex,
  notRead,
  ownPublicAddresses,
  type PublicHolder,
  publicAddressOf,
  publicAt,
  publicFault,
  rowOf,
  tableOf,
} from '../model/look-up.ts';
import type { ModelInterface, ModelSubnet } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { blockOfRoute } from '../routes/route-health.ts';
import type { PolicyPackets } from '../rules/policies.ts';
import { placeAt } from './exits.ts';
import { aclRulesOf, policiesOf } from './filters.ts';
import type { Endpoint } from './path.ts';
import type { InsidePlace, Place } from './walk.ts';

/** Places that fare alike; `count` of them, of which some are here. `unsure`: why there may be none of them after all. */
export interface PlaceClass {
  readonly members: readonly [Place, ...Place[]];
  readonly count: number;
  readonly unsure: Reason | null;
}

/** What an endpoint means. A named address as the remote end stays an address: routes decide where it leads. */
export type EndpointMeaning =
  /** `doubt`: why there may be more places than these. */
  | { readonly kind: 'places'; readonly places: readonly InsidePlace[]; readonly subnet: string | null; readonly doubt: Reason | null }
  /** A subnet in which no interface is known, and all are. */
  | { readonly kind: 'subnet'; readonly subnet: ModelSubnet }
  | { readonly kind: 'address'; readonly value: number }
  | { readonly kind: 'internet' }
  | { readonly kind: 'nothing'; readonly reason: Reason };

const nothing = (reason: Reason): EndpointMeaning => ({ kind: 'nothing', reason });

function placeOf(index: ModelIndex, one: ModelInterface, address?: string): InsidePlace | null {
  const subnet = rowOf(index, 'subnets', one.subnet, one.vpc).row;
  const row =
    address === undefined
      ? (one.addresses.find(({ primary }) => primary) ?? one.addresses[0])
      : one.addresses.find((own) => own.address === address);
  const value = row ? parseAddress(row.address) : null;
  return subnet && row && value !== null ? { kind: 'host', value, holder: { interface: one, address: row, value }, subnet } : null;
}

/** An interface that cannot be placed is not known: it has no such address, or its subnet is missing. */
function ofInterface(index: ModelIndex, id: string, address?: string): EndpointMeaning {
  const interfaceRow = rowOf(index, 'interfaces', id);
  if (!interfaceRow.row) return nothing(absence(interfaceRow, 'interfaces', id));
  const place = placeOf(index, interfaceRow.row, address);
  if (place) return { kind: 'places', places: [place], subnet: null, doubt: null };
  const subnet = rowOf(index, 'subnets', interfaceRow.row.subnet, interfaceRow.row.vpc);
  return nothing(
    subnet.row ? { code: 'address-not-in-model', address: address ?? id } : absence(subnet, 'subnets', interfaceRow.row.subnet),
  );
}

/** All interfaces of a subnet; where none is known, the addresses that one could have. */
function ofSubnet(index: ModelIndex, id: string): EndpointMeaning {
  const subnet = rowOf(index, 'subnets', id);
  if (!subnet.row) return nothing(absence(subnet, 'subnets', id));
  const { rows, more } = interfacesOfSubnet(index, subnet.row);
  const places = rows.flatMap((one) => placeOf(index, one) ?? []);
  if (places.length > 0 || more) return { kind: 'places', places, subnet: id, doubt: more };
  return { kind: 'subnet', subnet: subnet.row };
}

interface AddressPlaces {
  readonly places: readonly InsidePlace[];
  /** Why there may be more places that have the address. */
  readonly doubt: Reason | null;
}

/** Every place that has the address: private ones in any VPC, and the interface behind a public one. */
export function placesAt(index: ModelIndex, value: number): AddressPlaces {
  const vpcs = allOf(index, 'vpcs');
  const privately = vpcs.rows.map(({ id }) => (inVpc(index, id, value).row === false ? null : placeAt(index, id, value)));
  const outside = publicAt(index, value);
  const behind = outside.row?.holder;
  const ownPlace = behind ? placeOf(index, behind.interface, behind.address.address) : null;
  const isPublic = leadsOutside(value);
  return {
    places: [...privately.flatMap((looked) => looked?.row ?? []), ...(ownPlace ? [ownPlace] : [])],
    doubt:
      vpcs.more ??
      privately.find((looked) => looked?.missing)?.missing ??
      (ownPlace === null ? unplaced(index, outside.row) : null) ??
      (isPublic ? outside.missing : null),
  };
}

/** Why nobody is known to have a public address of the model that is bound to something. */
function unplaced(index: ModelIndex, found: PublicHolder | null): Reason | null {
  if (found?.holder) {
    const { subnet, vpc } = found.holder.interface;
    return absence(rowOf(index, 'subnets', subnet, vpc), 'subnets', subnet);
  }
  if (!found?.eip || found.eip.boundTo === null || found.nat) return null;
  return notRead(index, 'interfaces') ?? notRead(index, 'natGateways') ?? { code: 'eip-binding-not-known', id: found.eip.id };
}

/** Why nobody sends from a public address of the model that no interface has. */
function notASender(index: ModelIndex, value: number): EndpointMeaning | null {
  const { row } = publicAt(index, value);
  if (row?.nat) return nothing({ code: 'beyond', type: 'NAT', id: row.nat.id });
  return row?.eip ? nothing({ code: 'eip-not-bound', id: row.eip.id }) : null;
}

/** @throws RangeError on an address that cannot be read. */
export function meaningOf(index: ModelIndex, endpoint: Endpoint, end: 'from' | 'to'): EndpointMeaning {
  if ('interface' in endpoint) return ofInterface(index, endpoint.interface, endpoint.address);
  if ('subnet' in endpoint) return ofSubnet(index, endpoint.subnet);
  if ('internet' in endpoint) return { kind: 'internet' };
  const value = parseAddress(endpoint.address);
  if (value === null) throw new RangeError(`"${endpoint.address}" is not an IPv4 address`);
  if (end === 'to') return { kind: 'address', value };
  const { places, doubt } = placesAt(index, value);
  if (places.length > 0) return { kind: 'places', places, subnet: null, doubt };
  if (doubt) return nothing(doubt);
  const nobody = notASender(index, value);
  if (nobody) return nobody;
  return leadsOutside(value) ? { kind: 'address', value } : nothing({ code: 'address-not-in-model', address: endpoint.address });
}

const bareAt = (subnet: ModelSubnet, value: number): InsidePlace => ({ kind: 'bare', value, subnet });

/** The places whose rules and routes a packet to or from this end meets. */
export function placesOf(index: ModelIndex, meaning: EndpointMeaning): readonly InsidePlace[] {
  if (meaning.kind === 'subnet') return [bareAt(meaning.subnet, blockOf(meaning.subnet.cidr).base)];
  return meaning.kind === 'places' ? meaning.places : meaning.kind === 'address' ? placesAt(index, meaning.value).places : [];
}

/** Every address at which a rule, a route or a tunnel policy of these places begins or ends, ascending. */
export function linesOf(index: ModelIndex, places: readonly InsidePlace[]): number[] {
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
    for (const group of groups) policiesOf(index, group, direction).row?.forEach(drawRule);
    for (const { networkAcl, vpc } of subnets) if (networkAcl) aclRulesOf(index, networkAcl, direction, vpc).row?.forEach(drawRule);
  }
  for (const table of new Set([...subnets].map((subnet) => tableOf(index, subnet).row))) {
    for (const route of table?.routes ?? []) if (blockOfRoute(route)) drawBlock(route.destination);
  }
  for (const { spds } of allOf(index, 'vpnConnections').rows) for (const { local, remote } of spds) [local, ...remote].forEach(drawBlock);
  for (const address of ownPublicAddresses(index).rows) draw(address, address);
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

/** So many addresses of one run nobody holds: whatever is not read, some of the run are the internet's. */
const most = 65_536;

/** Public addresses, one for each run that no line parts; the model's own are left out, for they are not the internet. */
export function internetClasses(index: ModelIndex, lines: readonly number[]): PlaceClass[] {
  const ownAddresses = ownPublicAddresses(index);
  const known = new Set(ownAddresses.rows);
  return outsideRanges.flatMap((range) =>
    runsOf(range, lines).flatMap(({ value, count }): PlaceClass[] =>
      known.has(value) ? [] : [{ members: [{ kind: 'outside', value }], count, unsure: count > most ? null : ownAddresses.more }],
    ),
  );
}

/** A range cut at the lines that cross it. */
function runsOf({ from, to }: { readonly from: number; readonly to: number }, lines: readonly number[]) {
  const starts = [from, ...lines.filter((line) => line > from && line <= to)];
  return starts.map((value, at) => ({ value, count: (starts[at + 1] ?? to + 1) - value }));
}

/** The addresses of a subnet, one for each run that no line parts. */
export function bareClasses(subnet: ModelSubnet, lines: readonly number[]): PlaceClass[] {
  const { base, prefix } = blockOf(subnet.cidr);
  const runs = runsOf({ from: base, to: base + 2 ** (32 - prefix) - 1 }, lines);
  return runs.map(({ value, count }) => ({ members: [bareAt(subnet, value)], count, unsure: null }));
}

/** Places by what can tell them apart: their groups, whether they are attached, and how the lines part their addresses. */
export function classesOf(index: ModelIndex, places: readonly InsidePlace[], lines: readonly number[]): PlaceClass[] {
  const classes = new Map<string, [Place, ...Place[]]>();
  for (const place of places) {
    const key = [
      place.kind,
      place.subnet.id,
      sectionOf(lines, place.value),
      ...(place.kind === 'host' ? traits(index, place.holder, lines) : []),
    ];
    const existing = classes.get(key.join(' '));
    if (existing) existing.push(place);
    else classes.set(key.join(' '), [place]);
  }
  return [...classes.values()].map((members) => ({ members, count: members.length, unsure: null }));
}

function traits(index: ModelIndex, { interface: one, address }: Holder, lines: readonly number[]): (string | number)[] {
  const outside = publicAddressOf(index, one, address);
  const publicHolder = outside.row === null ? null : publicAt(index, outside.row).row;
  const fault = publicHolder && publicFault(index, publicHolder);
  return [
    String(one.securityGroups),
    String(one.instance === undefined ? undefined : one.instance === null),
    outside.row === null ? String(outside.missing?.code) : sectionOf(lines, outside.row),
    String(fault?.row ?? fault?.missing?.code),
  ];
}
