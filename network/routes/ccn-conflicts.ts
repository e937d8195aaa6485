/** Which routes of a CCN are off because others are in force. Pure. */
import type { CcnRoute } from '../../catalogue/families/ccn/parts.ts';
import { includesIps, meetIps, parseIpBlock } from '../addresses/ip.ts';

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

/** Of an enabled route: those of other networks in the same table that are inside it, and so decide for what they name; or share it. */
export function winnersOver(route: CcnRoute, all: readonly CcnRoute[]): readonly CcnRoute[] {
  const block = parseIpBlock(route.DestinationCidrBlock);
  if (!route.Enabled || !block) return [];
  return all.filter((other) => {
    const theirs = parseIpBlock(other.DestinationCidrBlock);
    const apart = other.RouteTableId !== route.RouteTableId || other.InstanceId === route.InstanceId;
    return other.Enabled && !apart && theirs !== null && includesIps(block, theirs);
  });
}

/** True for two routes to one destination, between which the cloud shares packets. */
export const isShared = (one: CcnRoute, other: CcnRoute): boolean => {
  const [a, b] = [parseIpBlock(one.DestinationCidrBlock), parseIpBlock(other.DestinationCidrBlock)];
  return a !== null && b !== null && includesIps(a, b) && includesIps(b, a);
};
