/** Route tables over API 3.0 (1983-2600). */
import type { actions, RouteTable } from '../../../catalogue/families/route-table/index.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { byId, idsOrFilters } from '../../rules/lists.ts';
import { subnetOf } from '../subnet/rules.ts';
import { subnetTable } from '../subnet/table.ts';
import { api3Codes, vpcOf } from '../vpc/rules.ts';
import {
  addRoutes,
  associate,
  createRouteTable,
  deleteRouteTable,
  type RouteCodes,
  replaceRoutes,
  resetRoutes,
  routeTableOf,
} from './rules.ts';
import { type RouteTableRow, routesTable, routeTableTable } from './table.ts';
import { listedRoutes, newRouteOf, notFound, routeAnswer, routeNamed } from './today.ts';

const codes: RouteCodes & { readonly noRoute: string } = {
  inVpc: 'InvalidParameterValue.VpcCidrConflict',
  duplicate: 'InvalidParameterValue.Duplicate',
  noGateway: 'InvalidParameterValue',
  notPublic: 'UnsupportedOperation',
  notInPeer: 'InvalidParameterValue.CidrNotInPeerVpc',
  overQuota: 'LimitExceeded',
  tooManyEqual: null,
  noRoute: 'InvalidParameterValue',
};

const answer = (call: Call, row: RouteTableRow): RouteTable => ({
  VpcId: row.VpcId,
  RouteTableId: row.RouteTableId,
  RouteTableName: row.RouteTableName,
  AssociationSet: call
    .table(subnetTable)
    .where('RouteTableId', row.RouteTableId)
    .rows()
    .map(({ SubnetId, RouteTableId }) => ({ SubnetId, RouteTableId })),
  RouteSet: listedRoutes(call, row),
  Main: row.Main,
  CreatedTime: row.CreatedTime,
});

/** Filter keys that an index answers: all of them. */
const indexed = { 'route-table-id': byId, 'route-table-name': 'RouteTableName', 'vpc-id': 'VpcId', 'association.main': 'IsMain' } as const;

export const handlers = {
  'vpc:CreateRouteTable': (params, call) => {
    const vpc = vpcOf(call, params.VpcId, api3Codes);
    return { RouteTable: answer(call, createRouteTable(call, vpc, params.RouteTableName, codes.overQuota)) };
  },

  'vpc:DescribeRouteTables': (params, call) => {
    const by = { ids: params.RouteTableIds, find: (id: string) => routeTableOf(call, id, notFound), indexed, flag: 'association.main' };
    const { total, rows } = idsOrFilters(call.table(routeTableTable), params, by);
    return { TotalCount: total, RouteTableSet: rows.map((row) => answer(call, row)) };
  },

  'vpc:ModifyRouteTableAttribute': (params, call) => {
    const row = routeTableOf(call, params.RouteTableId, notFound);
    call.table(routeTableTable).put({ ...row, RouteTableName: params.RouteTableName });
  },

  'vpc:DeleteRouteTable': (params, call) => deleteRouteTable(call, routeTableOf(call, params.RouteTableId, notFound)),

  'vpc:CreateRoutes': (params, call) => {
    const row = routeTableOf(call, params.RouteTableId, notFound);
    const RouteSet = addRoutes(call, row, params.Routes.map(newRouteOf), codes).map((route) => routeAnswer(route));
    return { TotalCount: 1, RouteTableSet: [{ ...answer(call, row), RouteSet }] };
  },

  'vpc:ReplaceRoutes': (params, call) => {
    const row = routeTableOf(call, params.RouteTableId, notFound);
    const wanted = params.Routes.map((route) => ({ ...newRouteOf(route), routeId: routeNamed(call, row, route, codes.noRoute).RouteId }));
    const done = replaceRoutes(call, row, wanted, codes);
    return { OldRouteSet: done.map(({ before }) => routeAnswer(before)), NewRouteSet: done.map(({ after }) => routeAnswer(after)) };
  },

  'vpc:DeleteRoutes': (params, call) => {
    const row = routeTableOf(call, params.RouteTableId, notFound);
    const gone = params.Routes.map((route) => routeNamed(call, row, route, notFound));
    for (const { RouteId } of gone) call.table(routesTable).delete(String(RouteId));
    return { RouteSet: gone.map((route) => routeAnswer(route)) };
  },

  'vpc:ResetRoutes': (params, call) => {
    const row = routeTableOf(call, params.RouteTableId, notFound);
    call.table(routeTableTable).put({ ...row, RouteTableName: params.RouteTableName });
    resetRoutes(call, row, params.Routes.map(newRouteOf), codes);
  },

  'vpc:ReplaceRouteTableAssociation': (params, call) => {
    const subnet = subnetOf(call, params.SubnetId, notFound);
    const row = routeTableOf(call, params.RouteTableId, notFound);
    if (row.VpcId !== subnet.VpcId) {
      throw new CloudError(notFound, `The route table ${row.RouteTableId} is not of the subnet's VPC ${subnet.VpcId}.`);
    }
    associate(call, subnet, row);
  },
} satisfies Handlers3<typeof actions>;
