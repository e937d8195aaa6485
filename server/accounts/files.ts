/**
 * Accounts from the files in which Tencent Cloud's own tools keep keys: the SDKs' `~/.tencentcloud/credentials` (INI) and
 * the command line's `~/.tccli/<profile>.credential` (JSON). Read once at start; never written.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Account } from './account.ts';

export interface FileAccounts {
  readonly accounts: Account[];
  /** Sentences for the log: files that were passed over, or that others on this machine can read. */
  readonly warnings: string[];
}

interface Found {
  readonly profile: string;
  readonly secretId: unknown;
  readonly secretKey: unknown;
  readonly token: unknown;
}

/** Reads both places under the home directory. Files that are absent are no warning. */
export function fileAccounts(home: string): FileAccounts {
  const accounts: Account[] = [];
  const warnings: string[] = [];
  const take = (file: string, prefix: string, found: readonly Found[]): void => {
    for (const entry of found) {
      const account = accountOf(prefix, entry);
      if (account === null) warnings.push(`${file}: the profile "${entry.profile}" has no complete pair of keys and is left out.`);
      else if (!accounts.some(({ id }) => id === account.id)) accounts.push(account);
    }
  };
  const shared = join(home, '.tencentcloud', 'credentials');
  const text = readPrivately(shared, warnings);
  if (text !== null) take(shared, 'file', parseIni(text));
  const folder = join(home, '.tccli');
  for (const name of credentialFiles(folder)) {
    const file = join(folder, name);
    const json = readPrivately(file, warnings);
    if (json !== null) take(file, 'tccli', [parseCredential(name.replace(/\.credential$/, ''), json)]);
  }
  return { accounts, warnings };
}

function credentialFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.credential'))
      .sort();
  } catch {
    return [];
  }
}

function readPrivately(file: string, warnings: string[]): string | null {
  try {
    const { mode } = statSync(file);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      warnings.push(`${file} can be read by other users of this machine. Run: chmod 600 ${file}`);
    }
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** The sections of the INI file with `secret_id`, `secret_key` and, for temporary keys, `token`. */
function parseIni(text: string): Found[] {
  const sections: { profile: string; values: Map<string, string> }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const head = /^\s*\[([^\]]+)\]\s*$/.exec(line);
    if (head) sections.push({ profile: (head[1] ?? '').trim(), values: new Map() });
    const pair = /^\s*([A-Za-z_]+)\s*=\s*(.*?)\s*$/.exec(line);
    if (pair) sections.at(-1)?.values.set((pair[1] ?? '').toLowerCase(), pair[2] ?? '');
  }
  return sections.map(({ profile, values }) => ({
    profile,
    secretId: values.get('secret_id'),
    secretKey: values.get('secret_key'),
    token: values.get('token'),
  }));
}

function parseCredential(profile: string, json: string): Found {
  try {
    const value = JSON.parse(json) as Record<string, unknown> | null;
    return { profile, secretId: value?.secretId, secretKey: value?.secretKey, token: value?.token };
  } catch {
    return { profile, secretId: undefined, secretKey: undefined, token: undefined };
  }
}

const isKey = (value: unknown): value is string => typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);

function accountOf(prefix: string, { profile, secretId, secretKey, token }: Found): Account | null {
  if (!isKey(secretId) || !isKey(secretKey)) return null;
  const id = `${prefix}-${profile.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  const keys = isKey(token) ? { secretId, secretKey, token } : { secretId, secretKey };
  return new Account({ id, name: profile, uin: null, vendor: 'tencent' }, keys);
}
