/** The pipeline of a call against a cloud that does what each test says. */
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { Account } from '../accounts/account.ts';
import type { Registry } from '../accounts/registry.ts';
import { createCallHandler } from '../call.ts';
import { Cancellation } from '../upstream/cancellation.ts';
import { Carrier } from '../upstream/carry.ts';
import { Sender } from '../upstream/send.ts';
import {
  api3,
  api3Error,
  ask,
  bearer,
  type Cloud,
  keys,
  later,
  reply,
  type Script,
  signIn,
  startCloud,
  startWeft,
  type Weft,
  type WeftOptions,
} from './kit.ts';

async function weftTo(script: Script, more: WeftOptions = {}): Promise<{ cloud: Cloud; weft: Weft }> {
  const cloud = await startCloud(script);
  return { cloud, weft: await startWeft({ cloud: cloud.url, ...more }) };
}

const empty = api3({ TotalCount: 0, VpcSet: [] });
const create = { VpcName: 'a', CidrBlock: '10.0.0.0/16' };

describe('the request to the cloud', () => {
  it('of API 3.0 is JSON signed by TC3, with no header of the browser’s in it', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, empty));
    const headers = {
      ...bearer,
      'X-TC-Token': 'theirs',
      'X-Forwarded-For': '10.9.9.9',
      Cookie: 'weft=x',
      Referer: 'http://x',
      'Accept-Language': 'xx',
    };
    await ask(`${weft.url}/api/call/vpc/DescribeVpcs`, { method: 'POST', headers, body: '{"region":"ap-beijing","params":{"Limit":5}}' });
    const [heard] = cloud.heard;
    expect(heard).toMatchObject({ method: 'POST', url: '/', body: '{"Limit":"5"}' });
    expect(Object.keys(heard?.headers ?? {}).sort()).toEqual(
      [
        'authorization',
        'connection',
        'content-length',
        'content-type',
        'host',
        'x-tc-action',
        'x-tc-region',
        'x-tc-timestamp',
        'x-tc-version',
      ].sort(),
    );
    expect(heard?.headers).toMatchObject({ 'x-tc-action': 'DescribeVpcs', 'x-tc-region': 'ap-beijing', 'x-tc-version': '2017-03-12' });
  });

  it('of the 2017 API is a form signed by HmacSHA256', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, { code: 0, message: '', totalCount: 0, data: [] }));
    await weft.call('vpc2017:DescribeVpcEx', { limit: 5 });
    const form = new URLSearchParams(cloud.heard[0]?.body);
    expect([cloud.heard[0]?.url, form.get('Action'), form.get('SignatureMethod'), form.get('limit')]).toEqual([
      '/v2/index.php',
      'DescribeVpcEx',
      'HmacSHA256',
      '5',
    ]);
  });

  it('carries the token of temporary keys', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, empty), { env: { TENCENTCLOUD_TOKEN: 'sts-token-0000' } });
    await weft.call('vpc:DescribeVpcs');
    expect(cloud.heard[0]?.headers['x-tc-token']).toBe('sts-token-0000');
  });
});

