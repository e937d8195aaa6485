/** The path as the URL of the topology's map tells it. Pure. */

import { hasPorts, internet, type ReachabilityQuery } from '../../network-model/paths/question.ts';
import { isThing, type PathSpots } from './path-spots.ts';

interface OnMap {
  /** The first resource of it: its account and region are where the map is opened. */
  readonly from: string | null;
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** Interfaces, gateways, peerings and addresses in the order in which packets come to them, and how many they come to. */
export function onMapOf(drawing: PathSpots, asked: ReachabilityQuery): OnMap {
  const things = drawing.spots.flatMap((spot, at) => {
    // The map shows EIPs at what they are bound to.
    if (!isThing(spot) || spot.step === 'eip') return [];
    const token = spot.id ?? spot.address ?? (spot.step === 'internet' ? internet : null);
    return token === null ? [] : [{ token, reached: at <= drawing.reaches }];
  });
  const path = things.map(({ token }) => token);
  const reached = things.filter((one) => one.reached).length;
  const owners = new Set(drawing.spots.flatMap(({ inside }) => inside.flatMap(({ kind, detail }) => (kind === 'region' ? [detail] : []))));
  return {
    from: drawing.spots.find(({ id, inside }) => id !== null && inside.length > 0)?.id ?? null,
    query: {
      accounts: owners.size > 1 ? 'all' : undefined,
      path: path.join(' '),
      stop: reached < path.length ? String(reached) : undefined,
      ask: hasPorts(asked.protocol) ? `${asked.protocol} ${asked.port}` : asked.protocol,
    },
  };
}
