import type { Route } from '../../../catalogue/families/route-table/index.ts';
import { defineTable, type StoredRow } from '../../world/table.ts';

/** A route table. Which subnets it serves stands in the subnets. */
export interface RouteTableRow {
  readonly RouteTableId: string;
  /** "gz_rtb_8751" (8625). */
  readonly OldId: string;
  readonly VpcId: string;
  readonly RouteTableName: string;
  /** The VPC's default table, which every new subnet joins (1716). */
  readonly Main: boolean;
  readonly CreatedTime: string;
}

export const routeTableTable = defineTable<RouteTableRow>()({
  name: 'route-table',
  scope: 'region',
  id: (row) => row.RouteTableId,
  indexes: {
    OldId: (row) => row.OldId,
    VpcId: (row) => row.VpcId,
    Main: (row) => (row.Main ? row.VpcId : undefined),
    IsMain: (row) => String(row.Main),
    RouteTableName: (row) => row.RouteTableName,
  },
  countedAs: 'routeTableNum',
});

/** What a route leads to (7346), and what more today's API takes. */
export type GatewayType = Route['GatewayType'] | 'HAVIP' | 'EIP' | 'LOCAL_GATEWAY' | 'INTRANAT' | 'GWLB_ENDPOINT';

/** One route that somebody wrote (7337); a machine that forwards is named by its private address (2310). The VPC's own range is no row: it is local in every table of the VPC. */
export interface RouteRow extends Omit<StoredRow<Route>, 'RouteType' | 'GatewayType'> {
  readonly RouteTableId: string;
  readonly GatewayType: GatewayType;
  /** The destination of a route of IPv6, whose other one is empty then. */
  readonly DestinationIpv6CidrBlock?: string;
  /** Left out: it is. */
  readonly Enabled?: boolean;
  readonly CreatedTime?: string;
}

export const routesTable = defineTable<RouteRow>()({
  name: 'route',
  scope: 'region',
  id: (row) => String(row.RouteId),
  indexes: {
    RouteTableId: (row) => row.RouteTableId,
    GatewayId: (row) => row.GatewayId,
  },
  goesWith: ['GatewayId'],
});
