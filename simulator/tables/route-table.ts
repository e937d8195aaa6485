import { defineTable } from '../world/table.ts';

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
