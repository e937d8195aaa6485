/** NAT gateways over the 2017 API, the only one that has them (18093-18658). */
import { type actions, type NatGateway, natGatewayShape } from '../../../catalogue/families/nat-gateway/index.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { fieldsOf } from '../../rules/answers.ts';
import { ordered } from '../../rules/lists.ts';
import { readTask } from '../../rules/tasks.ts';
import { tellsToday } from '../../rules/today.ts';
import { zonesIn } from '../../rules/zones.ts';
import { vpcAsked, vpcIn } from '../vpc/rules.ts';
import { ruleHandlers } from './nat-rules.ts';
import { bindEips, createNat, deleteNat, eipsOf, natOf, priceOf, unbindEips, upgradeNat } from './rules.ts';
import { type NatRow, natTable } from './table.ts';

/** 18457. */
const statusOf = { done: 0, failed: 1, running: 2 } as const;

const natIn = (call: Call, params: { readonly vpcId: string; readonly natId: string }): NatRow =>
  natOf(call, vpcIn(call, params.vpcId), params.natId);

type TodaysFields = Pick<NatGateway, 'zone' | 'subnetId' | 'natProductVersion'>;

/** What today tells besides: a gateway of which nothing is said is of the traditional type. */
const told = (call: Call, { Zone = zonesIn(call.region)[0] ?? '', SubnetId = '', NatProductVersion = 1 }: NatRow): TodaysFields =>
  tellsToday(call) ? { zone: Zone, subnetId: SubnetId, natProductVersion: NatProductVersion } : {};

function listed(call: Call, given: NatRow) {
  const { Zone: _zone, SubnetId: _subnet, NatProductVersion: _version, ...row } = given;
  const eipSet = eipsOf(call, row).map((eip) => eip.AddressIp);
  return {
    ...fieldsOf(natGatewayShape, row),
    eipCount: eipSet.length,
    eipSet,
    createTime: row.CreatedTime,
    ...told(call, given),
  };
}

export const handlers = {
  ...ruleHandlers,
  'vpc2017:CreateNatGateway': (params, call) => {
    const { natName: name, maxConcurrent, bandwidth = 100, assignedEipSet, autoAllocEipNum } = params;
    const wanted = { name, maxConcurrent, bandwidth, assignedEipSet, autoAllocEipNum };
    return { billId: String(createNat(call, vpcIn(call, params.vpcId), wanted)) };
  },

  'vpc2017:DescribeNatGateway': (params, call) => {
    const vpc = vpcAsked(call, params.vpcId);
    const { total, rows } = ordered(call.table(natTable), {
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
    call.table(natTable).put({ ...nat, NatName: params.natName ?? nat.NatName, Bandwidth: params.bandwidth ?? nat.Bandwidth });
  },

  'vpc2017:UpgradeNatGateway': (params, call) => ({ billId: String(upgradeNat(call, natIn(call, params), params.maxConcurrent)) }),

  'vpc2017:DeleteNatGateway': (params, call) => ({ taskId: deleteNat(call, natIn(call, params)) }),

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
