import type { FamilyText } from '../shape.ts';

export const text = {
  one: '基础网络互通',
  many: '基础网络互通',
  what: '将基础网络的云服务器与私有网络打通，使双方可用内网 IP 互访。',
  actions: {
    'vpc:AttachClassicLinkVpc': { title: '关联基础网络云服务器', what: '云服务器须与私有网络同地域，每台只能关联一个私有网络。' },
    'vpc:DescribeClassicLinkInstances': { title: '查询基础网络互通' },
    'vpc:DetachClassicLinkVpc': { title: '解除基础网络互通', done: '已解除 {what} 的互通', what: '云服务器将立即无法访问该私有网络。' },
    'vpc2017:AttachClassicLinkVpc': { title: '关联基础网络云服务器' },
    'vpc2017:DescribeVpcClassicLink': { title: '查询基础网络互通' },
    'vpc2017:DetachClassicLinkVpc': { title: '解除基础网络互通' },
  },
  fields: {
    VmIp: { label: '云服务器内网 IP' },
    ClassicLinkInstanceSet: { label: '基础网络互通' },
    ClassicLinkId: { label: '互通 ID' },
    LanIp: { label: '云服务器内网 IP' },
    InstanceName: { label: '云服务器名称' },
  },
  values: {
    OrderField: { createTime: '创建时间' },
  },
} as const satisfies FamilyText;
