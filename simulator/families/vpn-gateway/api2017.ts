/** VPN gateways over the 2017 API (11098-11523). */
import type { actions } from '../../../catalogue/families/vpn-gateway/index.ts';
import type { Call, Handlers2017 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { orderedPage } from '../../rules/lists.ts';
import { cloudTime } from '../../world/clock.ts';
import { vpcAsked, vpcIn } from '../vpc/rules.ts';
import { vpcTable } from '../vpc/table.ts';
import { prepaidAmount } from './prices.ts';
import { createVpnGateway, modifyVpnGateway, renew, vpnGatewayIn } from './rules.ts';
import { type VpnGatewayRow, vpnGatewayTable } from './table.ts';
import { termEnd } from './terms.ts';

/** 11316: delivering, destroying, running; one more where delivering or destroying has failed. */
const statusOf = { PENDING: 2, DELETING: 4, AVAILABLE: 6 } as const;
const failedStatusOf = { PENDING: 3, DELETING: 5, AVAILABLE: 6 } as const;

function listed(call: Call, row: VpnGatewayRow) {
  const end = termEnd(row, call.now);
  return {
    vpcId: call.table(vpcTable).get(row.VpcId)?.OldId ?? row.VpcId,
    unVpcId: row.VpcId,
    vpnGwId: Number(row.OldId),
    unVpnGwId: row.VpnGatewayId,
    vpnGwName: row.VpnGatewayName,
    bandwidth: row.InternetMaxBandwidthOut,
    vpnGwStatus: (row.Failed ? failedStatusOf : statusOf)[row.State],
    vpnGwAddress: row.State === 'PENDING' ? '' : row.PublicIpAddress,
    dealId: row.DealId,
    isAutoRenewals: row.RenewFlag === 'NOTIFY_AND_AUTO_RENEW' ? (1 as const) : (0 as const),
    expireTime: end === null ? '0000-00-00 00:00:00' : cloudTime(end),
    createTime: row.CreatedTime,
  };
}

export const handlers = {
  'vpc2017:CreateVpn': (params, call) => {
    const { name, bandwidth, period: months } = params;
    return { dealIds: [createVpnGateway(call, vpcIn(call, params.vpcId), { name, bandwidth, months }).DealId] };
  },

  'vpc2017:RunVpnGw': (params, call) => {
    const { name, bandwidth, chargePrepaid: term } = params;
    const prepaid = params.chargeType === 'PREPAID';
    if (prepaid && !term) throw new CloudError('InvalidParameter', 'The charge type PREPAID needs chargePrepaid.');
    const vpc = vpcIn(call, params.vpcId);
    const wanted = { name, bandwidth, months: prepaid ? term?.period : undefined, renewsItself: prepaid && term?.isAutoRenewals === '1' };
    return { data: { vpnGwId: createVpnGateway(call, vpc, wanted).VpnGatewayId } };
  },

  'vpc2017:DescribeVpnGw': (params, call) => {
    const vpc = vpcAsked(call, params.vpcId);
    const { total, rows } = orderedPage(call.table(vpnGatewayTable), {
      ...params,
      order: ['vpnGwName', 'VpnGatewayName'],
      only: params.vpnGwId === undefined ? undefined : vpnGatewayIn(call, vpc, params.vpnGwId),
      under: { VpcId: vpc && [vpc.VpcId], DealId: params.dealId === undefined ? undefined : [params.dealId] },
      containing: { VpnGatewayName: params.vpnGwName },
    });
    return { totalCount: total, data: rows.map((row) => listed(call, row)) };
  },

  'vpc2017:ModifyVpnGw': (params, call) => {
    const row = vpnGatewayIn(call, vpcIn(call, params.vpcId), params.vpnGwId);
    const renewsItself = params.isAutoRenewals === undefined ? undefined : params.isAutoRenewals === 1;
    modifyVpnGateway(call, row, { name: params.vpnGwName, renewsItself }, 'InvalidVpnGwState');
  },

  'vpc2017:RenewVpn': (params, call) => renew(call, vpnGatewayIn(call, vpcIn(call, params.vpcId), params.vpnGwId), params.period),

  'vpc2017:InquiryVpnPrice': (params) => ({ price: prepaidAmount(params.bandwidth, params.period) }),
} satisfies Handlers2017<typeof actions>;
