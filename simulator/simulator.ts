/** A running simulated cloud: its world, its port, and what keeps it. */
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { allAccounts, createAccount, credentials } from './accounts/accounts.ts';
import { accountTable, settingTable } from './accounts/table.ts';
import { controlApi } from './control/index.ts';
import { tables } from './families/registry.ts';
import { Faults } from './faults.ts';
import { createCloud } from './protocol/http.ts';
import { type SeedName, seedWorld } from './seed/index.ts';
import { replaceFile } from './store/files.ts';
import { openStore } from './store/open.ts';
import type { Store, StoreOptions } from './store/store.ts';
import type { ClockState } from './world/clock.ts';
import { type Randomness, seededRandomness, trueRandomness } from './world/ids.ts';
import { World } from './world/world.ts';

export interface SimulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Folder in which everything is kept. Without one nothing touches the disk. */
  readonly data?: string;
  /** What a new world holds; a kept one is left as it is. Default: demo. */
  readonly seed?: SeedName;
  /** Keys of the first account; random ones, which are kept, when absent. */
  readonly secretId?: string;
  readonly secretKey?: string;
  /** Makes ids the same in every run. */
  readonly randomSeed?: number;
  /** The machine's time in epoch milliseconds, for tests of expiry. */
  readonly machineTime?: () => number;
  /** What callers of the control API must show; a new one at each start when absent. */
  readonly controlToken?: string;
  /** Told, in a sentence, of trouble with the data folder. Default: a line on stderr. */
  readonly tell?: (notice: string) => void;
  /** How long after a failed write a new journal is tried, and what opens files: for tests of full disks. */
  readonly store?: Pick<StoreOptions, 'openFile' | 'retryMs'>;
  /** Told of failures inside the simulator. Default: a line on stderr. */
  readonly onBug?: (error: unknown) => void;
}

export interface Simulator {
  readonly url: string;
  readonly port: number;
  readonly accounts: readonly ReturnType<typeof credentials>[];
  readonly world: World;
  readonly controlToken: string;
  /** Answers what is under way, writes what is not yet written, and lets go of the port and the folder. */
  close(): Promise<void>;
}

/**
 * Starts a simulated cloud on 127.0.0.1.
 * @throws Error when the port is taken, the data folder is used by another process, or its journal is damaged.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const machineTime = options.machineTime ?? Date.now;
  const random: Randomness = options.randomSeed === undefined ? trueRandomness : seededRandomness(options.randomSeed);
  const world = new World({ tables: tables, machineTime, random });
  const controlToken = options.controlToken ?? randomBytes(24).toString('hex');
  const tell = options.tell ?? ((notice) => void process.stderr.write(`${notice}\n`));
  const undone = (): void => void world.clock.set(keptClock(world) ?? { offset: 0, stoppedAt: null });
  const store = options.data === undefined ? undefined : await openStore(options.data, world, { ...options.store, tell, undone });
  try {
    await prepare(world, store, options);
    const faults = new Faults();
    const server = createCloud({
      world,
      faults,
      machineTime,
      store,
      control: controlApi({ world, faults, store, token: controlToken }),
      onBug: options.onBug ?? ((error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)),
    });
    const port = await listen(server, options.port ?? 0);
    if (store) await replaceFile(store.folder, 'control-token', [controlToken]);
    return {
      url: `http://127.0.0.1:${port}`,
      port,
      accounts: allAccounts(world).map(credentials),
      world,
      controlToken,
      close: async () => {
        await closed(server);
        await store?.close();
      },
    };
  } catch (error) {
    await store?.close();
    throw error;
  }
}

const keptClock = (world: World): ClockState | undefined => world.shared(settingTable).get('clock')?.value as ClockState | undefined;

/** A new world gets its seed; a kept one its clock back. Keys given on the command line hold in both. */
async function prepare(world: World, store: Store | undefined, options: SimulatorOptions): Promise<void> {
  const kept = world.shared(accountTable).size > 0;
  if (kept) {
    const clock = keptClock(world);
    if (clock) world.clock.set(clock);
  } else seedWorld(world, options.seed ?? 'demo');
  const first = allAccounts(world)[0] ?? createAccount(world, { name: 'Weft' });
  const { secretId = first.secretId, secretKey = first.secretKey } = options;
  const changed = secretId !== first.secretId || secretKey !== first.secretKey;
  if (changed) world.shared(accountTable).put({ ...first, secretId, secretKey });
  if (!kept || changed) await store?.compact();
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // Calls under way get a moment; a client that holds its connection open does not keep us.
    setTimeout(() => server.closeAllConnections(), 1000).unref();
  });
}
