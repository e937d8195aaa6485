/** A next hop of a VPC's map, what stands behind it, and how the way there stands. */
import type { GatewayState, PeeringState } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';

/** 'own': instances go out by public addresses of their own; 'unread': a list of gateways that could not be read; what it holds is not known. */
export type HopKind = 'nat' | 'instance' | 'peering' | 'direct-connect' | 'vpn' | 'ccn' | 'own' | 'other' | 'unread';

/** What is not good about the way beyond a hop. */
export type HopFinding =
  | { readonly code: 'no-routes' }
  /** Both VPCs have the same addresses: each keeps its packets for them. */
  | { readonly code: 'same-addresses' }
  /** It would carry, and no route of this VPC leads to it. */
  | { readonly code: 'not-led' }
  /** It would carry, and every route that leads to it is dead. */
  | { readonly code: 'led-by-dead' }
  /** Tables of the other side that lack routes back, by id. */
  | { readonly code: 'no-way-back'; readonly tables: readonly string[] }
  /** Tables of this side that lack routes there. */
  | { readonly code: 'no-way-there'; readonly tables: readonly string[] }
  | { readonly code: 'state'; readonly state: Exclude<PeeringState | GatewayState, 'unknown' | 'active' | 'available'> }
  | { readonly code: 'tunnel-down' }
  | { readonly code: 'no-address' }
  /** The cloud, or an unpaid bill, stops every public address of it. */
  | { readonly code: 'addresses-stopped' }
  /** The CCN has no route there, back, or neither. */
  | { readonly code: 'no-ccn-way-there' | 'no-ccn-way-back' | 'no-ccn-routes' }
  /** The CCN keeps routes to it off, for other networks in it have the same addresses. */
  | { readonly code: 'ccn-overlap'; readonly networks: readonly string[] }
  /** Routes of the CCN to it are switched off. */
  | { readonly code: 'ccn-routes-off' }
  | { readonly code: 'not-known'; readonly reason: Reason | null };

/** How a way stands: its colour and its pattern follow from it. */
export type WayState = 'good' | 'missing' | 'asked' | 'expired' | 'dead' | 'overlap' | 'unknown';

export interface MapBeyond {
  readonly key: string;
  /** 'several': more than can be shown one by one, in one card. */
  readonly kind: 'internet' | 'vpc' | 'remote' | 'data-centre' | 'several' | 'unknown';
  /** The VPC or the VPN connection; '' where there is none. */
  readonly id: string;
  readonly name: string;
  readonly blocks: readonly string[];
  /** Of a VPC. */
  readonly region?: string;
  readonly account?: string;
  /** Public addresses, of the internet; null: not known. */
  readonly addresses?: readonly string[] | null;
  readonly state: WayState;
  readonly trouble: HopFinding | null;
  /** Which way packets can pass. */
  readonly passes: 'both' | 'out' | 'in' | 'none' | 'unknown';
  /** What 'several' stands for. */
  readonly members?: readonly MapBeyond[];
}

export interface MapHop {
  readonly key: string;
  readonly kind: HopKind;
  /** The type of its routes, in the API's spelling. */
  readonly type: string;
  readonly id: string;
  readonly name: string;
  /** Public addresses, or those that stand for it. */
  readonly addresses: readonly string[];
  /** The subnet that an instance stands in. */
  readonly subnet: { readonly id: string; readonly name: string } | null;
  readonly beyond: readonly MapBeyond[];
  /** Whether a route of the VPC leads to it; 'lost': only dead ones do; 'unknown': what was not read may. */
  readonly led: 'led' | 'lost' | 'nothing' | 'unknown';
  /** Of a NAT gateway: what its public addresses let in, by port; null: not known. */
  readonly published?: readonly PublishedPort[] | null;
  /** Of a NAT gateway: who leaves by which of its addresses (SNAT); null: not known. Who has no rule leaves by any of them. */
  readonly leaving?: readonly LeavingSource[] | null;
}

export interface LeavingSource {
  readonly id: string;
  /** The subnet that it is for, or that holds its address; null where none is known to. */
  readonly subnet: { readonly id: string; readonly name: string } | null;
  readonly block: string;
  readonly addresses: readonly string[];
}

export interface PublishedPort {
  /** "TCP 203.0.113.4:443". */
  readonly outside: string;
  /** "10.0.1.5:8443". */
  readonly inside: string;
  /** The subnet of the private address; null where none holds it, or none is known to. */
  readonly subnet: { readonly id: string; readonly name: string } | null;
}

/** What stands behind, one by one, whatever one card stands for. */
export const placesBehind = ({ beyond }: Pick<MapHop, 'beyond'>): readonly MapBeyond[] => beyond.flatMap((one) => one.members ?? [one]);
