import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/parameterTemplate.ts';

export const messages: Translation<typeof en> = {
  sorts: '模板种类',
  addresses: 'IP 地址',
  addressGroups: 'IP 地址模板集合',
  services: '协议端口',
  serviceGroups: '协议端口模板集合',
  members: '成员数',
  usedBy: '使用者',
  looking: '正在查找所有地域的规则…',
  notFoundOut: '无法查出使用者',
  unused: '没有规则或模板组使用它',
  line: '第 {n} 行 {member}：{problem}',
};
