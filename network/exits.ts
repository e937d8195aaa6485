/** Where a packet goes once it has left its subnet: to a place in a VPC, to the internet, or nowhere. */
import { formatAddress, parseAddress } from '../catalogue/address.ts';
import { blockOf } from './cidr.ts';
import type { ModelEip, ModelVpnConnection } from './model.ts';
import { inVpc, type ModelIndex, remember, subnetAt } from './model-index.ts';
import type { Hop, Reason } from './path.ts';
import { leadsOutside } from './public-addresses.ts';
import { peeringOf, peerOf, publicAddressOf } from './route-health.ts';
import { type EffectiveRoute, nextHopOf } from './routes.ts';
import { type Inside, note, type Place, passIn, stop, type Trip } from './walk.ts';

/** `crossed`: the packet came from another subnet. */
export type Exit =
  | { readonly kind: 'in'; readonly place: Inside; readonly crossed: boolean }
  | { readonly kind: 'out'; readonly sources: readonly number[]; readonly by: Pick<Hop, 'step' | 'id' | 'vpc'> };

const routeHop = (place: Inside, route: EffectiveRoute | null, table: string | null) =>
  ({ step: 'route', id: table, vpc: place.subnet.vpc, route }) as const;

/** The place of an address in a VPC, which must have a subnet for it. */
export function placeAt(index: ModelIndex, vpc: string, address: number): Inside | null {
  const subnet = subnetAt(index, vpc, address);
  if (!subnet) return null;
  const holder = index.holder(vpc, address);
  return holder ? { kind: 'host', value: address, holder, subnet } : { kind: 'bare', value: address, subnet };
}

/** Follows the subnet's routes. */
export function follow(trip: Trip, place: Inside): Exit | null {
  const { index, destination } = trip;
  const next = nextHopOf(index, place.subnet.id, destination);
  const table = 'route' in next ? next.route.routeTable : tableIdOf(trip, place);
  const hop = routeHop(place, 'route' in next ? next.route : null, table);
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
    case 'no-table':
      return stop(trip, hop, next.reason, 'unknown');
  }
}

const tableIdOf = ({ index }: Trip, { subnet }: Inside): string => subnet.routeTable ?? index.mainTable.get(subnet.vpc)?.id ?? '';

/** Arrives in a VPC that has the address in its blocks; the hop is the one that leads there. */
function enterVpc(trip: Trip, hop: Omit<Parameters<typeof stop>[1], 'result'>, vpc: string, from: Inside): Exit | null {
  if (trip.expectedVpc !== null && trip.expectedVpc !== vpc) return stop(trip, hop, { code: 'leads-elsewhere', to: vpc });
  const place = placeAt(trip.index, vpc, trip.destination);
  if (!place) {
    const gap = trip.index.gap('subnets', vpc);
    return gap
      ? stop(trip, hop, { code: 'not-known', kind: 'subnets', because: gap.because }, 'unknown')
      : stop(trip, hop, { code: 'no-subnet', vpc });
  }
  note(trip, { ...hop, result: 'pass' });
  return { kind: 'in', place, crossed: place.subnet.id !== from.subnet.id };
}

