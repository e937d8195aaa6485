/** Signatures, envelopes and hostile input. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call3, call2017, code3, newAccount, signed1, type Target, tc3Headers, word2017 } from '../testing/client.ts';
import { type Simulator, startSimulator } from '../testing/start.ts';

let simulator: Simulator;
let me: Target & { uin: string };
const bugs: unknown[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty', onBug: (error) => bugs.push(error) });
  me = await newAccount(simulator.url);
});
afterAll(async () => {
  await simulator.close();
  expect(bugs).toEqual([]);
});

const seconds = (): number => Math.floor(Date.now() / 1000);
const withKey = (keys: Partial<Target['keys']>): Target => ({ ...me, keys: { ...me.keys, ...keys } });

describe('API 3.0 with TC3', () => {
  it('is refused with each documented code', async () => {
    expect(await code3(withKey({ secretKey: 'x' }), 'DescribeVpcs')).toBe('AuthFailure.SignatureFailure');
    expect(await code3(withKey({ secretId: 'AKIDx' }), 'DescribeVpcs')).toBe('AuthFailure.SecretIdNotFound');
    expect(await code3(me, 'DescribeVpcs', {}, { timestamp: seconds() - 301 })).toBe('AuthFailure.SignatureExpire');
    expect(await code3(me, 'DescribeVpcs', {}, { timestamp: seconds() + 301 })).toBe('AuthFailure.SignatureExpire');
    expect(await code3(me, 'DescribeVpcs', {}, { timestamp: seconds() - 200 })).toBe('');
    expect(await code3(me, 'DescribeVpcs', {}, { body: '{"Limit":1}' })).toBe('AuthFailure.SignatureFailure');
    expect(await code3(me, 'DescribeVpcs', {}, { headers: { 'X-TC-Token': 't' } })).toBe('AuthFailure.TokenFailure');
    expect(await code3(me, 'DescribeVpcs', {}, { headers: { Authorization: 'TC3-HMAC-SHA256 nonsense' } })).toBe(
      'AuthFailure.SignatureFailure',
    );
    expect(await code3(me, 'DescribeVpcs', {}, { headers: { 'X-TC-Timestamp': 'now' } })).toBe('MissingParameter');
    expect(await code3(me, 'DescribeMoons')).toBe('InvalidAction');
    expect(await code3(me, 'DescribeVpcs', {}, { version: '2030-01-01' })).toBe('NoSuchVersion');
    expect(await code3(me, 'DescribeVpcs', {}, { region: 'eu-atlantis' })).toBe('UnsupportedRegion');
    expect(await code3(me, '', {})).toBe('MissingParameter');
  });

  it('does not take one account’s derived key for another’s', async () => {
    // Both keys were derived for the same day and service; only the secret differs.
    const other = await newAccount(simulator.url);
    expect(await code3(me, 'DescribeVpcs')).toBe('');
    expect(await code3(other, 'DescribeVpcs')).toBe('');
    expect(await code3(withKey({ secretKey: other.keys.secretKey }), 'DescribeVpcs')).toBe('AuthFailure.SignatureFailure');
  });

  it('wants the token of temporary keys', async () => {
    const temporary = await newAccount(simulator.url, { token: 'tok' });
    expect(await code3(temporary, 'DescribeVpcs')).toBe('AuthFailure.TokenFailure');
    expect(await code3(temporary, 'DescribeVpcs', {}, { headers: { 'X-TC-Token': 'tok' } })).toBe('');
  });

  it('tolerates the headers of newer clients', async () => {
    expect(await code3(me, 'DescribeVpcs', {}, { headers: { 'X-TC-Language': 'zh-CN', 'X-TC-RequestClient': 'x' } })).toBe('');
  });

  it('answers every call with a request id of its own', async () => {
    const answers = [await call3(me, 'DescribeVpcs'), await call3(me, 'DescribeVpcs'), await call3(me, 'DescribeMoons')];
    expect(new Set(answers.map((answer) => answer.RequestId)).size).toBe(3);
    for (const { RequestId } of answers) expect(RequestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });

  it.each([
    ['what is no JSON', '{'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['deep nesting', '['.repeat(100_000)],
  ])('refuses a body that is %s', async (_what, body) => {
    const response = await fetch(me.url, { method: 'POST', headers: tc3Headers(me, 'DescribeVpcs', body), body });
    expect(await response.json()).toMatchObject({ Response: { Error: { Code: 'InvalidParameter' } } });
  });

  it('refuses parameters that reach for prototypes', async () => {
    for (const body of ['{"__proto__":{"a":1}}', '{"constructor":{}}', '{"Filters":[{"Name":"__proto__","Values":["x"]}]}']) {
      const response = await fetch(me.url, { method: 'POST', headers: tc3Headers(me, 'DescribeVpcs', body), body });
      const { Response } = (await response.json()) as { Response: { Error?: { Code: string } } };
      expect(['UnknownParameter', 'InvalidParameterValue.Malformed']).toContain(Response.Error?.Code);
    }
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});

describe('API 3.0 with the first signature', () => {
  const call = async (method: 'GET' | 'POST', common: Record<string, string>, params = {}, target: Target = me) => {
    const form = signed1(target, method, '/', params, { Action: 'DescribeVpcs', Version: '2017-03-12', ...common });
    const response = await (method === 'GET' ? fetch(`${me.url}/?${form}`) : fetch(me.url, { method, body: form }));
    return ((await response.json()) as { Response: { Error?: { Code: string } } }).Response.Error?.Code ?? '';
  };

  it.each(['GET', 'POST'] as const)('is verified by %s, with SHA-1 and SHA-256', async (method) => {
    expect(await call(method, {}, { Filters: [{ Name: 'vpc-name', Values: ['a & b=c +名'] }] })).toBe('');
    expect(await call(method, { SignatureMethod: 'HmacSHA256' })).toBe('');
    expect(await call(method, {}, {}, withKey({ secretKey: 'x' }))).toBe('AuthFailure.SignatureFailure');
    expect(await call(method, {}, {}, withKey({ secretId: 'x' }))).toBe('AuthFailure.SecretIdNotFound');
    expect(await call(method, { Timestamp: String(seconds() - 301) })).toBe('AuthFailure.SignatureExpire');
    expect(await call(method, { Token: 't' })).toBe('AuthFailure.TokenFailure');
    expect(await call(method, { Version: '' })).toBe('MissingParameter');
    expect(await call(method, { Region: '' })).toBe('MissingParameter');
    expect(await call(method, { Nonce: '' })).toBe('MissingParameter');
    expect(await call(method, { Signature: 'AAAA' })).toBe('AuthFailure.SignatureFailure');
    expect(await call(method, { Language: 'en-US', RequestClient: 'x' })).toBe('');
    expect(await call(method, {}, { Tags: ['x'] })).toBe('UnknownParameter');
  });

  it('wants a form', async () => {
    const response = await fetch(me.url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect(await response.json()).toMatchObject({ Response: { Error: { Code: 'InvalidParameter' } } });
  });
});

describe('2017', () => {
  it('is refused with each documented number', async () => {
    const refusal = async (common: Record<string, string>, target: Target = me) => {
      const { code, codeDesc, message } = await call2017(target, 'DescribeVpcEx', {}, common);
      expect(message.startsWith(`(${codeDesc})`)).toBe(true);
      return code;
    };
    expect(await refusal({}, withKey({ secretKey: 'x' }))).toBe(4100);
    expect(await refusal({}, withKey({ secretId: 'x' }))).toBe(4104);
    expect(await refusal({ Timestamp: String(seconds() - 7201) })).toBe(4500);
    expect(await refusal({ Action: 'DescribeMoons' })).toBe(6100);
    expect(await refusal({ Region: 'atlantis' })).toBe(4000);
    expect(await refusal({ Nonce: '' })).toBe(4000);
    expect(await word2017(me, 'DescribeVpcEx', {}, { Timestamp: String(seconds() - 7000) })).toBe('Success');
    expect(await word2017(me, 'DescribeVpcEx', { Colour: 'red' })).toBe('InvalidParameter');
  });

  it('refuses a nonce that was used before, but only once its signature was good', async () => {
    const used = { Nonce: '4711', Timestamp: String(seconds()) };
    expect((await call2017(withKey({ secretKey: 'x' }), 'DescribeVpcEx', {}, used)).code).toBe(4100);
    expect((await call2017(me, 'DescribeVpcEx', {}, used)).code).toBe(0);
    expect((await call2017(me, 'DescribeVpcEx', {}, used)).code).toBe(4500);
  });

  it('takes short region names, and none', async () => {
    await call2017({ ...me, region: 'sh' }, 'CreateVpc', { vpcName: 'sh', cidrBlock: '10.0.0.0/16' });
    expect((await call3({ ...me, region: 'ap-shanghai' }, 'DescribeVpcs')).TotalCount).toBe(1);
    expect(await word2017(me, 'DescribeVpcEx', {}, { Region: '' })).toBe('Success');
  });

  it('reads a POST’s parameters from the body only', async () => {
    const form = signed1(me, 'POST', '/v2/index.php', {}, { Action: 'DescribeVpcEx' });
    const response = await fetch(`${me.url}/v2/index.php?vpcId=nonsense`, { method: 'POST', body: form });
    expect(await response.json()).toMatchObject({ code: 0 });
  });
});

describe('a parameter with several documented spellings', () => {
  const ids = { AddressTemplateIds: ['ipm-00000000'] };

  it('is known by each', async () => {
    expect(await code3(me, 'CreateAddressTemplateGroup', { ...ids, AddressTemplateGroupName: 'a' })).toBe('ResourceNotFound');
    expect(await code3(me, 'CreateAddressTemplateGroup', { ...ids, AddressTemplateName: 'a' })).toBe('ResourceNotFound');
    expect(await word2017(me, 'DescribeSubnetEx', { zonelids: ['100002'] })).toBe('Success');
  });

  it('may be given by one of them only', async () => {
    const both = { ...ids, AddressTemplateGroupName: 'a', AddressTemplateName: 'a' };
    expect(await code3(me, 'CreateAddressTemplateGroup', both)).toBe('UnknownParameter');
    expect(await word2017(me, 'DescribeSubnetEx', { zoneIds: ['100002'], zonelids: ['100002'] })).toBe('InvalidParameter');
  });
});

describe('hostile input', () => {
  /** Sends raw bytes and gives back the first line of what comes, "" when the connection just ends. */
  const raw = (bytes: string | Buffer): Promise<string> =>
    new Promise((resolve) => {
      let text = '';
      const socket = connect(simulator.port, '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
        socket.end();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(text.split('\r\n', 1)[0] ?? ''));
    });

  it('gets a clear answer and does no harm', async () => {
    expect(await raw('GARBAGE\r\n\r\n')).toContain('400');
    expect(await raw(`GET /${'a'.repeat(70_000)} HTTP/1.1\r\n\r\n`)).toContain('400');
    expect((await fetch(`${me.url}/elsewhere`)).status).toBe(404);
    expect((await fetch(me.url, { method: 'PUT', body: 'x' })).status).toBe(405);
    expect((await fetch(`${me.url}/?%`)).status).toBe(200);
    expect(await raw(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 11000000\r\n\r\n${'x'.repeat(10_600_000)}`)).toContain('413');
    const many = Array.from({ length: 20_001 }, (_, index) => `a${index}=1`).join('&');
    const form = await fetch(me.url, { method: 'POST', body: new URLSearchParams(many) });
    expect(await form.json()).toMatchObject({ Response: { Error: { Code: 'InvalidParameter' } } });
    expect(await code3(me, 'DescribeVpcs')).toBe('');
  });

  it('may break off in the middle of a body', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(simulator.port, '127.0.0.1', () => {
        socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf', () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    expect(await code3(me, 'DescribeVpcs')).toBe('');
  });
});
