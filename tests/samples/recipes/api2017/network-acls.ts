/** What sample requests about network ACLs need to find. */
import type { Recipes, SampleParams } from '../../recipe.ts';
import { networkAcl, subnet, vpc } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

const net = async (s: SampleWorld, p: SampleParams) => void (await vpc(s, p.vpcId));

async function guarded(s: SampleWorld, p: SampleParams): Promise<void> {
  const vpcId = await vpc(s, p.vpcId);
  const networkAclId = await networkAcl(s, vpcId, p.networkAclId);
  if (!p['subnetIds.0']) return;
  const subnetIds = [await subnet(s, vpcId, p['subnetIds.0'])];
  if (p.Action !== 'CreateSubnetAclRule') await s.do2017('CreateSubnetAclRule', { vpcId, networkAclId, subnetIds });
}

export const recipes: Recipes = {
  'vpc2017:CreateNetworkAcl': net,
  'vpc2017:DeleteNetworkAcl': guarded,
  'vpc2017:ModifyNetworkAcl': guarded,
  'vpc2017:DescribeNetworkAcl': guarded,
  'vpc2017:ModifyNetworkAclEntry': guarded,
  'vpc2017:CreateSubnetAclRule': guarded,
  'vpc2017:DeteleSubnetAclRule': guarded,
  'vpc2017:DescribeAcl': guarded,
};
