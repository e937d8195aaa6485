/** What a packet's way ends at, or cannot be followed past. */
import type { PathStop } from '../../network/maps/vpc-path.ts';
import type { Hop } from '../../network/paths/path.ts';

/** What decides at a stop against the packet, or is not known; undefined where it passes. */
export const decidingAt = ({ hops }: Pick<PathStop, 'hops'>): Hop | undefined =>
  hops.find(({ result }) => result === 'block') ?? hops.find(({ result }) => result === 'unknown');

/** The first of a way that stops the packet; else the first that is not known. */
export function endOfWay(stops: readonly PathStop[]): Hop | undefined {
  const stop = stops.find(({ result }) => result === 'block') ?? stops.find(({ result }) => result === 'unknown');
  return stop && decidingAt(stop);
}
