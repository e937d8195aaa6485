/** The default VPC and its default subnets, one in each zone (1060-1180, 9618-9680). */
import { freeBlocks } from '../../../network/addresses/cidr.ts';
import { quotaOf } from '../../accounts/quota.ts';
import type { Call } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { zoneExists, zonesIn } from '../../rules/zones.ts';
import { addSubnet } from '../subnet/rules.ts';
import { subnetTable } from '../subnet/table.ts';
import { api3Codes, createVpc } from './rules.ts';
import { type VpcRow, vpcTable } from './table.ts';

/** Block of the sample's default VPC (1563) and size of the sample's default subnet (1907). */
const defaultBlock = '172.16.0.0/16';
const defaultSubnetPrefix = 20;

const defaultVpcOf = (call: Call): VpcRow | undefined => call.table(vpcTable).first('Default', 'true');

/** The block that zone's default subnet would take: the zone's own place in the VPC where that is free, else the first. */
function blockForZone(call: Call, vpc: VpcRow, zone: string): string | undefined {
  const used = call
    .table(subnetTable)
    .where('VpcId', vpc.VpcId)
    .rows()
    .map((row) => row.CidrBlock);
  const free = freeBlocks(vpc.CidrBlock, used, defaultSubnetPrefix);
  const own = `172.16.${(Number(zone.slice(-1)) - 1) * 16}.0/${defaultSubnetPrefix}`;
  return free.includes(own) ? own : free[0];
}

const defaultSubnetOf = (call: Call, vpc: VpcRow, zone: string) =>
  call
    .table(subnetTable)
    .where('VpcId', vpc.VpcId)
    .rows()
    .find((row) => row.IsDefault && row.Zone === zone);

const anyZone = (call: Call): string => {
  const zones = zonesIn(call.region);
  return zones[call.world.random.below(zones.length)] as string;
};

/**
 * The ids of the default VPC and of its default subnet in the zone, which are made where they are missing. An account
 * with the classic network gets "0" for both, unless it insists (1072-1077).
 * @throws CloudError for an unknown zone, a full quota, or a VPC with no room for another subnet.
 */
export function createDefaultVpc(call: Call, zone: string | undefined, force: boolean): { VpcId: string; SubnetId: string } {
  if (zone !== undefined && !zoneExists(call.region, zone)) {
    throw new CloudError('InvalidParameterValue', `There is no zone ${zone} in ${call.region}.`);
  }
  if (call.account.classic && !force) return { VpcId: '0', SubnetId: '0' };
  const there = zone ?? anyZone(call);
  const vpc = defaultVpcOf(call) ?? createVpc(call, { name: '默认VPC', cidr: defaultBlock, isDefault: true }, api3Codes).vpc;
  const known = defaultSubnetOf(call, vpc, there);
  if (known) return { VpcId: vpc.VpcId, SubnetId: known.SubnetId };
  const cidr = blockForZone(call, vpc, there);
  if (!cidr) throw new CloudError('ResourceInsufficient', `The default VPC ${vpc.VpcId} has no room for another subnet.`);
  const subnet = addSubnet(call, vpc, { name: '默认子网', cidr, zone: there, isDefault: true });
  return { VpcId: vpc.VpcId, SubnetId: subnet.SubnetId };
}

/**
 * Whether a default subnet is there or could be made in the zone; false when not even the default VPC could be made.
 * @throws CloudError InvalidSubnet.CreateError when the default VPC has no block left (9649).
 */
export function canHaveDefaultSubnet(call: Call, zone: string | undefined): boolean {
  const vpc = defaultVpcOf(call);
  if (!vpc) return call.table(vpcTable).size < quotaOf(call, 'vpcs-per-region');
  const there = zone ?? (zonesIn(call.region)[0] as string);
  if (defaultSubnetOf(call, vpc, there) || blockForZone(call, vpc, there)) return true;
  throw new CloudError('InvalidSubnet.CreateError', `The default VPC ${vpc.VpcId} has no block left for a subnet in ${there}.`);
}
