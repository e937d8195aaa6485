import { includesIps } from '../../addresses/ip.ts';
import { blocksOf, rowOf } from '../../model/look-up.ts';
import { blockOfRoute, peerOf } from '../../routes/route-health.ts';
import { eachRoute } from '../each-route.ts';

/** A route to all of a VPC of another account. */
export const routeWideToPeer = eachRoute(
  { id: 'route-wide-to-peer', severity: 'info', needs: ['routeTables', 'peerings', 'vpcs'] },
  (route, { table }, { index }) => {
    if (route.type !== 'PEERCONNECTION' || route.status !== 'active') return null;
    const peering = rowOf(index, 'peerings', route.gateway, table.vpc).row;
    const peer = peering && peerOf(peering, table.vpc);
    const [own, other] = [table.vpc, peer ?? ''].map((id) => rowOf(index, 'vpcs', id).row);
    const block = blockOfRoute(route);
    const blocks = peer ? (blocksOf(index, peer).row ?? []) : [];
    if (!own || !other || own.account === other.account || !block || blocks.length === 0) return null;
    return blocks.every((one) => typeof one.from === 'bigint' || includesIps(block, one))
      ? { parameters: { account: other.account, peer: other.id } }
      : null;
  },
);
