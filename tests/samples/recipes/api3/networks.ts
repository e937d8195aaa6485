/** What sample requests about VPCs, subnets and what is linked with them need to find. */
import type { Recipes } from '../../recipe.ts';
import { classicMachine, subnet, vpc } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

const linked = async (s: SampleWorld, VpcId: string | undefined, id: string, LanIp?: string): Promise<void> => {
  const made = await vpc(s, VpcId);
  await classicMachine(s, id, LanIp);
  await s.do3('AttachClassicLinkVpc', { VpcId: made, InstanceIds: [id] });
};

export const recipes: Recipes = {
  'vpc:AttachClassicLinkVpc': async (s, p) => {
    await vpc(s, p.VpcId);
    await classicMachine(s, p['InstanceIds.0'] ?? '');
  },
  'vpc:DetachClassicLinkVpc': (s, p) => linked(s, p.VpcId, p['InstanceIds.0'] ?? ''),
  'vpc:DescribeClassicLinkInstances': (s, p) => linked(s, p['Filters.0.Values.0'], 'ins-0x5msjda', p['Filters.1.Values.0']),
  'vpc:DeleteVpc': async (s, p) => void (await vpc(s, p.VpcId)),
  'vpc:ModifyVpcAttribute': async (s, p) => void (await vpc(s, p.VpcId)),
  'vpc:DescribeVpcs': async (s) => {
    await vpc(s, undefined, '192.168.0.0/16');
    await s.do3('CreateVpc', { VpcName: 'net', CidrBlock: '10.8.0.0/16', DnsServers: ['10.8.0.2'] });
  },
  'vpc:DeleteSubnet': async (s, p) => void (await subnet(s, await vpc(s), p.SubnetId)),
  'vpc:DescribeSubnets': async (s, p) => {
    const { Vpc } = await s.do3('CreateDefaultVpc', { Force: true, Zone: 'ap-guangzhou-2' });
    const { VpcId, SubnetId } = Vpc as Record<string, unknown>;
    await s.do3('ModifySubnetAttribute', { SubnetId, SubnetName: p['Filters.0.Values.0'] });
    s.as(VpcId, p['Filters.1.Values.0']);
    s.as(SubnetId, p['Filters.2.Values.0']);
  },
};
