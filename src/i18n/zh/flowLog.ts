import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/flowLog.ts';

export const messages: Translation<typeof en> = {
  noneHere: '还没有流日志',
  resource: '采集对象',
  chooseType: '请先选择采集对象的类型。',
  chooseVpc: '请先选择私有网络。',
  typeVpc: '整个私有网络',
  typeVpcHint: '所有子网中的所有网卡，包括以后新增的。',
  typeSubnet: '一个子网',
  typeSubnetHint: '其中的所有网卡，包括以后新增的。',
  typeInterface: '一块弹性网卡',
  typeInterfaceHint: '仅此一块。',
  most: '它已有 {n} 个流日志，达到上限。',
  taken: '已有同名的流日志。',
  topics: '其他流日志正在写入的主题',
  fixed: '采集对象、采集类型和日志主题创建后不能修改。',
};
