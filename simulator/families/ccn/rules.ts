/** What holds for CCNs: who is attached, whose routes are in force, and who may answer. */
import { ipBlockOf, meetIps } from '../../../network/addresses/ip.ts';
import { allAccounts } from '../../accounts/accounts.ts';
import { spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { nextNumber } from '../../rules/counter.ts';
import { willGo, willSet } from '../../rules/effects.ts';
import { startTask } from '../../rules/tasks.ts';
import { cloudTime } from '../../world/clock.ts';
import type { World } from '../../world/world.ts';
import { directConnectGatewayTable } from '../direct-connect-gateway/table.ts';
import { routesTable } from '../route-table/table.ts';
import { blocksOfVpc, vpcTable } from '../vpc/table.ts';
import { vpnGatewayTable } from '../vpn-gateway/table.ts';
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
  selectionTable,
} from './table.ts';

/** A request that is not accepted for so long expires. */
const expiresAfter = 7 * 24 * 3600 * 1000;

export const attachmentState = ({ State, AskedAt }: AttachmentRow, now: number): AttachmentRow['State'] | 'EXPIRED' =>
  State === 'PENDING' && now - AskedAt >= expiresAfter ? 'EXPIRED' : State;

/** The account's own CCN. @throws CloudError when it has none of this id. */
export function ccnOf(call: Call, id: string, uin: string = call.account.uin): CcnRow {
  const row = call.table(ccnTable).get(id);
  if (row?.Uin !== uin) throw new CloudError('ResourceNotFound', `The account ${uin} has no CCN ${id}.`);
  return row;
}

type NewCcn = Pick<CcnRow, 'CcnName'> & Partial<CcnRow>;

/** @throws CloudError over quota, and for what a prepaid one cannot have. */
export function createCcn(call: Call, wanted: NewCcn): CcnRow {
  spend(call, 'ccns-per-account', call.table(ccnTable).where('Uin', call.account.uin).size, 'LimitExceeded');
  if (wanted.InstanceChargeType === 'PREPAID' && wanted.BandwidthLimitType !== 'INTER_REGION_LIMIT') {
    throw new CloudError('UnsupportedOperation.PrepaidCcnOnlySupportInterRegionLimit', 'A prepaid CCN has limits between regions only.');
  }
  return addCcn(call, call.account.uin, wanted);
}

/** The same without checks, with its default route table: for seeds. */
export function addCcn(ctx: CallContext, uin: string, wanted: NewCcn): CcnRow {
  const row = ctx.partition.table(ccnTable).put({
    CcnDescription: '',
    State: 'AVAILABLE',
    InstanceChargeType: 'POSTPAID',
    BandwidthLimitType: 'OUTER_REGION_LIMIT',
    QosLevel: 'AU',
    RouteOverlapFlag: false,
    RouteECMPFlag: false,
    ...wanted,
    CcnId: ctx.partition.newId(ccnTable, 'ccn'),
    Uin: uin,
    CreatedTime: cloudTime(ctx.now),
  });
  addTable(ctx, row, { RouteTableName: '_default_rtb', IsDefaultTable: true });
  return row;
}

export const addTable = (
  ctx: CallContext,
  { CcnId }: CcnRow,
  wanted: Pick<CcnTableRow, 'RouteTableName' | 'IsDefaultTable'> & Partial<CcnTableRow>,
): CcnTableRow =>
  ctx.partition.table(ccnTablesTable).put({
    RouteTableDescription: '',
    ...wanted,
    CcnId,
    CcnRouteTableId: ctx.partition.newId(ccnTablesTable, 'ccnrtb'),
    CreatedTime: cloudTime(ctx.now),
  });

const tablesOf = (ctx: Pick<Call, 'partition'>, ccnId: string): CcnTableRow[] =>
  ctx.partition.table(ccnTablesTable).where('CcnId', ccnId).rows();

/** @throws CloudError when the CCN has no such table. */
export function tableIn(call: Call, ccn: CcnRow, id: string): CcnTableRow {
  const row = call.table(ccnTablesTable).get(id);
  if (row?.CcnId === ccn.CcnId) return row;
  throw new CloudError('UnsupportedOperation.CcnRouteTableNotExist', `${ccn.CcnId} has no route table ${id}.`);
}

