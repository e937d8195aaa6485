import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentAccounts } from './accounts/environment.ts';
import { fileAccounts } from './accounts/files.ts';
import { ConfigError, readConfig } from './config.ts';
import { addresses } from './guard.ts';
import { ask, startWeft, temporaryFolder } from './test/kit.ts';

describe('the configuration', () => {
  it('of an empty environment serves this machine on 4400', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4400,
      hosts: [],
      remote: false,
      data: '.data',
      token: null,
      endpoints: {},
      simulatorPort: 0,
      rate: null,
      region: 'ap-guangzhou',
    });
  });

  it('reads what it is given', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      WEFT_DATA: 'none',
      WEFT_RATE: '0',
      WEFT_ENDPOINTS: 'vpc=http://127.0.0.1:8600/, vpc2017=https://vpc.example',
    };
    expect(readConfig(env)).toMatchObject({
      host: '::1',
      port: 0,
      data: null,
      rate: 0,
      endpoints: { vpc: 'http://127.0.0.1:8600', vpc2017: 'https://vpc.example' },
    });
  });

  it.each([
    [{ PORT: 'http' }, /PORT is "http", which is no whole number from 0 to 65535/],
    [{ PORT: '70000' }, /PORT is "70000"/],
    [{ WEFT_RATE: '-1' }, /WEFT_RATE/],
    [{ HOST: '0.0.0.0' }, /HOST is 0\.0\.0\.0, which other machines can reach.*WEFT_ALLOW_REMOTE=1/],
    [{ HOST: '0.0.0.0', WEFT_ALLOW_REMOTE: '1' }, /WEFT_HOSTS must list the names/],
    [{ HOST: '0.0.0.0', WEFT_ALLOW_REMOTE: '1', WEFT_HOSTS: 'weft.example:443', WEFT_TOKEN: 'short' }, /WEFT_TOKEN is too short/],
    [{ WEFT_HOSTS: 'https://weft.example' }, /WEFT_HOSTS has "https:\/\/weft\.example", which is no name:port/],
    [{ TENCENTCLOUD_REGION: 'Guangzhou!' }, /TENCENTCLOUD_REGION is "Guangzhou!", which is no region/],
    [{ WEFT_ENDPOINTS: 'http://127.0.0.1:8600' }, /names no service\. Write service=URL.*vpc, vpc2017/],
    [{ WEFT_ENDPOINTS: 'cvm=http://127.0.0.1:8600' }, /names no service/],
    [{ WEFT_ENDPOINTS: 'vpc=127.0.0.1:8600' }, /is no http or https address/],
    [{ WEFT_ENDPOINTS: 'vpc=http://192.168.0.9' }, /without TLS; use https/],
    [{ WEFT_ENDPOINTS: 'vpc=https://a:b@vpc.example' }, /user name/],
    [{ WEFT_ENDPOINTS: 'vpc=https://vpc.example/path' }, /more than a host and a port/],
  ])('%j is refused in words', (env, words) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(words);
  });

  it('of endpoints without keys is refused', async () => {
    const env = { TENCENTCLOUD_SECRET_ID: undefined, TENCENTCLOUD_SECRET_KEY: undefined };
    await expect(startWeft({ cloud: 'http://127.0.0.1:9', env })).rejects.toThrow(/WEFT_ENDPOINTS is set, but there are no keys/);
  });

  it('without keys and without a built demo cloud says what to run', async () => {
    const env = { TENCENTCLOUD_SECRET_ID: undefined, TENCENTCLOUD_SECRET_KEY: undefined };
    await expect(startWeft({ env })).rejects.toThrow(/the demo cloud is not built.*npm start/);
  });

  it('of a port that is taken says so', async () => {
    const weft = await startWeft();
    await expect(startWeft({ env: { PORT: String(weft.port) } })).rejects.toThrow(
      new RegExp(`Port ${weft.port} on 127\\.0\\.0\\.1 is taken.*PORT=`),
    );
  });

  it('of a data folder in use says so, and the folder is free again afterwards', async () => {
    const env = { WEFT_DATA: join(temporaryFolder(), 'data') };
    const first = await startWeft({ env });
    await expect(startWeft({ env })).rejects.toThrow(/Another Weft is using the data/);
    await first.stop();
    await expect(startWeft({ env })).resolves.toBeDefined();
  });
});