describe('the answer', () => {
  it.each([
    [
      'compact, id last',
      '{"Response":{"TotalCount":1,"VpcSet":[{"VpcName":"x"}],"RequestId":"id-1"}}',
      { TotalCount: 1, VpcSet: [{ VpcName: 'x' }] },
    ],
    ['id first', '{"Response":{"RequestId":"id-1","TotalCount":1}}', { TotalCount: 1 }],
    ['spaced', '{ "Response": { "TotalCount": 1, "RequestId": "id-1" } }', { TotalCount: 1 }],
    ['nothing but the id', '{"Response":{"RequestId":"id-1"}}', {}],
    ['a text that looks like the end', '{"Response":{"A":"},\\"RequestId\\":\\"id-1","RequestId":"id-1"}}', { A: '},"RequestId":"id-1' }],
    ['the id as another member’s too', '{"Response":{"A":{"RequestId":"id-1"},"RequestId":"id-1"}}', { A: { RequestId: 'id-1' } }],
    ['the old spelling of the id', '{"Response":{"TotalCount":1,"RequestID":"id-1"}}', { TotalCount: 1 }],
    ['a second root', '{"Response":{"TotalCount":1,"RequestId":"id-1"},"X":{"a":1,"RequestId":"id-1"}}', { TotalCount: 1 }],
  ])('loses its envelope: %s', async (_what, text, data) => {
    const { weft } = await weftTo((_heard, response) => reply(response, text));
    const answer = await weft.call('vpc:DescribeVpcs');
    expect([answer.status, answer.json()]).toEqual([200, { data, requestId: 'id-1' }]);
  });

  it('of the 2017 API loses its envelope, whichever way the code is written', async () => {
    const { weft } = await weftTo((_heard, response, count) =>
      reply(response, { code: count === 1 ? 0 : '0', message: '', codeDesc: 'Success', totalCount: 0, data: [] }),
    );
    for (let call = 0; call < 2; call += 1) {
      expect((await weft.call('vpc2017:DescribeVpcEx')).json()).toEqual({ data: { totalCount: 0, data: [] }, requestId: null });
    }
  });

  it('that refuses is passed on with the cloud’s code and id', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, api3Error('LimitExceeded', 'Too many VPCs.', 'id-9')));
    const answer = await weft.call('vpc:CreateVpc', create);
    expect([answer.status, answer.json().error, cloud.heard.length]).toEqual([
      422,
      { code: 'LimitExceeded', message: 'Too many VPCs.', requestId: 'id-9', retryable: false },
      1,
    ]);
  });

  it.each([
    ['its codeDesc', { code: 4000, message: 'x', codeDesc: 'InvalidVpcName' }, 'InvalidVpcName'],
    ['its number where there is no codeDesc', { code: 5100, message: '(10004)x' }, '5100'],
  ])('that refuses in the 2017 API is known by %s', async (_what, body, code) => {
    const { weft } = await weftTo((_heard, response) => reply(response, body));
    expect((await weft.call('vpc2017:DescribeVpcEx')).json().error?.code).toBe(code);
  });

  it('to a bad parameter is given before the cloud is asked, with the documented code and the field', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, empty));
    const answers = await Promise.all([
      weft.call('vpc:CreateVpc', { VpcName: 'a' }),
      weft.call('vpc:DescribeVpcs', { VpcIds: ['vpc-1'], Filters: [{ Name: 'vpc-name', Values: ['x'] }] }),
      weft.call('vpc:DescribeVpcs', { Filters: [{ Name: 'no-such', Values: ['x'] }] }),
      weft.call('vpc2017:CreateVpc', { vpcName: 'a', cidrBlock: '10.0.0.0/30' }),
      weft.call('vpc:DescribeVpcs', {}, { account: 'nobody' }),
    ]);
    expect(answers.map((answer) => [answer.status, answer.json().error?.code, answer.json().error?.field])).toEqual([
      [400, 'MissingParameter', 'CidrBlock'],
      [400, 'InvalidParameter.Coexist', 'Filters'],
      [400, 'InvalidParameterValue.Malformed', 'Filters.0.Name'],
      [400, 'InvalidVpcCidr', 'cidrBlock'],
      [400, 'AccountNotFound', 'account'],
    ]);
    expect(cloud.heard).toHaveLength(0);
  });

  it('that is a redirect is not followed', async () => {
    const other = await startCloud((_heard, response) => reply(response, empty));
    const { weft } = await weftTo((_heard, response) => reply(response, empty, 307, { location: other.url }));
    const answer = await weft.call('vpc:DescribeVpcs');
    expect([answer.status, answer.json().error?.code, other.heard.length]).toEqual([502, 'CloudUnreadable', 0]);
  });

  it.each([
    ['HTML', '<html>', 200, 'CloudUnreadable'],
    ['no envelope', '{"a":1}', 200, 'CloudUnreadable'],
    ['a failure', 'oops', 503, 'CloudUnreadable'],
  ])('that is %s is an unreadable cloud', async (_what, text, status, code) => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, text, status));
    const answer = await weft.call('vpc:DescribeVpcs');
    expect([answer.status, answer.json().error?.code, cloud.heard.length]).toEqual([502, code, 3]);
  });

  it('that is too large is refused and not asked for again', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, api3({ A: 'x'.repeat(5_000) })), {
      options: { limits: { connectMs: 1_000, answerMs: 1_000, maxBytes: 4_096, connections: 4 } },
    });
    const answer = await weft.call('vpc:DescribeVpcs');
    expect([answer.status, answer.json().error?.code, cloud.heard.length]).toEqual([502, 'CloudUnreadable', 1]);
  });

  it('names the call by which the log knows it', async () => {
    const { weft } = await weftTo((_heard, response) => reply(response, api3({ TotalCount: 0, VpcSet: [] }, 'id-77')));
    const answer = await weft.call('vpc:DescribeVpcs');
    const line = weft.logs.map((text) => JSON.parse(text)).find(({ requestId }) => requestId === 'id-77');
    expect(line).toMatchObject({
      call: answer.headers['x-weft-call'],
      service: 'vpc',
      action: 'DescribeVpcs',
      status: 200,
      account: 'env',
      attempts: 1,
    });
  });
});

