/** What of the routes that a peering lacks is still to be added to a table, as the cloud tells the table by now. Pure. */
import type { Route } from '../../catalogue/families/route-table/index.ts';

type TableRoute = Pick<Route, 'DestinationCidrBlock' | 'GatewayId'>;

export interface RouteAddition {
  readonly add: readonly string[];
  /** They lead through the peering already, switched on or off. */
  readonly present: readonly string[];
  /** The table leads them elsewhere, and whoever wrote that meant it: they are left alone. */
  readonly elsewhere: readonly TableRoute[];
}

export function routeAddition(routes: readonly TableRoute[], destinations: readonly string[], peering: string): RouteAddition {
  const of = (destination: string): readonly TableRoute[] => routes.filter((route) => route.DestinationCidrBlock === destination);
  const isThere = (destination: string): boolean => of(destination).some(({ GatewayId }) => GatewayId === peering);
  const wanted = [...new Set(destinations)];
  return {
    add: wanted.filter((destination) => of(destination).length === 0),
    present: wanted.filter(isThere),
    elsewhere: wanted.flatMap((destination) => (isThere(destination) ? [] : of(destination).slice(0, 1))),
  };
}
