/** What both official clients read while the cloud is still at work: states of their own, and refusals to start anew. */
import { describe, expect, it } from 'vitest';
import { must, refusal, type SdkStage, type Values } from '../../stage.ts';
import { rowsOf, statusOf } from '../api2017/networks.ts';

export function stories(stage: SdkStage): void {
  const slowly = () => stage.control('transitions', { family: '*', speed: { seconds: 60 } });
  const wait = () => stage.control('clock', { advance: 61 });

  describe('work under way', () => {
    it('interfaces say so in both generations until it is over', async () => {
      const [client, call, ask] = [stage.vpc(), stage.ok2017(), stage.capi()];
      const { VpcId, SubnetId } = await stage.network();
      const InstanceId = await stage.machine(SubnetId);
      await slowly();
      const { NetworkInterface } = await client.CreateNetworkInterface({ VpcId, SubnetId, NetworkInterfaceName: 'card' });
      const NetworkInterfaceId = must(NetworkInterface?.NetworkInterfaceId);
      const state = async () =>
        (await client.DescribeNetworkInterfaces({ NetworkInterfaceIds: [NetworkInterfaceId] })).NetworkInterfaceSet?.[0]?.State;
      expect(await state()).toBe('PENDING');
      await wait();
      expect(await state()).toBe('AVAILABLE');
      const attach = { vpcId: VpcId, networkInterfaceId: NetworkInterfaceId, instanceId: InstanceId };
      const { taskId } = await call('AttachNetworkInterface', attach);
      expect(await state()).toBe('ATTACHING');
      expect(await statusOf(call, taskId)).toBe(2);
      expect((await ask('DetachNetworkInterface', attach)).codeDesc).toBe('ActionLocked');
      expect((await call('DescribeNetworkInterfaces', { vpcId: VpcId })).data).toMatchObject({ totalNum: 2 });
      await wait();
      expect(await statusOf(call, taskId)).toBe(0);
      await client.DetachNetworkInterface({ NetworkInterfaceId, InstanceId });
      expect(await state()).toBe('DETACHING');
      await wait();
      await client.DeleteNetworkInterface({ NetworkInterfaceId });
      expect(await state()).toBe('DELETING');
      await wait();
      expect(await refusal(state())).toBe('ResourceNotFound');
    });

    it('VPN gateways and tunnels too', async () => {
      const [client, call] = [stage.vpc(), stage.ok2017()];
      const { VpcId } = await stage.network();
      await slowly();
      const { VpnGateway } = await client.CreateVpnGateway({ VpcId, VpnGatewayName: 'gate', InternetMaxBandwidthOut: 5 });
      const VpnGatewayId = must(VpnGateway?.VpnGatewayId);
      const gate = async () => [
        (await client.DescribeVpnGateways({ VpnGatewayIds: [VpnGatewayId] })).VpnGatewaySet?.[0]?.State,
        rowsOf(await call('DescribeVpnGw', { vpnGwId: VpnGatewayId }))[0]?.vpnGwStatus,
      ];
      expect(await gate()).toEqual(['PENDING', 2]);
      await wait();
      expect(await gate()).toEqual(['AVAILABLE', 6]);
      const { userGwId } = await call('AddUserGw', { userGwName: 'office', userGwAddr: '58.211.1.12' });
      const order = { vpcId: VpcId, vpnGwId: VpnGatewayId, userGwId, vpnConnName: 'tunnel', preSharedKey: 'between us' };
      await call('AddVpnConnEx', { ...order, userGwCidrBlock: ['172.20.0.0/16'] });
      const tunnel = async (): Promise<Values> => rowsOf(await call('DescribeVpnConn', { vpcId: VpcId }))[0] ?? {};
      const states = async () => [(await client.DescribeVpnConnections({})).VpnConnectionSet?.[0]?.State, (await tunnel()).vpcConnStatus];
      expect(await states()).toEqual(['PENDING', 0]);
      await wait();
      expect(await states()).toEqual(['AVAILABLE', 6]);
      const VpnConnectionId = (await tunnel()).unVpnConnId as string;
      await client.ModifyVpnConnectionAttribute({ VpnConnectionId, PreShareKey: 'anew' });
      expect(await states()).toEqual(['PENDING', 2]);
      await wait();
      await client.DeleteVpnConnection({ VpnGatewayId, VpnConnectionId });
      expect(await states()).toEqual(['DELETING', 4]);
      await wait();
      await client.DeleteVpnGateway({ VpnGatewayId });
      expect(await gate()).toEqual(['DELETING', 4]);
      await wait();
      expect((await client.DescribeVpnGateways({})).TotalCount).toBe(0);
    });

    it('orders and tasks of NAT gateways, templates and direct-connect gateways run meanwhile', async () => {
      const call = stage.ok2017();
      const { VpcId: vpcId } = await stage.network();
      await slowly();
      const { billId } = await call('CreateNatGateway', { vpcId, natName: 'out', maxConcurrent: 1_000_000, autoAllocEipNum: 1 });
      const bill = async () => (await call('QueryNatGatewayProductionStatus', { billId })).data;
      expect(await bill()).toMatchObject({ status: 2 });
      expect((await call('DescribeNatGateway', { vpcId })).data).toMatchObject([{ productionStatus: 0, state: 1 }]);
      const { data } = await call('CreateAddress', { addressName: 'offices', address: ['10.1.0.1'] });
      const { addressId } = data as Values;
      const changed = (await call('ModifyAddress', { addressId, address: ['10.1.0.2'] })).data as Values;
      const outcome = async () => (await call('DescribeNetTaskResult', { taskId: changed.taskId })).data;
      expect(await outcome()).toMatchObject({ status: 2, output: { message: 'RUNNING' } });
      expect((await stage.capi()('ModifyAddress', { addressId, address: ['10.1.0.3'] })).code).toBe(9005);
      await wait();
      expect(await bill()).toMatchObject({ status: 0 });
      expect(await outcome()).toMatchObject({ status: 0, output: { code: 0, message: 'OK' } });
      expect((await call('DescribeAddress', { addressId })).data).toMatchObject({ data: [{ address: ['10.1.0.2'] }] });
    });
  });
}
