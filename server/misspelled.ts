/** Variables that are nearly ours: a setting that is misspelled counts for nothing, and something else for it, in silence. */
import { identityVariables, secretVariables } from './accounts/environment.ts';
import { providerVariables } from './auth/settings.ts';
import { ConfigError } from './config-error.ts';

const known: readonly string[] = [
  ...secretVariables.filter((name) => /^[A-Z]+_[A-Z]+_/.test(name) || name.startsWith('WEFT_')),
  ...identityVariables,
  'TENCENTCLOUD_CREDENTIALS_FILE',
  'TENCENTCLOUD_PROFILE',
  'TENCENTCLOUD_REGION',
  ...providerVariables,
  'WEFT_ALLOW_REMOTE',
  'WEFT_AUTH',
  'WEFT_BASE_PATH',
  'WEFT_CA_FILE',
  'WEFT_DATA',
  'WEFT_DEMO',
  'WEFT_DIALECT',
  'WEFT_ENDPOINTS',
  'WEFT_HOSTS',
  'WEFT_PROXY',
  'WEFT_RATE',
  'WEFT_READ_ONLY',
  'WEFT_ROLES',
  'WEFT_SESSION_IDLE',
  'WEFT_SESSION_LIFE',
  'WEFT_SIMULATOR_PORT',
  'WEFT_SIMULATOR_TOKEN',
  'WEFT_STOP_DELAY',
];

/** Letters that differ, at most: "WEFT_ENDPOINT", "TENCENTCLOUD_SECRETID", "WEFT_TOKNE". */
const mostSlips = 2;

/** Refuses a variable that is nothing of ours but looks like it, where the one it looks like is not set. Throws `ConfigError`. */
export function refuseMisspelled(env: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(env)) {
    if (!value?.trim() || known.includes(name) || !/^(?:WEFT|TENCENTCLOUD|ALIBABA_CLOUD)_/i.test(name)) continue;
    const meant = known.find((other) => distance(name.toUpperCase(), other) <= mostSlips);
    if (meant === undefined || env[meant]?.trim()) continue;
    throw new ConfigError(`${name} is set, which is no setting of Weft's. Write ${meant}, or unset it.`);
  }
}

/** Letters to add, to leave out or to change, to make one text of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [column, opposite] of [...other].entries()) {
      const changed = (row[column] ?? 0) + (letter === opposite ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
