/** Requests that no client makes, in each of the three protocols: each gets an answer of the protocol's, and the cloud lives on. */
import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { damageText, hostileText, hostileValue, wellFormed } from '../../tests/support/hostile-text.ts';
import { call3, newAccount, signed1, type Target, tc3Headers } from '../testing/client.ts';
import { startSimulator } from '../testing/start.ts';

const simulator = await startSimulator({ seed: 'empty' });
const target = await newAccount(simulator.url);
afterAll(() => simulator.close());

/** Whatever was asked, the next call of a client that knows the protocol is answered. */
const expectAlive = async (): Promise<void> => expect((await call3(target, 'DescribeVpcs')).TotalCount).toBeGreaterThanOrEqual(0);

const actions = [
  'DescribeVpcs',
  'CreateVpc',
  'CreateSubnet',
  'ModifySecurityGroupPolicies',
  'DescribeAddresses',
  'ReplaceRoutes',
  'DescribeAccountAttributes',
];
const params = fc.oneof(
  hostileValue(3),
  fc.record(
    { VpcName: hostileText(), CidrBlock: hostileText(), Filters: hostileValue(2), Limit: hostileValue(0), Offset: hostileValue(0) },
    { requiredKeys: [] },
  ),
);

async function post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<{ status: number; json: unknown }> {
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  return { status: response.status, json: JSON.parse(text) };
}

describe('API 3.0', () => {
  it('answers any signed body with a response and its request id', async () => {
    const body = fc.oneof(
      params.map((value) => JSON.stringify(value)),
      damageText(params.map((value) => JSON.stringify(value))),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...actions), body, async (action, drawn) => {
        const text = wellFormed(drawn);
        const { status, json } = await post(target.url, tc3Headers(target, action, text), text);
        const { Response } = json as { Response: { RequestId: string; Error?: { Code: string } } };
        expect(status).toBe(200);
        expect(Response.RequestId).toMatch(/^[\w-]{8,}$/);
        expect(Response.Error?.Code ?? '').not.toMatch(/^InternalError/);
      }),
      { numRuns: 400 },
    );
    await expectAlive();
  }, 60_000);

  it('answers headers and signatures that are none as what they are', async () => {
    const header = hostileText().map((text) =>
      [...text]
        .filter((char) => char >= ' ' && char <= '~')
        .join('')
        .slice(0, 300)
        .trim(),
    );
    const names = ['X-TC-Action', 'X-TC-Version', 'X-TC-Region', 'X-TC-Timestamp', 'X-TC-Language', 'Authorization', 'Content-Type'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), header, async (name, value) => {
        const { json } = await post(target.url, { ...tc3Headers(target, 'DescribeVpcs', '{}'), [name]: value }, '{}');
        expect((json as { Response: { RequestId: string } }).Response.RequestId).toMatch(/^[\w-]{8,}$/);
      }),
      { numRuns: 150 },
    );
    await expectAlive();
  }, 60_000);
});

/** Names and values of a form; the names that the protocol reads, and others like them. */
const pairs = fc.array(
  fc.tuple(
    fc.oneof(
      fc.constantFrom('Filters.0.Name', 'Filters.0.Values.0', 'filters.99999.name', 'vpcName', 'cidrBlock', 'a.b.c.0', 'limit', 'offset'),
      hostileText(),
    ),
    hostileText(),
  ),
  { maxLength: 5 },
);
const formOf = (drawn: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(
    drawn
      .map(([name, value]): [string, string] => [wellFormed(name).slice(0, 100), wellFormed(value).slice(0, 500)])
      .filter(([name]) => name !== '' && !['Action', 'Signature', 'SecretId', 'Timestamp', 'Nonce', 'SignatureMethod'].includes(name)),
  );

describe('the API of 2017', () => {
  it('answers any signed form with a code and its word', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('DescribeVpcEx', 'CreateVpc', 'CreateSubnet', 'ModifyVpcAttribute', 'Nonsense'),
        pairs,
        async (Action, drawn) => {
          const path = '/v2/index.php';
          const form = signed1(target, 'POST', path, {}, { Action, ...formOf(drawn) });
          const response = await fetch(target.url + path, { method: 'POST', body: form });
          const answer = (await response.json()) as { code: number; codeDesc: string };
          expect(typeof answer.code).toBe('number');
          expect(answer.codeDesc).toMatch(/^\w/);
          expect(answer.codeDesc).not.toMatch(/^InternalError/);
        },
      ),
      { numRuns: 250 },
    );
    await expectAlive();
  }, 60_000);
});

describe('the RPC of Alibaba Cloud', () => {
  const escaped = (text: string): string =>
    encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

  function signedRpc({ keys }: Target, given: Readonly<Record<string, string>>): URLSearchParams {
    const all: Record<string, string> = {
      Format: 'JSON',
      Version: '2018-05-10',
      AccessKeyId: keys.secretId,
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      SignatureNonce: createHash('sha256')
        .update(JSON.stringify([given, Math.random()]))
        .digest('hex'),
      Timestamp: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      ...given,
    };
    const canonical = Object.keys(all)
      .sort()
      .map((name) => `${escaped(name)}=${escaped(all[name] ?? '')}`)
      .join('&');
    const text = `POST&${escaped('/')}&${escaped(canonical)}`;
    return new URLSearchParams({ ...all, Signature: createHmac('sha1', `${keys.secretKey}&`).update(text).digest('base64') });
  }

  it('answers any form with a request id', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('DescribeCdnService', 'OpenCdnService', 'Nonsense'), pairs, async (Action, drawn) => {
        const response = await fetch(target.url, { method: 'POST', body: signedRpc(target, { Action, ...formOf(drawn) }) });
        const text = await response.text();
        expect(response.status).not.toBe(500);
        expect(JSON.parse(text)).toBeTypeOf('object');
      }),
      { numRuns: 150 },
    );
    await expectAlive();
  }, 60_000);
});
