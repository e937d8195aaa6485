/** Where a packet goes once it has left its subnet: to a place in a VPC, to the internet, or nowhere. */
import { formatIp, holdsIp, type IpAddress, ipBlockOf, parseIp } from '../addresses/ip.ts';
import { leadsOutside } from '../addresses/public-addresses.ts';
import {
  absence,
  connectionsOf,
  inVpc,
  notRead,
  type PublicHolder,
  publicAddressOf,
  publicAt,
  publicFault,
  rowOf,
  tableOf,
} from '../model/look-up.ts';
import type { ModelEip, ModelVpnConnection } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { enterCcn, targetIn } from '../routes/ccns.ts';
import { doubtOfTunnel, peerOf } from '../routes/route-health.ts';
import { type EffectiveRoute, nextHopOf } from '../routes/routes.ts';
import { stopOfAll } from '../routes/stopped-addresses.ts';
import { boundToAbsent, enterByPort, publishedAt, sourceTranslation } from './nat.ts';
import type { Hop } from './path.ts';
import { type InsidePlace, noInterfaceAt, note, type PacketPlace, type PacketTrip, passIn, placeAt, stop } from './walk.ts';

/** `crossed`: the packet came from another subnet. */
type Exit =
  | { readonly kind: 'in'; readonly place: InsidePlace; readonly crossed: boolean }
  | {
      readonly kind: 'out';
      readonly sources: readonly IpAddress[];
      /** All the addresses that a NAT gateway could have chosen; one for an EIP. */
      readonly choices: readonly IpAddress[];
      /** Why the gateway may have fewer to choose from. */
      readonly choicesUnsure: Reason | null;
      readonly by: Pick<Hop, 'step' | 'id' | 'vpc'>;
    };

const routeHop = (place: InsidePlace, route: EffectiveRoute | null, table: string | null) =>
  ({ step: 'route', id: table, vpc: place.subnet.vpc, route }) as const;

/** Follows the subnet's routes. */
export function follow(trip: PacketTrip, place: InsidePlace): Exit | null {
  const { index, destination } = trip;
  const next = nextHopOf(index, place.subnet.id, destination);
  const route = 'route' in next ? next.route : null;
  const table = route?.routeTable ?? tableIdOf(trip, place);
  const hop = routeHop(place, route, table);
  switch (next.kind) {
    case 'local':
      return enterVpc(trip, hop, place.subnet.vpc, place);
    case 'route':
      return through(trip, place, next.route);
    case 'dead':
      return stop(trip, hop, next.route.reason ?? { code: 'no-route', routeTable: next.route.routeTable });
    case 'unknown':
      return stop(trip, hop, next.route.reason ?? { code: 'not-modelled', type: next.route.type }, 'unknown');
    case 'several':
      return stop(
        trip,
        { ...hop, route: next.routes[0] ?? null },
        { code: 'several-routes', destination: next.routes[0]?.destination ?? '' },
        'unknown',
      );
    case 'public-address':
      return byOwnAddress(trip, place, null, table);
    case 'none':
      return stop(trip, hop, { code: 'no-route', routeTable: table });
    case 'not-known':
      return stop(trip, hop, next.reason, 'unknown');
  }
}

const tableIdOf = ({ index }: PacketTrip, { subnet }: InsidePlace): string => tableOf(index, subnet).row?.id ?? subnet.routeTable ?? '';

/** Arrives in a VPC that has the address in its blocks; the hop is the one that leads there. */
function enterVpc(trip: PacketTrip, hop: Omit<Parameters<typeof stop>[1], 'result'>, vpc: string, from: InsidePlace): Exit | null {
  if (trip.expectedVpc !== null && trip.expectedVpc !== vpc) return stop(trip, hop, { code: 'leads-elsewhere', to: vpc });
  const { row: place, missing } = placeAt(trip.index, vpc, trip.destination);
  if (!place) return missing ? stop(trip, hop, missing, 'unknown') : stop(trip, hop, { code: 'no-subnet', vpc });
  note(trip, { ...hop, result: 'pass' });
  return { kind: 'in', place, crossed: place.subnet.id !== from.subnet.id };
}

function through(trip: PacketTrip, place: InsidePlace, route: EffectiveRoute): Exit | null {
  const vpc = place.subnet.vpc;
  if (route.type === 'EIP') return byOwnAddress(trip, place, route, route.routeTable);
  note(trip, { ...routeHop(place, route, route.routeTable), result: 'pass' });
  switch (route.type) {
    case 'PEERCONNECTION':
      return throughPeering(trip, place, route.gateway);
    case 'USER_CCN':
    case 'CCN':
      return throughCcn(trip, place, route.gateway);
    case 'NAT':
      return throughNat(trip, place, route.gateway);
    case 'VPN':
      return throughVpn(trip, vpc, route.gateway);
    case 'DIRECTCONNECT':
    case 'CVM':
    case 'NORMAL_CVM':
      return stop(trip, { step: 'gateway', id: route.gateway, vpc }, { code: 'beyond', type: route.type, id: route.gateway }, 'unknown');
    default:
      return stop(trip, { step: 'gateway', id: route.gateway, vpc }, { code: 'not-modelled', type: route.type }, 'unknown');
  }
}

