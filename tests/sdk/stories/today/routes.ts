/** Routes and IPv6 of today, by the official client of API 3.0. */
import { beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type SdkStage } from '../../stage.ts';

export function stories(stage: SdkStage): void {
  describe('routes and IPv6', () => {
    beforeEach(async () => stage.use(await stage.newAccount({ dialect: 'today' })));

    const madeVpc = async () => {
      const { Vpc } = await stage.vpc().CreateVpc({ VpcName: 'six', CidrBlock: '10.8.0.0/16' });
      return must(Vpc?.VpcId);
    };

    it('routes of both families are written, switched, changed one by one, and go', async () => {
      const client = stage.vpc();
      const VpcId = await madeVpc();
      const RouteTableId = must((await client.CreateRouteTable({ VpcId, RouteTableName: 'both' })).RouteTable?.RouteTableId);
      const out = { GatewayType: 'EIP', GatewayId: '0' };
      const six = { ...out, DestinationCidrBlock: '', DestinationIpv6CidrBlock: '2001:db8::/32', RouteDescription: 'six' };
      const made = await client.CreateRoutes({ RouteTableId, Routes: [{ ...out, DestinationCidrBlock: '8.0.0.0/8' }, six] });
      const [four, sixth] = must(made.RouteTableSet?.[0]?.RouteSet);
      expect(sixth).toMatchObject({ ...six, RouteId: 0, Enabled: true });
      const RouteItemIds = [must(four?.RouteItemId), must(sixth?.RouteItemId)];
      await client.DisableRoutes({ RouteTableId, RouteItemIds });
      const routes = async () => must((await client.DescribeRouteTables({ RouteTableIds: [RouteTableId] })).RouteTableSet?.[0]?.RouteSet);
      expect((await routes()).map(({ Enabled }) => Enabled)).toEqual([false, false]);
      const { OldRouteSet, NewRouteSet } = await client.ReplaceRoutes({
        RouteTableId,
        Routes: [{ ...six, RouteItemId: must(RouteItemIds[1]), DestinationIpv6CidrBlock: '::/0' }],
      });
      expect(OldRouteSet?.[0]).toMatchObject({ DestinationIpv6CidrBlock: '2001:db8::/32' });
      expect(NewRouteSet?.[0]).toMatchObject({ DestinationIpv6CidrBlock: '::/0', Enabled: false, RouteDescription: 'six' });
      expect((await routes())[0]).toEqual({ ...four, Enabled: false });
      await client.EnableRoutes({ RouteTableId, RouteIds: [must(four?.RouteId)] });
      await client.DeleteRoutes({ RouteTableId, Routes: [{ ...six, RouteItemId: must(RouteItemIds[1]) }] });
      expect(await routes()).toEqual([four]);
      expect(await refusal(client.DisableRoutes({ RouteTableId, RouteItemIds: [must(RouteItemIds[1])] }))).toBe('ResourceNotFound');
    });

    it('an interface gets IPv6 addresses of its subnet’s block, and gives one back', async () => {
      const client = stage.vpc();
      const VpcId = await madeVpc();
      const { Ipv6CidrBlock } = await client.AssignIpv6CidrBlock({ VpcId });
      const asked = { VpcId, SubnetName: 'six', CidrBlock: '10.8.1.0/24', Zone: 'ap-guangzhou-3' };
      const SubnetId = must((await client.CreateSubnet(asked)).Subnet?.SubnetId);
      const block = must(Ipv6CidrBlock).replace(/\/\d+$/, '/64');
      await client.AssignIpv6SubnetCidrBlock({ VpcId, Ipv6SubnetCidrBlocks: [{ SubnetId, Ipv6CidrBlock: block }] });
      const eni = { VpcId, SubnetId, NetworkInterfaceName: 'six', NetworkInterfaceDescription: 'six' };
      const NetworkInterfaceId = must((await client.CreateNetworkInterface(eni)).NetworkInterface?.NetworkInterfaceId);
      const given = must((await client.AssignIpv6Addresses({ NetworkInterfaceId, Ipv6AddressCount: 2 })).Ipv6AddressSet);
      expect(given).toHaveLength(2);
      await client.UnassignIpv6Addresses({ NetworkInterfaceId, Ipv6Addresses: [{ Address: must(given[1]?.Address) }] });
      const { NetworkInterfaceSet } = await client.DescribeNetworkInterfaces({ NetworkInterfaceIds: [NetworkInterfaceId] });
      expect(NetworkInterfaceSet?.[0]?.Ipv6AddressSet).toMatchObject([{ Address: given[0]?.Address, Primary: true }]);
    });
  });
}
