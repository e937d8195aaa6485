/** Which packets go another way once the routes of a table are others. */
import { compareIps, countOfIps, holdsIp, type IpAddress, type IpInterval, ipAfter, ipBefore, ipBlockOf } from '../addresses/ip.ts';
import { blocksOfRun } from '../model/space.ts';
import { type EffectiveRoute, isOut } from './routes.ts';

/** Addresses whose way changes, all in the same manner. */
export interface RouteChange {
  /** The longer of the two destinations in question. */
  readonly destination: string;
  /** False: some of its addresses keep their way, because Local or a longer route takes them. */
  readonly whole: boolean;
  /** The addresses themselves, as few blocks as can be, ascending. */
  readonly blocks: readonly string[];
  /** What takes them; null: no route does. */
  readonly before: EffectiveRoute | null;
  readonly after: EffectiveRoute | null;
}

interface RouteRange extends IpInterval {
  readonly route: EffectiveRoute;
}

/** Those that can match a packet, the ones that win first. */
const matching = (routes: readonly EffectiveRoute[]): RouteRange[] =>
  routes
    .filter((route) => !isOut(route))
    .map((route) => {
      const { from, to } = ipBlockOf(route.destination);
      return { route, from, to };
    });

const winner = (routes: readonly RouteRange[], address: IpAddress): RouteRange | null =>
  routes.find((range) => holdsIp(range, address)) ?? null;

/** Two routes lead the same way: to the same next hop, which is as alive or dead. */
const way = (route: EffectiveRoute | undefined): string => (route ? [route.type, route.gateway, route.status].join(' ') : '');

/**
 * What differs between two lists of routes as `effectiveRoutesOfTable` gives them, before a change and after it.
 * Of several routes with one destination the first counts.
 * @throws RangeError when a destination is no CIDR block.
 */
export function routeChanges(before: readonly EffectiveRoute[], after: readonly EffectiveRoute[]): RouteChange[] {
  const was = matching(before);
  const will = matching(after);
  const edges = [...new Set([...was, ...will].flatMap(({ from, to }) => [from, ipAfter(to)]))].sort(compareIps);
  const groups = new Map<
    string,
    { readonly longer: RouteRange; readonly old: RouteRange | null; readonly next: RouteRange | null; runs: IpInterval[] }
  >();
  for (const [at, from] of edges.entries()) {
    const end = edges[at + 1];
    if (end === undefined) break;
    const old = winner(was, from);
    const next = winner(will, from);
    if (way(old?.route) === way(next?.route)) continue;
    const longer = old && next ? (countOfIps(old) < countOfIps(next) ? old : next) : (old ?? next);
    if (!longer) continue;
    const key = [longer.route.destination, way(old?.route), way(next?.route)].join('|');
    const group = groups.get(key) ?? { longer, old, next, runs: [] };
    const last = group.runs.at(-1);
    // Neighbours are one run again.
    if (last && ipAfter(last.to) === from) group.runs[group.runs.length - 1] = { from: last.from, to: ipBefore(end) };
    else group.runs.push({ from, to: ipBefore(end) });
    groups.set(key, group);
  }
  return [...groups.values()].map(({ longer, old, next, runs }) => ({
    destination: longer.route.destination,
    whole: runs.length === 1 && runs[0]?.from === longer.from && runs[0].to === longer.to,
    blocks: runs.flatMap(blocksOfRun),
    before: old?.route ?? null,
    after: next?.route ?? null,
  }));
}
