/** The control API: faults, clock, snapshot and restore, reset, and who may not use it. */
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endpointNames } from '../control/index.ts';
import { call3, call2017, code3, control, controlHeaders, newAccount, type Target, word2017 } from '../testing/client.ts';
import { type Simulator, startSimulator } from '../testing/start.ts';

let simulator: Simulator;
let me: Target;

beforeEach(async () => {
  simulator = await startSimulator({ seed: 'empty' });
  const [first] = simulator.accounts;
  if (!first) throw new Error('no account');
  me = { url: simulator.url, keys: first };
});
afterEach(() => simulator.close());

const fault = (order: Record<string, unknown>) => control(me.url, 'POST', 'faults', order);
const newVpc = { VpcName: 'net', CidrBlock: '10.0.0.0/16' };
const total = async () => (await call3(me, 'DescribeVpcs')).TotalCount;

describe('faults', () => {
  it('strike the named action, so many times, in the code of either generation', async () => {
    await fault({ service: 'vpc', action: 'DescribeVpcs', kind: 'error', code: 'RequestLimitExceeded', times: 2 });
    await fault({ service: 'vpc2017', kind: 'error', code: 'InternalError' });
    expect(await code3(me, 'DescribeSubnets')).toBe('');
    expect(await code3(me, 'DescribeVpcs')).toBe('RequestLimitExceeded');
    expect(await code3(me, 'DescribeVpcs')).toBe('RequestLimitExceeded');
    expect(await code3(me, 'DescribeVpcs')).toBe('');
    expect(await call2017(me, 'DescribeVpcEx')).toMatchObject({ code: 6000, codeDesc: 'InternalError' });
    expect(await word2017(me, 'DescribeVpcEx')).toBe('Success');
  });

  it('strike every n-th call, for ever, until cleared', async () => {
    await fault({ kind: 'error', code: 'InternalError', every: 2, times: null });
    const codes = [];
    for (let count = 0; count < 6; count += 1) codes.push(await code3(me, 'DescribeVpcs'));
    expect(codes).toEqual(['', 'InternalError', '', 'InternalError', '', 'InternalError']);
    await control(me.url, 'DELETE', 'faults');
    expect([await code3(me, 'DescribeVpcs'), await code3(me, 'DescribeVpcs')]).toEqual(['', '']);
  });

  it('strike one account only, where told so', async () => {
    const other = await newAccount(me.url);
    await fault({ kind: 'error', code: 'InternalError', uin: other.uin });
    expect(await code3(me, 'DescribeVpcs')).toBe('');
    expect(await code3(other, 'DescribeVpcs')).toBe('InternalError');
  });

  it('drop the connection before the work, or after it', async () => {
    await fault({ action: 'CreateVpc', kind: 'drop-before' });
    await expect(call3(me, 'CreateVpc', newVpc)).rejects.toThrow();
    expect(await total()).toBe(0);
    await fault({ action: 'CreateVpc', kind: 'drop-after' });
    await expect(call3(me, 'CreateVpc', newVpc)).rejects.toThrow();
    expect(await total()).toBe(1);
  });

  it('slow a call down', async () => {
    await fault({ action: 'DescribeVpcs', kind: 'latency', ms: 120 });
    const began = performance.now();
    expect(await code3(me, 'DescribeVpcs')).toBe('');
    expect(performance.now() - began).toBeGreaterThan(110);
  });
});

describe('the clock', () => {
  it('stops, moves and runs on, and dates what is made; signatures keep the machine’s time', async () => {
    await control(me.url, 'POST', 'clock', { set: '2030-01-01T00:00:00Z' });
    const { Vpc } = await call3(me, 'CreateVpc', newVpc);
    expect(Vpc).toMatchObject({ CreatedTime: '2030-01-01 08:00:00' });
    expect(await control(me.url, 'POST', 'clock', { advance: 90 })).toEqual({ now: '2030-01-01T00:01:30.000Z', running: false });
    const { now, running } = await control(me.url, 'POST', 'clock', { run: true });
    expect([String(now).slice(0, 10), running]).toEqual(['2030-01-01', true]);
    await expect(control(me.url, 'POST', 'clock', { set: 'soon' })).rejects.toThrow('400');
  });
});

