/** What sample requests about flow logs need to find. */
import type { Recipe, Recipes } from '../../recipe.ts';
import { flowLog } from '../../resources.ts';

const logged: Recipe = (s, p) => flowLog(s, { vpc: p.vpcId, log: p.flowLogId });

export const recipes: Recipes = {
  'vpc2017:CreateFlowLog': async (s, p) => {
    // One VPC, whose name the document masked in two ways.
    const made = await s.do2017('CreateVpc', { vpcName: 'net', cidrBlock: '10.0.0.0/16' });
    s.as(made.vpcId, p.vpcId);
    s.as(made.unVpcId, p.resourceId);
  },
  'vpc2017:ModifyFlowLogAttribute': logged,
  'vpc2017:DeleteFlowLog': logged,
  'vpc2017:DescribeFlowLog': logged,
  'vpc2017:DescribeFlowLogs': logged,
};
