/** Against the simulated cloud: its verification of our signatures, and what becomes of calls when it fails. */
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../simulator/testing/start.ts';
import { ask, later, reply, startCloud, startWeft, type TestServer, type TestServerOptions } from './kit.ts';

interface Fault {
  readonly service?: string;
  readonly action?: string;
  readonly kind: 'error' | 'latency' | 'drop-before' | 'drop-after';
  readonly code?: string;
  readonly ms?: number;
  readonly times?: number | null;
}

async function simulated(more: TestServerOptions = {}) {
  const simulator = await startSimulator({ seed: 'empty' });
  later(() => simulator.close());
  const [account] = simulator.accounts;
  const env = { TENCENTCLOUD_SECRET_ID: account?.secretId, TENCENTCLOUD_SECRET_KEY: account?.secretKey, ...more.env };
  const weft = await startWeft({ ...more, cloud: simulator.url, env });
  const control = (path: string, body: unknown) =>
    ask(`${simulator.url}/_sim/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${simulator.controlToken}` },
      body: JSON.stringify(body),
    });
  const fault = (order: Fault) => control('faults', order);
  return { weft, simulator, control, fault };
}

const vpc = (name: string, block = '10.1.0.0/16') => ({ VpcName: name, CidrBlock: block });

async function names(weft: TestServer, filter?: string): Promise<unknown[]> {
  const params = filter === undefined ? { Limit: 100 } : { Limit: 100, Filters: [{ Name: 'vpc-name', Values: [filter] }] };
  const answer = await weft.call('vpc:DescribeVpcs', params);
  return ((answer.json().data?.VpcSet ?? []) as { VpcName: unknown }[]).map(({ VpcName }) => VpcName);
}

async function createVpc(weft: TestServer, name: string, block?: string): Promise<string> {
  const answer = await weft.call('vpc:CreateVpc', vpc(name, block));
  const made = answer.json().data?.Vpc as { VpcId?: string } | undefined;
  return made?.VpcId ?? '';
}

describe('signatures', () => {
  it('of both generations are good to the simulator, with text that needs escaping', async () => {
    const { weft } = await simulated();
    const name = '办公 & "net" 100% +=é';
    expect((await weft.call('vpc:CreateVpc', vpc(name))).status).toBe(200);
    expect(await names(weft, name)).toEqual([name]);
    const old = await weft.call('vpc2017:CreateVpc', { vpcName: '办公_net', cidrBlock: '10.2.0.0/16' });
    expect([old.status, old.json().data?.vpcId]).toEqual([200, expect.stringMatching(/^gz_vpc_/)]);
  });

  it('by keys that STS gave for a role are good too', async () => {
    const { simulator } = await simulated();
    const [account] = simulator.accounts;
    const keys = { TENCENTCLOUD_SECRET_ID: account?.secretId, TENCENTCLOUD_SECRET_KEY: account?.secretKey };
    const WEFT_ENDPOINTS = ['vpc', 'sts'].map((service) => `${service}=${simulator.url}`).join();
    const env = { ...keys, TENCENTCLOUD_ROLE_ARN: `qcs::cam::uin/${account?.uin}:roleName/weft` };
    const weft = await startWeft({ env: { ...env, WEFT_ENDPOINTS } });
    expect((await weft.call('vpc:CreateVpc', vpc('by role'))).status).toBe(200);
    const nobodys = await startWeft({ env: { ...env, WEFT_ENDPOINTS, TENCENTCLOUD_ROLE_ARN: 'qcs::cam::uin/1:roleName/weft' } });
    expect((await nobodys.call('vpc:DescribeVpcs')).json().error?.message).toContain('UnauthorizedOperation');
  });

  it('by a wrong key are refused with the documented code', async () => {
    const { weft } = await simulated({ env: { TENCENTCLOUD_SECRET_KEY: 'awrongkey0000000' } });
    const answers = [await weft.call('vpc:DescribeVpcs'), await weft.call('vpc2017:DescribeVpcEx')];
    expect(answers.map((answer) => [answer.status, answer.json().error?.code])).toEqual([
      [422, 'AuthFailure.SignatureFailure'],
      [422, expect.stringMatching(/^(?:4100|AuthFailure)/)],
    ]);
  });
});

