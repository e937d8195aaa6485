/** VPCs that people expect to talk through a third one. */
import { blockOf, blocksOverlap } from '../addresses/cidr.ts';
import { allOf, cidrsOf, indexOf, type ModelIndex, peeringsOf, rowOf, tablesOfVpc } from '../model/look-up.ts';
import type { ModelVpc, NetworkModel } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { overlapsOf, peersOf } from './peering-facts.ts';
import { blockOfRoute, peerOf } from './route-health.ts';

/** A and C are both peered with B and not with each other: nothing passes through B. */
export interface TransitiveTrap {
  readonly from: string;
  readonly through: string;
  readonly to: string;
  /** Null: it surely is one; else what was not read, and could show that the ends are peered themselves. */
  readonly unsure: Reason | null;
  /** Their ranges collide, so that no peering could join them either. */
  readonly overlap: boolean;
  /** Routes, on either side, that try it all the same. */
  readonly routes: readonly { readonly routeTable: string; readonly destination: string; readonly peering: string }[];
}

/** Routes of a VPC's tables that lead into a peering with `through` and aim at addresses of `to`. */
function misled(index: ModelIndex, vpc: string, through: string, to: ModelVpc): TransitiveTrap['routes'][number][] {
  const joining = new Set(
    peeringsOf(index, vpc)
      .rows.filter((one) => peerOf(one, vpc) === through)
      .map(({ id }) => id),
  );
  const aims = (destination: string) => {
    const block = blockOfRoute({ destination });
    return (
      block !== null && cidrsOf(index, to.id).some((cidr) => blockOf(cidr).prefix <= block.prefix && blocksOverlap(blockOf(cidr), block))
    );
  };
  return tablesOfVpc(index, vpc).rows.flatMap((table) =>
    table.routes
      .filter((route) => joining.has(route.gateway) && route.enabled !== false && aims(route.destination))
      .map(({ destination, gateway }) => ({ routeTable: table.id, destination, peering: gateway })),
  );
}

/** The pairs of VPCs that people expect to talk through a third one, and that do not. Each pair once for every third. */
export function transitiveTraps(model: NetworkModel): TransitiveTrap[] {
  const index = indexOf(model);
  const { rows } = allOf(index, 'vpcs');
  const order = new Map(rows.map(({ id }, at) => [id, at]));
  return rows.flatMap(({ id: through }) => {
    const ends = [...new Set(peersOf(index, through))].flatMap((id) => rowOf(index, 'vpcs', id).row ?? []);
    ends.sort((x, y) => (order.get(x.id) ?? 0) - (order.get(y.id) ?? 0));
    return ends.flatMap((from, at) =>
      ends
        .slice(at + 1)
        .filter((to) => !peersOf(index, from.id).includes(to.id))
        .map((to) => ({
          from: from.id,
          through,
          to: to.id,
          unsure: peeringsOf(index, from.id).more && peeringsOf(index, to.id).more,
          overlap: overlapsOf(index, from.id, to.id).length > 0,
          routes: [...misled(index, from.id, through, to), ...misled(index, to.id, through, from)],
        })),
    );
  });
}