function through(trip: Trip, place: Inside, route: EffectiveRoute): Exit | null {
  const vpc = place.subnet.vpc;
  if (route.type === 'EIP') return byOwnAddress(trip, place, route, route.routeTable);
  note(trip, { ...routeHop(place, route, route.routeTable), result: 'pass' });
  switch (route.type) {
    case 'PEERCONNECTION':
      return throughPeering(trip, place, route.gateway);
    case 'NAT':
      return throughNat(trip, vpc, route.gateway);
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

/** A peering joins its two VPCs and nothing behind them: an address outside the far VPC is lost there. */
function throughPeering(trip: Trip, place: Inside, id: string): Exit | null {
  const peering = peeringOf(trip.index, id);
  const far = peering ? peerOf(peering, place.subnet.vpc) : null;
  const hop = { step: 'peering', id, vpc: far } as const;
  if (far === null) return stop(trip, hop, { code: 'next-hop-gone', type: 'PEERCONNECTION', id });
  if (!trip.index.vpc.has(far)) return stop(trip, hop, { code: 'not-in-model', kind: 'vpcs', id: far }, 'unknown');
  if (!inVpc(trip.index, far, trip.destination)) return stop(trip, hop, { code: 'not-in-peer-vpc', peering: id, vpc: far });
  return enterVpc(trip, hop, far, place);
}

function throughNat(trip: Trip, vpc: string, id: string): Exit | null {
  const hop = { step: 'nat-gateway', id, vpc } as const;
  if (!leadsOutside(trip.destination)) return stop(trip, hop, { code: 'private-on-internet' });
  const nats = remember(trip.index, 'nats', () => new Map(trip.index.model.natGateways.map((nat) => [nat.id, nat])));
  const sources = (nats.get(id)?.eips ?? []).flatMap((text) => parseAddress(text) ?? []);
  note(trip, { ...hop, result: 'pass' });
  trip.sources = sources;
  return { kind: 'out', sources, by: hop };
}

const covers = (text: string, address: number): boolean => {
  const { base, prefix } = blockOf(text);
  return base <= address && address < base + 2 ** (32 - prefix);
};

const carries = ({ spds }: ModelVpnConnection, source: number, destination: number): boolean =>
  spds.some(({ local, remote }) => covers(local, source) && remote.some((block) => covers(block, destination)));

/** A tunnel takes what one of its policies names; the far side of it is not ours to see. */
function throughVpn(trip: Trip, vpc: string, id: string): Exit | null {
  const hop = { step: 'gateway', id, vpc } as const;
  const connections = (trip.index.connectionsOfGateway.get(id) ?? []).filter((one) => carries(one, trip.sources[0] ?? 0, trip.destination));
  const gap = trip.index.gap('vpnConnections', vpc);
  const live = connections.find(({ state, up }) => state === 'available' && up !== false);
  if (live) return stop(trip, { ...hop, id: live.id }, { code: 'beyond', type: 'VPN', id: live.id }, 'unknown');
  if (gap) return stop(trip, hop, { code: 'not-known', kind: 'vpnConnections', because: gap.because }, 'unknown');
  const down = connections[0];
  return stop(trip, hop, down ? { code: 'tunnel-down', id: down.id } : { code: 'no-vpn-policy', id });
}

const eipFault = (trip: Trip, address: number): boolean => {
  const found = trip.index.publicHolder(address);
  return found?.eip?.blocked === true || found?.eip?.arrears === true || found?.holder?.address.blocked === true;
};

/** Out by the sender's own public address. */
function byOwnAddress(trip: Trip, place: Inside, route: EffectiveRoute | null, table: string): Exit | null {
  const hop = routeHop(place, route, table);
  if (!leadsOutside(trip.destination)) return stop(trip, hop, { code: 'private-on-internet' });
  if (place.kind === 'bare') {
    const reason: Reason = { code: 'no-interface-at', address: formatAddress(place.value), subnet: place.subnet.id };
    return stop(trip, hop, reason, 'unknown');
  }
  const { id } = place.holder.interface;
  const own = publicAddressOf(trip.index, id, place.holder.address.address);
  const value = own === null ? null : parseAddress(own);
  if (value === null) return noOwnAddress(trip, hop, id, place.subnet.vpc);
  note(trip, { ...hop, result: 'pass' });
  const by = { step: 'eip', id: trip.index.publicHolder(value)?.eip?.id ?? own, vpc: place.subnet.vpc } as const;
  if (eipFault(trip, value)) return stop(trip, by, { code: 'eip-blocked', id: by.id ?? '' });
  note(trip, { ...by, result: 'pass' });
  trip.sources = [value];
  return { kind: 'out', sources: [value], by };
}

function noOwnAddress(trip: Trip, hop: ReturnType<typeof routeHop>, id: string, vpc: string): null {
  const gap = trip.index.gap('eips', vpc);
  if (gap) return stop(trip, hop, { code: 'not-known', kind: 'eips', because: gap.because }, 'unknown');
  return stop(trip, hop, { code: 'no-public-address', id });
}

/** From the internet to a public address of the model: the place behind it, asked at its ACL and groups. */
export function enterFromInternet(trip: Trip): Place | null {
  const { index, destination } = trip;
  const text = formatAddress(destination);
  const nat = index.model.natGateways.find(({ eips }) => eips.includes(text));
  if (nat) return stop(trip, { step: 'nat-gateway', id: nat.id, vpc: nat.vpc }, { code: 'nat-lets-nothing-in', id: nat.id });
  const found = index.publicHolder(destination);
  const hop = { step: 'eip', id: found?.eip?.id ?? text, vpc: found?.holder?.interface.vpc ?? null } as const;
  if (!found) return stop(trip, { ...hop, id: null }, { code: 'address-not-in-model', address: text }, 'unknown');
  if (eipFault(trip, destination)) return stop(trip, hop, { code: 'eip-blocked', id: hop.id });
  if (!found.holder) return notHeld(trip, hop, found.eip?.boundTo);
  const subnet = index.subnet.get(found.holder.interface.subnet);
  if (!subnet) return stop(trip, hop, { code: 'not-in-model', kind: 'subnets', id: found.holder.interface.subnet }, 'unknown');
  note(trip, { ...hop, result: 'pass' });
  trip.destination = found.holder.value;
  const place: Inside = { kind: 'host', value: found.holder.value, holder: found.holder, subnet };
  passIn(trip, place, true);
  return place;
}

function notHeld(trip: Trip, hop: { step: 'eip'; id: string; vpc: string | null }, bound: ModelEip['boundTo']): null {
  if (bound === null) return stop(trip, hop, { code: 'eip-not-bound', id: hop.id });
  if (bound === undefined) return stop(trip, hop, { code: 'eip-binding-not-known', id: hop.id }, 'unknown');
  if ('natGateway' in bound) return stop(trip, hop, { code: 'nat-lets-nothing-in', id: bound.natGateway });
  const id = 'interface' in bound ? bound.interface : bound.instance;
  return stop(trip, hop, { code: 'not-in-model', kind: 'interfaces', id }, 'unknown');
}
