/** Keys that cannot be used: said with the file and the reason, and never replaced by somebody else's or the demo. */
import { chmodSync, chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, bearer, startWeft, temporaryFolder } from '../test/kit.ts';
import { environmentAccounts } from './environment.ts';
import { fileAccounts } from './files.ts';
import { decide } from './source.ts';

const good = 'secret_id = AKIDgood\nsecret_key = keygood\n';
const arn = 'qcs::cam::uin/100000000001:roleName/ops';
const goodJson = '{"secretId":"AKIDcli","secretKey":"keycli"}';

interface Home {
  readonly ini?: string | Buffer;
  readonly tccli?: Readonly<Record<string, string>>;
}

function homeWith({ ini, tccli = {} }: Home): string {
  const home = temporaryFolder();
  mkdirSync(join(home, '.tencentcloud'));
  mkdirSync(join(home, '.tccli'));
  if (ini !== undefined) writeFileSync(join(home, '.tencentcloud', 'credentials'), ini, { mode: 0o600 });
  for (const [name, text] of Object.entries(tccli)) writeFileSync(join(home, '.tccli', `${name}.credential`), text, { mode: 0o600 });
  return home;
}

/** Ids of usable accounts, and what is said of the others. */
function read(home: string, profile: string | null = null) {
  const { found } = fileAccounts({ home, etc: join(home, 'no-etc'), profile });
  return found.map((one) => ('account' in one ? one.account.id : `${one.problem.kind}: ${one.problem.detail}`));
}

const noKeys = { TENCENTCLOUD_SECRET_ID: undefined, TENCENTCLOUD_SECRET_KEY: undefined };

