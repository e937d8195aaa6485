/** What machines ask of a server, what it writes down, and how it leaves. */
import { describe, expect, it } from 'vitest';
import { api3, api3Error, ask, bearer, reply, startWeft, token, weftTo } from './kit.ts';

const metricsToken = 'metrics-token-0123456789abcdef';

/** Samples by name and labels, as the exposition format has them. */
const samplesOf = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line): [string, number] => {
        const at = line.lastIndexOf(' ');
        return [line.slice(0, at), Number(line.slice(at + 1))];
      }),
  );

describe('metrics', () => {
  it('count calls by what became of them, attempts, throttling, queue, sessions and the process', async () => {
    const { weft } = await weftTo((heard, response, count) => {
      if (heard.headers['x-tc-action'] === 'DescribeSubnets') return reply(response, api3Error('UnauthorizedOperation'));
      return reply(response, count === 1 ? api3Error('RequestLimitExceeded') : api3({ TotalCount: 0, VpcSet: [] }));
    });
    expect((await weft.call('vpc:DescribeVpcs')).status).toBe(200);
    expect((await weft.call('vpc:DescribeSubnets')).status).toBe(422);
    expect((await weft.call('vpc:MadeUp1')).status).toBe(403);
    expect((await weft.call('vpc:MadeUp2')).status).toBe(403);
    expect((await weft.call('vpc:DescribeVpcs', { Nonsense: 1 }, { dialect: 'documents' })).status).toBe(400);
    await ask(`${weft.url}/x`, { headers: { Host: 'evil.test' } });
    const answer = await ask(`${weft.url}/metrics`);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'no-store',
    ]);
    const samples = samplesOf(answer.text);
    const read = (name: string): number | undefined => samples.get(name);
    expect(read('weft_calls_total{service="vpc",action="DescribeVpcs",outcome="done"}')).toBe(1);
    expect(read('weft_calls_total{service="vpc",action="DescribeVpcs",outcome="invalid"}')).toBe(1);
    expect(read('weft_calls_total{service="vpc",action="DescribeSubnets",outcome="refused"}')).toBe(1);
    expect(read('weft_calls_total{service="none",action="none",outcome="invalid"}')).toBe(2);
    expect(read('weft_throttled_total{service="vpc",action="DescribeVpcs"}')).toBe(1);
    expect(read('weft_upstream_seconds_count{service="vpc",result="answered"}')).toBe(2);
    expect(read('weft_upstream_seconds_count{service="vpc",result="throttled"}')).toBe(1);
    expect(read('weft_requests_refused_total{status="403"}')).toBe(1);
    expect([read('weft_queue_waiting'), read('weft_sessions')]).toEqual([0, 0]);
    for (const name of ['process_resident_memory_bytes', 'process_cpu_seconds_total', 'process_start_time_seconds']) {
      expect(read(name), name).toBeGreaterThan(0);
    }
    for (const part of ['p50', 'p99', 'max']) expect(read(`nodejs_eventloop_lag_${part}_seconds`), part).toBeGreaterThanOrEqual(0);
    // No label holds an id, a name or an account: only names of the catalogue and words of ours.
    const labels = [...answer.text.matchAll(/(\w+)="/g)].map(([, name]) => name);
    expect(new Set(labels)).toEqual(new Set(['service', 'action', 'outcome', 'result', 'le', 'status']));
    expect(answer.text).not.toMatch(/MadeUp|ap-guangzhou|AKID|\b10000\d+/);
  });

  it('are for this machine alone, and for nobody by address once others reach the server', async () => {
    const alone = await startWeft();
    expect((await ask(`${alone.url}/metrics`)).status).toBe(200);
    expect((await ask(`${alone.url}/metrics`, { headers: { 'X-Forwarded-For': '203.0.113.7' } })).status).toBe(401);
    const team = await startWeft({ env: { WEFT_HOSTS: 'weft.example.com:443' } });
    for (const headers of [{}, { Host: 'weft.example.com' }, { Authorization: `Bearer ${token}` }]) {
      const answer = await ask(`${team.url}/metrics`, { headers });
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    }
  });

  it('are read by their own token, which is no sign-in and in no log', async () => {
    const weft = await startWeft({ env: { WEFT_HOSTS: 'weft.example.com:443', WEFT_METRICS_TOKEN: metricsToken } });
    const read = async (authorization?: string): Promise<number> =>
      (await ask(`${weft.url}/metrics`, { headers: authorization === undefined ? {} : { Authorization: authorization } })).status;
    expect(await read(`Bearer ${metricsToken}`)).toBe(200);
    for (const wrong of [undefined, 'Bearer', `Bearer ${metricsToken}x`, `Bearer ${token}`, `Basic ${metricsToken}`]) {
      expect(await read(wrong), wrong).toBe(401);
    }
    const session = await ask(`${weft.url}/api/session`, { headers: { ...bearer, Authorization: `Bearer ${metricsToken}` } });
    expect(session.status).toBe(401);
    await ask(`${weft.url}/${metricsToken}`, { headers: { Host: metricsToken } });
    expect(weft.logs.join('')).not.toContain(metricsToken);
  });
});

describe('probes', () => {
  it('say that it lives and is ready, whoever asks', async () => {
    const weft = await startWeft();
    for (const path of ['/livez', '/readyz', '/healthz']) {
      const answer = await ask(weft.url + path);
      expect([answer.status, answer.text], path).toEqual([200, '{"status":"ok"}']);
    }
  });

  it('say that it is not ready before a stop turns anybody away', async () => {
    const weft = await startWeft({ env: { WEFT_STOP_DELAY: '1' } });
    const stopped = weft.stop();
    const ready = await ask(`${weft.url}/readyz`);
    expect([ready.status, JSON.parse(ready.text).status]).toEqual([503, 'stopping']);
    expect((await ask(`${weft.url}/livez`)).status).toBe(200);
    expect((await ask(`${weft.url}/api/session`, { headers: bearer })).status).toBe(200);
    await stopped;
    await expect(ask(`${weft.url}/readyz`)).rejects.toThrow(/ECONNREFUSED|ECONNRESET/);
  });
});

describe('the log', () => {
  it('is one JSON object a line with time, level and event, whatever was asked', async () => {
    const { weft } = await weftTo((_heard, response) => reply(response, api3Error('A\n{"level":"info"}\u001b[31m', 'x\r\ny')));
    await weft.call('vpc:DescribeVpcs');
    await weft.call('vpc:Desc\u2028ribe', {});
    await ask(`${weft.url}/a"b`, { headers: { Host: 'x"\t{}' } });
    await ask(`${weft.url}/api/session`, { method: 'POST', headers: bearer, body: '{"token":"wrong"}' });
    await weft.stop();
    expect(weft.logs.length).toBeGreaterThan(3);
    const fields = new Set(
      'level time event call service action account region status code requestId attempts ms why method host path port mode accounts'.split(
        ' ',
      ),
    );
    for (const line of weft.logs) {
      expect(line.endsWith('\n') && [...line.slice(0, -1)].every((char) => char >= ' '), line).toBe(true);
      const entry = JSON.parse(line) as Record<string, unknown>;
      expect(entry).toMatchObject({ level: expect.any(String), event: expect.any(String) });
      expect(new Date(String(entry.time)).toISOString()).toBe(entry.time);
      for (const name of Object.keys(entry)) expect(fields.has(name), name).toBe(true);
    }
  });
});
