/** PostgreSQL, by an address like postgres://user:password@host:5432/database?sslmode=verify-full. */
import { type Dialect, PostgresDialect } from 'kysely';
import type { PoolConfig } from 'pg';
import { ConfigError } from '../config-error.ts';
import { isLoopback } from '../loopback.ts';

/** Connections of one server, and milliseconds until a connection or an answer is given up. */
const connections = 8;
const connectMs = 5_000;
const answerMs = 15_000;

/** OID of bigint, which the client gives as text: our times and numbers fit in a number. */
const bigint = 20;

const modes = ['disable', 'require', 'verify-ca', 'verify-full'] as const;

interface PostgresOptions {
  /** Certificates of trusted authorities, as PEM. */
  readonly ca?: readonly string[] | undefined;
  /** A connection that waits has failed: the next question opens another. */
  readonly onError: (error: Error) => void;
}

/** What can be told of an address before anybody connects. Throws `ConfigError`, whose words have neither user nor password. */
export function readPostgresUrl(text: string): URL {
  const example = 'Example: postgres://weft:password@db.example.com:5432/weft';
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol))
    throw new ConfigError(`WEFT_DATABASE_URL is no address of a PostgreSQL. ${example}`);
  if (!/^\/[^/]+$/.test(url.pathname)) throw new ConfigError(`WEFT_DATABASE_URL names no database. ${example}`);
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'sslmode' && name !== 'host');
  if (unknown !== undefined)
    throw new ConfigError(`WEFT_DATABASE_URL has "${unknown}", which Weft does not know. It takes sslmode and host.`);
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && !modes.some((known) => known === mode)) {
    throw new ConfigError(`WEFT_DATABASE_URL has sslmode "${mode}". Write one of ${modes.join(', ')}.`);
  }
  return url;
}

/** Over TLS with a certificate that is checked, but to this machine itself or where it is turned off by name. */
function poolConfig(text: string, ca: readonly string[] | undefined): PoolConfig {
  const url = readPostgresUrl(text);
  const mode = url.searchParams.get('sslmode');
  const host = url.searchParams.get('host') ?? (url.hostname.replace(/^\[|\]$/g, '') || '127.0.0.1');
  const isHere = isLoopback(host) || host.startsWith('/');
  const plain = mode === null ? isHere : mode === 'disable';
  return {
    host,
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...(url.username === '' ? {} : { user: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    ssl: plain ? false : ca === undefined ? {} : { ca: [...ca] },
    max: connections,
    connectionTimeoutMillis: connectMs,
    query_timeout: answerMs,
    statement_timeout: answerMs,
    application_name: 'weft',
    keepAlive: true,
  };
}

export async function postgresDialect(url: string, { ca, onError }: PostgresOptions): Promise<Dialect> {
  const { default: pg } = await import('pg');
  const types = { getTypeParser: (oid: number, format?: 'text') => (oid === bigint ? Number : pg.types.getTypeParser(oid, format)) };
  const pool = new pg.Pool({ ...poolConfig(url, ca), types } as PoolConfig);
  pool.on('error', onError);
  return new PostgresDialect({ pool });
}

/** Secrets of an address: its password as it stands there and as it is meant. */
export function secretsOfUrl(text: string): string[] {
  const password = URL.canParse(text) ? new URL(text).password : '';
  return password === '' ? [] : [...new Set([password, decodeURIComponent(password)])];
}
