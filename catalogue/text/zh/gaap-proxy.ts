import type { FamilyText } from '../shape.ts';

export const text = {
  one: '加速通道',
  many: '加速通道',
  what: '全球应用加速的通道。本控制台所依据的文档只包含开启通道的接口。',
  actions: {
    'gaap:OpenProxies': { title: '开启通道', what: '开启已关闭的 2.0 版通道，开启后计费。' },
  },
  fields: {
    InstanceIds: { label: '通道（旧参数）', help: '旧参数，请改用通道 ID。' },
    ProxyIds: { label: '通道', help: '如 link-m9t4yho9 的 ID，每行一个。' },
    ClientToken: { label: '幂等令牌', help: '最长 64 个 ASCII 字符，相同令牌不会重复执行。' },
    InvalidStatusInstanceSet: { label: '非关闭状态的通道' },
    OperationFailedInstanceSet: { label: '开启失败的通道' },
  },
} as const satisfies FamilyText;