/** A table of any of the account's CCNs. @throws CloudError when there is none. */
export function ownTable(call: Call, id: string): CcnTableRow {
  const row = call.table(ccnTablesTable).get(id);
  if (row && call.table(ccnTable).get(row.CcnId)?.Uin === call.account.uin) return row;
  throw new CloudError('UnsupportedOperation.CcnRouteTableNotExist', `There is no route table ${id}.`);
}

/** @throws CloudError while something is attached, or tables of its own are there. */
export function deleteCcn(call: Call, ccn: CcnRow): void {
  const tables = tablesOf(call, ccn.CcnId);
  if (call.table(attachmentTable).where('CcnId', ccn.CcnId).size > 0) {
    throw new CloudError('UnsupportedOperation.ExistCcnInstancesNotSupportDeleteCcn', `Networks are attached to ${ccn.CcnId}.`);
  }
  if (tables.some(({ IsDefaultTable }) => !IsDefaultTable)) {
    throw new CloudError('UnsupportedOperation.ExistCcnCustomRouteTablesNotSupportDeleteCcn', `${ccn.CcnId} has tables of its own.`);
  }
  for (const { CcnRouteTableId } of tables) call.table(ccnTablesTable).delete(CcnRouteTableId);
  for (const row of call.table(limitTable).where('CcnId', ccn.CcnId).rows()) call.table(limitTable).delete(limitTable.id(row));
  call.table(ccnTable).delete(ccn.CcnId);
}

/** Something that can be attached, as calls name it. */
interface InstanceName {
  readonly InstanceType: AttachmentRow['InstanceType'];
  readonly InstanceId: string;
  readonly InstanceRegion: string;
}

interface Network {
  readonly name: string;
  /** What it brings: a VPC its blocks; what gateways learn beyond these APIs nobody tells. */
  readonly blocks: readonly string[];
}

/** The network itself, in whatever account and region; undefined when it is gone or never was. */
export function networkOf(world: World, uin: string, { InstanceType, InstanceId, InstanceRegion }: InstanceName): Network | undefined {
  const partition = world.partition(uin, InstanceRegion);
  if (InstanceType === 'VPC') {
    const row = partition.table(vpcTable).get(InstanceId);
    return row && { name: row.VpcName, blocks: blocksOfVpc(row) };
  }
  if (InstanceType === 'DIRECTCONNECT') {
    const row = partition.table(directConnectGatewayTable).get(InstanceId);
    return row && { name: row.DirectConnectGatewayName, blocks: [] };
  }
  const row = InstanceType === 'VPNGW' ? partition.table(vpnGatewayTable).get(InstanceId) : undefined;
  return row && { name: row.VpnGatewayName, blocks: [] };
}

type NewAttachment = InstanceName & { readonly Description?: string | undefined; readonly RouteTableId?: string | undefined };

/** Attaches networks of the caller's to a CCN, or asks its owner to. All or none. @throws CloudError. */
export function attach(call: Call, ccnId: string, instances: readonly NewAttachment[], uin: string = call.account.uin): void {
  if (!allAccounts(call.world).some((account) => account.uin === uin)) {
    throw new CloudError('UnsupportedOperation.UinNotFound', `There is no account ${uin}.`);
  }
  const ccn = ccnOf(call, ccnId, uin);
  const ids = instances.map(({ InstanceId }) => InstanceId);
  const twice = ids.find((id, at) => ids.indexOf(id) < at);
  if (twice !== undefined) throw new CloudError('InvalidParameterValue.Duplicate', `${twice} is named twice.`);
  const attached = call.table(attachmentTable).where('CcnId', ccnId).size;
  spend(call, 'attachments-per-ccn', attached, 'LimitExceeded', instances.length);
  for (const one of instances) {
    if (!networkOf(call.world, call.account.uin, one)) throw new CloudError('ResourceNotFound', `There is no ${one.InstanceId}.`);
    const known = call.table(attachmentTable).where('InstanceId', one.InstanceId).rows();
    if (known.length > 0) throw new CloudError('UnsupportedOperation.CcnAttached', `${one.InstanceId} is attached to ${known[0]?.CcnId}.`);
    if (one.RouteTableId !== undefined) tableIn(call, ccn, one.RouteTableId);
    begin(call, addAttachment(call, ccn, { ...one, InstanceUin: call.account.uin }));
  }
}

