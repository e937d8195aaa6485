/** The same for security groups, parameter templates, and what other services make. */
import type { Recipes } from './recipe.ts';
import type { Stand } from './stand.ts';
import { securityGroup, template } from './things.ts';

const rule = (desc: string) => ({ Protocol: 'TCP', Port: '80', CidrBlock: '10.0.0.0/8', Action: 'ACCEPT', PolicyDescription: desc });

/** The group of the samples with so many rules each way, the two templates they name, and the version they expect. */
async function guarded(s: Stand, p: Record<string, string>, rules: number): Promise<void> {
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

export const groups: Recipes = {
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

const have =
  (...names: string[]) =>
  async (s: Stand, p: Record<string, string>): Promise<void> => {
    for (const name of names) await template(s, p[name] ?? name, undefined, 'TestName');
  };

export const templates: Recipes = {
  'vpc:CreateAddressTemplateGroup': have('AddressTemplateIds.0', 'AddressTemplateIds.1'),
  'vpc:CreateServiceTemplateGroup': have('ServiceTemplateIds.0', 'ServiceTemplateIds.1'),
  'vpc:DeleteAddressTemplate': have('AddressTemplateId'),
  'vpc:DeleteAddressTemplateGroup': have('AddressTemplateGroupId'),
  'vpc:DeleteServiceTemplate': have('ServiceTemplateId'),
  'vpc:DeleteServiceTemplateGroup': have('ServiceTemplateGroupId'),
  'vpc:DescribeAddressTemplateGroups': have('Filters.1.Values.0'),
  'vpc:DescribeAddressTemplates': have('Filters.1.Values.0'),
  'vpc:DescribeServiceTemplateGroups': have('ppmg'),
  'vpc:DescribeServiceTemplates': have('ppm'),
  'vpc:ModifyAddressTemplateAttribute': have('AddressTemplateId'),
  'vpc:ModifyAddressTemplateGroupAttribute': have('AddressTemplateGroupId'),
  'vpc:ModifyServiceTemplateAttribute': have('ServiceTemplateId'),
  'vpc:ModifyServiceTemplateGroupAttribute': have('ServiceTemplateGroupId'),
};

/** Databases and proxies, which other services make. */
export const others: Recipes = {
  'cdb:OpenWanService': async (s, p) => void (await s.put('cdb-instance', { InstanceId: p.InstanceId })),
  'gaap:OpenProxies': async (s, p) => {
    await s.put('gaap-proxy', { ProxyId: p['ProxyIds.0'], Status: 'RUNNING' });
    await s.put('gaap-proxy', { ProxyId: p['ProxyIds.1'], Status: 'CLOSED', FailsToOpen: true });
  },
  'cdb2017:OpenCdbHour': async (s, p) => void (await s.put('cdb-instance', { InstanceId: p['cdbInstanceIds.0'], Status: 5 })),
};
