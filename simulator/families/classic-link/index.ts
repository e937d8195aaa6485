/** Links between the classic network and VPCs, in both generations. */
import type { actions } from '../../../catalogue/families/classic-link/index.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import type { Reads } from '../../rules/filters.ts';
import { filteredPage, ordered } from '../../rules/lists.ts';
import { api3Codes, api2017Codes, vpcOf } from '../vpc/rules.ts';
import { type VpcRow, vpcTable } from '../vpc/table.ts';
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

const reads = (call: Call): Reads<ClassicLinkRow> => ({
  'vpc-id': (row) => row.VpcId,
  'vm-ip': (row) => lanIpOf(call, row),
});

/** Links that are made, oldest first. */
const made = (call: Call): ClassicLinkRow[] =>
  call
    .table(classicLinkTable)
    .all()
    .rows()
    .filter((row) => row.Linked);

const vpc2017 = (call: Call, id: string): VpcRow => vpcOf(call, id, api2017Codes);

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
    taskId: attach(call, vpc2017(call, params.vpcId), params.instanceIds, codes2017),
  }),

  'vpc2017:DescribeVpcClassicLink': (params, call) => {
    const vpcId = params.vpcId === undefined ? undefined : vpc2017(call, params.vpcId).VpcId;
    const { classicLinkId, lanIp } = params;
    if (lanIp !== undefined && !call.table(classicInstanceTable).first('LanIp', lanIp)) {
      throw new CloudError('InvalidLanIp.NotFound', `No machine of the classic network has the address ${lanIp}.`);
    }
    const { total, rows } = ordered(call.table(classicLinkTable), {
      offset: params.offset,
      limit: params.limit,
      orderDirection: params.orderDirection,
      source: made(call),
      matches: (row) =>
        (vpcId === undefined || row.VpcId === vpcId) &&
        (classicLinkId === undefined || row.ClassicLinkId === classicLinkId) &&
        (lanIp === undefined || lanIpOf(call, row) === lanIp),
    });
    return { totalCount: total, data: rows.map((row) => listed(call, row)) };
  },

  'vpc2017:DetachClassicLinkVpc': (params, call) => ({
    taskId: detach(call, vpc2017(call, params.vpcId), params.instanceIds, codes2017.noInstance),
  }),
} satisfies Handlers<keyof typeof actions>;
