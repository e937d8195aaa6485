/** What a hostile page, a rebound name or a broken client can send: each is refused before anything happens. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGuard, isCanonical } from '../guard.ts';
import {
  api3,
  apiHeaders,
  ask,
  bearer,
  type RequestInit,
  raw,
  reply,
  signIn,
  startCloud,
  startWeft,
  type TestServer,
  token,
} from './kit.ts';

const list = JSON.stringify({ region: 'ap-guangzhou', params: {} });
const path = '/api/call/vpc/DescribeVpcs';

async function weftWithCloud() {
  const cloud = await startCloud((_heard, response) => reply(response, api3({ TotalCount: 0, VpcSet: [] })));
  return { cloud, weft: await startWeft({ cloud: cloud.url }) };
}

/** Everything in order, so that each test breaks one thing. */
const good = (weft: TestServer, headers: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: { ...headers, Host: `127.0.0.1:${weft.port}` },
  body: list,
});

describe('a call', () => {
  it('is answered when everything is in order', async () => {
    const { weft, cloud } = await weftWithCloud();
    const cookie = await signIn(weft);
    const answer = await ask(weft.url + path, good(weft, cookie));
    expect([answer.status, cloud.heard.length]).toEqual([200, 1]);
  });

  const breaks: [string, number, (headers: Record<string, string>, weft: TestServer) => RequestInit][] = [
    ['another name in Host (a rebound name)', 403, (headers, weft) => ({ headers: { ...headers, Host: `evil.test:${weft.port}` } })],
    ['a name that starts like ours', 403, (headers, weft) => ({ headers: { ...headers, Host: `127.0.0.1.evil.test:${weft.port}` } })],
    ['another port in Host', 403, (headers) => ({ headers: { ...headers, Host: '127.0.0.1:1' } })],
    ['no port in Host', 403, (headers) => ({ headers: { ...headers, Host: '127.0.0.1' } })],
    ['a foreign Origin', 403, (headers) => ({ headers: { ...headers, Origin: 'http://evil.test' } })],
    ['Origin null', 403, (headers) => ({ headers: { ...headers, Origin: 'null' } })],
    ['our name on another port as Origin', 403, (headers) => ({ headers: { ...headers, Origin: 'http://127.0.0.1:1' } })],
    ['our name over https as Origin', 403, (headers, weft) => ({ headers: { ...headers, Origin: `https://127.0.0.1:${weft.port}` } })],
    ['Sec-Fetch-Site cross-site', 403, (headers) => ({ headers: { ...headers, 'Sec-Fetch-Site': 'cross-site' } })],
    ['Sec-Fetch-Site same-site', 403, (headers) => ({ headers: { ...headers, 'Sec-Fetch-Site': 'same-site' } })],
    ['Sec-Fetch-Site none', 403, (headers) => ({ headers: { ...headers, 'Sec-Fetch-Site': 'none' } })],
    ['no X-Weft', 403, ({ 'X-Weft': _gone, ...headers }) => ({ headers })],
    ['another X-Weft', 403, (headers) => ({ headers: { ...headers, 'X-Weft': '2' } })],
    ['no cookie', 401, ({ Cookie: _gone, ...headers }) => ({ headers })],
    ['a made-up cookie', 401, (headers) => ({ headers: { ...headers, Cookie: `__Host-weft=${'a'.repeat(43)}` } })],
    ['its cookie twice', 401, (headers) => ({ headers: { ...headers, Cookie: `${headers.Cookie}; ${headers.Cookie}` } })],
    [
      'the plain cookie from a browser',
      401,
      (headers) => ({ headers: { ...headers, Cookie: (headers.Cookie ?? '').replace('__Host-', '') } }),
    ],
    ['text/plain', 415, (headers) => ({ headers: { ...headers, 'Content-Type': 'text/plain' } })],
    [
      'a form',
      415,
      (headers) => ({ headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'region=ap-guangzhou' }),
    ],
    ['multipart', 415, (headers) => ({ headers: { ...headers, 'Content-Type': 'multipart/form-data; boundary=x' } })],
    ['no type', 415, ({ 'Content-Type': _gone, ...headers }) => ({ headers })],
    ['a type that only starts like ours', 415, (headers) => ({ headers: { ...headers, 'Content-Type': 'application/json-seq' } })],
    ['GET', 405, (headers) => ({ method: 'GET', headers, body: '' })],
    ['PUT', 405, (headers) => ({ method: 'PUT', headers })],
    ['OPTIONS', 405, (headers) => ({ method: 'OPTIONS', headers, body: '' })],
    ['TRACE', 405, (headers) => ({ method: 'TRACE', headers, body: '' })],
    ['the prototype as a key', 400, () => ({ body: '{"region":"ap-guangzhou","params":{"__proto__":{"x":1}}}' })],
    ['the prototype as an escaped key', 400, () => ({ body: '{"region":"ap-guangzhou","params":{"__pro\\u0074o__":{"x":1}}}' })],
    ['constructor as a key', 400, () => ({ body: '{"region":"ap-guangzhou","params":{"constructor":{"x":1}}}' })],
    ['a key twice', 400, () => ({ body: '{"region":"ap-guangzhou","params":{"Limit":1,"Li\\u006dit":100}}' })],
    ['deep nesting', 400, () => ({ body: `{"params":${'['.repeat(5_000)}${']'.repeat(5_000)}}` })],
    ['no JSON', 400, () => ({ body: '{"region":' })],
    ['a list', 400, () => ({ body: '[]' })],
    [
      'bytes that are no UTF-8',
      400,
      (headers) => ({ headers: { ...headers, 'Content-Length': '1' }, body: Buffer.from([0xff]).toString('latin1') }),
    ],
    ['a strange member', 400, () => ({ body: '{"region":"ap-guangzhou","params":{},"endpoint":"http://evil.test"}' })],
    ['a host as region', 400, () => ({ body: '{"region":"evil.test/","params":{}}' })],
    ['300 kB', 413, () => ({ body: `{"region":"${'x'.repeat(300_000)}"}` })],
  ];

  it.each(breaks)('with %s is answered %i and does not reach the cloud', async (_what, status, broken) => {
    const { weft, cloud } = await weftWithCloud();
    const cookie = await signIn(weft);
    const answer = await ask(weft.url + path, { ...good(weft, cookie), ...broken({ ...cookie, Host: `127.0.0.1:${weft.port}` }, weft) });
    expect([answer.status, cloud.heard.length]).toEqual([status, 0]);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.text).not.toMatch(/node_modules|\n {4}at /);
  });

  it.each(['PATCH /', 'CONNECT x:1', 'FOO /'])('%s is not served', async (line) => {
    const { weft } = await weftWithCloud();
    const answer = await raw(weft.port, `${line} HTTP/1.1\r\nHost: 127.0.0.1:${weft.port}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^(?:HTTP\/1\.1 4\d\d|$)/);
  });

  it.each([
    ['unknown action', 'vpc/DropEverything'],
    ['unknown service', 'cbs/DescribeDisks'],
    ['action of another service', 'cdb/DescribeVpcs'],
    ['property of every object', 'vpc/constructor'],
    ['action that answers with keys', 'sts/AssumeRole'],
    ['action of today of another service', 'cvm/DescribeHaVips'],
    ['service that is a property of every object', 'toString/x'],
    ['escaped name', 'vpc/Describe%56pcs'],
    ['empty name', 'vpc/'],
  ])('of an %s is not allowed', async (_what, name) => {
    const { weft, cloud } = await weftWithCloud();
    const answer = await ask(`${weft.url}/api/call/${name}`, { method: 'POST', headers: bearer, body: list });
    expect([answer.status, answer.json().error?.code, cloud.heard.length]).toEqual([403, 'ActionNotAllowed', 0]);
  });
});

describe('the Host header', () => {
  it.each([
    ['missing', ''],
    ['given twice', 'Host: 127.0.0.1:PORT\r\nHost: 127.0.0.1:PORT\r\n'],
    ['given twice, foreign second', 'Host: 127.0.0.1:PORT\r\nhost: evil.test\r\n'],
    ['given twice, foreign first', 'host: evil.test\r\nHost: 127.0.0.1:PORT\r\n'],
  ])('%s is refused', async (_what, hosts) => {
    const { weft } = await weftWithCloud();
    const answer = await raw(weft.port, `GET /healthz HTTP/1.1\r\n${hosts.replaceAll('PORT', String(weft.port))}Connection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[03] /);
  });

  it('may name this machine in its three ways', async () => {
    const { weft } = await weftWithCloud();
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      expect((await ask(`${weft.url}/healthz`, { headers: { Host: `${name}:${weft.port}` } })).status, name).toBe(200);
    }
  });
});

