/** Parts of the map: one VPC, what is near a thing, one account. Pure. */
import { type Topology, type TopologyEdge, type TopologyNode, walk } from './node.ts';

/** Containers with only what is kept, and the lines between what is left. */
function kept({ roots, edges }: Topology, keep: ReadonlySet<string>): Topology {
  const left = new Set<string>();
  const prune = (node: TopologyNode): TopologyNode[] => {
    const children = node.children.flatMap(prune);
    if (children.length === 0 && !keep.has(node.key)) return [];
    left.add(node.key);
    return [
      children.length === node.children.length && children.every((child, at) => child === node.children[at]) ? node : { ...node, children },
    ];
  };
  const pruned = roots.flatMap(prune);
  return { roots: pruned, edges: edges.filter(({ from, to }) => left.has(from) && left.has(to)) };
}

/** The map of the regions of some accounts, with the remote ends of their peerings. */
export function ofOwners(topology: Topology, isOwn: (region: TopologyNode) => boolean): Topology {
  if (topology.roots.every(isOwn)) return topology;
  const keep = new Set<string>();
  for (const [node] of walk(topology.roots.filter(isOwn))) keep.add(node.key);
  return kept(topology, withNeighbours(topology.edges, keep));
}

/** These, and what a line joins to one of them. */
function withNeighbours(edges: readonly TopologyEdge[], keys: ReadonlySet<string>): Set<string> {
  const found = new Set(keys);
  for (const { from, to } of edges) {
    if (keys.has(from)) found.add(to);
    if (keys.has(to)) found.add(from);
  }
  return found;
}

/** One VPC with all that is in it, and what it is joined to. */
export function ofVpc(topology: Topology, id: string): Topology {
  const keep = new Set<string>();
  for (const [node] of walk(topology.roots)) {
    if (node.key !== `vpc:${id}`) continue;
    for (const [inner] of walk([node])) keep.add(inner.key);
  }
  return kept(topology, withNeighbours(topology.edges, keep));
}

type Neighbour = readonly [key: string, cost: 0 | 1];

/**
 * Who is next to whom: along lines, and a subnet to its VPC and its interfaces. A peering counts once, so that the VPCs
 * it joins are one hop apart.
 */
function neighbourhood({ roots, edges }: Topology): Map<string, Neighbour[]> {
  const near = new Map<string, Neighbour[]>();
  const join = (a: string, b: string, cost: 0 | 1): void => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = near.get(one);
      if (known) known.push([other, cost]);
      else near.set(one, [[other, cost]]);
    }
  };
  for (const { from, to } of edges) join(from, to, 1);
  const descend = (node: TopologyNode, owner: string | null): void => {
    const isHop = !['region', 'outside', 'gateways', 'zone'].includes(node.kind);
    if (owner !== null && isHop) join(owner, node.key, node.kind === 'peering' || owner.startsWith('interfaces:') ? 0 : 1);
    for (const child of node.children) descend(child, isHop ? node.key : owner);
  };
  for (const root of roots) descend(root, null);
  return near;
}

/** What is at most so many hops from a resource; nothing when the map has no such id. */
export function withinHops(topology: Topology, id: string, hops: number): Topology {
  const near = neighbourhood(topology);
  const distance = new Map<string, number>();
  for (const [node] of walk(topology.roots)) if (node.id === id && !node.key.startsWith('interfaces:')) distance.set(node.key, 0);
  // By distance: each round first takes in what costs nothing more.
  let round = [...distance.keys()];
  for (let step = 0; step <= hops && round.length > 0; step += 1) {
    const next: string[] = [];
    for (let at = 0; at < round.length; at += 1) {
      for (const [key, cost] of near.get(round[at] ?? '') ?? []) {
        if (distance.has(key) && (distance.get(key) ?? 0) <= step + cost) continue;
        if (step + cost > hops) continue;
        distance.set(key, step + cost);
        (cost === 0 ? round : next).push(key);
      }
    }
    round = next;
  }
  return kept(topology, new Set(distance.keys()));
}
