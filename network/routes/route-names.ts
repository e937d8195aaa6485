/** What names a route of a table and where it leads, in whichever generation of the API it was read. Pure. */
import type { Route } from '../../catalogue/families/route-table/index.ts';

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What API 3.0 of today tells of a route besides. */
export type TodaysRoute = Omit<Route, 'GatewayType'> & {
  readonly GatewayType: string;
  readonly RouteItemId?: string | null;
  readonly Enabled?: boolean | null;
  readonly DestinationIpv6CidrBlock?: string | null;
  readonly PublishedToVbc?: boolean | null;
  readonly CdcId?: string | null;
};

/** The parts by which a route is named: the number, which all routes of IPv6 have as 0, and today's id. */
export interface RouteNames {
  readonly RouteId?: unknown;
  readonly RouteItemId?: unknown;
}

/** The one text that means a route of a table, in URLs and ticks; empty where it has none. */
export const routeKey = ({ RouteId, RouteItemId }: RouteNames): string => {
  const number = isBlank(RouteId) ? '' : String(RouteId);
  return number !== '' && number !== '0' ? number : isBlank(RouteItemId) ? '' : String(RouteItemId);
};

/** Its destination, of either family; empty where it tells none. */
export const destinationOf = (route: { readonly DestinationCidrBlock?: unknown; readonly DestinationIpv6CidrBlock?: unknown }): string =>
  [route.DestinationIpv6CidrBlock, route.DestinationCidrBlock].find((text) => !isBlank(text))?.toString() ?? '';
