import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ask, startWeft, temporaryFolder } from './test/kit.ts';

const script = `console.log("${'weft '.repeat(400)}");`;

async function weftWithFiles() {
  const web = temporaryFolder();
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Weft</title>');
  writeFileSync(join(web, 'assets', 'app-1a2b3c.js'), script);
  writeFileSync(join(web, 'assets', 'app-1a2b3c.js.map'), '{}');
  writeFileSync(join(web, '.env'), 'SECRET=1');
  writeFileSync(join(web, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return startWeft({ options: { web } });
}

describe('the console’s files', () => {
  it.each(['/', '/vpcs', '/vpcs/vpc-2ari9m7h/subnets', '/sign-in', '/vpcs?region=ap-beijing&q=%E4%BD%A0'])(
    '%s is the page',
    async (path) => {
      const answer = await ask((await weftWithFiles()).url + path);
      expect([answer.status, answer.text, answer.headers['cache-control']]).toEqual([
        200,
        '<!doctype html><title>Weft</title>',
        'no-store',
      ]);
    },
  );

  it.each(['/assets/gone-123456.js', '/assets/app-1a2b3c.js.map', '/.env', '/favicon.ico', '/assets/', '/server/main.js', '/package.json'])(
    '%s is not there, and not the page either',
    async (path) => {
      const answer = await ask((await weftWithFiles()).url + path);
      expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'no-store']);
    },
  );

  it('that is missing is not the page for what wants a script', async () => {
    const weft = await weftWithFiles();
    expect((await ask(`${weft.url}/chunk`, { headers: { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'script' } })).status).toBe(404);
  });

  it('with a hash in the name are for ever', async () => {
    const answer = await ask(`${(await weftWithFiles()).url}/assets/app-1a2b3c.js`);
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
    });
  });

  it('are asked for anew but not sent anew when they have not changed', async () => {
    const { url } = await weftWithFiles();
    const first = await ask(`${url}/icon.svg`);
    const second = await ask(`${url}/icon.svg`, { headers: { 'If-None-Match': first.headers.etag } });
    expect([first.headers['cache-control'], second.status, second.text]).toEqual(['no-cache', 304, '']);
  });

  it('travel compressed', async () => {
    const { url } = await weftWithFiles();
    const fetchBytes = (encoding: string): Promise<{ encoding: unknown; bytes: Buffer }> =>
      new Promise((resolve, reject) => {
        request(`${url}/assets/app-1a2b3c.js`, { headers: { 'Accept-Encoding': encoding } }, (incoming) => {
          const pieces: Buffer[] = [];
          incoming.on('data', (piece: Buffer) => pieces.push(piece));
          incoming.on('end', () => resolve({ encoding: incoming.headers['content-encoding'], bytes: Buffer.concat(pieces) }));
        })
          .on('error', reject)
          .end();
      });
    const [br, gz, plain] = [await fetchBytes('gzip, br'), await fetchBytes('gzip'), await fetchBytes('identity')];
    expect([br.encoding, gz.encoding, plain.encoding]).toEqual(['br', 'gzip', undefined]);
    expect([brotliDecompressSync(br.bytes).toString(), gunzipSync(gz.bytes).toString(), plain.bytes.toString()]).toEqual([
      script,
      script,
      script,
    ]);
    expect(br.bytes.length).toBeLessThan(plain.bytes.length / 10);
  });

  it('carry the security headers, and nothing about what serves them', async () => {
    const weft = await weftWithFiles();
    for (const path of ['/', '/assets/app-1a2b3c.js', '/nothing.js', '/healthz', '/api/session']) {
      const { headers } = await ask(weft.url + path);
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
      expect(Object.keys(headers).some((name) => name.startsWith('access-control-'))).toBe(false);
    }
  });

  it('are told by HEAD without being sent', async () => {
    const answer = await ask(`${(await weftWithFiles()).url}/`, { method: 'HEAD' });
    expect([answer.status, answer.text]).toEqual([200, '']);
  });
});
