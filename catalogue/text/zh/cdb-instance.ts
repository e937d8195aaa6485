import type { FamilyText } from '../shape.ts';

export const text = {
  one: '云数据库实例',
  many: '云数据库实例',
  what: '云数据库 MySQL 实例。本控制台所依据的文档只包含其中两个接口。',
  actions: {
    'cdb:OpenWanService': { title: '开通外网访问', what: '为实例开通外网地址，须先完成初始化。' },
    'cdb2017:OpenCdbHour': { title: '恢复已隔离的实例', what: '恢复因欠费被隔离的按量计费实例，账户余额须充足。' },
  },
  fields: {
    InstanceId: { label: '数据库实例', help: '如 cdb-c1nl9rpv 的 ID。' },
    AsyncRequestId: { label: '异步任务 ID' },
    CdbInstanceIds: { label: '数据库实例', help: '如 cdb-c1nl9rpv 的 ID，每行一个。' },
    CdbInstanceId: { label: '数据库实例' },
    InstanceRole: { label: '实例类型' },
    OldStatus: { label: '变更前状态' },
  },
  values: {
    InstanceRole: { master: '主实例或灾备实例', ro: '只读实例' },
    OldStatus: { '1': '运行中', '5': '隔离中' },
  },
} as const satisfies FamilyText;
