import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/cdbInstance.ts';

export const messages: Translation<typeof en> = {
  title: '云数据库（CDB）',
  lead: '针对 MySQL 云数据库的两个操作。本控制台所依据的文档没有查询数据库列表的接口，请直接填写 ID。',
  'open.warning': '此后公网上的任何人都能尝试连接该数据库，请先确认密码和安全组。',
  'open.begun': '已开始为 {id} 开通外网访问',
  'open.noPoller': '文档没有提供跟踪该任务的接口，因此这里无法显示它何时完成。',
  'open.earlier': '从本浏览器发起的操作',
  'open.at': '发起时间',
  'resume.role': '实例角色：{role}',
  'resume.costs': '恢复的数据库从此按小时计费。',
  'resume.results': '各数据库的结果',
  'resume.done': '已恢复',
  'resume.failed': '未恢复',
  'resume.before': '原状态：{state}。',
};
