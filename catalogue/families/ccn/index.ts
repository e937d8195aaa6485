/** Cloud Connect Networks, which only the cloud of today has: what joins VPCs of many regions and accounts, and routes between them. */
import {
  action,
  actionTable,
  choice,
  cidr,
  family,
  filters,
  flag,
  foreign,
  integer,
  listOf,
  required,
  struct,
  text,
} from '../../define.ts';
import { list3 } from '../shared.ts';
import {
  attachmentShape,
  CcnDescription,
  CcnId,
  CcnName,
  ccnShape,
  InstanceType,
  instances,
  limitShape,
  limitTypes,
  routeShape,
  selectionShape,
  tableShape,
} from './parts.ts';

const named = { CcnId: required(CcnId), Instances: required(instances({})) } as const;
const placed = { Description: text({ max: 100 }), RouteTableId: text() } as const;
const changes = ['ccn', 'route-table'] as const;
const noTable = 'UnsupportedOperation.CcnRouteTableNotExist';
const notAttached = 'UnsupportedOperation.CcnNotAttached';
const notPending = 'UnsupportedOperation.NotPendingCcnInstance';
const RouteIds = listOf(text(), { max: 50 });

export const actions = actionTable({
  'vpc:DescribeCcns': list3({
    source: 'today',
    ids: { CcnIds: listOf(CcnId, { max: 100 }) },
    filters: filters({ 'ccn-id': CcnId, 'ccn-name': text(), 'ccn-description': text(), state: text() }, { max: 10, maxValues: 5 }),
    rows: { CcnSet: ccnShape },
    errors: ['ResourceNotFound'],
  }),
  'vpc:CreateCcn': action({
    kind: 'create',
    source: 'today',
    params: {
      CcnName: required(CcnName),
      CcnDescription,
      InstanceChargeType: choice(['POSTPAID', 'PREPAID'], { default: 'POSTPAID', immutable: true }),
      BandwidthLimitType: choice(limitTypes, { default: 'OUTER_REGION_LIMIT' }),
      QosLevel: choice(['PT', 'AU', 'AG'], { default: 'AU', immutable: true }),
    },
    results: { Ccn: ccnShape },
    errors: ['LimitExceeded', 'UnsupportedOperation.PrepaidCcnOnlySupportInterRegionLimit'],
    changes: ['ccn'],
    lookUp: { by: 'vpc:DescribeCcns', where: { 'ccn-name': 'CcnName' }, expect: 'exists', compare: { CcnName: 'CcnName' } },
  }),
  'vpc:ModifyCcnAttribute': action.update({
    source: 'today',
    params: { CcnId: required(CcnId), CcnName, CcnDescription, RouteOverlapFlag: flag(), RouteECMPFlag: flag() },
    errors: ['ResourceNotFound', 'UnsupportedOperation.CcnRouteOverlapFlagDisableNotSupported'],
    changes,
    lookUp: {
      by: 'vpc:DescribeCcns',
      where: { CcnIds: 'CcnId' },
      expect: 'same',
      compare: { CcnName: 'CcnName', CcnDescription: 'CcnDescription' },
    },
  }),
  'vpc:DeleteCcn': action.delete({
    source: 'today',
    params: { CcnId: required(CcnId) },
    errors: [
      'ResourceNotFound',
      'UnsupportedOperation.ExistCcnInstancesNotSupportDeleteCcn',
      'UnsupportedOperation.ExistCcnCustomRouteTablesNotSupportDeleteCcn',
    ],
    changes,
    lookUp: { by: 'vpc:DescribeCcns', where: { CcnIds: 'CcnId' }, expect: 'absent' },
  }),
  'vpc:DescribeCcnAttachedInstances': list3({
    source: 'today',
    filters: filters(
      { 'ccn-id': CcnId, 'instance-type': InstanceType, 'instance-region': foreign('region'), 'instance-id': text() },
      { max: 10, maxValues: 5 },
    ),
    rows: { InstanceSet: attachmentShape },
    errors: [],
  }),
  'vpc:AttachCcnInstances': action.operate({
    source: 'today',
    // `CcnUin`: the owner of the network, where that is another account, which then has to accept.
    params: { CcnId: required(CcnId), Instances: required(instances(placed)), CcnUin: text() },
    errors: [
      'ResourceNotFound',
      'InvalidParameterValue.Duplicate',
      'LimitExceeded',
      'UnsupportedOperation.CcnAttached',
      'UnsupportedOperation.UinNotFound',
      noTable,
    ],
    changes,
  }),
  'vpc:DetachCcnInstances': action.operate({
    source: 'today',
    params: named,
    errors: ['ResourceNotFound', notAttached, 'UnsupportedOperation.MutexOperationTaskRunning'],
    changes,
    danger: 'interrupts',
  }),
  'vpc:AcceptAttachCcnInstances': action.operate({
    source: 'today',
    params: named,
    errors: ['ResourceNotFound', notAttached, notPending],
    changes,
  }),
  'vpc:RejectAttachCcnInstances': action.operate({
    source: 'today',
    params: named,
    errors: ['ResourceNotFound', notAttached, notPending],
    changes,
  }),
  'vpc:ResetAttachCcnInstances': action.operate({
    source: 'today',
    params: { CcnId: required(CcnId), CcnUin: required(text()), Instances: required(instances({})) },
    errors: ['ResourceNotFound', 'UnsupportedOperation'],
    changes,
  }),
  'vpc:ModifyCcnAttachedInstancesAttribute': action.operate({
    source: 'today',
    params: { CcnId: required(CcnId), Instances: required(instances({ Description: text({ max: 100 }) })) },
    errors: ['ResourceNotFound'],
    changes: ['ccn'],
  }),
  'vpc:DescribeCcnRoutes': action({
    kind: 'list',
    source: 'today',
    params: {
      CcnId: required(CcnId),
      RouteIds,
      Filters: filters(
        { 'route-id': text(), 'cidr-block': text(), 'instance-type': InstanceType, 'instance-id': text(), 'route-table-id': text() },
        { max: 10, maxValues: 5 },
      ),
      Offset: integer({ min: 0, default: 0 }),
      Limit: integer({ min: 0, max: 100, default: 20 }),
    },
    results: { TotalCount: integer(), RouteSet: listOf(routeShape) },
    errors: ['ResourceNotFound'],
    exclusive: [['RouteIds', 'Filters']],
    paging: { items: 'RouteSet', total: 'TotalCount', offset: 'Offset', limit: 'Limit', max: 100 },
  }),
  'vpc:EnableCcnRoutes': action.operate({
    source: 'today',
    params: { CcnId: required(CcnId), RouteIds: required(RouteIds) },
    errors: ['ResourceNotFound', 'UnsupportedOperation.CcnRouteCidrOverlap'],
    changes,
  }),
  'vpc:DisableCcnRoutes': action.operate({
    source: 'today',
    params: { CcnId: required(CcnId), RouteIds: required(RouteIds) },
    errors: ['ResourceNotFound'],
    changes,
    danger: 'interrupts',
  }),
  'vpc:DescribeCcnRouteTables': list3({
    source: 'today',
    filters: filters({ 'ccn-id': CcnId, 'route-table-id': text(), 'route-table-name': text() }, { max: 10, maxValues: 5 }),
    rows: { CcnRouteTableSet: tableShape },
    errors: [],
  }),
  'vpc:CreateCcnRouteTables': action.operate({
    source: 'today',
    params: {
      RouteTable: required(listOf(struct({ CcnId: required(CcnId), Name: required(text({ max: 60 })), Description: text({ max: 100 }) }))),
    },
    errors: ['ResourceNotFound', 'UnsupportedOperation.RouteTableExceedPerVbcLimit'],
    changes,
  }),
  'vpc:ModifyCcnRouteTables': action.operate({
    source: 'today',
    params: {
      RouteTableInfo: required(
        listOf(struct({ RouteTableId: required(text()), Name: text({ max: 60 }), Description: text({ max: 100 }) })),
      ),
    },
    errors: [noTable, 'UnsupportedOperation.NotSupportModifyDefaultCcnRouteTable'],
    changes: ['ccn'],
  }),
  'vpc:DeleteCcnRouteTables': action.operate({
    source: 'today',
    params: { RouteTableId: required(listOf(text())) },
    errors: [noTable, 'UnsupportedOperation.NotSupportDeleteDefaultCcnRouteTable', 'UnsupportedOperation.RouteTableCanNotDelete'],
    changes,
    danger: 'destroys',
  }),
  'vpc:AssociateInstancesToCcnRouteTable': action.operate({
    source: 'today',
    params: {
      CcnId: required(CcnId),
      RouteTableId: required(text()),
      Instances: required(listOf(struct({ InstanceType: required(InstanceType), InstanceId: required(text()) }))),
    },
    errors: ['ResourceNotFound', noTable, 'UnsupportedOperation.InvalidInstanceState'],
    changes,
    danger: 'interrupts',
  }),
  'vpc:DescribeRouteTableSelectionPolicies': list3({
    source: 'today',
    filters: filters({ 'ccn-id': CcnId, 'instance-id': text(), 'ccn-route-table-id': text() }, { max: 10, maxValues: 5 }),
    rows: { RouteSelectionPolicySet: selectionShape },
    errors: [],
  }),
  'vpc:ModifyRouteTableSelectionPolicies': action.operate({
    source: 'today',
    // All of them: what is left out is gone.
    params: {
      CcnId: required(CcnId),
      SelectionPolicies: required(
        listOf(
          struct({
            InstanceType: required(InstanceType),
            InstanceId: required(text()),
            SourceCidrBlock: required(cidr()),
            RouteTableId: required(text()),
            Description: text({ max: 100 }),
          }),
        ),
      ),
    },
    errors: [
      'ResourceNotFound',
      noTable,
      'UnsupportedOperation.InstanceNotExist',
      'UnsupportedOperation.NotSupportSameCcnInstanceAndSourceAddress',
    ],
    changes,
    danger: 'interrupts',
  }),
  'vpc:ClearRouteTableSelectionPolicies': action.operate({
    source: 'today',
    params: { CcnId: required(CcnId) },
    errors: ['ResourceNotFound'],
    changes,
    danger: 'interrupts',
  }),
  'vpc:DescribeCcnRegionBandwidthLimits': action({
    kind: 'get',
    source: 'today',
    params: { CcnId: required(CcnId) },
    results: { CcnRegionBandwidthLimitSet: listOf(limitShape) },
    errors: [],
  }),
  'vpc:SetCcnRegionBandwidthLimits': action.operate({
    source: 'today',
    params: { CcnId: required(CcnId), CcnRegionBandwidthLimits: required(listOf(limitShape)) },
    errors: ['ResourceNotFound', 'UnsupportedOperation.NotPostpaidCcnOperation'],
    changes: ['ccn'],
    danger: 'costs',
  }),
  'vpc:ModifyCcnRegionBandwidthLimitsType': action.operate({
    source: 'today',
    params: { CcnId: required(CcnId), BandwidthLimitType: choice(limitTypes) },
    errors: ['ResourceNotFound', 'UnsupportedOperation.NotPostpaidCcnOperation'],
    changes: ['ccn'],
    danger: 'costs',
  }),
});

