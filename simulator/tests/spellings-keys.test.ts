/** Signatures and keys as official clients send them, and the language they ask for. */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { plans } from '../protocol/plans.ts';
import { call3, control, form3, newAccount, signed1, type Target } from '../testing/client.ts';
import { TestWorld } from '../testing/test-world.ts';

const stage = new TestWorld();

describe('a signature in base64', () => {
  const spoilt = async (change: (signature: string) => string, path: '/' | '/v2/index.php', method: 'GET' | 'POST') => {
    const common = path === '/' ? { Action: 'DescribeVpcs', Version: '2017-03-12' } : { Action: 'DescribeVpcEx' };
    const form = signed1(stage.me, method, path, {}, common);
    const signature = change(form.get('Signature') ?? '');
    form.delete('Signature');
    const text = `${form}&Signature=${signature}`;
    const response =
      method === 'GET'
        ? await fetch(`${stage.me.url}${path}?${text}`)
        : await fetch(stage.me.url + path, { method, body: text, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    const answer = (await response.json()) as { codeDesc?: string; Response?: { Error?: { Code: string } } };
    return answer.codeDesc ?? answer.Response?.Error?.Code ?? 'Success';
  };

  it.each(['GET', 'POST'] as const)('may end in a line break or carry encoder’s blanks, by %s', async (method) => {
    for (const path of ['/', '/v2/index.php'] as const) {
      // Several, so that some have a "+", which an encoder may leave as it is.
      for (let count = 0; count < 6; count += 1) {
        expect(await spoilt((text) => `${encodeURIComponent(text)}%0A`, path, method)).toBe('Success');
        expect(await spoilt((text) => encodeURIComponent(`${text}\r\n`), path, method)).toBe('Success');
        expect(await spoilt((text) => encodeURIComponent(`${text.slice(0, 9)}\n${text.slice(9)} `), path, method)).toBe('Success');
        expect(await spoilt((text) => text, path, method)).toBe('Success');
      }
      expect(await spoilt((text) => encodeURIComponent(`${text.slice(1)}\n`), path, method)).toBe('AuthFailure.SignatureFailure');
    }
  });

  it('is read so in Alibaba’s style too', async () => {
    expect(await aliyunCode({ tail: '\n' })).toBe('');
    expect(await aliyunCode({ tail: 'x' })).toBe('SignatureDoesNotMatch');
  });
});

const percent = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** One call in Alibaba's RPC style. @returns the code of its refusal, "" when there is none. */
async function aliyunCode({ tail = '', token, target = stage.me }: { tail?: string; token?: string; target?: Target }): Promise<string> {
  const pairs: Record<string, string> = {
    Action: 'OpenCdnService',
    Version: '2014-11-11',
    Format: 'JSON',
    InternetChargeType: 'PayByTraffic',
    AccessKeyId: target.keys.secretId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: new Date().toISOString().replace(/\.\d+/, ''),
    ...(token === undefined ? {} : { SecurityToken: token }),
  };
  const query = Object.keys(pairs)
    .sort()
    .map((name) => `${percent(name)}=${percent(pairs[name] ?? '')}`)
    .join('&');
  const signature = createHmac('sha1', `${target.keys.secretKey}&`)
    .update(`GET&%2F&${percent(query)}`)
    .digest('base64');
  const response = await fetch(`${stage.me.url}/?${query}&Signature=${percent(signature + tail)}`);
  return ((await response.json()) as { Code?: string }).Code ?? '';
}

/** The same, signed in headers (ACS3). */
async function acs3Code(target: Target, token?: string): Promise<string> {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const headers: Record<string, string> = {
    host: new URL(stage.me.url).host,
    'x-acs-action': 'OpenCdnService',
    'x-acs-version': '2014-11-11',
    'x-acs-content-sha256': sha256(''),
    'x-acs-date': new Date().toISOString().replace(/\.\d+/, ''),
    'x-acs-signature-nonce': randomUUID(),
    ...(token === undefined ? {} : { 'x-acs-security-token': token }),
  };
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const canonical = `POST\n/\nInternetChargeType=PayByTraffic\n${lines}\n${names.join(';')}\n${sha256('')}`;
  const signature = createHmac('sha256', target.keys.secretKey)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
  const authorization = `ACS3-HMAC-SHA256 Credential=${target.keys.secretId},SignedHeaders=${names.join(';')},Signature=${signature}`;
  const { host: _host, ...sent } = headers;
  const response = await fetch(`${stage.me.url}/?InternetChargeType=PayByTraffic`, { method: 'POST', headers: { ...sent, authorization } });
  return ((await response.json()) as { Code?: string }).Code ?? '';
}

describe('temporary keys of Alibaba’s style', () => {
  it('are good with their own token only, whichever way the call is signed', async () => {
    const temporary = await newAccount(stage.me.url, { token: 'sts' });
    for (const call of [
      (token?: string) => aliyunCode({ target: temporary, ...(token === undefined ? {} : { token }) }),
      (token?: string) => acs3Code(temporary, token),
    ]) {
      expect(await call()).toBe('MissingSecurityToken');
      expect(await call('other')).toBe('InvalidSecurityToken.MismatchWithAccessKey');
      expect(['', 'CdnService.HasOpened']).toContain(await call('sts'));
    }
    expect(await aliyunCode({ token: 'sts' })).toBe('InvalidSecurityToken.MismatchWithAccessKey');
    expect(await acs3Code(stage.me, 'sts')).toBe('InvalidSecurityToken.MismatchWithAccessKey');
  });
});

describe('the language of messages', () => {
  const han = /\p{Script=Han}/u;
  const say = async (headers: Record<string, string>, action = 'DeleteVpc', params: Record<string, unknown> = { VpcId: 'vpc-00000000' }) =>
    (await call3(stage.me, action, params, { headers })).Error?.Message ?? '';

  it('is the one that the header or the common parameter asks for', async () => {
    expect(await say({})).not.toMatch(han);
    expect(await say({ 'X-TC-Language': 'en-US' })).not.toMatch(han);
    expect(await say({ 'X-TC-Language': 'zh-CN' })).toMatch(/\p{Script=Han}.*vpc-00000000/u);
    expect(await say({ 'X-TC-Language': 'zh-CN' }, 'CreateVpc', { VpcName: 'x', CidrBlock: '10.0.0.1/16' })).toMatch(
      /CidrBlock.*网段|CidrBlock.*地址/,
    );
    expect(await say({ 'X-TC-Language': 'zh-CN' }, 'DescribeMoons', {})).toMatch(han);
    for (const spelling of ['zh', 'ZH-cn', 'zh_CN', 'zh-Hans-CN']) expect(await say({ 'X-TC-Language': spelling })).toMatch(han);
    expect(await say({ 'X-TC-Language': 'zhuang' })).not.toMatch(han);
    expect((await form3(stage.me, 'DescribeMoons', { Language: 'zh-CN' })).Error?.Message).toMatch(han);
    expect((await form3(stage.me, 'DescribeMoons', { Language: 'zh-CN' }, 'GET')).Error?.Message).toMatch(han);
    expect((await form3(stage.me, 'DescribeMoons', { Language: 'en-US' })).Error?.Message).not.toMatch(han);
    const form = signed1(stage.me, 'POST', '/v2/index.php', { vpcId: 'vpc-00000000' }, { Action: 'DeleteVpc' });
    const old = await fetch(`${stage.me.url}/v2/index.php`, { method: 'POST', body: form, headers: { 'X-TC-Language': 'zh-CN' } });
    expect(((await old.json()) as { message: string }).message).toMatch(/^\(InvalidVpc.NotFound\).*\p{Script=Han}/u);
  });

  it('has words for every code that an action documents, and keeps what the control API words', async () => {
    const wordless: string[] = [];
    for (const { action, service, data } of plans.filter((plan) => plan.service === 'vpc')) {
      for (const code of data.errors) {
        await control(stage.me.url, 'POST', 'faults', { service, action, kind: 'error', code, uin: stage.me.uin });
        const message = await say({ 'X-TC-Language': 'zh-CN' }, action, {});
        if (!han.test(message) || message.includes('云端拒绝了此次调用')) wordless.push(code);
      }
    }
    expect(wordless).toEqual([]);
    await control(stage.me.url, 'POST', 'faults', { kind: 'error', code: 'InternalError', message: 'as told', uin: stage.me.uin });
    expect(await say({ 'X-TC-Language': 'zh-CN' })).toBe('as told');
  });
});