describe('snapshot, restore, reset', () => {
  it('brings back exactly what was', async () => {
    await control(me.url, 'POST', 'fill', { region: 'ap-beijing', vpcs: 30, subnetsPerVpc: 3 });
    await call3(me, 'CreateVpc', newVpc);
    const snapshot = await control(me.url, 'GET', 'snapshot');
    const list = () => call3({ ...me, region: 'ap-beijing' }, 'DescribeSubnets', { Limit: 100 });
    const { RequestId: _before, ...before } = await list();
    await call3(me, 'CreateVpc', newVpc);
    const late = await newAccount(me.url);
    await control(me.url, 'PUT', 'snapshot', snapshot);
    expect(await total()).toBe(1);
    const { RequestId: _after, ...after } = await list();
    expect(after).toEqual(before);
    expect(await code3(late, 'DescribeVpcs')).toBe('AuthFailure.SecretIdNotFound');
    expect(await control(me.url, 'GET', 'snapshot')).toEqual(snapshot);
  });

  it('takes a snapshot as it was sent, and as any other layout of the same value', async () => {
    await call3(me, 'CreateVpc', { ...newVpc, VpcName: '名, "x"\n' });
    const take = async () => (await fetch(`${me.url}/_sim/snapshot`, { headers: controlHeaders(me.url) })).text();
    const put = async (body: string) =>
      (await fetch(`${me.url}/_sim/snapshot`, { method: 'PUT', headers: controlHeaders(me.url), body })).status;
    const sent = await take();
    for (const layout of [sent, JSON.stringify(JSON.parse(sent)), JSON.stringify(JSON.parse(sent), null, 2)]) {
      await control(me.url, 'POST', 'reset', { seed: 'empty' });
      expect([await put(layout), await take()]).toEqual([200, sent]);
    }
    expect([await put(sent.slice(0, -2)), await put(sent.replace('],\n[', '],\n['.repeat(2))), await take()]).toEqual([400, 400, sent]);
  });

  it('leaves the world alone when the snapshot is none', async () => {
    await call3(me, 'CreateVpc', newVpc);
    for (const body of [{}, { weft: 1, rows: [['nowhere', '', 'x', {}]] }, { weft: 1, rows: [1] }]) {
      await expect(control(me.url, 'PUT', 'snapshot', body)).rejects.toThrow('400');
    }
    expect(await total()).toBe(1);
  });

  it('starts over with the same keys', async () => {
    await call3(me, 'CreateVpc', newVpc);
    await control(me.url, 'POST', 'reset', { seed: 'empty' });
    expect(await total()).toBe(0);
    await control(me.url, 'POST', 'reset', { seed: 'demo' });
    expect(await total()).toBeGreaterThan(5);
    const { accounts } = (await control(me.url, 'GET', 'state')) as {
      accounts: { uin: string; regions: Record<string, { vpc: number }> }[];
    };
    expect(accounts[0]?.uin).toBe(simulator.accounts[0]?.uin);
    expect(Object.keys(accounts[0]?.regions ?? {}).sort()).toEqual(['ap-beijing', 'ap-guangzhou', 'ap-shanghai']);
  });

  it('gives every demo world the same ids', async () => {
    const ids = async () => {
      await control(me.url, 'POST', 'reset', { seed: 'demo' });
      return (await call3(me, 'DescribeVpcs', { Limit: 100 })).VpcSet;
    };
    expect(await ids()).toEqual(await ids());
  });
});

describe('who may not', () => {
  const status = (headers: Record<string, string>, path = '/_sim/state'): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const req = request({ host: '127.0.0.1', port: simulator.port, path, headers }, (res) => {
        res.resume();
        resolve(res.statusCode);
      });
      req.on('error', reject);
      req.end();
    });

  it('is a page in a browser, or a name that was bent to this machine', async () => {
    const headers = controlHeaders(me.url);
    expect(await status({ ...headers, Host: '127.0.0.1' })).toBe(200);
    expect(await status({ ...headers, Host: 'localhost:80' })).toBe(200);
    expect(await status({ ...headers, Host: 'evil.example' })).toBe(403);
    expect(await status({ ...headers, Host: '127.0.0.1', Origin: 'https://evil.example' })).toBe(403);
  });

  it('is another user of this machine, who has not the token', async () => {
    const good = simulator.controlToken;
    const wrong = ['', 'Bearer', 'Bearer ', `Bearer ${good}x`, `Bearer ${good.slice(1)}`, good, `Basic ${good}`, `Bearer ${good} x`];
    for (const name of endpointNames.filter((known) => known !== 'GET /_sim/health')) {
      const [method = '', path = ''] = name.split(' ');
      for (const authorization of wrong) {
        const response = await fetch(me.url + path, { method, headers: authorization === '' ? {} : { authorization } });
        expect([name, authorization, response.status]).toEqual([name, authorization, 401]);
        expect(await response.text()).not.toContain(good);
      }
    }
    expect(await status({ Host: '127.0.0.1' }, '/_sim/nothing')).toBe(401);
    expect(await status({ Host: '127.0.0.1', ...controlHeaders(me.url) }, '/_sim/state/')).toBe(404);
  });

  it('is told whether changes are taken without one', async () => {
    const response = await fetch(`${me.url}/_sim/health`);
    expect([response.status, await response.json()]).toEqual([200, { ok: true, kept: 'nowhere' }]);
    expect(await status({ Host: 'evil.example' }, '/_sim/health')).toBe(403);
    for (const path of ['/_sim/health/', '/healthz', '/_sim'])
      expect(await status({ Host: '127.0.0.1', ...controlHeaders(me.url) }, path)).toBe(404);
  });

  it('gets told what is wrong', async () => {
    await expect(control(me.url, 'POST', 'nothing', {})).rejects.toThrow('404');
    await expect(control(me.url, 'POST', 'faults', { kind: 'error' })).rejects.toThrow('400');
    await expect(control(me.url, 'POST', 'quotas', { type: 'moons', limit: 1 })).rejects.toThrow('400');
    await expect(control(me.url, 'POST', 'resources', { region: 'ap-guangzhou', table: 'account', row: {} })).rejects.toThrow('400');
    await expect(control(me.url, 'POST', 'transitions', { family: 'vpc', speed: 'slow' })).rejects.toThrow('400');
    await expect(control(me.url, 'POST', 'fill', { region: 'nowhere', vpcs: 1 })).rejects.toThrow('400');
  });
});
