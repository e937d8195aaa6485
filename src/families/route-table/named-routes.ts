/** Routes by what names them, what of them is sent back, and which of them this console leaves alone. Pure. */
import type { Field, Fields } from '../../../catalogue/define.ts';
import { type RouteNames, routeKey, type TodaysRoute } from '../../../network/routes/route-names.ts';
import { isBlank } from '../../lib/form.ts';

/** What a call says to mean that route. */
export const namesOf = ({ RouteId, RouteItemId }: RouteNames): RouteNames => ({
  ...(isBlank(RouteId) || String(RouteId) === '0' ? {} : { RouteId }),
  ...(isBlank(RouteItemId) ? {} : { RouteItemId }),
});

/** The names of a route that is not in the table any more, told by its key: the cloud says that it has gone. */
export const namesIn = (key: string): RouteNames => (/^\d+$/.test(key) ? { RouteId: Number(key) } : { RouteItemId: key });

/** The parts of a route that an action takes. */
export const routeFields = (routes: Field | undefined): Fields =>
  routes?.kind === 'list' && routes.of.kind === 'struct' ? routes.of.fields : {};

/** The types of next hop that the action takes. */
export function typesIn(routes: Field | undefined): readonly string[] {
  const { GatewayType } = routeFields(routes);
  return GatewayType?.kind === 'choice' ? GatewayType.values.map(String) : [];
}

/** What of a route the action's parameter `routes` has a place for. */
export const takenBy = (routes: Field | undefined, route: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(route).filter(([name]) => Object.hasOwn(routeFields(routes), name)));

/** A route as it is written again: without what answers alone tell, and with its names. */
export const writtenOf = ({ RouteId, RouteItemId, ...route }: TodaysRoute, routes: Field | undefined): Record<string, unknown> =>
  takenBy(routes, {
    ...Object.fromEntries(Object.entries(route).filter(([name]) => routeFields(routes)[name]?.readOnly !== true)),
    ...namesOf({ RouteId, RouteItemId }),
  });

/** Why a route is not rewritten: the cloud's own, nothing that names it, or a part of it would be lost. */
export type RouteLock = 'system' | 'no-id' | 'unknown-type' | 'unknown-field';

/** Why a route can be neither changed nor taken away; null where it can. Only what somebody wrote is theirs to change. */
export function lockOf(route: TodaysRoute): RouteLock | null {
  if (!isBlank(route.RouteType) && route.RouteType !== 'USER') return 'system';
  return routeKey(route) === '' ? 'no-id' : null;
}

/** Why a route cannot be rewritten by the action whose parameter is `routes`: what has no place there would not come back. */
export function rewriteLockOf(route: TodaysRoute, routes: Field | undefined): RouteLock | null {
  const lock = lockOf(route);
  if (lock) return lock;
  if (!typesIn(routes).includes(route.GatewayType)) return 'unknown-type';
  const fields = routeFields(routes);
  const homeless = Object.entries(route).some(([name, value]) => !isBlank(value) && !fields[name]);
  // Accounts of the documents are told more than their parameters take: only today's can be held against the whole.
  return homeless && fields.RouteItemId ? 'unknown-field' : null;
}
