/** Routes in API 3.0 of today: switched on and off, into IPv6, to more kinds of next hop, each with an id that is a text. */
import { action, actionTable, choice, cidr, flag, integer, listOf, optional, ref, required, struct, text, time } from '../../define.ts';

const RouteTableId = required(ref('route-table', { refusedAs: 'InvalidParameterValue.Malformed' }));
const block6 = text({ format: 'ipv6-block' });
/** What today's API takes besides. A route to an instance's own public address names the gateway 0. */
const GatewayType = choice(['HAVIP', 'EIP', 'LOCAL_GATEWAY', 'INTRANAT', 'GWLB_ENDPOINT']);

/** What today tells of a route, in lists and in answers to writes. Routes of IPv6 all have the `RouteId` 0. */
const told = {
  RouteType: optional(text()),
  Enabled: optional(flag()),
  RouteItemId: optional(text()),
  RouteTableId: optional(ref('route-table')),
  DestinationIpv6CidrBlock: optional(text()),
  PublishedToVbc: optional(flag()),
  CreatedTime: optional(time()),
  CdcId: optional(text()),
} as const;

const shown = struct({
  RouteId: integer(),
  DestinationCidrBlock: text(),
  GatewayType: text(),
  GatewayId: text(),
  RouteDescription: optional(text()),
  ...told,
});

const tableShown = struct({
  VpcId: ref('vpc'),
  RouteTableId: ref('route-table'),
  RouteTableName: text(),
  AssociationSet: listOf(struct({ SubnetId: ref('subnet'), RouteTableId: ref('route-table') })),
  RouteSet: listOf(shown),
  Main: flag(),
  CreatedTime: time(),
});

/** Of a route as it was listed, which clients send back whole. */
const toldOnly = {
  RouteType: { ...text(), readOnly: true },
  RouteTableId: { ...ref('route-table'), readOnly: true },
  PublishedToVbc: { ...flag(), readOnly: true },
  CreatedTime: { ...time(), readOnly: true },
} as const;

/** A route that is written: one destination, of either family. */
const written = {
  ...toldOnly,
  CdcId: text(),
  DestinationCidrBlock: cidr(),
  DestinationIpv6CidrBlock: block6,
  GatewayType,
  Enabled: flag(),
} as const;
/** A route that is there, known by either id. */
const named = { RouteId: integer(), RouteItemId: text() } as const;

const which = {
  RouteTableId,
  RouteIds: listOf(integer(), { max: 100 }),
  RouteItemIds: listOf(text(), { max: 100 }),
} as const;
const switchErrors = [
  'InvalidParameter.Coexist',
  'InvalidParameterValue.Malformed',
  'MissingParameter',
  'ResourceNotFound',
  'UnsupportedOperation.SystemRoute',
] as const;

export const todaysActions = actionTable({
  'vpc:EnableRoutes': action.operate({
    source: 'today',
    params: which,
    errors: switchErrors,
    changes: ['route-table'],
    exclusive: [['RouteIds', 'RouteItemIds']],
    oneOf: [['RouteIds', 'RouteItemIds']],
  }),
  'vpc:DisableRoutes': action.operate({
    source: 'today',
    params: which,
    errors: switchErrors,
    changes: ['route-table'],
    exclusive: [['RouteIds', 'RouteItemIds']],
    oneOf: [['RouteIds', 'RouteItemIds']],
    danger: 'interrupts',
  }),
});

export const today = {} as const;

export const additions = {
  'vpc:DescribeRouteTables': {
    row: { RouteSet: listOf(struct({ GatewayType, ...told })) },
  },
  'vpc:CreateRoutes': {
    params: { Routes: listOf(struct({ ...named, ...written })) },
    results: { TotalCount: optional(integer()), RouteTableSet: optional(listOf(tableShown)) },
    errors: ['ResourceNotFound'],
  },
  'vpc:ReplaceRoutes': {
    params: { Routes: listOf(struct({ ...named, ...written })) },
    results: { OldRouteSet: optional(listOf(shown)), NewRouteSet: optional(listOf(shown)) },
    errors: ['ResourceNotFound', 'UnsupportedOperation.SystemRoute'],
  },
  'vpc:DeleteRoutes': {
    params: { Routes: listOf(struct({ ...named, ...written })) },
    results: { RouteSet: optional(listOf(shown)) },
    errors: ['UnsupportedOperation.SystemRoute'],
  },
  'vpc:ResetRoutes': {
    params: { Routes: listOf(struct({ RouteItemId: text(), ...written })) },
    errors: ['ResourceNotFound'],
  },
} as const;