describe('the files of the clouds’ own tools', () => {
  it('are read, the default profile first', () => {
    const home = homeWith({ ini: `[other]\n${good}[default]\n${good}`, tccli: { work: goodJson, default: goodJson } });
    expect(read(home)).toEqual(['file-default', 'file-other', 'tccli-default', 'tccli-work']);
    expect(read(homeWith({ ini: `[a]\n${good}[b]\n${good}` }), 'b')).toEqual(['file-b', 'file-a']);
    expect(read(homeWith({ ini: `[a]\n${good}` }), 'c')).toEqual(['no-such-profile: a', 'file-a']);
  });

  it.each([
    ['CRLF', `[default]\r\n${good.replaceAll('\n', '\r\n')}`],
    ['CR alone', `[default]\r${good.replaceAll('\n', '\r')}`],
    ['a byte order mark', `\ufeff[default]\n${good}`],
    [
      'comments, colons and blanks',
      `# keys\n\n [ default ] ; mine\n; note\nsecret_id : AKIDgood\n secret_key=keygood \nregion = ap-guangzhou\n`,
    ],
    ['capitals', `[default]\n${good.toUpperCase().replace('AKIDGOOD', 'AKIDgood')}`],
  ])('with %s are understood', (_what, ini) => {
    expect(read(homeWith({ ini }))).toEqual(['file-default']);
  });

  it.each([
    ['a role that is none', `[default]\n${good}role_arn=x\n`, 'not-understood: the role ARN'],
    ['a role that nobody takes on', '[default]\nrole_arn = qcs::cam::uin/1:roleName/x\n', 'half: secret id'],
    ['a session without a role', `[default]\n${good}role_session_name = x\n`, 'half: role ARN for its role session name'],
    [
      'a session name that is none',
      `[default]\n${good}role_arn = ${arn}\nrole_session_name = a b\n`,
      'not-understood: the role session name',
    ],
    ['keys beside the role of the machine', `[default]\n${good}type = cvm-role\n`, 'other-identity: the role of this machine'],
    ['a role of the machine', '[default]\ncvm-role = x\n', 'other-identity: cvm-role'],
    ['a source profile', `[default]\n${good}source_profile = base\n`, 'other-identity: source_profile'],
    ['a process', '[default]\ncredential_process = x\n', 'other-identity: credential_process'],
    ['another type', `[default]\n${good}type = saml\n`, 'other-identity: type'],
    ['no id', '[default]\nsecret_key=k\n', 'half: secret id'],
    ['no key', '[default]\nsecret_id=i\n', 'half: secret key'],
    ['an empty key', '[default]\nsecret_id=i\nsecret_key=\n', 'half: secret key'],
    ['quotes', '[default]\nsecret_id="i"\nsecret_key="k"\n', 'not-a-key: secret id'],
    ['a comment behind the key', '[default]\nsecret_id=i\nsecret_key=k ; mine\n', 'not-a-key: secret key'],
    ['a broken token', `[default]\n${good}token = a b\n`, 'not-a-key: token'],
    ['a section twice', `[default]\n${good}[default]\nsecret_id=other\nsecret_key=other\n`, 'twice: the profile "default"'],
    ['a key twice', `[default]\n${good}secret_id = AKIDother\n`, 'twice: secret_id'],
    ['keys before a section', good, 'not-understood: a line stands before the first [profile]'],
    ['a line that is none', `[default]\n${good}what is this\n`, 'not-understood: line 4'],
    ['a heading that is cut', `[default\n${good}`, 'not-understood: a line stands before the first [profile]'],
    ['nothing', '', 'empty: '],
    ['an empty profile', '[default]\n', 'empty: '],
    ['one key in two spellings', `[default]\n${good}secret-id = AKIDother\n`, 'twice: what "secret-id" says'],
    ['two tokens', `[default]\n${good}token = t\nsecurity_token = u\n`, 'twice: what "security_token" says'],
    ['keys by names of other tools', '[default]\naccess_key = AKIDgood\naccess_secret = k\n', 'not-understood: the setting "access_key"'],
    ['names of variables', '[default]\nTENCENTCLOUD_SECRET_ID=i\n', 'not-understood: the setting "tencentcloud_secret_id"'],
    ['UTF-16', Buffer.from(`\ufeff[default]\n${good}`, 'utf16le'), 'not-understood: it is UTF-16; save it as UTF-8'],
    ['bytes of no encoding', Buffer.from([0x5b, 0xff, 0xfe, 0xc0]), 'not-understood: it is no UTF-8 text'],
  ])('with %s: no account, and the reason', (_what, ini, said) => {
    expect(read(homeWith({ ini }))).toEqual([said]);
  });

  it.each([
    ['a role that is none', '{"secretId":"i","secretKey":"k","role-arn":"r"}', 'not-understood: the role ARN'],
    ['a login of another kind', '{"type":"saml","secretId":"i","secretKey":"k"}', 'other-identity: type'],
    ['half a pair', '{"secretId":"i","secretKey":""}', 'half: secret key'],
    ['a number for a key', '{"secretId":"i","secretKey":5}', 'not-a-key: secret key'],
    ['a key twice', '{"secretId":"i","secretId":"j","secretKey":"k"}', 'twice: a setting'],
    ['a key in two spellings', '{"secretId":"i","SecretId":"j","secretKey":"k"}', 'twice: what "SecretId" says'],
    ['keys one level down', '{"secretId":"i","keys":{"secretKey":"k"}}', 'not-understood: the setting "keys"'],
    ['an end that is no time', '{"secretId":"i","secretKey":"k","expires":"soon"}', 'not-understood: the time at which its keys run out'],
    ['an end in milliseconds', '{"secretId":"i","secretKey":"k","expiresAt":1600000000000}', 'expired: 2020-09-13T12:26:40.000Z'],
    ['no JSON', '{', 'not-understood: it is no JSON'],
    ['a list', '[]', 'not-understood: it is no JSON object'],
    ['nothing', ' \n', 'empty: '],
    ['empty values', '{"secretId":"","secretKey":""}', 'empty: '],
    [
      'a login that ran out',
      '{"type":"oauth","secretId":"i","secretKey":"k","token":"t","expiresAt":1600000000}',
      'expired: 2020-09-13T12:26:40.000Z',
    ],
  ])('of the command line with %s: no account, and the reason', (_what, text, said) => {
    expect(read(homeWith({ tccli: { default: text } }))).toEqual([said]);
  });

  it('that cannot be opened are told by the system’s reason', () => {
    const home = homeWith({});
    mkdirSync(join(home, '.tencentcloud', 'credentials'));
    symlinkSync('/nowhere/at/all', join(home, '.tccli', 'gone.credential'));
    expect(read(home)).toEqual(['unreadable: it is no file', 'unreadable: ENOENT']);
    const blocked = temporaryFolder();
    writeFileSync(join(blocked, '.tencentcloud'), '');
    writeFileSync(join(blocked, '.tccli'), '');
    expect(read(blocked)).toEqual(['unreadable: ENOTDIR', 'unreadable: ENOTDIR']);
  });

  it.skipIf(process.getuid?.() !== 0)('of another user are not this user’s', () => {
    const home = homeWith({ ini: `[default]\n${good}` });
    chownSync(join(home, '.tencentcloud', 'credentials'), 12_345, 12_345);
    expect(read(home)).toEqual(['foreign: user 12345']);
  });

  it('in another place than theirs are read where the SDKs’ variable says so, and nowhere else in their stead', async () => {
    const home = homeWith({ ini: `[default]\n${good}` });
    const file = join(home, 'elsewhere');
    writeFileSync(file, '[work]\nsecret_id = AKIDelse\nsecret_key = k\n', { mode: 0o600 });
    const { found } = fileAccounts({ home, etc: '/nowhere', file });
    expect(found.map((one) => 'account' in one && one.account.id)).toEqual(['file-work']);
    const start = (path: string, more = {}) =>
      startWeft({ env: { ...noKeys, TENCENTCLOUD_CREDENTIALS_FILE: path, ...more }, options: { home } });
    await expect(start(join(home, 'absent'))).rejects.toThrow(/absent: .*TENCENTCLOUD_CREDENTIALS_FILE names it/);
    await expect(start(file, { WEFT_DEMO: '1' })).rejects.toThrow(/WEFT_DEMO=1 .* TENCENTCLOUD_CREDENTIALS_FILE/);
  });

  it('of the system serve where the home folder has none', () => {
    const home = homeWith({});
    const etc = join(home, 'etc');
    mkdirSync(join(etc, 'tencentcloud'), { recursive: true });
    writeFileSync(join(etc, 'tencentcloud', 'credentials'), `[default]\n${good}`, { mode: 0o644 });
    const { found, warnings } = fileAccounts({ home, etc });
    expect([found.length, warnings]).toEqual([1, [expect.stringContaining('chmod 600')]]);
  });

  it('give profiles of like names ids of their own', () => {
    const ids = read(homeWith({ ini: `[prod.a]\n${good}[prod-a]\n${good}[生产]\n${good}[测试]\n${good}` }));
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
  });
});

