/** People who sign in by a provider, against a real one on loopback. */
import { describe, expect, it } from 'vitest';
import { apiHeaders, ask, bearer, startWeft, type TestServer, temporaryFolder, token } from '../test/kit.ts';
import { clientSecret, startProvider, type TestProvider } from '../test/provider.ts';

/** A browser: keeps the cookies of each origin. */
class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();
  async get(url: string, headers: Record<string, string> = {}) {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask(url, { headers: { 'Sec-Fetch-Site': 'same-origin', ...(cookie ? { Cookie: cookie } : {}), ...headers } });
    for (const set of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '' || /Max-Age=0/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    const location = answer.headers.location;
    return { ...answer, location: location === undefined ? null : new URL(location, url).href };
  }

  headersFor(weft: TestServer): Record<string, string> {
    const jar = this.#cookies.get(weft.url) ?? new Map<string, string>();
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    return { ...apiHeaders, 'Sec-Fetch-Site': 'same-origin', Origin: weft.url, Cookie };
  }

  /** From the link on the sign-in page up to where the provider sends back to, which is not followed. */
  async backFrom(weft: TestServer, as: string, from = ''): Promise<string> {
    let at = `${weft.url}/sign-in/provider${from}`;
    for (let hops = 0; hops < 12; hops += 1) {
      const { location, status, text } = await this.get(at);
      if (location === null) throw new Error(`${at.split('?')[0]} answered ${status} ${text.slice(0, 200)}`);
      if (location.startsWith(`${weft.url}/sign-in/back?`)) return location;
      at = /\/login\/[^?]+$/.test(location) ? `${location}?as=${as}` : location;
    }
    throw new Error('no end of redirects');
  }

  /** Signs in; resolves to the page that is shown then. */
  async signIn(weft: TestServer, as: string, from = ''): Promise<string> {
    const { location } = await this.get(await this.backFrom(weft, as, from));
    return (location ?? '').replace(weft.url, '');
  }
}

interface Setting {
  readonly weft: TestServer;
  readonly provider: TestProvider;
  readonly browser: Browser;
}

async function setUp(env: Record<string, string | undefined> = {}): Promise<Setting> {
  const known: { weft: TestServer | null } = { weft: null };
  const provider = await startProvider(() => (known.weft === null ? [] : [`${known.weft.url}/sign-in/back`]));
  provider.groups.set('ada', ['operator']);
  const weft = await startWeft({
    env: {
      WEFT_TOKEN: undefined,
      WEFT_AUTH: 'oidc',
      WEFT_OIDC_ISSUER: provider.issuer,
      WEFT_OIDC_CLIENT_ID: 'weft',
      WEFT_OIDC_CLIENT_SECRET: clientSecret,
      WEFT_OIDC_SCOPES: 'openid profile email groups',
      WEFT_OIDC_LABEL: 'Example',
      ...env,
    },
    options: { insecureProvider: true },
  });
  known.weft = weft;
  return { weft, provider, browser: new Browser() };
}

const consoleOf = async ({ weft, browser }: Setting) => {
  const answer = await ask(`${weft.url}/api/console`, { headers: browser.headersFor(weft) });
  return { status: answer.status, facts: JSON.parse(answer.text) as { person?: unknown; accounts?: unknown[] } };
};

describe('signing in by a provider', () => {
  it('opens a session of the person, with name, e-mail and role, and leads back to the page', async () => {
    const setting = await setUp();
    const { weft, browser } = setting;
    expect(weft.said).toEqual([`Weft is at ${weft.url} — sign in: ${weft.url}/sign-in`]);
    expect(JSON.parse((await ask(`${weft.url}/api/sign-in`, { headers: apiHeaders })).text)).toEqual({ provider: 'Example' });
    expect(await browser.signIn(weft, 'ada', '?from=%2Fvpcs%3Fregion%3Dap-beijing')).toBe(
      '/sign-in?done=1&from=%2Fvpcs%3Fregion%3Dap-beijing',
    );
    const { status, facts } = await consoleOf(setting);
    expect([status, facts.person]).toEqual([200, { name: 'Name of ada', email: 'ada@example.com', role: 'operator' }]);
    expect(weft.logs.join('')).not.toContain(clientSecret);
  });

  it('takes neither the link’s token nor a page of another site to come back to', async () => {
    const { weft, browser } = await setUp({ WEFT_TOKEN: token });
    const offered = await ask(`${weft.url}/api/session`, { method: 'POST', headers: apiHeaders, body: JSON.stringify({ token }) });
    expect([offered.status, offered.json().error?.code]).toEqual([401, 'TokenRefused']);
    // Programs that were given one of their own go on.
    expect((await ask(`${weft.url}/api/console`, { headers: bearer })).status).toBe(200);
    for (const from of ['//evil.test/', 'https://evil.test/', '/\\evil.test', '/sign-in']) {
      expect(await browser.signIn(weft, 'ada', `?from=${encodeURIComponent(from)}`)).toBe('/sign-in?done=1');
    }
  });

  it('tells a person without any role so, and opens nothing', async () => {
    const setting = await setUp();
    setting.provider.groups.set('bob', ['everybody']);
    expect(await setting.browser.signIn(setting.weft, 'bob')).toBe('/sign-in?trouble=no-role');
    expect((await consoleOf(setting)).status).toBe(401);
  });

  it('tells what the provider refused', async () => {
    const { weft, browser } = await setUp();
    expect(await browser.signIn(weft, 'nobody')).toBe('/sign-in?trouble=denied');
  });

  it('tells that the provider is away, and works when it is back', async () => {
    const { weft, provider, browser } = await setUp();
    provider.down = true;
    expect((await browser.get(`${weft.url}/sign-in/provider?from=%2Fvpcs`)).location).toBe(
      `${weft.url}/sign-in?trouble=unreachable&from=%2Fvpcs`,
    );
    provider.down = false;
    expect(await browser.signIn(weft, 'ada')).toBe('/sign-in?done=1');
  });
});