describe('throttling', () => {
  it('is waited out by reads and writes', async () => {
    const { weft, fault } = await simulated();
    await fault({ kind: 'error', code: 'RequestLimitExceeded', times: 2 });
    expect((await weft.call('vpc:DescribeVpcs')).status).toBe(200);
    await fault({ kind: 'error', code: 'RequestLimitExceeded', times: 1 });
    expect((await weft.call('vpc:CreateVpc', vpc('a'))).status).toBe(200);
    expect(await names(weft)).toEqual(['a']);
  });

  it('once met is kept clear of', async () => {
    const { weft, fault } = await simulated();
    await fault({ kind: 'error', code: 'RequestLimitExceeded', action: 'DescribeVpcs', times: 1 });
    await weft.call('vpc:DescribeVpcs');
    const began = Date.now();
    // 20 a second are allowed, and one has been made.
    await Promise.all(Array.from({ length: 41 }, (_, index) => weft.call('vpc:DescribeVpcs', { Offset: index })));
    expect(Date.now() - began).toBeGreaterThan(2_000);
  });
});

describe('a connection that breaks', () => {
  it('under a read is no matter', async () => {
    const { weft, fault } = await simulated();
    await fault({ kind: 'drop-before', times: 2 });
    expect((await weft.call('vpc:DescribeVpcs')).status).toBe(200);
  });

  it('after a create was applied: it is found, and made once', async () => {
    const { weft, fault } = await simulated();
    await fault({ kind: 'drop-after', action: 'CreateVpc' });
    const answer = await weft.call('vpc:CreateVpc', vpc('once'));
    expect(answer.json()).toMatchObject({ outcome: 'done', data: { Vpc: { VpcName: 'once', VpcId: expect.stringMatching(/^vpc-/) } } });
    expect([answer.status, await names(weft)]).toEqual([200, ['once']]);
  });

  it('before a create was applied: it is found not done, and not repeated', async () => {
    const { weft, fault } = await simulated();
    await fault({ kind: 'drop-before', action: 'CreateVpc' });
    const answer = await weft.call('vpc:CreateVpc', vpc('never'));
    expect([answer.status, answer.json().error]).toMatchObject([502, { code: 'WriteNotDone', outcome: 'not-done', retryable: true }]);
    expect(await names(weft)).toEqual([]);
  });

  it('beside an older namesake: that one is not taken for the new one', async () => {
    const { weft, fault, control } = await simulated();
    await control('clock', { advance: -3_600 });
    await createVpc(weft, 'twin');
    await control('clock', { advance: 3_600 });
    await fault({ kind: 'drop-before', action: 'CreateVpc' });
    const answer = await weft.call('vpc:CreateVpc', vpc('twin'));
    expect([answer.status, answer.json().error?.outcome]).toEqual([502, 'not-done']);
  });

  it.each(['2020-02-02T00:00:00Z', '2040-02-02T00:00:00Z'])(
    'in a cloud whose clock says %s: times are compared by that clock',
    async (set) => {
      const { weft, fault, control } = await simulated();
      await control('clock', { set });
      await fault({ kind: 'drop-after', action: 'CreateVpc' });
      expect((await weft.call('vpc:CreateVpc', vpc('once'))).json()).toMatchObject({ outcome: 'done' });
      await control('clock', { advance: 3_600 });
      await fault({ kind: 'drop-before', action: 'CreateVpc' });
      expect((await weft.call('vpc:CreateVpc', vpc('once'))).json().error).toMatchObject({ outcome: 'not-done' });
    },
  );

  it('beside a namesake that this server made a moment ago: the other one is the new one', async () => {
    const { weft, fault } = await simulated();
    const first = await createVpc(weft, 'twin');
    await fault({ kind: 'drop-after', action: 'CreateVpc' });
    const answer = await weft.call('vpc:CreateVpc', vpc('twin'));
    const made = answer.json().data?.Vpc as { VpcId?: string } | undefined;
    expect([answer.status, answer.json().outcome, made?.VpcId === first]).toEqual([200, 'done', false]);
    expect(await names(weft)).toHaveLength(2);
  });

  it.each([
    ['drop-after', 200, 'done'],
    ['drop-before', 502, 'not-done'],
  ] as const)('under a deletion (%s) is looked up', async (kind, status, outcome) => {
    const { weft, fault } = await simulated();
    const VpcId = await createVpc(weft, 'gone');
    await fault({ kind, action: 'DeleteVpc' });
    const answer = await weft.call('vpc:DeleteVpc', { VpcId });
    const { error, outcome: done } = answer.json();
    expect([answer.status, error?.outcome ?? done]).toEqual([status, outcome]);
  });

  it.each([
    ['drop-after', 200, 'done'],
    ['drop-before', 502, 'not-done'],
  ] as const)('under a change (%s) is looked up', async (kind, status, outcome) => {
    const { weft, fault } = await simulated();
    const VpcId = await createVpc(weft, 'old');
    await fault({ kind, action: 'ModifyVpcAttribute' });
    const answer = await weft.call('vpc:ModifyVpcAttribute', { VpcId, VpcName: 'new' });
    const { error, outcome: done } = answer.json();
    expect([answer.status, error?.outcome ?? done]).toEqual([status, outcome]);
  });

  it('under a subnet’s creation: the look-up uses two filters', async () => {
    const { weft, fault } = await simulated();
    const VpcId = await createVpc(weft, 'home');
    await fault({ kind: 'drop-after', action: 'CreateSubnet' });
    const subnet = { VpcId, SubnetName: 's', CidrBlock: '10.1.1.0/24', Zone: 'ap-guangzhou-1' };
    const answer = await weft.call('vpc:CreateSubnet', subnet);
    expect(answer.json()).toMatchObject({ outcome: 'done', data: { Subnet: { VpcId, SubnetName: 's' } } });
  });

  it('under a write of the 2017 API', async () => {
    const { weft, fault } = await simulated();
    const created = await weft.call('vpc2017:CreateVpc', { vpcName: 'a', cidrBlock: '10.2.0.0/16' });
    const vpcId = created.json().data?.vpcId;
    await fault({ kind: 'drop-after', action: 'ModifyVpcAttribute' });
    const answer = await weft.call('vpc2017:ModifyVpcAttribute', { vpcId, vpcName: 'b' });
    expect([answer.status, answer.json().outcome]).toEqual([200, 'done']);
  });

  it('with the look-up broken too: unknown', async () => {
    const { weft, fault } = await simulated();
    await fault({ kind: 'drop-after', times: null });
    const answer = await weft.call('vpc:CreateVpc', vpc('maybe'));
    expect([answer.status, answer.json().error?.outcome]).toEqual([504, 'unknown']);
  });
});

