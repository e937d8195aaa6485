import type { FamilyText } from '../shape.ts';

export const text = {
  one: '流日志',
  many: '流日志',
  what: '记录私有网络、子网或弹性网卡放行与拒绝的流量，并写入日志服务。',
  actions: {
    'vpc2017:CreateFlowLog': { title: '新建流日志', what: '每个私有网络、子网或弹性网卡最多两个。' },
    'vpc2017:DescribeFlowLogs': { title: '查询流日志' },
    'vpc2017:DescribeFlowLog': { title: '查看流日志详情' },
    'vpc2017:ModifyFlowLogAttribute': { title: '编辑流日志', what: '只能修改名称和描述。' },
    'vpc2017:DeleteFlowLog': { title: '删除流日志', what: '停止采集，已写入的日志仍保留在日志服务中。' },
  },
  fields: {
    FlowLogId: { label: '流日志 ID' },
    FlowLogName: { label: '名称', help: '最长 60 个字符，不可重名。' },
    FlowLogDescription: { label: '描述' },
    ResourceType: { label: '采集对象类型' },
    ResourceId: { label: '采集对象' },
    TrafficType: { label: '采集类型' },
    CloudLogId: { label: '日志主题' },
    CloudLogState: { label: '投递状态' },
  },
  values: {
    OrderField: { createTime: '创建时间', flowLogName: '名称' },
    ResourceType: { VPC: '私有网络', SUBNET: '子网', NETWORKINTERFACE: '弹性网卡' },
    TrafficType: { ACCEPT: '放行', REJECT: '拒绝', ALL: '全部' },
    CloudLogState: { SUCCESS: '正常' },
  },
} as const satisfies FamilyText;