describe('the path', () => {
  const tricks = [
    '//healthz',
    '/./healthz',
    '/a/../healthz',
    '/..',
    '/%2e%2e/healthz',
    '/a%2fb',
    '/a%5cb',
    '/a\\b',
    '/%00',
    '/%0d%0a',
    '/a%',
    '/%zz',
    '/a%25b',
    '/a#b',
    'http://evil.test/healthz',
    '*',
    `/${'a'.repeat(5_000)}`,
  ];

  it.each(tricks)('%s is refused', async (trick) => {
    const { weft } = await weftWithCloud();
    const answer = await raw(weft.port, `GET ${trick} HTTP/1.1\r\nHost: 127.0.0.1:${weft.port}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('of the API takes no query', async () => {
    const { weft } = await weftWithCloud();
    expect((await ask(`${weft.url}/api/session?token=${token}`, { headers: bearer })).status).toBe(400);
  });

  it('that is let through means the same to every reader', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (webPath, tail) => {
        const url = `/${webPath}${tail}`;
        if (!isCanonical(url)) return true;
        const { pathname } = new URL(url, 'http://127.0.0.1');
        return (
          pathname === url.split('?', 1)[0] &&
          decodeURIComponent(pathname)
            .split('/')
            .every((part) => part !== '.' && part !== '..')
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('smuggling', () => {
  const head = (port: number) => `POST /api/session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Weft: 1\r\nContent-Type: application/json\r\n`;
  const hidden = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';
  const corpus: [string, string][] = [
    ['both lengths (CL.TE)', `Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`],
    ['both lengths (TE.CL)', `Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\n${hidden}`],
    ['two lengths', `Content-Length: 2\r\nContent-Length: 50\r\n\r\n{}${hidden}`],
    ['two lengths in one header', `Content-Length: 2, 50\r\n\r\n{}${hidden}`],
    ['a signed length', `Content-Length: +2\r\n\r\n{}${hidden}`],
    ['a folded header', `X-Fold: a\r\n b\r\nContent-Length: 2\r\n\r\n{}`],
    ['a blank before the colon', `Content-Length : 2\r\n\r\n{}`],
    ['an encoding that hides chunked', `Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`],
    ['chunked twice', `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`],
    ['a bare carriage return in a header', `X-A: a\rb\r\nContent-Length: 2\r\n\r\n{}`],
    ['a NUL in a header', `X-A: a\0b\r\nContent-Length: 2\r\n\r\n{}`],
    ['a chunk size that is none', `Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`],
  ];

  it.each(corpus)('%s: refused, and the connection closed', async (_what, rest) => {
    const { weft } = await weftWithCloud();
    const answer = await raw(weft.port, head(weft.port) + rest);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('"status":"ok"');
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('headers without end are refused', async () => {
    const { weft } = await weftWithCloud();
    const answer = await raw(weft.port, `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${weft.port}\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('pages and files', () => {
  it.each([
    ['embedding as a script', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' }, 403],
    ['framing', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' }, 403],
    ['following a link', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }, null],
  ])('%s from another site', (_what, headers, status) => {
    const guard = createGuard({ hosts: new Set(['h']), origins: new Set() });
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const request = { method: 'GET', url: '/', rawHeaders: ['Host', 'h'], headers: lower } as unknown as Parameters<typeof guard>[0];
    expect(guard(request)?.status ?? null).toBe(status);
  });

  it('a foreign form cannot sign in', async () => {
    const weft = await startWeft();
    const headers = { Origin: 'http://evil.test', 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'application/x-www-form-urlencoded' };
    expect((await ask(`${weft.url}/api/session`, { method: 'POST', headers, body: `token=${token}` })).status).toBe(403);
  });

  it('writes refused requests down, in one line each', async () => {
    const weft = await startWeft();
    await ask(`${weft.url}/x`, { headers: { Host: 'evil.test\x1b[31m' } }).catch(() => null);
    await ask(`${weft.url}/x`, { headers: { ...apiHeaders, Origin: 'http://evil.test' } });
    const lines = weft.logs.filter((line) => line.includes('"refused"'));
    expect(lines.map((line) => JSON.parse(line).origin)).toContain('http://evil.test');
    for (const line of lines) expect([...line.trimEnd()].every((char) => char >= ' ')).toBe(true);
  });
});
