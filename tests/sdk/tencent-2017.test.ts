/** The old official client of the 2017 API, unmodified, pointed at the simulated cloud. */
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../simulator/testing/start.ts';

interface Capi {
  request(data: Record<string, unknown>, options: Record<string, unknown>, done: (error: unknown, body: Answer) => void): void;
}
type Answer = { code: number; codeDesc: string; message: string } & Record<string, unknown>;

// The client has no types and is CommonJS.
const CapiClient = createRequire(import.meta.url)('qcloudapi-sdk') as new (defaults: Record<string, unknown>) => Capi;

let simulator: Simulator;
let calls = 0;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty' });
});
afterAll(() => simulator.close());

function caller(
  options: Record<string, unknown> = {},
  keys = simulator.accounts[0],
): (Action: string, params?: Record<string, unknown>) => Promise<Answer> {
  const client = new CapiClient({
    SecretId: keys?.secretId,
    SecretKey: keys?.secretKey,
    ...options,
  });
  const target = { protocol: 'http', host: `127.0.0.1:${simulator.port}` };
  return (Action, params = {}) =>
    new Promise((resolve, reject) => {
      // The client draws nonces from 65,536 numbers, so that sooner or later one would come twice in a second.
      calls += 1;
      client.request({ Region: 'gz', Action, Nonce: calls, ...params }, { ...target, ...options }, (error, body) =>
        error ? reject(error) : resolve(body),
      );
    });
}

describe.each([
  ['POST, SHA-1', { method: 'POST' }],
  ['GET, SHA-1', { method: 'GET' }],
  ['POST, SHA-256', { method: 'POST', signatureMethod: 'sha256' }],
])('%s', (_name, options) => {
  it('creates, lists, renames and deletes a VPC and its subnet', async () => {
    const call = caller(options);
    const made = await call('CreateVpc', {
      vpcName: '计费平台',
      cidrBlock: '192.168.0.0/16',
      subnetSet: [{ subnetName: 'a', cidrBlock: '192.168.1.0/24', zoneId: 100001 }],
    });
    expect(made).toMatchObject({ code: 0, unVpcId: expect.stringMatching(/^vpc-/), subnetSet: [{ subnetName: 'a' }] });
    const vpcId = made.unVpcId;
    expect(await call('DescribeVpcEx', { vpcId, offset: 0, limit: 1, orderDirection: 'desc' })).toMatchObject({
      totalCount: 1,
      data: [{ vpcName: '计费平台', subnetNum: 1 }],
    });
    expect(await call('ModifyVpcAttribute', { vpcId, vpcName: 'billing' })).toMatchObject({ code: 0 });
    expect(await call('DeleteVpc', { vpcId })).toMatchObject({ code: 5100, codeDesc: 'InvalidVpc.CannotDelete' });
    const { data } = await call('DescribeSubnetEx', { vpcId });
    const [{ unSubnetId: subnetId = '' } = {}] = data as { unSubnetId?: string }[];
    expect(await call('ModifySubnetAttribute', { vpcId, subnetId, subnetName: 'b' })).toMatchObject({ code: 0 });
    expect(await call('DeleteSubnet', { vpcId, subnetId })).toMatchObject({ code: 0 });
    expect(await call('DeleteVpc', { vpcId })).toMatchObject({ code: 0 });
    expect(await call('DescribeVpcEx', { vpcId })).toMatchObject({ code: 5000, codeDesc: 'InvalidVpc.NotFound' });
  });

  it('is refused with a wrong key, for an old timestamp, an unknown action and an unknown parameter', async () => {
    const [first] = simulator.accounts;
    if (!first) throw new Error('no account');
    expect(await caller(options, { ...first, secretKey: 'wrong' })('DescribeVpcEx')).toMatchObject({ code: 4100 });
    const call = caller(options);
    expect(await call('DescribeVpcEx', { Timestamp: 1_500_000_000 })).toMatchObject({ code: 4500 });
    expect(await call('DescribeMoons')).toMatchObject({ code: 6100 });
    // An underscore in a name is signed as a dot.
    expect(await call('DescribeVpcEx', { some_colour: 'red' })).toMatchObject({ code: 4000 });
  });
});
