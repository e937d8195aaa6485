/** NAT gateways over the 2017 API, the only one that has them (18093-18658). */
import { type actions, type NatGateway, natGatewayShape } from '../../../catalogue/families/nat-gateway/index.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { fieldsOf } from '../../rules/answers.ts';
import { orderedPage } from '../../rules/lists.ts';
import { readTask } from '../../rules/tasks.ts';
import { tellsToday } from '../../rules/today.ts';
import { zonesIn } from '../../rules/zones.ts';
import { subnetTable } from '../subnet/table.ts';
import { vpcAsked, vpcIn } from '../vpc/rules.ts';
import { ruleHandlers } from './nat-rules.ts';
import { bindEips, createNat, deleteNat, eipsOf, natOf, priceOf, unbindEips, upgradeNat } from './rules.ts';
import { type NatRow, natTable } from './table.ts';

/** 18457. */
const statusOf = { done: 0, failed: 1, running: 2 } as const;

const natIn = (call: Call, params: { readonly vpcId: string; readonly natId: string }): NatRow =>
  natOf(call, vpcIn(call, params.vpcId), params.natId);

type TodaysFields = Pick<NatGateway, 'zone' | 'subnetId' | 'natProductVersion' | 'deletionProtectionEnabled'>;

/** What today tells besides: a gateway of which nothing is said is of the traditional type. */
function told(call: Call, row: NatRow): TodaysFields {
  if (!tellsToday(call)) return {};
  const { Zone = zonesIn(call.region)[0] ?? '', SubnetId = '', NatProductVersion = 1, DeletionProtectionEnabled = false } = row;
  return { zone: Zone, subnetId: SubnetId, natProductVersion: NatProductVersion, deletionProtectionEnabled: DeletionProtectionEnabled };
}

function listed(call: Call, given: NatRow) {
  const { Zone: _zone, SubnetId: _subnet, NatProductVersion: _version, DeletionProtectionEnabled: _protected, ...row } = given;
  const eipSet = eipsOf(call, row).map((eip) => eip.AddressIp);
  return {
    ...fieldsOf(natGatewayShape, row),
    eipCount: eipSet.length,
    eipSet,
    createTime: row.CreatedTime,
    ...told(call, given),
  };
}

interface OfferedToday {
  readonly natName?: string | undefined;
  readonly natProductVersion?: 1 | 2 | undefined;
  readonly zone?: string | undefined;
  readonly subnetId?: string | undefined;
  readonly deletionProtectionEnabled?: boolean | undefined;
}

/** What a call of today gives besides. @throws CloudError for a subnet that is not there. */
function offered(call: Call, given: OfferedToday) {
  const { natProductVersion: NatProductVersion, zone: Zone, subnetId: SubnetId, deletionProtectionEnabled: isProtected } = given;
  if (SubnetId !== undefined && !call.table(subnetTable).get(SubnetId))
    throw new CloudError('InvalidVpc.NotFound', `There is no subnet ${SubnetId}.`);
  return {
    ...(NatProductVersion === undefined ? {} : { NatProductVersion }),
    ...(Zone === undefined ? {} : { Zone }),
    ...(SubnetId === undefined ? {} : { SubnetId }),
    ...(isProtected === undefined ? {} : { DeletionProtectionEnabled: isProtected }),
  };
}

export const handlers = {
  ...ruleHandlers,
  'vpc2017:CreateNatGateway': (params, call) => {
    const { natName: name, maxConcurrent, bandwidth = 100, assignedEipSet, autoAllocEipNum } = params;
    const wanted = { name, maxConcurrent, bandwidth, assignedEipSet, autoAllocEipNum, today: offered(call, params) };
    return { billId: String(createNat(call, vpcIn(call, params.vpcId), wanted)) };
  },

  'vpc2017:DescribeNatGateway': (params, call) => {
    const vpc = vpcAsked(call, params.vpcId);
    const { total, rows } = orderedPage(call.table(natTable), {
      ...params,
      order: ['natId', 'NatId'],
      only: params.natId === undefined ? undefined : natOf(call, vpc, params.natId),
      under: { VpcId: vpc && [vpc.VpcId] },
      containing: { NatName: params.natName },
    });
    return { totalCount: total, data: rows.map((row) => listed(call, row)) };
  },

  'vpc2017:ModifyNatGateway': (params, call) => {
    const nat = natIn(call, params);
    const changes = { NatName: params.natName ?? nat.NatName, Bandwidth: params.bandwidth ?? nat.Bandwidth, ...offered(call, params) };
    call.table(natTable).put({ ...nat, ...changes });
  },

  'vpc2017:UpgradeNatGateway': (params, call) => ({ billId: String(upgradeNat(call, natIn(call, params), params.maxConcurrent)) }),

  'vpc2017:DeleteNatGateway': (params, call) => {
    const nat = natIn(call, params);
    if (nat.DeletionProtectionEnabled)
      throw new CloudError('UnsupportedOperation.DeletionProtectionEnabled', `${nat.NatId} is protected from deletion.`);
    return { taskId: deleteNat(call, nat) };
  },

  'vpc2017:EipBindNatGateway': (params, call) => ({ taskId: bindEips(call, natIn(call, params), params) }),

  'vpc2017:EipUnBindNatGateway': (params, call) => ({ taskId: unbindEips(call, natIn(call, params), params.assignedEipSet) }),

  'vpc2017:QueryNatGatewayProductionStatus': (params, call) => {
    const task = /^\d{1,15}$/.test(params.billId) ? readTask(call, 'bill', Number(params.billId)) : undefined;
    if (!task) throw new CloudError('ResourceNotFound', `There is no order ${params.billId}.`);
    return { data: { status: statusOf[task.State], errorCode: task.State === 'failed' ? 'OperationFailed' : '' } };
  },

  'vpc2017:InquiryNatPrice': (params) => {
    const price = priceOf(params.maxConcurrent);
    const whole = { price, totalCost: price, realTotalCost: price, unitPrice: price };
    return { data: [{ ...whole, timeSpan: 1, timeUnit: 'h', goodsNum: 1, policy: 100 }] };
  },
} satisfies Handlers<keyof typeof actions>;
