import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { absoluteMs, idleMs, Sessions } from '../session.ts';
import { apiHeaders, ask, bearer, signIn, startWeft, type TestServer, temporaryFolder, token } from './kit.ts';

const session = (weft: TestServer, headers: Record<string, string>) => ask(`${weft.url}/api/session`, { headers });
const offer = (weft: TestServer, text: string, headers: Record<string, string> = apiHeaders) =>
  ask(`${weft.url}/api/session`, { method: 'POST', headers, body: JSON.stringify({ token: text }) });
const printed = (weft: TestServer): string => /#token=(\S+)/.exec(weft.said.at(-1) ?? '')?.[1] ?? '';

describe('the token', () => {
  it('is printed in the fragment of one line, and opens one session', async () => {
    const weft = await startWeft({ env: { WEFT_TOKEN: undefined } });
    expect(weft.said).toHaveLength(1);
    expect(weft.said[0]).toBe(`Weft is at ${weft.url} — sign in: ${weft.url}/sign-in#token=${printed(weft)}`);
    expect(Buffer.from(printed(weft), 'base64url').length).toBeGreaterThanOrEqual(16);
    const first = await offer(weft, printed(weft));
    const second = await offer(weft, printed(weft));
    expect([first.status, second.status, second.json().error?.code]).toEqual([204, 401, 'TokenRefused']);
  });

  it('that was generated is no bearer token', async () => {
    const weft = await startWeft({ env: { WEFT_TOKEN: undefined } });
    expect((await session(weft, { ...bearer, Authorization: `Bearer ${printed(weft)}` })).status).toBe(401);
  });

  it('that was generated is replaced when the last session ends, or nobody could get in again', async () => {
    const weft = await startWeft({ env: { WEFT_TOKEN: undefined } });
    const spent = printed(weft);
    const cookie = await signIn(weft);
    await ask(`${weft.url}/api/session`, { method: 'DELETE', headers: cookie });
    expect(printed(weft)).not.toBe(spent);
    expect((await offer(weft, printed(weft))).status).toBe(204);
  });

  it('that was fixed opens sessions again and again, and serves scripts as a bearer', async () => {
    const weft = await startWeft();
    expect([(await offer(weft, token)).status, (await offer(weft, token)).status]).toEqual([204, 204]);
    expect((await session(weft, bearer)).status).toBe(200);
  });

  it('as a bearer is not taken from a browser', async () => {
    const weft = await startWeft();
    expect((await session(weft, { ...bearer, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(401);
  });
});

describe('the cookie', () => {
  it('is given for the token alone, without our header', async () => {
    const weft = await startWeft();
    expect((await offer(weft, token, { 'Content-Type': 'application/json' })).status).toBe(204);
    expect((await offer(weft, token, { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await offer(weft, token, { 'Content-Type': 'application/json', Origin: 'http://evil.test' })).status).toBe(403);
  });

  it('of a browser is bound to the host and to secure contexts', async () => {
    const weft = await startWeft();
    const given = await offer(weft, token, { ...apiHeaders, 'Sec-Fetch-Site': 'same-origin', Origin: weft.url });
    expect(given.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-weft=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict; Secure$/),
    ]);
  });

  it('of a script is not Secure, which plain http would drop', async () => {
    const given = await offer(await startWeft(), token);
    expect(given.headers['set-cookie']).toEqual([
      expect.stringMatching(/^weft=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
  });

  it.each([true, false])('opens the API until signing out (browser: %s)', async (browser) => {
    const weft = await startWeft();
    const cookie = await signIn(weft, browser);
    expect((await session(weft, cookie)).json()).toEqual({ signedIn: true });
    const out = await ask(`${weft.url}/api/session`, { method: 'DELETE', headers: cookie });
    expect([out.status, out.headers['clear-site-data']]).toEqual([204, '"cache"']);
    expect((await session(weft, cookie)).status).toBe(401);
  });
});

describe('sessions', () => {
  it('end when unused, and when old', async () => {
    let now = 0;
    const sessions = new Sessions({ now: () => now });
    const { id: idle } = await sessions.open();
    now += idleMs + 1;
    expect(await sessions.find(idle)).toBeNull();
    const { id: busy } = await sessions.open();
    for (let spent = 0; spent <= absoluteMs - idleMs; spent += idleMs) {
      expect(await sessions.find(busy)).not.toBeNull();
      now += idleMs;
    }
    now += 1;
    expect(await sessions.find(busy)).toBeNull();
  });

  it('beyond 64 end the one that was used longest ago, whose owner is told', async () => {
    const weft = await startWeft();
    const browsers = [await signIn(weft)];
    for (let more = 0; more < 64; more += 1) browsers.push(await signIn(weft));
    const ended = await session(weft, browsers[0] ?? {});
    expect([ended.status, ended.json().error?.code]).toEqual([401, 'SessionReplaced']);
    expect((await session(weft, browsers[1] ?? {})).status).toBe(200);
    expect(weft.logs.some((line) => line.includes('session-replaced'))).toBe(true);
    const made = await session(weft, { ...(browsers[1] ?? {}), Cookie: `__Host-weft=${'a'.repeat(43)}` });
    expect(made.json().error?.code).toBe('NotSignedIn');
  });

  it('of scripts never end a person’s', async () => {
    const weft = await startWeft();
    const person = await signIn(weft);
    for (let more = 0; more < 150; more += 1) await signIn(weft, false);
    expect((await session(weft, person)).status).toBe(200);
  });

  it('outlive a restart as hashes only, in files that are their owner’s alone', async () => {
    const env = { WEFT_DATA: join(temporaryFolder(), 'data'), PORT: '0' };
    const first = await startWeft({ env });
    const cookie = await signIn(first);
    await first.stop();
    const files = readdirSync(env.WEFT_DATA).map((name) => join(env.WEFT_DATA, name));
    expect(files.some((file) => file.endsWith('weft.db'))).toBe(true);
    expect([statSync(env.WEFT_DATA), ...files.map((file) => statSync(file))].map(({ mode }) => mode & 0o077)).toEqual(
      [env.WEFT_DATA, ...files].map(() => 0),
    );
    for (const file of files) expect(readFileSync(file, 'latin1')).not.toContain((cookie.Cookie ?? '').split('=')[1]);
    const second = await startWeft({ env });
    expect((await session(second, { ...cookie, Origin: second.url })).status).toBe(200);
  });

  it.each([
    ['another token', { WEFT_TOKEN: 'another-token-0123456789' }],
    ['another endpoint', { WEFT_ENDPOINTS: 'vpc=https://elsewhere.example' }],
    ['another account', { TENCENTCLOUD_SECRET_ID: 'AKIDanother' }],
  ])('do not outlive %s', async (_what, change) => {
    const WEFT_DATA = join(temporaryFolder(), 'data');
    const first = await startWeft({ env: { WEFT_DATA } });
    const cookie = await signIn(first);
    await first.stop();
    const second = await startWeft({ env: { WEFT_DATA, ...change } });
    expect((await session(second, { ...cookie, Origin: second.url })).status).toBe(401);
  });

  it('that were ended do not come back with a restart', async () => {
    const WEFT_DATA = join(temporaryFolder(), 'data');
    const first = await startWeft({ env: { WEFT_DATA } });
    const cookie = await signIn(first);
    await ask(`${first.url}/api/session`, { method: 'DELETE', headers: cookie });
    await first.stop();
    const second = await startWeft({ env: { WEFT_DATA } });
    expect((await session(second, { ...cookie, Origin: second.url })).status).toBe(401);
  });

  it('in a damaged file are none, and no reason not to start', async () => {
    const WEFT_DATA = temporaryFolder();
    writeFileSync(join(WEFT_DATA, 'sessions.json'), '{"version":1,"sess', { mode: 0o600 });
    await expect(startWeft({ env: { WEFT_DATA } })).resolves.toBeDefined();
  });

  it('are not read from a folder that others can change or a file that others can read', async () => {
    const open = join(temporaryFolder(), 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);
    await expect(startWeft({ env: { WEFT_DATA: open } })).rejects.toThrow(/can be changed by other users.*chmod 700/);
    const WEFT_DATA = temporaryFolder();
    writeFileSync(join(WEFT_DATA, 'sessions.json'), '{}', { mode: 0o644 });
    await expect(startWeft({ env: { WEFT_DATA } })).rejects.toThrow(/can be read by other users.*chmod 600/);
  });
});

describe('everything else', () => {
  it.each(['/api/console', '/api/session'])('%s needs a session', async (path) => {
    const weft = await startWeft();
    expect((await ask(weft.url + path, { headers: apiHeaders })).status).toBe(401);
  });

  it('tells the console where it is, and no key', async () => {
    const weft = await startWeft({ cloud: 'http://127.0.0.1:9' });
    const facts = await ask(`${weft.url}/api/console`, { headers: bearer });
    expect(JSON.parse(facts.text)).toEqual({
      mode: 'real',
      endpoints: {
        vpc: 'http://127.0.0.1:9',
        vpc2017: 'http://127.0.0.1:9',
        cdb: 'https://cdb.tencentcloudapi.com',
        cdb2017: 'https://cdb.api.qcloud.com',
        gaap: 'https://gaap.tencentcloudapi.com',
        sts: 'https://sts.tencentcloudapi.com',
        region: 'https://region.tencentcloudapi.com',
        cvm: 'https://cvm.tencentcloudapi.com',
        tag: 'https://tag.tencentcloudapi.com',
      },
      accounts: [
        { id: 'env', name: 'TENCENTCLOUD_SECRET_ID', uin: null, vendor: 'tencent', source: 'TENCENTCLOUD_SECRET_ID', dialect: 'today' },
      ],
      defaultAccount: 'env',
      defaultRegion: 'ap-guangzhou',
      sourceProblems: [],
      version: '0.0.0',
    });
  });

  it('says that it is well without a session', async () => {
    const weft = await startWeft();
    expect((await ask(`${weft.url}/healthz`)).text).toBe('{"status":"ok"}');
  });
});