/** A peering joins its two VPCs and nothing behind them: an address outside the peer VPC is lost there. */
function throughPeering(trip: PacketTrip, place: InsidePlace, id: string): Exit | null {
  const peering = rowOf(trip.index, 'peerings', id, place.subnet.vpc).row;
  const peerVpc = peering ? peerOf(peering, place.subnet.vpc) : null;
  const hop = { step: 'peering', id, vpc: peerVpc } as const;
  if (peerVpc === null) return stop(trip, hop, { code: 'next-hop-gone', type: 'PEERCONNECTION', id });
  const inside = inVpc(trip.index, peerVpc, trip.destination);
  if (inside.row === null) return stop(trip, hop, absence(inside, 'vpcs', peerVpc), 'unknown');
  if (!inside.row) return stop(trip, hop, { code: 'not-in-peer-vpc', peering: id, vpc: peerVpc });
  return enterVpc(trip, hop, peerVpc, place);
}

/** A CCN leads to an attached network; into a VPC the packet is followed, behind any other it is out of sight. */
function throughCcn(trip: PacketTrip, place: InsidePlace, id: string): Exit | null {
  const { index, destination } = trip;
  const vpc = place.subnet.vpc;
  const hop = { step: 'ccn', id, vpc: null } as const;
  const entry = enterCcn(index, vpc, id);
  if (entry.kind !== 'in') return stop(trip, hop, entry.reason, entry.kind === 'dead' ? 'block' : 'unknown');
  const target = targetIn(index, entry, vpc, trip.sources[0] ?? 0, destination);
  if (target.kind !== 'to') return stop(trip, hop, target.reason, target.kind);
  if (target.type !== 'VPC') return stop(trip, hop, { code: 'beyond', type: 'CCN', id: target.instance }, 'unknown');
  const there = { ...hop, vpc: target.instance };
  const inside = inVpc(index, target.instance, destination);
  if (inside.row === null) return stop(trip, there, absence(inside, 'vpcs', target.instance), 'unknown');
  if (!inside.row) return stop(trip, there, { code: 'no-subnet', vpc: target.instance });
  return enterVpc(trip, there, target.instance, place);
}

/** Out under one of the gateway's addresses: those that its SNAT rule for the sender names, else any. */
function throughNat(trip: PacketTrip, place: InsidePlace, id: string): Exit | null {
  const hop = { step: 'nat-gateway', id, vpc: place.subnet.vpc } as const;
  if (!leadsOutside(trip.destination)) return stop(trip, hop, { code: 'private-on-internet' });
  const translation = sourceTranslation(trip.index, place, id);
  const all = translation.addresses.flatMap((text) => parseIp(text) ?? []);
  const sources = trip.translatedTo === null ? all : [trip.translatedTo];
  const stopped = stopOfAll(trip.index, place.subnet.vpc, id, sources);
  if (stopped) return stop(trip, hop, stopped, stopped.code === 'public-addresses-stopped' ? 'block' : 'unknown');
  note(trip, { ...hop, result: 'pass', translation });
  trip.sources = sources;
  trip.sourcesUnsure = translation.unsure;
  return { kind: 'out', sources, choices: all, choicesUnsure: translation.unsure, by: hop };
}

const covers = (text: string, address: IpAddress): boolean => holdsIp(ipBlockOf(text), address);

const carries = ({ spds }: ModelVpnConnection, source: IpAddress, destination: IpAddress): boolean =>
  spds.some(({ local, remote }) => covers(local, source) && remote.some((block) => covers(block, destination)));

/** A tunnel takes what one of its policies names; the remote side of it is not ours to see. */
function throughVpn(trip: PacketTrip, vpc: string, id: string): Exit | null {
  const hop = { step: 'gateway', id, vpc } as const;
  const { rows, more } = connectionsOf(trip.index, id, vpc);
  const fitting = rows.filter((one) => carries(one, trip.sources[0] ?? 0, trip.destination));
  const live = fitting.find(({ state, up }) => state === 'available' && up !== false);
  if (live) return stop(trip, { ...hop, id: live.id }, { code: 'beyond', type: 'VPN', id: live.id }, 'unknown');
  const doubt = more ?? fitting.map(doubtOfTunnel).find((reason) => reason !== null);
  if (doubt) return stop(trip, hop, doubt, 'unknown');
  const down = fitting[0];
  return stop(trip, hop, down ? { code: 'tunnel-down', id: down.id } : { code: 'no-vpn-policy', id });
}

