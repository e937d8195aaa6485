/** Requests that no console makes, by the thousand: each gets an answer of ours, and nothing unsound reaches the cloud. */
import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAction } from '../../catalogue/index.ts';
import { undescribedAction } from '../../catalogue/undescribed.ts';
import { damageText, hostileText, hostileValue, wellFormed } from '../../tests/support/hostile-text.ts';
import { isCanonical } from '../guard.ts';
import { parseStrictJson } from '../http/strict-json.ts';
import { api3, apiHeaders, ask, bearer, reply, startCloud, startWeft, type TestServer } from './kit.ts';

async function weftWithCloud() {
  const cloud = await startCloud((_heard, response) => reply(response, api3({ TotalCount: 0, VpcSet: [] })));
  return { cloud, weft: await startWeft({ cloud: cloud.url }) };
}

/** No request makes a defect, and no answer shows the inside. */
function expectSound(weft: TestServer, text: string): void {
  expect(text).not.toMatch(/node_modules|\n {4}at |canarysecretkey/);
  expect(weft.logs.filter((line) => line.includes('"level":"error"'))).toEqual([]);
}

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(keysOf)]
    : [];

describe('a body', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    '"a"',
    '"__proto__"',
    '"constr\\u0075ctor"',
    '"\\ud800"',
    ':',
    ',',
    '1',
    'null',
    ' ',
    '"',
    '\\',
    '{"a":1,"a":2}',
  ];
  const text = fc.oneof(
    hostileValue(4).map((value) => JSON.stringify(value)),
    damageText(hostileValue(3).map((value) => JSON.stringify(value))),
    fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join('')),
    fc.integer({ min: 1, max: 40 }).map((count) => `${'[{"a":'.repeat(count)}1${'}]'.repeat(count)}`),
  );

  it('is the JSON that it says, or refused: no key twice, none of a prototype, 16 levels', () => {
    fc.assert(
      fc.property(text, (body) => {
        const reading = parseStrictJson(body);
        if (!reading.ok) {
          expect(reading.why).toMatch(/^The body .*\.$/s);
          return;
        }
        expect(reading.value).toEqual(JSON.parse(body));
        expect(depthOf(reading.value)).toBeLessThanOrEqual(16);
        for (const key of keysOf(reading.value)) expect(['__proto__', 'constructor', 'prototype']).not.toContain(key);
        // Written again it is no shorter by a member: nothing was there twice.
        const members = (json: string): number =>
          json.replace(/"(?:[^"\\]|\\.)*"(\s*:)?/g, (_all, colon?: string) => (colon ? '~' : '')).split('~').length;
        expect(members(JSON.stringify(reading.value))).toBe(members(body));
      }),
      { numRuns: 4_000 },
    );
  });
});

