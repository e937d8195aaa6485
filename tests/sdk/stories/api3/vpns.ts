/** VPN gateways, customer gateways and the tunnels between them; databases and proxies: by the official clients of API 3.0. */
import { describe, expect, it } from 'vitest';
import { must, refusal, type SdkStage } from '../../stage.ts';

export function stories(stage: SdkStage): void {
  describe('VPNs', () => {
    it('an office is connected: gateway, remote end, tunnel, its configuration; and disconnected', async () => {
      const client = stage.vpc();
      const { VpcId } = await stage.network();
      const bought = await client.CreateVpnGateway({ VpcId, VpnGatewayName: 'gate', InternetMaxBandwidthOut: 5 });
      const VpnGatewayId = must(bought.VpnGateway?.VpnGatewayId);
      expect(bought.VpnGateway).toMatchObject({ State: 'PENDING', InstanceChargeType: 'POSTPAID_BY_HOUR', VpcId });
      await client.ModifyVpnGatewayAttribute({ VpnGatewayId, VpnGatewayName: 'north gate' });
      const gateways = await client.DescribeVpnGateways({ Filters: [{ Name: 'vpn-gateway-name', Values: ['north gate'] }] });
      expect(gateways).toMatchObject({ TotalCount: 1, VpnGatewaySet: [{ VpnGatewayId, State: 'AVAILABLE' }] });

      const { CustomerGatewayVendorSet } = await client.DescribeCustomerGatewayVendors();
      const CustomerGatewayVendor = must(CustomerGatewayVendorSet?.[0]);
      const { CustomerGateway } = await client.CreateCustomerGateway({ CustomerGatewayName: 'office', IpAddress: '58.211.1.12' });
      const CustomerGatewayId = must(CustomerGateway?.CustomerGatewayId);
      const twice = client.CreateCustomerGateway({ CustomerGatewayName: 'again', IpAddress: '58.211.1.12' });
      expect(await refusal(twice)).toBe('InvalidParameterValue.Duplicate');
      await client.ModifyCustomerGatewayAttribute({ CustomerGatewayId, CustomerGatewayName: 'head office' });
      const ends = await client.DescribeCustomerGateways({ CustomerGatewayIds: [CustomerGatewayId] });
      expect(ends.CustomerGatewaySet).toMatchObject([{ CustomerGatewayName: 'head office', IpAddress: '58.211.1.12' }]);

      const order = { VpcId, VpnGatewayId, CustomerGatewayId, VpnConnectionName: 'tunnel', PreShareKey: 'between us' };
      const inside = [{ LocalCidrBlock: '10.8.1.0/24', RemoteCidrBlock: ['10.8.2.0/24'] }];
      expect(await refusal(client.CreateVpnConnection({ ...order, SecurityPolicyDatabases: inside }))).toBe(
        'InvalidParameterValue.VpcCidrConflict',
      );
      const { VpnConnection } = await client.CreateVpnConnection({
        ...order,
        SecurityPolicyDatabases: [{ LocalCidrBlock: '10.8.1.0/24', RemoteCidrBlock: ['172.20.0.0/16'] }],
        IKEOptionsSpecification: { PropoEncryAlgorithm: 'AES-CBC-128', ExchangeMode: 'AGGRESSIVE', IKESaLifetimeSeconds: 7200 },
        IPSECOptionsSpecification: { EncryptAlgorithm: 'AES-CBC-256', PfsDhGroup: 'DH-GROUP14' },
      });
      const VpnConnectionId = must(VpnConnection?.VpnConnectionId);
      await client.ModifyVpnConnectionAttribute({ VpnConnectionId, VpnConnectionName: 'main tunnel', PreShareKey: 'anew' });
      await client.ResetVpnConnection({ VpnGatewayId, VpnConnectionId });
      const tunnels = await client.DescribeVpnConnections({ Filters: [{ Name: 'customer-gateway-id', Values: [CustomerGatewayId] }] });
      expect(tunnels.VpnConnectionSet).toMatchObject([
        {
          VpnConnectionName: 'main tunnel',
          PreShareKey: 'anew',
          State: 'AVAILABLE',
          IKEOptionsSpecification: { ExchangeMode: 'AGGRESSIVE' },
        },
      ]);
      const wanted = { VpnGatewayId, VpnConnectionId, CustomerGatewayVendor, InterfaceName: 'eth0' };
      const { CustomerGatewayConfiguration } = await client.DownloadCustomerGatewayConfiguration(wanted);
      expect(CustomerGatewayConfiguration).toContain('172.20.0.0');
      expect(await refusal(client.DeleteCustomerGateway({ CustomerGatewayId }))).toBe('ResourceInUse');
      await client.DeleteVpnConnection({ VpnGatewayId, VpnConnectionId });
      await client.DeleteCustomerGateway({ CustomerGatewayId });
      await client.DeleteVpnGateway({ VpnGatewayId });
      expect(await client.DescribeVpnGateways({})).toMatchObject({ TotalCount: 0, VpnGatewaySet: [] });
    });

    it('a gateway is bought for a month: prices are asked, the term and the bandwidth grow, the way of paying changes', async () => {
      const client = stage.vpc();
      const { VpcId } = await stage.network();
      const InstanceChargePrepaid = { Period: 1, RenewFlag: 'NOTIFY_AND_MANUAL_RENEW' };
      const terms = { InstanceChargeType: 'PREPAID', InternetMaxBandwidthOut: 5, InstanceChargePrepaid };
      const month = await client.InquiryPriceCreateVpnGateway(terms);
      expect(month.Price?.InstancePrice?.DiscountPrice).toBe(380);
      const hourly = await client.InquiryPriceCreateVpnGateway({ InternetMaxBandwidthOut: 5 });
      expect(hourly.Price?.InstancePrice).toMatchObject({ ChargeUnit: 'HOUR', UnitPrice: 0.48 });
      const { VpnGateway } = await client.CreateVpnGateway({ VpcId, VpnGatewayName: 'gate', ...terms });
      const VpnGatewayId = must(VpnGateway?.VpnGatewayId);
      const row = async () => must((await client.DescribeVpnGateways({ VpnGatewayIds: [VpnGatewayId] })).VpnGatewaySet?.[0]);
      const { ExpiredTime: first } = await row();
      const renewal = { VpnGatewayId, InstanceChargePrepaid: { Period: 2 } };
      expect((await client.InquiryPriceRenewVpnGateway(renewal)).Price?.InstancePrice?.OriginalPrice).toBe(760);
      await client.RenewVpnGateway(renewal);
      expect(must((await row()).ExpiredTime) > must(first)).toBe(true);
      const wider = { VpnGatewayId, InternetMaxBandwidthOut: 10 };
      const difference = await client.InquiryPriceResetVpnGatewayInternetMaxBandwidth(wider);
      expect(difference.Price?.InstancePrice?.DiscountPrice).toBeGreaterThan(0);
      await client.ResetVpnGatewayInternetMaxBandwidth(wider);
      expect(await row()).toMatchObject({ InternetMaxBandwidthOut: 10, InstanceChargeType: 'PREPAID' });
      expect(await refusal(client.DeleteVpnGateway({ VpnGatewayId }))).toBe('UnsupportedOperation');
      await client.ModifyVpnGatewayAttribute({ VpnGatewayId, InstanceChargeType: 'POSTPAID_BY_HOUR' });
      expect(await row()).toMatchObject({ NewPurchasePlan: 'PREPAID_TO_POSTPAID' });
    });
  });

  describe('databases and proxies', () => {
    it('a database is opened to the Internet, once', async () => {
      const client = stage.cdb();
      const InstanceId = (await stage.put('cdb-instance', {})).InstanceId as string;
      const { AsyncRequestId } = await client.OpenWanService({ InstanceId });
      expect(AsyncRequestId).toMatch(/^[0-9a-f-]{35}$/);
      expect(await stage.put('cdb-instance', { InstanceId })).toMatchObject({ WanIsOpen: true });
      expect(await refusal(client.OpenWanService({ InstanceId }))).toBe('OperationDenied');
      expect(await refusal(client.OpenWanService({ InstanceId: 'cdb-00000000' }))).toBe('InvalidParameter.InstanceNotFound');
    });

    it('proxies are opened; those that were open already are named', async () => {
      const client = stage.gaap();
      const closed = (await stage.put('gaap-proxy', { Status: 'CLOSED' })).ProxyId as string;
      const running = (await stage.put('gaap-proxy', {})).ProxyId as string;
      const answer = await client.OpenProxies({ ProxyIds: [closed, running], ClientToken: 'once' });
      expect(answer).toMatchObject({ InvalidStatusInstanceSet: [running], OperationFailedInstanceSet: [] });
      expect(await stage.put('gaap-proxy', { ProxyId: closed })).toMatchObject({ Status: 'RUNNING' });
      expect(await refusal(client.OpenProxies({ ProxyIds: ['link-00000000'] }))).toBe('ResourceNotFound');
    });
  });
}
