/** What the Terraform provider asks for the ways out: elastic IPs, NAT gateways, and VPNs from their two ends to the tunnel. */
import { beforeEach, describe, expect, it } from 'vitest';
import { rowWith } from '../../row-with.ts';
import { must, refusal, type SdkStage } from '../../stage.ts';

const page = { Offset: 0, Limit: 100 };
const by = (Name: string, value: string) => ({ Filters: [{ Name, Values: [value] }] });

export function stories(stage: SdkStage): void {
  /** The provider waits for the task of each answer that names one. */
  const done = async ({ TaskId }: { TaskId?: string }) => {
    const { Result } = await stage.vpc().DescribeTaskResult({ TaskId: Number(must(TaskId)) });
    expect(Result).toBe('SUCCESS');
  };
  const eipOf = async (id: string) => {
    const { AddressSet } = await stage.vpc().DescribeAddresses({ AddressIds: [id] });
    return (
      AddressSet?.[0] &&
      rowWith(
        AddressSet[0],
        ...(['AddressId', 'AddressName', 'AddressIp', 'AddressStatus', 'AddressType'] as const),
        ...(['InternetChargeType', 'InternetServiceProvider', 'Bandwidth', 'BandwidthPackageId'] as const),
      )
    );
  };
  const allocate = async (wanted: object = {}) => {
    const made = await stage.vpc().AllocateAddresses({ AddressCount: 1, ...wanted });
    await done(made);
    return must(made.AddressSet?.[0]);
  };

  describe('tencentcloud_eip, _eip_association, _nat_gateway, _vpn', () => {
    beforeEach(async () => stage.use(await stage.newAccount({ dialect: 'today' })));

    it('an elastic IP is made, read, renamed, widened, paid otherwise, bound, unbound, and gone', async () => {
      const client = stage.vpc();
      const paid = { InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR', InternetServiceProvider: 'BGP', AddressType: 'EIP' };
      const Tags = [{ Key: 'by', Value: 'terraform' }];
      const AddressId = await allocate({ ...paid, AddressName: 'tf', InternetMaxBandwidthOut: 10, Tags });
      expect(await eipOf(AddressId)).toMatchObject({ ...paid, AddressName: 'tf', Bandwidth: 10, TagSet: Tags, AddressStatus: 'UNBIND' });
      await client.ModifyAddressAttribute({ AddressId, AddressName: 'tf-2' });
      await done(await client.ModifyAddressesBandwidth({ AddressIds: [AddressId], InternetMaxBandwidthOut: 20 }));
      expect(await eipOf(AddressId)).toMatchObject({ AddressName: 'tf-2', Bandwidth: 20, TagSet: Tags });
      const InternetChargeType = 'BANDWIDTH_PREPAID_BY_MONTH';
      const AddressChargePrepaid = { Period: 1, AutoRenewFlag: 1 };
      await client.ModifyAddressInternetChargeType({ AddressId, InternetChargeType, InternetMaxBandwidthOut: 20, AddressChargePrepaid });
      expect(await eipOf(AddressId)).toMatchObject({ InternetChargeType, RenewFlag: 'NOTIFY_AND_AUTO_RENEW' });
      // `tencentcloud_eip_association`, to an instance.
      const InstanceId = await stage.machine((await stage.network()).SubnetId);
      await done(await client.AssociateAddress({ AddressId, InstanceId }));
      expect(await eipOf(AddressId)).toMatchObject({ AddressStatus: 'BIND', InstanceId, InstanceType: 'CVM' });
      await done(await client.DisassociateAddress({ AddressId }));
      await done(await client.ReleaseAddresses({ AddressIds: [AddressId] }));
      expect(await eipOf(AddressId)).toBeUndefined();
    });

    it('a NAT gateway is made of elastic IPs, read, renamed, widened, given other ones, and gone', async () => {
      const client = stage.vpc();
      const { VpcId } = await stage.network();
      const ids = [await allocate(), await allocate()];
      const [first = '', second = ''] = await Promise.all(ids.map(async (id) => must((await eipOf(id))?.AddressIp)));
      const sized = { InternetMaxBandwidthOut: 100, MaxConcurrentConnection: 1_000_000 };
      const placed = { NatProductVersion: 1, Zone: 'ap-guangzhou-3' };
      const made = await client.CreateNatGateway({ NatGatewayName: 'tf', VpcId, ...sized, ...placed, PublicIpAddresses: [first] });
      const NatGatewayId = must(made.NatGatewaySet?.[0]?.NatGatewayId);
      const read = async () => {
        const { NatGatewaySet } = await client.DescribeNatGateways({ ...by('nat-gateway-id', NatGatewayId), ...page });
        const fields = ['VpcId', 'NatGatewayName', 'State', 'CreatedTime', 'PublicIpAddressSet'] as const;
        return rowWith(NatGatewaySet?.[0], ...fields, 'MaxConcurrentConnection', 'InternetMaxBandwidthOut', 'Zone', 'NatProductVersion');
      };
      const addresses = async () => (await read()).PublicIpAddressSet?.map(({ PublicIpAddress }) => PublicIpAddress);
      expect(await read()).toMatchObject({ NatGatewayName: 'tf', VpcId, State: 'AVAILABLE', ...sized, ...placed });
      await client.ModifyNatGatewayAttribute({ NatGatewayId, NatGatewayName: 'tf-2', InternetMaxBandwidthOut: 200 });
      await client.ResetNatGatewayConnection({ NatGatewayId, MaxConcurrentConnection: 3_000_000 });
      await client.AssociateNatGatewayAddress({ NatGatewayId, PublicIpAddresses: [second] });
      expect((await addresses())?.toSorted()).toEqual([first, second].toSorted());
      await client.DisassociateNatGatewayAddress({ NatGatewayId, PublicIpAddresses: [first] });
      expect(await addresses()).toEqual([second]);
      expect(await read()).toMatchObject({ NatGatewayName: 'tf-2', InternetMaxBandwidthOut: 200, MaxConcurrentConnection: 3_000_000 });
      await client.DeleteNatGateway({ NatGatewayId });
      const { NatGatewaySet } = await client.DescribeNatGateways({ ...by('nat-gateway-id', NatGatewayId), ...page });
      expect(NatGatewaySet).toEqual([]);
      await done(await client.ReleaseAddresses({ AddressIds: ids }));
    });

    it('a customer gateway, a VPN gateway and the connection between them are made, read, changed, and gone', async () => {
      const client = stage.vpc();
      const { VpcId } = await stage.network();
      const end = await client.CreateCustomerGateway({ CustomerGatewayName: 'tf', IpAddress: '58.211.1.12', BgpAsn: 65_010 });
      const CustomerGatewayId = must(end.CustomerGateway?.CustomerGatewayId);
      await client.ModifyCustomerGatewayAttribute({ CustomerGatewayId, CustomerGatewayName: 'tf-2' });
      const ends = await client.DescribeCustomerGateways({ CustomerGatewayIds: [CustomerGatewayId] });
      rowWith(ends.CustomerGatewaySet?.[0], 'CreatedTime', 'IpAddress');
      expect(ends.CustomerGatewaySet).toMatchObject([{ CustomerGatewayName: 'tf-2', IpAddress: '58.211.1.12', BgpAsn: 65_010 }]);

      const InstanceChargeType = 'POSTPAID_BY_HOUR';
      const kind = { Type: 'IPSEC', Zone: 'ap-guangzhou-3', BgpAsn: 64_600 };
      const bought = await client.CreateVpnGateway({
        VpcId,
        VpnGatewayName: 'tf',
        InternetMaxBandwidthOut: 5,
        InstanceChargeType,
        ...kind,
      });
      const VpnGatewayId = must(bought.VpnGateway?.VpnGatewayId);
      const gateway = async () => {
        const { VpnGatewaySet } = await client.DescribeVpnGateways({ VpnGatewayIds: [VpnGatewayId] });
        const fields = ['VpcId', 'VpnGatewayName', 'Type', 'State', 'PublicIpAddress', 'InstanceChargeType', 'CreatedTime'] as const;
        return rowWith(VpnGatewaySet?.[0], ...fields, 'InternetMaxBandwidthOut', 'IsAddressBlocked', 'RestrictState');
      };
      expect(await gateway()).toMatchObject({ VpnGatewayName: 'tf', State: 'AVAILABLE', InstanceChargeType });
      await client.ModifyVpnGatewayAttribute({ VpnGatewayId, VpnGatewayName: 'tf-2' });
      await client.ResetVpnGatewayInternetMaxBandwidth({ VpnGatewayId, InternetMaxBandwidthOut: 10 });
      expect(await gateway()).toMatchObject({ VpnGatewayName: 'tf-2', InternetMaxBandwidthOut: 10, ...kind });

      const ike = {
        ...{ PropoEncryAlgorithm: '3DES-CBC', PropoAuthenAlgorithm: 'MD5', ExchangeMode: 'MAIN', DhGroupName: 'GROUP1' },
        ...{ LocalIdentity: 'ADDRESS', RemoteIdentity: 'ADDRESS', IKESaLifetimeSeconds: 86_400, IKEVersion: 'IKEV1' },
        ...{ LocalAddress: must((await gateway()).PublicIpAddress), RemoteAddress: '58.211.1.12' },
      };
      const ipsec = {
        ...{ EncryptAlgorithm: '3DES-CBC', IntegrityAlgorithm: 'MD5', PfsDhGroup: 'DH-GROUP1' },
        ...{ IPSECSaLifetimeSeconds: 14_400, IPSECSaLifetimeTraffic: 4096 },
      };
      const policies = (RemoteCidrBlock: string) => [{ LocalCidrBlock: '10.8.1.0/24', RemoteCidrBlock: [RemoteCidrBlock] }];
      const ids = { VpcId, VpnGatewayId, CustomerGatewayId };
      const watched = {
        ...{ RouteType: 'Policy', NegotiationType: 'active', DpdEnable: 1, DpdTimeout: '60', DpdAction: 'clear' },
        ...{ EnableHealthCheck: true, HealthCheckLocalIp: '169.254.130.1', HealthCheckRemoteIp: '169.254.130.2' },
        HealthCheckConfig: { ProbeType: 'NQA', ProbeInterval: 5000, ProbeThreshold: 3, ProbeTimeout: 150 },
      };
      await client.CreateVpnConnection({
        ...ids,
        VpnConnectionName: 'tf',
        PreShareKey: 'between us',
        SecurityPolicyDatabases: policies('172.20.0.0/16'),
        IKEOptionsSpecification: ike,
        IPSECOptionsSpecification: ipsec,
        ...watched,
      });
      // It looks for what it has made by the three ids.
      const Filters = [
        { Name: 'vpc-id', Values: [VpcId] },
        { Name: 'vpn-gateway-id', Values: [VpnGatewayId] },
        { Name: 'customer-gateway-id', Values: [CustomerGatewayId] },
      ];
      const tunnel = async () => {
        const { VpnConnectionSet } = await client.DescribeVpnConnections({ Filters, ...page });
        const fields = ['VpnConnectionId', 'VpnConnectionName', 'VpnProto', 'EncryptProto', 'RouteType', 'CreatedTime', 'State'] as const;
        return (
          VpnConnectionSet?.[0] &&
          rowWith(VpnConnectionSet[0], ...fields, 'NetStatus', 'PreShareKey', 'SecurityPolicyDatabaseSet', 'IKEOptionsSpecification')
        );
      };
      const before = must(await tunnel());
      expect(before).toMatchObject({
        ...ids,
        ...watched,
        State: 'AVAILABLE',
        IKEOptionsSpecification: ike,
        IPSECOptionsSpecification: ipsec,
      });
      const VpnConnectionId = must(before.VpnConnectionId);
      await client.ModifyVpnConnectionAttribute({
        VpnConnectionId,
        VpnConnectionName: 'tf-2',
        SecurityPolicyDatabases: policies('172.21.0.0/16'),
        IKEOptionsSpecification: { ...ike, ExchangeMode: 'AGGRESSIVE' },
        IPSECOptionsSpecification: ipsec,
      });
      expect(await tunnel()).toMatchObject({
        VpnConnectionName: 'tf-2',
        PreShareKey: 'between us',
        SecurityPolicyDatabaseSet: policies('172.21.0.0/16'),
        IKEOptionsSpecification: { ...ike, ExchangeMode: 'AGGRESSIVE' },
        IPSECOptionsSpecification: ipsec,
        ...watched,
      });
      expect(await refusal(client.DeleteCustomerGateway({ CustomerGatewayId }))).toBe('ResourceInUse');
      await client.DeleteVpnConnection({ VpnGatewayId, VpnConnectionId });
      expect(await tunnel()).toBeUndefined();
      await client.DeleteVpnGateway({ VpnGatewayId });
      await client.DeleteCustomerGateway({ CustomerGatewayId });
      expect(await refusal(client.DescribeVpnGateways({ VpnGatewayIds: [VpnGatewayId] }))).toBe('InvalidVpnGatewayId.NotFound');
    });
  });
}
