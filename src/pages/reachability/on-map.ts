/** The path as the URL of the topology's map tells it. Pure. */

import { isThing, type PathSpots } from '../../../network/maps/path-spots.ts';
import type { Verdict } from '../../../network/paths/path.ts';
import { hasPorts, internet, type ReachabilityQuery } from '../../network-model/paths/question.ts';

interface OnMap {
  /** The first resource of it: its account and region are where the map is opened. */
  readonly from: string | null;
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** Interfaces, gateways, peerings and addresses in the order in which packets come to them, and how many they come to. */
export function onMapOf(drawing: PathSpots, asked: ReachabilityQuery, verdict: Verdict): OnMap {
  const things = drawing.spots.flatMap((spot, at) => {
    // The map shows EIPs at what they are bound to.
    if (!isThing(spot) || spot.step === 'eip') return [];
    const token = spot.id ?? spot.address ?? (spot.step === 'internet' ? internet : null);
    const vpc = spot.id === null && spot.address !== null ? spot.inside.find(({ kind }) => kind === 'vpc') : undefined;
    return token === null ? [] : [{ at, token: vpc ? `${token}@${vpc.id}` : token, reached: at <= drawing.reaches }];
  });
  const path = things.map(({ token }) => token);
  const reached = things.filter((one) => one.reached).length;
  const { returns } = drawing;
  const lost = returns !== null && returns > 0 ? things.findIndex(({ at }) => at >= returns) : -1;
  const owners = new Set(drawing.spots.flatMap(({ inside }) => inside.flatMap(({ kind, detail }) => (kind === 'region' ? [detail] : []))));
  return {
    from: drawing.spots.find(({ id, inside }) => id !== null && inside.length > 0)?.id ?? null,
    query: {
      accounts: owners.size > 1 ? 'all' : undefined,
      path: path.join(' '),
      stop: reached < path.length ? String(reached) : undefined,
      end: verdict === 'unknown' || verdict === 'ambiguous' ? 'unknown' : undefined,
      // Counted from 1, as people read it.
      lost: lost > 0 ? String(lost + 1) : undefined,
      ask: hasPorts(asked.protocol) ? `${asked.protocol} ${asked.port}` : asked.protocol,
    },
  };
}
