/** How people sign in, from the environment. */
import { readFileSync } from 'node:fs';
import { ConfigError } from '../config-error.ts';
import { reasonOf } from '../folder.ts';
import { isLoopback } from '../loopback.ts';
import { type RoleMap, readRoleMap } from './role-map.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a client that is known by PKCE alone. */
  readonly clientSecret: string | null;
  readonly scopes: string;
  /** Claim with a person's groups: its name, or its path ("realm_access.roles"). */
  readonly claim: string;
  /** What the button says: "Sign in with …". */
  readonly label: string;
  readonly roleMap: RoleMap;
  /** So long roles count before the provider is asked again, in milliseconds. */
  readonly refreshMs: number;
}

const text = (env: Environment, name: string): string => env[name]?.trim() ?? '';

const names = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'CLIENT_SECRET_FILE', 'SCOPES', 'CLAIM', 'LABEL', 'REFRESH'].map(
  (name) => `WEFT_OIDC_${name}`,
);

export const providerVariables: readonly string[] = names;

/** Null where the sign-in link is the only way in. Throws `ConfigError`. */
export function readProvider(env: Environment): ProviderSettings | null {
  const auth = text(env, 'WEFT_AUTH');
  if (auth === '' || auth === 'link') {
    const loose = [...names, 'WEFT_ROLES'].find((name) => text(env, name) !== '');
    if (loose !== undefined)
      throw new ConfigError(`${loose} is set, and nobody signs in by a provider. Set WEFT_AUTH=oidc too, or unset it.`);
    return null;
  }
  if (auth !== 'oidc') throw new ConfigError(`WEFT_AUTH is "${auth}". Write WEFT_AUTH=oidc, or leave it out.`);
  for (const name of ['WEFT_OIDC_ISSUER', 'WEFT_OIDC_CLIENT_ID']) {
    if (text(env, name) === '') throw new ConfigError(`WEFT_AUTH=oidc needs ${name}.`);
  }
  const issuer = readIssuer(text(env, 'WEFT_OIDC_ISSUER'));
  return {
    issuer: issuer.href,
    clientId: text(env, 'WEFT_OIDC_CLIENT_ID'),
    clientSecret: readSecret(env),
    scopes: readScopes(text(env, 'WEFT_OIDC_SCOPES') || 'openid profile email'),
    claim: text(env, 'WEFT_OIDC_CLAIM') || 'groups',
    label: text(env, 'WEFT_OIDC_LABEL').slice(0, 60) || issuer.host,
    roleMap: readRoleMap(env.WEFT_ROLES),
    refreshMs: readDuration(env, 'WEFT_OIDC_REFRESH', 5 * 60_000),
  };
}

function readIssuer(given: string): URL {
  if (!URL.canParse(given)) throw new ConfigError('WEFT_OIDC_ISSUER is no URL. Example: https://login.example.com/realms/net');
  const issuer = new URL(given);
  const fits = issuer.protocol === 'https:' || (issuer.protocol === 'http:' && isLoopback(issuer.hostname));
  if (!fits || issuer.username !== '' || issuer.search !== '' || issuer.hash !== '') {
    throw new ConfigError('WEFT_OIDC_ISSUER must be an https URL without user, query and fragment.');
  }
  return issuer;
}

function readScopes(given: string): string {
  const scopes = given.split(/[\s,]+/).filter((scope) => scope !== '');
  if (!scopes.includes('openid')) throw new ConfigError('WEFT_OIDC_SCOPES lacks "openid", without which nobody is named.');
  return scopes.join(' ');
}

function readSecret(env: Environment): string | null {
  const [given, file] = [text(env, 'WEFT_OIDC_CLIENT_SECRET'), text(env, 'WEFT_OIDC_CLIENT_SECRET_FILE')];
  if (given !== '' && file !== '')
    throw new ConfigError('WEFT_OIDC_CLIENT_SECRET and WEFT_OIDC_CLIENT_SECRET_FILE are both set. Unset one.');
  if (file === '') return given || null;
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret !== '') return secret;
  } catch (error) {
    throw new ConfigError(`WEFT_OIDC_CLIENT_SECRET_FILE is ${file}, which cannot be read: ${reasonOf(error)}.`);
  }
  throw new ConfigError(`WEFT_OIDC_CLIENT_SECRET_FILE is ${file}, which is empty.`);
}

const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** "90s", "30m", "12h", "7d". Throws `ConfigError`. */
export function readDuration(env: Environment, name: string, fallback: number): number {
  const given = text(env, name);
  if (given === '') return fallback;
  const [, count, unit] = /^([1-9]\d{0,4})([smhd])$/.exec(given) ?? [];
  if (count === undefined) throw new ConfigError(`${name} is "${given}", which is no time. Examples: 30m, 12h, 7d`);
  return Number(count) * units[unit as keyof typeof units];
}
