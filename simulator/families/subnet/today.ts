/** Subnets over API 3.0 of today: a /64 of the VPC's IPv6 block, and who holds their addresses. */
import { parseAddress } from '../../../catalogue/address.ts';
import type { todaysActions } from '../../../catalogue/families/subnet/today.ts';
import { formatIpBlock, type IpBlock, includesIps, ipBlockAt, ipBlockOf, meetIps } from '../../../network/addresses/ip.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { type AddressRow, addressTable, instanceTable } from '../../instances/table.ts';
import { matcherOf } from '../../rules/filters.ts';
import { listPage } from '../../rules/lists.ts';
import { tellsToday } from '../../rules/today.ts';
import { eniTable } from '../eni/table.ts';
import { api3Codes, vpcOf } from '../vpc/rules.ts';
import type { VpcRow } from '../vpc/table.ts';
import { subnetIn, subnetOf } from './rules.ts';
import { type SubnetRow, subnetTable } from './table.ts';

/** What today tells of a subnet beside the documents' fields: nothing here stands in a dedicated cluster. */
export const todaysSubnetFields = (call: Call, { Ipv6CidrBlock = '' }: SubnetRow) => ({
  ...(Ipv6CidrBlock === '' && !tellsToday(call) ? {} : { Ipv6CidrBlock }),
  ...(tellsToday(call) ? { CdcId: '', IsCdcSubnet: 0, IsRemoteVpcSnat: false } : {}),
});

const taken = (call: Call, { VpcId }: VpcRow): readonly IpBlock[] =>
  call
    .table(subnetTable)
    .where('VpcId', VpcId)
    .rows()
    .flatMap(({ Ipv6CidrBlock }) => (Ipv6CidrBlock ? [ipBlockOf(Ipv6CidrBlock)] : []));

/** An interface of the subnet that has an IPv6 address. */
const interfaceIn = (call: Call, SubnetId: string): string | undefined =>
  call
    .table(eniTable)
    .where('InSubnet', SubnetId)
    .rows()
    .find(({ Ipv6Addresses = [] }) => Ipv6Addresses.length > 0)?.NetworkInterfaceId;

/** The lowest /64 of the VPC's block that no subnet has. */
function nextBlock(call: Call, vpc: VpcRow, whole: IpBlock): IpBlock {
  const others = taken(call, vpc);
  for (let at = BigInt(whole.from); at <= BigInt(whole.to); at += 1n << 64n) {
    const block = ipBlockAt(at, 64);
    if (!others.some((other) => meetIps(other, block))) return block;
  }
  throw new CloudError('InvalidParameterValue.SubnetConflict', `The block of the VPC ${vpc.VpcId} has no /64 left.`);
}

function wantedBlock(call: Call, vpc: VpcRow, asked: string | undefined): string {
  if (!vpc.Ipv6CidrBlock) throw new CloudError('InvalidParameterValue.SubnetRange', `The VPC ${vpc.VpcId} has no IPv6 block.`);
  const whole = ipBlockOf(vpc.Ipv6CidrBlock);
  if (asked === undefined) return formatIpBlock(nextBlock(call, vpc, whole));
  const block = ipBlockOf(asked);
  if (block.prefix !== 64) throw new CloudError('InvalidParameterValue.Malformed', `${asked} is no /64.`);
  if (!includesIps(whole, block)) throw new CloudError('InvalidParameterValue.SubnetRange', `${asked} is not inside ${vpc.Ipv6CidrBlock}.`);
  if (taken(call, vpc).some((other) => meetIps(other, block)))
    throw new CloudError('InvalidParameterValue.SubnetConflict', `${asked} is another subnet's.`);
  return formatIpBlock(block);
}

/** How the cloud calls the kinds of what takes addresses. */
const kinds = { CVM: 'CVM', CDB: 'CDB', NOSQL: 'MONGODB', CLB: 'CLB' } as const;

/** What holds an address: a machine, a service, or an interface that is no machine's first. */
const kindOf = (call: Call, { HolderId }: AddressRow): string => {
  const instance = call.table(instanceTable).get(HolderId);
  return instance ? kinds[instance.Kind] : 'ENI';
};

const compareAddresses = (a: AddressRow, b: AddressRow): number => (parseAddress(a.Address) ?? 0) - (parseAddress(b.Address) ?? 0);

