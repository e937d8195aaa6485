/** Routes over API 3.0 as today tells and names them: by two ids, of either family, switched on or off. */
import type { Route } from '../../../catalogue/families/route-table/index.ts';
import type { todaysActions } from '../../../catalogue/families/route-table/today.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { learnedRoutes } from '../../rules/ccn-routes.ts';
import { type NewRoute, routesOf, routeTableOf } from './rules.ts';
import { type GatewayType, type RouteRow, type RouteTableRow, routesTable } from './table.ts';

export const notFound = 'ResourceNotFound';

/** "rti-u000bin5": whose a route is, and its number; today's API writes its ids so. */
const itemId = (routeId: number, whose: 'u' | 'c' = 'u'): string => `rti-${whose}${routeId.toString(36).padStart(7, '0')}`;

/** A route as an answer of API 3.0 tells it. Of IPv6, the number says nothing. */
export function routeAnswer({ DestinationIpv6CidrBlock = '', Enabled = true, CreatedTime = '', ...route }: RouteRow) {
  return {
    ...route,
    RouteId: DestinationIpv6CidrBlock === '' ? route.RouteId : 0,
    GatewayType: route.GatewayType as Route['GatewayType'],
    RouteType: 'USER',
    ...told(route.RouteTableId, itemId(route.RouteId)),
    Enabled,
    DestinationIpv6CidrBlock,
    CreatedTime,
  };
}

const told = (RouteTableId: string, RouteItemId: string) => ({
  RouteTableId,
  RouteItemId,
  Enabled: true,
  DestinationIpv6CidrBlock: '',
  PublishedToVbc: false,
  CdcId: '',
});

/** A table's routes: those that somebody wrote, then those that its CCN brings. */
export const listedRoutes = (call: Call, row: RouteTableRow): Route[] => [
  ...routesOf(call, row).map((route) => routeAnswer(route)),
  ...learnedRoutes(call.partition, row.VpcId).map((route) => ({
    ...told(row.RouteTableId, itemId(route.RouteId, 'c')),
    ...route,
    RouteId: route.DestinationIpv6CidrBlock === '' ? route.RouteId : 0,
    CreatedTime: '',
  })),
];

/** A route as API 3.0 takes it: today more of it is optional than the documents say. */
interface RouteIn {
  readonly DestinationCidrBlock?: string | undefined;
  readonly DestinationIpv6CidrBlock?: string | undefined;
  readonly GatewayType: GatewayType;
  readonly GatewayId: string;
  readonly RouteDescription?: string | undefined;
  readonly Enabled?: boolean | undefined;
}

/** @throws CloudError for a route with no destination, or with two. */
export function newRouteOf(route: RouteIn): NewRoute {
  const { DestinationCidrBlock: four = '', DestinationIpv6CidrBlock: six = '' } = route;
  if (four === '' && six === '') throw new CloudError('MissingParameter', 'A route has no destination.');
  if (four !== '' && six !== '') throw new CloudError('InvalidParameterValue', `A route leads to ${four} and to ${six}.`);
  return {
    destination: four || six,
    type: route.GatewayType,
    gatewayId: route.GatewayId,
    description: route.RouteDescription,
    enabled: route.Enabled,
  };
}

/** What names one route of a table: its number, or the id that every route has. */
interface RouteNames {
  readonly RouteId?: number | undefined;
  readonly RouteItemId?: string | undefined;
}

/** @throws CloudError `code` for one that the table lacks, and for one that a CCN brought. */
export function routeNamed(call: Call, row: RouteTableRow, { RouteId = 0, RouteItemId = '' }: RouteNames, code: string): RouteRow {
  const isMeant = (number: number, whose?: 'c'): boolean =>
    RouteItemId === '' ? number === RouteId : itemId(number, whose) === RouteItemId;
  const found = routesOf(call, row).find((route) => isMeant(route.RouteId));
  if (found && (RouteItemId !== '' || !found.DestinationIpv6CidrBlock)) return found;
  if (learnedRoutes(call.partition, row.VpcId).some((route) => isMeant(route.RouteId, 'c')))
    throw new CloudError('UnsupportedOperation.SystemRoute', `The route ${RouteItemId || RouteId} is the CCN's.`);
  throw new CloudError(code, `The route table ${row.RouteTableId} has no route ${RouteItemId || RouteId}.`);
}

interface SwitchedRoutes {
  readonly RouteTableId: string;
  readonly RouteIds?: readonly number[];
  readonly RouteItemIds?: readonly string[];
}

/** Switches routes of a table, all or none. */
function switchRoutes(call: Call, { RouteTableId, RouteIds = [], RouteItemIds = [] }: SwitchedRoutes, Enabled: boolean): void {
  const row = routeTableOf(call, RouteTableId, notFound);
  const named: RouteNames[] = [...RouteIds.map((RouteId) => ({ RouteId })), ...RouteItemIds.map((RouteItemId) => ({ RouteItemId }))];
  for (const route of named.map((names) => routeNamed(call, row, names, notFound))) call.table(routesTable).put({ ...route, Enabled });
}

export const handlers = {
  'vpc:EnableRoutes': (params, call) => switchRoutes(call, params, true),
  'vpc:DisableRoutes': (params, call) => switchRoutes(call, params, false),
} satisfies Handlers3<typeof todaysActions>;
