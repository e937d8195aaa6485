/** What sample requests about VPCs, subnets and what is linked with them need to find. */
import type { Recipes, SampleParams } from '../../recipe.ts';
import { classicMachine, machine, subnet, vpc } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

const net = async (s: SampleWorld, p: SampleParams) => void (await vpc(s, p.vpcId));

async function linked(s: SampleWorld, p: SampleParams): Promise<void> {
  const vpcId = await vpc(s, p.vpcId);
  const id = p['instanceIds.0'] ?? 'ins-df454d';
  await classicMachine(s, id);
  await s.do2017('AttachClassicLinkVpc', { vpcId, instanceIds: [id] });
  const { data } = await s.do2017('DescribeVpcClassicLink', { vpcId });
  if (p.classicLinkId) s.as((data as SampleParams[])[0]?.classicLinkId, p.classicLinkId);
}

async function zoned(s: SampleWorld, p: SampleParams): Promise<void> {
  const made = await vpc(s, p.vpcId);
  const id = await subnet(s, made, p.subnetId);
  if (p.subnetName) await s.do3('ModifySubnetAttribute', { SubnetId: id, SubnetName: p.subnetName });
}

export const recipes: Recipes = {
  'vpc2017:DescribeVpcTaskResult': async (s, p) => {
    const { taskId } = (await s.put('task', { family: 'eni' })) as { taskId: number };
    s.as(String(taskId), p.taskId);
  },
  'vpc2017:DeleteVpc': net,
  'vpc2017:ModifyVpcAttribute': net,
  'vpc2017:DescribeVpcEx': net,
  'vpc2017:AssociateVip': async (s, p) => {
    await machine(s, await subnet(s, await vpc(s, p.vpcId), undefined, '10.0.0.0/24'), undefined, { PrivateIpAddress: p.lanIp });
    await s.put('vip', { VipId: p.vipId });
  },
  'vpc2017:AttachClassicLinkVpc': async (s, p) => {
    await net(s, p);
    await classicMachine(s, p['instanceIds.0'] ?? '');
  },
  'vpc2017:DetachClassicLinkVpc': linked,
  'vpc2017:DescribeVpcClassicLink': linked,
  'vpc2017:CreateSubnet': net,
  'vpc2017:DeleteSubnet': zoned,
  'vpc2017:ModifySubnetAttribute': zoned,
  'vpc2017:DescribeSubnetEx': zoned,
};