/** What was attached carries nothing until the cloud is done with it. */
function begin(call: Call, row: AttachmentRow): void {
  if (row.State !== 'ACTIVE') return;
  const id = attachmentKey(row.CcnId, row.InstanceId);
  call.table(attachmentTable).put({ ...row, State: 'ATTACHING' });
  const done = willSet(call.partition, attachmentTable, id, { State: 'ACTIVE' });
  startTask(call, { family: 'ccn', effects: [{ ...done, when: { State: 'ATTACHING' } }] });
}

/** The same without checks: for seeds. One of another account asks first. */
export function addAttachment(
  ctx: CallContext,
  ccn: CcnRow,
  { Description = '', RouteTableId, ...one }: NewAttachment & Pick<AttachmentRow, 'InstanceUin'>,
): AttachmentRow {
  const table = RouteTableId ?? tablesOf(ctx, ccn.CcnId).find(({ IsDefaultTable }) => IsDefaultTable)?.CcnRouteTableId ?? '';
  const row = ctx.partition.table(attachmentTable).put({
    ...one,
    Description,
    CcnId: ccn.CcnId,
    CcnUin: ccn.Uin,
    RouteTableId: table,
    State: ccn.Uin === one.InstanceUin ? 'ACTIVE' : 'PENDING',
    AskedAt: ctx.now,
    CreatedTime: cloudTime(ctx.now),
  });
  if (row.State === 'ACTIVE') learn(ctx, ccn, row);
  return row;
}

const overlaps = (a: string, b: string): boolean => meetIps(ipBlockOf(a), ipBlockOf(b));

type RouteClaim = Pick<CcnRouteRow, 'RouteTableId' | 'DestinationCidrBlock' | 'InstanceId'>;

/** The enabled route of another network that keeps this one off: one that overlaps it, or has the same destination. */
export function rivalOf(ctx: Pick<Call, 'partition'>, ccn: CcnRow, wanted: RouteClaim): CcnRouteRow | undefined {
  return ctx.partition
    .table(ccnRoutesTable)
    .where('RouteTableId', wanted.RouteTableId)
    .rows()
    .find((row) => {
      if (!row.Enabled || row.InstanceId === wanted.InstanceId) return false;
      if (row.DestinationCidrBlock === wanted.DestinationCidrBlock) return !ccn.RouteECMPFlag;
      return !ccn.RouteOverlapFlag && overlaps(row.DestinationCidrBlock, wanted.DestinationCidrBlock);
    });
}

function addRoute(ctx: CallContext, ccn: CcnRow, wanted: RouteClaim): void {
  ctx.partition.table(ccnRoutesTable).put({
    ...wanted,
    RouteId: ctx.partition.newId(ccnRoutesTable, 'ccnr'),
    CcnId: ccn.CcnId,
    Number: nextNumber(ctx.world, 'ccn-route', 3_000_000),
    Enabled: rivalOf(ctx, ccn, wanted) === undefined,
    CreatedTime: cloudTime(ctx.now),
  });
}

/**
 * Takes a network's blocks into one table, or all: what overlaps an enabled route of another network is off. Routes to blocks that
 * the network has no longer go.
 */
