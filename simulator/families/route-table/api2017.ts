/** Route tables over the 2017 API (9675-10380). */
import type { actions } from '../../../catalogue/families/route-table/index.ts';
import type { Call, Handlers2017 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { orderedPage } from '../../rules/lists.ts';
import { nextHopOf } from '../../rules/next-hops.ts';
import { rowIn } from '../../rules/rows.ts';
import { subnetIn } from '../subnet/rules.ts';
import { subnetTable } from '../subnet/table.ts';
import { vpcAsked, vpcIn } from '../vpc/rules.ts';
import type { VpcRow } from '../vpc/table.ts';
import {
  addRoutes,
  associate,
  canonicalBlock,
  createRouteTable,
  deleteRouteTable,
  type NewRoute,
  newerSpelling,
  type RouteCodes,
  resetRoutes,
  routesOf,
  vpcOfTable,
} from './rules.ts';
import { type GatewayType, type RouteRow, type RouteTableRow, routesTable, routeTableTable } from './table.ts';

/** 9696; 2 is Local, which only answers have (9974). */
const typeOfNumber = { 0: 'CVM', 1: 'VPN', 3: 'DIRECTCONNECT', 4: 'PEERCONNECTION', 7: 'SSLVPN', 8: 'NAT', 9: 'NORMAL_CVM' } as const;
type NextType = keyof typeof typeOfNumber;
/** What this generation has no number for: it lists no such routes, and none of IPv6. */
type NumberlessType = 'USER_CCN' | 'CCN' | 'HAVIP' | 'EIP' | 'LOCAL_GATEWAY' | 'INTRANAT' | 'GWLB_ENDPOINT';
const numberOfType: Readonly<Record<Exclude<GatewayType, NumberlessType>, NextType>> = {
  CVM: 0,
  VPN: 1,
  DIRECTCONNECT: 3,
  PEERCONNECTION: 4,
  SSLVPN: 7,
  NAT: 8,
  NORMAL_CVM: 9,
};

/** A ninth public gateway has a code of its own in one action only (9857). */
const codesWith = (tooManyEqual: string): RouteCodes => ({
  inVpc: 'InvalidDestinationCidr',
  duplicate: 'RouteAlreadyExists',
  noGateway: 'InvalidRouteNextHub.NotFound',
  notPublic: 'InvalidRouteNextHub.NotFound',
  notInPeer: 'InvalidDestinationCidr',
  overQuota: 'RouteLimitExceeded',
  tooManyEqual,
});
const codes = codesWith('RouteLimitExceeded');
const replacing = codesWith('InvalidRoute.NextHubLimitExceeded');

interface RouteIn {
  readonly destinationCidrBlock: string;
  readonly nextType: NextType;
  readonly nextHub: string;
  readonly description?: string | undefined;
}

const asked = (route: RouteIn): NewRoute => ({
  destination: route.destinationCidrBlock,
  type: typeOfNumber[route.nextType],
  gatewayId: route.nextHub,
  description: route.description,
});

/** The route table of the VPC, where one is named. @throws CloudError when either is missing, or they do not belong together. */
const tableIn = (call: Call, vpc: VpcRow | undefined, id: string): RouteTableRow =>
  rowIn(call, vpc, routeTableTable, 'route table', newerSpelling(id), 'InvalidRouteTableId.NotFound');

/** The way to the VPC's own addresses, which nobody wrote and nobody can delete (9974). */
const local = { destinationCidrBlock: 'Local', nextType: 2, nextHub: 'Local', unNextHub: 'Local', description: '' } as const;

const hasNumber = (type: GatewayType): type is keyof typeof numberOfType => Object.hasOwn(numberOfType, type);

const listedRoute = (call: Call, vpc: VpcRow, row: RouteRow, type: keyof typeof numberOfType) => ({
  destinationCidrBlock: row.DestinationCidrBlock,
  nextType: numberOfType[type],
  nextHub: nextHopOf(call, row.GatewayType, vpc, row.GatewayId)?.oldId ?? row.GatewayId,
  unNextHub: row.GatewayId,
  description: row.RouteDescription,
});

function listed(call: Call, row: RouteTableRow) {
  const vpc = vpcOfTable(call, row);
  return {
    vpcId: vpc.OldId,
    unVpcId: vpc.VpcId,
    vpcName: vpc.VpcName,
    vpcCidrBlock: vpc.CidrBlock,
    routeTableId: row.OldId,
    unRouteTableId: row.RouteTableId,
    routeTableName: row.RouteTableName,
    routeTableType: row.Main ? (1 as const) : (0 as const),
    routeTableCreateTime: row.CreatedTime,
    subnetNum: call.table(subnetTable).where('RouteTableId', row.RouteTableId).size,
    routeTableSet: [
      local,
      ...routesOf(call, row).flatMap((route) =>
        hasNumber(route.GatewayType) && route.DestinationCidrBlock !== '' ? [listedRoute(call, vpc, route, route.GatewayType)] : [],
      ),
    ],
  };
}

/** The route that a 2017 call means by destination, type and gateway (10336). @throws CloudError naming the first that fits nothing. */
function routeNamed(call: Call, row: RouteTableRow, wanted: RouteIn): RouteRow {
  const destination = canonicalBlock(wanted.destinationCidrBlock);
  const there = routesOf(call, row).filter((route) => route.DestinationCidrBlock === destination);
  if (there.length === 0) throw new CloudError('InvalidDestinationCidr', `${row.RouteTableId} has no route to ${destination}.`);
  const type = typeOfNumber[wanted.nextType];
  const typed = there.filter((route) => route.GatewayType === type);
  if (typed.length === 0)
    throw new CloudError('InvalidRouteNextType', `The route to ${destination} is not of the type ${wanted.nextType}.`);
  const id = nextHopOf(call, type, vpcOfTable(call, row), wanted.nextHub)?.id ?? wanted.nextHub;
  const found = typed.find((route) => route.GatewayId === id);
  if (!found) throw new CloudError('InvalidRouteNextHub.NotFound', `The route to ${destination} does not lead to ${wanted.nextHub}.`);
  return found;
}

export const handlers = {
  'vpc2017:CreateRouteTable': (params, call) => {
    const vpc = vpcIn(call, params.vpcId);
    const row = createRouteTable(call, vpc, params.routeTableName, 'RouteTableLimitExceeded');
    const routes = params.routeSet ?? [];
    addRoutes(call, row, routes.map(asked), codes);
    // What was sent comes back as it was sent (9748).
    const routeTableSet = routes.map((route) => ({ ...route, description: route.description ?? '' }));
    return { routeTableId: row.OldId, unRouteTableId: row.RouteTableId, routeTableSet };
  },

  'vpc2017:DescribeRouteTable': (params, call) => {
    const vpc = vpcAsked(call, params.vpcId);
    const { total, rows } = orderedPage(call.table(routeTableTable), {
      ...params,
      order: ['routeTableName', 'RouteTableName'],
      only: params.routeTableId === undefined ? undefined : tableIn(call, vpc, params.routeTableId),
      under: { VpcId: vpc && [vpc.VpcId] },
      containing: { RouteTableName: params.routeTableName },
    });
    return { totalCount: total, data: rows.map((row) => listed(call, row)) };
  },

  'vpc2017:ModifyRouteTableAttribute': (params, call) => {
    const row = tableIn(call, vpcIn(call, params.vpcId), params.routeTableId);
    call.table(routeTableTable).put({ ...row, RouteTableName: params.routeTableName ?? row.RouteTableName });
    if (params.routeSet) resetRoutes(call, row, params.routeSet.map(asked), replacing);
  },

  'vpc2017:DeleteRouteTable': (params, call) => deleteRouteTable(call, tableIn(call, vpcIn(call, params.vpcId), params.routeTableId)),

  'vpc2017:CreateRoute': (params, call) => {
    const row = tableIn(call, vpcIn(call, params.vpcId), params.routeTableId);
    addRoutes(call, row, params.routeSet.map(asked), codes);
  },

  'vpc2017:DeleteRoute': (params, call) => {
    const row = tableIn(call, vpcIn(call, params.vpcId), params.routeTableId);
    const routes = call.table(routesTable);
    for (const wanted of params.routeSet) routes.delete(String(routeNamed(call, row, wanted).RouteId));
  },

  'vpc2017:AssociateRouteTable': (params, call) => {
    const vpc = vpcIn(call, params.vpcId);
    const row = tableIn(call, vpc, params.routeTableId);
    for (const id of [params.subnetId].flat()) associate(call, subnetIn(call, vpc, id), row);
  },
} satisfies Handlers2017<typeof actions>;
