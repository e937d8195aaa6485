/** Customer gateways over API 3.0 (3897-4990). */
import { type actions, customerGatewayShape } from '../../../catalogue/families/customer-gateway/index.ts';
import type { Handlers3 } from '../../call.ts';
import { fieldsOf } from '../../rules/answers.ts';
import { usual } from '../../rules/usual.ts';
import { type CustomerGatewayCodes, createCustomerGateway, vendors } from './rules.ts';
import { type CustomerGatewayRow, customerGatewayTable } from './table.ts';

const codes: CustomerGatewayCodes = {
  notFound: 'ResourceNotFound',
  // The only code of its table that speaks of a limit (3929).
  overQuota: 'VpcLimitExceeded',
  duplicate: 'InvalidParameterValue.Duplicate',
  notPublic: 'InvalidParameterValue',
};

const gateways = usual('customer-gateway', customerGatewayTable);

/** A number in BGP, which only calls of today give. */
const numbered = ({ BgpAsn }: { readonly CustomerGatewayName: string; readonly BgpAsn?: number | undefined }) =>
  BgpAsn === undefined ? {} : { BgpAsn };

const told = (row: CustomerGatewayRow) => ({ ...fieldsOf(customerGatewayShape, row), ...numbered(row) });

export const handlers = {
  'vpc:CreateCustomerGateway': (params, call) => {
    const wanted = { name: params.CustomerGatewayName, address: params.IpAddress, ...numbered(params) };
    return { CustomerGateway: told(createCustomerGateway(call, wanted, codes)) };
  },
  'vpc:DescribeCustomerGateways': gateways.list,
  'vpc:ModifyCustomerGatewayAttribute': (params, call) => {
    gateways.update(params, call);
    if (Object.keys(numbered(params)).length > 0) call.table(customerGatewayTable).patch(params.CustomerGatewayId, numbered(params));
  },
  'vpc:DeleteCustomerGateway': gateways.delete,
  'vpc:DescribeCustomerGatewayVendors': () => ({ CustomerGatewayVendorSet: vendors.map((vendor) => ({ ...vendor })) }),
} satisfies Handlers3<typeof actions>;