export function learn(ctx: CallContext, ccn: CcnRow, attachment: AttachmentRow, only?: CcnTableRow): void {
  const { InstanceId } = attachment;
  const blocks = networkOf(ctx.world, attachment.InstanceUin, attachment)?.blocks ?? [];
  const routes = ctx.partition.table(ccnRoutesTable);
  for (const { CcnRouteTableId: RouteTableId } of only ? [only] : tablesOf(ctx, ccn.CcnId)) {
    const known = routes
      .where('Attachment', attachmentKey(ccn.CcnId, InstanceId))
      .rows()
      .filter((row) => row.RouteTableId === RouteTableId);
    for (const row of known) if (!blocks.includes(row.DestinationCidrBlock)) routes.delete(row.RouteId);
    const fresh = blocks.filter((block) => !known.some((row) => row.DestinationCidrBlock === block));
    for (const DestinationCidrBlock of fresh) addRoute(ctx, ccn, { RouteTableId, DestinationCidrBlock, InstanceId });
  }
}

/** What a VPC brings follows its ranges. */
export function learnAnew(ctx: CallContext, vpcId: string): void {
  for (const row of ctx.partition.table(attachmentTable).where('VpcId', vpcId).rows()) {
    const ccn = ctx.partition.table(ccnTable).get(row.CcnId);
    if (ccn && !['PENDING', 'REJECTED'].includes(row.State)) learn(ctx, ccn, row);
  }
}

/** The attachment of a CCN. @throws CloudError when there is none. */
export function attachmentIn(call: Call, ccnId: string, id: string, code = 'UnsupportedOperation.CcnNotAttached'): AttachmentRow {
  const row = call.table(attachmentTable).get(attachmentKey(ccnId, id));
  if (row && [row.CcnUin, row.InstanceUin].includes(call.account.uin)) return row;
  throw new CloudError(code, `${id} is not attached to ${ccnId}.`);
}

/**
 * Takes it out, with its routes, with those that the VPC wrote into the CCN, and with policies about it. Either side may.
 * @throws CloudError while the cloud is at work on it.
 */
export function detach(call: Call, row: AttachmentRow): void {
  const { partition } = call;
  const id = attachmentKey(row.CcnId, row.InstanceId);
  if (row.State === 'ATTACHING' || row.State === 'DETACHING') {
    throw new CloudError('UnsupportedOperation.MutexOperationTaskRunning', `${row.InstanceId} is ${row.State}.`);
  }
  const home = call.world.partition(row.InstanceUin, row.InstanceRegion);
  const policies = call.table(selectionTable).where('CcnId', row.CcnId).rows();
  const effects = [
    ...call
      .table(ccnRoutesTable)
      .where('Attachment', id)
      .rows()
      .map(({ RouteId }) => willGo(partition, ccnRoutesTable, RouteId)),
    ...policies.filter((one) => one.InstanceId === row.InstanceId).map((one) => willGo(partition, selectionTable, selectionTable.id(one))),
    ...home
      .table(routesTable)
      .where('GatewayId', row.CcnId)
      .rows()
      .map((route) => willGo(home, routesTable, String(route.RouteId))),
    willGo(partition, attachmentTable, id),
  ];
  if (row.State === 'ACTIVE') call.table(attachmentTable).put({ ...row, State: 'DETACHING' });
  startTask(call, { family: 'ccn', effects });
}

/** The owner's answer to a request. @throws CloudError unless one waits. */
export function answer(call: Call, ccnId: string, instances: readonly InstanceName[], State: 'ACTIVE' | 'REJECTED'): void {
  const ccn = ccnOf(call, ccnId);
  for (const { InstanceId } of instances) {
    const row = attachmentIn(call, ccnId, InstanceId);
    if (attachmentState(row, call.now) !== 'PENDING') {
      throw new CloudError('UnsupportedOperation.NotPendingCcnInstance', `Nobody waits for an answer about ${InstanceId}.`);
    }
    const answered = call.table(attachmentTable).put({ ...row, State });
    if (State === 'ACTIVE') learn(call, ccn, answered);
    begin(call, answered);
  }
}

/** True while routes of different networks that overlap are both enabled. */
export const hasOverlaps = (call: Call, ccn: CcnRow): boolean =>
  call
    .table(ccnRoutesTable)
    .where('CcnId', ccn.CcnId)
    .rows()
    .some((row) => row.Enabled && rivalOf(call, { ...ccn, RouteOverlapFlag: false }, row) !== undefined);
