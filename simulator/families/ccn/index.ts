/** CCNs over API 3.0 of today, the only one that has them. */
import type { actions } from '../../../catalogue/families/ccn/index.ts';
import type { Ccn, CcnAttachment, CcnRoute, CcnRouteTable, CcnSelection } from '../../../catalogue/families/ccn/parts.ts';
import type { Region } from '../../../catalogue/regions.ts';
import { spend } from '../../accounts/quota.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { carries } from '../../rules/ccn-routes.ts';
import { type FilterReaders, matcherOf } from '../../rules/filters.ts';
import { byId, filteredPage, idsOrFilters, listPage } from '../../rules/lists.ts';
import { cloudTime } from '../../world/clock.ts';
import {
  addTable,
  answer,
  attach,
  attachmentIn,
  attachmentState,
  ccnOf,
  createCcn,
  deleteCcn,
  detach,
  hasOverlaps,
  learn,
  networkOf,
  ownTable,
  rivalOf,
  tableIn,
} from './rules.ts';
import {
  type AttachmentRow,
  attachmentKey,
  attachmentTable,
  type CcnRouteRow,
  type CcnRow,
  type CcnTableRow,
  ccnRoutesTable,
  ccnTable,
  ccnTablesTable,
  limitTable,
  type SelectionRow,
  selectionTable,
} from './table.ts';

const ccnAnswer = (call: Call, { Uin: _, CreatedTime, ...row }: CcnRow): Ccn => ({
  ...row,
  InstanceCount: call.table(attachmentTable).where('CcnId', row.CcnId).size,
  RouteTableCount: call.table(ccnTablesTable).where('CcnId', row.CcnId).size,
  RouteSelectPolicyFlag: call.table(selectionTable).where('CcnId', row.CcnId).size > 0,
  CreateTime: CreatedTime,
});

/** The owner of a network sees to whom it is attached, and nothing of what others brought. */
const attachmentAnswer = (call: Call, { AskedAt: _, CreatedTime, ...row }: AttachmentRow): CcnAttachment => {
  const network = networkOf(call.world, row.InstanceUin, row);
  return {
    ...row,
    State: attachmentState({ ...row, AskedAt: _, CreatedTime }, call.now),
    InstanceName: network?.name ?? '',
    CidrBlock: [...(network?.blocks ?? [])],
    AttachedTime: CreatedTime,
    RouteTableName: call.table(ccnTablesTable).get(row.RouteTableId)?.RouteTableName ?? '',
  };
};

function routeAnswer(call: Call, { Number: _, CreatedTime, CcnId, ...row }: CcnRouteRow): CcnRoute {
  const attachment = call.table(attachmentTable).get(attachmentKey(CcnId, row.InstanceId));
  if (!attachment) throw new Error(`the route ${row.RouteId} is of a network that is not attached`);
  const { InstanceType, InstanceRegion, InstanceUin } = attachment;
  return {
    ...row,
    InstanceType,
    InstanceRegion,
    InstanceUin,
    InstanceName: networkOf(call.world, InstanceUin, attachment)?.name ?? '',
    IsBgp: false,
    RoutePriority: 0,
    UpdateTime: CreatedTime,
  };
}

const tableAnswer = ({ CreatedTime, ...row }: CcnTableRow): CcnRouteTable => ({ ...row, CreateTime: CreatedTime });

function selectionAnswer(call: Call, { CreatedTime: _, ...row }: SelectionRow): CcnSelection {
  const attachment = call.table(attachmentTable).get(attachmentKey(row.CcnId, row.InstanceId));
  return {
    ...row,
    RouteTableName: call.table(ccnTablesTable).get(row.RouteTableId)?.RouteTableName ?? '',
    InstanceName: (attachment && networkOf(call.world, attachment.InstanceUin, attachment)?.name) ?? '',
    InstanceUin: attachment?.InstanceUin ?? '',
  };
}

const attachmentReads: FilterReaders<AttachmentRow> = {
  'instance-type': (row) => row.InstanceType,
  'instance-region': (row) => row.InstanceRegion,
};

const routeReads: FilterReaders<CcnRouteRow> = {
  'route-id': (row) => row.RouteId,
  'cidr-block': (row) => row.DestinationCidrBlock,
  'instance-id': (row) => row.InstanceId,
  'route-table-id': (row) => row.RouteTableId,
};

const page = ({ Offset = 0, Limit = 20 }: { readonly Offset?: number | undefined; readonly Limit?: number | undefined }) => ({
  offset: Offset,
  limit: Limit,
  newestFirst: true,
});

