import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/subnet.ts';

export const messages: Translation<typeof en> = {
  routes: '路由',
  default: '默认',
  acl: '网络 ACL',
  noAcl: '无：放行所有报文',
  noAclBrief: '无',
  aclUnread: '未读取',
  bindAcl: '绑定网络 ACL…',
  changeAcl: '更换网络 ACL…',
  unbindAcl: '解绑网络 ACL…',
  used: '已用地址',
  usedOf: '{cidr} 中已用的地址',
  held: '{n|other 有 # 个地址}正被实例、网卡或其他服务使用。请先释放',
  noneHere: '还没有子网',
  noneHereBody: '实例从子网获取地址，下一步请创建子网。',
  size: '大小',
  sizeOption: '/{prefix}：{n} 个可用地址',
  free: '接下来的空闲网段',
  noFree: '该私有网络中没有这个大小的空闲网段。',
  vpcRange: '私有网络的网段',
  outside: '不在私有网络的网段 {cidr} 之内。',
  overlapping: '与子网 {name}（{cidr}）重叠。',
  chooseVpc: '请先选择私有网络，这里会显示它的空闲网段。',
};
