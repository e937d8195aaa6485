import type { FamilyText } from '../shape.ts';

export const text = {
  one: '网络 ACL',
  many: '网络 ACL',
  what: '子网边界上的无状态规则，按顺序首条匹配生效，回程流量需单独放行。',
  actions: {
    'vpc2017:CreateNetworkAcl': { title: '新建网络 ACL' },
    'vpc2017:DescribeNetworkAcl': { title: '查询网络 ACL' },
    'vpc2017:DescribeAcl': { title: '查询网络 ACL（旧）', what: '旧版查询接口。' },
    'vpc2017:ModifyNetworkAcl': { title: '重命名网络 ACL' },
    'vpc2017:DeleteNetworkAcl': { title: '删除网络 ACL', what: '只有未关联子网的网络 ACL 才能删除。' },
    'vpc2017:ModifyNetworkAclEntry': { title: '替换规则', what: '按所给顺序替换该方向的全部规则。' },
    'vpc2017:CreateSubnetAclRule': { title: '关联子网', what: '规则立即对这些子网生效。' },
    'vpc2017:DeteleSubnetAclRule': { title: '解除子网关联', what: '这些子网立即不再受网络 ACL 约束。' },
  },
  fields: {
    NetworkAclId: { label: '网络 ACL ID' },
    NetworkAclName: { label: '名称', help: '最长 60 个字符。' },
    NetworkAclEntrySet: { label: '规则', help: '自上而下依次匹配。' },
    Desc: { label: '备注' },
    IpProtocol: { label: '协议' },
    CidrIp: { label: 'IP 或网段', help: '对端地址：入站为来源，出站为目的。' },
    PortRange: { label: '端口', help: '单个端口、90-100 形式的范围或 ALL。' },
    RuleDirection: { label: '方向' },
    AclSet: { label: '网络 ACL' },
    Acl: { label: '规则' },
    'vpc2017:DescribeAcl.offset': { label: '页码' },
  },
  values: {
    OrderField: { createTime: '创建时间', networkAclName: '名称' },
    Action: { '0': '拒绝', '1': '允许' },
    RuleDirection: { '0': '出站', '1': '入站' },
    IpProtocol: { all: '全部', tcp: 'TCP', udp: 'UDP', icmp: 'ICMP' },
  },
} as const satisfies FamilyText;
