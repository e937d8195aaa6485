import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/directConnectGateway.ts';

export const messages: Translation<typeof en> = {
  translations: '转换规则',
  noneHere: '该私有网络没有专线网关',
  'kind.LocalIP': '本端 IP 转换',
  'kind.LocalSource': '本端源 IP 端口转换',
  'kind.LocalDestination': '本端目的 IP 端口转换',
  'kind.PeerIP': '对端 IP 转换',
  acl: 'ACL 规则',
  showAcl: '查看 ACL',
  hideAcl: '收起 ACL',
  noAcl: '没有 ACL 规则：所有报文都会被转换。',
  any: '任意',
  none: '还没有此类转换规则',
  failed: '无法读取规则',
  breaks: '目前经由这条转换规则的连接会中断。',
  changedMeanwhile: '他人已在此期间修改 {rule}，未删除任何内容',
  changed: '已修改 {rule}',
  routes: '路由',
};
