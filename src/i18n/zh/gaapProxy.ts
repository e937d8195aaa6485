import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/gaapProxy.ts';

export const messages: Translation<typeof en> = {
  title: '加速通道（GAAP）',
  lead: '开启已关闭的加速通道。本控制台所依据的文档没有查询通道列表的接口，请直接填写 ID。',
  costs: '开启后的通道从此计费。',
  results: '各通道的结果',
  begun: '开启中',
  begunWords: '已受理。文档没有提供查询何时开启完成的接口。',
  notClosed: '未处理',
  notClosedWords: '它不在关闭状态，无需开启。',
  failed: '失败',
  failedWords: '云端未能开启，可以重试。',
};
