import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { originOf } from './endpoints.ts';
import { addresses } from './guard.ts';
import { ask, startWeft, temporaryFolder } from './test/kit.ts';

describe('the configuration', () => {
  it('of an empty environment serves this machine on 4400', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4400,
      hosts: [],
      remote: false,
      front: { basePath: '', isProxy: expect.any(Function), metricsToken: null, stopDelayMs: 0 },
      data: '.data',
      databaseUrl: null,
      credentialsFile: null,
      token: null,
      endpoints: { form: 'public', elsewhere: {} },
      simulatorPort: 0,
      rate: null,
      provider: null,
      life: { idleMs: 43_200_000, absoluteMs: 604_800_000 },
      key: null,
      region: 'ap-guangzhou',
      readOnly: [],
      dialect: null,
      demo: false,
      profile: null,
      proxy: null,
      ca: undefined,
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
      endpoints: { form: 'public', elsewhere: { vpc: 'http://127.0.0.1:8600', vpc2017: 'https://vpc.example' } },
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
    [{ WEFT_ENDPOINTS: 'internal,regional' }, /says both internal and regional/],
    [{ WEFT_ENDPOINTS: 'intranet' }, /names no service.*public, regional, internal, international/],
    [{ WEFT_DEMO: '1', WEFT_ENDPOINTS: 'international' }, /WEFT_DEMO=1 .* WEFT_ENDPOINTS/],
    [{ WEFT_ENDPOINTS: 'cls=http://127.0.0.1:8600' }, /names no service/],
    [{ WEFT_ENDPOINTS: 'vpc=127.0.0.1:8600' }, /is no http or https address/],
    [{ WEFT_ENDPOINTS: 'vpc=http://192.168.0.9' }, /without TLS; use https/],
    [{ WEFT_ENDPOINTS: 'vpc=https://a:b@vpc.example' }, /user name/],
    [{ WEFT_ENDPOINTS: 'vpc=https://vpc.example/path' }, /more than a host and a port/],
    [{ WEFT_ENDPOINTS: 'vpc=https://a.example,vpc2017=https://b.example, vpc=https://c.example' }, /names vpc twice/],
    [{ WEFT_ENDPOINTS: 'vpc=https://a.example,vpc=https://a.example' }, /names vpc twice/],
    [{ HOST: '127.0.0.1:4400' }, /no name or address alone\. The port goes into PORT/],
    [{ HOST: 'http://127.0.0.1' }, /no name or address alone/],
    [{ PORT: '4400', WEFT_SIMULATOR_PORT: '4400' }, /PORT and WEFT_SIMULATOR_PORT are both 4400/],
    [{ WEFT_DEMO: '1', TENCENTCLOUD_SECRET_ID: 'i' }, /WEFT_DEMO=1 asks for the simulated cloud, and TENCENTCLOUD_SECRET_ID/],
    [{ WEFT_DEMO: '1', WEFT_ENDPOINTS: 'vpc=https://a.example' }, /WEFT_DEMO=1 .* WEFT_ENDPOINTS/],
    [{ WEFT_DIALECT: 'yesterday' }, /WEFT_DIALECT is "yesterday". Write documents or today/],
    [{ WEFT_DEMO: 'yes' }, /WEFT_DEMO is "yes". Write WEFT_DEMO=1/],
    [{ WEFT_ALLOW_REMOTE: 'true' }, /WEFT_ALLOW_REMOTE is "true"/],
    [{ TENCENTCLOUD_PROFILE: 'a', TCCLI_PROFILE: 'b' }, /name different profiles/],
    [{ TENCENTCLOUD_PROFILE: 'a', TENCENTCLOUD_SECRET_ID: 'i' }, /gives keys too/],
    [{ WEFT_DATA: '~/weft' }, /was not replaced by a shell/],
    [{ WEFT_TOKEN: 'secret' }, /WEFT_TOKEN is too short \(it can be guessed\): use 16/],
    [{ WEFT_TOKEN: 'x'.repeat(30) }, /fewer than five different characters/],
    [{ WEFT_TOKEN: 'a token with blanks in it' }, /do not pass through a link/],
    [{ WEFT_TOKEN: 'abcdefgh'.repeat(70) }, /longer than 512/],
    [{ HTTPS_PROXY: 'socks5://127.0.0.1:1' }, /HTTPS_PROXY is "socks5:\/\/127\.0\.0\.1:1", which is no http or https address/],
    [{ HTTPS_PROXY: 'http://a:1', https_proxy: 'http://b:1' }, /HTTPS_PROXY and https_proxy differ/],
    [{ HTTPS_PROXY: 'http://u:%zz@a:1' }, /escapes nothing/],
    [{ WEFT_ENDPOINT: 'vpc=https://a.example' }, /WEFT_ENDPOINT is set, which is no setting of Weft's\. Write WEFT_ENDPOINTS/],
    [{ WEFT_TOKNE: 'x' }, /Write WEFT_TOKEN/],
    [{ weft_data: 'x' }, /Write WEFT_DATA/],
    [{ TENCENTCLOUD_SECRETID: 'i', TENCENTCLOUD_SECRETKEY: 'k' }, /TENCENTCLOUD_SECRETID is set.*Write TENCENTCLOUD_SECRET_ID/],
    [{ ALIBABA_CLOUD_ACCESS_KEYID: 'i' }, /Write ALIBABA_CLOUD_ACCESS_KEY_ID/],
    [
      { TENCENTCLOUD_CREDENTIALS_FILE: '/x', TENCENTCLOUD_SECRET_ID: 'i' },
      /names a file of keys, and TENCENTCLOUD_SECRET_ID gives keys too/,
    ],
    [{ WEFT_CA_FILE: '/no/such/file' }, /WEFT_CA_FILE is \/no\/such\/file, which cannot be read \(ENOENT\)/],
    [{ NODE_EXTRA_CA_CERTS: '/etc/hostname' }, /which holds no certificate/],
  ])('%j is refused in words', (env, words) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(words);
  });

  it.each([
    [{ WEFT_ENDPOINTS: 'vpc=https://user:hunter2@vpc.example' }],
    [{ WEFT_ENDPOINTS: 'vpc=https://user:hunt/hunter2@vpc.example' }],
    [{ WEFT_ENDPOINTS: 'vpc=https://vpc.example/?key=hunter2' }],
    [{ WEFT_ENDPOINTS: 'vpc=https://vpc.example/#hunter2' }],
    [{ WEFT_ENDPOINTS: 'https://user:hunter2@vpc.example' }],
    [{ WEFT_ENDPOINTS: 'nothing=user:hunter2@vpc.example' }],
    [{ WEFT_HOSTS: 'https://user:hunter2@weft.example' }],
    [{ HTTPS_PROXY: 'socks5://user:hunter2@proxy.example:1080' }],
    [{ HTTPS_PROXY: 'http://user:hunter2@:x' }],
    [{ HTTPS_PROXY: 'http://user:hunter2' }],
    [{ WEFT_ENDPOINTS: 'vpc=user:hunter2' }],
    [{ WEFT_ENDPOINTS: 'vpc=https://user:hunter2,more@vpc.example' }],
    [{ WEFT_ENDPOINTS: 'vpc=https://user:1/,hunter2,x@vpc.example' }],
    [{ WEFT_ENDPOINTS: 'vpc=https://user:1,hunter2=y,x@vpc.example' }],
    [{ PORT: 'AKIDhunter2', TENCENTCLOUD_SECRET_ID: 'AKIDhunter2' }],
  ])('%j is refused without a word of the password', (env) => {
    const said = (() => {
      try {
        readConfig(env);
      } catch (error) {
        return String(error);
      }
      return 'hunter2: nothing was refused';
    })();
    expect(said).not.toContain('hunter2');
  });

  it('of a simulated cloud’s port beside keys is refused: it would not be started', async () => {
    await expect(startWeft({ env: { WEFT_SIMULATOR_PORT: '8600' } })).rejects.toThrow(/WEFT_SIMULATOR_PORT is set, but there are keys/);
  });

  it('of an endpoint for which no keys sign is refused', async () => {
    const env = { WEFT_ENDPOINTS: 'alicdn=https://cdn.example' };
    await expect(startWeft({ env })).rejects.toThrow(/sends alicdn elsewhere, but there are no keys that sign for it/);
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

describe('the endpoints of the cloud', () => {
  it.each([
    [undefined, 'vpc', 'ap-guangzhou', 'https://vpc.tencentcloudapi.com'],
    ['public', 'cvm', 'ap-tokyo', 'https://cvm.tencentcloudapi.com'],
    ['regional', 'vpc', 'ap-guangzhou', 'https://vpc.ap-guangzhou.tencentcloudapi.com'],
    ['internal', 'vpc', 'ap-guangzhou', 'https://vpc.internal.tencentcloudapi.com'],
    ['international', 'vpc', 'ap-singapore', 'https://vpc.intl.tencentcloudapi.com'],
    // Regions of finance are reached by their own names alone.
    ['public', 'vpc', 'ap-shanghai-fsi', 'https://vpc.ap-shanghai-fsi.tencentcloudapi.com'],
    ['internal', 'vpc', 'ap-shanghai-fsi', 'https://vpc.internal.tencentcloudapi.com'],
    // What is about no region has no endpoint of one.
    ['regional', 'sts', 'ap-guangzhou', 'https://sts.tencentcloudapi.com'],
    ['international', 'region', 'ap-singapore', 'https://region.intl.tencentcloudapi.com'],
    ['regional', 'vpc2017', 'ap-guangzhou', 'https://vpc.api.qcloud.com'],
    ['regional,vpc=http://127.0.0.1:1', 'vpc', 'ap-guangzhou', 'http://127.0.0.1:1'],
  ] as const)('"%s" for %s in %s: %s', (WEFT_ENDPOINTS, service, region, origin) => {
    expect(originOf(readConfig({ WEFT_ENDPOINTS }).endpoints, service, region)).toBe(origin);
  });
});

it('variables of others beside ours are none of ours', () => {
  const others = { WEFT_SERVICE_HOST: '10.0.0.1', WEFT_PORT: 'tcp://10.0.0.1:80', TENCENTCLOUD_DOMAIN: 'x', TENCENTCLOUD_PROTOCOL: 'y' };
  expect(readConfig({ ...others, TENCENTCLOUD_SECRETID: 'old', TENCENTCLOUD_SECRET_ID: 'i' }).port).toBe(4400);
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
    const env = { HOST: '0.0.0.0', WEFT_ALLOW_REMOTE: '1', WEFT_HOSTS: 'weft.example:443', WEFT_TOKEN: 'a-token-of-the-tests-0' };
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

describe('what stands in front', () => {
  it('is read', () => {
    const { front } = readConfig({ WEFT_BASE_PATH: '/tools/weft/', WEFT_PROXY: '127.0.0.1, 10.0.4.0/24, fd00::/8', WEFT_STOP_DELAY: '5' });
    expect([front.basePath, front.stopDelayMs]).toEqual(['/tools/weft', 5_000]);
    const addresses = ['127.0.0.1', '10.0.4.9', 'fd12::1', '127.0.0.2', '10.0.5.1', '::1', 'x', ''];
    expect(addresses.map(front.isProxy)).toEqual([true, true, true, false, false, false, false, false]);
  });

  it.each([
    [{ WEFT_BASE_PATH: 'weft' }, 'WEFT_BASE_PATH is "weft"'],
    [{ WEFT_BASE_PATH: '/a/../b' }, 'WEFT_BASE_PATH'],
    [{ WEFT_BASE_PATH: '/a b' }, 'WEFT_BASE_PATH'],
    [{ WEFT_BASE_PATH: '//evil.test' }, 'WEFT_BASE_PATH'],
    [{ WEFT_PROXY: 'proxy.internal' }, 'WEFT_PROXY has "proxy.internal"'],
    [{ WEFT_PROXY: '0.0.0.0/0' }, 'WEFT_PROXY'],
    [{ WEFT_PROXY: '10.0.0.0/33' }, 'WEFT_PROXY'],
    [{ WEFT_METRICS_TOKEN: 'short' }, 'WEFT_METRICS_TOKEN must be'],
    [{ WEFT_STOP_DELAY: '9' }, 'WEFT_STOP_DELAY is "9"'],
  ])('%o is refused', (env, words) => {
    expect(() => readConfig(env as Record<string, string>)).toThrow(words);
  });
});
