/** Marked secrets are sent down every path; nothing that leaves the process may carry one. */

import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Account } from '../accounts/account.ts';
import { createLog } from '../log.ts';
import { createRedactor } from '../redact.ts';
import { api3, api3Error, apiHeaders, ask, bearer, keys, reply, signIn, startCloud, startWeft, type TestServer, token } from './kit.ts';

const stsToken = 'canaryststoken0000';
const marked = [keys.id, keys.key, stsToken, token];

/** Everything that came out of the server, by place. */
interface ServerOutput {
  readonly answers: string[];
  readonly weft: TestServer;
}

function expectClean({ answers, weft }: ServerOutput): void {
  for (const text of [...answers, ...weft.logs]) {
    for (const secret of marked) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/Signature=[0-9a-f]{64}|__Host-weft=[\w-]{43}|Bearer /);
  }
  expect(weft.logs.length).toBeGreaterThan(0);
}

async function weftTo(script: Parameters<typeof startCloud>[0]) {
  const cloud = await startCloud(script);
  return startWeft({ cloud: cloud.url, env: { TENCENTCLOUD_TOKEN: stsToken } });
}

describe('no secret leaves', () => {
  it('in what the API answers when all is well', async () => {
    const weft = await weftTo((_heard, response) => reply(response, api3({ TotalCount: 0, VpcSet: [] })));
    const cookie = await signIn(weft);
    const paths = ['/api/session', '/api/console', '/healthz', '/', '/nothing', '/api/nothing'];
    const answers = await Promise.all(paths.map((path) => ask(weft.url + path, { headers: cookie })));
    answers.push(await weft.call('vpc:DescribeVpcs'), await weft.call('vpc2017:DescribeVpcEx'));
    expectClean({ answers: answers.map(({ text, headers }) => text + JSON.stringify(headers)), weft });
  });

  it('when the cloud repeats all that it was sent, in its answer or in its error', async () => {
    const echo = (heard: { headers: unknown; body: string }) =>
      `${JSON.stringify(heard.headers)} ${heard.body} ${keys.key} ${stsToken} ${encodeURIComponent(keys.key)}`;
    const weft = await weftTo((heard, response, count) =>
      reply(
        response,
        count % 2 === 0
          ? api3({ Text: `${keys.key} ${keys.id} ${stsToken}` })
          : api3Error('InternalError', echo(heard).replace(/Signature=\w+/g, '')),
      ),
    );
    const answers: string[] = [];
    for (let call = 0; call < 4; call += 1) answers.push((await weft.call('vpc:DescribeVpcs')).text);
    answers.push((await weft.call('vpc:CreateVpc', { VpcName: 'a', CidrBlock: '10.0.0.0/16' })).text);
    expectClean({ answers, weft });
  });

  it('when the cloud is broken', async () => {
    const weft = await weftTo((_heard, response) => reply(response, `<html>${keys.key}</html>`, 500));
    expectClean({ answers: [(await weft.call('vpc:DescribeVpcs')).text], weft });
  });

  it('through what any client puts into requests', async () => {
    const weft = await weftTo((_heard, response) => reply(response, api3({})));
    const answers = await Promise.all([
      ask(`${weft.url}/${token}`, { headers: { ...apiHeaders, Origin: `http://${token}` } }),
      ask(`${weft.url}/x`, { headers: { Host: token } }),
      ask(`${weft.url}/api/call/${token}/${keys.key}`, { method: 'POST', headers: bearer, body: '{}' }),
      ask(`${weft.url}/api/call/vpc/DescribeVpcs`, { method: 'POST', headers: bearer, body: `{"params":{"${keys.key}":1}}` }),
      ask(`${weft.url}/api/session`, { method: 'POST', headers: apiHeaders, body: JSON.stringify({ token: `${token}x` }) }),
    ]);
    expectClean({ answers: answers.map(({ text }) => text), weft });
  });

  it('by printing an account', () => {
    const account = new Account(
      { id: 'a', name: 'n', uin: null, vendor: 'tencent' },
      { secretId: keys.id, secretKey: keys.key, token: stsToken },
    );
    const shown = `${JSON.stringify(account)} ${inspect(account, { showHidden: true, depth: 9 })} ${String(account)} ${JSON.stringify({ ...account })}`;
    for (const secret of marked) expect(shown).not.toContain(secret);
  });

  it('by logging a failure that carries one', () => {
    const lines: string[] = [];
    const log = createLog({ redact: createRedactor(() => marked), write: (line) => lines.push(line) });
    log.defect('x', new Error(`signing with ${keys.key} failed`));
    log.warn('x', { why: `a\nb ${token}`, path: `/${keys.key}`, host: 'h\u001b[31m' });
    expect(lines).toHaveLength(2);
    for (const line of lines) for (const secret of marked) expect(line).not.toContain(secret);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ level: 'warn', event: 'x', why: 'a\nb [secret]' });
  });
});

it('a field that is not on the list is not logged', () => {
  const lines: string[] = [];
  const log = createLog({ redact: (text) => text, write: (line) => lines.push(line) });
  log.info('x', { port: 1, params: { PreSharedKey: 'psk' } } as never);
  log.call({
    call: 'c',
    service: 's',
    action: 'a',
    account: null,
    region: null,
    status: 200,
    code: 'ok',
    requestId: null,
    attempts: 1,
    ms: 1,
    body: 'psk',
  } as never);
  expect(lines.join('')).not.toContain('psk');
});
