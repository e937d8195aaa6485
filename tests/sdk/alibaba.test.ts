/** Alibaba's client, unmodified: its signatures are judged before anything else is. */
import RPCClient from '@alicloud/pop-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../simulator/testing/start.ts';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty' });
});
afterAll(() => simulator.close());

/** The code of a refusal; fails when there is none. */
async function codeOf(
  method: 'GET' | 'POST',
  change: { accessKeyId?: string; accessKeySecret?: string; apiVersion?: string },
): Promise<string> {
  const client = new RPCClient({
    accessKeyId: simulator.accounts[0]?.secretId ?? '',
    accessKeySecret: simulator.accounts[0]?.secretKey ?? '',
    endpoint: simulator.url,
    apiVersion: '2014-11-11',
    ...change,
  });
  try {
    await client.request('OpenMoon', { 'Tag List': 'a*b~c (d)', TagList: [{ Key: '名' }] }, { method });
  } catch (error) {
    return (error as { code: string }).code;
  }
  throw new Error('the call was not refused');
}

describe.each(['GET', 'POST'] as const)('%s', (method) => {
  it('with the right key learns that the action does not exist', async () => {
    expect(await codeOf(method, {})).toBe('InvalidAction.NotFound');
    expect(await codeOf(method, { apiVersion: '2000-01-01' })).toBe('NoSuchVersion');
  });

  it('with a wrong key learns nothing', async () => {
    expect(await codeOf(method, { accessKeySecret: 'wrong' })).toBe('SignatureDoesNotMatch');
    expect(await codeOf(method, { accessKeyId: 'unknown' })).toBe('InvalidAccessKeyId.NotFound');
  });
});
