/** VPN gateways over API 3.0 (4055-5260). */
import { type actions, type VpnGateway, vpnGatewayShape } from '../../../catalogue/families/vpn-gateway/index.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { fieldsOf } from '../../rules/answers.ts';
import type { FilterReaders } from '../../rules/filters.ts';
import { idsOrFilters } from '../../rules/lists.ts';
import { tellsToday } from '../../rules/today.ts';
import { zonesIn } from '../../rules/zones.ts';
import { cloudTime } from '../../world/clock.ts';
import { attachmentTable } from '../ccn/table.ts';
import { vpcOf } from '../vpc/rules.ts';
import { hourlyPrice, prepaidPrice, upgradePrice } from './prices.ts';
import {
  createVpnGateway,
  deleteVpnGateway,
  modifyVpnGateway,
  refuseNoUpgrade,
  refuseUnrenewable,
  refuseUnsettled,
  renew,
  vpnGatewayOf,
} from './rules.ts';
import { type TodaysVpnGatewayFields, type VpnGatewayRow, vpnGatewayTable } from './table.ts';
import { termEnd } from './terms.ts';

const notFound = 'ResourceNotFound';
const unsupported = 'UnsupportedOperation';
/** Three actions have words of their own for a missing gateway or VPC (4091, 4300, 4593). */
const gatewayNotFound = 'InvalidVpnGatewayId.NotFound';
const vpcCodes = { notFound: 'InvalidVpcId.NotFound', inUse: 'ResourceInUse', overQuota: 'LimitExceeded' };

/** What stands where there is no end (4622). */
const noTime = '0000-00-00 00:00:00';

const isOfCcn = ({ Type }: Pick<VpnGatewayRow, 'Type'>): boolean => Type === 'CCN' || Type === 'SSL_CCN';

/** What today tells besides. */
const told = (call: Call, row: VpnGatewayRow) =>
  tellsToday(call)
    ? {
        Zone: zonesIn(call.region)[0] ?? '',
        CdcId: '',
        MaxConnection: 0,
        BgpAsn: 64_551,
        ...row.Today,
        Version: '4.0',
        NetworkInstanceId: isOfCcn(row) ? (call.table(attachmentTable).where('InstanceId', row.VpnGatewayId).rows()[0]?.CcnId ?? '') : '',
        VpnGatewayQuotaSet: [],
      }
    : {};

const answer = (call: Call, row: VpnGatewayRow): VpnGateway => {
  const end = termEnd(row, call.now);
  return {
    ...fieldsOf(vpnGatewayShape, row),
    ...told(call, row),
    // Not before it runs (4627).
    PublicIpAddress: row.State === 'PENDING' ? '' : row.PublicIpAddress,
    ExpiredTime: end === null ? noTime : cloudTime(end),
    NewPurchasePlan: row.ToPostpaid ? 'PREPAID_TO_POSTPAID' : null,
    // Today there are more kinds than the documents know.
    Type: row.Type as VpnGateway['Type'],
  };
};

const reads: FilterReaders<VpnGatewayRow> = {
  'vpn-gateway-id': (row) => row.VpnGatewayId,
  type: (row) => row.Type,
  'public-ip-address': { matches: (row, value) => row.State !== 'PENDING' && row.PublicIpAddress === value },
};

const indexed = { 'vpc-id': 'VpcId', 'vpn-gateway-name': 'Name' } as const;

interface PrepaidTerm {
  readonly Period: number;
  readonly RenewFlag?: VpnGatewayRow['RenewFlag'] | undefined;
}

/** How it shall be paid: what says for how long, or undefined for by the hour. @throws CloudError where that is missing (4074). */
function termOf(params: { readonly InstanceChargeType?: string | undefined; readonly InstanceChargePrepaid?: PrepaidTerm | undefined }) {
  if (params.InstanceChargeType !== 'PREPAID') return undefined;
  if (params.InstanceChargePrepaid) return params.InstanceChargePrepaid;
  throw new CloudError('MissingParameter', 'The charge type PREPAID needs InstanceChargePrepaid.');
}

