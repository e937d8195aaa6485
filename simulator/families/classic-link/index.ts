/** Links between the classic network and VPCs, in both generations. */
import type { actions } from '../../../catalogue/families/classic-link/index.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import type { FilterReaders } from '../../rules/filters.ts';
import { filteredPage, orderedPage } from '../../rules/lists.ts';
import { api3Codes, vpcAsked, vpcIn, vpcOf } from '../vpc/rules.ts';
import { vpcTable } from '../vpc/table.ts';
import { attach, detach, type LinkCodes } from './rules.ts';
import { type ClassicLinkRow, classicInstanceTable, classicLinkTable } from './table.ts';

const codes3: LinkCodes = {
  noInstance: 'ResourceNotFound',
  notClassic: 'UnsupportedOperation',
  badRange: 'UnsupportedOperation.CIDRUnsupportedClassicLink',
  linked: 'UnsupportedOperation.ClassicInstanceIdAlreadyExists',
  overQuota: 'LimitExceeded',
};
/** The older generation has no words for the first two refusals (8989-8995). */
const codes2017: LinkCodes = {
  noInstance: 'InvalidInstance.NotFound',
  notClassic: 'InvalidInstance.NotFound',
  badRange: 'InvalidParameter',
  linked: 'InstanceAlreadyLinked',
  overQuota: 'InstanceLimitExceeded',
};

const lanIpOf = (call: Call, row: ClassicLinkRow): string => call.table(classicInstanceTable).get(row.InstanceId)?.LanIp ?? '';

const reads = (call: Call): FilterReaders<ClassicLinkRow> => ({
  'vpc-id': (row) => row.VpcId,
  'vm-ip': (row) => lanIpOf(call, row),
});

const listed = (call: Call, row: ClassicLinkRow) => ({
  lanIp: lanIpOf(call, row),
  unVpcId: row.VpcId,
  vpcId: call.table(vpcTable).get(row.VpcId)?.OldId ?? '',
  classicLinkId: row.ClassicLinkId,
  createTime: row.CreatedTime,
  instanceId: row.InstanceId,
  instanceName: call.table(classicInstanceTable).get(row.InstanceId)?.InstanceName ?? '',
});

export const handlers = {
  'vpc:AttachClassicLinkVpc': (params, call) => attach(call, vpcOf(call, params.VpcId, api3Codes), params.InstanceIds, codes3),

  'vpc:DescribeClassicLinkInstances': (params, call) => {
    const { total, rows } = filteredPage(
      call.table(classicLinkTable),
      { ...reads(call), linked: (row) => row.Linked },
      {
        ...params,
        Filters: [...(params.Filters ?? []), { Name: 'linked', Values: ['true'] }],
      },
    );
    return { TotalCount: total, ClassicLinkInstanceSet: rows.map(({ VpcId, InstanceId }) => ({ VpcId, InstanceId })) };
  },

  'vpc:DetachClassicLinkVpc': (params, call) => detach(call, vpcOf(call, params.VpcId, api3Codes), params.InstanceIds, codes3.noInstance),

  'vpc2017:AttachClassicLinkVpc': (params, call) => ({
    taskId: attach(call, vpcIn(call, params.vpcId), params.instanceIds, codes2017),
  }),

  'vpc2017:DescribeVpcClassicLink': (params, call) => {
    const vpc = vpcAsked(call, params.vpcId);
    const { classicLinkId, lanIp } = params;
    if (lanIp !== undefined && !call.table(classicInstanceTable).first('LanIp', lanIp)) {
      throw new CloudError('InvalidLanIp.NotFound', `No machine of the classic network has the address ${lanIp}.`);
    }
    const { total, rows } = orderedPage(call.table(classicLinkTable), {
      ...params,
      under: { VpcId: vpc && [vpc.VpcId] },
      // Links that are being made are not listed.
      matches: (row) =>
        row.Linked &&
        (classicLinkId === undefined || row.ClassicLinkId === classicLinkId) &&
        (lanIp === undefined || lanIpOf(call, row) === lanIp),
    });
    return { totalCount: total, data: rows.map((row) => listed(call, row)) };
  },

  'vpc2017:DetachClassicLinkVpc': (params, call) => ({
    taskId: detach(call, vpcIn(call, params.vpcId), params.instanceIds, codes2017.noInstance),
  }),
} satisfies Handlers<keyof typeof actions>;
