/** VPCs over the 2017 API (8579-8950). */
import type { actions } from '../../../catalogue/families/vpc/index.ts';
import type { Call, Handlers2017 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { addressKey, addressTable, instanceTable } from '../../instances/table.ts';
import { orderedPage } from '../../rules/lists.ts';
import { createdSubnet, zoneNamed } from '../subnet/api2017.ts';
import { createSubnet, type SubnetCodes } from '../subnet/rules.ts';
import { api2017Codes, createVpc, deleteVpc, vpcAsked, vpcIn } from './rules.ts';
import { type VpcRow, vipTable, vpcTable } from './table.ts';

/** Subnets that are made with their VPC are refused with the codes that this action's own table has (8634-8637). */
const withVpcCodes: SubnetCodes = { outside: 'InvalidVpcCidr', conflict: 'InvalidVpcCidr', overQuota: 'VpcLimitExceeded' };

/** The counts of a listed VPC. Tables say themselves under which of these they count. */
const noCounts = { subnetNum: 0, routeTableNum: 0, vpnGwNum: 0, vpcPeerNum: 0, classicLinkNum: 0, vpgNum: 0, natNum: 0 };

function countsOf(call: Call, vpcId: string): typeof noCounts {
  const counts = { ...noCounts };
  for (const spec of call.world.allSpecs()) {
    const { countedAs } = spec;
    if (countedAs !== undefined && Object.hasOwn(counts, countedAs)) {
      counts[countedAs as keyof typeof noCounts] += call.table(spec).where('VpcId', vpcId).size;
    }
  }
  return counts;
}

const answer = (call: Call, row: VpcRow) => ({
  vpcId: row.OldId,
  unVpcId: row.VpcId,
  vpcName: row.VpcName,
  cidrBlock: row.CidrBlock,
  ...countsOf(call, row.VpcId),
  vpcDeviceNum: call.table(instanceTable).where('MachineVpc', row.VpcId).size,
  createTime: row.CreatedTime,
  isDefault: row.IsDefault,
});

export const handlers = {
  'vpc2017:CreateVpc': (params, call) => {
    const { vpc, routeTable } = createVpc(call, { name: params.vpcName, cidr: params.cidrBlock }, api2017Codes);
    const subnets = (params.subnetSet ?? []).map((wanted) =>
      createSubnet(call, vpc, { name: wanted.subnetName, cidr: wanted.cidrBlock, zone: zoneNamed(call, wanted.zoneId) }, withVpcCodes),
    );
    return {
      vpcId: vpc.OldId,
      unVpcId: vpc.VpcId,
      uniqVpcId: vpc.VpcId,
      vpcCreateTime: vpc.CreatedTime,
      subnetSet: subnets.map((subnet) => createdSubnet(call, subnet)),
      routeTableSet: [{ routeTableId: routeTable.OldId, routeTableType: 1, routeTableName: routeTable.RouteTableName }],
    };
  },

  'vpc2017:DescribeVpcEx': (params, call) => {
    const { total, rows } = orderedPage(call.table(vpcTable), {
      ...params,
      order: ['vpcName', 'VpcName'],
      only: vpcAsked(call, params.vpcId),
      containing: { VpcName: params.vpcName },
    });
    return { totalCount: total, data: rows.map((row) => answer(call, row)) };
  },

  'vpc2017:ModifyVpcAttribute': (params, call) => {
    const vpc = vpcIn(call, params.vpcId);
    call.table(vpcTable).put({ ...vpc, VpcName: params.vpcName });
  },

  'vpc2017:DeleteVpc': (params, call) => deleteVpc(call, vpcIn(call, params.vpcId), api2017Codes),

  'vpc2017:AssociateVip': (params, call) => {
    const vpc = vpcIn(call, params.vpcId);
    const vips = call.table(vipTable);
    const vip = vips.get(String(params.vipId));
    if (!vip) throw new CloudError('InvalidVipId.NotFound', `There is no VIP ${params.vipId} in ${call.region}.`);
    const holder = call.table(addressTable).get(addressKey(vpc.VpcId, params.lanIp));
    if (!holder || !call.table(instanceTable).has(holder.HolderId)) {
      throw new CloudError('InvalidLanIp.NotFound', `No machine of the VPC ${vpc.VpcId} has the address ${params.lanIp}.`);
    }
    vips.put({ ...vip, VpcId: vpc.VpcId, LanIp: params.lanIp });
  },
} satisfies Handlers2017<typeof actions>;
