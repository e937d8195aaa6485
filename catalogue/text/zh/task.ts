import type { FamilyText } from '../shape.ts';

export const text = {
  one: '任务',
  many: '任务',
  what: '由一次调用发起、在返回之后继续执行的操作。可凭任务编号查询，直至结束。',
  actions: {
    'vpc2017:DescribeVpcTaskResult': { title: '查询任务结果', what: '查询任务仍在执行、已成功还是已失败。' },
  },
  fields: {
    TaskId: { label: '任务编号', help: '发起任务的调用所返回的编号。' },
  },
} as const satisfies FamilyText;
