/** VPN gateways in the 2017 API: lines 11098-11523. */
import { action, actionTable, address, choice, foreign, integer, listOf, ref, required, struct, text, time } from '../../define.ts';
import { orderDirection, page2017Of50, paging2017 } from '../shared.ts';

const vpcId = ref('vpc', { refusedAs: 'InvalidVpc.NotFound', alsoSpelled: ['vpclId', 'vpclid'] });
const vpnGwId = ref('vpn-gateway', { refusedAs: 'InvalidVpnGw.NotFound' });
const bandwidth = choice([5, 10, 20, 50, 100]);
const period = integer({ min: 1, max: 36, measure: 'months' });
const name = text({ max: 60 });

export const api2017 = actionTable({
  // Prepaid only; the answer names orders, and DescribeVpnGw(dealId) finds the gateway (11123, 11295).
  'vpc2017:CreateVpn': action({
    kind: 'create',
    line: 11098,
    params: { name: required(name), vpcId: required(vpcId), period: required(period), bandwidth: required(bandwidth) },
    results: { dealIds: listOf(text()) },
    errors: [],
    changes: ['vpn-gateway', 'vpc'],
    async: { field: 'dealIds', alsoAt: 'data.dealIds', poll: 'vpc2017:DescribeVpnGw' },
    danger: 'costs',
  }),
  'vpc2017:RunVpnGw': action({
    kind: 'create',
    line: 11160,
    params: {
      name: required(name),
      vpcId: required(vpcId),
      bandwidth: required(bandwidth),
      chargeType: required(choice(['PREPAID', 'POSTPAID_BY_HOUR'], { line: 11178 })),
      chargePrepaid: struct({
        period: required(choice([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 36], { line: 11184 })),
        isAutoRenewals: choice(['1', '0'], { line: 11185 }),
      }),
    },
    // The table speaks of a list of ids (11192), the sample shows an object with one (11220).
    results: { data: struct({ vpnGwId: ref('vpn-gateway') }) },
    errors: [],
    changes: ['vpn-gateway', 'vpc'],
    async: { field: 'data.vpnGwId', poll: 'vpc2017:DescribeVpnGw' },
    danger: 'costs',
  }),
  'vpc2017:DescribeVpnGw': action({
    kind: 'list',
    line: 11277,
    // A bought gateway is found by its order, another by its id (11192, 11295); odd numbers have failed (11316).
    reports: {
      asks: 'vpnGwId',
      orders: 'dealId',
      by: { field: 'vpnGwStatus', done: [6], failed: [1, 3, 5], running: [0, 2, 4] },
    },
    params: {
      vpcId,
      vpnGwId,
      vpnGwName: text({ line: 11294 }),
      dealId: foreign('order'),
      ...page2017Of50,
      orderField: choice(['createTime', 'vpnGwName'], { default: 'createTime', line: 11298 }),
      orderDirection,
    },
    results: {
      totalCount: integer(),
      data: listOf(
        struct({
          vpcId: ref('vpc'),
          unVpcId: ref('vpc'),
          vpnGwId: integer(),
          unVpnGwId: ref('vpn-gateway'),
          vpnGwName: text(),
          bandwidth: integer({ measure: 'Mbps' }),
          vpnGwStatus: choice([0, 1, 2, 3, 4, 5, 6]),
          vpnGwAddress: address(),
          dealId: foreign('order'),
          // true and false in the sample (11369).
          isAutoRenewals: choice([0, 1]),
          expireTime: time(),
          createTime: time(),
        }),
      ),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidVpnGw.NotFound'],
    paging: paging2017(50),
  }),
  'vpc2017:ModifyVpnGw': action.update({
    line: 11412,
    params: {
      vpcId: required(vpcId),
      vpnGwId: required(vpnGwId),
      vpnGwName: text({ max: 60, refusedAs: 'InvalidVpnGwName', line: 11429 }),
      isAutoRenewals: choice([0, 1], { line: 11430 }),
    },
    errors: ['InvalidVpc.NotFound', 'InvalidVpnGw.NotFound', 'InvalidVpnGwState', 'InvalidVpnGwName'],
    changes: ['vpn-gateway'],
    lookUp: {
      by: 'vpc2017:DescribeVpnGw',
      where: { vpnGwId: 'vpnGwId' },
      expect: 'same',
      compare: { vpnGwName: 'vpnGwName', isAutoRenewals: 'isAutoRenewals' },
    },
  }),
  'vpc2017:RenewVpn': action.operate({
    line: 11472,
    params: { vpcId: required(vpcId), vpnGwId: required(vpnGwId), period: required(period) },
    errors: [],
    changes: ['vpn-gateway'],
    danger: 'costs',
  }),
  'vpc2017:InquiryVpnPrice': action({
    kind: 'get',
    line: 11226,
    params: { period: required(period), bandwidth: required(bandwidth) },
    results: { price: integer() },
    errors: [],
  }),
});
