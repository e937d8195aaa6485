/** The environment as the server's configuration. Every refusal says what is wrong, where, and what to do. */
import { isService, type Service, services } from '../catalogue/services.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A mistake in the configuration: its message is for the person who starts the server. */
export class ConfigError extends Error {}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Names under which the server may be addressed beside loopback: "weft.example.com", "weft.example.com:8443". */
  readonly hosts: readonly string[];
  /** Bound to an address that other machines reach; TLS stands in front. */
  readonly remote: boolean;
  /** Folder of what must outlive the process, or null when nothing is kept. */
  readonly data: string | null;
  readonly token: string | null;
  readonly endpoints: Readonly<Partial<Record<Service, string>>>;
  /** Port of the embedded simulator; 0 takes a free one. */
  readonly simulatorPort: number;
  /** Calls a second for each account and action; null leaves it to the catalogue, 0 is no limit. */
  readonly rate: number | null;
  readonly region: string;
}

export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '::1' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);

/** Reads and checks the environment. Throws `ConfigError`. */
export function readConfig(env: Environment): Config {
  const host = env.HOST?.trim() || '127.0.0.1';
  const token = env.WEFT_TOKEN?.trim() || null;
  const remote = !isLoopback(host);
  const hosts = list(env.WEFT_HOSTS);
  if (remote) checkRemote(env, host, hosts, token);
  const wrong = hosts.find((name) => !/^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/.test(name));
  if (wrong !== undefined) {
    throw new ConfigError(`WEFT_HOSTS has "${wrong}", which is no name:port in lower case. Example: WEFT_HOSTS=weft.example.com:443`);
  }
  const region = env.TENCENTCLOUD_REGION?.trim() || 'ap-guangzhou';
  if (!isRegionName(region)) throw new ConfigError(`TENCENTCLOUD_REGION is "${region}", which is no region. Example: ap-guangzhou`);
  return {
    host,
    port: number(env, 'PORT', 4400, 65_535),
    hosts,
    remote,
    data: dataFolder(env.WEFT_DATA),
    token,
    endpoints: readEndpoints(env.WEFT_ENDPOINTS),
    simulatorPort: number(env, 'WEFT_SIMULATOR_PORT', 0, 65_535),
    rate: env.WEFT_RATE?.trim() ? number(env, 'WEFT_RATE', 0, 100_000) : null,
    region,
  };
}

/** How every region of these clouds is spelled. The cloud itself says which ones exist. */
export const isRegionName = (name: string): boolean => /^[a-z]{2,4}(?:-[a-z0-9]{1,20}){0,3}$/.test(name);

function checkRemote(env: Environment, host: string, hosts: readonly string[], token: string | null): void {
  if (env.WEFT_ALLOW_REMOTE !== '1') {
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
  if (token !== null && token.length < 22) {
    throw new ConfigError(
      'WEFT_TOKEN is too short for a server that other machines reach: use 22 random characters or more, or leave it out.',
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

/** `vpc=http://127.0.0.1:8600,vpc2017=https://…`: a scheme, a host and a port, nothing behind them. */
function readEndpoints(text: string | undefined): Partial<Record<Service, string>> {
  const endpoints: Partial<Record<Service, string>> = {};
  for (const item of list(text)) {
    const equals = item.indexOf('=');
    const name = item.slice(0, Math.max(equals, 0)).trim();
    if (!isService(name)) {
      throw new ConfigError(
        `WEFT_ENDPOINTS has "${item}", which names no service. Write service=URL, where the service is one of ${Object.keys(services).join(', ')}.`,
      );
    }
    endpoints[name] = endpoint(name, item.slice(equals + 1).trim());
  }
  return endpoints;
}

function endpoint(service: Service, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const refuse = (why: string): never => {
    throw new ConfigError(`WEFT_ENDPOINTS sends ${service} to "${text}", ${why}. Example: ${service}=https://${services[service].host}`);
  };
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return refuse('which is no http or https address');
  if (url.username !== '' || url.password !== '') return refuse('which holds a user name; calls are signed, leave it out');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return refuse('which has more than a host and a port');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return refuse('which would carry signed calls over the network without TLS; use https there');
  }
  return url.origin;
}
