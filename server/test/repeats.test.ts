/** When calls are sent again, and how fast. */
import { describe, expect, it } from 'vitest';
import { maxAttemptsWhenThrottled } from '../upstream/retry.ts';
import { api3, api3Error, reply, startWeft, weftTo } from './kit.ts';

const empty = api3({ TotalCount: 0, VpcSet: [] });
const create = { VpcName: 'a', CidrBlock: '10.0.0.0/16' };

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

  it('end after seven attempts, with 429', async () => {
    const { cloud, weft } = await weftTo((_heard, response) => reply(response, api3Error('RequestLimitExceeded')));
    const answer = await weft.call('vpc:DescribeVpcs');
    expect([answer.status, answer.json().error, cloud.heard.length]).toMatchObject([
      429,
      { code: 'RequestLimitExceeded', retryable: true },
      maxAttemptsWhenThrottled,
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
    expect([answer.status, answer.json().error]).toMatchObject([
      502,
      { code: 'CloudUnreachable.Refused', outcome: 'not-done', retryable: true },
    ]);
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
