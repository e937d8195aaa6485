/** NAT gateways and peerings of today, by the official client of API 3.0. */
import { describe, expect, it } from 'vitest';
import { must, refusal, type SdkStage } from '../../stage.ts';

export function stories(stage: SdkStage): void {
  describe('NAT gateways', () => {
    it('a gateway is made with addresses, renamed, widened, loses an address, and goes', async () => {
      const client = stage.vpc();
      await stage.control('transitions', { family: '*', speed: 'at-once' });
      const { VpcId } = await stage.network();
      const wanted = { NatGatewayName: 'out', VpcId, InternetMaxBandwidthOut: 50, MaxConcurrentConnection: 1_000_000, AddressCount: 2 };
      const made = await client.CreateNatGateway(wanted);
      expect(made.TotalCount).toBe(1);
      const NatGatewayId = must(made.NatGatewaySet?.[0]?.NatGatewayId);
      const read = async () => must((await client.DescribeNatGateways({ NatGatewayIds: [NatGatewayId] })).NatGatewaySet?.[0]);
      const { PublicIpAddressSet, ...first } = await read();
      expect(first).toMatchObject({ NatGatewayName: 'out', VpcId, State: 'AVAILABLE', InternetMaxBandwidthOut: 50 });
      expect(PublicIpAddressSet).toHaveLength(2);
      await client.ModifyNatGatewayAttribute({ NatGatewayId, NatGatewayName: '出口', InternetMaxBandwidthOut: 100 });
      await client.ResetNatGatewayConnection({ NatGatewayId, MaxConcurrentConnection: 3_000_000 });
      expect(await read()).toMatchObject({ NatGatewayName: '出口', InternetMaxBandwidthOut: 100, MaxConcurrentConnection: 3_000_000 });
      const address = must(PublicIpAddressSet?.[0]?.PublicIpAddress);
      await client.DisassociateNatGatewayAddress({ NatGatewayId, PublicIpAddresses: [address] });
      expect((await read()).PublicIpAddressSet?.map((one) => one.PublicIpAddress)).not.toContain(address);
      await client.AssociateNatGatewayAddress({ NatGatewayId, PublicIpAddresses: [address] });
      const named = await client.DescribeNatGateways({ Filters: [{ Name: 'nat-gateway-name', Values: ['出口'] }], Offset: 0, Limit: 20 });
      expect(named).toMatchObject({ TotalCount: 1, NatGatewaySet: [{ NatGatewayId }] });
      await client.DeleteNatGateway({ NatGatewayId });
      expect(await refusal(client.DescribeNatGateways({ NatGatewayIds: [NatGatewayId] }))).toBe('ResourceNotFound');
    });
  });

  describe('peerings', () => {
    it('two VPCs are joined, another account’s request is accepted, one is refused, and both go', async () => {
      const me = stage.me;
      const other = await stage.newAccount();
      const mine = stage.vpc(me);
      const theirs = stage.vpc(other, 'ap-shanghai');
      const { VpcId: SourceVpcId } = await stage.network();
      const near = await mine.CreateVpc({ VpcName: 'near', CidrBlock: '10.9.0.0/16' });
      const far = await theirs.CreateVpc({ VpcName: 'far', CidrBlock: '10.10.0.0/16' });
      const here = await mine.CreateVpcPeeringConnection({
        SourceVpcId,
        PeeringConnectionName: 'within',
        DestinationVpcId: must(near.Vpc?.VpcId),
        DestinationUin: me.uin,
        DestinationRegion: 'ap-guangzhou',
      });
      const stateOf = async (id: string) =>
        (await mine.DescribeVpcPeeringConnections({ PeeringConnectionIds: [id] })).PeerConnectionSet?.[0]?.State;
      expect(await stateOf(must(here.PeeringConnectionId))).toBe('ACTIVE');
      const asked = {
        SourceVpcId,
        PeeringConnectionName: 'to them',
        DestinationVpcId: must(far.Vpc?.VpcId),
        DestinationUin: other.uin,
        DestinationRegion: 'ap-shanghai',
        Bandwidth: 50,
        ChargeType: 'POSTPAID_BY_DAY_MAX',
        QosLevel: 'PT',
        Tags: [{ Key: 'env', Value: 'prod' }],
      };
      const first = must((await mine.CreateVpcPeeringConnection(asked)).PeeringConnectionId);
      expect(await stateOf(first)).toBe('PENDING');
      expect(await refusal(mine.AcceptVpcPeeringConnection({ PeeringConnectionId: first }))).toBe(
        'UnsupportedOperation.VpcPeerPurviewError',
      );
      await theirs.RejectVpcPeeringConnection({ PeeringConnectionId: first });
      await mine.DeleteVpcPeeringConnection({ PeeringConnectionId: first });
      const second = must((await mine.CreateVpcPeeringConnection(asked)).PeeringConnectionId);
      await theirs.AcceptVpcPeeringConnection({ PeeringConnectionId: second });
      await mine.ModifyVpcPeeringConnection({ PeeringConnectionId: second, PeeringConnectionName: '双活', Bandwidth: 100 });
      const { PeerConnectionSet } = await mine.DescribeVpcPeeringConnections({ Filters: [{ Name: 'vpc-id', Values: [SourceVpcId] }] });
      const joined = must(PeerConnectionSet).find((peering) => peering.PeeringConnectionId === second);
      expect(joined).toMatchObject({ PeeringConnectionName: '双活', State: 'ACTIVE', SourceVpcId, DestinationUin: Number(other.uin) });
      const told = { Bandwidth: 100, ChargeType: 'POSTPAID_BY_DAY_MAX', QosLevel: 'PT', TagSet: asked.Tags };
      expect(joined).toMatchObject({ ...told, SourceRegion: 'ap-guangzhou', DestinationRegion: 'ap-shanghai' });
      await mine.DeleteVpcPeeringConnection({ PeeringConnectionId: second });
      await mine.DeleteVpcPeeringConnection({ PeeringConnectionId: must(here.PeeringConnectionId) });
      expect(await mine.DescribeVpcPeeringConnections({})).toMatchObject({ TotalCount: 0 });
    });
  });
}
