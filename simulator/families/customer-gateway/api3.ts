/** Customer gateways over API 3.0 (3897-4990). */
import type { actions, CustomerGateway } from '../../../catalogue/families/customer-gateway/index.ts';
import type { Handlers3 } from '../../call.ts';
import type { Reads } from '../../rules/filters.ts';
import { idsOrFilters } from '../../rules/lists.ts';
import { type CustomerGatewayCodes, createCustomerGateway, customerGatewayOf, deleteCustomerGateway, vendors } from './rules.ts';
import { type CustomerGatewayRow, customerGatewayTable } from './table.ts';

const codes: CustomerGatewayCodes = {
  notFound: 'ResourceNotFound',
  // The only code of its table that speaks of a limit (3929).
  overQuota: 'VpcLimitExceeded',
  duplicate: 'InvalidParameterValue.Duplicate',
  notPublic: 'InvalidParameterValue',
};

const answer = ({ OldId: _, ...row }: CustomerGatewayRow): CustomerGateway => row;

const reads: Reads<CustomerGatewayRow> = {
  'customer-gateway-id': (row) => row.CustomerGatewayId,
};

const indexed = { 'customer-gateway-name': 'Name', 'ip-address': 'IpAddress' } as const;

export const handlers = {
  'vpc:CreateCustomerGateway': (params, call) => {
    const wanted = { name: params.CustomerGatewayName, address: params.IpAddress };
    return { CustomerGateway: answer(createCustomerGateway(call, wanted, codes)) };
  },

  'vpc:DescribeCustomerGateways': (params, call) => {
    const find = (id: string) => customerGatewayOf(call, id, codes.notFound);
    const { total, rows } = idsOrFilters(call.table(customerGatewayTable), params, {
      ids: params.CustomerGatewayIds,
      find,
      reads,
      indexed,
    });
    return { TotalCount: total, CustomerGatewaySet: rows.map(answer) };
  },

  'vpc:ModifyCustomerGatewayAttribute': (params, call) => {
    const row = customerGatewayOf(call, params.CustomerGatewayId, codes.notFound);
    call.table(customerGatewayTable).put({ ...row, CustomerGatewayName: params.CustomerGatewayName });
  },

  'vpc:DeleteCustomerGateway': (params, call) =>
    deleteCustomerGateway(call, customerGatewayOf(call, params.CustomerGatewayId, codes.notFound)),

  'vpc:DescribeCustomerGatewayVendors': () => ({ CustomerGatewayVendorSet: vendors.map((vendor) => ({ ...vendor })) }),
} satisfies Handlers3<typeof actions>;
