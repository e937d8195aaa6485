/** Route tables, their routes and their subnets in API 3.0: lines 1983-2600. */
import {
  action,
  actionTable,
  choice,
  cidr,
  filters,
  flag,
  integer,
  listOf,
  optional,
  type Row,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';
import { list3, pageAsText } from '../shared.ts';

/** What a route can lead to (7346). NORMAL_CVM is an instance that forwards, CVM one that is a public gateway. */
const gatewayTypes = ['CVM', 'VPN', 'DIRECTCONNECT', 'PEERCONNECTION', 'SSLVPN', 'NAT', 'NORMAL_CVM'] as const;
/** Into a CCN: today's cloud takes such routes as USER_CCN, and lists those that the CCN itself brought as CCN. */
const writable = [...gatewayTypes, 'USER_CCN'] as const;

/** A route as API 3.0 lists it (7337). The gateway is an id, or a private address for NORMAL_CVM (2310). */
const routeShape = struct({
  RouteId: integer({ line: 7342 }),
  DestinationCidrBlock: cidr({ line: 7345 }),
  GatewayType: choice([...writable, 'CCN'] as const, { line: 7346 }),
  GatewayId: text({ line: 7347 }),
  RouteDescription: optional(text({ line: 7348 })),
  // USER, or of whom the cloud had it: only today's tells.
  RouteType: optional(text()),
});

export type Route = Row<typeof routeShape>;

/** A route table as API 3.0 lists it (7350). */
const routeTableShape = struct({
  VpcId: ref('vpc', { line: 7355 }),
  RouteTableId: ref('route-table', { line: 7356 }),
  RouteTableName: text({ line: 7357 }),
  AssociationSet: listOf(struct({ SubnetId: ref('subnet', { line: 7368 }), RouteTableId: ref('route-table', { line: 7369 }) })),
  RouteSet: listOf(routeShape, { line: 7359 }),
  Main: flag({ line: 7360 }),
  CreatedTime: time({ line: 7361 }),
});

export type RouteTable = Row<typeof routeTableShape>;

const newRoute = {
  DestinationCidrBlock: required(cidr({ line: 7345 })),
  GatewayType: required(choice(writable, { line: 7346 })),
  GatewayId: required(text({ line: 7347 })),
  RouteDescription: text({ line: 7348 }),
} as const;

const routeErrors = [
  'InvalidParameterValue',
  'InvalidParameterValue.CidrNotInPeerVpc',
  'InvalidParameterValue.Duplicate',
  'InvalidParameterValue.VpcCidrConflict',
  'LimitExceeded',
  'UnsupportedOperation',
] as const;

export const api3 = actionTable({
  'vpc:CreateRouteTable': action({
    kind: 'create',
    line: 1983,
    params: {
      VpcId: required(ref('vpc', { line: 2002 })),
      RouteTableName: required(text({ max: 60, unit: 'byte', line: 2003 })),
    },
    results: { RouteTable: routeTableShape },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['route-table', 'vpc'],
    lookUp: { by: 'vpc:DescribeRouteTables', where: { 'vpc-id': 'VpcId', 'route-table-name': 'RouteTableName' }, expect: 'exists' },
  }),
  'vpc:DescribeRouteTables': list3({
    line: 2232,
    ids: { RouteTableIds: listOf(ref('route-table'), { line: 2249 }) },
    filters: filters(
      { 'route-table-id': ref('route-table'), 'route-table-name': text(), 'vpc-id': ref('vpc'), 'association.main': flag() },
      { line: 2250 },
    ),
    page: pageAsText,
    rows: { RouteTableSet: routeTableShape },
    errors: ['InvalidParameter.Coexist', 'InvalidParameterValue.Malformed', 'ResourceNotFound'],
  }),
  'vpc:ModifyRouteTableAttribute': action.update({
    line: 2352,
    params: {
      RouteTableId: required(ref('route-table', { line: 2369 })),
      RouteTableName: required(text({ max: 60, unit: 'byte', line: 2370 })),
    },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['route-table'],
    lookUp: {
      by: 'vpc:DescribeRouteTables',
      where: { RouteTableIds: 'RouteTableId' },
      expect: 'same',
      compare: { RouteTableName: 'RouteTableName' },
    },
  }),
  'vpc:DeleteRouteTable': action.delete({
    line: 2117,
    params: { RouteTableId: required(ref('route-table', { line: 2134 })) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['route-table', 'vpc', 'subnet'],
    lookUp: { by: 'vpc:DescribeRouteTables', where: { RouteTableIds: 'RouteTableId' }, expect: 'absent' },
  }),
  'vpc:CreateRoutes': action.update({
    line: 2051,
    // The table calls `Routes` a list of texts (2071, 2193); the samples send these objects (2100, 2220).
    params: { RouteTableId: required(ref('route-table', { line: 2070 })), Routes: required(listOf(struct(newRoute), { line: 2071 })) },
    errors: routeErrors,
    changes: ['route-table'],
  }),
  'vpc:ReplaceRoutes': action.update({
    line: 2468,
    params: {
      RouteTableId: required(ref('route-table', { line: 2485 })),
      Routes: required(listOf(struct({ RouteId: required(integer({ line: 7342 })), ...newRoute }), { line: 2486 })),
    },
    errors: routeErrors,
    changes: ['route-table'],
    danger: 'interrupts',
  }),
  'vpc:DeleteRoutes': action.update({
    line: 2175,
    params: {
      RouteTableId: required(ref('route-table', { line: 2192 })),
      Routes: required(
        listOf(
          struct({
            RouteId: required(integer({ line: 7342 })),
            DestinationCidrBlock: cidr(),
            GatewayType: choice(writable),
            GatewayId: text(),
            RouteDescription: text(),
          }),
          { line: 2193 },
        ),
      ),
    },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['route-table'],
    danger: 'destroys',
  }),
  'vpc:ResetRoutes': action.update({
    line: 2533,
    params: {
      RouteTableId: required(ref('route-table', { line: 2550 })),
      RouteTableName: required(text({ max: 60, unit: 'byte', line: 2551 })),
      Routes: required(listOf(struct({ RouteId: integer({ line: 7342 }), ...newRoute }), { line: 2552 })),
    },
    errors: routeErrors,
    changes: ['route-table'],
    danger: 'interrupts',
  }),
  'vpc:ReplaceRouteTableAssociation': action.operate({
    line: 2409,
    params: { SubnetId: required(ref('subnet', { line: 2428 })), RouteTableId: required(ref('route-table', { line: 2429 })) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['route-table', 'subnet'],
    danger: 'interrupts',
    lookUp: { by: 'vpc:DescribeSubnets', where: { SubnetIds: 'SubnetId' }, expect: 'same', compare: { RouteTableId: 'RouteTableId' } },
  }),
});
