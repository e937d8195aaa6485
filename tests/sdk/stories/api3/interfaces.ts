/** Network interfaces and elastic IPs, by the official client of API 3.0. */
import { describe, expect, it } from 'vitest';
import { must, refusal, type SdkStage } from '../../stage.ts';

export function stories(stage: SdkStage): void {
  describe('network interfaces', () => {
    it('an interface gets addresses, a machine, another machine, and gives an address away', async () => {
      const client = stage.vpc();
      const { VpcId, SubnetId } = await stage.network();
      const [first, second] = [await stage.machine(SubnetId), await stage.machine(SubnetId)];
      const { SecurityGroup } = await client.CreateSecurityGroup({ GroupName: 'web', GroupDescription: 'web' });
      const SecurityGroupIds = [must(SecurityGroup?.SecurityGroupId)];
      const { NetworkInterface } = await client.CreateNetworkInterface({
        VpcId,
        SubnetId,
        NetworkInterfaceName: 'card',
        PrivateIpAddresses: [{ PrivateIpAddress: '10.8.1.77', Primary: true, Description: 'first' }],
      });
      const NetworkInterfaceId = must(NetworkInterface?.NetworkInterfaceId);
      expect(NetworkInterface).toMatchObject({
        State: 'PENDING',
        Primary: false,
        PrivateIpAddressSet: [{ PrivateIpAddress: '10.8.1.77' }],
      });

      const { PrivateIpAddressSet } = await client.AssignPrivateIpAddresses({ NetworkInterfaceId, SecondaryPrivateIpAddressCount: 2 });
      expect(PrivateIpAddressSet).toMatchObject([{ Primary: false }, { Primary: false }]);
      const [one, other] = must(PrivateIpAddressSet).map(({ PrivateIpAddress }) => must(PrivateIpAddress));
      const described = { NetworkInterfaceId, PrivateIpAddresses: [{ PrivateIpAddress: must(one), Description: 'spare' }] };
      await client.ModifyPrivateIpAddressesAttribute(described);
      await client.ModifyNetworkInterfaceAttribute({ NetworkInterfaceId, NetworkInterfaceName: 'uplink', SecurityGroupIds });
      const asked = { Filters: [{ Name: 'groups.security-group-id', Values: SecurityGroupIds }] };
      const { NetworkInterfaceSet } = await client.DescribeNetworkInterfaces(asked);
      expect(NetworkInterfaceSet).toMatchObject([{ NetworkInterfaceName: 'uplink', State: 'AVAILABLE', GroupSet: SecurityGroupIds }]);
      const spare = NetworkInterfaceSet?.[0]?.PrivateIpAddressSet?.find(({ PrivateIpAddress }) => PrivateIpAddress === one);
      expect(spare).toMatchObject({ Description: 'spare', Primary: false });

      await client.AttachNetworkInterface({ NetworkInterfaceId, InstanceId: first });
      expect(await refusal(client.DeleteNetworkInterface({ NetworkInterfaceId }))).toBe('ResourceInUse');
      await client.MigrateNetworkInterface({ NetworkInterfaceId, SourceInstanceId: first, DestinationInstanceId: second });
      const on = await client.DescribeNetworkInterfaces({ Filters: [{ Name: 'attachment.instance-id', Values: [second] }] });
      expect(on.NetworkInterfaceSet?.map((card) => card.NetworkInterfaceId)).toContain(NetworkInterfaceId);

      const target = await client.CreateNetworkInterface({ VpcId, SubnetId, NetworkInterfaceName: 'target' });
      const DestinationNetworkInterfaceId = must(target.NetworkInterface?.NetworkInterfaceId);
      const moved = { SourceNetworkInterfaceId: NetworkInterfaceId, DestinationNetworkInterfaceId, PrivateIpAddress: must(other) };
      await client.MigratePrivateIpAddress(moved);
      await client.UnassignPrivateIpAddresses({ NetworkInterfaceId, PrivateIpAddresses: [{ PrivateIpAddress: must(one) }] });
      const after = await client.DescribeNetworkInterfaces({ NetworkInterfaceIds: [NetworkInterfaceId, DestinationNetworkInterfaceId] });
      const held = Object.fromEntries(
        must(after.NetworkInterfaceSet).map((card) => [
          card.NetworkInterfaceName,
          card.PrivateIpAddressSet?.map((ip) => ip.PrivateIpAddress),
        ]),
      );
      expect(held.uplink).toEqual(['10.8.1.77']);
      expect(held.target).toContain(other);

      await client.DetachNetworkInterface({ NetworkInterfaceId, InstanceId: second });
      await client.DeleteNetworkInterface({ NetworkInterfaceId });
      expect(await refusal(client.DescribeNetworkInterfaces({ NetworkInterfaceIds: [NetworkInterfaceId] }))).toBe('ResourceNotFound');
    });
  });

  describe('elastic IPs', () => {
    it('an address is taken, named, bound to a machine and to an interface, and released', async () => {
      const client = stage.vpc();
      const { VpcId, SubnetId } = await stage.network();
      const InstanceId = await stage.machine(SubnetId);
      const { AddressSet = [] } = await client.AllocateAddresses({ AddressCount: 2 });
      const [AddressId = '', second = ''] = AddressSet;
      await client.ModifyAddressAttribute({ AddressId, AddressName: 'front' });
      await client.AssociateAddress({ AddressId, InstanceId });
      const bound = await client.DescribeAddresses({ Filters: [{ Name: 'address-status', Values: ['BIND'] }], Limit: 5 });
      expect(bound).toMatchObject({ TotalCount: 1, AddressSet: [{ AddressId, AddressName: 'front', InstanceId, IsArrears: false }] });
      expect(await refusal(client.ReleaseAddresses({ AddressIds: [AddressId] }))).toBe('InvalidAddressState');
      expect(await refusal(client.AssociateAddress({ AddressId, InstanceId, NetworkInterfaceId: 'eni-00000000' }))).toBe(
        'InvalidParameterConflict',
      );
      await client.DisassociateAddress({ AddressId });
      const { NetworkInterface } = await client.CreateNetworkInterface({ VpcId, SubnetId, NetworkInterfaceName: 'card' });
      const NetworkInterfaceId = must(NetworkInterface?.NetworkInterfaceId);
      const PrivateIpAddress = must(NetworkInterface?.PrivateIpAddressSet?.[0]?.PrivateIpAddress);
      await client.AssociateAddress({ AddressId: second, NetworkInterfaceId, PrivateIpAddress });
      const onCard = await client.DescribeAddresses({ AddressIds: [second] });
      expect(onCard.AddressSet).toMatchObject([{ AddressStatus: 'BIND_ENI', NetworkInterfaceId, PrivateAddressIp: PrivateIpAddress }]);
      await client.DisassociateAddress({ AddressId: second });
      await client.ReleaseAddresses({ AddressIds: AddressSet });
      expect(await client.DescribeAddresses({})).toMatchObject({ TotalCount: 0, AddressSet: [] });
    });

    it("a machine's ordinary address becomes an elastic one", async () => {
      const client = stage.vpc();
      const { SubnetId } = await stage.network();
      const InstanceId = await stage.machine(SubnetId, { PublicIpAddress: '198.18.7.7' });
      await client.TransformAddress({ InstanceId });
      expect((await client.DescribeAddresses({})).AddressSet).toMatchObject([
        { InstanceId, AddressIp: '198.18.7.7', AddressStatus: 'BIND' },
      ]);
    });
  });
}