describe('a path', () => {
  it('that is let through holds nothing that another reader could take for something else', () => {
    const part = fc.oneof(
      hostileText(),
      fc.constantFrom('/', '//', '.', '..', '%2e', '%2F', '%5c', '\\', '%00', '%', '#', '?', ';', 'api', 'call', 'weft'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const url = `/${parts.join('')}`;
        if (!isCanonical(url)) return;
        const [path = ''] = url.split('?', 1);
        expect(new URL(url, 'http://127.0.0.1').pathname).toBe(path);
        expect(decodeURIComponent(path)).not.toMatch(/\/\/|\\|(?:^|\/)\.{1,2}(?:\/|$)/);
        expect([...decodeURIComponent(path)].every((char) => char >= ' ' && char !== '\u007f')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a call', () => {
  const names = [
    'vpc/DescribeVpcs',
    'vpc/CreateVpc',
    'vpc/ModifySecurityGroupPolicies',
    'vpc2017/CreateVpc',
    'vpc/DescribeHaVips',
    'cdb/DescribeDBInstances',
  ];
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    hostileText().map((text) => `vpc/${encodeURIComponent(wellFormed(text)).slice(0, 200)}`),
  );
  const params = fc.oneof(
    hostileValue(3),
    fc.record({ VpcName: hostileText(), CidrBlock: hostileText(), Filters: hostileValue(2), Limit: hostileValue(0) }, { requiredKeys: [] }),
  );
  // What only the cloud can judge goes out.
  const sound = hostileText().map((text) => ({
    region: 'ap-guangzhou',
    params: { Filters: [{ Name: 'vpc-name', Values: [text || 'x'] }] },
  }));
  const body = fc.oneof(
    { weight: 2, arbitrary: sound.map((value) => JSON.stringify(value)) },
    {
      weight: 4,
      arbitrary: fc.record({ region: fc.constantFrom('ap-guangzhou', '../x', 'a b'), params }).map((value) => JSON.stringify(value)),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({ account: hostileText(), region: hostileText(), params, dialect: hostileText() }, { requiredKeys: [] })
        .map((value) => JSON.stringify(value)),
    },
    damageText(fc.constant('{"region":"ap-guangzhou","params":{"VpcName":"a","CidrBlock":"10.0.0.0/16"}}')),
  );

  it('is answered with a code of ours or the cloud’s; what goes out is an action of the catalogue and valid text', async () => {
    const { weft, cloud } = await weftWithCloud();
    await fc.assert(
      fc.asyncProperty(name, body, async (path, text) => {
        const answer = await ask(`${weft.url}/api/call/${path}`, { method: 'POST', headers: bearer, body: text });
        expect([200, 400, 403, 404, 413, 502]).toContain(answer.status);
        if (answer.status !== 200) expect(answer.json().error?.code).toMatch(/^[A-Z][A-Za-z.]+$/);
        expectSound(weft, answer.text);
      }),
      { numRuns: 400 },
    );
    expect(cloud.heard.length).toBeGreaterThan(0);
    for (const { headers, body: sent, method } of cloud.heard) {
      expect(method).toBe('POST');
      const action = headers['x-tc-action'] ?? new URLSearchParams(sent).get('Action') ?? '';
      const known = ['vpc', 'vpc2017', 'cdb'].some(
        (service) => findAction(`${service}:${action}`) ?? undescribedAction(`${service}:${action}`),
      );
      expect(known, String(action)).toBe(true);
      expect(sent).not.toMatch(/\p{Surrogate}/u);
      expect(headers).not.toHaveProperty('cookie');
    }
  }, 60_000);
});

describe('a session', () => {
  const header = hostileText().map((text) =>
    [...text]
      .filter((char) => char >= ' ' && char <= '~')
      .join('')
      .slice(0, 2_000),
  );

  it('is had by no cookie, bearer or token that was not given out', async () => {
    const { weft, cloud } = await weftWithCloud();
    const credentials = fc.oneof(
      header.map((text) => ({ Authorization: `Bearer ${text}` })),
      header.map((text) => ({ Authorization: text })),
      header.map((text) => ({ Cookie: `weft=${text}` })),
      fc.tuple(header, header).map(([one, other]) => ({ Cookie: `weft=${one}; weft=${other}; __Host-weft=${one}` })),
      fc.base64String({ minLength: 43, maxLength: 44 }).map((id) => ({ Cookie: `__Host-weft=${id}`, 'Sec-Fetch-Site': 'same-origin' })),
    );
    await fc.assert(
      fc.asyncProperty(credentials, fc.constantFrom('/api/session', '/api/console', '/api/call/vpc/DescribeVpcs'), async (given, path) => {
        const method = path.startsWith('/api/call') ? 'POST' : 'GET';
        const headers = { ...apiHeaders, ...given };
        const answer = await ask(weft.url + path, { method, headers, ...(method === 'POST' ? { body: '{"params":{}}' } : {}) });
        expect([401, 429]).toContain(answer.status);
        expectSound(weft, answer.text);
      }),
      { numRuns: 400 },
    );
    await fc.assert(
      fc.asyncProperty(hostileValue(2), async (value) => {
        const answer = await ask(`${weft.url}/api/session`, {
          method: 'POST',
          headers: apiHeaders,
          body: JSON.stringify({ token: value }),
        });
        expect([400, 401, 413, 429]).toContain(answer.status);
        expect(answer.headers).not.toHaveProperty('set-cookie');
        expectSound(weft, answer.text);
      }),
      { numRuns: 200 },
    );
    expect(cloud.heard).toHaveLength(0);
  }, 60_000);
});

/** Sends bytes, ends the sending side, and reads what comes until the other side ends too. */
const exchange = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.end(bytes, 'latin1'));
    socket.setEncoding('latin1').on('data', (piece: string) => {
      text += piece;
    });
    // A server that has heard enough may drop what is still being sent.
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });

describe('bytes', () => {
  const head = (port: number): string =>
    `POST /api/call/vpc/CreateVpc HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Weft: 1\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{"params":{}}`;
  const hidden = 'GET /api/session HTTP/1.1\r\nHost: evil.test\r\n\r\n';
  const lines = [
    'Transfer-Encoding: chunked',
    'Content-Length: 0',
    'Content-Length: 5',
    ' folded',
    'X-A: a\rb',
    'Connection: close, X-Weft',
    'Expect: 100-continue',
    'Upgrade: h2c',
    'Host: evil.test',
    'X\u0000: 1',
  ];

  it('that are nearly a request never get an answer that only a request may get, and never two in one', async () => {
    const { weft, cloud } = await weftWithCloud();
    const request = fc.oneof(
      damageText(fc.constant(head(weft.port))),
      fc
        .array(fc.constantFrom(...lines), { minLength: 1, maxLength: 3 })
        .map((more) => head(weft.port).replace('X-Weft: 1', `X-Weft: 1\r\n${more.join('\r\n')}`) + hidden),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => String.fromCharCode(...bytes)),
    );
    await fc.assert(
      fc.asyncProperty(request, async (bytes) => {
        const answer = await exchange(weft.port, bytes);
        for (const [status] of answer.matchAll(/HTTP\/1\.1 \d{3}(?! Continue)/g)) expect(status).toMatch(/ (?:4\d\d)$/);
        expectSound(weft, answer);
      }),
      { numRuns: 400 },
    );
    expect(cloud.heard).toHaveLength(0);
    expect((await ask(`${weft.url}/healthz`)).status).toBe(200);
  }, 60_000);
});
