/** CCNs, network ACLs, flow logs, templates, groups and machines of today, by the official client of API 3.0. */
import { describe, expect, it } from 'vitest';
import { must, refusal, type SdkStage } from '../../stage.ts';

const page = { Offset: 0, Limit: 20 };

export function stories(stage: SdkStage): void {
  describe('CCNs', () => {
    it('two VPCs are joined, another account’s waits, is taken and left out again, and the network goes', async () => {
      const me = stage.me;
      const other = await stage.newAccount();
      const [mine, theirs] = [stage.vpc(me), stage.vpc(other)];
      const { Ccn } = await mine.CreateCcn({ CcnName: 'backbone', CcnDescription: '骨干' });
      const CcnId = must(Ccn?.CcnId);
      const named = await mine.DescribeCcns({ Filters: [{ Name: 'ccn-name', Values: ['backbone'] }] });
      expect(named).toMatchObject({ TotalCount: 1, CcnSet: [{ CcnId, State: 'AVAILABLE' }] });
      const { VpcId } = await stage.network();
      const near = must((await mine.CreateVpc({ VpcName: 'near', CidrBlock: '10.9.0.0/16' })).Vpc?.VpcId);
      const far = must((await theirs.CreateVpc({ VpcName: 'far', CidrBlock: '10.10.0.0/16' })).Vpc?.VpcId);
      const one = (InstanceId: string) => ({ InstanceType: 'VPC', InstanceId, InstanceRegion: 'ap-guangzhou' });
      await mine.AttachCcnInstances({ CcnId, Instances: [one(VpcId), one(near)] });
      await theirs.AttachCcnInstances({ CcnId, CcnUin: me.uin, Instances: [one(far)] });
      const states = async () => {
        const { InstanceSet = [] } = await mine.DescribeCcnAttachedInstances({ Filters: [{ Name: 'ccn-id', Values: [CcnId] }] });
        return Object.fromEntries(InstanceSet.map(({ InstanceId = '', State }) => [InstanceId, State]));
      };
      expect(await states()).toEqual({ [VpcId]: 'ACTIVE', [near]: 'ACTIVE', [far]: 'PENDING' });
      await mine.AcceptAttachCcnInstances({ CcnId, Instances: [one(far)] });
      const routes = async () => (await mine.DescribeCcnRoutes({ CcnId, ...page })).RouteSet ?? [];
      expect((await routes()).map((route) => route.DestinationCidrBlock).sort()).toEqual(['10.10.0.0/16', '10.8.0.0/16', '10.9.0.0/16']);
      const RouteIds = [must((await routes()).find((route) => route.InstanceId === far)?.RouteId)];
      await mine.DisableCcnRoutes({ CcnId, RouteIds });
      expect((await routes()).find((route) => route.InstanceId === far)?.Enabled).toBe(false);
      await mine.SetCcnRegionBandwidthLimits({ CcnId, CcnRegionBandwidthLimits: [{ Region: 'ap-guangzhou', BandwidthLimit: 200 }] });
      const { CcnRegionBandwidthLimitSet } = await mine.DescribeCcnRegionBandwidthLimits({ CcnId });
      expect(CcnRegionBandwidthLimitSet).toMatchObject([{ Region: 'ap-guangzhou', BandwidthLimit: 200 }]);
      expect(await refusal(mine.DeleteCcn({ CcnId }))).toBe('UnsupportedOperation.ExistCcnInstancesNotSupportDeleteCcn');
      await mine.DetachCcnInstances({ CcnId, Instances: [one(VpcId), one(near), one(far)] });
      await mine.DeleteCcn({ CcnId });
      expect((await mine.DescribeCcns({ Filters: [{ Name: 'ccn-name', Values: ['backbone'] }] })).TotalCount).toBe(0);
    });
  });

  describe('network ACLs and flow logs', () => {
    it('an ACL takes rules of both directions and both families in one call', async () => {
      const client = stage.vpc();
      const { VpcId, SubnetId } = await stage.network();
      const { NetworkAcl } = await client.CreateNetworkAcl({ VpcId, NetworkAclName: 'edge' });
      const NetworkAclId = must(NetworkAcl?.NetworkAclId);
      const Ingress = [
        { Protocol: 'TCP', Port: '443', CidrBlock: '0.0.0.0/0', Action: 'ACCEPT', Description: '公网' },
        { Protocol: 'TCP', Port: '443', Ipv6CidrBlock: '::/0', Action: 'ACCEPT', Description: '' },
      ];
      const Egress = [{ Protocol: 'ALL', Port: 'ALL', CidrBlock: '10.0.0.0/8', Action: 'DROP', Description: '' }];
      await client.ModifyNetworkAclEntries({ NetworkAclId, NetworkAclEntrySet: { Ingress, Egress } });
      await client.AssociateNetworkAclSubnets({ NetworkAclId, SubnetIds: [SubnetId] });
      const { NetworkAclSet } = await client.DescribeNetworkAcls({ NetworkAclIds: [NetworkAclId] });
      expect(NetworkAclSet).toMatchObject([{ IngressEntries: Ingress, EgressEntries: Egress, SubnetSet: [{ SubnetId }] }]);
      expect(await refusal(client.DeleteNetworkAcl({ NetworkAclId }))).toBe('ResourceInUse');
      await client.DisassociateNetworkAclSubnets({ NetworkAclId, SubnetIds: [SubnetId] });
      await client.DeleteNetworkAcl({ NetworkAclId });
    });

    it('a flow log is made, renamed, switched off and on, and goes', async () => {
      const client = stage.vpc();
      const { VpcId } = await stage.network();
      const made = await client.CreateFlowLog({
        VpcId,
        FlowLogName: 'all',
        ResourceType: 'VPC',
        ResourceId: VpcId,
        TrafficType: 'ALL',
        CloudLogId: '8b1d5c8e-0d2f-4b39-9a35-3c1b6f8a1d10',
      });
      const FlowLogId = must(made.FlowLog?.[0]?.FlowLogId);
      const state = async () => (await client.DescribeFlowLogs({ FlowLogId })).FlowLog?.[0];
      await client.ModifyFlowLogAttribute({ FlowLogId, VpcId, FlowLogName: '全部' });
      await client.DisableFlowLogs({ FlowLogIds: [FlowLogId] });
      expect(await state()).toMatchObject({ FlowLogName: '全部', Enable: false });
      await client.EnableFlowLogs({ FlowLogIds: [FlowLogId] });
      expect(await state()).toMatchObject({ Enable: true });
      await client.DeleteFlowLog({ FlowLogId, VpcId });
      expect(await state()).toBeUndefined();
    });
  });

  describe('templates and groups', () => {
    it('members have remarks, a rule names the template, the group tells its rules written out and who names it', async () => {
      const client = stage.vpc();
      const made = await client.CreateAddressTemplate({ AddressTemplateName: 'offices', Addresses: ['203.0.113.0/28', '2001:db8::/48'] });
      const AddressTemplateId = must(made.AddressTemplate?.AddressTemplateId);
      const AddressesExtra = [{ Address: '203.0.113.0/28', Description: '深圳' }, { Address: '2001:db8::/48' }];
      await client.ModifyAddressTemplateAttribute({ AddressTemplateId, AddressesExtra });
      const told = await client.DescribeAddressTemplates({ Filters: [{ Name: 'address-template-id', Values: [AddressTemplateId] }] });
      expect(told.AddressTemplateSet?.[0]?.AddressExtraSet).toMatchObject([{ Description: '深圳' }, { Address: '2001:db8::/48' }]);
      const groupOf = async (GroupName: string) =>
        must((await client.CreateSecurityGroup({ GroupName, GroupDescription: 'd' })).SecurityGroup?.SecurityGroupId);
      const [web, db] = [await groupOf('web'), await groupOf('db')];
      const rule = { Protocol: 'TCP', Port: '22', AddressTemplate: { AddressId: AddressTemplateId }, Action: 'ACCEPT' };
      await client.CreateSecurityGroupPolicies({ SecurityGroupId: web, SecurityGroupPolicySet: { Ingress: [rule] } });
      const { SecurityGroupPolicySet } = await client.DescribeSecurityGroupExpandedPolicies({ SecurityGroupId: web });
      expect(SecurityGroupPolicySet?.Ingress).toMatchObject([{ CidrBlock: '203.0.113.0/28' }, { Ipv6CidrBlock: '2001:db8::/48' }]);
      const naming = { Protocol: 'ALL', SecurityGroupId: web, Action: 'ACCEPT' };
      await client.CreateSecurityGroupPolicies({ SecurityGroupId: db, SecurityGroupPolicySet: { Ingress: [naming] } });
      const { ReferredSecurityGroupSet } = await client.DescribeSecurityGroupReferences({ SecurityGroupIds: [web] });
      expect(ReferredSecurityGroupSet).toEqual([{ SecurityGroupId: web, ReferredSecurityGroupIds: [db] }]);
      const { SecurityGroup } = await client.CloneSecurityGroup({ SecurityGroupId: web, GroupName: 'web-2' });
      const copy = await client.DescribeSecurityGroupPolicies({ SecurityGroupId: must(SecurityGroup?.SecurityGroupId) });
      expect(copy.SecurityGroupPolicySet?.Ingress).toMatchObject([rule]);
    });
  });

  it('machines have names and states', async () => {
    const { SubnetId } = await stage.network();
    const InstanceId = await stage.machine(SubnetId, { InstanceName: 'web-1' });
    const { InstanceSet } = await stage.cvm().DescribeInstances({ InstanceIds: [InstanceId] });
    expect(InstanceSet).toMatchObject([{ InstanceId, InstanceName: 'web-1', InstanceState: 'RUNNING' }]);
  });
}
