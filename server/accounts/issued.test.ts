/** Keys that are issued for a time: by real HTTP from an STS, a metadata service and files, renewed before they end. */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCloud } from '../cloud.ts';
import { readConfig } from '../config.ts';
import { api3, api3Error, ask, bearer, type CloudScript, later, reply, startCloud, startWeft, temporaryFolder } from '../test/kit.ts';
import { Cancellation } from '../upstream/cancellation.ts';
import { Account } from './account.ts';
import { fileAccounts } from './files.ts';
import { type IssuedKeys, type KeyPlan, KeysUnavailable } from './keys.ts';
import { RenewedKeys } from './renewal.ts';

const arn = 'qcs::cam::uin/100000000001:roleName/ops';
const base = { secretId: 'AKIDbase0000', secretKey: 'basesecretkey' };
const assume: KeyPlan = { kind: 'assume-role', base: { kind: 'static', keys: base }, roleArn: arn, sessionName: 'weft' };
const podToken = 'eyJpodtoken000000';
const inAnHour = () => Math.floor(Date.now() / 1_000) + 3_600;

const issued = (n: number, end = inAnHour()) => ({
  Credentials: { TmpSecretId: `AKIDtmp${n}`, TmpSecretKey: `tmpsecretkey${n}`, Token: `tmptoken000${n}` },
  ExpiredTime: end,
});
const ofMachine = (n: number, end = inAnHour()) => ({ ...issued(n, end).Credentials, ExpiredTime: end, Code: 'Success' });

/** The way to a cloud that does what the script says, for every service and the metadata service. */
async function wayTo(script: CloudScript, env: Record<string, string> = {}) {
  const { url, heard } = await startCloud(script);
  const config = readConfig({ WEFT_ENDPOINTS: `vpc=${url},sts=${url}`, ...env });
  const cloud = openCloud({
    config,
    metadataOrigin: url,
    onSkew: () => {},
    limits: { connectMs: 1_000, answerMs: 1_500, maxBytes: 1e6, connections: 4 },
  });
  later(() => cloud.transport.close());
  const callAs = (account: Account) =>
    cloud.upstream.send(
      { service: 'vpc', action: 'DescribeVpcs', region: 'ap-guangzhou', params: {}, json: '{}', account, origin: url },
      { repeatable: true, cancellation: new Cancellation(), person: 'p', once: true },
    );
  return { heard, callAs, url };
}

const accountOf = (plan: KeyPlan) => new Account({ id: 'a', name: 'a', uin: null, vendor: 'tencent' }, plan);
const actionOf = (headers: Readonly<Record<string, unknown>>) => String(headers['x-tc-action'] ?? '');
const signerOf = (headers: Readonly<Record<string, unknown>>) => /Credential=([^/]+)/.exec(String(headers.authorization))?.[1];

const vpcs = (response: ServerResponse) => reply(response, api3({ TotalCount: 0, VpcSet: [] }));

