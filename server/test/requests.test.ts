/** Paths, methods and headers that are not quite right: one answer for each, and never a good one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createHealth } from '../health.ts';
import { api3, apiHeaders, ask, bearer, later, raw, reply, startWeft, temporaryFolder, token, weftTo } from './kit.ts';

async function weftWithPages() {
  const web = temporaryFolder();
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Weft</title>');
  writeFileSync(join(web, '.pages.json'), JSON.stringify({ '': 0, vpcs: 5, topology: 1 }));
  return startWeft({ options: { web } });
}

describe('a path that is none', () => {
  it.each([
    '/metrics/',
    '/readyz/x',
    '/Livez',
    '/healthz/',
    '/healthz/x',
    '/HEALTHZ',
    '/health',
    '/topology/x',
    '/vpc',
    '/VPCS',
    '/api',
    '/api/',
    '/apis',
  ])('%s is 404 to a program', async (path) => {
    const answer = await ask((await weftWithPages()).url + path, { headers: apiHeaders });
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/json; charset=utf-8']);
  });

  it('is 404 to a browser too, which is shown the console that says so', async () => {
    const weft = await weftWithPages();
    for (const headers of [
      { 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate' },
      { Accept: 'text/html,*/*' },
    ]) {
      const answer = await ask(`${weft.url}/nothing`, { headers });
      expect([answer.status, answer.text]).toEqual([404, '<!doctype html><title>Weft</title>']);
    }
  });

  it.each(['/', '/vpcs', '/vpcs/', '/vpcs/vpc-1/subnets', '/topology'])('is not %s', async (path) => {
    expect((await ask((await weftWithPages()).url + path)).status).toBe(200);
  });

  it.each([
    '/api/session/',
    '/api/console/',
    '/api/Session',
    '/api/nothing',
    '/api/call',
    '/api/call/vpc/DescribeVpcs/',
    '/api/call/vpc/DescribeVpcs/x',
  ])('of the API is not %s', async (path) => {
    const weft = await weftWithPages();
    for (const method of ['GET', 'POST']) {
      const answer = await ask(weft.url + path, { method, headers: bearer, ...(method === 'POST' ? { body: '{}' } : {}) });
      expect([404, 405]).toContain(answer.status);
    }
  });
});

describe('a method that is none', () => {
  it.each([
    ['POST', '/healthz', 'GET, HEAD'],
    ['DELETE', '/vpcs', 'GET, HEAD'],
    ['POST', '/api/console', 'GET, HEAD'],
    ['DELETE', '/api/console', 'GET, HEAD'],
    ['GET', '/api/call/vpc/DescribeVpcs', 'POST'],
    ['DELETE', '/api/call/vpc/DescribeVpcs', 'POST'],
    ['PUT', '/api/session', 'GET, HEAD, POST, DELETE'],
    ['OPTIONS', '/', 'GET, HEAD, POST, DELETE'],
  ])('%s %s is 405 and says which would do', async (method, path, allow) => {
    const weft = await weftWithPages();
    const answer = await ask(weft.url + path, { method, headers: bearer, ...(method === 'POST' ? { body: '{}' } : {}) });
    expect([answer.status, answer.headers.allow]).toEqual([405, allow]);
  });
});

