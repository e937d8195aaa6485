import type { FamilyText } from '../shape.ts';

export const text = {
  one: 'flow log',
  many: 'flow logs',
  what: 'Records which packets a VPC, a subnet or a network interface accepted and rejected, and writes them to the log service.',
  actions: {
    'vpc2017:CreateFlowLog': { title: 'Create flow log', what: 'A VPC, subnet or interface has at most two.' },
    'vpc2017:DescribeFlowLogs': { title: 'List flow logs' },
    'vpc2017:DescribeFlowLog': { title: 'Show flow log' },
    'vpc2017:ModifyFlowLogAttribute': { title: 'Edit flow log', what: 'Only the name and the description can be changed.' },
    'vpc2017:DeleteFlowLog': { title: 'Delete flow log', what: 'Recording stops; what is written already stays in the log service.' },
  },
  fields: {
    FlowLogId: { label: 'Flow log ID' },
    FlowLogName: { label: 'Name', help: 'Up to 60 characters, and not yet used.' },
    FlowLogDescription: { label: 'Description' },
    ResourceType: { label: 'Kind watched' },
    ResourceId: { label: 'Resource' },
    TrafficType: { label: 'Traffic' },
    CloudLogId: { label: 'Log topic' },
    CloudLogState: { label: 'Delivery' },
  },
  values: {
    OrderField: { createTime: 'Created', flowLogName: 'Name' },
    ResourceType: { VPC: 'VPC', SUBNET: 'Subnet', NETWORKINTERFACE: 'Network interface' },
    TrafficType: { ACCEPT: 'Accepted', REJECT: 'Rejected', ALL: 'All' },
    CloudLogState: { SUCCESS: 'Working' },
  },
} as const satisfies FamilyText;
