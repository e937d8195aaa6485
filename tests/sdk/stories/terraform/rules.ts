/** What the Terraform provider asks for groups with their whole set of rules, peerings and network ACLs. */
import { describe, expect, it } from 'vitest';
import { rowWith } from '../../row-with.ts';
import { must, refusal, type SdkStage } from '../../stage.ts';

export function stories(stage: SdkStage): void {
  it('tencentcloud_security_group with _rule_set: written, read, written otherwise, emptied, gone', async () => {
    const client = stage.vpc();
    const made = await client.CreateSecurityGroup({ GroupName: 'tf', GroupDescription: 'by terraform', ProjectId: '0' });
    const SecurityGroupId = must(rowWith(made.SecurityGroup, 'SecurityGroupId').SecurityGroupId);
    const { SecurityGroupSet } = await client.DescribeSecurityGroups({ SecurityGroupIds: [SecurityGroupId] });
    rowWith(SecurityGroupSet?.[0], 'SecurityGroupName', 'SecurityGroupDesc', 'ProjectId');
    const rules = async () => rowWith((await client.DescribeSecurityGroupPolicies({ SecurityGroupId })).SecurityGroupPolicySet, 'Version');
    const [https, six, all] = [
      { Protocol: 'TCP', Port: '443', CidrBlock: '0.0.0.0/0', Action: 'ACCEPT', PolicyDescription: 'https' },
      { Protocol: 'TCP', Port: '443', Ipv6CidrBlock: '::/0', Action: 'ACCEPT', PolicyDescription: 'https over IPv6' },
      { Protocol: 'ALL', Port: 'ALL', CidrBlock: '0.0.0.0/0', Action: 'DROP', PolicyDescription: '' },
    ] as const;
    const write = (Ingress: readonly object[], Egress: readonly object[]) =>
      client.ModifySecurityGroupPolicies({
        SecurityGroupId,
        SecurityGroupPolicySet: { Ingress: [...Ingress], Egress: [...Egress] },
        SortPolicys: true,
      });
    await write([https, six], [all]);
    expect(await rules()).toMatchObject({ Ingress: [https, six], Egress: [all] });
    await write([six, all, https], []);
    expect(await rules()).toMatchObject({ Ingress: [six, all, https], Egress: [] });
    await client.ModifySecurityGroupAttribute({ SecurityGroupId, GroupName: 'tf-2', GroupDescription: 'renamed' });
    expect(await rules()).toMatchObject({ Ingress: [six, all, https] });
    await client.ModifySecurityGroupPolicies({ SecurityGroupId, SecurityGroupPolicySet: { Version: '0' } });
    expect(await rules()).toMatchObject({ Ingress: [], Egress: [] });
    await client.DeleteSecurityGroup({ SecurityGroupId });
  });

  it('tencentcloud_vpc_peering_connect_manager: made, read, changed, read, gone', async () => {
    const client = stage.vpc();
    const { VpcId: SourceVpcId } = await stage.network();
    const { Vpc } = await client.CreateVpc({ VpcName: 'far', CidrBlock: '10.9.0.0/16' });
    const asked = {
      SourceVpcId,
      PeeringConnectionName: 'tf',
      DestinationVpcId: must(Vpc?.VpcId),
      DestinationUin: stage.me.uin,
      DestinationRegion: 'ap-guangzhou',
    };
    const { PeeringConnectionId } = await client.CreateVpcPeeringConnection(asked);
    const id = must(PeeringConnectionId);
    const read = async (one: string) =>
      (await client.DescribeVpcPeeringConnections({ PeeringConnectionIds: [one], Offset: 0, Limit: 20 })).PeerConnectionSet?.[0];
    const fields = ['SourceVpcId', 'PeerVpcId', 'PeeringConnectionName', 'State', 'CreateTime'] as const;
    rowWith(await read(id), ...fields, 'DestinationUin', 'DestinationRegion', 'Bandwidth', 'Type');
    await client.ModifyVpcPeeringConnection({ PeeringConnectionId: id, PeeringConnectionName: 'tf-2' });
    expect(await read(id)).toMatchObject({ PeeringConnectionName: 'tf-2', State: 'ACTIVE' });
    // Between regions, with everything that the resource takes.
    const north = await stage.vpc(stage.me, 'ap-beijing').CreateVpc({ VpcName: 'north', CidrBlock: '10.10.0.0/16' });
    const paid = { Bandwidth: 100, ChargeType: 'POSTPAID_BY_DAY_MAX', QosLevel: 'AU', Type: 'VPC_PEER' };
    const there = { ...asked, DestinationVpcId: must(north.Vpc?.VpcId), DestinationRegion: 'ap-beijing', ...paid };
    const wide = must((await client.CreateVpcPeeringConnection(there)).PeeringConnectionId);
    rowWith(await read(wide), ...fields, 'ChargeType', 'QosLevel');
    expect(await read(wide)).toMatchObject({ ...paid, DestinationRegion: 'ap-beijing', DestinationUin: Number(stage.me.uin) });
    await client.ModifyVpcPeeringConnection({ PeeringConnectionId: wide, Bandwidth: 200, ChargeType: 'POSTPAID_BY_MONTH_95' });
    expect(await read(wide)).toMatchObject({ ...paid, Bandwidth: 200, ChargeType: 'POSTPAID_BY_MONTH_95', PeeringConnectionName: 'tf' });
    await client.DeleteVpcPeeringConnection({ PeeringConnectionId: wide });
    await client.DeleteVpcPeeringConnection({ PeeringConnectionId: id });
    expect(await refusal(read(wide))).toBe('ResourceNotFound');
    expect(await refusal(read(id))).toBe('ResourceNotFound');
  });

  describe('tencentcloud_vpc_acl', () => {
    it('is made with rules, bound, read, changed, and gone', async () => {
      const client = stage.vpc();
      const { VpcId, SubnetId } = await stage.network();
      const { NetworkAcl } = await client.CreateNetworkAcl({ VpcId, NetworkAclName: 'tf' });
      const NetworkAclId = must(rowWith(NetworkAcl, 'NetworkAclId').NetworkAclId);
      const rule = (Action: string, CidrBlock: string) => ({ Protocol: 'TCP', Port: '80', CidrBlock, Action, Description: '' });
      const write = (Ingress: object[], Egress: object[]) =>
        client.ModifyNetworkAclEntries({ NetworkAclId, NetworkAclEntrySet: { Ingress, Egress } });
      await write([rule('ACCEPT', '10.0.0.0/8')], [rule('DROP', '0.0.0.0/0')]);
      await client.AssociateNetworkAclSubnets({ NetworkAclId, SubnetIds: [SubnetId] });
      const read = async () => {
        const row = rowWith(
          (await client.DescribeNetworkAcls({ NetworkAclIds: [NetworkAclId] })).NetworkAclSet?.[0],
          ...(['VpcId', 'NetworkAclName', 'CreatedTime', 'SubnetSet', 'IngressEntries', 'EgressEntries'] as const),
        );
        for (const entry of [...must(row.IngressEntries), ...must(row.EgressEntries)])
          rowWith(entry, 'Protocol', 'Port', 'CidrBlock', 'Action');
        return row;
      };
      expect(await read()).toMatchObject({ IngressEntries: [{ Action: 'ACCEPT' }], SubnetSet: [{ SubnetId }] });
      await client.ModifyNetworkAclAttribute({ NetworkAclId, NetworkAclName: 'tf-2' });
      await write([rule('ACCEPT', '10.1.0.0/16'), rule('DROP', '10.0.0.0/8')], []);
      expect(await read()).toMatchObject({ NetworkAclName: 'tf-2', IngressEntries: [{}, { Action: 'DROP' }], EgressEntries: [] });
      await client.DisassociateNetworkAclSubnets({ NetworkAclId, SubnetIds: [SubnetId] });
      await client.DeleteNetworkAcl({ NetworkAclId });
    });
  });
}