/** Stops the trip where the cloud, or an unpaid bill, stops the address; true when it goes on. */
function passPublicAddress(trip: PacketTrip, hop: Pick<Hop, 'step' | 'vpc'> & { id: string }, found: PublicHolder | null): boolean {
  const fault = found ? publicFault(trip.index, found) : null;
  if (fault?.row) stop(trip, hop, { code: 'eip-blocked', id: hop.id });
  else if (fault?.missing) stop(trip, hop, fault.missing, 'unknown');
  else return true;
  return false;
}

/** Out by the sender's own public address. */
function byOwnAddress(trip: PacketTrip, place: InsidePlace, route: EffectiveRoute | null, table: string): Exit | null {
  const { index } = trip;
  const hop = routeHop(place, route, table);
  if (!leadsOutside(trip.destination)) return stop(trip, hop, { code: 'private-on-internet' });
  if (place.kind === 'bare') return stop(trip, hop, noInterfaceAt(index, place), 'unknown');
  const { interface: one, address } = place.holder;
  const publicAddress = publicAddressOf(index, one, address);
  if (publicAddress.row === null)
    return publicAddress.missing
      ? stop(trip, hop, publicAddress.missing, 'unknown')
      : stop(trip, hop, { code: 'no-public-address', id: one.id });
  note(trip, { ...hop, result: 'pass' });
  const publicHolder = publicAt(index, publicAddress.row).row;
  const by = { step: 'eip', id: publicHolder?.eip?.id ?? formatIp(publicAddress.row), vpc: place.subnet.vpc } as const;
  if (!passPublicAddress(trip, by, publicHolder)) return null;
  note(trip, { ...by, result: 'pass' });
  trip.sources = [publicAddress.row];
  return { kind: 'out', sources: [publicAddress.row], choices: [publicAddress.row], choicesUnsure: null, by };
}

/**
 * From the internet to a public address of the model: the place behind it, asked at its ACL and groups.
 * `leftBy`: the gateway or EIP by which the packet left the model, where it did.
 */
export function enterFromInternet(trip: PacketTrip, leftBy: string | null): PacketPlace | null {
  const { index, destination } = trip;
  const text = formatIp(destination);
  const { row: found, missing } = publicAt(index, destination);
  if (!found)
    return stop(trip, { step: 'eip', id: null, vpc: null }, missing ?? { code: 'address-not-in-model', address: text }, 'unknown');
  const { nat, holder, eip } = found;
  if (nat) {
    const by = publishedAt(trip, nat.id, nat.vpc);
    const through = { step: 'nat-gateway', id: nat.id, vpc: nat.vpc } as const;
    return by && passPublicAddress(trip, through, found) ? enterByPort(trip, by, nat, leftBy) : null;
  }
  const hop = { step: 'eip', id: eip?.id ?? text, vpc: holder?.interface.vpc ?? null } as const;
  if (!passPublicAddress(trip, hop, found)) return null;
  if (!holder) return notHeld(trip, hop, eip?.boundTo);
  const subnet = rowOf(index, 'subnets', holder.interface.subnet, holder.interface.vpc);
  if (!subnet.row) return stop(trip, hop, absence(subnet, 'subnets', holder.interface.subnet), 'unknown');
  note(trip, { ...hop, result: 'pass' });
  trip.destination = holder.value;
  const place: InsidePlace = { kind: 'host', value: holder.value, holder, subnet: subnet.row };
  passIn(trip, place, true);
  return place;
}

function notHeld(trip: PacketTrip, hop: { step: 'eip'; id: string; vpc: string | null }, bound: ModelEip['boundTo']): null {
  if (bound === null) return stop(trip, hop, { code: 'eip-not-bound', id: hop.id });
  const gap = notRead(trip.index, 'natGateways') ?? notRead(trip.index, 'interfaces');
  if (bound === undefined) return stop(trip, hop, gap ?? { code: 'eip-binding-not-known', id: hop.id }, 'unknown');
  if ('natGateway' in bound) return boundToAbsent(trip, hop, bound.natGateway);
  if ('other' in bound) return stop(trip, hop, { code: 'beyond', type: 'EIP', id: bound.other }, 'unknown');
  const id = 'interface' in bound ? bound.interface : bound.instance;
  return stop(trip, hop, absence({ missing: notRead(trip.index, 'interfaces') }, 'interfaces', id), 'unknown');
}
