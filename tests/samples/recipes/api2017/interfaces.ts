/** What sample requests about network interfaces need to find. */
import type { Recipes, SampleParams } from '../../recipe.ts';
import { eni, machine, securityGroup, subnet, vpc } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

/** The samples' interface and, where they name them, its address, its machine and another one, another interface. */
async function cards(s: SampleWorld, p: SampleParams): Promise<void> {
  const VpcId = await vpc(s, p.vpcId);
  const SubnetId = await subnet(s, VpcId, undefined, '10.0.0.0/24');
  const address = p['privateIpAddress.0'] ?? p.privateIpAddress;
  const more = address === undefined ? {} : { PrivateIpAddresses: [{ PrivateIpAddress: address, Primary: false }] };
  // Of the first address that is free, the sample wants to be rid: the primary one must be another.
  if (address !== undefined) await machine(s, SubnetId, undefined, { PrivateIpAddress: address === '10.0.0.2' ? '10.0.0.3' : '10.0.0.2' });
  const NetworkInterfaceId = await eni(s, VpcId, SubnetId, p.networkInterfaceId ?? p.oldNetworkInterfaceId, more);
  if (p.newNetworkInterfaceId) await eni(s, VpcId, SubnetId, p.newNetworkInterfaceId);
  if (p.newInstanceId) await machine(s, SubnetId, p.newInstanceId);
  const on = p.oldInstanceId ?? p.instanceId;
  if (!on) return;
  const InstanceId = await machine(s, SubnetId, on);
  if (p.Action !== 'AttachNetworkInterface') await s.do3('AttachNetworkInterface', { NetworkInterfaceId, InstanceId });
}

export const recipes: Recipes = {
  'vpc2017:CreateNetworkInterface': async (s, p) => {
    await subnet(s, await vpc(s, p.vpcId), p.subnetId);
    await securityGroup(s, p['sgIds.0']);
  },
  'vpc2017:DeleteNetworkInterface': cards,
  'vpc2017:ModifyNetworkInterface': cards,
  'vpc2017:DescribeNetworkInterfaces': async (s, p) => {
    const VpcId = await vpc(s, p.vpcId);
    const SubnetId = await subnet(s, VpcId);
    const SecurityGroupIds = [await securityGroup(s)];
    const InstanceId = await machine(s, SubnetId, undefined, { SecurityGroupIds });
    const NetworkInterfaceId = await eni(s, VpcId, SubnetId, undefined, { SecurityGroupIds });
    await s.do3('AttachNetworkInterface', { NetworkInterfaceId, InstanceId });
  },
  'vpc2017:AssignPrivateIpAddresses': cards,
  'vpc2017:UnassignPrivateIpAddresses': cards,
  'vpc2017:AttachNetworkInterface': cards,
  'vpc2017:DetachNetworkInterface': cards,
  'vpc2017:MigrateNetworkInterface': cards,
  'vpc2017:MigratePrivateIpAddress': cards,
};
