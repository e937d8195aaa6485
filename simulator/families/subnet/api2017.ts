/** Subnets over the 2017 API (9243-9680). */
import type { actions } from '../../../catalogue/families/subnet/index.ts';
import { zoneIdOf } from '../../../catalogue/regions.ts';
import type { Call, Handlers2017 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { instanceTable } from '../../instances/table.ts';
import { freeAddressCount, usableAddresses } from '../../rules/addresses.ts';
import { orderedPage } from '../../rules/lists.ts';
import { zoneFrom2017 } from '../../rules/zones.ts';
import { routeTableTable } from '../route-table/table.ts';
import { canHaveDefaultSubnet } from '../vpc/default-vpc.ts';
import { vpcAsked, vpcIn } from '../vpc/rules.ts';
import { vpcTable } from '../vpc/table.ts';
import { createSubnet, deleteSubnet, type SubnetCodes, subnetIn, subnetOf } from './rules.ts';
import { type SubnetRow, subnetTable } from './table.ts';

const codes: SubnetCodes = { outside: 'InvalidSubnetCidr', conflict: 'InvalidSubnet.Conflict', overQuota: 'SubnetLimitExceeded' };

/** The zone of a 2017 number. @throws CloudError InvalidZone.NotFound (9296). */
export function zoneNamed(call: Call, zoneId: string): string {
  const zone = zoneFrom2017(call.region, zoneId);
  if (zone === undefined) throw new CloudError('InvalidZone.NotFound', `There is no zone ${zoneId} in ${call.region}.`);
  return zone;
}

/** The ids of a subnet's zone and route table in the 2017 generation's first spelling. */
const places = (call: Call, row: SubnetRow) => ({
  routeTableId: call.table(routeTableTable).get(row.RouteTableId)?.OldId ?? row.RouteTableId,
  zoneId: String(zoneIdOf(row.Zone) ?? row.Zone),
});

/** A subnet as the answer to its creation shows it (9277). */
export const createdSubnet = (call: Call, row: SubnetRow) => ({
  subnetId: row.OldId,
  unSubnetId: row.SubnetId,
  subnetName: row.SubnetName,
  cidrBlock: row.CidrBlock,
  ...places(call, row),
  zone: row.Zone,
});

const addressCounts = (call: Call, row: SubnetRow) => ({
  totalIPNum: usableAddresses(row),
  availableIPNum: freeAddressCount(call.partition, row),
});

const listed = (call: Call, row: SubnetRow, withAcl: boolean) => ({
  vpcId: call.table(vpcTable).get(row.VpcId)?.OldId ?? row.VpcId,
  unVpcId: row.VpcId,
  ...createdSubnet(call, row),
  networkAclId: withAcl && row.NetworkAclId ? row.NetworkAclId : '0',
  vpcDevices: call.table(instanceTable).where('MachineSubnet', row.SubnetId).size,
  ...addressCounts(call, row),
  broadcast: row.EnableBroadcast,
  isDefault: row.IsDefault,
});

export const handlers = {
  'vpc2017:CreateSubnet': (params, call) => {
    const vpc = vpcIn(call, params.vpcId);
    const subnets = params.subnetSet.map((wanted) =>
      createSubnet(call, vpc, { name: wanted.subnetName, cidr: wanted.cidrBlock, zone: zoneNamed(call, wanted.zoneId) }, codes),
    );
    return { subnetSet: subnets.map((row) => createdSubnet(call, row)) };
  },

  'vpc2017:DescribeSubnetEx': (params, call) => {
    const vpc = vpcAsked(call, params.vpcId);
    const { total, rows } = orderedPage(call.table(subnetTable), {
      ...params,
      order: ['subnetName', 'SubnetName'],
      only: params.subnetId === undefined ? undefined : subnetOf(call, params.subnetId, 'InvalidSubnet.NotFound'),
      under: { VpcId: vpc && [vpc.VpcId], Zone: params.zoneIds?.flatMap((zoneId) => zoneFrom2017(call.region, zoneId) ?? []) },
      containing: { SubnetName: params.subnetName },
    });
    return { totalCount: total, data: rows.map((row) => listed(call, row, params.getAclIdFlag === 1)) };
  },

  'vpc2017:DescribeSubnet': (params, call) => {
    const row = subnetIn(call, vpcIn(call, params.vpcId), params.subnetId);
    return {
      subnetId: row.OldId,
      subnetName: row.SubnetName,
      subnetCreateTime: row.CreatedTime,
      cidrBlock: row.CidrBlock,
      ...places(call, row),
      ...addressCounts(call, row),
    };
  },

  'vpc2017:CheckDefaultSubnet': (params, call) => {
    const zone = params.zoneId === undefined ? undefined : zoneNamed(call, params.zoneId);
    return { data: { checkResult: canHaveDefaultSubnet(call, zone) } };
  },

  'vpc2017:ModifySubnetAttribute': (params, call) => {
    const vpc = vpcIn(call, params.vpcId);
    const subnet = subnetIn(call, vpc, params.subnetId);
    const sisters = call.table(subnetTable).where('VpcId', vpc.VpcId).rows();
    if (sisters.some((row) => row.SubnetName === params.subnetName && row.SubnetId !== subnet.SubnetId)) {
      throw new CloudError('InvalidSubnetName', `Another subnet of the VPC ${vpc.VpcId} is called "${params.subnetName}".`);
    }
    call.table(subnetTable).put({ ...subnet, SubnetName: params.subnetName });
  },

  'vpc2017:DeleteSubnet': (params, call) => {
    const subnet = subnetIn(call, vpcIn(call, params.vpcId), params.subnetId);
    deleteSubnet(call, subnet, 'InvalidSubnet.CannotDelete');
  },
} satisfies Handlers2017<typeof actions>;
