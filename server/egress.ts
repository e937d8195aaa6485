/** How connections leave this machine: through a proxy, and with authorities of one's own beside Node's. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { ConfigError } from './config-error.ts';
import { isLoopback } from './loopback.ts';
import { maskAddress } from './mask.ts';
import type { ProxyAddress } from './upstream/tunnel.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ProxySettings {
  readonly address: ProxyAddress;
  /** Patterns of NO_PROXY, in lower case. */
  readonly except: readonly string[];
}

/** The one value of a variable that is written in capitals and in small letters; both at once must agree. */
function either(env: Environment, name: string): string | null {
  const small = name.toLowerCase();
  const [one, other] = [env[name]?.trim() || null, env[small]?.trim() || null];
  if (one !== null && other !== null && one !== other) {
    throw new ConfigError(`${name} and ${small} differ, and which one counts is not said. Unset one of them.`);
  }
  return one ?? other;
}

/** HTTPS_PROXY, or ALL_PROXY where that is absent; NO_PROXY says for whom not. Throws `ConfigError`. */
export function readProxy(env: Environment): ProxySettings | null {
  const https = either(env, 'HTTPS_PROXY');
  const name = https === null ? 'ALL_PROXY' : 'HTTPS_PROXY';
  const text = https ?? either(env, 'ALL_PROXY');
  const except = (either(env, 'NO_PROXY') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((item) => item !== '');
  if (text === null) return null;
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') {
    throw new ConfigError(
      `${name} is "${maskAddress(text)}", which is no http or https address of a proxy. Example: http://proxy.example.com:3128`,
    );
  }
  return { address: { origin: url.origin, authorization: authorizationOf(url, name) }, except };
}

function authorizationOf({ username, password }: URL, name: string): string | null {
  if (username === '' && password === '') return null;
  try {
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return `Basic ${Buffer.from(pair).toString('base64')}`;
  } catch {
    throw new ConfigError(`${name} has a "%" in its user or password that escapes nothing. Write it as %25.`);
  }
}

/** The proxy on the way to an origin, or null. Calls to this machine never leave it. */
export function proxyFor(proxy: ProxySettings | null, origin: string): ProxyAddress | null {
  if (proxy === null) return null;
  const { protocol, hostname, port } = new URL(origin);
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (protocol !== 'https:' || isLoopback(hostname)) return null;
  return proxy.except.some((pattern) => excepts(pattern, host, port === '' ? '443' : port)) ? null : proxy.address;
}

/** `*`, a host, a domain with or without a leading point or star, each with or without a port. */
function excepts(pattern: string, host: string, port: string): boolean {
  if (pattern === '*') return true;
  const parts = /^(\[[0-9a-f:]+\]|[^:]+|[0-9a-f:]{3,})(?::(\d+))?$/.exec(pattern);
  const name = (parts?.[1] ?? pattern).replace(/^\[|\]$/g, '').replace(/^\*?\./, '');
  if (parts?.[2] !== undefined && parts[2] !== port) return false;
  return host === name || host.endsWith(`.${name}`);
}

/**
 * WEFT_CA_FILE and NODE_EXTRA_CA_CERTS: files of certificates whose authorities are trusted beside Node's own. One that
 * cannot be read stops the start: Node would only warn, and every call would fail later. Throws `ConfigError`.
 */
export function readAuthorities(env: Environment): readonly string[] | undefined {
  const extra = ['WEFT_CA_FILE', 'NODE_EXTRA_CA_CERTS'].flatMap((name) => {
    const file = env[name]?.trim();
    return file ? certificatesIn(name, file) : [];
  });
  return extra.length === 0 ? undefined : [...rootCertificates, ...extra];
}

function certificatesIn(name: string, file: string): string[] {
  const refuse = (why: string): never => {
    throw new ConfigError(`${name} is ${file}, ${why}. Name a file of certificates in PEM form, or unset it.`);
  };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return refuse(`which cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'})`);
  }
  const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) return refuse('which holds no certificate');
  try {
    for (const certificate of found) new X509Certificate(certificate);
  } catch {
    return refuse('which holds a damaged certificate');
  }
  return found;
}
