/** What sample requests about parameter templates need to find. */
import type { Recipe, Recipes, SampleParams } from '../../recipe.ts';
import { securityGroup, template } from '../../resources.ts';

const have =
  (...names: string[]): Recipe =>
  async (s, p) => {
    for (const name of names) await template(s, p[name] ?? name);
  };

export const recipes: Recipes = {
  'vpc2017:DescribeAddress': have('ipm-kkkkkkkk'),
  'vpc2017:DescribeAddressGroups': have('ipmg-qqqqqqqq'),
  'vpc2017:DescribeService': have('ppm'),
  'vpc2017:DescribeServiceGroups': async (s) => void (await template(s, 'ppmg', undefined, 'a')),
  'vpc2017:CreateAddressGroup': have('addressGroup.0'),
  'vpc2017:CreateServiceGroup': have('serviceGroup.0'),
  'vpc2017:DeleteAddress': have('addressId'),
  'vpc2017:DeleteAddressGroup': have('addressGroupId'),
  'vpc2017:DeleteService': have('serviceId'),
  'vpc2017:DeleteServiceGroup': have('serviceGroupId'),
  'vpc2017:DescribeNetTaskResult': async (s, p) => {
    const serviceId = await template(s, 'ppm');
    const SecurityGroupId = await securityGroup(s);
    const Ingress = [{ ServiceTemplate: serviceId, CidrBlock: '10.0.0.0/8', Action: 'ACCEPT' }];
    await s.do3('CreateSecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet: { Ingress } });
    const { data } = await s.do2017('DescribeServiceInstances', { serviceId });
    s.as(String((data as SampleParams).taskId), p.taskId);
  },
  'vpc2017:DescribeAddressInstances': have('addressId'),
  'vpc2017:DescribeAddressGroupInstances': have('addressGroupId'),
  'vpc2017:DescribeServiceInstances': have('serviceId'),
  'vpc2017:DescribeServiceGroupInstances': have('serviceGroupId'),
  'vpc2017:ModifyAddress': have('addressId'),
  'vpc2017:ModifyAddressAttribute': have('addressId'),
  'vpc2017:ModifyAddressGroup': have('addressGroupId', 'addressGroup.0'),
  'vpc2017:ModifyAddressGroupAttribute': have('addressGroupId'),
  'vpc2017:ModifyService': have('serviceId'),
  'vpc2017:ModifyServiceGroupAttribute': have('serviceGroupId'),
  'vpc2017:ModifyServiceGroup': have('serviceGroupId', 'addressGroup.0'),
  'vpc2017:ModifyServiceAttribute': have('serviceId'),
};
