/** VPCs, subnets, route tables and links with the classic network, by the official client of API 3.0. */
import { describe, expect, it } from 'vitest';
import { must, refusal, type SdkStage } from '../../stage.ts';

export function stories(stage: SdkStage): void {
  describe('account, VPCs and subnets', () => {
    it('a new account looks at what it may have, and takes the default network', async () => {
      const client = stage.vpc();
      const { AccountAttributeSet } = await client.DescribeAccountAttributes();
      expect(AccountAttributeSet).toEqual([{ AttributeName: 'supported-platforms', AttributeValues: ['VPC'] }]);
      const { QuotaSet } = await client.DescribeAddressQuota();
      expect(QuotaSet).toContainEqual({ QuotaId: 'TOTAL_EIP_QUOTA', QuotaCurrent: 0, QuotaLimit: 20 });
      const { Vpc } = await client.CreateDefaultVpc({ Zone: 'ap-guangzhou-3' });
      const { VpcSet } = await client.DescribeVpcs({ Filters: [{ Name: 'is-default', Values: ['true'] }] });
      expect(VpcSet).toMatchObject([{ VpcId: Vpc?.VpcId, IsDefault: true, CidrBlock: '172.16.0.0/16' }]);
      const { SubnetSet } = await client.DescribeSubnets({ SubnetIds: [must(Vpc?.SubnetId)] });
      expect(SubnetSet).toMatchObject([{ IsDefault: true, Zone: 'ap-guangzhou-3', VpcId: Vpc?.VpcId }]);
    });

    it('a network is made, found, changed, and goes when it is empty', async () => {
      const client = stage.vpc();
      const { VpcId, SubnetId } = await stage.network();
      await client.ModifyVpcAttribute({ VpcId, VpcName: '生产', DnsServers: ['10.8.0.2', '10.8.0.3'], DomainName: 'lan.example' });
      const { VpcSet } = await client.DescribeVpcs({ Filters: [{ Name: 'vpc-name', Values: ['生产', '测试'] }], Limit: '5' });
      expect(VpcSet).toMatchObject([{ VpcId, DnsServerSet: ['10.8.0.2', '10.8.0.3'], DomainName: 'lan.example' }]);
      await client.ModifySubnetAttribute({ SubnetId, SubnetName: 'db', EnableBroadcast: 'true' });
      const { SubnetSet } = await client.DescribeSubnets({ Filters: [{ Name: 'vpc-id', Values: [VpcId] }] });
      expect(SubnetSet).toMatchObject([{ SubnetName: 'db', EnableBroadcast: true, AvailableIpAddressCount: 253 }]);
      const overlapping = { VpcId, SubnetName: 'x', CidrBlock: '10.8.1.128/25', Zone: 'ap-guangzhou-2' };
      expect(await refusal(client.CreateSubnet(overlapping))).toBe('InvalidParameterValue.SubnetConflict');
      expect(await refusal(client.DeleteVpc({ VpcId }))).toBe('ResourceInUse');
      await client.DeleteSubnet({ SubnetId });
      await client.DeleteVpc({ VpcId });
      expect(await client.DescribeVpcs({})).toMatchObject({ TotalCount: 0, VpcSet: [] });
    });
  });

  describe('route tables', () => {
    it('a table gets routes by a machine, serves a subnet, and lets it go to the default table', async () => {
      const client = stage.vpc();
      const { VpcId, SubnetId } = await stage.network();
      await stage.machine(SubnetId, { PrivateIpAddress: '10.8.1.37' });
      const { RouteTable } = await client.CreateRouteTable({ VpcId, RouteTableName: 'outward' });
      const RouteTableId = must(RouteTable?.RouteTableId);
      expect(RouteTable).toMatchObject({ Main: false, RouteSet: [], AssociationSet: [] });
      const by = { GatewayType: 'NORMAL_CVM', GatewayId: '10.8.1.37' };
      const two = ['192.168.0.0/16', '172.16.0.0/12'].map((DestinationCidrBlock) => ({
        DestinationCidrBlock,
        ...by,
        RouteDescription: 'out',
      }));
      await client.CreateRoutes({ RouteTableId, Routes: two });
      expect(await refusal(client.CreateRoutes({ RouteTableId, Routes: two.slice(0, 1) }))).toBe('InvalidParameterValue.Duplicate');
      await client.ReplaceRouteTableAssociation({ SubnetId, RouteTableId });
      await client.ModifyRouteTableAttribute({ RouteTableId, RouteTableName: 'by machine' });
      const asked = { Filters: [{ Name: 'route-table-name', Values: ['by machine'] }] };
      const [table] = must((await client.DescribeRouteTables(asked)).RouteTableSet);
      expect(table).toMatchObject({ AssociationSet: [{ SubnetId }], RouteSet: two });
      const [first, second] = must(table?.RouteSet);
      await client.ReplaceRoutes({ RouteTableId, Routes: [{ ...must(first), DestinationCidrBlock: '192.168.7.0/24' }] });
      await client.request('DeleteRoutes', { RouteTableId, Routes: [{ RouteId: second?.RouteId }] });
      const left = await client.DescribeRouteTables({ RouteTableIds: [RouteTableId] });
      expect(left.RouteTableSet?.[0]?.RouteSet).toMatchObject([{ DestinationCidrBlock: '192.168.7.0/24', ...by }]);
      const Routes = [{ DestinationCidrBlock: '0.0.0.0/0', ...by }];
      await client.ResetRoutes({ RouteTableId, RouteTableName: 'all', Routes });
      const { RouteTableSet } = await client.DescribeRouteTables({ RouteTableIds: [RouteTableId] });
      expect(RouteTableSet).toMatchObject([{ RouteTableName: 'all', RouteSet: Routes }]);
      await client.DeleteRouteTable({ RouteTableId });
      const main = await client.DescribeRouteTables({ Filters: [{ Name: 'vpc-id', Values: [VpcId] }] });
      expect(main.RouteTableSet).toMatchObject([{ Main: true, AssociationSet: [{ SubnetId }] }]);
    });
  });

  describe('links with the classic network', () => {
    it('a classic machine is linked to one VPC at most, and let go again', async () => {
      const classic = await stage.newAccount({ classic: true });
      stage.use(classic);
      const client = stage.vpc();
      expect((await client.DescribeAccountAttributes()).AccountAttributeSet?.[0]?.AttributeValues).toEqual(['VPC', 'CLASSIC']);
      const { VpcId } = await stage.network('10.0.0.0/16', '10.0.1.0/24');
      const InstanceIds = ['ins-classic1'];
      await stage.put('classic-instance', { InstanceId: 'ins-classic1', InstanceName: 'old', LanIp: '10.66.1.1' });
      await client.AttachClassicLinkVpc({ VpcId, InstanceIds });
      const again = client.AttachClassicLinkVpc({ VpcId, InstanceIds });
      expect(await refusal(again)).toBe('UnsupportedOperation.ClassicInstanceIdAlreadyExists');
      const listed = await client.DescribeClassicLinkInstances({ Filters: [{ Name: 'vpc-id', Values: [VpcId] }] });
      expect(listed).toMatchObject({ TotalCount: 1, ClassicLinkInstanceSet: [{ VpcId, InstanceId: 'ins-classic1' }] });
      await client.DetachClassicLinkVpc({ VpcId, InstanceIds });
      expect(await client.DescribeClassicLinkInstances({})).toMatchObject({ TotalCount: 0, ClassicLinkInstanceSet: [] });
    });
  });
}