const isOwn = (call: Call, { CcnId }: { readonly CcnId: string }): boolean => call.table(ccnTable).get(CcnId)?.Uin === call.account.uin;

function routeIn(call: Call, ccn: CcnRow, id: string): CcnRouteRow {
  const row = call.table(ccnRoutesTable).get(id);
  if (row?.CcnId !== ccn.CcnId) throw new CloudError('ResourceNotFound', `${ccn.CcnId} has no route ${id}.`);
  return row;
}

/** Limits of a region, or of a pair: those that are set. */
const limitsOf = (call: Call, ccn: CcnRow) => call.table(limitTable).where('CcnId', ccn.CcnId).rows();

function postpaid(call: Call, id: string): CcnRow {
  const ccn = ccnOf(call, id);
  if (ccn.InstanceChargeType === 'POSTPAID') return ccn;
  throw new CloudError('UnsupportedOperation.NotPostpaidCcnOperation', `${id} is prepaid.`);
}

function dropSelections(call: Call, ccn: CcnRow): void {
  for (const row of call.table(selectionTable).where('CcnId', ccn.CcnId).rows()) call.table(selectionTable).delete(selectionTable.id(row));
}

export const handlers = {
  'vpc:DescribeCcns': (params, call) => {
    const own = { ...params, Filters: [...(params.Filters ?? []), { Name: '#own', Values: [call.account.uin] }] };
    const { total, rows } = idsOrFilters(call.table(ccnTable), own, {
      ids: params.CcnIds,
      find: (id) => ccnOf(call, id),
      reads: { 'ccn-description': (row) => row.CcnDescription ?? '', state: (row) => row.State },
      indexed: { 'ccn-id': byId, 'ccn-name': 'CcnName', '#own': 'Uin' },
    });
    return { TotalCount: total, CcnSet: rows.map((row) => ccnAnswer(call, row)) };
  },

  'vpc:CreateCcn': (params, call) => ({ Ccn: ccnAnswer(call, createCcn(call, params)) }),

  'vpc:ModifyCcnAttribute': ({ CcnId, ...changes }, call) => {
    const ccn = ccnOf(call, CcnId);
    if (changes.RouteOverlapFlag === false && ccn.RouteOverlapFlag && hasOverlaps(call, ccn)) {
      throw new CloudError('UnsupportedOperation.CcnRouteOverlapFlagDisableNotSupported', `${CcnId} has routes that overlap.`);
    }
    const told = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    call.table(ccnTable).patch(CcnId, told);
  },

  'vpc:DeleteCcn': (params, call) => deleteCcn(call, ccnOf(call, params.CcnId)),

  'vpc:DescribeCcnAttachedInstances': (params, call) => {
    const own = { ...params, Filters: [...(params.Filters ?? []), { Name: '#own', Values: [call.account.uin] }] };
    const { total, rows } = filteredPage(call.table(attachmentTable), attachmentReads, own, {
      'ccn-id': 'CcnId',
      'instance-id': 'InstanceId',
      '#own': 'Party',
    });
    return { TotalCount: total, InstanceSet: rows.map((row) => attachmentAnswer(call, row)) };
  },

  'vpc:AttachCcnInstances': (params, call) => attach(call, params.CcnId, params.Instances, params.CcnUin),

  'vpc:DetachCcnInstances': (params, call) => {
    if (!call.table(ccnTable).get(params.CcnId)) throw new CloudError('ResourceNotFound', `There is no CCN ${params.CcnId}.`);
    for (const row of params.Instances.map(({ InstanceId }) => attachmentIn(call, params.CcnId, InstanceId))) detach(call, row);
  },

  'vpc:AcceptAttachCcnInstances': (params, call) => answer(call, params.CcnId, params.Instances, 'ACTIVE'),
  'vpc:RejectAttachCcnInstances': (params, call) => answer(call, params.CcnId, params.Instances, 'REJECTED'),

  'vpc:ResetAttachCcnInstances': (params, call) => {
    ccnOf(call, params.CcnId, params.CcnUin);
    for (const { InstanceId } of params.Instances) {
      const row = attachmentIn(call, params.CcnId, InstanceId, 'ResourceNotFound');
      const state = attachmentState(row, call.now);
      if ((state !== 'EXPIRED' && state !== 'REJECTED') || row.InstanceUin !== call.account.uin) {
        throw new CloudError('UnsupportedOperation', `${InstanceId} is ${state}: there is nothing to ask again.`);
      }
      call.table(attachmentTable).put({ ...row, State: 'PENDING', AskedAt: call.now });
    }
  },

  'vpc:ModifyCcnAttachedInstancesAttribute': (params, call) => {
    for (const { InstanceId, Description } of params.Instances) {
      const row = attachmentIn(call, params.CcnId, InstanceId, 'ResourceNotFound');
      call.table(attachmentTable).put({ ...row, Description: Description ?? row.Description ?? '' });
    }
  },

  'vpc:DescribeCcnRoutes': (params, call) => {
    const ccn = ccnOf(call, params.CcnId);
    const { RouteIds: ids = [] } = params;
    const typed = (params.Filters ?? []).filter(({ Name }) => Name === 'instance-type');
    const others = matcherOf(
      routeReads,
      (params.Filters ?? []).filter(({ Name }) => Name !== 'instance-type'),
    );
    const matches = (row: CcnRouteRow): boolean =>
      carries(call.partition, row) &&
      (ids.length === 0 || ids.includes(row.RouteId)) &&
      (others?.(row) ?? true) &&
      typed.every(({ Values }) => Values.includes(routeAnswer(call, row).InstanceType));
    const { total, rows } = listPage(call.table(ccnRoutesTable).where('CcnId', ccn.CcnId), page(params), matches);
    return { TotalCount: total, RouteSet: rows.map((row) => routeAnswer(call, row)) };
  },

  'vpc:EnableCcnRoutes': (params, call) => {
    const ccn = ccnOf(call, params.CcnId);
    for (const id of params.RouteIds) {
      const row = routeIn(call, ccn, id);
      const rival = rivalOf(call, ccn, row);
      if (rival) {
        throw new CloudError('UnsupportedOperation.CcnRouteCidrOverlap', `${row.DestinationCidrBlock} overlaps ${rival.RouteId}.`);
      }
      call.table(ccnRoutesTable).put({ ...row, Enabled: true });
    }
  },

  'vpc:DisableCcnRoutes': (params, call) => {
    const ccn = ccnOf(call, params.CcnId);
    for (const id of params.RouteIds) call.table(ccnRoutesTable).put({ ...routeIn(call, ccn, id), Enabled: false });
  },

  'vpc:DescribeCcnRouteTables': (params, call) => {
    const reads: FilterReaders<CcnTableRow> = {
      'ccn-id': (row) => row.CcnId,
      'route-table-id': (row) => row.CcnRouteTableId,
      'route-table-name': (row) => row.RouteTableName,
    };
    const matches = matcherOf(reads, params.Filters);
    const own = call.table(ccnTablesTable).byTime(call.table(ccnTablesTable).all());
    const { total, rows } = listPage(own, page(params), (row) => isOwn(call, row) && (matches?.(row) ?? true));
    return { TotalCount: total, CcnRouteTableSet: rows.map(tableAnswer) };
  },

  'vpc:CreateCcnRouteTables': (params, call) => {
    for (const { CcnId, Name, Description = '' } of params.RouteTable) {
      const ccn = ccnOf(call, CcnId);
      const existing = call.table(ccnTablesTable).where('CcnId', CcnId).size;
      spend(call, 'route-tables-per-ccn', existing, 'UnsupportedOperation.RouteTableExceedPerVbcLimit');
      const table = addTable(call, ccn, { RouteTableName: Name, RouteTableDescription: Description, IsDefaultTable: false });
      for (const row of call.table(attachmentTable).where('CcnId', CcnId).rows()) if (row.State === 'ACTIVE') learn(call, ccn, row, table);
    }
  },

  'vpc:ModifyCcnRouteTables': (params, call) => {
    for (const { RouteTableId, Name, Description } of params.RouteTableInfo) {
      const row = ownTable(call, RouteTableId);
      if (row.IsDefaultTable) {
        throw new CloudError('UnsupportedOperation.NotSupportModifyDefaultCcnRouteTable', `${RouteTableId} is the default table.`);
      }
      const told = { RouteTableName: Name ?? row.RouteTableName, RouteTableDescription: Description ?? row.RouteTableDescription ?? '' };
      call.table(ccnTablesTable).put({ ...row, ...told });
    }
  },

  'vpc:DeleteCcnRouteTables': (params, call) => {
    for (const id of params.RouteTableId) {
      const row = ownTable(call, id);
      if (row.IsDefaultTable) {
        throw new CloudError('UnsupportedOperation.NotSupportDeleteDefaultCcnRouteTable', `${id} is the default table.`);
      }
      const used = [call.table(attachmentTable).where('RouteTableId', id), call.table(selectionTable).where('RouteTableId', id)];
      if (used.some(({ size }) => size > 0)) {
        throw new CloudError('UnsupportedOperation.RouteTableCanNotDelete', `Something is routed by ${id}.`);
      }
      for (const { RouteId } of call.table(ccnRoutesTable).where('RouteTableId', id).rows()) call.table(ccnRoutesTable).delete(RouteId);
      call.table(ccnTablesTable).delete(id);
    }
  },

  'vpc:AssociateInstancesToCcnRouteTable': (params, call) => {
    const ccn = ccnOf(call, params.CcnId);
    const table = tableIn(call, ccn, params.RouteTableId);
    for (const { InstanceId } of params.Instances) {
      const row = attachmentIn(call, ccn.CcnId, InstanceId, 'UnsupportedOperation.InvalidInstanceState');
      if (row.State !== 'ACTIVE') throw new CloudError('UnsupportedOperation.InvalidInstanceState', `${InstanceId} is not connected.`);
      call.table(attachmentTable).put({ ...row, RouteTableId: table.CcnRouteTableId });
    }
  },

  'vpc:DescribeRouteTableSelectionPolicies': (params, call) => {
    const reads: FilterReaders<SelectionRow> = {
      'ccn-id': (row) => row.CcnId,
      'instance-id': (row) => row.InstanceId,
      'ccn-route-table-id': (row) => row.RouteTableId,
    };
    const matches = matcherOf(reads, params.Filters);
    const all = call.table(selectionTable).all();
    const { total, rows } = listPage(all, page(params), (row) => isOwn(call, row) && (matches?.(row) ?? true));
    return { TotalCount: total, RouteSelectionPolicySet: rows.map((row) => selectionAnswer(call, row)) };
  },

  'vpc:ModifyRouteTableSelectionPolicies': (params, call) => {
    const ccn = ccnOf(call, params.CcnId);
    dropSelections(call, ccn);
    for (const { Description = '', ...policy } of params.SelectionPolicies) {
      tableIn(call, ccn, policy.RouteTableId);
      attachmentIn(call, ccn.CcnId, policy.InstanceId, 'UnsupportedOperation.InstanceNotExist');
      const row: SelectionRow = { ...policy, Description, CcnId: ccn.CcnId, CreatedTime: cloudTime(call.now) };
      if (call.table(selectionTable).has(selectionTable.id(row))) {
        throw new CloudError('UnsupportedOperation.NotSupportSameCcnInstanceAndSourceAddress', `${policy.SourceCidrBlock} is named twice.`);
      }
      call.table(selectionTable).put(row);
    }
  },

  'vpc:ClearRouteTableSelectionPolicies': (params, call) => dropSelections(call, ccnOf(call, params.CcnId)),

  'vpc:DescribeCcnRegionBandwidthLimits': (params, call) => {
    const ccn = call.table(ccnTable).get(params.CcnId);
    const rows = ccn && isOwn(call, ccn) ? limitsOf(call, ccn) : [];
    return {
      CcnRegionBandwidthLimitSet: rows.map(({ Region, DstRegion, BandwidthLimit }) => ({
        Region: Region as Region,
        DstRegion,
        BandwidthLimit,
      })),
    };
  },

  'vpc:SetCcnRegionBandwidthLimits': (params, call) => {
    const ccn = postpaid(call, params.CcnId);
    for (const { Region, DstRegion = '', BandwidthLimit } of params.CcnRegionBandwidthLimits) {
      const pair = ccn.BandwidthLimitType === 'INTER_REGION_LIMIT' ? DstRegion : '';
      const row = { CcnId: ccn.CcnId, Region, DstRegion: pair, BandwidthLimit, CreatedTime: cloudTime(call.now) };
      // Nothing is "no limit".
      if (BandwidthLimit === 0) call.table(limitTable).delete(limitTable.id(row));
      else call.table(limitTable).put(row);
    }
  },

  'vpc:ModifyCcnRegionBandwidthLimitsType': (params, call) => {
    const ccn = postpaid(call, params.CcnId);
    const type = params.BandwidthLimitType ?? ccn.BandwidthLimitType;
    if (type === ccn.BandwidthLimitType) return;
    for (const row of limitsOf(call, ccn)) call.table(limitTable).delete(limitTable.id(row));
    call.table(ccnTable).put({ ...ccn, BandwidthLimitType: type });
  },
} satisfies Handlers<keyof typeof actions>;
