import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/vpc.ts';

export const messages: Translation<typeof en> = {
  addresses: '地址数',
  subnets: '子网',
  given: '已划分',
  givenOf: '{cidr} 中已划分给子网的地址',
  default: '默认',
  space: '地址空间',
  spaceWords: '{total} 个地址中有 {given} 个（{share}）已划分给 {subnets|other # 个子网}。',
  suggest: '在所有地域和账号中均未使用',
  looking: '正在查看所有地域和账号的网段…',
  notRead: '未能读取，可能已使用这些地址：{lists}',
  'claim.vpc': '{name}（{cidr}）',
  'claim.tunnel': '通道 {name} 的对端（{cidr}）',
  'claim.route': '路由表 {name} 指向的网段（{cidr}）',
  claimIn: '{region}的 {name}',
  overlapsOne: '该网段与 {names} 重叠。网段重叠的私有网络之间无法建立对等连接，也无法通过 VPN 互通。',
  overlapsTitle: '与已使用的地址重叠',
};
