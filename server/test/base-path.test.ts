/** A server that a reverse proxy mounts under a path beside others of its host. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMount } from '../http/mount.ts';
import { apiHeaders, ask, bearer, raw, signIn, startWeft, temporaryFolder, token } from './kit.ts';

async function mounted(env: Record<string, string> = {}) {
  const web = temporaryFolder();
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'assets', 'main-abc.js'), 'export {};');
  writeFileSync(join(web, 'index.html'), '<head><script src="/assets/main-abc.js"></script></head><img src="/favicon.svg">');
  writeFileSync(join(web, '.first-files.json'), JSON.stringify({ vpcs: { en: ['/assets/list-1.js'], zh: [] } }));
  writeFileSync(join(web, '.pages.json'), JSON.stringify({ '': 0, vpcs: 5, 'sign-in': 1 }));
  return startWeft({ env: { WEFT_BASE_PATH: '/weft', ...env }, options: { web } });
}

describe('a base path', () => {
  it('is in the link, in the page’s files and in what the page knows', async () => {
    const weft = await mounted();
    expect(weft.said[0]).toContain(`http://127.0.0.1:${weft.port}/weft/sign-in#token=`);
    const page = await ask(`http://127.0.0.1:${weft.port}/weft/vpcs`);
    expect(page.text).toContain('<script src="/weft/assets/main-abc.js">');
    expect(page.text).toContain('href="/weft/assets/list-1.js"');
    expect(page.text).toContain('<img src="/weft/favicon.svg">');
    expect(page.text).toContain('<meta name="base-path" content="/weft">');
    const file = await ask(`http://127.0.0.1:${weft.port}/weft/assets/main-abc.js`);
    expect([file.status, file.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  it('is where everything is, and nothing is beside it but what watches the process', async () => {
    const { port } = await mounted();
    const statusOf = async (path: string, method = 'GET'): Promise<number> =>
      (await ask(`http://127.0.0.1:${port}${path}`, { method, headers: bearer, ...(method === 'POST' ? { body: '{}' } : {}) })).status;
    for (const path of [
      '/weft',
      '/weft?region=x',
      '/weft/',
      '/weft/vpcs',
      '/weft/api/session',
      '/weft/healthz',
      '/healthz',
      '/livez',
      '/readyz',
      '/metrics',
    ]) {
      expect(await statusOf(path), path).toBe(200);
    }
    for (const path of ['/vpcs', '/assets/main-abc.js', '/api/session', '/weftx', '/weft2/vpcs', '/healthz/', '/WEFT/vpcs']) {
      expect(await statusOf(path), path).toBe(404);
    }
    expect(await statusOf('/api/call/vpc/DescribeVpcs', 'POST')).toBe(404);
    for (const path of ['/weft//vpcs', '/weft/../api/session', '/weft/%2e%2e/x', '/weft%2fvpcs']) {
      expect(await raw(port, `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`), path).toMatch(
        /^HTTP\/1\.1 400 /,
      );
    }
  });

  it('is the door for who comes to its root, by an address that no request makes', async () => {
    const { port } = await mounted();
    for (const path of ['/', '/?x=http://evil.test', '/?next=//evil.test']) {
      const answer = await ask(`http://127.0.0.1:${port}${path}`);
      expect([answer.status, answer.headers.location], path).toEqual([308, '/weft/']);
    }
    expect((await ask(`http://127.0.0.1:${port}/weft`, { headers: { Host: 'evil.test' } })).status).toBe(403);
  });

  it('is where the cookie is sent, and no neighbour is sent it', async () => {
    const weft = await mounted();
    const answer = await ask(`${weft.url}/api/session`, {
      method: 'POST',
      headers: { ...apiHeaders, 'Sec-Fetch-Site': 'same-origin' },
      body: JSON.stringify({ token }),
    });
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^__Secure-weft=[\w-]{43}; Max-Age=604800; Path=\/weft; HttpOnly; SameSite=Strict; Secure$/);
    const headers = await signIn(weft);
    expect((await ask(`${weft.url}/api/session`, { headers })).status).toBe(200);
    const left = await ask(`${weft.url}/api/session`, { method: 'DELETE', headers });
    expect(left.headers['set-cookie']?.[0]).toContain('Path=/weft;');
    expect((await ask(`${weft.url}/api/session`, { headers })).status).toBe(401);
  });

  it('changes nothing where there is none', () => {
    const place = createMount('');
    for (const url of ['/', '/vpcs?x', '/weft', '']) expect(place(url)).toEqual({ kind: 'inside', url });
  });
});

describe('who asks, behind a proxy', () => {
  const wrong = (url: string, forwarded: string) =>
    ask(`${url}/api/session`, { method: 'POST', headers: { ...apiHeaders, 'X-Forwarded-For': forwarded }, body: '{"token":"guess"}' });

  it('is told by no header, unless the proxy is one of ours', async () => {
    const weft = await startWeft();
    const statuses: number[] = [];
    for (let at = 0; at < 7; at += 1) statuses.push((await wrong(weft.url, `203.0.113.${at}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  it('is told by what the proxy added last, whatever a client wrote before', async () => {
    const weft = await startWeft({ env: { WEFT_PROXY: '127.0.0.1,10.0.0.0/8' } });
    const statuses: number[] = [];
    for (let at = 0; at < 7; at += 1) statuses.push((await wrong(weft.url, `198.51.100.${at}, 203.0.113.7, 10.1.1.1`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect((await wrong(weft.url, '203.0.113.7, 203.0.113.8')).status).toBe(401);
    expect((await wrong(weft.url, 'nonsense')).status).toBe(401);
  });
});
