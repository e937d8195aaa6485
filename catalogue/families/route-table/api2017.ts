/** Route tables, their routes and their subnets in the 2017 API: lines 9675-10380. */
import { action, actionTable, choice, cidr, integer, listOf, optional, ref, required, struct, text, time } from '../../define.ts';
import { orderDirection, page2017Of50, paging2017 } from '../shared.ts';

/** Types of next hop by number (9696): public gateway, VPN, direct connect, peering, SSL VPN, NAT, ordinary instance. */
const nextTypes = [0, 1, 3, 4, 7, 8, 9] as const;

const vpcId = ref('vpc', { refusedAs: 'InvalidVpc.NotFound' });
const routeTableId = ref('route-table', { refusedAs: 'InvalidRouteTableId.NotFound' });
const routeTableName = text({ max: 60, refusedAs: 'InvalidRouteTableName' });

/** The sample's destination has host bits set ("121.0.23.51/16", 9740). */
const route = {
  destinationCidrBlock: required(cidr({ hostBits: true, refusedAs: 'InvalidDestinationCidr', line: 9695 })),
  nextType: required(choice(nextTypes, { wire: 'String', refusedAs: 'InvalidRouteNextType', line: 9696 })),
  nextHub: required(text({ line: 9697 })),
} as const;

const describedRoute = { ...route, description: text({ max: 60, line: 9698 }) } as const;

/** A route as it is listed. The VPC's own range is the destination "Local" of type 2 (9974). */
const listedRoute = {
  destinationCidrBlock: text(),
  // The table says String (9933), the samples show numbers (9975).
  nextType: choice([...nextTypes, 2], { wire: 'String' }),
  nextHub: text(),
  description: text(),
} as const;

export const api2017 = actionTable({
  'vpc2017:CreateRouteTable': action({
    kind: 'create',
    line: 9675,
    params: {
      vpcId: required(ref('vpc', { refusedAs: 'InvalidVpc.NotFound', line: 9692 })),
      routeTableName: required(routeTableName),
      routeSet: listOf(struct(describedRoute), { line: 9694 }),
    },
    results: {
      routeTableId: ref('route-table'),
      unRouteTableId: ref('route-table'),
      routeTableSet: listOf(struct(listedRoute)),
    },
    errors: [
      'InvalidVpc.NotFound',
      'InvalidRouteTableName',
      'InvalidDestinationCidr',
      'RouteTableLimitExceeded',
      'RouteLimitExceeded',
      'RouteAlreadyExists',
      'InvalidRouteNextType',
      'InvalidRouteNextHub.NotFound',
    ],
    changes: ['route-table', 'vpc'],
    lookUp: { by: 'vpc2017:DescribeRouteTable', where: { vpcId: 'vpcId', routeTableName: 'routeTableName' }, expect: 'exists' },
  }),
  'vpc2017:DescribeRouteTable': action({
    kind: 'list',
    line: 9883,
    params: {
      vpcId,
      routeTableId,
      routeTableName: text({ line: 9900 }),
      ...page2017Of50,
      orderField: choice(['createTime', 'routeTableName'], { default: 'createTime', line: 9903 }),
      orderDirection,
    },
    results: {
      totalCount: integer(),
      data: listOf(
        struct({
          vpcId: ref('vpc'),
          unVpcId: ref('vpc'),
          // These two stand in the sample only (9963).
          vpcName: optional(text()),
          vpcCidrBlock: optional(cidr()),
          routeTableId: ref('route-table'),
          unRouteTableId: ref('route-table'),
          routeTableName: text(),
          // 1 is the default table by the samples and 8626; 9920 says the reverse.
          routeTableType: choice([0, 1]),
          routeTableCreateTime: time(),
          subnetNum: integer(),
          routeTableSet: listOf(struct({ ...listedRoute, unNextHub: text() }), { alsoSpelled: ['routeSet'] }),
        }),
      ),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidRouteTableId.NotFound'],
    paging: paging2017(50),
  }),
  'vpc2017:ModifyRouteTableAttribute': action.update({
    line: 9813,
    // `routeSet` replaces every route of the table (9823).
    params: {
      vpcId: required(vpcId),
      routeTableId: required(routeTableId),
      routeTableName,
      routeSet: listOf(struct(describedRoute), { line: 9833 }),
    },
    errors: [
      'InvalidVpc.NotFound',
      'InvalidRouteTableId.NotFound',
      'InvalidRouteTableName',
      'RouteLimitExceeded',
      'RouteAlreadyExists',
      'InvalidRouteNextType',
      'InvalidRouteNextHub.NotFound',
      'InvalidRoute.NextHubLimitExceeded',
    ],
    changes: ['route-table'],
    danger: 'interrupts',
  }),
  'vpc2017:DeleteRouteTable': action.delete({
    line: 9761,
    params: { vpcId: required(vpcId), routeTableId: required(routeTableId) },
    errors: ['InvalidVpc.NotFound', 'InvalidRouteTableId.NotFound'],
    changes: ['route-table', 'vpc', 'subnet'],
    lookUp: { by: 'vpc2017:DescribeRouteTable', where: { vpcId: 'vpcId', routeTableId: 'routeTableId' }, expect: 'absent' },
  }),
  'vpc2017:CreateRoute': action.update({
    line: 10250,
    params: { vpcId: required(vpcId), routeTableId: required(routeTableId), routeSet: required(listOf(struct(route), { line: 10269 })) },
    errors: [
      'InvalidVpc.NotFound',
      'InvalidRouteTableId.NotFound',
      'InvalidDestinationCidr',
      'RouteLimitExceeded',
      'RouteAlreadyExists',
      'InvalidRouteNextType',
      'InvalidRouteNextHub.NotFound',
    ],
    changes: ['route-table'],
  }),
  'vpc2017:DeleteRoute': action.update({
    line: 10316,
    params: { vpcId: required(vpcId), routeTableId: required(routeTableId), routeSet: required(listOf(struct(route), { line: 10335 })) },
    errors: [
      'InvalidVpc.NotFound',
      'InvalidRouteTableId.NotFound',
      'InvalidDestinationCidr',
      'InvalidRouteNextType',
      'InvalidRouteNextHub.NotFound',
    ],
    changes: ['route-table'],
    danger: 'destroys',
  }),
  'vpc2017:AssociateRouteTable': action.operate({
    line: 10191,
    params: {
      vpcId: required(vpcId),
      subnetId: required(ref('subnet', { refusedAs: 'InvalidSubnet.NotFound', orList: true, line: 10209 })),
      routeTableId: required(routeTableId),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidSubnet.NotFound', 'InvalidRouteTableId.NotFound'],
    changes: ['route-table', 'subnet'],
    danger: 'interrupts',
  }),
});
