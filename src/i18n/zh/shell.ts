import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/shell.ts';

export const messages: Translation<typeof en> = {
  'family.vpc': '私有网络',
  'family.subnet': '子网',
  'family.route-table': '路由表',
  'family.security-group': '安全组',
  'family.network-acl': '网络 ACL',
  'family.eni': '弹性网卡',
  'family.eip': '弹性公网 IP',
  'family.nat-gateway': 'NAT 网关',
  'family.peering': '对等连接',
  'family.vpn-gateway': 'VPN 网关',
  'family.vpn-connection': 'VPN 通道',
  'family.customer-gateway': '对端网关',
  'family.direct-connect-gateway': '专线网关',
  'family.classic-link': '基础网络互通',
  'family.parameter-template': '参数模板',
  'family.flow-log': '流日志',
  'family.account': '账户',
  'family.task': '任务',
  'family.cdb-instance': '云数据库 CDB',
  'family.gaap-proxy': '全球应用加速',
  'family.cdn-service': 'CDN 服务',
  overview: '概览',
};
