/** What a path is asked and answered in. Words are for the pages: here a reason is a code with what it is about. */
import type { Interval } from '../addresses/cidr.ts';
import type { AddressFamily } from '../addresses/ranges.ts';
import type { ModelPeering, NextHopType } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import type { Protocol } from '../packets/services.ts';
import type { EffectiveRoute } from '../routes/routes.ts';
import type { Action, Direction } from '../rules/rule.ts';

/** One end of a path. A subnet means each of its interfaces at its primary address; the internet, every public address. */
export type Endpoint =
  | { readonly interface: string; readonly address?: string }
  | { readonly subnet: string }
  | { readonly address: string }
  | { readonly internet: true; readonly family?: AddressFamily };

export interface PathQuery {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly protocol: Protocol;
  /** Absent: that of the addresses that are named and of the protocol, else IPv4. */
  readonly family?: AddressFamily;
  /** Destination port; TCP and UDP only. */
  readonly port?: number;
  /** Absent: any of 1024 to 65535, as clients choose it. */
  readonly sourcePort?: number;
}

export type Step =
  | 'interface'
  | 'security-group'
  | 'network-acl'
  | 'route'
  | 'peering'
  | 'ccn'
  | 'gateway'
  | 'nat-gateway'
  | 'eip'
  | 'internet';

/** What a NAT gateway does to a packet: lets it in by a published port, sends it out under one of its addresses, or takes an answer back. */
export type Translation =
  | { readonly kind: 'published'; readonly address: string; readonly port: number }
  | {
      readonly kind: 'source';
      readonly addresses: readonly string[];
      /** The SNAT rule that names them; null: any address of the gateway. */
      readonly rule: string | null;
      /** Why a rule may name fewer of them. */
      readonly unsure: Reason | null;
    }
  | { readonly kind: 'answer' };

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
  /** Null but at a NAT gateway that translates. */
  readonly translation: Translation | null;
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

/** The rule that decided: of which group or ACL, in which direction, at which place; null is "none matched". */
export interface RuleRef {
  readonly owner: string;
  readonly direction: Direction;
  readonly index: number | null;
  readonly action: Action;
}
