import type { FamilyText } from '../shape.ts';

export const text = {
  one: '对等连接',
  many: '对等连接',
  what: '将两个私有网络打通，如同一个网络。不可传递到第三个网络，且双方都需要配置路由。',
  actions: {
    'vpc2017:DescribeVpcPeeringConnections': { title: '查询对等连接' },
    'vpc2017:CreateVpcPeeringConnection': {
      title: '新建对等连接',
      what: '连接同地域、网段不重叠的两个私有网络。跨账号时须对方接受，有效期七天。',
    },
    'vpc2017:CreateVpcPeeringConnectionEx': { title: '新建跨地域对等连接', what: '连接不同地域的两个私有网络，按带宽计费。' },
    'vpc2017:ModifyVpcPeeringConnection': { title: '重命名对等连接' },
    'vpc2017:ModifyVpcPeeringConnectionEx': { title: '编辑跨地域对等连接', what: '修改名称和带宽上限。' },
    'vpc2017:DeleteVpcPeeringConnection': { title: '删除对等连接', what: '任一方可随时删除，经由它的路由一并删除。' },
    'vpc2017:DeleteVpcPeeringConnectionEx': {
      title: '删除跨地域对等连接',
      done: '已删除 {what}',
      what: '任一方可随时删除，经由它的路由一并删除。',
    },
    'vpc2017:AcceptVpcPeeringConnection': {
      title: '接受对等连接',
      done: '已接受 {what}',
      what: '仅接收方账号可操作，双方均有路由时立即互通。',
    },
    'vpc2017:AcceptVpcPeeringConnectionEx': {
      title: '接受跨地域对等连接',
      done: '已接受 {what}',
      what: '仅接收方账号可操作，双方均有路由时立即互通。',
    },
    'vpc2017:RejectVpcPeeringConnection': { title: '拒绝对等连接', done: '已拒绝 {what}', what: '仅接收方账号可操作。' },
    'vpc2017:RejectVpcPeeringConnectionEx': { title: '拒绝跨地域对等连接', done: '已拒绝 {what}', what: '仅接收方账号可操作。' },
    'vpc2017:EnableVpcPeeringConnection': { title: '重新发起申请', done: '已重新申请 {what}', what: '由发起方重新激活七天后过期的申请。' },
    'vpc2017:EnableVpcPeeringConnectionEx': {
      title: '重新发起跨地域申请',
      done: '已重新申请 {what}',
      what: '由发起方重新激活七天后过期的申请。',
    },
  },
  fields: {
    PeeringConnectionId: { label: '对等连接 ID' },
    PeeringConnectionName: { label: '名称', help: '最长 60 个字符。' },
    VpcId: { label: '发起方私有网络' },
    UnVpcId: { label: '发起方私有网络' },
    PeerVpcId: { label: '接收方私有网络' },
    UnPeerVpcId: { label: '接收方私有网络' },
    PeerUin: { label: '接收方账号', help: '拥有对端私有网络的账号 UIN。' },
    Uin: { label: '发起方账号' },
    AppId: { label: '发起方 AppId' },
    PeerRegion: { label: '接收方地域' },
    Bandwidth: { label: '带宽上限（Mbps）' },
    Type: { label: '互通类型' },
  },
  values: {
    OrderField: { peeringConnectionname: '名称', createTime: '创建时间' },
    State: { '0': '申请中', '1': '已连接', '2': '已过期', '3': '已拒绝', '4': '对端已删除' },
    Type: { '1': '私有网络之间', '2': '私有网络与黑石网络' },
  },
} as const satisfies FamilyText;
