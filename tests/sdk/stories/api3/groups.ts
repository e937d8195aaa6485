/** Security groups and parameter templates, by the official client of API 3.0. */
import { describe, expect, it } from 'vitest';
import { must, refusal, type SdkStage } from '../../stage.ts';

const http = { Protocol: 'TCP', Port: '80', CidrBlock: '10.0.0.0/8', Action: 'ACCEPT', PolicyDescription: 'http' };
const https = { ...http, Port: '443', PolicyDescription: 'https' };

export function stories(stage: SdkStage): void {
  describe('security groups', () => {
    it('a group gets rules, with its version watched, is bound, and goes once nothing refers to it', async () => {
      const client = stage.vpc();
      const { SecurityGroup } = await client.CreateSecurityGroup({ GroupName: 'web', GroupDescription: 'front', ProjectId: '0' });
      const SecurityGroupId = must(SecurityGroup?.SecurityGroupId);
      const rules = async () => must((await client.DescribeSecurityGroupPolicies({ SecurityGroupId })).SecurityGroupPolicySet);
      const { Version } = await rules();
      await client.CreateSecurityGroupPolicies({
        SecurityGroupId,
        SecurityGroupPolicySet: { Version: must(Version), Ingress: [http, https] },
      });
      const stale = client.CreateSecurityGroupPolicies({
        SecurityGroupId,
        SecurityGroupPolicySet: { Version: must(Version), Egress: [http] },
      });
      expect(await refusal(stale)).toBe('UnsupportedOperation.VersionMismatch');
      expect((await rules()).Ingress).toMatchObject([
        { ...http, PolicyIndex: 0 },
        { ...https, PolicyIndex: 1 },
      ]);
      const Ingress = [{ ...https, PolicyIndex: 1, Action: 'DROP' }];
      await client.ReplaceSecurityGroupPolicy({ SecurityGroupId, SecurityGroupPolicySet: { Ingress } });
      expect((await rules()).Ingress?.[1]).toMatchObject({ Port: '443', Action: 'DROP' });
      await client.DeleteSecurityGroupPolicies({ SecurityGroupId, SecurityGroupPolicySet: { Ingress: [{ PolicyIndex: 0 }] } });
      expect((await rules()).Ingress).toMatchObject([{ Port: '443', PolicyIndex: 0 }]);
      const whole = { Egress: [{ ...http, Port: '53', Protocol: 'UDP' }], Ingress: [http] };
      await client.ModifySecurityGroupPolicies({ SecurityGroupId, SecurityGroupPolicySet: whole });
      expect(await rules()).toMatchObject({ Egress: [{ Protocol: 'UDP', Port: '53' }], Ingress: [http] });

      await client.ModifySecurityGroupAttribute({ SecurityGroupId, GroupName: 'front', GroupDescription: 'the front' });
      const asked = { Filters: [{ Name: 'security-group-name', Values: ['front'] }], Limit: '1' };
      const listed = await client.DescribeSecurityGroups(asked);
      expect(listed).toMatchObject({ TotalCount: 1, SecurityGroupSet: [{ SecurityGroupId, SecurityGroupDesc: 'the front' }] });

      const { VpcId, SubnetId } = await stage.network();
      await client.CreateNetworkInterface({ VpcId, SubnetId, NetworkInterfaceName: 'card', SecurityGroupIds: [SecurityGroupId] });
      const other = await client.CreateSecurityGroup({ GroupName: 'db', GroupDescription: 'behind' });
      const otherId = must(other.SecurityGroup?.SecurityGroupId);
      const fromFront = { Protocol: 'TCP', Port: '3306', SecurityGroupId, Action: 'ACCEPT' };
      await client.CreateSecurityGroupPolicies({ SecurityGroupId: otherId, SecurityGroupPolicySet: { Ingress: [fromFront] } });
      const counted = await client.DescribeSecurityGroupAssociationStatistics({ SecurityGroupIds: [SecurityGroupId] });
      expect(counted.SecurityGroupAssociationStatisticsSet).toMatchObject([{ SecurityGroupId, ENI: 1, SG: 1, CVM: 0 }]);
      expect(await refusal(client.DeleteSecurityGroup({ SecurityGroupId }))).toBe('ResourceInUse');
      await client.DeleteSecurityGroup({ SecurityGroupId: otherId });
      expect((await client.DescribeSecurityGroups({})).SecurityGroupSet?.map((group) => group.SecurityGroupId)).toEqual([SecurityGroupId]);
    });
  });

  describe('parameter templates', () => {
    it('addresses are put into templates, those into groups, and a rule uses one', async () => {
      const client = stage.vpc();
      const { AddressTemplate } = await client.CreateAddressTemplate({
        AddressTemplateName: 'offices',
        Addresses: ['10.1.0.0/16', '10.2.0.1'],
      });
      const AddressTemplateId = must(AddressTemplate?.AddressTemplateId);
      await client.ModifyAddressTemplateAttribute({ AddressTemplateId, Addresses: ['10.1.0.0/16', '10.3.0.1-10.3.0.9'] });
      const templates = await client.DescribeAddressTemplates({ Filters: [{ Name: 'address-template-id', Values: [AddressTemplateId] }] });
      expect(templates.AddressTemplateSet).toMatchObject([{ AddressSet: ['10.1.0.0/16', '10.3.0.1-10.3.0.9'] }]);
      const group = { AddressTemplateGroupName: 'all', AddressTemplateIds: [AddressTemplateId] };
      const { AddressTemplateGroup } = await client.CreateAddressTemplateGroup(group);
      const AddressTemplateGroupId = must(AddressTemplateGroup?.AddressTemplateGroupId);
      await client.ModifyAddressTemplateGroupAttribute({ AddressTemplateGroupId, AddressTemplateGroupName: 'everyone' });
      const groups = await client.DescribeAddressTemplateGroups({
        Filters: [{ Name: 'address-template-group-name', Values: ['everyone'] }],
      });
      expect(groups).toMatchObject({ TotalCount: 1, AddressTemplateGroupSet: [{ AddressTemplateIdSet: [AddressTemplateId] }] });
      expect(await refusal(client.DeleteAddressTemplate({ AddressTemplateId }))).toBe('ResourceInUse');

      const { SecurityGroup } = await client.CreateSecurityGroup({ GroupName: 'web', GroupDescription: 'front' });
      const SecurityGroupId = must(SecurityGroup?.SecurityGroupId);
      // The modern client sends the template as an object; the documents' samples do so too (5387).
      const rule = { Protocol: 'ALL', AddressTemplate: { AddressGroupId: AddressTemplateGroupId }, Action: 'ACCEPT' };
      await client.CreateSecurityGroupPolicies({ SecurityGroupId, SecurityGroupPolicySet: { Ingress: [rule] } });
      const { SecurityGroupPolicySet } = await client.DescribeSecurityGroupPolicies({ SecurityGroupId });
      expect(SecurityGroupPolicySet?.Ingress).toMatchObject([{ AddressTemplate: { AddressGroupId: AddressTemplateGroupId } }]);
      expect(await refusal(client.DeleteAddressTemplateGroup({ AddressTemplateGroupId }))).toBe('ResourceInUse');
      await client.DeleteSecurityGroup({ SecurityGroupId });
      await client.DeleteAddressTemplateGroup({ AddressTemplateGroupId });
      await client.DeleteAddressTemplate({ AddressTemplateId });
      expect(await client.DescribeAddressTemplates({})).toMatchObject({ TotalCount: 0, AddressTemplateSet: [] });
    });

    it('services likewise, by either name of the parameter that the client names otherwise than the documents', async () => {
      const client = stage.vpc();
      const { ServiceTemplate } = await client.CreateServiceTemplate({ ServiceTemplateName: 'web', Services: ['TCP:80,443'] });
      const ServiceTemplateId = must(ServiceTemplate?.ServiceTemplateId);
      expect(ServiceTemplate).toMatchObject({ ServiceSet: ['tcp:80,443'] });
      await client.ModifyServiceTemplateAttribute({ ServiceTemplateId, ServiceTemplateName: 'browsing', Services: ['tcp:80', 'udp:443'] });
      const { ServiceTemplateSet } = await client.DescribeServiceTemplates({
        Filters: [{ Name: 'service-template-name', Values: ['browsing'] }],
      });
      expect(ServiceTemplateSet).toMatchObject([{ ServiceTemplateId, ServiceSet: ['tcp:80', 'udp:443'] }]);
      const modern = await client.CreateServiceTemplateGroup({ ServiceTemplateGroupName: 'new', ServiceTemplateIds: [ServiceTemplateId] });
      await client.DeleteServiceTemplateGroup({ ServiceTemplateGroupId: must(modern.ServiceTemplateGroup?.ServiceTemplateGroupId) });
      const documented = { ServiceTemplateName: 'all', ServiceTemplateIds: [ServiceTemplateId] };
      const { ServiceTemplateGroup } = await client.request('CreateServiceTemplateGroup', documented);
      const { ServiceTemplateGroupId } = ServiceTemplateGroup;
      await client.request('ModifyServiceTemplateGroupAttribute', { ServiceTemplateGroupId, ServiceTemplateName: 'everything' });
      const groups = await client.DescribeServiceTemplateGroups({
        Filters: [{ Name: 'service-template-group-id', Values: [ServiceTemplateGroupId] }],
      });
      expect(groups.ServiceTemplateGroupSet).toMatchObject([
        { ServiceTemplateName: 'everything', ServiceTemplateIdSet: [ServiceTemplateId] },
      ]);
      await client.DeleteServiceTemplateGroup({ ServiceTemplateGroupId });
      await client.DeleteServiceTemplate({ ServiceTemplateId });
      expect(await client.DescribeServiceTemplates({})).toMatchObject({ TotalCount: 0 });
    });
  });
}
