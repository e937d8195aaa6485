/** The remote ends of VPN connections: API 3.0 lines 3897-4990, 2017 API lines 11524-11900. */
import {
  action,
  actionTable,
  address,
  choice,
  family,
  filters,
  integer,
  listOf,
  type Row,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';
import { list3, orderDirection, page2017Of50, paging2017 } from '../shared.ts';

/** A customer gateway as it is listed (7185). */
export const customerGatewayShape = struct({
  CustomerGatewayId: ref('customer-gateway', { line: 7190 }),
  CustomerGatewayName: text({ line: 7191 }),
  IpAddress: address({ line: 7192 }),
  CreatedTime: time({ line: 7193, alsoSpelled: ['CreateTime'] }),
});

export type CustomerGateway = Row<typeof customerGatewayShape>;

const userGwId = ref('customer-gateway', { refusedAs: 'InvalidUserGw.NotFound' });
const userGwName = text({ max: 60, refusedAs: 'InvalidUserGwName' });

export const actions = actionTable({
  'vpc:CreateCustomerGateway': action({
    kind: 'create',
    line: 3897,
    params: { CustomerGatewayName: required(text({ max: 60, line: 3914 })), IpAddress: required(address({ immutable: true, line: 3915 })) },
    results: { CustomerGateway: customerGatewayShape },
    errors: ['InvalidParameterValue.Duplicate', 'VpcLimitExceeded'],
    changes: ['customer-gateway'],
    lookUp: {
      by: 'vpc:DescribeCustomerGateways',
      where: { 'customer-gateway-name': 'CustomerGatewayName' },
      expect: 'exists',
      compare: { IpAddress: 'IpAddress' },
    },
  }),
  'vpc:DescribeCustomerGateways': list3({
    line: 4367,
    ids: { CustomerGatewayIds: listOf(ref('customer-gateway'), { max: 100, line: 4384 }) },
    // The text points at a table of filters that is not there; these follow the fields of the rows.
    filters: filters(
      { 'customer-gateway-id': ref('customer-gateway'), 'customer-gateway-name': text(), 'ip-address': address() },
      { max: 10, maxValues: 5, line: 4385 },
    ),
    rows: { CustomerGatewaySet: customerGatewayShape },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
  }),
  'vpc:ModifyCustomerGatewayAttribute': action.update({
    line: 4941,
    params: {
      CustomerGatewayId: required(ref('customer-gateway', { line: 4958 })),
      CustomerGatewayName: required(text({ max: 60, line: 4959 })),
    },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['customer-gateway'],
    lookUp: {
      by: 'vpc:DescribeCustomerGateways',
      where: { CustomerGatewayIds: 'CustomerGatewayId' },
      expect: 'same',
      compare: { CustomerGatewayName: 'CustomerGatewayName' },
    },
  }),
  'vpc:DeleteCustomerGateway': action.delete({
    line: 4160,
    params: { CustomerGatewayId: required(ref('customer-gateway', { line: 4177 })) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['customer-gateway'],
    lookUp: { by: 'vpc:DescribeCustomerGateways', where: { CustomerGatewayIds: 'CustomerGatewayId' }, expect: 'absent' },
  }),
  'vpc:DescribeCustomerGatewayVendors': action({
    kind: 'get',
    line: 4305,
    params: {},
    results: {
      CustomerGatewayVendorSet: listOf(
        struct({ Platform: text({ line: 7200 }), SoftwareVersion: text({ line: 7201 }), VendorName: text({ line: 7202 }) }),
      ),
    },
    errors: [],
  }),

  'vpc2017:AddUserGw': action({
    kind: 'create',
    line: 11587,
    params: { userGwName: required(userGwName), userGwAddr: required(address({ immutable: true, line: 11603 })) },
    results: { userGwId: ref('customer-gateway') },
    errors: ['InvalidUserGwName', 'UserGwLimitExceeded'],
    changes: ['customer-gateway'],
    lookUp: {
      by: 'vpc2017:DescribeUserGw',
      where: { userGwName: 'userGwName' },
      expect: 'exists',
      compare: { userGwAddr: 'userGwAddr' },
    },
  }),
  'vpc2017:DescribeUserGw': action({
    kind: 'list',
    line: 11747,
    params: {
      userGwId,
      userGwName: text({ line: 11763 }),
      ...page2017Of50,
      orderField: choice(['userGwName', 'createTime'], { default: 'createTime', line: 11766 }),
      orderDirection,
    },
    results: {
      totalCount: integer(),
      data: listOf(
        struct({
          userGwName: text(),
          userGwId: integer(),
          unUserGwId: ref('customer-gateway'),
          userGwAddr: address(),
          vpnConnNum: integer(),
          createTime: time(),
        }),
      ),
    },
    errors: ['InvalidUserGw.NotFound'],
    paging: paging2017(50),
  }),
  'vpc2017:ModifyUserGw': action.update({
    line: 11692,
    params: { userGwId: required(userGwId), userGwName: required(userGwName) },
    errors: ['InvalidUserGwName', 'InvalidUserGw.NotFound'],
    changes: ['customer-gateway'],
    lookUp: {
      by: 'vpc2017:DescribeUserGw',
      where: { userGwId: 'userGwId' },
      expect: 'same',
      compare: { userGwName: 'userGwName' },
    },
  }),
  'vpc2017:DeleteUserGw': action.delete({
    line: 11643,
    params: { userGwId: required(userGwId) },
    errors: ['InvalidUserGw.NotFound'],
    changes: ['customer-gateway'],
    lookUp: { by: 'vpc2017:DescribeUserGw', where: { userGwId: 'userGwId' }, expect: 'absent' },
  }),
  'vpc2017:DescribeUserGwVendor': action({
    kind: 'get',
    line: 11524,
    params: {},
    results: { data: listOf(struct({ platform: text(), software: text(), vendorname: text() })) },
    errors: [],
  }),
});

export const data = family(actions, {
  family: 'customer-gateway',
  segment: 'customer-gateways',
  idPrefixes: ['cgw'],
  group: 'connect',
  icon: 'Router',
  tabs: ['vpn-connections', 'devices'],
  id: 'CustomerGatewayId',
  name: 'CustomerGatewayName',
  errors: {
    correct: { InvalidUserGwName: ['UserGwName'] },
    quota: { UserGwLimitExceeded: [] },
  },
  quotas: {
    'customer-gateways-per-region': { usual: 20, limitType: 5 },
  },
  operations: {
    list: ['vpc:DescribeCustomerGateways', 'vpc2017:DescribeUserGw'],
    create: ['vpc:CreateCustomerGateway', 'vpc2017:AddUserGw'],
    update: ['vpc:ModifyCustomerGatewayAttribute', 'vpc2017:ModifyUserGw'],
    delete: ['vpc:DeleteCustomerGateway', 'vpc2017:DeleteUserGw'],
    vendors: ['vpc:DescribeCustomerGatewayVendors', 'vpc2017:DescribeUserGwVendor'],
  },
});