describe('a role that is taken on', () => {
  it('is asked for once, signed by the user, and signs with its token from then on', async () => {
    const { heard, callAs } = await wayTo(({ headers }, response) =>
      actionOf(headers) === 'AssumeRole' ? reply(response, api3(issued(1))) : vpcs(response),
    );
    const account = accountOf(assume);
    const outcomes = await Promise.all([callAs(account), callAs(account), callAs(account)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['success', 'success', 'success']);
    const [sts, ...calls] = heard;
    expect(heard.filter(({ headers }) => actionOf(headers) === 'AssumeRole')).toHaveLength(1);
    expect([signerOf(sts?.headers ?? {}), JSON.parse(sts?.body ?? '')]).toEqual([base.secretId, { RoleArn: arn, RoleSessionName: 'weft' }]);
    for (const { headers } of calls) expect([signerOf(headers), headers['x-tc-token']]).toEqual(['AKIDtmp1', 'tmptoken0001']);
    expect(account.secrets()).toEqual(expect.arrayContaining([base.secretKey, 'tmpsecretkey1', 'tmptoken0001']));
  });

  it.each([
    ['ResourceNotFound.RoleNotFound', 'Mend the role’s ARN'],
    ['UnauthorizedOperation', 'allow that one sts:AssumeRole'],
    ['AuthFailure.SecretIdNotFound', 'Check the keys that ask'],
  ])('and refused with %s says who, where and what to do; nobody else signs', async (code, remedy) => {
    const { heard, callAs } = await wayTo((_, response) => reply(response, api3Error(code, `no ${base.secretKey}`)));
    const outcome = await callAs(accountOf(assume));
    expect(outcome).toMatchObject({ kind: 'failed', why: 'no-keys', applied: 'no', reason: expect.stringContaining(remedy) });
    expect(outcome).toMatchObject({ reason: expect.stringMatching(new RegExp(`AssumeRole of ${arn} at 127\\.0\\.0\\.1.*${code}`)) });
    expect(JSON.stringify(outcome)).not.toContain(base.secretKey);
    expect(heard.some(({ headers }) => actionOf(headers) === 'DescribeVpcs')).toBe(false);
  });

  it.each([
    ['without keys', {}],
    ['with a key that is none', { ...issued(1), Credentials: { ...issued(1).Credentials, TmpSecretKey: 'a\r\nX: y' } }],
    ['without an end', { Credentials: issued(1).Credentials }],
    ['with an end in words', { ...issued(1), ExpiredTime: 'tomorrow' }],
    ['with keys that have ended', issued(1, 1_600_000_000)],
  ])('and answered %s gives no keys', async (_what, answer) => {
    const { callAs } = await wayTo((_, response) => reply(response, api3(answer)));
    expect(await callAs(accountOf(assume))).toMatchObject({ kind: 'failed', why: 'no-keys' });
  });

  it('and not answered, or by a page, says what stands in the way', async () => {
    const silent = await wayTo(() => {});
    expect(await silent.callAs(accountOf(assume))).toMatchObject({ why: 'no-keys', reason: expect.stringContaining('CloudTimeout') });
    const page = await wayTo((_, response) => reply(response, '<html>sign in</html>', 302, { location: 'http://evil.test' }));
    expect(await page.callAs(accountOf(assume))).toMatchObject({ why: 'no-keys', reason: expect.stringContaining('CloudUnreadable') });
  }, 30_000);

  it('is asked for anew, once, when the cloud no longer knows its keys', async () => {
    let roles = 0;
    const { callAs } = await wayTo(({ headers }, response) => {
      if (actionOf(headers) === 'AssumeRole') return reply(response, api3(issued(++roles)));
      return signerOf(headers) === 'AKIDtmp1' ? reply(response, api3Error('AuthFailure.TokenFailure')) : vpcs(response);
    });
    expect([(await callAs(accountOf(assume))).kind, roles]).toEqual(['success', 2]);
  });

  it('whose new keys are refused too is not asked for without end', async () => {
    let roles = 0;
    const { callAs } = await wayTo(({ headers }, response) =>
      actionOf(headers) === 'AssumeRole' ? reply(response, api3(issued(++roles))) : reply(response, api3Error('AuthFailure.TokenFailure')),
    );
    const account = accountOf(assume);
    for (let call = 0; call < 4; call += 1) expect((await callAs(account)).kind).toBe('refused');
    expect(roles).toBe(2);
  });
});

describe('the role of a machine', () => {
  const roles = '/latest/meta-data/cam/security-credentials/';

  it('is asked for by its name, or by the name that the machine tells, and may take on another', async () => {
    const { heard, callAs } = await wayTo(({ url, headers }, response) => {
      if (url === roles) return reply(response, 'web\n');
      if (url.startsWith(roles)) return reply(response, ofMachine(7));
      return actionOf(headers) === 'AssumeRole' ? reply(response, api3(issued(8))) : vpcs(response);
    });
    expect((await callAs(accountOf({ kind: 'cvm-role', roleName: null }))).kind).toBe('success');
    expect(heard.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET ${roles}`, `GET ${roles}web`, 'POST /']);
    expect(signerOf(heard[2]?.headers ?? {})).toBe('AKIDtmp7');
    heard.length = 0;
    expect((await callAs(accountOf({ ...assume, base: { kind: 'cvm-role', roleName: 'db' } }))).kind).toBe('success');
    expect(heard.map(({ url, headers }) => `${url} ${signerOf(headers)}`)).toEqual([`${roles}db undefined`, '/ AKIDtmp7', '/ AKIDtmp8']);
  });

  it.each([
    ['no role', (response: ServerResponse) => reply(response, '', 404), /names no role of this machine \(status 404\)/],
    ['a way out', (response: ServerResponse) => reply(response, '../../user-data'), /names no role/],
    ['another place', (response: ServerResponse) => reply(response, 'x', 302, { location: 'http://evil.test/' }), /names no role.*302/],
  ])('that tells %s gives no keys', async (_what, script, said) => {
    const { callAs, heard } = await wayTo((_, response) => script(response));
    expect(await callAs(accountOf({ kind: 'cvm-role', roleName: null }))).toMatchObject({
      why: 'no-keys',
      reason: expect.stringMatching(said),
    });
    expect(heard).toHaveLength(1);
  });

  it.each([
    [{ Code: 'Failed' }, /refused the keys of the role web \(Failed\)/],
    [{ Code: 'a\u001b[31m' }, /without a code/],
    ['<html>', /has no keys/],
    [{ ...ofMachine(1), TmpSecretId: '"x"' }, /without keys/],
  ])('that answers %j says so', async (answer, said) => {
    const { callAs } = await wayTo((_, response) => reply(response, answer));
    expect(await callAs(accountOf({ kind: 'cvm-role', roleName: 'web' }))).toMatchObject({ reason: expect.stringMatching(said) });
  });
});

describe('the service account of a pod', () => {
  const pod = (tokenFile: string): KeyPlan => ({
    kind: 'web-identity',
    region: 'ap-tokyo',
    providerId: 'OIDC',
    tokenFile,
    roleArn: arn,
    sessionName: 'weft',
  });

  it('proves itself by its token, read anew each time, without a signature', async () => {
    const file = join(temporaryFolder(), 'token');
    writeFileSync(file, `${podToken}\n`);
    const { heard, callAs } = await wayTo(({ headers }, response) =>
      actionOf(headers) === 'AssumeRoleWithWebIdentity' ? reply(response, api3(issued(3))) : vpcs(response),
    );
    expect((await callAs(accountOf(pod(file)))).kind).toBe('success');
    const [sts, call] = heard;
    expect([sts?.headers.authorization, sts?.headers['x-tc-region']]).toEqual(['SKIP', 'ap-tokyo']);
    expect(JSON.parse(sts?.body ?? '')).toMatchObject({ ProviderId: 'OIDC', WebIdentityToken: podToken, RoleArn: arn });
    expect(signerOf(call?.headers ?? {})).toBe('AKIDtmp3');
  });

  it('without its token, or refused, says so and not the token', async () => {
    const file = join(temporaryFolder(), 'token');
    const { callAs, heard } = await wayTo(({ body }, response) =>
      reply(response, api3Error('InvalidParameter.WebIdentityTokenError', body)),
    );
    expect(await callAs(accountOf(pod(file)))).toMatchObject({ reason: expect.stringContaining('cannot be read (ENOENT)') });
    expect(heard).toHaveLength(0);
    writeFileSync(file, podToken);
    const outcome = await callAs(accountOf(pod(file)));
    expect(outcome).toMatchObject({ why: 'no-keys', reason: expect.stringContaining('WebIdentityTokenError') });
    expect(JSON.stringify(outcome)).not.toContain(podToken);
  });
});

describe('keys that end', () => {
  const keysOf = (n: number, endsAt: number | null): IssuedKeys => ({ keys: { secretId: `id${n}`, secretKey: `key${n}` }, endsAt });

  /** A source whose answers are given, and a clock that is set. */
  function source(answers: (IssuedKeys | Error)[]) {
    const clock = { time: 1_000_000 };
    const asked = { count: 0 };
    const renewed = new RenewedKeys(assume);
    const issue = async () => {
      const answer = answers[asked.count++];
      if (answer instanceof Error || answer === undefined) throw answer ?? new KeysUnavailable('none left');
      return answer;
    };
    const ready = () => renewed.readied(issue, () => clock.time);
    return { clock, asked, renewed, ready };
  }

  it('are renewed five minutes before, while the old ones still sign', async () => {
    const hour = 3_600_000;
    const { clock, asked, renewed, ready } = source([keysOf(1, 1_000_000 + hour), keysOf(2, 1_000_000 + 2 * hour)]);
    await ready();
    clock.time += hour - 300_001;
    expect([ready(), asked.count]).toEqual([null, 1]);
    clock.time += 1;
    expect([ready(), renewed.current().secretId]).toEqual([null, 'id1']);
    await Promise.resolve().then(() => {});
    expect([asked.count, renewed.current().secretId]).toEqual([2, 'id2']);
    expect(renewed.known().map(({ secretKey }) => secretKey)).toEqual(['key1', 'key2']);
  });

  it('that live shortly are renewed in their last quarter', async () => {
    const { clock, asked, ready } = source([keysOf(1, 1_060_000), keysOf(2, 1_120_000)]);
    await ready();
    clock.time += 44_000;
    expect([ready(), asked.count]).toEqual([null, 1]);
    clock.time += 2_000;
    ready();
    expect(asked.count).toBe(2);
  });

  it('and cannot be renewed sign to their end, then nobody does; the source is left in peace between', async () => {
    const { clock, asked, renewed, ready } = source([keysOf(1, 2_000_000), new KeysUnavailable('no'), new KeysUnavailable('still no')]);
    await ready();
    clock.time = 1_800_000;
    expect(ready()).toBe(null);
    await Promise.resolve()
      .then(() => {})
      .then(() => {});
    expect([renewed.failure(), renewed.current().secretId]).toEqual(['no', 'id1']);
    expect([ready(), asked.count]).toEqual([null, 2]);
    clock.time = 2_000_000;
    await expect(ready()).rejects.toThrow('still no');
    await expect(ready()).rejects.toThrow('still no');
    expect(asked.count).toBe(3);
  });

  it('and are gone are asked for by one, however many wait', async () => {
    const { asked, ready } = source([keysOf(1, null)]);
    await Promise.all([ready(), ready(), ready()]);
    expect([asked.count, ready()]).toEqual([1, null]);
  });

  it('in the file of a login are read again when they near their end', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, '.tccli'));
    const now = Math.floor(Date.now() / 1_000);
    const write = (id: string, expiresAt: number) =>
      writeFileSync(
        join(home, '.tccli', 'default.credential'),
        JSON.stringify({ type: 'sso', secretId: id, secretKey: 'k', token: 't', expiresAt, sso: { token: 'x', uin: '1', site: 'cn' } }),
        { mode: 0o600 },
      );
    write('AKIDfirst', now + 120);
    const [found] = fileAccounts({ home, etc: '/nowhere' }).found;
    const account = found && 'account' in found ? found.account : null;
    const { heard, callAs } = await wayTo((_, response) => vpcs(response));
    if (account === null) throw new Error('no account');
    write('AKIDsecond', now + 7_200);
    await callAs(account);
    await callAs(account);
    expect(heard.map(({ headers }) => signerOf(headers)).at(-1)).toBe('AKIDsecond');
  });
});

describe('the console', () => {
  it('lists an account whose keys cannot be had, with the reason; no call of its goes out', async () => {
    const { url, heard } = await startCloud((_, response) => reply(response, api3Error('ResourceNotFound.RoleNotFound')));
    const env = { TENCENTCLOUD_ROLE_ARN: arn, WEFT_ENDPOINTS: `vpc=${url},sts=${url}` };
    const weft = await startWeft({ env, options: { identities: true } });
    const facts = JSON.parse((await ask(`${weft.url}/api/console`, { headers: bearer })).text);
    expect(facts.accounts).toMatchObject([
      { id: 'env', name: arn, uin: null, trouble: { code: 'CredentialsUnavailable', reason: expect.stringContaining('RoleNotFound') } },
    ]);
    const answer = await weft.call('vpc:CreateVpc', { VpcName: 'a', CidrBlock: '10.0.0.0/16' });
    expect([answer.status, answer.json().error]).toMatchObject([502, { code: 'CredentialsUnavailable', outcome: 'not-done' }]);
    expect(heard.some(({ headers }) => actionOf(headers) === 'CreateVpc')).toBe(false);
    expect(weft.logs.join('')).toContain('RoleNotFound');
  });

  it('is told who signs, and that the cloud does not know the keys', async () => {
    const { url } = await startCloud(({ headers }, response) =>
      signerOf(headers) === 'AKIDgood0000'
        ? reply(response, api3({ AccountId: '100000000001', Arn: 'qcs::cam::uin/100000000001:uin/2', Type: 'CAMUser' }))
        : reply(response, api3Error('AuthFailure.SecretIdNotFound', 'Not known.')),
    );
    const start = async (id: string) => {
      const env = { TENCENTCLOUD_SECRET_ID: id, WEFT_ENDPOINTS: `sts=${url}` };
      const weft = await startWeft({ env, options: { identities: true } });
      return JSON.parse((await ask(`${weft.url}/api/console`, { headers: bearer })).text).accounts[0];
    };
    expect(await start('AKIDgood0000')).toMatchObject({ uin: '100000000001' });
    expect(await start('AKIDbad00000')).toMatchObject({
      uin: null,
      trouble: { code: 'AuthFailure.SecretIdNotFound', reason: 'Not known.' },
    });
  });

  it('is told the regions of today, as far as they are spelled like some', async () => {
    const RegionSet = [
      { Region: 'ap-tokyo', RegionState: 'AVAILABLE' },
      { Region: 'ap-atlantis' },
      { Region: 'ap-gone', RegionState: 'UNAVAILABLE' },
      { Region: 'evil.test/' },
      { Region: 7 },
      null,
      { Region: 'ap-tokyo' },
    ];
    const { url, heard } = await startCloud(({ headers }, response) =>
      reply(response, api3(actionOf(headers) === 'DescribeRegions' ? { RegionSet } : { AccountId: '1', Arn: 'a' })),
    );
    const weft = await startWeft({ env: { WEFT_ENDPOINTS: `sts=${url},region=${url}` }, options: { identities: true } });
    const facts = JSON.parse((await ask(`${weft.url}/api/console`, { headers: bearer })).text);
    expect(facts.accounts[0].regions).toEqual(['ap-tokyo', 'ap-atlantis']);
    expect(heard.map(({ body }) => body)).toEqual(['{}', '{"Product":"vpc"}']);
  });

  it('knows no regions of an account where the cloud answers something else', async () => {
    const { url } = await startCloud((_, response) => reply(response, api3({ RegionSet: 'all' })));
    const weft = await startWeft({ env: { WEFT_ENDPOINTS: `region=${url}` }, options: { identities: true } });
    expect(JSON.parse((await ask(`${weft.url}/api/console`, { headers: bearer })).text).accounts[0]).not.toHaveProperty('regions');
  });

  it('whose services are another cloud’s has the real STS told nothing', async () => {
    const { url, heard } = await startCloud((_, response) => vpcs(response));
    const weft = await startWeft({ cloud: url, options: { identities: true } });
    expect(heard).toEqual([]);
    expect(weft.logs.some((line) => line.includes('account') && line.includes('env: TENCENTCLOUD_SECRET_ID'))).toBe(true);
  });
});
