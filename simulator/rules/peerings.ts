/** Peerings, for their own actions and for the routes that lead through them. */
import { type PeeringRow, type PeeringSide, peeringTable, sideKey } from '../families/peering/table.ts';
import type { Partition } from '../world/world.ts';

/** A request that is not accepted for so long expires (15031). */
const expiresAfter = 7 * 24 * 3600 * 1000;

/** The state as the answers number it: 2 is a request that nobody accepted in time. */
export const peeringState = (row: PeeringRow, now: number): 0 | 1 | 2 | 3 | 4 =>
  row.State === 0 && now - row.AskedAt >= expiresAfter ? 2 : row.State;

/** The peering of this id, if the account has to do with it in this region. */
export function peeringSeenFrom(partition: Partition, id: string): PeeringRow | undefined {
  const row = partition.table(peeringTable).get(id);
  const here = sideKey({ Uin: partition.uin, Region: partition.region });
  return row && (sideKey(row.From) === here || sideKey(row.To) === here) ? row : undefined;
}

/** The side that is not the VPC, or undefined when the VPC is neither. */
export const otherSide = ({ From, To }: PeeringRow, vpcId: string): PeeringSide | undefined =>
  From.VpcId === vpcId ? To : To.VpcId === vpcId ? From : undefined;