export const data = family(actions, {
  family: 'ccn',
  segment: 'ccns',
  idPrefixes: ['ccn'],
  group: 'connect',
  icon: 'Share2',
  tabs: ['attachments', 'routes', 'tables', 'bandwidth'],
  id: 'CcnId',
  name: 'CcnName',
  tags: { type: 'vpc/ccn', filters: 'all' },
  states: { State: { AVAILABLE: 'good', ISOLATED: 'danger' } },
  quotas: {
    'ccns-per-account': { usual: 10 },
    'attachments-per-ccn': { usual: 50 },
    'route-tables-per-ccn': { usual: 10 },
  },
  errors: {
    correct: {
      'UnsupportedOperation.PrepaidCcnOnlySupportInterRegionLimit': ['BandwidthLimitType'],
      'UnsupportedOperation.UinNotFound': ['CcnUin'],
      'UnsupportedOperation.NotSupportSameCcnInstanceAndSourceAddress': ['SelectionPolicies'],
    },
    'free-first': {
      'UnsupportedOperation.ExistCcnInstancesNotSupportDeleteCcn': [],
      'UnsupportedOperation.ExistCcnCustomRouteTablesNotSupportDeleteCcn': [],
      'UnsupportedOperation.RouteTableCanNotDelete': [],
      'UnsupportedOperation.CcnRouteOverlapFlagDisableNotSupported': ['RouteOverlapFlag'],
    },
    'look-up': {
      'UnsupportedOperation.CcnRouteTableNotExist': ['RouteTableId'],
      'UnsupportedOperation.InstanceNotExist': ['SelectionPolicies'],
    },
    quota: { 'UnsupportedOperation.RouteTableExceedPerVbcLimit': [] },
    state: {
      'UnsupportedOperation.CcnAttached': ['Instances'],
      'UnsupportedOperation.CcnNotAttached': ['Instances'],
      'UnsupportedOperation.NotPendingCcnInstance': ['Instances'],
      'UnsupportedOperation.InvalidInstanceState': ['Instances'],
      'UnsupportedOperation.CcnRouteCidrOverlap': ['RouteIds'],
    },
    unsupported: {
      'UnsupportedOperation.NotPostpaidCcnOperation': [],
      'UnsupportedOperation.NotSupportModifyDefaultCcnRouteTable': [],
      'UnsupportedOperation.NotSupportDeleteDefaultCcnRouteTable': [],
    },
  },
  operations: {
    list: ['vpc:DescribeCcns'],
    create: ['vpc:CreateCcn'],
    update: ['vpc:ModifyCcnAttribute'],
    delete: ['vpc:DeleteCcn'],
    attachments: ['vpc:DescribeCcnAttachedInstances'],
    attach: ['vpc:AttachCcnInstances'],
    detach: ['vpc:DetachCcnInstances'],
    accept: ['vpc:AcceptAttachCcnInstances'],
    reject: ['vpc:RejectAttachCcnInstances'],
    reset: ['vpc:ResetAttachCcnInstances'],
    describe: ['vpc:ModifyCcnAttachedInstancesAttribute'],
    routes: ['vpc:DescribeCcnRoutes'],
    enableRoutes: ['vpc:EnableCcnRoutes'],
    disableRoutes: ['vpc:DisableCcnRoutes'],
    tables: ['vpc:DescribeCcnRouteTables'],
    createTables: ['vpc:CreateCcnRouteTables'],
    updateTables: ['vpc:ModifyCcnRouteTables'],
    deleteTables: ['vpc:DeleteCcnRouteTables'],
    associate: ['vpc:AssociateInstancesToCcnRouteTable'],
    selections: ['vpc:DescribeRouteTableSelectionPolicies'],
    setSelections: ['vpc:ModifyRouteTableSelectionPolicies'],
    clearSelections: ['vpc:ClearRouteTableSelectionPolicies'],
    bandwidths: ['vpc:DescribeCcnRegionBandwidthLimits'],
    setBandwidths: ['vpc:SetCcnRegionBandwidthLimits'],
    setLimitType: ['vpc:ModifyCcnRegionBandwidthLimitsType'],
  },
});
