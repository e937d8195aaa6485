/** What sample requests about security groups need to find. */
import type { Recipes, SampleParams } from '../../recipe.ts';
import { securityGroup, template } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

const rule = (desc: string) => ({ Protocol: 'TCP', Port: '80', CidrBlock: '10.0.0.0/8', Action: 'ACCEPT', PolicyDescription: desc });

/** The group of the samples with so many rules each way, the two templates they name, and the version they expect. */
async function guarded(s: SampleWorld, p: SampleParams, rules: number): Promise<void> {
  const SecurityGroupId = await securityGroup(s, p.SecurityGroupId);
  for (const direction of ['Ingress', 'Egress']) {
    const list = Array.from({ length: rules }, (_, index) => rule(`rule ${index}`));
    if (rules > 0) await s.do3('CreateSecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet: { [direction]: list } });
  }
  await template(s, 'ppm-f5n1f8da');
  await template(s, 'ipmg-2uw6ujo6');
  const version = p['SecurityGroupPolicySet.Version'];
  if (version) await s.put('security-group', { SecurityGroupId, Version: Number(version) });
}

export const recipes: Recipes = {
  'vpc:CreateSecurityGroupPolicies': (s, p) => guarded(s, p, 2),
  'vpc:DeleteSecurityGroup': async (s, p) => void (await securityGroup(s, p.SecurityGroupId)),
  'vpc:DeleteSecurityGroupPolicies': (s, p) => guarded(s, p, 2),
  'vpc:DescribeSecurityGroupAssociationStatistics': async (s, p) => {
    await securityGroup(s, p['SecurityGroupIds.0']);
    await securityGroup(s, p['SecurityGroupIds.1'], 'other');
  },
  'vpc:DescribeSecurityGroupPolicies': async (s, p) => {
    const SecurityGroupId = await securityGroup(s, p.SecurityGroupId);
    const AddressTemplate = await template(s, 'ipm');
    const ServiceTemplate = await template(s, 'ppm');
    const both = [
      rule('plain'),
      { ServiceTemplate, AddressTemplate, Action: 'DROP' },
      { Protocol: 'ICMP', SecurityGroupId, Action: 'ACCEPT' },
    ];
    await s.do3('ModifySecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet: { Egress: both, Ingress: both } });
  },
  'vpc:DescribeSecurityGroups': async (s) => void (await securityGroup(s, undefined, 'TestGroup')),
  'vpc:ModifySecurityGroupPolicies': (s, p) => guarded(s, p, 0),
  'vpc:ReplaceSecurityGroupPolicy': (s, p) => guarded(s, p, 3),
};
