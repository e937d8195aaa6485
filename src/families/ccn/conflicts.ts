/** Which routes of a CCN are off because others are in force. Pure. */
import type { CcnRoute } from '../../../catalogue/families/ccn/parts.ts';
import { meetIps, parseIpBlock } from '../../../network/addresses/ip.ts';

/** The enabled routes of other networks in the same table that share addresses with this one; none for one that is enabled. */
export function rivalsOf(route: CcnRoute, all: readonly CcnRoute[]): readonly CcnRoute[] {
  const block = parseIpBlock(route.DestinationCidrBlock);
  if (route.Enabled || !block) return [];
  return all.filter((other) => {
    const theirs = parseIpBlock(other.DestinationCidrBlock);
    const apart = other.RouteTableId !== route.RouteTableId || other.InstanceId === route.InstanceId;
    return other.Enabled && !apart && theirs !== null && meetIps(block, theirs);
  });
}
