/**
 * What the Terraform provider asks for its resources: create, read back, update, read, delete, with its own parameters and
 * filters. `rowWith` names what the provider takes from each row without looking whether it is there.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { rowWith } from '../../row-with.ts';
import { must, type SdkStage } from '../../stage.ts';

const page = { Limit: '100', Offset: '0' };

export function stories(stage: SdkStage): void {
  /** `tencentcloud_vpc`, as its data source and its resource read it. */
  const vpcOf = async (id: string) => {
    const { VpcSet, TotalCount } = await stage.vpc().DescribeVpcs({ Filters: [{ Name: 'vpc-id', Values: [id] }], ...page });
    expect(TotalCount).toBe(VpcSet?.length);
    return (
      VpcSet?.[0] && rowWith(VpcSet[0], 'CidrBlock', 'CreatedTime', 'IsDefault', 'EnableMulticast', 'VpcName', 'VpcId', 'DnsServerSet')
    );
  };
  const subnetOf = async (id: string) => {
    const { SubnetSet, TotalCount } = await stage.vpc().DescribeSubnets({ Filters: [{ Name: 'subnet-id', Values: [id] }], ...page });
    expect(TotalCount).toBe(SubnetSet?.length);
    return (
      SubnetSet?.[0] &&
      rowWith(
        SubnetSet[0],
        ...(['CidrBlock', 'CreatedTime', 'VpcId', 'SubnetId', 'RouteTableId', 'SubnetName', 'IsDefault'] as const),
        ...(['EnableBroadcast', 'Zone', 'AvailableIpAddressCount', 'CdcId'] as const),
      )
    );
  };
  const tableOf = async (id: string) => {
    const { RouteTableSet } = await stage.vpc().DescribeRouteTables({ Filters: [{ Name: 'route-table-id', Values: [id] }], ...page });
    const table = RouteTableSet?.[0];
    for (const route of table?.RouteSet ?? []) {
      rowWith(
        route,
        ...(['DestinationCidrBlock', 'GatewayId', 'GatewayType', 'RouteDescription', 'RouteId'] as const),
        ...(['RouteType', 'Enabled', 'RouteItemId'] as const),
      );
    }
    return table && rowWith(table, 'CreatedTime', 'Main', 'RouteTableName', 'RouteTableId', 'VpcId', 'AssociationSet', 'RouteSet');
  };

  describe('tencentcloud_vpc, _subnet, _route_table', () => {
    beforeEach(async () => stage.use(await stage.newAccount({ dialect: 'today' })));

    it('a VPC is made, read, changed, read, and gone', async () => {
      const client = stage.vpc();
      const wanted = { VpcName: 'tf', CidrBlock: '10.8.0.0/16', EnableMulticast: 'false', DnsServers: ['119.29.29.29', '8.8.8.8'] };
      const { Vpc } = await client.CreateVpc(wanted);
      const VpcId = must(rowWith(Vpc, 'VpcId', 'IsDefault').VpcId);
      expect(await vpcOf(VpcId)).toMatchObject({ VpcName: 'tf', EnableMulticast: false, DnsServerSet: wanted.DnsServers });
      await client.ModifyVpcAttribute({ VpcId, VpcName: 'tf-2', EnableMulticast: 'true', DnsServers: ['119.29.29.29'] });
      expect(await vpcOf(VpcId)).toMatchObject({ VpcName: 'tf-2', EnableMulticast: true, DnsServerSet: ['119.29.29.29'] });
      // Its `default_route_table_id`.
      const filters = ['vpc-id', 'association.main'].map((Name, at) => ({ Name, Values: [at === 0 ? VpcId : 'true'] }));
      const { RouteTableSet } = await client.DescribeRouteTables({ Filters: filters, ...page });
      expect(RouteTableSet).toMatchObject([{ VpcId, Main: true }]);
      await client.DeleteVpc({ VpcId });
      expect(await vpcOf(VpcId)).toBeUndefined();
    });

    it('a subnet is made, bound to a table of its own, changed, and gone; so is the table with its routes', async () => {
      const client = stage.vpc();
      const { Vpc } = await client.CreateVpc({ VpcName: 'tf', CidrBlock: '10.8.0.0/16', EnableMulticast: 'false' });
      const VpcId = must(Vpc?.VpcId);
      const { RouteTable } = await client.CreateRouteTable({ VpcId, RouteTableName: 'tf' });
      const RouteTableId = must(RouteTable?.RouteTableId);
      const asked = { VpcId, SubnetName: 'tf', CidrBlock: '10.8.1.0/24', Zone: 'ap-guangzhou-3' };
      const SubnetId = must((await client.CreateSubnet(asked)).Subnet?.SubnetId);
      await client.ReplaceRouteTableAssociation({ SubnetId, RouteTableId });
      await client.ModifySubnetAttribute({ SubnetId, SubnetName: 'tf-2', EnableBroadcast: 'true' });
      expect(await subnetOf(SubnetId)).toMatchObject({ SubnetName: 'tf-2', RouteTableId, EnableBroadcast: true });

      await stage.machine(SubnetId, { PrivateIpAddress: '10.8.1.37' });
      const route = { DestinationCidrBlock: '192.168.0.0/16', GatewayType: 'NORMAL_CVM', GatewayId: '10.8.1.37', RouteDescription: 'tf' };
      await client.CreateRoutes({ RouteTableId, Routes: [route] });
      const isMade = ({ DestinationCidrBlock }: { DestinationCidrBlock?: string }): boolean => DestinationCidrBlock === '192.168.0.0/16';
      const RouteId = must((await tableOf(RouteTableId))?.RouteSet?.find(isMade)?.RouteId);
      await client.ModifyRouteTableAttribute({ RouteTableId, RouteTableName: 'tf-2' });
      const read = must(await tableOf(RouteTableId));
      expect(read).toMatchObject({ RouteTableName: 'tf-2', AssociationSet: [{ SubnetId }] });
      expect(read.RouteSet?.find((one) => one.RouteId === RouteId)).toMatchObject(route);
      // It tells the id alone, which the types of this client do not allow.
      await client.request('DeleteRoutes', { RouteTableId, Routes: [{ RouteId }] });
      expect((await tableOf(RouteTableId))?.RouteSet?.map((one) => one.RouteId)).not.toContain(RouteId);
    });

    it('a VPC has a second range and IPv6, a subnet its block of it, and both go again', async () => {
      const client = stage.vpc();
      const { Vpc } = await client.CreateVpc({ VpcName: 'tf', CidrBlock: '10.8.0.0/16', EnableMulticast: 'false' });
      const VpcId = must(Vpc?.VpcId);
      // `assistant_cidrs`, and `tencentcloud_vpc_ipv6_cidr_block`.
      const second = await client.CreateAssistantCidr({ VpcId, CidrBlocks: ['172.20.0.0/16'] });
      expect(second.AssistantCidrSet).toMatchObject([{ VpcId, CidrBlock: '172.20.0.0/16' }]);
      const Ipv6CidrBlock = must((await client.AssignIpv6CidrBlock({ VpcId })).Ipv6CidrBlock);
      expect(await vpcOf(VpcId)).toMatchObject({ Ipv6CidrBlock, AssistantCidrSet: [{ CidrBlock: '172.20.0.0/16' }] });
      const asked = { VpcId, SubnetName: 'tf', CidrBlock: '172.20.1.0/24', Zone: 'ap-guangzhou-3' };
      const SubnetId = must((await client.CreateSubnet(asked)).Subnet?.SubnetId);
      // `tencentcloud_vpc_ipv6_subnet_cidr_block`.
      const block = Ipv6CidrBlock.replace(/\/\d+$/, '/64');
      await client.AssignIpv6SubnetCidrBlock({ VpcId, Ipv6SubnetCidrBlocks: [{ SubnetId, Ipv6CidrBlock: block }] });
      await client.ModifySubnetAttribute({ SubnetId, SubnetName: 'tf-2' });
      expect(await subnetOf(SubnetId)).toMatchObject({ SubnetName: 'tf-2', Ipv6CidrBlock: block, CidrBlock: '172.20.1.0/24' });
      await client.UnassignIpv6SubnetCidrBlock({ VpcId, Ipv6SubnetCidrBlocks: [{ SubnetId, Ipv6CidrBlock: block }] });
      await client.DeleteSubnet({ SubnetId });
      await client.UnassignIpv6CidrBlock({ VpcId, Ipv6CidrBlock });
      await client.DeleteAssistantCidr({ VpcId, CidrBlocks: ['172.20.0.0/16'] });
      expect(await vpcOf(VpcId)).toMatchObject({ Ipv6CidrBlock: '', AssistantCidrSet: [] });
    });

    it('an entry of a table is made, switched off and on, and gone: tencentcloud_route_table_entry', async () => {
      const client = stage.vpc();
      const { Vpc } = await client.CreateVpc({ VpcName: 'tf', CidrBlock: '10.8.0.0/16', EnableMulticast: 'false' });
      const { RouteTable } = await client.CreateRouteTable({ VpcId: must(Vpc?.VpcId), RouteTableName: 'tf' });
      const RouteTableId = must(RouteTable?.RouteTableId);
      const route = { DestinationCidrBlock: '0.0.0.0/0', GatewayType: 'EIP', GatewayId: '0', RouteDescription: '', Enabled: true };
      const made = await client.CreateRoutes({ RouteTableId, Routes: [route] });
      // The provider takes the one route of the one table of this answer.
      expect(made.RouteTableSet).toHaveLength(1);
      expect(made.RouteTableSet?.[0]?.RouteSet).toHaveLength(1);
      const RouteId = must(made.RouteTableSet?.[0]?.RouteSet?.[0]?.RouteId);
      const read = async () => (await tableOf(RouteTableId))?.RouteSet?.find((one) => one.RouteId === RouteId);
      expect(await read()).toMatchObject({ ...route, RouteType: 'USER' });
      await client.DisableRoutes({ RouteTableId, RouteIds: [RouteId] });
      expect(await read()).toMatchObject({ ...route, Enabled: false });
      await client.EnableRoutes({ RouteTableId, RouteIds: [RouteId] });
      expect(await read()).toMatchObject(route);
      await client.request('DeleteRoutes', { RouteTableId, Routes: [{ RouteId }] });
      expect(await read()).toBeUndefined();
    });
  });
}
