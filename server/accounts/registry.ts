/** The accounts of this server and where their services are. The demo cloud's change when its process is started anew. */
import type { Dialect } from '../../catalogue/binding.ts';
import { type Service, services } from '../../catalogue/services.ts';
import type { Account, AccountFacts } from './account.ts';

type Mode = 'demo' | 'real';

export interface Registry {
  readonly mode: Mode;
  readonly accounts: () => readonly Account[];
  /** Scheme, host and port of a service's calls about a region: `https://vpc.tencentcloudapi.com`. */
  readonly originOf: (service: Service, region: string) => string;
  /** What every account speaks, where the configuration says so. */
  readonly dialect?: Dialect | null;
  /** Whether nothing in the account may be changed from here. */
  readonly readOnly?: (account: Pick<AccountFacts, 'id' | 'uin'>) => boolean;
  /** Why no call can be made now, or null. */
  readonly down?: () => string | null;
}

/** Which API an account speaks: what is forced, else its own, else real ones today's, the 2017 API having been retired, and the demo's the documents'. */
export const dialectOf = ({ mode, dialect }: Pick<Registry, 'mode' | 'dialect'>, account: Pick<AccountFacts, 'dialect'>): Dialect =>
  dialect ?? account.dialect ?? (mode === 'real' ? 'today' : 'documents');

/** The account that a call names, or the default one; undefined when there is none that can sign for the service. */
export function accountFor(registry: Registry, service: Service, id: string | undefined): Account | undefined {
  // The demo cloud knows its accounts by the same keys whichever vendor's API is spoken.
  const fits = (account: Account): boolean => registry.mode === 'demo' || account.vendor === services[service].vendor;
  const fitting = registry.accounts().filter(fits);
  return id === undefined ? fitting[0] : fitting.find((account) => account.id === id);
}

/** The first account of the cloud that the console is about, for pages that name none. */
export const defaultAccount = (registry: Registry): AccountFacts | undefined =>
  registry.accounts().find(({ vendor }) => vendor === 'tencent') ?? registry.accounts()[0];