describe('reads under way', () => {
  /** A cloud that answers when told to. */
  function held() {
    const waiting: (() => void)[] = [];
    const script: Script = (heard, response) => void waiting.push(() => reply(response, api3({ Token: heard.headers['x-tc-region'] })));
    return { waiting, script };
  }
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await new Promise((resolve) => setImmediate(resolve));
  };

  it('are sent once when they are the same, and given to everyone who asked', async () => {
    const { waiting, script } = held();
    const cloud = await startCloud(script);
    const account = new Account({ id: 'a', name: 'a', uin: null, vendor: 'tencent' }, { secretId: keys.id, secretKey: keys.key });
    const registry: Registry = { mode: 'real', accounts: () => [account], originOf: () => cloud.url };
    const sender = new Sender();
    later(() => sender.close());
    const carrier = new Carrier({ sender, rate: null, onSkew: () => {} });
    const handle = createCallHandler({ registry, carrier, defaultRegion: 'ap-guangzhou' });
    const read = (limit: number) =>
      handle({ service: 'vpc', action: 'DescribeVpcs', body: { params: { Limit: limit } }, session: 's', leaving: new Cancellation() });
    const asked = [read(5), read(5), read(6), read(5)];
    await until(() => waiting.length === 2);
    for (const answer of waiting) answer();
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers[0]).toBe(answers[3]);
    expect(cloud.heard).toHaveLength(2);
  });

  it('are never shared between sessions, accounts or regions', async () => {
    const { waiting, script } = held();
    const { cloud, weft } = await weftTo(script);
    const [one, two] = [await signIn(weft), await signIn(weft)];
    const asked = [one, two].map((headers) =>
      ask(`${weft.url}/api/call/vpc/DescribeVpcs`, { method: 'POST', headers, body: '{"region":"ap-beijing","params":{}}' }),
    );
    const elsewhere = ask(`${weft.url}/api/call/vpc/DescribeVpcs`, {
      method: 'POST',
      headers: one,
      body: '{"region":"ap-shanghai","params":{}}',
    });
    await until(() => waiting.length === 3);
    for (const answer of waiting) answer();
    await Promise.all([...asked, elsewhere]);
    expect(cloud.heard).toHaveLength(3);
  });

  it('of one who has left are broken off', async () => {
    const { waiting, script } = held();
    let closed = 0;
    const { weft } = await weftTo((heard, response, count) => {
      response.on('close', () => {
        closed += 1;
      });
      script(heard, response, count);
    });
    const leaving = request(`${weft.url}/api/call/vpc/DescribeVpcs`, { method: 'POST', headers: bearer });
    leaving.on('error', () => {});
    leaving.end('{"region":"ap-beijing","params":{}}');
    await until(() => waiting.length === 1);
    leaving.destroy();
    await until(() => closed === 1);
    expect(closed).toBe(1);
  });

  it('of one who signed out meanwhile are not shown to them', async () => {
    const { waiting, script } = held();
    const { weft } = await weftTo(script);
    const headers = await signIn(weft);
    const asked = ask(`${weft.url}/api/call/vpc/DescribeVpcs`, { method: 'POST', headers, body: '{}' });
    await until(() => waiting.length === 1);
    await ask(`${weft.url}/api/session`, { method: 'DELETE', headers });
    waiting[0]?.();
    const answer = await asked;
    expect([answer.status, answer.json().data]).toEqual([401, undefined]);
  });

  it('are answered anonymously to nobody, also after a signed-in call', async () => {
    const { weft } = await weftTo((_heard, response) => reply(response, empty));
    await weft.call('vpc:DescribeVpcs');
    const { Authorization: _gone, ...anonymous } = bearer;
    expect((await ask(`${weft.url}/api/call/vpc/DescribeVpcs`, { method: 'POST', headers: anonymous, body: '{}' })).status).toBe(401);
  });
});

