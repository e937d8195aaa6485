/** Opening a data folder: it is made ours, read back, and continued in a new journal. */
import { join } from 'node:path';
import type { Change, World } from '../world/world.ts';
import { createAppend, journalName, journalsIn, removeFile, snapshotName } from './files.ts';
import { DataFolderError, inWords, ownFolder } from './folder.ts';
import { lockFolder } from './lock.ts';
import { readJournals, readSnapshot } from './replay.ts';
import { FolderStore, type Store, type StoreOptions } from './store.ts';

/** Each start begins a journal; more of them than this are folded at the next start. */
const mostJournals = 8;

/**
 * Opens the folder, making it when it is missing, and fills the world with what it holds.
 * @throws DataFolderError when another process uses it, it is not ours, cannot be written or is damaged.
 */
export async function openStore(folder: string, world: World, options: StoreOptions = {}): Promise<Store> {
  const at = await ownFolder(folder);
  const lock = await lockFolder(at);
  try {
    const reading = { folder: at, apply: (changes: readonly Change[]) => world.apply(changes), tell: options.tell ?? (() => undefined) };
    const head = await readSnapshot(reading);
    const first = head?.journal ?? 1;
    const numbers = await journalsIn(at);
    const live = numbers.filter((known) => known >= first);
    if (live[0] !== (head || live.length > 0 ? first : undefined)) {
      throw new DataFolderError(`${join(at, head ? journalName(first) : snapshotName)} is missing. Bring the folder back from a copy.`);
    }
    for (const number of numbers.filter((known) => known < first)) await removeFile(at, journalName(number));
    const last = await readJournals(reading, live, head?.last);
    const next = (live.at(-1) ?? first - 1) + 1;
    const file = await createAppend(at, journalName(next), options.openFile);
    const store = new FolderStore(at, world, lock.release, { file, number: next, last: last ?? 0 }, options);
    if (live.length > mostJournals) await store.compact();
    return store;
  } catch (error) {
    await lock.release();
    throw inWords(`The data folder ${at}`, error);
  }
}
