/** Route tables: which way the packets of a subnet go. */
import { family } from '../../define.ts';
import { api3 } from './api3.ts';
import { api2017 } from './api2017.ts';

export type { Route, RouteTable } from './api3.ts';

export const actions = { ...api3, ...api2017 } as const;

export const data = family(actions, {
  family: 'route-table',
  segment: 'route-tables',
  idPrefixes: ['rtb'],
  group: 'network',
  icon: 'Route',
  within: ['vpc'],
  tabs: ['subnets', 'compare'],
  id: 'RouteTableId',
  name: 'RouteTableName',
  tags: { type: 'vpc/rtb', filters: 'all' },
  errors: {
    'choose-range': {
      'InvalidParameterValue.CidrNotInPeerVpc': ['DestinationCidrBlock', 'Routes'],
      InvalidDestinationCidr: ['DestinationCidrBlock'],
      RouteAlreadyExists: ['DestinationCidrBlock'],
    },
    correct: { InvalidRouteNextType: ['NextType'], InvalidRouteTableName: ['RouteTableName'] },
    'look-up': { 'InvalidRouteNextHub.NotFound': ['NextHub'], 'InvalidRouteTableId.NotFound': ['RouteTableId'] },
    quota: { 'InvalidRoute.NextHubLimitExceeded': ['RouteSet'], RouteLimitExceeded: ['RouteSet'], RouteTableLimitExceeded: [] },
    unsupported: { 'UnsupportedOperation.SystemRoute': ['Routes', 'RouteIds', 'RouteItemIds'] },
  },
  quotas: {
    'route-tables-per-vpc': { usual: 10, limitType: 2, per: 'vpc', by: 'VpcId' },
    'routes-per-table': { usual: 50, limitType: 3, per: 'route-table', counts: 'RouteSet' },
  },
  operations: {
    list: ['vpc:DescribeRouteTables', 'vpc2017:DescribeRouteTable'],
    create: ['vpc:CreateRouteTable', 'vpc2017:CreateRouteTable'],
    update: ['vpc:ModifyRouteTableAttribute'],
    delete: ['vpc:DeleteRouteTable', 'vpc2017:DeleteRouteTable'],
    createRoutes: ['vpc:CreateRoutes', 'vpc2017:CreateRoute'],
    replaceRoutes: ['vpc:ReplaceRoutes'],
    deleteRoutes: ['vpc:DeleteRoutes', 'vpc2017:DeleteRoute'],
    enableRoutes: ['vpc:EnableRoutes'],
    disableRoutes: ['vpc:DisableRoutes'],
    resetRoutes: ['vpc:ResetRoutes', 'vpc2017:ModifyRouteTableAttribute'],
    associate: ['vpc:ReplaceRouteTableAssociation', 'vpc2017:AssociateRouteTable'],
  },
});
