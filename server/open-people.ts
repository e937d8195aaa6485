/** People who sign in by a provider, as they are configured. */
import { People } from './auth/people.ts';
import { Provider } from './auth/provider.ts';
import { createSealer, sealingKey } from './auth/seal.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { proxyFor } from './egress.ts';
import type { History } from './history/history.ts';
import type { Log } from './log.ts';
import type { Undo } from './open-store.ts';
import type { Sessions } from './session.ts';

interface PeopleOptions {
  readonly config: Config;
  readonly insecureProvider?: boolean;
  readonly sessions: Sessions;
  readonly history: History;
  readonly log: Log;
}

/** Null where the sign-in link is the only way in. Throws `ConfigError`. */
export function openPeople({ config, insecureProvider = false, ...more }: PeopleOptions, undo: Undo): People | null {
  const { provider: settings, ca, proxy } = config;
  if (settings === null) return null;
  if (!settings.issuer.startsWith('https:') && !insecureProvider) {
    throw new ConfigError('WEFT_OIDC_ISSUER is reached by plain http, on which anybody could answer for it. Give its https URL.');
  }
  const provider = new Provider({ settings, ca, proxy: proxyFor(proxy, new URL(settings.issuer).origin), insecure: insecureProvider });
  undo.push(() => provider.close());
  return new People({ ...more, settings, provider, sealer: createSealer(sealingKey(config.key, config.data)) });
}