describe('a header that decides', () => {
  const lines = (port: number): Record<string, string> => ({
    Host: `127.0.0.1:${port}`,
    'X-Weft': '1',
    'Content-Type': 'application/json',
    Authorization: `Bearer ${token}`,
    Origin: `http://127.0.0.1:${port}`,
    'Sec-Fetch-Site': 'same-origin',
    Cookie: 'weft=x',
  });

  it.each([
    ['Authorization', `Bearer ${token}`],
    ['Authorization', 'Bearer wrong'],
    ['authorization', 'Basic x'],
    ['Content-Type', 'application/json'],
    ['Content-Type', 'text/plain'],
    ['X-Weft', '1'],
    ['Origin', 'http://evil.test'],
    ['Sec-Fetch-Site', 'cross-site'],
    ['Cookie', 'weft=y'],
  ])('given twice (%s: %s) is 400, before and behind the other', async (name, value) => {
    const { weft, cloud } = await weftTo((_heard, response) => reply(response, api3({})));
    const { 'Sec-Fetch-Site': site, ...usual } = lines(weft.port);
    const all = Object.entries(name === 'Sec-Fetch-Site' ? { ...usual, 'Sec-Fetch-Site': site ?? '' } : usual);
    for (const headers of [
      [...all, [name, value]],
      [[name, value], ...all],
    ]) {
      const head = headers.map(([key, text]) => `${key}: ${text}\r\n`).join('');
      const answer = await raw(
        weft.port,
        `POST /api/call/vpc/DescribeVpcs HTTP/1.1\r\n${head}Content-Length: 2\r\nConnection: close\r\n\r\n{}`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    }
    expect(cloud.heard).toHaveLength(0);
  });
});

it('headers beyond a hundred, which the parser would drop, are refused', async () => {
  const weft = await weftWithPages();
  const fillers = Array.from({ length: 105 }, (_, at) => `X-${at}: 1\r\n`).join('');
  const head = `GET /api/session HTTP/1.1\r\nHost: 127.0.0.1:${weft.port}\r\nX-Weft: 1\r\nAuthorization: Bearer ${token}\r\n`;
  expect(await raw(weft.port, `${head}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
  expect(await raw(weft.port, `${head}${fillers}Authorization: Bearer wrong\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
});

describe('text that no encoder takes', () => {
  it.each([
    ['vpc:CreateVpc', { VpcName: 'a\ud800', CidrBlock: '10.0.0.0/16' }, 'VpcName'],
    ['vpc:DescribeVpcs', { Filters: [{ Name: 'vpc-name', Values: ['ok', '\udc00'] }] }, 'Filters.0.Values.1'],
    ['vpc2017:CreateVpc', { vpcName: '\ud83d', cidrBlock: '10.0.0.0/16' }, 'vpcName'],
    ['vpc2017:ModifyVpcAttribute', { vpcId: 'vpc-1', vpcName: 'x\udfff' }, 'vpcName'],
  ])('in %s is refused by validation, with its field', async (name, params, field) => {
    const { weft, cloud } = await weftTo((_heard, response) => reply(response, api3({})));
    const answer = await weft.call(name, params);
    expect([answer.status, answer.json().error?.field, cloud.heard.length]).toEqual([400, field, 0]);
  });

  it('in a name of a member is refused, and whole characters are not', async () => {
    const { weft } = await weftTo((_heard, response) => reply(response, { code: 0 }));
    expect(
      (await ask(`${weft.url}/api/call/vpc/DescribeVpcs`, { method: 'POST', headers: bearer, body: '{"params":{"\\ud800":1}}' })).status,
    ).toBe(400);
    for (const vpcName of ['生产', '\ud83d\ude00', '\\ud800']) {
      expect((await weft.call('vpc2017:ModifyVpcAttribute', { vpcId: 'vpc-1', vpcName })).status, vpcName).toBe(200);
    }
  });
});

describe('a request that is no HTTP', () => {
  const sockets = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;

  it('ends its connection, whether or not the client ends its side', async () => {
    const weft = await startWeft();
    const socket = connect({ port: weft.port, host: '127.0.0.1', allowHalfOpen: true });
    later(() => socket.destroy());
    // Other tests of this process may have connections of their own.
    const before = sockets();
    let heard = '';
    socket.setEncoding('latin1').on('data', (piece: string) => {
      heard += piece;
    });
    socket.write('NONSENSE\r\n\r\n');
    await new Promise<void>((resolve) => socket.once('end', () => resolve()));
    expect(heard).toContain('400 Bad Request');
    // Both ends are of this process: that of the server goes, ours is still open.
    await vi.waitFor(() => expect(sockets()).toBeLessThanOrEqual(Math.max(1, before)), 5_000);
  });
});

describe('a stop', () => {
  it('closes connections that wait for nothing, and those whose answer is out', async () => {
    let answer = (): void => {};
    const { weft, cloud } = await weftTo((_heard, response) => {
      answer = () => reply(response, api3({ TotalCount: 3 }));
    });
    const gone: string[] = [];
    const open = (what: string, text: string): void => {
      const socket = connect(weft.port, '127.0.0.1', () => socket.write(text));
      socket.on('close', () => gone.push(what));
      socket.on('error', () => {});
      socket.resume();
    };
    open('silent', '');
    open('half a head', 'GET /healthz HTTP/1.1\r\nHost: 127');
    open('kept alive', `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${weft.port}\r\n\r\n`);
    const asked = weft.call('vpc:DescribeVpcs');
    while (cloud.heard.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const began = Date.now();
    const stopped = weft.stop();
    while (gone.length < 3) await new Promise((resolve) => setImmediate(resolve));
    answer();
    expect((await asked).json().data).toEqual({ TotalCount: 3 });
    await stopped;
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});

describe('health', () => {
  const demo = (running: boolean, trouble: string | null) => ({ running: () => running, trouble: async () => trouble });

  it('asks what the server depends on, and is asked itself as often as one likes', async () => {
    let asked = 0;
    const trouble = async (): Promise<null> => {
      asked += 1;
      return null;
    };
    const counted = { running: () => true, trouble };
    const health = createHealth({ data: null, demo: counted, now: () => 0 });
    const found = await Promise.all(Array.from({ length: 500 }, () => health()));
    expect([asked, found.every((one) => one.length === 0)]).toEqual([1, true]);
    expect(await createHealth({ data: null, demo: demo(false, null) })()).toEqual([expect.stringContaining('not running')]);
    expect(await createHealth({ data: null, demo: demo(true, 'It is full.') })()).toEqual(['It is full.']);
    const away = () => Promise.reject(new Error('gone'));
    expect(await createHealth({ data: null, demo: null, askDatabase: away })()).toEqual([
      expect.stringContaining('database does not answer'),
    ]);
    expect(await createHealth({ data: null, demo: null, askDatabase: () => Promise.resolve() })()).toEqual([]);
    expect(await createHealth({ data: join(temporaryFolder(), 'gone'), demo: null })()).toEqual([
      expect.stringMatching(/cannot be written: .*ENOENT/),
    ]);
  });
});
