/** Alibaba's clients, unmodified: the older one signs in the parameters, the newer one in headers. */
import { createRequire } from 'node:module';
import type * as OpenApi from '@alicloud/openapi-client';
import RPCClient from '@alicloud/pop-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newAccount } from '../../simulator/testing/client.ts';
import { type Simulator, startSimulator } from '../../simulator/testing/start.ts';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty' });
});
afterAll(() => simulator.close());

interface Wish {
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
  readonly securityToken?: string;
  readonly apiVersion?: string;
  readonly action?: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** One call. @returns the code of its refusal, "" when there is none. */
type Call = (method: 'GET' | 'POST', wish: Wish) => Promise<string>;

const keys = () => ({ accessKeyId: simulator.accounts[0]?.secretId ?? '', accessKeySecret: simulator.accounts[0]?.secretKey ?? '' });
const version = '2014-11-11';

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const odd = { 'Tag List': 'a*b~c (d)', TagList: [{ Key: '名' }] };

const older: Call = (method, { action = 'OpenMoon', params = {}, ...change }) => {
  const client = new RPCClient({ ...keys(), endpoint: simulator.url, apiVersion: version, ...change });
  return codeOf(client.request(action, action === 'OpenMoon' ? odd : params, { method }));
};

// The newer client is CommonJS.
const { default: Client, Config, OpenApiRequest, Params } = createRequire(import.meta.url)('@alicloud/openapi-client') as typeof OpenApi;

const newer: Call = (method, { action = 'OpenMoon', params = {}, apiVersion = version, ...change }) => {
  const client = new Client(new Config({ ...keys(), endpoint: `127.0.0.1:${simulator.port}`, protocol: 'HTTP', ...change }));
  const how = { version: apiVersion, pathname: '/', authType: 'AK', style: 'RPC', reqBodyType: 'formData', bodyType: 'json' };
  const about = method === 'GET' ? { query: params } : { body: params };
  return codeOf(
    client.callApi(
      new Params({ ...how, action, method, protocol: 'HTTP' }),
      new OpenApiRequest(about),
      {} as Parameters<OpenApi.default['callApi']>[2],
    ),
  );
};

describe.each([
  ['the older client', older],
  ['the newer client', newer],
] as const)('%s', (_name, call) => {
  it.each(['GET', 'POST'] as const)('by %s, with the right key learns that the action does not exist', async (method) => {
    expect(await call(method, {})).toBe('InvalidAction.NotFound');
    expect(await call(method, { apiVersion: '2000-01-01' })).toBe('NoSuchVersion');
  });

  it.each(['GET', 'POST'] as const)('by %s, with a wrong key learns nothing', async (method) => {
    expect(await call(method, { accessKeySecret: 'wrong' })).toBe('SignatureDoesNotMatch');
    expect(await call(method, { accessKeyId: 'unknown' })).toBe('InvalidAccessKeyId.NotFound');
  });

  it('opens the service, with a parameter that it checks', async () => {
    const { secretId: accessKeyId, secretKey: accessKeySecret } = (await newAccount(simulator.url)).keys;
    const open = (method: 'GET' | 'POST', InternetChargeType: string) =>
      call(method, { accessKeyId, accessKeySecret, action: 'OpenCdnService', params: { InternetChargeType } });
    expect(await open('POST', 'PayBySmile')).toMatch(/^Invalid/);
    expect(await open('POST', 'PayByTraffic')).toBe('');
    expect(await open('GET', 'PayByTraffic')).toBe('CdnService.HasOpened');
  });

  it('of temporary keys needs the right token', async () => {
    const { secretId: accessKeyId, secretKey: accessKeySecret } = (await newAccount(simulator.url, { token: 'sts' })).keys;
    for (const method of ['GET', 'POST'] as const) {
      expect(await call(method, { accessKeyId, accessKeySecret })).toBe('MissingSecurityToken');
      expect(await call(method, { accessKeyId, accessKeySecret, securityToken: 'x' })).toBe('InvalidSecurityToken.MismatchWithAccessKey');
      expect(await call(method, { accessKeyId, accessKeySecret, securityToken: 'sts' })).toBe('InvalidAction.NotFound');
    }
  });
});
