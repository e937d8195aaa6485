/** The environment as the server's configuration. Every refusal says what is wrong, where, and what to do. */
import { type Dialect, dialects, isDialect } from '../catalogue/binding.ts';
import { secretVariables } from './accounts/environment.ts';
import { readKey } from './auth/seal.ts';
import { type ProviderSettings, readDuration, readProvider } from './auth/settings.ts';
import { ConfigError } from './config-error.ts';
import { type ProxySettings, readAuthorities, readProxy } from './egress.ts';
import { type Endpoints, readEndpoints } from './endpoints.ts';
import { type Front, readFront } from './front.ts';
import { isLoopback } from './loopback.ts';
import { maskAddress } from './mask.ts';
import { refuseMisspelled } from './misspelled.ts';
import { createRedactor } from './redact.ts';
import { absoluteMs, idleMs, type SessionLife } from './session.ts';
import { readPostgresUrl } from './store/postgres.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Names under which the server may be addressed beside loopback: "weft.example.com", "weft.example.com:8443". */
  readonly hosts: readonly string[];
  /** Bound to an address that other machines reach; TLS stands in front. */
  readonly remote: boolean;
  readonly front: Front;
  /** Folder of what must outlive the process, or null when nothing is kept. */
  readonly data: string | null;
  /** Address of the PostgreSQL that is the store, with its password; null takes the embedded database. */
  readonly databaseUrl: string | null;
  readonly token: string | null;
  /** How people sign in; null where the sign-in link is the only way. */
  readonly provider: ProviderSettings | null;
  readonly life: SessionLife;
  /** The key that seals what is kept; null takes one of the data folder's own. */
  readonly key: Buffer | null;
  readonly endpoints: Endpoints;
  /** Port of the embedded simulator; 0 takes a free one. */
  readonly simulatorPort: number;
  /** Calls a second for each account and action; null leaves it to the catalogue, 0 is no limit. */
  readonly rate: number | null;
  readonly region: string;
  /** Ids and numbers of accounts in which nothing is changed from here; `*` is each. */
  readonly readOnly: readonly string[];
  /** What every account is taken to speak; null leaves it to the kind of cloud. */
  readonly dialect: Dialect | null;
  /** The simulated cloud was asked for, whatever keys lie in the home folder. */
  readonly demo: boolean;
  /** The profile that was named among those of the home folder. */
  readonly profile: string | null;
  /** The file in which the SDKs look for keys, where it is another than theirs. */
  readonly credentialsFile: string | null;
  /** The proxy on the way to the clouds. */
  readonly proxy: ProxySettings | null;
  /** Certificates of all trusted authorities, as PEM; undefined leaves it to Node. */
  readonly ca: readonly string[] | undefined;
}

/**
 * Reads and checks the environment. What contradicts itself is refused, never decided in silence. Throws `ConfigError`, whose
 * words hold no secret of the environment.
 */
