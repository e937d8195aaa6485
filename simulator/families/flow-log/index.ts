/** Flow logs over the 2017 API (19581-19956), and what only today's can do with them. */
import { type actions, flowLogShape } from '../../../catalogue/families/flow-log/index.ts';
import type { ParamsOf } from '../../../catalogue/index.ts';
import type { Handlers } from '../../call.ts';
import { fieldsOf } from '../../rules/answers.ts';
import { orderedPage } from '../../rules/lists.ts';
import { vpcAsked, vpcIn } from '../vpc/rules.ts';
import { createFlowLog, flowLogOf, record, refuseTakenName } from './rules.ts';
import { type FlowLogRow, flowLogTable } from './table.ts';

const listed = (row: FlowLogRow) => fieldsOf(flowLogShape, row);

/** What a list asks for. Id and name match in part (19882-19883), the rest as a whole. */
type FlowLogQuery = ParamsOf<'vpc2017:DescribeFlowLogs'>;
const whole = ['resourceType', 'resourceId', 'trafficType', 'cloudLogId', 'cloudLogState'] as const;

const fits =
  ({ flowLogId = '', flowLogName = '', ...wanted }: FlowLogQuery) =>
  (row: FlowLogRow): boolean => {
    if (!row.FlowLogId.includes(flowLogId) || !row.FlowLogName.includes(flowLogName)) return false;
    const shown = listed(row);
    return whole.every((field) => wanted[field] === undefined || shown[field] === wanted[field]);
  };

export const handlers = {
  'vpc2017:CreateFlowLog': (params, call) => {
    const row = createFlowLog(call, vpcIn(call, params.vpcId), {
      FlowLogName: params.flowLogName,
      FlowLogDescription: params.flowLogDescription ?? '',
      ResourceType: params.resourceType,
      ResourceId: params.resourceId,
      TrafficType: params.trafficType,
      CloudLogId: params.cloudLogId,
    });
    const { flowLogId, flowLogName, resourceType, resourceId, trafficType, cloudLogId, createdTime } = listed(row);
    return { flowLogId, flowLogName, resourceType, resourceId, trafficType, cloudLogId, createTime: createdTime };
  },

  'vpc2017:DescribeFlowLogs': (params, call) => {
    const vpc = vpcAsked(call, params.vpcId);
    const { total, rows } = orderedPage(call.table(flowLogTable), {
      ...params,
      limit: params.limit ?? 10,
      order: ['flowLogName', 'FlowLogName'],
      under: { VpcId: vpc && [vpc.VpcId] },
      matches: fits(params),
    });
    return { totalCount: total, data: rows.map(listed) };
  },

  'vpc2017:DescribeFlowLog': (params, call) => listed(flowLogOf(call, vpcIn(call, params.vpcId), params.flowLogId)),

  'vpc2017:ModifyFlowLogAttribute': (params, call) => {
    const row = flowLogOf(call, vpcIn(call, params.vpcId), params.flowLogId);
    const { flowLogName = row.FlowLogName, flowLogDescription = row.FlowLogDescription } = params;
    refuseTakenName(call, flowLogName, row.FlowLogId);
    call.table(flowLogTable).put({ ...row, FlowLogName: flowLogName, FlowLogDescription: flowLogDescription });
  },

  'vpc2017:DeleteFlowLog': (params, call) => {
    const { FlowLogId } = flowLogOf(call, vpcIn(call, params.vpcId), params.flowLogId);
    call.table(flowLogTable).delete(FlowLogId);
  },

  'vpc:EnableFlowLogs': ({ FlowLogIds }, call) => record(call, FlowLogIds, true),

  'vpc:DisableFlowLogs': ({ FlowLogIds }, call) => record(call, FlowLogIds, false),
} satisfies Handlers<keyof typeof actions>;
