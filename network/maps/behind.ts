/** What of all that stands behind a next hop one route leads to: a tunnel or a CCN takes a packet to one network of several. */
import { meetIps, parseIpBlock } from '../addresses/ip.ts';
import { type MapBeyond, type MapHop, placesBehind } from './map-hop.ts';

const meets = (block: string, destination: string): boolean => {
  const [one, other] = [parseIpBlock(block), parseIpBlock(destination)];
  return one !== null && other !== null && meetIps(one, other);
};

/** Of a gateway with several networks behind, those with addresses of the destination; else all. Those whose blocks are not told stay. */
export function behindRoute(hop: MapHop, destination: string): readonly MapBeyond[] {
  const each = placesBehind(hop);
  if (hop.kind !== 'vpn' && hop.kind !== 'ccn') return each;
  return each.filter(({ kind, blocks }) => kind === 'unknown' || blocks.length === 0 || blocks.some((block) => meets(block, destination)));
}
