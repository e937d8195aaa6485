/** Alibaba's newer signature in headers, computed here after the vendor's published rules, and its two envelopes. */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../testing/start.ts';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty' });
});
afterAll(() => simulator.close());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function call(change: { secret?: string; id?: string; date?: string; nonce?: string; body?: string } = {}) {
  const [first] = simulator.accounts;
  const { host } = new URL(simulator.url);
  const headers: Record<string, string> = {
    host,
    'x-acs-action': 'OpenMoon',
    'x-acs-content-sha256': sha256(''),
    'x-acs-date': change.date ?? new Date().toISOString().replace(/\.\d+/, ''),
    'x-acs-signature-nonce': change.nonce ?? randomUUID(),
    'x-acs-version': '2014-11-11',
  };
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  // Signed sorted, sent unsorted.
  const canonical = `POST\n/\nAlpha=1%202&Beta=%2A\n${lines}\n${names.join(';')}\n${sha256('')}`;
  const signature = createHmac('sha256', change.secret ?? first?.secretKey ?? '')
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
  const { host: _host, ...sent } = headers;
  const authorization = `ACS3-HMAC-SHA256 Credential=${change.id ?? first?.secretId},SignedHeaders=${names.join(';')},Signature=${signature}`;
  const response = await fetch(`${simulator.url}/?Beta=%2A&Alpha=1%202`, {
    method: 'POST',
    headers: { ...sent, authorization },
    ...(change.body === undefined ? {} : { body: change.body }),
  });
  return { status: response.status, ...((await response.json()) as { Code: string; RequestId: string }) };
}

it('is verified, and only then is the action looked for', async () => {
  expect(await call()).toMatchObject({ status: 404, Code: 'InvalidAction.NotFound', RequestId: expect.any(String) });
  expect(await call({ secret: 'wrong' })).toMatchObject({ status: 400, Code: 'SignatureDoesNotMatch' });
  expect(await call({ id: 'unknown' })).toMatchObject({ status: 404, Code: 'InvalidAccessKeyId.NotFound' });
  expect(await call({ body: 'something else' })).toMatchObject({ Code: 'SignatureDoesNotMatch' });
  expect(await call({ date: '2018-01-01T00:00:00Z' })).toMatchObject({ Code: 'InvalidTimeStamp.Expired' });
});

it('is good once', async () => {
  const nonce = randomUUID();
  expect(await call({ nonce })).toMatchObject({ Code: 'InvalidAction.NotFound' });
  expect(await call({ nonce })).toMatchObject({ Code: 'SignatureNonceUsed' });
});

it('answers in XML where JSON was not asked for', async () => {
  const response = await fetch(`${simulator.url}/?Action=OpenMoon&AccessKeyId=%3Cx%3E`);
  expect(response.headers.get('content-type')).toBe('text/xml');
  expect(await response.text()).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><Error><RequestId>.+<Code>MissingParameter<\/Code>/);
});