describe('what comes back', () => {
  const tampered: [string, (back: URL) => void][] = [
    ['a forged state', (back) => back.searchParams.set('state', 'forged')],
    ['no state', (back) => back.searchParams.delete('state')],
    ['a state twice', (back) => back.searchParams.append('state', 'second')],
    ['a forged code', (back) => back.searchParams.set('code', 'forged')],
    ['another issuer', (back) => back.searchParams.set('iss', 'https://evil.test')],
  ];
  it.each(tampered)('with %s opens nothing', async (_what, change) => {
    const setting = await setUp();
    const back = new URL(await setting.browser.backFrom(setting.weft, 'ada'));
    change(back);
    expect((await setting.browser.get(back.href)).location).toBe(`${setting.weft.url}/sign-in?trouble=refused`);
    expect((await consoleOf(setting)).status).toBe(401);
  });

  it('a second time, or to another browser, opens nothing', async () => {
    const { weft, browser } = await setUp();
    const back = await browser.backFrom(weft, 'ada');
    const pending = browser.headersFor(weft);
    expect((await new Browser().get(back)).location).toBe(`${weft.url}/sign-in?trouble=pending`);
    expect((await browser.get(back)).location).toBe(`${weft.url}/sign-in?done=1`);
    expect((await browser.get(back)).location).toBe(`${weft.url}/sign-in?trouble=pending`);
    // Even with what that browser kept: the provider takes a code once.
    const again = await ask(back, { headers: { Cookie: pending.Cookie ?? '', 'Sec-Fetch-Site': 'none' } });
    expect(again.headers.location).toBe('/sign-in?trouble=refused');
  });

  it('with a cookie that was changed opens nothing', async () => {
    const { weft, browser } = await setUp();
    const back = await browser.backFrom(weft, 'ada');
    const cookie = (browser.headersFor(weft).Cookie ?? '').replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const answer = await ask(back, {
      headers: { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' },
    });
    expect(answer.headers.location).toBe('/sign-in?trouble=pending');
  });

  const claims = (idToken: unknown, change: object): string => {
    const [head, body = '', seal] = String(idToken).split('.');
    const told = JSON.parse(Buffer.from(body, 'base64url').toString());
    return [head, Buffer.from(JSON.stringify({ ...told, ...change })).toString('base64url'), seal].join('.');
  };
  it.each([
    ['a wrong nonce', { nonce: 'another' }],
    ['a wrong audience', { aud: 'another-client' }],
    ['an expired token', { exp: 1_000 }],
    ['another issuer', { iss: 'https://evil.test' }],
  ])('with %s opens nothing', async (_what, change) => {
    const setting = await setUp();
    setting.provider.tokens = (body) => ({ ...body, id_token: claims(body.id_token, change) });
    expect(await setting.browser.signIn(setting.weft, 'ada')).toBe('/sign-in?trouble=refused');
    expect((await consoleOf(setting)).status).toBe(401);
  });
});

describe('a session of a person', () => {
  const refreshed = { WEFT_OIDC_REFRESH: '1s' };
  const until = async (condition: () => Promise<boolean>): Promise<void> => {
    while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const roleOf = async (setting: Setting): Promise<unknown> => Object((await consoleOf(setting)).facts.person).role;

  it('has the roles of now: one that changes is read again, and without any it ends', async () => {
    const setting = await setUp(refreshed);
    await setting.browser.signIn(setting.weft, 'ada');
    expect(await roleOf(setting)).toBe('operator');
    setting.provider.groups.set('ada', ['viewer']);
    await until(async () => (await roleOf(setting)) === 'viewer');
    const write = await ask(`${setting.weft.url}/api/call/vpc/DeleteVpc`, {
      method: 'POST',
      headers: setting.browser.headersFor(setting.weft),
      body: '{"params":{"VpcId":"vpc-12345678"}}',
    });
    expect([write.status, write.json().error?.code]).toEqual([403, 'NotPermitted']);
    setting.provider.groups.set('ada', []);
    await until(async () => (await consoleOf(setting)).status === 401);
  });

  it('ends when the provider no longer knows the person, and stays while it does not answer', async () => {
    const setting = await setUp(refreshed);
    await setting.browser.signIn(setting.weft, 'ada');
    setting.provider.down = true;
    await until(async () => {
      expect((await consoleOf(setting)).status).toBe(200);
      return setting.weft.logs.some((line) => line.includes('unreachable'));
    });
    setting.provider.down = false;
    const other = { ...setting, browser: new Browser() };
    await other.browser.signIn(setting.weft, 'ada');
    setting.provider.groups.delete('ada');
    await until(async () => (await consoleOf(other)).status === 401);
  });

  it('is ended here and at the provider, and is kept sealed', async () => {
    const WEFT_DATA = temporaryFolder();
    const setting = await setUp({ WEFT_DATA });
    await setting.browser.signIn(setting.weft, 'ada');
    const headers = setting.browser.headersFor(setting.weft);
    const out = await ask(`${setting.weft.url}/api/session`, { method: 'DELETE', headers });
    const { next } = JSON.parse(out.text) as { next: string };
    expect([out.status, next.startsWith(`${setting.provider.issuer}/session/end?`)]).toEqual([200, true]);
    expect(new URL(next).searchParams.get('post_logout_redirect_uri')).toBe(`${setting.weft.url}/sign-in`);
    expect((await consoleOf(setting)).status).toBe(401);
  });

  it('is listed to its person and to admins, who may end it; to others it is none', async () => {
    const setting = await setUp({ WEFT_ROLES: '{"operator": "operator", "root": "admin"}' });
    const { weft, provider } = setting;
    provider.groups.set('eve', ['operator']).set('root', ['root']);
    const [ada, eve, root] = [new Browser(), new Browser(), new Browser()];
    for (const [browser, name] of [
      [ada, 'ada'],
      [eve, 'eve'],
      [root, 'root'],
    ] as const)
      await browser.signIn(weft, name);
    const list = async (browser: Browser) => {
      const answer = await ask(`${weft.url}/api/sessions`, { headers: browser.headersFor(weft) });
      return (JSON.parse(answer.text) as { sessions: { id: string; current: boolean; person: { name: string } }[] }).sessions;
    };
    const end = (browser: Browser, id = '') =>
      ask(`${weft.url}/api/sessions/${id}`, { method: 'DELETE', headers: browser.headersFor(weft) });
    const [adas] = await list(ada);
    expect((await list(ada)).map(({ current, person }) => [current, person.name])).toEqual([[true, 'Name of ada']]);
    expect((await list(root)).map(({ person }) => person.name).sort()).toEqual(['Name of ada', 'Name of eve', 'Name of root']);
    expect((await end(eve, adas?.id)).status).toBe(404);
    expect((await consoleOf({ ...setting, browser: ada })).status).toBe(200);
    expect((await end(root, adas?.id)).status).toBe(204);
    expect((await consoleOf({ ...setting, browser: ada })).status).toBe(401);
  });
});

it.each([
  [{ WEFT_AUTH: 'ldap' }, /WEFT_AUTH is "ldap"/],
  [{ WEFT_AUTH: 'oidc' }, /needs WEFT_OIDC_ISSUER/],
  [{ WEFT_OIDC_ISSUER: 'https://login.example' }, /Set WEFT_AUTH=oidc too/],
  [{ WEFT_ROLES: '{"a": "viewer"}' }, /Set WEFT_AUTH=oidc too/],
  [{ WEFT_AUTH: 'oidc', WEFT_OIDC_ISSUER: 'http://login.example', WEFT_OIDC_CLIENT_ID: 'x' }, /https URL/],
  [{ WEFT_AUTH: 'oidc', WEFT_OIDC_ISSUER: 'http://127.0.0.1:9', WEFT_OIDC_CLIENT_ID: 'x' }, /plain http/],
  [{ WEFT_AUTH: 'oidc', WEFT_OIDC_ISSUER: 'https://login.example', WEFT_OIDC_CLIENT_ID: 'x', WEFT_OIDC_SCOPES: 'email' }, /lacks "openid"/],
  [{ WEFT_SESSION_IDLE: 'soon' }, /WEFT_SESSION_IDLE is "soon"/],
  [{ WEFT_KEY: 'short' }, /WEFT_KEY is no key/],
])('settings that cannot be used refuse the start: %j', async (env, words) => {
  await expect(startWeft({ env })).rejects.toThrow(words);
});
