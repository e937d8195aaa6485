/** The map of one route table: the lane of its VPC's map that is its own, and what its routes lead to. */
import type { MapHop } from './map-hop.ts';
import type { VpcMap } from './vpc-map.ts';
import type { MapTable } from './vpc-tables.ts';

/** Behind a direct-connect gateway stands what routes lead to: here, those of this table alone. */
function seenFrom(hop: MapHop, table: MapTable): MapHop {
  const own = new Set(table.routes.flatMap((route) => (route.hop === hop.key ? [route.destination] : [])));
  return {
    ...hop,
    beyond: hop.beyond.map((beyond) =>
      beyond.kind === 'data-centre' ? { ...beyond, blocks: beyond.blocks.filter((block) => own.has(block)) } : beyond,
    ),
  };
}

/** A VPC's map with one of its tables alone: zones of its subnets, hops of its routes; null where the VPC lacks the table. */
export function tableMapOf(map: VpcMap, id: string): VpcMap | null {
  const table = map.tables.find((one) => one.id === id && id !== '');
  if (!table) return null;
  const led = new Set(table.routes.map(({ hop }) => hop));
  return {
    ...map,
    zones: map.zones.filter((zone) => table.subnets.some((subnet) => subnet.zone === zone)),
    tables: [table],
    hops: map.hops.filter(({ key }) => led.has(key)).map((hop) => seenFrom(hop, table)),
  };
}
