import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/cdnService.ts';

export const messages: Translation<typeof en> = {
  title: 'CDN 服务（阿里云）',
  lead: '为账号开通阿里云的内容分发网络。只需开通一次，与地域无关。',
  account: '账号',
  accountHelp: '为哪个阿里云账号开通。',
  costs: '开通后按此处所选方式对流量或带宽计费。',
  done: '已为 {account} 开通 CDN 服务',
  noAccount: '没有配置阿里云账号',
  noAccountBody: 'Weft 启动时从以下环境变量读取。请两个都设置，然后重新启动。',
};