describe('repeats', () => {
  it('of a read follow throttling, which comes with HTTP 200', async () => {
    const { cloud, weft } = await weftTo((_heard, response, count) =>
      reply(response, count < 3 ? api3Error('RequestLimitExceeded') : empty),
    );
    expect([(await weft.call('vpc:DescribeVpcs')).status, cloud.heard.length]).toEqual([200, 3]);
  });

  it('of a write follow throttling too: it was not applied', async () => {
    const { cloud, weft } = await weftTo((_heard, response, count) =>
      reply(response, count < 2 ? { code: 4400, message: 'slow down' } : { code: 0, message: '' }),
    );
    const answer = await weft.call('vpc2017:ModifyVpcAttribute', { vpcId: 'vpc-1', vpcName: 'b' });
    expect([answer.status, cloud.heard.length]).toEqual([200, 2]);
  });

  it('end after three attempts, with 429', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, api3Error('RequestLimitExceeded')));
    const answer = await weft.call('vpc:DescribeVpcs');
    expect([answer.status, answer.json().error, cloud.heard.length]).toMatchObject([
      429,
      { code: 'RequestLimitExceeded', retryable: true },
      3,
    ]);
  });

  it('of a read follow a broken connection', async () => {
    const { cloud, weft } = await weftTo((_heard, response, count) => (count < 3 ? response.destroy() : reply(response, empty)));
    expect([(await weft.call('vpc:DescribeVpcs')).status, cloud.heard.length]).toEqual([200, 3]);
  });

  it.each(['InternalError', 'InvalidParameterValue', 'AuthFailure.SignatureFailure', 'LimitExceeded', 'UnauthorizedOperation'])(
    'never follow %s',
    async (code) => {
      const { cloud, weft } = await weftTo((_heard, response) => reply(response, api3Error(code)));
      await weft.call('vpc:DescribeVpcs');
      expect(cloud.heard).toHaveLength(1);
    },
  );

  it('of a write to a cloud that cannot be reached: 502, surely not done', async () => {
    const weft = await startWeft({ cloud: 'http://127.0.0.1:9' });
    const answer = await weft.call('vpc:CreateVpc', create);
    expect([answer.status, answer.json().error]).toMatchObject([502, { code: 'CloudUnreachable', outcome: 'not-done', retryable: true }]);
  });

  it('use the cloud’s clock when ours is off, once, with a warning', async () => {
    const hour = new Date(Date.now() + 3_600_000);
    const { cloud, weft } = await weftTo((_heard, response, count) =>
      reply(response, count === 1 ? api3Error('AuthFailure.SignatureExpire') : empty, 200, { date: hour.toUTCString() }),
    );
    expect((await weft.call('vpc:DescribeVpcs')).status).toBe(200);
    const times = cloud.heard.map(({ headers }) => Number(headers['x-tc-timestamp']));
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(3_500);
    expect(weft.logs.some((line) => line.includes('clock-skew'))).toBe(true);
  });

  it('do not follow an expired signature when the clocks agree', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, api3Error('AuthFailure.SignatureExpire')));
    const answer = await weft.call('vpc:DescribeVpcs');
    expect([answer.status, cloud.heard.length]).toEqual([422, 1]);
  });
});

describe('the rate', () => {
  it('of WEFT_RATE holds from the first call', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, empty), { env: { WEFT_RATE: '5' } });
    const began = Date.now();
    await Promise.all(Array.from({ length: 11 }, (_, index) => weft.call('vpc:DescribeVpcs', { Offset: index })));
    // Five at once, five a second later, and one two seconds later.
    expect(Date.now() - began).toBeGreaterThanOrEqual(2_000);
    expect(cloud.heard).toHaveLength(11);
  });

  it('is not limited on loopback until the cloud complains', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, empty));
    const began = Date.now();
    await Promise.all(Array.from({ length: 220 }, (_, index) => weft.call('vpc:DescribeVpcs', { Offset: index })));
    expect(cloud.heard).toHaveLength(220);
    // At 20 a second these would take ten seconds and a half.
    expect(Date.now() - began).toBeLessThan(10_000);
  });
});
