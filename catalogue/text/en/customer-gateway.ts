import type { FamilyText } from '../shape.ts';

export const text = {
  one: 'customer gateway',
  many: 'customer gateways',
  what: 'The public address of the VPN device at the other end of a tunnel, as the cloud knows it.',
  actions: {
    'vpc:CreateCustomerGateway': {
      title: 'Create customer gateway',
      what: 'Registers the public address of the device. It cannot be changed afterwards.',
    },
    'vpc:DescribeCustomerGateways': { title: 'List customer gateways' },
    'vpc:ModifyCustomerGatewayAttribute': { title: 'Rename customer gateway' },
    'vpc:DeleteCustomerGateway': { title: 'Delete customer gateway' },
    'vpc:DescribeCustomerGatewayVendors': {
      title: 'List device vendors',
      what: 'The kinds of devices for which the cloud can write a configuration.',
    },
    'vpc2017:AddUserGw': { title: 'Create customer gateway' },
    'vpc2017:DescribeUserGw': { title: 'List customer gateways' },
    'vpc2017:ModifyUserGw': { title: 'Rename customer gateway' },
    'vpc2017:DeleteUserGw': { title: 'Delete customer gateway' },
    'vpc2017:DescribeUserGwVendor': { title: 'List device vendors' },
  },
  fields: {
    CustomerGatewayId: { label: 'Customer gateway ID' },
    CustomerGatewayIds: { label: 'Customer gateways' },
    CustomerGatewayName: { label: 'Name', help: 'Up to 60 characters.' },
    IpAddress: { label: 'Public address', help: 'The address the tunnels come from: public, and not changed later.' },
    CustomerGatewaySet: { label: 'Customer gateways' },
    CustomerGateway: { label: 'Customer gateway' },
    CustomerGatewayVendorSet: { label: 'Vendors' },
    UserGwName: { label: 'Name', help: 'Up to 60 characters.' },
    UserGwAddr: { label: 'Public address', help: 'The address the tunnels come from: public, and not changed later.' },
    VpnConnNum: { label: 'VPN connections' },
  },
  values: {
    OrderField: { createTime: 'Created', userGwName: 'Name' },
  },
} as const satisfies FamilyText;