describe('a source that cannot be used', () => {
  const start = (home: string, env: Record<string, string | undefined> = noKeys) => startWeft({ env, options: { home } });

  it.each([
    ['a role beside the keys', { ini: `[default]\n${good}role-arn = x\n[other]\n${good}` }],
    ['a login that Weft does not know', { tccli: { default: '{"type":"saml"}' } }],
    ['half a pair', { ini: '[default]\nsecret_id=i\n' }],
    ['a file that is not understood', { ini: 'x', tccli: { default: goodJson } }],
  ])('and comes first stops the start: %s', async (_what, home) => {
    await expect(start(homeWith(home))).rejects.toThrow(/(?:credentials|credential)(?: \[default\])?: .*nothing else is used in its place/);
  });

  it('and comes after one that can is told to the console', async () => {
    const home = homeWith({
      ini: `[default]\n${good}[half]\nsecret_id=i\n`,
      tccli: { work: '{"secretId":"i","secretKey":"k","mfa-serial":"r"}' },
    });
    const weft = await start(home);
    const facts = JSON.parse((await ask(`${weft.url}/api/console`, { headers: bearer })).text);
    expect(facts.accounts.map(({ id }: { id: string }) => id)).toEqual(['file-default']);
    expect(facts.sourceProblems).toMatchObject([
      { source: expect.stringMatching(/credentials \[half\]$/), reason: expect.stringContaining('no secret key'), kind: 'half' },
      { source: expect.stringMatching(/work\.credential$/), reason: expect.stringContaining('mfa-serial'), kind: 'other-identity' },
    ]);
  });

  it('is told although the environment’s keys come before it', async () => {
    const weft = await start(homeWith({ ini: '[default]\nsecret_id=i\n' }), {});
    const facts = JSON.parse((await ask(`${weft.url}/api/console`, { headers: bearer })).text);
    expect([facts.defaultAccount, facts.sourceProblems.length]).toEqual(['env', 1]);
  });

  it('by name of a profile that nobody has stops the start', async () => {
    const home = homeWith({ ini: `[default]\n${good}` });
    await expect(start(home, { ...noKeys, TENCENTCLOUD_PROFILE: 'prod' })).rejects.toThrow(/The profile "prod".*there are: default/);
  });

  it('asked for by name and empty stops the start: nobody else acts for it', async () => {
    const home = homeWith({ ini: `[default]\n${good}[prod]\n` });
    await expect(start(home, { ...noKeys, TENCENTCLOUD_PROFILE: 'prod' })).rejects.toThrow(
      /\[prod\]: .*asked for by name, and holds no keys/,
    );
    const file = join(home, 'nothing');
    writeFileSync(file, '', { mode: 0o600 });
    await expect(start(homeWith({ tccli: { default: goodJson } }), { ...noKeys, TENCENTCLOUD_CREDENTIALS_FILE: file })).rejects.toThrow(
      /nothing: .*asked for by name, and holds no keys/,
    );
  });

  it('does not stop the demo cloud where that was asked for', async () => {
    const home = homeWith({ ini: '[default]\nsecret_id=i\n' });
    await expect(start(home, { ...noKeys, WEFT_DEMO: '1' })).rejects.toThrow(/demo cloud is not built/);
  });

  it('holding nothing at all names nobody: it is told, and no reason not to start', () => {
    const { found } = fileAccounts({ home: homeWith({ ini: '' }), etc: '/nowhere' });
    expect(decide(found)).toMatchObject({ accounts: [], problems: [{ kind: 'empty' }] });
  });

  it('is told as one that others can read in the log', async () => {
    const home = homeWith({ ini: `[default]\n${good}` });
    chmodSync(join(home, '.tencentcloud', 'credentials'), 0o644);
    const weft = await start(home);
    expect(weft.logs.some((line) => line.includes('chmod 600'))).toBe(true);
  });
});

