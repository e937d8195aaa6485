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
  suggest: '与本地域其他私有网络不重叠',
  overlapsOne: '该网段与 {names} 重叠。网段重叠的私有网络之间无法建立对等连接，也无法通过 VPN 互通。',
  overlapsTitle: '与其他私有网络重叠',
};