describe('a cloud that is slow', () => {
  const limits = { connectMs: 1_000, answerMs: 1_000, maxBytes: 1_000_000, connections: 8 };

  it('under a write whose effect cannot be seen: unknown, for the cloud may still be at it', async () => {
    const { weft, fault } = await simulated({ options: { limits } });
    await fault({ kind: 'latency', ms: 4_000, action: 'CreateVpc' });
    const answer = await weft.call('vpc:CreateVpc', vpc('late'));
    expect([answer.status, answer.json().error?.outcome]).toEqual([504, 'unknown']);
  });

  it('under a read: asked again', async () => {
    const { weft, fault } = await simulated({ options: { limits } });
    await fault({ kind: 'latency', ms: 4_000, times: 1 });
    expect((await weft.call('vpc:DescribeVpcs')).status).toBe(200);
  });

  it('never gets a write twice', async () => {
    const cloud = await startCloud((heard, response) => {
      if (heard.headers['x-tc-action'] === 'CreateVpc') response.destroy();
      else reply(response, { Response: { TotalCount: 0, VpcSet: [], RequestId: 'r' } });
    });
    const weft = await startWeft({ cloud: cloud.url });
    await weft.call('vpc:CreateVpc', vpc('x'));
    expect(cloud.heard.filter(({ headers }) => headers['x-tc-action'] === 'CreateVpc')).toHaveLength(1);
  });
});