describe('the environment', () => {
  const pair = { TENCENTCLOUD_SECRET_ID: 'i', TENCENTCLOUD_SECRET_KEY: 'k' };

  it.each([
    [{}, 0, null],
    [pair, 1, null],
    [{ ...pair, TENCENTCLOUD_SECURITY_TOKEN: 't' }, 1, null],
    [{ ...pair, TKE_ROLE_ARN: 'x' }, 1, null],
    [{ TENCENTCLOUD_SECRET_ID: 'i' }, 0, /TENCENTCLOUD_SECRET_KEY is not/],
    [{ ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'a' }, 0, /ALIBABA_CLOUD_ACCESS_KEY_ID is not/],
    [{ TENCENTCLOUD_TOKEN: 't' }, 0, /TENCENTCLOUD_TOKEN is set and/],
    [{ TENCENTCLOUD_SECRET_ID: ' ', TENCENTCLOUD_SECRET_KEY: ' ' }, 0, /is blank/],
    [{ ...pair, TENCENTCLOUD_SECRET_ID: 'a\nb' }, 0, /characters that no key has/],
    [{ ...pair, TENCENTCLOUD_SECRET_KEY: '"k"' }, 0, /characters that no key has/],
    [{ ...pair, TENCENTCLOUD_TOKEN: 't', TENCENTCLOUD_SECURITY_TOKEN: 'u' }, 0, /differ/],
    [{ ...pair, TENCENTCLOUD_ASSUME_ROLE_ARN: 'x' }, 0, /TENCENTCLOUD_ROLE_ARN is no ARN/],
    [{ ...pair, TENCENTCLOUD_ROLE_ARN: arn, TENCENTCLOUD_ROLE_SESSION_NAME: 'me' }, 1, null],
    [{ ...pair, TENCENTCLOUD_ROLE_ARN: arn, TENCENTCLOUD_ASSUME_ROLE_ARN: `${arn}2` }, 0, /differ/],
    [{ ...pair, TENCENTCLOUD_ROLE_ARN: arn, TENCENTCLOUD_ROLE_SESSION_NAME: 'a b' }, 0, /no session/],
    [{ ...pair, TENCENTCLOUD_ROLE_ARN: arn, TENCENTCLOUD_ASSUME_ROLE_SESSION_DURATION: 'long' }, 0, /no number of seconds/],
    [{ ...pair, TENCENTCLOUD_ROLE_SESSION_NAME: 'me' }, 0, /is set, and no role/],
    [{ TENCENTCLOUD_ROLE_ARN: arn }, 0, /nobody takes it on/],
    [{ ...pair, TENCENTCLOUD_ASSUME_ROLE_SAML_ASSERTION: 'x' }, 0, /TENCENTCLOUD_ASSUME_ROLE_SAML_ASSERTION names an identity/],
    [{ TENCENTCLOUD_CAM_ROLE_NAME: 'x' }, 1, null],
    [{ TENCENTCLOUD_CAM_ROLE_NAME: '../x' }, 0, /no name of a role/],
    [{ ...pair, TENCENTCLOUD_CAM_ROLE_NAME: 'x' }, 0, /Unset one of them/],
    [{ TKE_WEB_IDENTITY_TOKEN_FILE: '/x' }, 0, /TKE_REGION is not/],
    [{ TKE_WEB_IDENTITY_TOKEN_FILE: '/x', TKE_REGION: 'ap-tokyo', TKE_PROVIDER_ID: 'p', TKE_ROLE_ARN: arn }, 1, null],
    [{ TKE_WEB_IDENTITY_TOKEN_FILE: '/x', TKE_REGION: 'evil.test/', TKE_PROVIDER_ID: 'p', TKE_ROLE_ARN: arn }, 0, /no region/],
    [{ ALIBABA_CLOUD_CREDENTIALS_FILE: '/x' }, 0, /names an identity/],
    [{ ALIBABA_CLOUD_PROFILE: 'x' }, 0, /names an identity/],
    [{ ALIBABA_CLOUD_PROFILE: 'x', ALIBABA_CLOUD_ACCESS_KEY_ID: 'i', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'k' }, 1, null],
    [{ ALIBABA_CLOUD_ECS_METADATA: 'x' }, 0, /names an identity/],
    [{ ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true' }, 0, null],
  ])('%j', (env, count, problem) => {
    const read = environmentAccounts(env);
    expect(read.accounts).toHaveLength(count);
    if (problem === null) expect(read.problems).toEqual([]);
    else expect(read.problems).toEqual([expect.stringMatching(problem)]);
  });
});
