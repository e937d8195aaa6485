/**
 * From what was asked to places on the model, and from many places to the few that can be told apart.
 *
 * A subnet stands for all its interfaces and the internet for billions of addresses. Addresses between which no rule,
 * route or tunnel policy of the path draws a line fare alike, so one of each kind is walked: exact, not a sample.
 */

import {
  compareIps,
  countOfIps,
  familyOf,
  type IpAddress,
  type IpBlock,
  type IpInterval,
  ipAfter,
  ipBefore,
  ipBlockOf,
  parseIp,
} from '../addresses/ip.ts';
import { leadsOutside, outsideOf } from '../addresses/public-addresses.ts';
import type { AddressFamily } from '../addresses/ranges.ts';
import {
  absence,
  allOf,
  type Holder,
  interfacesOfSubnet,
  inVpc,
  isOwnPublic,
  type ModelIndex,
  notRead,
  ownPublicRanges,
  type PublicHolder,
  portsOfAddress,
  portsOfNat,
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
import { aclRulesOf, policiesOf } from './filters.ts';
import type { Endpoint } from './path.ts';
import { type InsidePlace, type PacketPlace, placeAt } from './walk.ts';

/** Places that fare alike; `count` of them, of which some are here. `unsure`: why there may be none of them after all. */
export interface PlaceClass {
  readonly members: readonly [PacketPlace, ...PacketPlace[]];
  readonly count: number;
  readonly unsure: Reason | null;
}

/** What an endpoint means. A named address as the remote end stays an address: routes decide where it leads. */
export type EndpointMeaning =
  /** `doubt`: why there may be more places than these. */
  | { readonly kind: 'places'; readonly places: readonly InsidePlace[]; readonly subnet: string | null; readonly doubt: Reason | null }
  /** A subnet in which no interface is known, and all are. */
  | { readonly kind: 'subnet'; readonly subnet: ModelSubnet }
  | { readonly kind: 'address'; readonly value: IpAddress }
  | { readonly kind: 'internet' }
  | { readonly kind: 'nothing'; readonly reason: Reason };

const nothing = (reason: Reason): EndpointMeaning => ({ kind: 'nothing', reason });

function placeOf(index: ModelIndex, one: ModelInterface, family: AddressFamily, address?: string): InsidePlace | null {
  const subnet = rowOf(index, 'subnets', one.subnet, one.vpc).row;
  const addresses = family === 'IPv4' ? one.addresses : (one.ipv6Addresses ?? []);
  const wanted = address === undefined ? null : parseIp(address);
  const row =
    address === undefined
      ? (addresses.find(({ primary }) => primary) ?? addresses[0])
      : addresses.find((own) => own.address === address || (wanted !== null && parseIp(own.address) === wanted));
  const value = row ? parseIp(row.address) : null;
  return subnet && row && value !== null ? { kind: 'host', value, holder: { interface: one, address: row, value }, subnet } : null;
}

/** An interface that cannot be placed is not known: it has no such address, or its subnet is missing. */
function ofInterface(index: ModelIndex, id: string, family: AddressFamily, address?: string): EndpointMeaning {
  const one = rowOf(index, 'interfaces', id);
  if (!one.row) return nothing(absence(one, 'interfaces', id));
  const place = placeOf(index, one.row, family, address);
  if (place) return { kind: 'places', places: [place], subnet: null, doubt: null };
  const subnet = rowOf(index, 'subnets', one.row.subnet, one.row.vpc);
  if (subnet.row && family === 'IPv6' && address === undefined) {
    return nothing(one.row.ipv6Addresses ? { code: 'no-ipv6-address', id } : { code: 'ipv6-not-told', vpc: one.row.vpc });
  }
  return nothing(subnet.row ? { code: 'address-not-in-model', address: address ?? id } : absence(subnet, 'subnets', one.row.subnet));
}

/** All interfaces of a subnet; where none is known, the addresses that one could have. */
function ofSubnet(index: ModelIndex, id: string, family: AddressFamily): EndpointMeaning {
  const subnet = rowOf(index, 'subnets', id);
  if (!subnet.row) return nothing(absence(subnet, 'subnets', id));
  const { vpc, ipv6Cidr } = subnet.row;
  if (family === 'IPv6' && ipv6Cidr === undefined) return nothing({ code: 'ipv6-not-told', vpc });
  if (family === 'IPv6' && ipv6Cidr === null) return nothing({ code: 'no-ipv6-address', id });
  const { rows, more } = interfacesOfSubnet(index, subnet.row);
  const places = rows.flatMap((one) => placeOf(index, one, family) ?? []);
  const untold: Reason | null =
    family === 'IPv6' && rows.some(({ ipv6Addresses }) => ipv6Addresses === undefined) ? { code: 'ipv6-not-told', vpc } : null;
  const doubt = more ?? untold;
  if (places.length > 0 || doubt) return { kind: 'places', places, subnet: id, doubt };
  return { kind: 'subnet', subnet: subnet.row };
}

interface AddressPlaces {
  readonly places: readonly InsidePlace[];
  /** Why there may be more places that have the address. */
  readonly doubt: Reason | null;
}

/** Every place that has the address: private ones in any VPC, and the interface behind a public one. */
export function placesAt(index: ModelIndex, value: IpAddress): AddressPlaces {
  const vpcs = allOf(index, 'vpcs');
  const privately = vpcs.rows.map(({ id }) => (inVpc(index, id, value).row === false ? null : placeAt(index, id, value)));
  const outside = publicAt(index, value);
  const isPublic = leadsOutside(value);
  const inside = privately.flatMap((looked) => looked?.row ?? []);
  // A global IPv6 address is one interface's, inside and outside.
  if (typeof value === 'bigint' && isPublic && inside.length > 0) return { places: inside, doubt: null };
  const behind = outside.row?.holder;
  const ownPlace = behind ? placeOf(index, behind.interface, familyOf(behind.value), behind.address.address) : null;
  return {
    places: [...inside, ...(ownPlace ? [ownPlace] : [])],
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
function notASender(index: ModelIndex, value: IpAddress): EndpointMeaning | null {
  const { row } = publicAt(index, value);
  if (row?.nat) return nothing({ code: 'beyond', type: 'NAT', id: row.nat.id });
  return row?.eip ? nothing({ code: 'eip-not-bound', id: row.eip.id }) : null;
}

/** @throws RangeError on an address that cannot be read. */
export function meaningOf(index: ModelIndex, endpoint: Endpoint, end: 'from' | 'to', family: AddressFamily): EndpointMeaning {
  if ('interface' in endpoint) return ofInterface(index, endpoint.interface, family, endpoint.address);
  if ('subnet' in endpoint) return ofSubnet(index, endpoint.subnet, family);
  if ('internet' in endpoint) return { kind: 'internet' };
  const value = parseIp(endpoint.address);
  if (value === null) throw new RangeError(`"${endpoint.address}" is not an IP address`);
  if (end === 'to') return { kind: 'address', value };
  const { places, doubt } = placesAt(index, value);
  if (places.length > 0) return { kind: 'places', places, subnet: null, doubt };
  if (doubt) return nothing(doubt);
  const nobody = notASender(index, value);
  if (nobody) return nobody;
  return leadsOutside(value) ? { kind: 'address', value } : nothing({ code: 'address-not-in-model', address: endpoint.address });
}

const bareAt = (subnet: ModelSubnet, value: IpAddress): InsidePlace => ({ kind: 'bare', value, subnet });

const blockOfSubnet = ({ cidr, ipv6Cidr }: ModelSubnet, family: AddressFamily): IpBlock =>
  ipBlockOf(family === 'IPv6' && ipv6Cidr ? ipv6Cidr : cidr);

/** The places whose rules and routes a packet to or from this end meets. */
export function placesOf(index: ModelIndex, meaning: EndpointMeaning, family: AddressFamily): readonly InsidePlace[] {
  if (meaning.kind === 'subnet') return [bareAt(meaning.subnet, blockOfSubnet(meaning.subnet, family).from)];
  if (meaning.kind === 'places') return meaning.places;
  return meaning.kind === 'address' ? [...placesAt(index, meaning.value).places, ...publishedPlaces(index, meaning.value)] : [];
}

/** The places to which a NAT gateway that has the address leads. */
const publishedPlaces = (index: ModelIndex, value: IpAddress): InsidePlace[] => {
  const nat = publicAt(index, value).row?.nat;
  return nat
    ? portsOfNat(index, nat.id, nat.vpc).rows.flatMap(({ vpc, address }) => placeAt(index, vpc, parseIp(address) ?? 0).row ?? [])
    : [];
};

/** Every address of a family at which a rule, a route or a tunnel policy of these places begins or ends, ascending. */
export function linesOf(index: ModelIndex, places: readonly InsidePlace[], family: AddressFamily): IpAddress[] {
  const lines = new Set<IpAddress>();
  const draw = ({ from, to }: IpInterval) => familyOf(from) === family && lines.add(from).add(ipAfter(to));
  const drawRule = ({ sure, possible }: PolicyPackets) => {
    for (const { addresses } of [sure, possible]) for (const run of family === 'IPv4' ? addresses.v4 : addresses.v6) draw(run);
  };
  const drawBlock = (text: string) => draw(ipBlockOf(text));
  const subnets = new Set(places.map(({ subnet }) => subnet));
  const groups = new Set(places.flatMap((place) => (place.kind === 'host' ? (place.holder.interface.securityGroups ?? []) : [])));
  for (const direction of ['ingress', 'egress'] as const) {
    for (const group of groups) policiesOf(index, group, direction).row?.forEach(drawRule);
    for (const { networkAcl, vpc } of subnets) {
      if (networkAcl) for (const { packets } of aclRulesOf(index, networkAcl, direction, vpc).row ?? []) drawRule(packets);
    }
  }
  for (const table of new Set([...subnets].map((subnet) => tableOf(index, subnet).row))) {
    for (const route of table?.routes ?? []) if (blockOfRoute(route)) drawBlock(route.destination);
  }
  for (const { spds } of allOf(index, 'vpnConnections').rows) for (const { local, remote } of spds) [local, ...remote].forEach(drawBlock);
  for (const { block } of allOf(index, 'natSources').rows) drawBlock(block);
  for (const { routes = [], selections = [] } of allOf(index, 'ccns').rows) {
    for (const { destination } of routes) drawBlock(destination);
    for (const { source } of selections) drawBlock(source);
  }
  ownPublicRanges(index).rows.forEach(draw);
  return [...lines].sort(compareIps);
}

/** Every IPv4 address at which a rule of the filters before a place begins or ends: of its groups, and of its subnet's ACL. */
export function linesNear(index: ModelIndex, place: InsidePlace): IpAddress[] {
  const { networkAcl, vpc } = place.subnet;
  const groups = place.kind === 'host' ? (place.holder.interface.securityGroups ?? []) : [];
  const rules = (['ingress', 'egress'] as const).flatMap((direction) => [
    ...groups.flatMap((group) => policiesOf(index, group, direction).row ?? []),
    ...(networkAcl ? (aclRulesOf(index, networkAcl, direction, vpc).row ?? []).map(({ packets }) => packets) : []),
  ]);
  const runs = rules.flatMap(({ sure, possible }) => [...sure.addresses.v4, ...possible.addresses.v4]);
  return runs.flatMap(({ from, to }) => [from, ipAfter(to)]);
}

/** Every address at which what an ACL's rules of five parts say of these places themselves begins or ends. */
export function nearLinesOf(index: ModelIndex, places: readonly InsidePlace[], family: AddressFamily): IpAddress[] {
  const rules = [...new Set(places.map(({ subnet }) => subnet))].flatMap(({ networkAcl, vpc }) =>
    networkAcl ? (['ingress', 'egress'] as const).flatMap((direction) => aclRulesOf(index, networkAcl, direction, vpc).row ?? []) : [],
  );
  const runs = rules.flatMap(({ near }): readonly IpInterval[] => (family === 'IPv4' ? near?.v4 : near?.v6) ?? []);
  return runs.flatMap(({ from, to }) => [from, ipAfter(to)]);
}

/** How many lines lie at or before the address: the same number for addresses that no line parts. */
function sectionOf(lines: readonly IpAddress[], address: IpAddress): number {
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
export function internetClasses(index: ModelIndex, lines: readonly IpAddress[], family: AddressFamily): PlaceClass[] {
  const { more } = ownPublicRanges(index);
  return outsideOf(family).flatMap((range) =>
    runsOf(range, lines).flatMap(({ value, count }): PlaceClass[] =>
      isOwnPublic(index, value) ? [] : [{ members: [{ kind: 'outside', value }], count, unsure: count > most ? null : more }],
    ),
  );
}

/** A range cut at the lines that cross it. */
function runsOf({ from, to }: IpInterval, lines: readonly IpAddress[]) {
  const starts = [from, ...lines.filter((line) => line > from && line <= to)];
  return starts.map((value, at) => {
    const next = starts[at + 1];
    return { value, count: countOfIps({ from: value, to: next === undefined ? to : ipBefore(next) }) };
  });
}

/** The addresses of a subnet, one for each run that no line parts. */
export function bareClasses(subnet: ModelSubnet, lines: readonly IpAddress[], family: AddressFamily): PlaceClass[] {
  return runsOf(blockOfSubnet(subnet, family), lines).map(({ value, count }) => ({
    members: [bareAt(subnet, value)],
    count,
    unsure: null,
  }));
}

/** Places by what can tell them apart: their groups, whether they are attached, and how the lines part their addresses. */
export function classesOf(index: ModelIndex, places: readonly InsidePlace[], lines: readonly IpAddress[]): PlaceClass[] {
  const classes = new Map<string, [PacketPlace, ...PacketPlace[]]>();
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

function traits(index: ModelIndex, { interface: one, address }: Holder, lines: readonly IpAddress[]): (string | number)[] {
  const outside = publicAddressOf(index, one, address);
  const publicHolder = outside.row === null ? null : publicAt(index, outside.row).row;
  const fault = publicHolder && publicFault(index, publicHolder);
  return [
    String(one.securityGroups),
    String(one.instance === undefined ? undefined : one.instance === null),
    outside.row === null ? String(outside.missing?.code) : sectionOf(lines, outside.row),
    String(fault?.row ?? fault?.missing?.code),
    portsOfAddress(index, one.vpc, address.address)
      .rows.map(({ id, port }) => `${id}>${port}`)
      .join(','),
  ];
}
