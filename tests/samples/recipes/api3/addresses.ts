/** What sample requests about elastic IPs need to find. */
import type { Recipes } from '../../recipe.ts';
import { eip, machine, subnet, vpc } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

const stood = async (s: SampleWorld, id: string | undefined, more = {}): Promise<string> =>
  machine(s, await subnet(s, await vpc(s)), id, more);

const bound = async (s: SampleWorld, AddressId: string | undefined): Promise<void> => {
  const InstanceId = await stood(s, undefined);
  await s.do3('AssociateAddress', { AddressId: await eip(s, AddressId), InstanceId });
};

export const recipes: Recipes = {
  'vpc:AssociateAddress': async (s, p) => {
    await eip(s, p.AddressId);
    await stood(s, p.InstanceId);
  },
  'vpc:DescribeAddresses': (s, p) => bound(s, p['AddressIds.0']),
  'vpc:DisassociateAddress': (s, p) => bound(s, p.AddressId),
  'vpc:ModifyAddressAttribute': async (s, p) => void (await eip(s, p.AddressId)),
  'vpc:ReleaseAddresses': async (s, p) => void (await eip(s, p['AddressIds.0'])),
  'vpc:TransformAddress': async (s, p) => void (await stood(s, p.InstanceId, { PublicIpAddress: '198.18.7.7' })),
};