interface TodaysRequest extends TodaysVpnGatewayFields {
  readonly VpnGatewayName?: string | undefined;
  readonly Type?: VpnGatewayRow['Type'];
}

/** What a call of today gives besides. */
function asToday({ Type, Zone, CdcId, MaxConnection, BgpAsn }: TodaysRequest) {
  const given = Object.entries({ Zone, CdcId, MaxConnection, BgpAsn }).filter(([, value]) => value !== undefined);
  return { type: Type, today: given.length > 0 ? (Object.fromEntries(given) as TodaysVpnGatewayFields) : undefined };
}

export const handlers = {
  'vpc:CreateVpnGateway': (params, call) => {
    const term = termOf(params);
    const { type, today } = asToday(params);
    const vpc = type !== undefined && isOfCcn({ Type: type }) && params.VpcId === '' ? null : vpcOf(call, params.VpcId, vpcCodes);
    const row = createVpnGateway(call, vpc, {
      type,
      today,
      name: params.VpnGatewayName,
      bandwidth: params.InternetMaxBandwidthOut,
      months: term?.Period,
      renewsItself: term?.RenewFlag === 'NOTIFY_AND_AUTO_RENEW',
    });
    return { VpnGateway: answer(call, row) };
  },

  'vpc:DescribeVpnGateways': (params, call) => {
    const find = (id: string) => vpnGatewayOf(call, id, gatewayNotFound);
    const { total, rows } = idsOrFilters(call.table(vpnGatewayTable), params, { ids: params.VpnGatewayIds, find, reads, indexed });
    return { TotalCount: total, VpnGatewaySet: rows.map((row) => answer(call, row)) };
  },

  'vpc:ModifyVpnGatewayAttribute': (params, call) => {
    const row = vpnGatewayOf(call, params.VpnGatewayId, notFound);
    const toPostpaid = params.InstanceChargeType === undefined ? undefined : true;
    modifyVpnGateway(call, row, { name: params.VpnGatewayName, toPostpaid }, unsupported);
    const { today } = asToday(params);
    if (today) call.table(vpnGatewayTable).patch(row.VpnGatewayId, { Today: { ...row.Today, ...today } });
  },

  'vpc:DeleteVpnGateway': (params, call) => deleteVpnGateway(call, vpnGatewayOf(call, params.VpnGatewayId, gatewayNotFound)),

  'vpc:RenewVpnGateway': (params, call) => {
    const { Period, RenewFlag } = params.InstanceChargePrepaid;
    renew(call, vpnGatewayOf(call, params.VpnGatewayId, notFound), Period, RenewFlag);
  },

  'vpc:ResetVpnGatewayInternetMaxBandwidth': (params, call) => {
    const row = vpnGatewayOf(call, params.VpnGatewayId, notFound);
    refuseUnsettled(row, unsupported);
    refuseNoUpgrade(row, params.InternetMaxBandwidthOut);
    call.table(vpnGatewayTable).put({ ...row, InternetMaxBandwidthOut: params.InternetMaxBandwidthOut });
  },

  'vpc:InquiryPriceCreateVpnGateway': (params) => {
    const term = termOf(params);
    const { InternetMaxBandwidthOut: bandwidth } = params;
    return { Price: term ? prepaidPrice(bandwidth, term.Period) : hourlyPrice(bandwidth) };
  },

  'vpc:InquiryPriceRenewVpnGateway': (params, call) => {
    const row = vpnGatewayOf(call, params.VpnGatewayId, notFound);
    refuseUnrenewable(row);
    return { Price: prepaidPrice(row.InternetMaxBandwidthOut, params.InstanceChargePrepaid.Period) };
  },

  'vpc:InquiryPriceResetVpnGatewayInternetMaxBandwidth': (params, call) => {
    const row = vpnGatewayOf(call, params.VpnGatewayId, notFound);
    const { InternetMaxBandwidthOut: bandwidth } = params;
    refuseNoUpgrade(row, bandwidth);
    const end = termEnd(row, call.now);
    return { Price: end === null ? hourlyPrice(bandwidth) : upgradePrice(row.InternetMaxBandwidthOut, bandwidth, end - call.now) };
  },
} satisfies Handlers3<typeof actions>;
