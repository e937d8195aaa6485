/** Finding things on the map by name, id, address or block. Pure. */
import { cidrOrNull, parseAddress } from '../../../catalogue/address.ts';
import { blockOf, blocksOverlap } from '../../../network/addresses/cidr.ts';
import { type Topology, type TopologyNode, walk } from './node.ts';

/** Best first: the thing itself, then names that begin so, then whatever else has it. */
function rankByWords(node: TopologyNode, sought: string): number {
  const [id, name] = [node.id.toLowerCase(), node.name.toLowerCase()];
  if (id === sought || name === sought || node.detail === sought) return 0;
  if (node.terms.some((term) => term.toLowerCase() === sought)) return 1;
  if (name.startsWith(sought) || id.startsWith(sought)) return 2;
  if (name.includes(sought) || id.includes(sought) || node.detail.toLowerCase().includes(sought)) return 3;
  return node.terms.some((term) => term.toLowerCase().includes(sought)) ? 4 : Number.POSITIVE_INFINITY;
}

const isPlace = (node: TopologyNode): boolean => node.kind === 'vpc' || node.kind === 'subnet';

/** An address stands in its subnet and its VPC; a block is found by what shares addresses with it. The narrowest first. */
function rankByBlock(node: TopologyNode, sought: { base: number; prefix: number }): number {
  if (!isPlace(node)) return Number.POSITIVE_INFINITY;
  const blocks = node.detail.split(', ').flatMap((text) => (cidrOrNull(text) ? [blockOf(text)] : []));
  const shared = blocks.filter((block) => blocksOverlap(block, sought)).map(({ prefix }) => prefix);
  return shared.length > 0 ? 5 + 32 - Math.max(...shared) : Number.POSITIVE_INFINITY;
}

/** The nodes that match, best first; nothing for an empty text. Containers that stand for no single thing are not found. */
export function search({ roots }: Topology, text: string, limit = 200): TopologyNode[] {
  const sought = text.trim().toLowerCase();
  if (sought === '') return [];
  const address = parseAddress(sought);
  const block = address === null ? cidrOrNull(sought) : { base: address, prefix: 32 };
  const found: { node: TopologyNode; rank: number }[] = [];
  for (const [node] of walk(roots)) {
    if (node.id === '' || node.kind === 'interfaces') continue;
    const rank = Math.min(rankByWords(node, sought), block ? rankByBlock(node, block) : Number.POSITIVE_INFINITY);
    if (Number.isFinite(rank)) found.push({ node, rank });
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ node }) => node);
}
