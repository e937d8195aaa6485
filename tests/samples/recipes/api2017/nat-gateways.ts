/** What sample requests about NAT gateways need to find. */
import type { Recipes, SampleParams } from '../../recipe.ts';
import { natGateway, vpc } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

const net = async (s: SampleWorld, p: SampleParams) => void (await vpc(s, p.vpcId));

const nat = async (s: SampleWorld, p: SampleParams) => natGateway(s, await vpc(s, p.vpcId), p.natId, p['assignedEipSet.0']);

export const recipes: Recipes = {
  'vpc2017:CreateNatGateway': net,
  'vpc2017:DeleteNatGateway': nat,
  'vpc2017:ModifyNatGateway': nat,
  'vpc2017:DescribeNatGateway': nat,
  'vpc2017:QueryNatGatewayProductionStatus': async (s, p) => {
    const vpcId = await vpc(s);
    const order = { vpcId, natName: 'nat', maxConcurrent: 1_000_000, autoAllocEipNum: 1 };
    s.as((await s.do2017('CreateNatGateway', order)).billId, p.billId);
  },
  'vpc2017:UpgradeNatGateway': nat,
  'vpc2017:EipBindNatGateway': nat,
  'vpc2017:EipUnBindNatGateway': nat,
};
