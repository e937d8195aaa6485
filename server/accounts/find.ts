/** All accounts that there are, in the order of precedence: the environment's, then those of the official tools' files. */
import { type Service, services } from '../../catalogue/services.ts';
import type { Config } from '../config.ts';
import { ConfigError } from '../config-error.ts';
import type { Account } from './account.ts';
import { environmentAccounts } from './environment.ts';
import { fileAccounts } from './files.ts';
import { type AccountCandidate, type AccountDecision, decide } from './source.ts';

interface FindOptions {
  /** Environment as it was before its secrets were deleted. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The system's folder of settings, where it is another than /etc. */
  readonly etc?: string;
  readonly config: Config;
}

/** The accounts to use and what the console must say about those that cannot be used. Throws `ConfigError`. */
export function findAccounts({ env, home, etc, config }: FindOptions): AccountDecision & { readonly warnings: readonly string[] } {
  if (config.demo) return { accounts: [], problems: [], warnings: [] };
  const fromEnvironment = environmentAccounts(env);
  const [problem] = fromEnvironment.problems;
  if (problem !== undefined) throw new ConfigError(problem);
  const fromFiles = fileAccounts({ home, ...(etc === undefined ? {} : { etc }), profile: config.profile, file: config.credentialsFile });
  const found = [...fromEnvironment.accounts.map((account): AccountCandidate => ({ vendor: account.vendor, account })), ...fromFiles.found];
  const decided = decide(found);
  checkAgainstAccounts(decided.accounts, config);
  return { ...decided, warnings: fromFiles.warnings };
}

/** What is configured for keys that are not there, or for a demo cloud that is not started. */
function checkAgainstAccounts(accounts: readonly Account[], { endpoints, simulatorPort }: Config): void {
  const sent = Object.keys(endpoints.elsewhere) as Service[];
  if (accounts.length === 0 && (sent.length > 0 || endpoints.form !== 'public')) {
    throw new ConfigError(
      'WEFT_ENDPOINTS is set, but there are no keys to sign with. Set TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY too.',
    );
  }
  const unsigned = sent.find((service) => !accounts.some(({ vendor }) => vendor === services[service].vendor));
  if (unsigned !== undefined) {
    throw new ConfigError(`WEFT_ENDPOINTS sends ${unsigned} elsewhere, but there are no keys that sign for it. Add them, or leave it out.`);
  }
  if (accounts[0] && simulatorPort !== 0) {
    throw new ConfigError(
      `WEFT_SIMULATOR_PORT is set, but there are keys (${accounts[0].name}), so no simulated cloud is started. Unset it, or set WEFT_DEMO=1.`,
    );
  }
}
