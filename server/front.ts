/** What stands in front of the server, as it is configured: the path it is mounted at, proxies that may speak for clients, who watches it. */
import { BlockList, isIP } from 'node:net';
import { ConfigError } from './config-error.ts';

export interface Front {
  /** Path under which everything is served: "" or "/weft". */
  readonly basePath: string;
  /** Whether this address is a proxy of ours, whose X-Forwarded-For tells who asks. */
  readonly isProxy: (address: string) => boolean;
  /** What Prometheus sends as a bearer to read /metrics; null leaves it to this machine. */
  readonly metricsToken: string | null;
  /** Milliseconds between not being ready any more and taking no new connections. */
  readonly stopDelayMs: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws `ConfigError`. */
export function readFront(env: Environment): Front {
  return {
    basePath: basePathIn(env.WEFT_BASE_PATH),
    isProxy: proxiesIn(env.WEFT_PROXY),
    metricsToken: metricsTokenIn(env.WEFT_METRICS_TOKEN),
    stopDelayMs: stopDelayIn(env.WEFT_STOP_DELAY),
  };
}

function basePathIn(text: string | undefined): string {
  const path = (text?.trim() ?? '').replace(/\/$/, '');
  if (path === '') return '';
  if (!/^(?:\/[a-z0-9][\w-]{0,63}){1,4}$/i.test(path)) {
    throw new ConfigError(
      `WEFT_BASE_PATH is "${text?.trim()}", which is no path of letters, digits, "-" and "_". Example: WEFT_BASE_PATH=/weft`,
    );
  }
  return path;
}

function proxiesIn(text: string | undefined): Front['isProxy'] {
  const entries = (text ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 0) return () => false;
  const proxies = new BlockList();
  for (const entry of entries) {
    const [address = '', bits, ...more] = entry.split('/');
    const version = isIP(address);
    const most = version === 6 ? 128 : 32;
    if (version === 0 || more.length > 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= most))) {
      throw new ConfigError(
        `WEFT_PROXY has "${entry}", which is no address or block of a proxy. Example: WEFT_PROXY=127.0.0.1,10.0.4.0/24`,
      );
    }
    proxies.addSubnet(address, bits === undefined ? most : Number(bits), version === 6 ? 'ipv6' : 'ipv4');
  }
  return (address) => {
    const version = isIP(address);
    return version !== 0 && proxies.check(address, version === 6 ? 'ipv6' : 'ipv4');
  };
}

/** As long as what a server that others reach asks of a sign-in token. */
const shortestMetricsToken = 22;

function metricsTokenIn(text: string | undefined): string | null {
  const token = text?.trim() || null;
  if (token === null) return null;
  if (token.length < shortestMetricsToken || token.length > 512 || !/^[\w.~+/=-]+$/.test(token)) {
    throw new ConfigError(
      `WEFT_METRICS_TOKEN must be ${shortestMetricsToken} to 512 letters, digits, "-" and "_". Example: openssl rand -hex 16`,
    );
  }
  return token;
}

/** What is left of the ten seconds of a stop is for calls that are under way. */
const longestDelay = 8;

function stopDelayIn(text: string | undefined): number {
  const seconds = text?.trim() ?? '';
  if (seconds === '') return 0;
  if (!/^\d$/.test(seconds) || Number(seconds) > longestDelay) {
    throw new ConfigError(`WEFT_STOP_DELAY is "${seconds}", which is no whole number of seconds from 0 to ${longestDelay}.`);
  }
  return Number(seconds) * 1_000;
}