describe('the names of the server', () => {
  it('on loopback are three, with the port', () => {
    expect([...addresses(4400, []).hosts]).toEqual(['127.0.0.1:4400', 'localhost:4400', '[::1]:4400']);
    expect([...addresses(80, []).hosts]).toContain('localhost');
  });

  it('on another address of this machine are that one too', async () => {
    const weft = await startWeft({ env: { HOST: '127.0.0.5' } });
    expect(weft.said[0]).toContain('Weft is at http://127.0.0.5:');
    expect((await ask(`${weft.url}/healthz`)).status).toBe(200);
  });

  it('of a server that others reach are the given ones, and the line names the first', async () => {
    const env = { HOST: '0.0.0.0', WEFT_ALLOW_REMOTE: '1', WEFT_HOSTS: 'weft.example:443', WEFT_TOKEN: 'x'.repeat(22) };
    const weft = await startWeft({ env });
    expect(weft.said[0]).toMatch(/^Weft is at https:\/\/weft\.example:443 — sign in/);
  });

  it('behind TLS are those of WEFT_HOSTS, over https', () => {
    const { hosts, origins } = addresses(4400, ['weft.example:443', 'net.example:8443']);
    expect(hosts).toContain('weft.example');
    expect(hosts).toContain('net.example:8443');
    expect([...origins].filter((origin) => origin.startsWith('https:'))).toEqual(['https://weft.example', 'https://net.example:8443']);
  });
});

describe('accounts', () => {
  it('in the environment come in pairs', () => {
    expect(environmentAccounts({}).accounts).toEqual([]);
    expect(environmentAccounts({ TENCENTCLOUD_SECRET_ID: 'a' }).problems).toEqual([
      expect.stringContaining('TENCENTCLOUD_SECRET_KEY is not'),
    ]);
    expect(environmentAccounts({ ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'a' }).problems).toEqual([
      expect.stringContaining('ALIBABA_CLOUD_ACCESS_KEY_ID is not'),
    ]);
    expect(environmentAccounts({ TENCENTCLOUD_SECRET_ID: 'a\nb', TENCENTCLOUD_SECRET_KEY: 'c' }).problems).toHaveLength(1);
  });

  it('in the files of the clouds’ own tools are found', () => {
    const home = temporaryFolder();
    mkdirSync(join(home, '.tencentcloud'));
    mkdirSync(join(home, '.tccli'));
    writeFileSync(join(home, '.tencentcloud', 'credentials'), '[default]\nsecret_id = ID1\nsecret_key=KEY1\n[half]\nsecret_id=ID2\n', {
      mode: 0o600,
    });
    writeFileSync(join(home, '.tccli', 'work.credential'), '{"secretId":"ID3","secretKey":"KEY3","token":"T3"}', { mode: 0o644 });
    writeFileSync(join(home, '.tccli', 'broken.credential'), '{', { mode: 0o600 });
    const { accounts, warnings } = fileAccounts(home);
    expect(accounts.map((account) => [account.id, account.keys()])).toEqual([
      ['file-default', { secretId: 'ID1', secretKey: 'KEY1' }],
      ['tccli-work', { secretId: 'ID3', secretKey: 'KEY3', token: 'T3' }],
    ]);
    expect(warnings).toEqual([
      expect.stringContaining('"half" has no complete pair'),
      expect.stringContaining('"broken" has no complete pair'),
      expect.stringContaining('chmod 600'),
    ]);
  });
});