const addressReads = {
  'ip-addresses': ({ Address }: AddressRow) => Address,
  'resource-id': ({ HolderId }: AddressRow) => HolderId,
};

/** How many of each kind hold addresses: each holder once. */
function itemsOf(call: Call, rows: readonly AddressRow[]) {
  const holders = new Map(rows.map((row) => [row.HolderId, kindOf(call, row)]));
  const counts = new Map<string, number>();
  for (const kind of holders.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([ResourceType, ResourceCount]) => ({ ResourceType, ResourceName: ResourceType, ResourceCount }));
}

export const handlers = {
  'vpc:DescribeUsedIpAddress': ({ VpcId, SubnetId, IpAddresses = [], Filters, Offset = 0, Limit = 20 }, call) => {
    if (SubnetId !== undefined && call.table(subnetTable).get(SubnetId)?.VpcId !== VpcId)
      throw new CloudError('InvalidParameterValue.ParameterMismatch', `${SubnetId} is no subnet of ${VpcId}.`);
    const own = call.table(addressTable);
    const inPlace = SubnetId === undefined ? own.all().rows() : own.where('SubnetId', SubnetId).rows();
    const rows = inPlace
      .filter((row) => row.VpcId === VpcId && (IpAddresses.length === 0 || IpAddresses.includes(row.Address)))
      .sort(compareAddresses);
    const page = listPage(rows, { offset: Offset, limit: Limit, newestFirst: false }, matcherOf(addressReads, Filters));
    return {
      TotalCount: page.total,
      IpAddressStates: page.rows.map((row) => ({
        VpcId,
        SubnetId: row.SubnetId,
        IpAddress: row.Address,
        ResourceType: kindOf(call, row),
        ResourceId: row.HolderId,
      })),
    };
  },

  'vpc:DescribeSubnetResourceDashboard': ({ SubnetIds }, call) => ({
    ResourceStatisticsSet: SubnetIds.map((id) => {
      const { VpcId, SubnetId } = subnetOf(call, id, 'ResourceNotFound');
      const rows = call.table(addressTable).where('SubnetId', SubnetId).rows();
      return { VpcId, SubnetId, Ip: rows.length, ResourceStatisticsItemSet: itemsOf(call, rows) };
    }),
  }),

  'vpc:AssignIpv6SubnetCidrBlock': ({ VpcId, Ipv6SubnetCidrBlocks }, call) => {
    const vpc = vpcOf(call, VpcId, api3Codes);
    const Ipv6SubnetCidrBlockSet = Ipv6SubnetCidrBlocks.map(({ SubnetId, Ipv6CidrBlock: asked }) => {
      const subnet = subnetIn(call, vpc, SubnetId, 'ResourceNotFound');
      if (subnet.Ipv6CidrBlock)
        throw new CloudError('LimitExceeded.SubnetCidrBlock', `The subnet ${SubnetId} has ${subnet.Ipv6CidrBlock}.`);
      const Ipv6CidrBlock = wantedBlock(call, vpc, asked);
      call.table(subnetTable).put({ ...subnet, Ipv6CidrBlock });
      return { SubnetId, Ipv6CidrBlock };
    });
    return { Ipv6SubnetCidrBlockSet };
  },

  'vpc:UnassignIpv6SubnetCidrBlock': ({ VpcId, Ipv6SubnetCidrBlocks }, call) => {
    const vpc = vpcOf(call, VpcId, api3Codes);
    for (const { SubnetId, Ipv6CidrBlock } of Ipv6SubnetCidrBlocks) {
      const subnet = subnetIn(call, vpc, SubnetId, 'ResourceNotFound');
      const has = subnet.Ipv6CidrBlock ?? '';
      if (has === '' || (Ipv6CidrBlock ?? has) !== has)
        throw new CloudError('ResourceNotFound', `The subnet ${SubnetId} has no such IPv6 block.`);
      const holder = interfaceIn(call, SubnetId);
      if (holder) throw new CloudError('ResourceInUse', `The interface ${holder} has an address of it.`);
      call.table(subnetTable).put({ ...subnet, Ipv6CidrBlock: '' });
    }
  },
} satisfies Handlers3<typeof todaysActions>;
