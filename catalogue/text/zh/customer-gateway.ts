import type { FamilyText } from '../shape.ts';

export const text = {
  one: '对端网关',
  many: '对端网关',
  what: 'VPN 隧道另一端的设备在云上的登记，记录其公网 IP。',
  actions: {
    'vpc:CreateCustomerGateway': { title: '新建对端网关', what: '登记对端设备的公网 IP，登记后不可更改。' },
    'vpc:DescribeCustomerGateways': { title: '查询对端网关' },
    'vpc:ModifyCustomerGatewayAttribute': { title: '重命名对端网关' },
    'vpc:DeleteCustomerGateway': { title: '删除对端网关' },
    'vpc:DescribeCustomerGatewayVendors': { title: '查询对端设备厂商', what: '云端可生成配置的对端设备类型。' },
    'vpc2017:AddUserGw': { title: '新建对端网关' },
    'vpc2017:DescribeUserGw': { title: '查询对端网关' },
    'vpc2017:ModifyUserGw': { title: '重命名对端网关' },
    'vpc2017:DeleteUserGw': { title: '删除对端网关' },
    'vpc2017:DescribeUserGwVendor': { title: '查询对端设备厂商' },
  },
  fields: {
    CustomerGatewayId: { label: '对端网关 ID' },
    CustomerGatewayIds: { label: '对端网关' },
    CustomerGatewayName: { label: '名称', help: '最长 60 个字符。' },
    IpAddress: { label: '公网 IP', help: '隧道来源的公网地址，之后不可更改。' },
    CustomerGatewaySet: { label: '对端网关' },
    CustomerGateway: { label: '对端网关' },
    CustomerGatewayVendorSet: { label: '设备厂商' },
    UserGwName: { label: '名称', help: '最长 60 个字符。' },
    UserGwAddr: { label: '公网 IP', help: '隧道来源的公网地址，之后不可更改。' },
    VpnConnNum: { label: 'VPN 通道数' },
  },
  values: {
    OrderField: { createTime: '创建时间', userGwName: '名称' },
  },
} as const satisfies FamilyText;
