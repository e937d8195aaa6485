/** What a path is asked and answered in. Words are for the pages: here a reason is a code with what it is about. */
import type { Interval } from './cidr.ts';
import type { Direction, RuleRef } from './filters.ts';
import type { GatewayState, ModelKind, ModelPeering, NextHopType, NotKnown, PeeringState } from './model.ts';
import type { EffectiveRoute } from './routes.ts';
import type { Protocol } from './rule.ts';

/** One end of a path. A subnet means each of its interfaces at its primary address; the internet, every public address. */
export type Endpoint =
  | { readonly interface: string; readonly address?: string }
  | { readonly subnet: string }
  | { readonly address: string }
  | { readonly internet: true };

export interface PathQuery {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly protocol: Protocol;
  /** Destination port; TCP and UDP only. */
  readonly port?: number;
  /** Absent: any of 1024 to 65535, as clients choose it. */
  readonly sourcePort?: number;
}

/** Why a route is dead or unknown, why a hop stops a packet, or why it cannot be told. */
export type Reason =
  /** The custom destination lies inside the VPC, where Local always wins. */
  | { readonly code: 'inside-local'; readonly vpc: string }
  | { readonly code: 'next-hop-gone'; readonly type: string; readonly id: string }
  | { readonly code: 'next-hop-in-other-vpc'; readonly id: string; readonly vpc: string }
  | { readonly code: 'next-hop-not-active'; readonly id: string; readonly state: Exclude<GatewayState | PeeringState, 'unknown'> }
  /** The cloud tells a state that nobody here knows. */
  | { readonly code: 'state-not-known'; readonly id: string; readonly told: string }
  /** Whether the tunnel is up is not told. */
  | { readonly code: 'tunnel-not-known'; readonly id: string }
  /** A route of the table cannot be read, and may take any packet. */
  | { readonly code: 'route-not-read'; readonly routeTable: string; readonly destination: string }
  /** A route for IPv6 packets, which are not followed. */
  | { readonly code: 'ipv6-route' }
  | { readonly code: 'route-table-not-known'; readonly subnet: string }
  | { readonly code: 'not-in-peer-vpc'; readonly peering: string; readonly vpc: string }
  | { readonly code: 'gateway-without-public-address'; readonly id: string }
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
  | { readonly code: 'eip-blocked'; readonly id: string }
  | { readonly code: 'not-attached'; readonly id: string }
  | { readonly code: 'attachment-not-known'; readonly id: string }
  /** The address is also inside the sender's own VPC, or leads to another interface than the one asked about. */
  | { readonly code: 'leads-elsewhere'; readonly to: string }
  | { readonly code: 'filtered' }
  | NotKnown
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
      readonly lists: readonly NotKnown[];
    }
  /** A NAT gateway has several addresses and they are not treated alike further on. */
  | { readonly code: 'several-sources'; readonly id: string }
  | { readonly code: 'several-routes'; readonly destination: string }
  | { readonly code: 'not-modelled'; readonly type: NextHopType | (string & {}) }
  | { readonly code: 'beyond'; readonly type: NextHopType | (string & {}); readonly id: string }
  | { readonly code: 'too-many-cases'; readonly cases: number };

export type Step = 'interface' | 'security-group' | 'network-acl' | 'route' | 'peering' | 'gateway' | 'nat-gateway' | 'eip' | 'internet';

export interface Hop {
  readonly step: Step;
  /** The interface, ACL, route table, peering, gateway or EIP; the interface for its groups; null for the internet. */
  readonly id: string | null;
  readonly vpc: string | null;
  /** 'partly': for some of the source ports a client may choose. */
  readonly result: 'pass' | 'block' | 'unknown' | 'partly';
  readonly reason: Reason | null;
  readonly rule: RuleRef | null;
  /** The first of all rules that are in the packet's way, or may be: where one that lets it through has to stand before. */
  readonly firstInWay: RuleRef | null;
  readonly route: EffectiveRoute | null;
  /** The packet as it is at this hop. */
  readonly source: string;
  readonly destination: string;
  /** The destination ports in question: one on the way there, those of the client on the way back; null without ports. */
  readonly ports: readonly Interval[] | null;
}

export type Verdict = 'reachable' | 'blocked' | 'ambiguous' | 'unknown';

/** Where a hop stands in an answer. */
export interface HopRef {
  readonly way: 'forward' | 'return';
  readonly index: number;
}

/** A change that would take a stop away. `before`: the place to put the rule at, null for the end. */
export type Repair =
  | {
      readonly kind: 'add-policy';
      readonly securityGroup: string;
      readonly direction: Direction;
      readonly before: number | null;
      readonly protocol: Protocol;
      readonly port: string;
      readonly cidr: string;
    }
  | {
      readonly kind: 'add-acl-rule';
      readonly networkAcl: string;
      readonly direction: Direction;
      readonly before: number | null;
      readonly protocol: Protocol;
      readonly port: string;
      readonly cidr: string;
    }
  | {
      readonly kind: 'add-route';
      readonly routeTable: string;
      readonly destination: string;
      readonly type: NextHopType;
      readonly gateway: string;
    }
  | {
      readonly kind: 'replace-route';
      readonly routeTable: string;
      readonly destination: string;
      readonly type: NextHopType;
      readonly gateway: string;
      readonly instead: EffectiveRoute;
    }
  | { readonly kind: 'remove-route'; readonly routeTable: string; readonly route: EffectiveRoute }
  | { readonly kind: 'accept-peering' | 'revive-peering'; readonly peering: ModelPeering['id'] }
  | { readonly kind: 'create-peering'; readonly vpcs: readonly [string, string] }
  | { readonly kind: 'bind-eip'; readonly interface: string; readonly privateAddress: string };

/** One way the question can be meant, or several that end alike. */
export interface PathCase {
  readonly verdict: Verdict;
  /** The addresses of the first of them. */
  readonly from: { readonly interface: string | null; readonly address: string };
  readonly to: { readonly interface: string | null; readonly address: string };
  /** How many pairs of ends it stands for; each public address counts as one. */
  readonly pairs: number;
  readonly forward: readonly Hop[];
  /** Empty when the packet never arrives in a way that could be followed back. */
  readonly return: readonly Hop[];
  /** The first hop that stops the packet; else the first that cannot be told, or lets part through; null when reachable. */
  readonly decidedBy: HopRef | null;
  /** Source ports with which the way back is open: none when it is stopped; null without ports. */
  readonly sourcePorts: readonly Interval[] | null;
  readonly repairs: readonly Repair[];
  /** Why there may be other repairs, or these may not do: what was not read. */
  readonly repairsUnsure: readonly Reason[];
}

export interface PathAnswer extends Omit<PathCase, 'pairs'> {
  readonly because: Reason | null;
  /** All the ways the question can be meant, one for each end they come to; the answer's own hops are those of the first that decides it. */
  readonly cases: readonly PathCase[];
}
