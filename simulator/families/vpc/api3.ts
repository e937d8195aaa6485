/** VPCs over API 3.0 (1060-1700). */
import type { actions, Vpc } from '../../../catalogue/families/vpc/index.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { byId, idsOrFilters } from '../../rules/lists.ts';
import { tellsToday } from '../../rules/today.ts';
import { createDefaultVpc } from './default-vpc.ts';
import { api3Codes, createVpc, deleteVpc, vpcOf } from './rules.ts';
import { type VpcRow, vpcTable } from './table.ts';
import { todaysVpcFields } from './today.ts';

/** The fields that only the samples show are left out where they are empty, as the second sample does (1560). */
function answer(call: Call, row: VpcRow): Vpc {
  const vpc: Vpc = {
    VpcName: row.VpcName,
    VpcId: row.VpcId,
    CidrBlock: row.CidrBlock,
    IsDefault: row.IsDefault,
    EnableMulticast: row.EnableMulticast,
    CreatedTime: row.CreatedTime,
    ...todaysVpcFields(call, row),
  };
  if (row.DnsServerSet.length > 0 || tellsToday(call)) vpc.DnsServerSet = [...row.DnsServerSet];
  if (row.DomainName) vpc.DomainName = row.DomainName;
  if (row.DhcpOptionsId) vpc.DhcpOptionsId = row.DhcpOptionsId;
  return vpc;
}

/** Filter keys that an index answers: all of them. */
const indexed = { 'vpc-name': 'VpcName', 'is-default': 'Default', 'vpc-id': byId, 'cidr-block': 'CidrBlock' } as const;

/** Of today. */
const reads = { 'ipv6-cidr-block': (row: VpcRow) => row.Ipv6CidrBlock ?? '' };

export const handlers = {
  'vpc:CreateVpc': (params, call) => {
    const { vpc } = createVpc(
      call,
      {
        name: params.VpcName,
        cidr: params.CidrBlock,
        multicast: params.EnableMulticast,
        dnsServers: params.DnsServers,
        domainName: params.DomainName,
      },
      api3Codes,
    );
    return { Vpc: answer(call, vpc) };
  },

  'vpc:CreateDefaultVpc': (params, call) => ({ Vpc: createDefaultVpc(call, params.Zone, params.Force ?? false) }),

  'vpc:DescribeVpcs': (params, call) => {
    const find = (id: string) => vpcOf(call, id, api3Codes);
    const { total, rows } = idsOrFilters(call.table(vpcTable), params, { ids: params.VpcIds, find, reads, indexed, flag: 'is-default' });
    return { TotalCount: total, VpcSet: rows.map((row) => answer(call, row)) };
  },

  'vpc:ModifyVpcAttribute': (params, call) => {
    const vpc = vpcOf(call, params.VpcId, api3Codes);
    const dnsServers = params.DnsServers ?? vpc.DnsServerSet;
    const domainName = params.DomainName ?? vpc.DomainName;
    const hasDhcp = dnsServers.length > 0 || domainName !== '';
    call.table(vpcTable).put({
      ...vpc,
      VpcName: params.VpcName ?? vpc.VpcName,
      EnableMulticast: params.EnableMulticast ?? vpc.EnableMulticast,
      DnsServerSet: dnsServers,
      DomainName: domainName,
      DhcpOptionsId: hasDhcp ? vpc.DhcpOptionsId || call.partition.newId(vpcTable, 'dopt') : '',
    });
  },

  'vpc:DeleteVpc': (params, call) => deleteVpc(call, vpcOf(call, params.VpcId, api3Codes), api3Codes),
} satisfies Handlers3<typeof actions>;
