/** What an account may do, and how much of it (1317, 2739, 9152, 19526). */
import type { actions, machineStates } from '../../../catalogue/families/account/index.ts';
import { laterRegions, regionName, regions, zoneIdOf } from '../../../catalogue/regions.ts';
import { type LimitType, limitOfType, quotaOf } from '../../accounts/quota.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { type InstanceRow, instanceTable } from '../../instances/table.ts';
import { allocationsADay, doneToday, reassignmentsADay } from '../../rules/eips.ts';
import { primaryInterfaceOf } from '../../rules/interfaces.ts';
import { tellsToday } from '../../rules/today.ts';
import { zonesIn } from '../../rules/zones.ts';
import { eipTable } from '../eip/table.ts';
import { subnetTable } from '../subnet/table.ts';

/** Which networks an account may have: VPCs, and where it is old enough, the classic one (1368-1403). */
const platformsOf = (call: Call): string[] => (call.account.classic ? ['VPC', 'CLASSIC'] : ['VPC']);

/** The three quotas of elastic IPs in the region (2790). The third has the structure's name (7333), and the text's ten a day (2907). */
const addressQuotas = (call: Call) => [
  { QuotaId: 'TOTAL_EIP_QUOTA' as const, QuotaCurrent: call.table(eipTable).size, QuotaLimit: quotaOf(call, 'eips-per-region') },
  { QuotaId: 'DAILY_EIP_APPLY' as const, QuotaCurrent: doneToday(call, 'DAILY_EIP_APPLY'), QuotaLimit: allocationsADay(call) },
  {
    QuotaId: 'DAILY_PUBLIC_IP_ASSIGN' as const,
    QuotaCurrent: doneToday(call, 'DAILY_PUBLIC_IP_ASSIGN'),
    QuotaLimit: reassignmentsADay,
  },
];

/** A machine as cvm tells it: its addresses are those of its first interface, its public one an elastic IP or an ordinary one. */
function machineOf(call: Call, row: InstanceRow) {
  const eni = primaryInterfaceOf(call.partition, row.InstanceId);
  const elastic = call
    .table(eipTable)
    .where('ResourceId', row.InstanceId)
    .rows()
    .map(({ AddressIp }) => AddressIp);
  return {
    InstanceId: row.InstanceId,
    InstanceName: row.InstanceName,
    // The world may be given a state that the catalogue has no word for: clients meet such ones.
    InstanceState: row.InstanceState as (typeof machineStates)[number],
    InstanceType: 'S5.LARGE8',
    PrivateIpAddresses: [row.PrivateIpAddress],
    PublicIpAddresses: row.PublicIpAddress === undefined ? elastic : [row.PublicIpAddress],
    IPv6Addresses: (eni?.Ipv6Addresses ?? []).map(({ Address }) => Address),
    VirtualPrivateCloud: { VpcId: row.VpcId, SubnetId: row.SubnetId },
    Placement: { Zone: call.table(subnetTable).get(row.SubnetId)?.Zone ?? '' },
    SecurityGroupIds: [...(eni?.GroupIds ?? [])],
    CreatedTime: row.CreatedTime,
  };
}

/** What today's cloud shows of a region in its own console. Not every client looks at it, but none is without. */
const inItsConsole = (id: string) => ({
  RegionTypeMC: 1,
  LocationMC: regionName(id, 'zh'),
  RegionNameMC: regionName(id, 'zh'),
  RegionIdMC: id,
});

/** Products whose regions can be asked for. */
const products: ReadonlySet<string> = new Set(['cvm', 'vpc']);

export const handlers = {
  'vpc:DescribeAccountAttributes': (_, call) => ({
    AccountAttributeSet: [{ AttributeName: 'supported-platforms', AttributeValues: platformsOf(call) }],
  }),

  'vpc:DescribeAddressQuota': (_, call) => ({ QuotaSet: addressQuotas(call) }),

  // By the type that was asked for, as in the sample (9226).
  'vpc2017:DescribeVpcLimit': (params, call) => ({
    data: { limit: Object.fromEntries(params.type.map((type: LimitType) => [String(type), limitOfType(call, type)])) },
  }),

  'vpc2017:DescribeAccountVpcAttributes': (_, call) => ({
    data: { supportedPlatforms: call.account.classic ? ('classic' as const) : ('only-vpc' as const) },
  }),

  'sts:GetCallerIdentity': (_, { account: { uin, as } }) => {
    const user = { Arn: `qcs::cam::uin/${uin}:uin/${uin}`, AccountId: uin, UserId: uin, PrincipalId: uin, Type: 'CAMUser' };
    if (!as) return user;
    const id = `${as.role}:${as.session}`;
    return { ...user, Arn: `qcs::sts:${uin}:assumed-role/${as.role}`, UserId: id, PrincipalId: as.role, Type: 'CAMRole' };
  },

  // Accounts of the documents have the documents' regions.
  'region:DescribeRegions': ({ Product }, call) => {
    if (!products.has(Product)) throw new CloudError('InvalidParameter.ParameterError', `There is no product "${Product}".`);
    const names = [...Object.keys(regions), ...(tellsToday(call) ? laterRegions : [])];
    const RegionSet = names.map((id) => ({ Region: id, RegionName: regionName(id, 'zh'), RegionState: 'AVAILABLE', ...inItsConsole(id) }));
    return { TotalCount: RegionSet.length, RegionSet };
  },

  'cvm:DescribeZones': (_, { region }) => {
    const ZoneSet = zonesIn(region).map((zone) => ({
      Zone: zone,
      ZoneName: `${regionName(region, 'zh')}${zone.slice(region.length + 1)}区`,
      ZoneId: String(zoneIdOf(zone) ?? zone),
      ZoneState: 'AVAILABLE',
    }));
    return { TotalCount: ZoneSet.length, ZoneSet };
  },
  'cvm:DescribeInstances': ({ InstanceIds = [], Offset = 0, Limit = 20 }, call) => {
    const bad = InstanceIds.find((id) => !/^ins-[0-9a-z]+$/.test(id));
    if (bad !== undefined) throw new CloudError('InvalidInstanceId.Malformed', `"${bad}" is no id of an instance.`);
    const machines = call
      .table(instanceTable)
      .all()
      .rows()
      .filter(({ Kind, InstanceId }) => Kind === 'CVM' && (InstanceIds.length === 0 || InstanceIds.includes(InstanceId)));
    return { TotalCount: machines.length, InstanceSet: machines.slice(Offset, Offset + Limit).map((row) => machineOf(call, row)) };
  },
} satisfies Handlers<keyof typeof actions>;
