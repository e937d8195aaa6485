/** Opens what outlives the process: the data folder, the database, the history. */
import type { Registry } from './accounts/registry.ts';
import type { Config } from './config.ts';
import { openDataFolder } from './folder.ts';
import { History } from './history/history.ts';
import { Observer } from './history/observe.ts';
import type { Recorder } from './history/recorder.ts';
import { lockFolder } from './lock.ts';
import type { Log } from './log.ts';
import { createRedactor } from './redact.ts';
import { openStore, type Store } from './store/store.ts';
import type { UpstreamClient } from './upstream/client.ts';

/** What has been opened so far, as the ways to close it. */
export type Undo = (() => unknown)[];

/** The data folder, for this process alone, and the database. */
export async function openData(config: Config, log: Log, undo: Undo): Promise<Store> {
  if (config.data !== null) {
    openDataFolder(config.data);
    undo.push(await lockFolder(config.data));
  }
  const store = await openStore({ ...config, onError: (error) => log.defect('database-connection', error) });
  undo.push(store.close);
  return store;
}

interface RecorderParts {
  readonly store: Store;
  readonly log: Log;
  readonly registry: Registry;
  readonly upstream: UpstreamClient;
  /** Whether resources are read before and after a write. */
  readonly observes: boolean;
}

/** What writes down every write. It keeps no secret of an account, whoever put one into a name. */
export async function openRecorder({ store, log, registry, upstream, observes }: RecorderParts, undo: Undo): Promise<Recorder> {
  const redact = createRedactor(() => registry.accounts().flatMap((account) => account.secrets()));
  const history = await History.open({ store, log, redact });
  undo.push(() => history.close());
  return { history, observer: observes ? new Observer(upstream, registry.originOf) : null };
}
