import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/customerGateway.ts';

export const messages: Translation<typeof en> = {
  tunnels: 'VPN 通道',
  down: '{n} 个未连通',
  unused: '未使用',
  known: '对端网关 {name} 已使用该地址。',
  notPublic: '公网上的设备不可能使用该地址。',
  devices: '设备',
  devicesBody: '云端可为以下设备生成配置，请在 VPN 通道的页面中生成。',
  vendor: '厂商',
  platform: '平台',
  version: '版本',
};
