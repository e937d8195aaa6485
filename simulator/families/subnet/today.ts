/** Subnets over API 3.0 of today: a /64 of the VPC's IPv6 block. */
import type { todaysActions } from '../../../catalogue/families/subnet/today.ts';
import { formatIpBlock, type IpBlock, includesIps, ipBlockAt, ipBlockOf, meetIps } from '../../../network/addresses/ip.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { tellsToday } from '../../rules/today.ts';
import { eniTable } from '../eni/table.ts';
import { api3Codes, vpcOf } from '../vpc/rules.ts';
import type { VpcRow } from '../vpc/table.ts';
import { subnetIn } from './rules.ts';
import { type SubnetRow, subnetTable } from './table.ts';

/** What today tells of a subnet beside the documents' fields: nothing here stands in a dedicated cluster. */
export const told = (call: Call, { Ipv6CidrBlock = '' }: SubnetRow) => ({
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

export const handlers = {
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
