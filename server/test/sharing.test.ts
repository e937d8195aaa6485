/** Reads that are under way at once: who shares an answer, and who must not see it. */
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { Account } from '../accounts/account.ts';
import type { Registry } from '../accounts/registry.ts';
import { holderOfLink } from '../auth/person.ts';
import { createCallHandler } from '../call.ts';
import { Cancellation } from '../upstream/cancellation.ts';
import { UpstreamClient } from '../upstream/client.ts';
import { HttpTransport } from '../upstream/transport.ts';
import { api3, ask, bearer, type CloudScript, forgetfulRecorder, keys, later, reply, signIn, startCloud, weftTo } from './kit.ts';

const empty = api3({ TotalCount: 0, VpcSet: [] });

describe('reads under way', () => {
  /** A cloud that answers when told to. */
  function held() {
    const waiting: (() => void)[] = [];
    const script: CloudScript = (heard, response) =>
      void waiting.push(() => reply(response, api3({ Token: heard.headers['x-tc-region'] })));
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
    const transport = new HttpTransport();
    later(() => transport.close());
    const upstream = new UpstreamClient({ transport, rate: null, onSkew: () => {} });
    const handle = createCallHandler({ registry, upstream, defaultRegion: 'ap-guangzhou', recorder: await forgetfulRecorder() });
    const read = (limit: number) =>
      handle({
        service: 'vpc',
        action: 'DescribeVpcs',
        body: { params: { Limit: limit } },
        session: 's',
        person: holderOfLink,
        leaving: new Cancellation(),
      });
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
