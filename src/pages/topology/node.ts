/** What the map is made of: boxes within boxes, and the lines between them. */
import type { FamilyRef } from '../../../catalogue/define.ts';
import type { OwnedScope } from '../../network-model/assemble.ts';

type MapContainer = 'region' | 'outside' | 'vpc' | 'gateways' | 'zone' | 'subnet' | 'interfaces';
type Leaf =
  | 'interface'
  | 'nat-gateway'
  | 'vpn-gateway'
  | 'vpn-connection'
  | 'direct-connect-gateway'
  | 'peering'
  | 'internet'
  | 'data-centre';
export type NodeKind = MapContainer | Leaf;

/**
 * `down`: known not to carry anything; `idle`: well, but no live route leads there; `partial`: routes lead there for some, or
 * one way only; `unsure`: what was not read may be such a route.
 */
export type NodeState = 'good' | 'unsure' | 'pending' | 'partial' | 'idle' | 'down';

export interface TopologyNode {
  /** The same for the same thing in every version of the data, and unique on the map. */
  readonly key: string;
  /** Whose place on the map it takes, where that is not its own: a lone interface stands where its group would. */
  readonly slot?: string;
  readonly kind: NodeKind;
  /** The resource's id, a zone's or a region's name; '' for what stands for no single thing. */
  readonly id: string;
  /** The name a person gave it, or ''. */
  readonly name: string;
  /** A CIDR, an address, what is behind it: shown in the monospaced face. */
  readonly detail: string;
  readonly site: OwnedScope | null;
  readonly state: NodeState;
  readonly children: readonly TopologyNode[];
  /** Other words it is found by: addresses, instances, security groups. */
  readonly terms: readonly string[];
  /** Security groups of the interfaces, in the order they are bound. */
  readonly groups?: readonly string[];
}

export type EdgeKind = 'route' | 'peering' | 'nat' | 'vpn' | 'direct-connect';

export interface TopologyEdge {
  readonly key: string;
  readonly kind: EdgeKind;
  /** Keys of nodes. */
  readonly from: string;
  readonly to: string;
  readonly state: NodeState;
  /** Destinations of routes, joined; '' for other lines. */
  readonly label: string;
}

export interface Topology {
  readonly roots: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
}

/** The families that nodes are members of; containers that no list knows have none. */
export const familyOf: Partial<Record<NodeKind, FamilyRef>> = {
  vpc: 'vpc',
  subnet: 'subnet',
  interface: 'eni',
  'nat-gateway': 'nat-gateway',
  'vpn-gateway': 'vpn-gateway',
  'vpn-connection': 'vpn-connection',
  'direct-connect-gateway': 'direct-connect-gateway',
  peering: 'peering',
};

/** Every node with what it stands in, containers before what they hold. */
export function* walk(nodes: readonly TopologyNode[], parent: TopologyNode | null = null): Generator<[TopologyNode, TopologyNode | null]> {
  for (const node of nodes) {
    yield [node, parent];
    yield* walk(node.children, node);
  }
}
