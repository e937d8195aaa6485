/** The default VPC and its subnets. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call3, code3, control, newAccount, type Target } from '../../testing/client.ts';
import { type Simulator, startSimulator } from '../../testing/start.ts';

let simulator: Simulator;
let me: Target & { uin: string };

beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty' });
});
afterAll(() => simulator.close());
beforeEach(async () => {
  me = await newAccount(simulator.url);
});

describe('CreateDefaultVpc', () => {
  const make = async (params = {}) => (await call3(me, 'CreateDefaultVpc', params)).Vpc as { VpcId: string; SubnetId: string };

  it('makes one VPC and one subnet a zone, and gives them back ever after', async () => {
    const first = await make({ Zone: 'ap-guangzhou-2' });
    expect(await make({ Zone: 'ap-guangzhou-2' })).toEqual(first);
    const second = await make({ Zone: 'ap-guangzhou-3' });
    expect(second.VpcId).toBe(first.VpcId);
    expect(second.SubnetId).not.toBe(first.SubnetId);
    const { SubnetSet } = await call3(me, 'DescribeSubnets', { SubnetIds: [first.SubnetId] });
    expect(SubnetSet).toMatchObject([
      { IsDefault: true, CidrBlock: '172.16.16.0/20', Zone: 'ap-guangzhou-2', AvailableIpAddressCount: 4093 },
    ]);
    expect((await call3(me, 'DescribeVpcs', { Filters: [{ Name: 'is-default', Values: ['true'] }] })).TotalCount).toBe(1);
  });

  it('makes nothing for an account with the classic network, unless forced', async () => {
    me = await newAccount(simulator.url, { classic: true });
    expect(await make()).toEqual({ VpcId: '0', SubnetId: '0' });
    expect((await call3(me, 'DescribeVpcs')).TotalCount).toBe(0);
    expect((await make({ Force: true })).VpcId).toMatch(/^vpc-/);
  });

  it('refuses an unknown zone and a full quota, and then leaves nothing behind', async () => {
    expect(await code3(me, 'CreateDefaultVpc', { Zone: 'ap-shanghai-1' })).toBe('InvalidParameterValue');
    await control(me.url, 'POST', 'quotas', { uin: me.uin, type: 'vpcs-per-region', limit: 0 });
    expect(await code3(me, 'CreateDefaultVpc')).toBe('LimitExceeded');
    expect((await call3(me, 'DescribeVpcs')).TotalCount).toBe(0);
  });
});
