/** What a NAT gateway does to packets: who leaves by which of its addresses, and which of its ports lead in. */
import { formatIp, holdsIp, type IpAddress, ipBlockOf, parseIp } from '../addresses/ip.ts';
import { absence, inVpc, type ModelIndex, portsOfAddress, portsOfNat, rowOf, sourcesOfNat } from '../model/look-up.ts';
import type { ModelNatGateway, ModelNatPort } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { nextHopOf } from '../routes/routes.ts';
import type { Hop, PathQuery, Translation } from './path.ts';
import { type InsidePlace, note, type PacketTrip, passIn, placeAt, stop } from './walk.ts';

type SourceTranslation = Extract<Translation, { readonly kind: 'source' }>;

/** Under which addresses of the gateway a place leaves. Rules for the place that name different ones leave all of theirs open. */
export function sourceTranslation(index: ModelIndex, { subnet, value }: InsidePlace, id: string): SourceTranslation {
  const eips = rowOf(index, 'natGateways', id, subnet.vpc).row?.eips ?? [];
  const { rows, more } = sourcesOfNat(index, id, subnet.vpc);
  const own = rows.filter(
    (rule) => rule.publicAddresses.length > 0 && (rule.subnet === null ? holdsIp(ipBlockOf(rule.block), value) : rule.subnet === subnet.id),
  );
  const addresses = [...new Set(own.flatMap(({ publicAddresses }) => publicAddresses))];
  const [rule] = own;
  return { kind: 'source', addresses: rule ? addresses : eips, rule: rule?.id ?? null, unsure: rule ? null : more };
}

/** The port of the gateway that a packet is sent to; null where the trip ends there. */
export function publishedAt(trip: PacketTrip, id: string, vpc: string): ModelNatPort | null {
  const { rows, more } = portsOfNat(trip.index, id, vpc);
  const port = trip.ports?.[0]?.from;
  const address = formatIp(trip.destination);
  const found = rows.find((row) => row.protocol === trip.protocol && row.publicPort === port && samePlace(row, trip.destination));
  if (found) return found;
  const hop = { step: 'nat-gateway', id, vpc } as const;
  // No rule of a gateway publishes packets that have no ports.
  if (more && trip.ports !== null) return stop(trip, hop, more, 'unknown');
  // Which ports there are says nothing of a packet that has none, nor does a list of them that was cut short.
  return stop(
    trip,
    hop,
    rows.length > 0 && trip.ports !== null ? { code: 'port-not-published', id, address } : { code: 'nat-lets-nothing-in', id },
  );
}

const samePlace = ({ publicAddress }: ModelNatPort, address: IpAddress): boolean => parseIp(publicAddress) === address;

/** Why a gateway lets nothing through; null when it works. */
function fault({ id, state, told }: ModelNatGateway): Reason | null {
  if (state === 'available') return null;
  return state === 'unknown' ? { code: 'state-not-known', id, told: told ?? '' } : { code: 'gateway-not-active', id, state };
}

/** In by a published port: the destination is translated before the ACL and the groups see the packet. */
export function enterByPort(trip: PacketTrip, by: ModelNatPort, nat: ModelNatGateway, leftBy: string | null): InsidePlace | null {
  const { index } = trip;
  const hop = { step: 'nat-gateway', id: nat.id, vpc: nat.vpc } as const;
  const broken = fault(nat);
  if (broken) return stop(trip, hop, broken, broken.code === 'state-not-known' ? 'unknown' : 'block');
  if (leftBy === nat.id) return stop(trip, hop, { code: 'nat-to-itself', id: nat.id }, 'unknown');
  const value = parseIp(by.address) ?? 0;
  const inside = inVpc(index, nat.vpc, value);
  if (inside.row === null) return stop(trip, hop, absence(inside, 'vpcs', nat.vpc), 'unknown');
  if (!inside.row) return stop(trip, hop, { code: 'address-not-in-model', address: by.address }, 'unknown');
  const place = placeAt(index, nat.vpc, value);
  if (!place.row) return place.missing ? stop(trip, hop, place.missing, 'unknown') : stop(trip, hop, { code: 'no-subnet', vpc: nat.vpc });
  note(trip, { ...hop, result: 'pass', translation: { kind: 'published', address: by.address, port: by.port } });
  trip.destination = value;
  trip.ports = [{ from: by.port, to: by.port }];
  trip.enteredBy = by;
  passIn(trip, place.row, true);
  return place.row;
}

/** An EIP of a gateway that the model does not have lets in what its rules publish, as far as they are known. */
export function boundToAbsent(trip: PacketTrip, hop: Pick<Hop, 'step' | 'id' | 'vpc'>, id: string): null {
  const { rows, more } = portsOfNat(trip.index, id);
  const gateway = rowOf(trip.index, 'natGateways', id);
  const reason = more ?? (rows.length > 0 ? absence(gateway, 'natGateways', id) : null);
  return reason ? stop(trip, hop, reason, 'unknown') : stop(trip, hop, { code: 'nat-lets-nothing-in', id });
}

/** The answer of a published address must leave by its gateway; true when it does. */
export function leaveByPort(trip: PacketTrip, place: InsidePlace, { natGateway: id }: ModelNatPort): boolean {
  const vpc = place.subnet.vpc;
  const next = nextHopOf(trip.index, place.subnet.id, trip.destination);
  const route = 'route' in next ? next.route : null;
  const hop = { step: 'route', id: route?.routeTable ?? null, vpc, route } as const;
  if (next.kind === 'not-known') stop(trip, hop, next.reason, 'unknown');
  else if (next.kind === 'unknown' && next.route.reason) stop(trip, hop, next.route.reason, 'unknown');
  else if (next.kind !== 'route' || next.route.type !== 'NAT' || next.route.gateway !== id)
    stop(trip, hop, { code: 'answer-not-by-gateway', id }, 'unknown');
  else {
    note(trip, { ...hop, result: 'pass' });
    note(trip, { step: 'nat-gateway', id, vpc, result: 'pass', translation: { kind: 'answer' } });
    return true;
  }
  return false;
}

/** Ports by which the internet reaches a private address at what is asked, and why there may be others. */
export function portsTo(index: ModelIndex, { protocol, port }: PathQuery, vpc: string, address: string) {
  const { rows, more } = portsOfAddress(index, vpc, address);
  const published = protocol === 'TCP' || protocol === 'UDP';
  return { rows: rows.filter((row) => row.protocol === protocol && row.port === port), more: published ? more : null };
}
