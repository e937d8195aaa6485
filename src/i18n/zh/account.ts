import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/account.ts';

export const messages: Translation<typeof en> = {
  title: '账号与配额',
  lead: '该账号在{region}的各项配额及其使用情况。',
  attributes: '账号',
  networks: '网络类型',
  name: '账号',
  uin: '账号 ID',
  'network.VPC': '私有网络',
  'network.CLASSIC': '基础网络',
  attributesFailed: '无法读取账号属性',
  eips: '弹性公网 IP',
  eipsFailed: '无法读取弹性公网 IP 的配额',
  region: '按地域',
  each: '按资源',
  eachWhat: '这里显示本地域中用得最多的那一个。',
  quota: '配额',
  used: '已用',
  where: '用得最多的',
  limit: '上限',
  usedOf: '{label}：已用',
  failed: '无法读取配额',
  notCounted: '未知：没有列表可查',
  notRead: '无法统计',
  noLimit: '未返回',
};
