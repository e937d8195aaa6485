/** A path from one end to the other, on the map. Pure. */
import { parseAddress } from '../../../catalogue/address.ts';
import { leadsOutside } from '../../../network/addresses/public-addresses.ts';
import type { Layout } from './layout.ts';
import { type Topology, type TopologyEdge, type TopologyNode, walk } from './node.ts';
import { search } from './search.ts';
import type { AskedPath } from './url-state.ts';
import { boundsOf, type Rect } from './viewport.ts';

export interface PathOnMap {
  readonly nodes: readonly TopologyNode[];
  readonly keys: ReadonlySet<string>;
  /** All that holds one of them. */
  readonly around: ReadonlySet<string>;
  /** From each to the next. */
  readonly lines: readonly TopologyEdge[];
  /** Keys of lines on which no packet comes. */
  readonly unreached: ReadonlySet<string>;
  /** Ids and addresses that this map does not have. */
  readonly missing: readonly string[];
}

type Holders = ReadonlyMap<string, TopologyNode>;

const groupsOnly: readonly string[] = ['interfaces', 'zone', 'gateways', 'outside', 'region'];

function above(node: TopologyNode, holders: Holders): TopologyNode[] {
  const found: TopologyNode[] = [];
  for (let one = holders.get(node.key); one; one = holders.get(one.key)) found.push(one);
  return found;
}

const isPublic = (text: string): boolean => {
  const value = parseAddress(text);
  return text === 'internet' || (value !== null && leadsOutside(value));
};

/** A peering stands in both its VPCs: first in the one that the packet comes from. */
function ordered(found: readonly TopologyNode[], before: TopologyNode | undefined, holders: Holders): readonly TopologyNode[] {
  if (found.length < 2 || !before) return found;
  const vpcOf = (node: TopologyNode): string | undefined => above(node, holders).find(({ kind }) => kind === 'vpc')?.key;
  return [...found].sort((a, b) => Number(vpcOf(b) === vpcOf(before)) - Number(vpcOf(a) === vpcOf(before)));
}

/** The internet has a box in each region: that of the thing beside it. */
function internetBeside(topology: Topology, beside: TopologyNode | undefined, holders: Holders): TopologyNode[] {
  const region = beside && above(beside, holders).find(({ kind }) => kind === 'region');
  return [...walk(topology.roots)]
    .flatMap(([node]) => (node.kind === 'internet' && (!region || above(node, holders).includes(region)) ? [node] : []))
    .slice(0, 1);
}

export function pathOnMap(topology: Topology, holders: Holders, asked: AskedPath): PathOnMap {
  const byId = new Map<string, TopologyNode[]>();
  for (const [node] of walk(topology.roots)) {
    if (node.id !== '' && !groupsOnly.includes(node.kind)) byId.set(node.id, [...(byId.get(node.id) ?? []), node]);
  }
  const thing = (token: string | undefined): TopologyNode | undefined => (token === undefined ? undefined : byId.get(token)?.[0]);
  const found: { node: TopologyNode; reached: boolean }[] = [];
  const missing: string[] = [];
  asked.through.forEach((token, at) => {
    const before = found.at(-1)?.node;
    const here = isPublic(token)
      ? internetBeside(topology, before ?? thing(asked.through[at + 1]), holders)
      : (byId.get(token) ?? (parseAddress(token) === null ? [] : search(topology, token, 1)));
    if (here.length === 0) missing.push(token);
    for (const node of ordered(here, before, holders)) found.push({ node, reached: at < asked.reached });
  });
  const nodes = found.map(({ node }) => node);
  const lines = nodes.slice(1).map((node, at): TopologyEdge => {
    const from = nodes[at]?.key ?? '';
    return { key: `path:${at} ${from}>${node.key}`, kind: 'route', from, to: node.key, state: 'good', label: '' };
  });
  return {
    nodes,
    keys: new Set(nodes.map(({ key }) => key)),
    around: new Set(nodes.flatMap((node) => above(node, holders).map(({ key }) => key))),
    lines,
    unreached: new Set(lines.flatMap(({ key }, at) => (found[at + 1]?.reached ? [] : [key]))),
    missing,
  };
}

/** The part of the map that the path takes; null where none of it is laid out. */
export function extentOf({ nodes }: PathOnMap, { at, boxes }: Layout): Rect | null {
  const found = nodes.flatMap(({ key }) => boxes[at.get(key) ?? -1] ?? []);
  const [first, ...rest] = found;
  return first ? rest.reduce<Rect>(boundsOf, first) : null;
}
