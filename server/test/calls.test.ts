/** A call on its way to a cloud that does what each test says, and its answer on the way back. */
import { describe, expect, it } from 'vitest';
import { api3, api3Error, ask, bearer, reply, startCloud, weftTo } from './kit.ts';

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
    const creates = cloud.heard.filter(({ headers }) => headers['x-tc-action'] === 'CreateVpc');
    expect([answer.status, answer.json().error, creates.length]).toEqual([
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

  it('that refuses by a number of the action’s own table is known by that, whatever word stands beside it', async () => {
    const refusal = { code: '9003', message: '(InvalidParameter)x', codeDesc: 'InvalidParameter' };
    const { weft } = await weftTo((_heard, response) => reply(response, refusal));
    expect((await weft.call('vpc2017:DescribeAddress')).json().error?.code).toBe('9003');
    expect((await weft.call('vpc2017:DescribeVpcEx')).json().error?.code).toBe('InvalidParameter');
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
