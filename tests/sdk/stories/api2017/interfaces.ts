/** Network interfaces, NAT gateways, peerings and databases: by the old official client of the 2017 API. */
import { describe, expect, it } from 'vitest';
import type { Answer, SdkStage, Values } from '../../stage.ts';
import { network2017, rowsOf, statusOf } from './networks.ts';

type Call = (Action: string, params?: Values) => Promise<Answer>;

/** Calls an action that begins a task, wherever its answer has the number, and waits for its success. */
async function done(call: Call, Action: string, params: Values): Promise<void> {
  const answer = await call(Action, params);
  expect(await statusOf(call, answer.taskId ?? (answer.data as Values).taskId)).toBe(0);
}

export function stories(stage: SdkStage): void {
  describe('network interfaces', () => {
    it('an interface gets addresses, a machine, another one, and goes: each by a task', async () => {
      const [call, ask] = [stage.ok2017(), stage.capi()];
      const { vpcId, subnetId } = await network2017(stage);
      const [first, second] = [await stage.machine(subnetId), await stage.machine(subnetId)];
      const address = { primary: true, privateIpAddress: '10.8.1.77' };
      await done(call, 'CreateNetworkInterface', { vpcId, subnetId, eniName: 'card', privateIpAddressSet: [address] });
      await done(call, 'CreateNetworkInterface', { vpcId, subnetId, eniName: 'target' });
      const card = async (eniName: string): Promise<Values> => {
        const { data } = (await call('DescribeNetworkInterfaces', { vpcId, eniName })).data as { data: Values[] };
        return data[0] ?? {};
      };
      const addresses = async (name: string) => ((await card(name)).privateIpAddressesSet as Values[]).map((ip) => ip.privateIpAddress);
      const { networkInterfaceId } = await card('card');
      const mine = { vpcId, networkInterfaceId };
      await done(call, 'AssignPrivateIpAddresses', { ...mine, privateIpAddressSet: [{ primary: false, privateIpAddress: '10.8.1.78' }] });
      await done(call, 'AssignPrivateIpAddresses', { ...mine, secondaryPrivateIpAddressCount: 1 });
      await call('ModifyNetworkInterface', { ...mine, eniDescription: 'the uplink' });
      expect(await card('card')).toMatchObject({ eniDescription: 'the uplink', primary: false, instanceSet: { instanceId: '' } });
      const target = (await card('target')).networkInterfaceId;
      const move = { vpcId, privateIpAddress: '10.8.1.78', oldNetworkInterfaceId: networkInterfaceId, newNetworkInterfaceId: target };
      await done(call, 'MigratePrivateIpAddress', move);
      expect(await addresses('target')).toContain('10.8.1.78');
      const [, extra] = await addresses('card');
      await done(call, 'UnassignPrivateIpAddresses', { ...mine, privateIpAddress: [extra] });
      expect(await addresses('card')).toEqual(['10.8.1.77']);
      await done(call, 'AttachNetworkInterface', { ...mine, instanceId: first });
      expect((await ask('DeleteNetworkInterface', mine)).codeDesc).toBe('InvalidNetworkInterface.CanNotDelete');
      await done(call, 'MigrateNetworkInterface', { ...mine, oldInstanceId: first, newInstanceId: second });
      expect(await card('card')).toMatchObject({ instanceSet: { instanceId: second } });
      await done(call, 'DetachNetworkInterface', { ...mine, instanceId: second });
      await done(call, 'DeleteNetworkInterface', mine);
      expect(await card('card')).toEqual({});
    });
  });

  describe('NAT gateways', () => {
    it('one is priced, ordered, grows, gets and loses addresses, and goes', async () => {
      const [call, ask] = [stage.ok2017(), stage.capi()];
      const { vpcId } = await network2017(stage);
      expect((await call('InquiryNatPrice', { maxConcurrent: 3_000_000 })).data).toMatchObject([{ goodsNum: 1, timeUnit: 'h' }]);
      const wish = { vpcId, natName: 'out', maxConcurrent: 1_000_000, autoAllocEipNum: 1 };
      const { billId } = await call('CreateNatGateway', wish);
      expect((await call('QueryNatGatewayProductionStatus', { billId })).data).toMatchObject({ status: 0 });
      const nat = async () => rowsOf(await call('DescribeNatGateway', { vpcId }))[0] ?? {};
      const { natId, eipSet } = await nat();
      const mine = { vpcId, natId };
      await call('ModifyNatGateway', { ...mine, natName: 'outward', bandwidth: 200 });
      await call('UpgradeNatGateway', { ...mine, maxConcurrent: 3_000_000 });
      expect(await nat()).toMatchObject({ natName: 'outward', bandwidth: 200, maxConcurrent: 3_000_000, eipCount: 1 });
      expect((await ask('EipUnBindNatGateway', { ...mine, assignedEipSet: eipSet })).codeDesc).toBe('NatGatewayEipNotEmpty');
      await done(call, 'EipBindNatGateway', { ...mine, autoAllocEipNum: 1 });
      expect(await nat()).toMatchObject({ eipCount: 2 });
      await done(call, 'EipUnBindNatGateway', { ...mine, assignedEipSet: eipSet });
      expect(await nat()).toMatchObject({ eipCount: 1 });
      await done(call, 'DeleteNatGateway', mine);
      expect(await call('DescribeNatGateway', { vpcId })).toMatchObject({ totalCount: 0, data: [] });
    });
  });

  describe('peerings', () => {
    const peered = async (suffix: '' | 'Ex') => {
      const { vpcId } = await network2017(stage);
      const partner = await stage.newAccount();
      const region = suffix === 'Ex' ? 'sh' : 'gz';
      const [mine, theirs, strict] = [stage.capi(), stage.capi(partner, region), stage.ok2017()];
      const far = await theirs('CreateVpc', { vpcName: 'far', cidrBlock: '172.16.0.0/16' });
      const order = { vpcId, peerVpcId: far.unVpcId, peerUin: partner.uin, peeringConnectionName: 'partner' };
      const create = async () => {
        const more = suffix === 'Ex' ? { peerRegion: 'sh', bandwidth: 20 } : {};
        const made = await strict(`CreateVpcPeeringConnection${suffix}`, { ...order, ...more });
        if (suffix === 'Ex') expect(await statusOf(strict, made.taskId)).toBe(0);
        const [row] = rowsOf(await strict('DescribeVpcPeeringConnections', { vpcId }));
        return { peeringConnectionId: row?.peeringConnectionId as string };
      };
      const state = async () => rowsOf(await strict('DescribeVpcPeeringConnections', { vpcId }))[0]?.state;
      const step = (by: Call, verb: string, params: Values) => by(`${verb}VpcPeeringConnection${suffix}`, params);
      return { mine, theirs, create, state, step };
    };

    it.each(['', 'Ex'] as const)('two companies ask, accept, let expire, ask again, reject and part (…Connection%s)', async (suffix) => {
      const { mine, theirs, create, state, step } = await peered(suffix);
      const first = await create();
      expect(await state()).toBe(0);
      expect((await step(mine, 'Accept', first)).code).not.toBe(0);
      expect((await step(theirs, 'Accept', first)).code).toBe(0);
      expect(await state()).toBe(1);
      const change = suffix === 'Ex' ? { bandwidth: 50 } : {};
      expect((await step(mine, 'Modify', { ...first, peeringConnectionName: 'friends', ...change })).code).toBe(0);
      const [seen] = rowsOf(await theirs('DescribeVpcPeeringConnections'));
      expect(seen).toMatchObject({ ...first, peeringConnectionName: 'friends', state: 1 });
      expect((await step(theirs, 'Delete', first)).code).toBe(0);
      expect(await state()).toBeUndefined();

      const second = await create();
      await stage.control('clock', { advance: 8 * 24 * 3600 });
      expect(await state()).toBe(2);
      expect((await step(theirs, 'Accept', second)).code).not.toBe(0);
      expect((await step(mine, 'Enable', second)).code).toBe(0);
      expect((await step(theirs, 'Reject', second)).code).toBe(0);
      expect(await state()).toBe(3);
    });
  });

  describe('databases', () => {
    it('isolated ones are brought back, each with its own result', async () => {
      const call = stage.ok2017(stage.me, 'gz', 'cdb2017');
      const put = async (row: Values) => (await stage.put('cdb-instance', row)).InstanceId as string;
      const [isolated, running] = [await put({ Status: 5 }), await put({})];
      const { data } = await call('OpenCdbHour', { cdbInstanceIds: [isolated, running] });
      expect(data).toMatchObject({ cdbInstanceIds: [{ code: 0, oldStatus: '5', cdbInstanceId: isolated }, { code: 9548 }] });
      expect(await stage.put('cdb-instance', { InstanceId: isolated })).toMatchObject({ Status: 1 });
      const refused = await stage.capi()('OpenCdbHour', { cdbInstanceIds: ['cdb-00000000'] });
      expect(refused.code).toBe(9572);
    });
  });
}