export function readConfig(env: Environment): Config {
  try {
    return read(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(
      createRedactor(() => secretVariables.filter((name) => !/proxy/i.test(name)).map((name) => env[name]?.trim() ?? ''))(error.message),
    );
  }
}

function read(env: Environment): Config {
  refuseMisspelled(env);
  const host = env.HOST?.trim() || '127.0.0.1';
  if (/[/@\s]|^[^:]*:[^:]*$/.test(host)) {
    throw new ConfigError(
      `HOST is "${maskAddress(host)}", which is no name or address alone. The port goes into PORT. Example: HOST=127.0.0.1`,
    );
  }
  const token = env.WEFT_TOKEN?.trim() || null;
  const remote = !isLoopback(host);
  const hosts = list(env.WEFT_HOSTS);
  const allowRemote = toggle(env, 'WEFT_ALLOW_REMOTE');
  if (remote) checkRemote(allowRemote, host, hosts);
  if (token !== null) checkToken(token, remote);
  const wrong = hosts.find((name) => !/^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/.test(name));
  if (wrong !== undefined) {
    throw new ConfigError(
      `WEFT_HOSTS has "${maskAddress(wrong)}", which is no name:port in lower case. Example: WEFT_HOSTS=weft.example.com:443`,
    );
  }
  const region = env.TENCENTCLOUD_REGION?.trim() || 'ap-guangzhou';
  if (!isRegionName(region)) throw new ConfigError(`TENCENTCLOUD_REGION is "${region}", which is no region. Example: ap-guangzhou`);
  const config: Config = {
    host,
    port: number(env, 'PORT', 4400, 65_535),
    hosts,
    remote,
    front: readFront(env),
    data: dataFolder(env.WEFT_DATA),
    databaseUrl: databaseUrl(env.WEFT_DATABASE_URL),
    token,
    provider: readProvider(env),
    life: { idleMs: readDuration(env, 'WEFT_SESSION_IDLE', idleMs), absoluteMs: readDuration(env, 'WEFT_SESSION_LIFE', absoluteMs) },
    key: readKey(env.WEFT_KEY),
    endpoints: readEndpoints(env.WEFT_ENDPOINTS),
    simulatorPort: number(env, 'WEFT_SIMULATOR_PORT', 0, 65_535),
    rate: env.WEFT_RATE?.trim() ? number(env, 'WEFT_RATE', 0, 100_000) : null,
    region,
    readOnly: list(env.WEFT_READ_ONLY),
    dialect: dialectIn(env.WEFT_DIALECT),
    demo: toggle(env, 'WEFT_DEMO'),
    credentialsFile: env.TENCENTCLOUD_CREDENTIALS_FILE?.trim() || null,
    profile: env.TENCENTCLOUD_PROFILE?.trim() || env.TCCLI_PROFILE?.trim() || null,
    proxy: readProxy(env),
    ca: readAuthorities(env),
  };
  checkTogether(env, config);
  return config;
}

/** A token this long cannot be guessed; one that a person thinks of can, whatever delays there are. */
const shortestToken = 16;

function checkToken(token: string, remote: boolean): void {
  const least = remote ? 22 : shortestToken;
  const remedy = `use ${least} random characters or more, or leave it out. Example: openssl rand -hex 16`;
  if (token.length < least) {
    throw new ConfigError(
      `WEFT_TOKEN is too short${remote ? ' for a server that other machines reach' : ' (it can be guessed)'}: ${remedy}`,
    );
  }
  if (token.length > 512) throw new ConfigError('WEFT_TOKEN is longer than 512 characters, which no sign-in takes. Use a shorter one.');
  if (new Set(token).size < 5)
    throw new ConfigError(`WEFT_TOKEN has fewer than five different characters, so it can be guessed: ${remedy}`);
  if (!/^[\w.~+/=:@!*-]+$/.test(token)) {
    throw new ConfigError('WEFT_TOKEN has characters that do not pass through a link or a header. Use letters, digits, "-" and "_".');
  }
}

/** What each setting allows by itself, but not beside another. */
function checkTogether(env: Environment, { port, simulatorPort, demo, profile, credentialsFile, data }: Config): void {
  const keys = ['TENCENTCLOUD_SECRET_ID', 'ALIBABA_CLOUD_ACCESS_KEY_ID'].find((name) => env[name]?.trim());
  if (port !== 0 && port === simulatorPort) {
    throw new ConfigError(
      `PORT and WEFT_SIMULATOR_PORT are both ${port}. Give the simulated cloud another port, or leave WEFT_SIMULATOR_PORT out.`,
    );
  }
  if (demo && keys !== undefined) {
    throw new ConfigError(`WEFT_DEMO=1 asks for the simulated cloud, and ${keys} for a real one. Unset one of them.`);
  }
  if (demo && env.WEFT_ENDPOINTS?.trim()) {
    throw new ConfigError('WEFT_DEMO=1 asks for the simulated cloud, and WEFT_ENDPOINTS for another one. Unset one of them.');
  }
  const [one, other] = [env.TENCENTCLOUD_PROFILE?.trim(), env.TCCLI_PROFILE?.trim()];
  if (one && other && one !== other) {
    throw new ConfigError('TENCENTCLOUD_PROFILE and TCCLI_PROFILE name different profiles. Unset one of them.');
  }
  if (profile !== null && env.TENCENTCLOUD_SECRET_ID?.trim()) {
    throw new ConfigError(`The profile "${profile}" is named, and TENCENTCLOUD_SECRET_ID gives keys too. Unset one of them.`);
  }
  if (profile !== null && demo)
    throw new ConfigError(`WEFT_DEMO=1 asks for the simulated cloud, and the profile "${profile}" for a real one. Unset one.`);
  if (credentialsFile !== null && env.TENCENTCLOUD_SECRET_ID?.trim()) {
    throw new ConfigError(
      'TENCENTCLOUD_CREDENTIALS_FILE names a file of keys, and TENCENTCLOUD_SECRET_ID gives keys too. Unset one of them.',
    );
  }
  if (credentialsFile !== null && demo) {
    throw new ConfigError('WEFT_DEMO=1 asks for the simulated cloud, and TENCENTCLOUD_CREDENTIALS_FILE for a real one. Unset one of them.');
  }
  if (data?.startsWith('~')) {
    throw new ConfigError(`WEFT_DATA is "${data}": the "~" was not replaced by a shell. Write the folder out in full.`);
  }
}

function dialectIn(text: string | undefined): Dialect | null {
  const name = text?.trim() ?? '';
  if (name === '') return null;
  if (!isDialect(name)) throw new ConfigError(`WEFT_DIALECT is "${name}". Write ${dialects.join(' or ')}, or leave it out.`);
  return name;
}

/** A switch: "1" is on; "0" and nothing are off. */
function toggle(env: Environment, name: string): boolean {
  const text = env[name]?.trim() ?? '';
  if (text !== '' && text !== '0' && text !== '1') throw new ConfigError(`${name} is "${text}". Write ${name}=1, or leave it out.`);
  return text === '1';
}

/** How every region of these clouds is spelled. The cloud itself says which ones exist. */
export const isRegionName = (name: string): boolean => /^[a-z]{2,4}(?:-[a-z0-9]{1,20}){0,3}$/.test(name);

function checkRemote(allowed: boolean, host: string, hosts: readonly string[]): void {
  if (!allowed) {
    throw new ConfigError(
      `HOST is ${host}, which other machines can reach. Leave HOST out to serve this machine only, ` +
        'or set WEFT_ALLOW_REMOTE=1 with a TLS proxy in front.',
    );
  }
  if (hosts.length === 0) {
    throw new ConfigError(
      `HOST is ${host}, so WEFT_HOSTS must list the names under which browsers reach it. Example: WEFT_HOSTS=weft.example.com:443`,
    );
  }
}

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

function number(env: Environment, name: string, fallback: number, most: number): number {
  const text = env[name]?.trim() ?? '';
  if (text === '') return fallback;
  if (!/^\d{1,6}$/.test(text) || Number(text) > most) {
    throw new ConfigError(`${name} is "${text}", which is no whole number from 0 to ${most}.`);
  }
  return Number(text);
}

function dataFolder(text: string | undefined): string | null {
  const folder = text?.trim() || '.data';
  return folder === 'none' ? null : folder;
}

function databaseUrl(text: string | undefined): string | null {
  const url = text?.trim() ?? '';
  if (url === '') return null;
  readPostgresUrl(url);
  return url;
}
