/** Customer gateways over the 2017 API (11524-11900). */
import type { actions } from '../../../catalogue/families/customer-gateway/index.ts';
import type { Call, Handlers2017 } from '../../call.ts';
import { orderedPage } from '../../rules/lists.ts';
import { vpnConnectionTable } from '../vpn-connection/table.ts';
import { type CustomerGatewayCodes, createCustomerGateway, customerGatewayOf, deleteCustomerGateway, vendors } from './rules.ts';
import { type CustomerGatewayRow, customerGatewayTable } from './table.ts';

const codes: CustomerGatewayCodes = {
  notFound: 'InvalidUserGw.NotFound',
  overQuota: 'UserGwLimitExceeded',
  duplicate: 'InvalidParameter',
  notPublic: 'InvalidParameter',
};

const listed = (call: Call, row: CustomerGatewayRow) => ({
  userGwName: row.CustomerGatewayName,
  userGwId: Number(row.OldId),
  unUserGwId: row.CustomerGatewayId,
  userGwAddr: row.IpAddress,
  vpnConnNum: call.table(vpnConnectionTable).where('CustomerGatewayId', row.CustomerGatewayId).size,
  createTime: row.CreatedTime,
});

export const handlers = {
  'vpc2017:AddUserGw': (params, call) => {
    const row = createCustomerGateway(call, { name: params.userGwName, address: params.userGwAddr }, codes);
    return { userGwId: row.CustomerGatewayId };
  },

  'vpc2017:DescribeUserGw': (params, call) => {
    const { total, rows } = orderedPage(call.table(customerGatewayTable), {
      ...params,
      order: ['userGwName', 'CustomerGatewayName'],
      only: params.userGwId === undefined ? undefined : customerGatewayOf(call, params.userGwId, codes.notFound),
      containing: { CustomerGatewayName: params.userGwName },
    });
    return { totalCount: total, data: rows.map((row) => listed(call, row)) };
  },

  'vpc2017:ModifyUserGw': (params, call) => {
    const row = customerGatewayOf(call, params.userGwId, codes.notFound);
    call.table(customerGatewayTable).put({ ...row, CustomerGatewayName: params.userGwName });
  },

  'vpc2017:DeleteUserGw': (params, call) => deleteCustomerGateway(call, customerGatewayOf(call, params.userGwId, codes.notFound)),

  'vpc2017:DescribeUserGwVendor': () => ({
    data: vendors.map(({ Platform, SoftwareVersion, VendorName }) => ({
      platform: Platform,
      software: SoftwareVersion,
      vendorname: VendorName,
    })),
  }),
} satisfies Handlers2017<typeof actions>;
