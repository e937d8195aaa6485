/** What is done to the store from outside a running server: `npm run backup`, `restore`, `migrate`, `history:verify`. */
import { readConfig } from '../config.ts';
import { ConfigError } from '../config-error.ts';
import { openDataFolder } from '../folder.ts';
import { verifyHistory } from '../history/verify.ts';
import { lockFolder } from '../lock.ts';
import { migrate } from '../store/migrate.ts';
import { migrations } from '../store/migrations.ts';
import { connectStore, type Store } from '../store/store.ts';
import { backUp, restore } from './backup.ts';

interface ToolOptions {
  /** The tool's name, then what it was given. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
}

type Tool = (options: ToolOptions) => Promise<number>;

const tools: Readonly<Record<string, Tool>> = { migrate: runMigrate, verify: runVerify, backup: runBackup, restore: runRestore };

/** Resolves to the exit code: 0 done, 1 not done, 2 asked wrongly. */
export async function runTool(options: ToolOptions): Promise<number> {
  const [name = '', ...args] = options.args;
  const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
  try {
    if (tool) return await tool({ ...options, args });
    options.say(`There is no tool "${name}". There are: ${Object.keys(tools).join(', ')}.`);
    return 2;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    options.say(error.message);
    return 1;
  }
}

/** Opens the store of this environment. `alone`: no server may use the embedded one meanwhile. */
async function withStore<T>({ env }: ToolOptions, alone: boolean, use: (store: Store) => Promise<T>): Promise<T> {
  const { data, databaseUrl, ca } = readConfig(env);
  if (data === null && databaseUrl === null)
    throw new ConfigError('WEFT_DATA is "none" and WEFT_DATABASE_URL is not set: there is no store.');
  const ownsFolder = databaseUrl === null && data !== null;
  if (ownsFolder) openDataFolder(data);
  const release = alone && ownsFolder ? await lockFolder(data) : () => {};
  try {
    const store = await connectStore({ data, databaseUrl, ca, onError: () => {} });
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  } finally {
    release();
  }
}

/** `npm run migrate -- [--to STATE]`: to the newest state, or back to one that an older version knows. */
async function runMigrate(options: ToolOptions): Promise<number> {
  const [flag, to, ...more] = options.args;
  if ((flag !== undefined && flag !== '--to') || (flag === '--to' && to === undefined) || more.length > 0) {
    options.say('Usage: npm run migrate -- [--to STATE]. STATE is the last migration that is to stand, or "none".');
    return 2;
  }
  return withStore(options, true, async ({ db, kind }) => {
    const moved = await migrate(db, { kind, migrations, ...(to === undefined ? {} : { to: to === 'none' ? null : to }) });
    options.say(moved.length === 0 ? 'Nothing to do.' : `Done: ${moved.join(', ')}.`);
    return 0;
  });
}

/** `npm run history:verify -- [--head SEAL]`: 0 where the chain is whole. A server may run meanwhile. */
async function runVerify(options: ToolOptions): Promise<number> {
  const [flag, noted, ...more] = options.args;
  if ((flag !== undefined && (flag !== '--head' || !/^[0-9a-f]{64}$/.test(noted ?? ''))) || more.length > 0) {
    options.say('Usage: npm run history:verify -- [--head SEAL]. SEAL is what an earlier run ended with.');
    return 2;
  }
  return withStore(options, false, async (store) => {
    const { records, head, faults, open } = await verifyHistory(store, noted);
    for (const fault of faults) options.say(fault);
    const whole = faults.length === 0 ? 'is whole' : `has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`;
    options.say(`The history ${whole}: ${records} records, ${open} writes under way. Last seal: ${head || 'none'}`);
    return faults.length === 0 ? 0 : 1;
  });
}

/** `npm run backup -- FILE`: of one moment, while servers run. */
async function runBackup(options: ToolOptions): Promise<number> {
  const [file, ...more] = options.args;
  if (file === undefined || more.length > 0) {
    options.say('Usage: npm run backup -- FILE. FILE must not be there yet.');
    return 2;
  }
  return withStore(options, false, async (store) => {
    options.say(`Backed up ${await backUp(store, file)} rows into ${file}.`);
    return 0;
  });
}

/** `npm run restore -- FILE`: everything is as it was then. Servers must be stopped. */
async function runRestore(options: ToolOptions): Promise<number> {
  const [file, ...more] = options.args;
  if (file === undefined || more.length > 0) {
    options.say('Usage: npm run restore -- FILE. What the store holds now is replaced: back it up first.');
    return 2;
  }
  return withStore(options, true, async (store) => {
    options.say(`Restored ${await restore(store, file)} rows from ${file}.`);
    return 0;
  });
}
