/** Why something about a network is as it is, or cannot be told: codes with what they are about. Words are for the pages. */
import type { Direction } from '../rules/rule.ts';
import type { Gap, GatewayState, ModelKind, NextHopType, PeeringState } from './model.ts';

/** Why a route is dead or unknown, why a hop stops a packet, or why it cannot be told. */
export type Reason =
  /** The custom destination lies inside the VPC, where Local always wins. */
  | { readonly code: 'inside-local'; readonly vpc: string }
  | { readonly code: 'next-hop-gone'; readonly type: string; readonly id: string }
  | { readonly code: 'next-hop-in-other-vpc'; readonly id: string; readonly vpc: string }
  /** A direct-connect gateway of the CCN kind stands in no VPC. */
  | { readonly code: 'next-hop-in-no-vpc'; readonly id: string }
  | { readonly code: 'next-hop-not-active'; readonly id: string; readonly state: Exclude<GatewayState | PeeringState, 'unknown'> }
  /** The cloud tells a state that nobody here knows. */
  | { readonly code: 'state-not-known'; readonly id: string; readonly told: string }
  /** Whether the tunnel is up is not told. */
  | { readonly code: 'tunnel-not-known'; readonly id: string }
  /** A route of the table cannot be read, and may take any packet. */
  | { readonly code: 'route-not-read'; readonly routeTable: string; readonly destination: string }
  /** The documents' generation of the API tells no IPv6 blocks of the VPC and its subnets. */
  | { readonly code: 'ipv6-not-told'; readonly vpc: string }
  /** Whether the next hop carries IPv6 is not written anywhere. */
  | { readonly code: 'ipv6-next-hop'; readonly type: string }
  /** Whether the IPv6 address of the interface has bandwidth on the internet is not told. */
  | { readonly code: 'ipv6-bandwidth-not-known'; readonly id: string }
  /** The interface or subnet has no IPv6 address. */
  | { readonly code: 'no-ipv6-address'; readonly id: string }
  /** An IPv4 end and an IPv6 one. */
  | { readonly code: 'families-differ' }
  | { readonly code: 'route-table-not-known'; readonly subnet: string }
  | { readonly code: 'not-in-peer-vpc'; readonly peering: string; readonly vpc: string }
  /** The VPC is not in the CCN. */
  | { readonly code: 'not-in-ccn'; readonly id: string; readonly vpc: string }
  /** No route of the CCN that is in force leads there. */
  | { readonly code: 'no-ccn-route'; readonly id: string }
  /** The CCN is another account's, or its routes, tables or policies were not read. */
  | { readonly code: 'ccn-routes-not-known'; readonly id: string }
  | { readonly code: 'gateway-without-public-address'; readonly id: string }
  /** The cloud, or an unpaid bill, stops every public address by which the gateway sends. */
  | { readonly code: 'public-addresses-stopped'; readonly id: string }
  | { readonly code: 'no-vpn-policy'; readonly id: string }
  | { readonly code: 'tunnel-down'; readonly id: string }
  | { readonly code: 'switched-off' }
  | { readonly code: 'no-route'; readonly routeTable: string }
  | { readonly code: 'no-subnet'; readonly vpc: string }
  | { readonly code: 'no-public-address'; readonly id: string }
  | { readonly code: 'private-on-internet' }
  | { readonly code: 'eip-not-bound'; readonly id: string }
  | { readonly code: 'eip-binding-not-known'; readonly id: string }
  | { readonly code: 'nat-lets-nothing-in'; readonly id: string }
  /** What comes from the internet finds the gateway out of order. */
  | { readonly code: 'gateway-not-active'; readonly id: string; readonly state: Exclude<GatewayState, 'unknown'> }
  /** The gateway publishes other ports than this. */
  | { readonly code: 'port-not-published'; readonly id: string; readonly address: string }
  /** The answer of a published address leaves by another way than the gateway: whether it arrives is not written. */
  | { readonly code: 'answer-not-by-gateway'; readonly id: string }
  /** Whether a NAT gateway lets what left by it in again is not written. */
  | { readonly code: 'nat-to-itself'; readonly id: string }
  | { readonly code: 'eip-blocked'; readonly id: string }
  | { readonly code: 'not-attached'; readonly id: string }
  | { readonly code: 'attachment-not-known'; readonly id: string }
  /** The address is also inside the sender's own VPC, or leads to another interface than the one asked about. */
  | { readonly code: 'leads-elsewhere'; readonly to: string }
  | { readonly code: 'filtered' }
  | GapReason
  | { readonly code: 'not-in-model'; readonly kind: ModelKind; readonly id: string }
  | { readonly code: 'address-not-in-model'; readonly address: string }
  | { readonly code: 'no-interface-at'; readonly address: string; readonly subnet: string }
  | { readonly code: 'no-other-interface'; readonly subnet: string }
  | { readonly code: 'security-groups-not-known'; readonly id: string }
  | { readonly code: 'no-security-group'; readonly id: string }
  | { readonly code: 'network-acl-not-known'; readonly subnet: string }
  | {
      readonly code: 'rule-not-resolved';
      /** A security group or a network ACL. */
      readonly group: string;
      readonly direction: Direction;
      readonly rule: number;
      readonly missing: readonly string[];
      /** The lists that were not read whole and would tell. */
      readonly lists: readonly GapReason[];
    }
  /** A NAT gateway has several addresses and they are not treated alike further on. */
  | { readonly code: 'several-sources'; readonly id: string }
  | { readonly code: 'several-routes'; readonly destination: string }
  | { readonly code: 'not-modelled'; readonly type: NextHopType | (string & {}) }
  | { readonly code: 'beyond'; readonly type: NextHopType | (string & {}); readonly id: string }
  | { readonly code: 'too-many-cases'; readonly cases: number };

/** The gap that keeps something from being known, as a reason among the others of `network/paths/path.ts`. */
export interface GapReason extends Gap {
  readonly code: 'not-known';
}
