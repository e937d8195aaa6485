/** What sample requests about network interfaces need to find. */
import type { Recipes } from '../../recipe.ts';
import { eip, eni, machine, securityGroup, subnet, vpc } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

const range = '172.16.0.0/16';

interface Cards {
  readonly card?: string | undefined;
  readonly on?: string | undefined;
  readonly to?: string | undefined;
  readonly second?: string | undefined;
  /** A secondary address of the card. */
  readonly address?: string | undefined;
}

/** Interfaces in a subnet that has the addresses of the samples, on a machine where `on` names one. */
async function cards(s: SampleWorld, { card, on, to, second, address }: Cards): Promise<void> {
  const net = await vpc(s, undefined, range);
  const SubnetId = await subnet(s, net, undefined, '172.16.32.0/20');
  const more = address === undefined ? {} : { PrivateIpAddresses: [{ PrivateIpAddress: address, Primary: false }] };
  const NetworkInterfaceId = await eni(s, net, SubnetId, card, more);
  if (second) await eni(s, net, SubnetId, second);
  if (to) await machine(s, SubnetId, to);
  if (!on) return;
  await s.do3('AttachNetworkInterface', { NetworkInterfaceId, InstanceId: await machine(s, SubnetId, on) });
}

export const recipes: Recipes = {
  'vpc:AssignPrivateIpAddresses': (s, p) => cards(s, { card: p.NetworkInterfaceId }),
  'vpc:AttachNetworkInterface': (s, p) => cards(s, { card: p.NetworkInterfaceId, to: p.InstanceId }),
  'vpc:CreateNetworkInterface': async (s, p) => {
    await subnet(s, await vpc(s, p.VpcId, range), p.SubnetId, '172.16.64.0/24');
    await securityGroup(s, p['SecurityGroupIds.0']);
  },
  'vpc:DeleteNetworkInterface': (s, p) => cards(s, { card: p.NetworkInterfaceId }),
  'vpc:DescribeNetworkInterfaces': async (s) => {
    const net = await vpc(s);
    const SubnetId = await subnet(s, net);
    const InstanceId = await machine(s, SubnetId, undefined, { SecurityGroupIds: [await securityGroup(s)] });
    const NetworkInterfaceId = await eni(s, net, SubnetId, undefined, {
      PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.77', Primary: true, Description: 'first' }],
      SecurityGroupIds: [await securityGroup(s, undefined, 'second')],
    });
    await s.do3('AttachNetworkInterface', { NetworkInterfaceId, InstanceId });
    await s.do3('AssociateAddress', { AddressId: await eip(s), NetworkInterfaceId, PrivateIpAddress: '10.0.1.77' });
    await s.do3('AssociateAddress', { AddressId: await eip(s), InstanceId });
  },
  'vpc:DetachNetworkInterface': (s, p) => cards(s, { card: p.NetworkInterfaceId, on: p.InstanceId }),
  'vpc:MigrateNetworkInterface': (s, p) => cards(s, { card: p.NetworkInterfaceId, on: p.SourceInstanceId, to: p.DestinationInstanceId }),
  'vpc:MigratePrivateIpAddress': (s, p) =>
    cards(s, { card: p.SourceNetworkInterfaceId, second: p.DestinationNetworkInterfaceId, address: p.PrivateIpAddress }),
  'vpc:ModifyNetworkInterfaceAttribute': (s, p) => cards(s, { card: p.NetworkInterfaceId }),
  'vpc:ModifyPrivateIpAddressesAttribute': (s, p) =>
    cards(s, { card: p.NetworkInterfaceId, address: p['PrivateIpAddresses.0.PrivateIpAddress'] }),
  'vpc:UnassignPrivateIpAddresses': (s, p) => cards(s, { card: p.NetworkInterfaceId, address: p['PrivateIpAddresses.0.PrivateIpAddress'] }),
};
