/** Accounts of the simulated cloud: made by the seed and by the control API, each with keys of its own. */
import type { Dialect } from '../../catalogue/binding.ts';
import { nextNumber } from '../rules/counter.ts';
import { keyPair, trueRandomness } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { type AccountRow, accountTable } from './table.ts';

interface NewAccount {
  readonly name: string;
  readonly secretId?: string | undefined;
  readonly secretKey?: string | undefined;
  readonly token?: string | undefined;
  /** True for an account that also has the classic network. */
  readonly classic?: boolean | undefined;
  readonly dialect?: Dialect | undefined;
}

/** Makes an account. Keys that are not given are drawn at random, whatever the world's own randomness is. */
export function createAccount(world: World, wanted: NewAccount): AccountRow {
  const keys = keyPair(trueRandomness);
  return world.shared(accountTable).put({
    uin: String(nextNumber(world, 'uin', 100_010_000_001)),
    name: wanted.name,
    secretId: wanted.secretId ?? keys.secretId,
    secretKey: wanted.secretKey ?? keys.secretKey,
    ...(wanted.token === undefined ? {} : { token: wanted.token }),
    classic: wanted.classic ?? false,
    ...(wanted.dialect === undefined ? {} : { dialect: wanted.dialect }),
  });
}

/** Every account, the first one first. */
export const allAccounts = (world: World): AccountRow[] => world.shared(accountTable).all().rows();

/** What a client needs to call as this account, and where its console speaks another API than the documents', which. */
export const credentials = ({ name, uin, secretId, secretKey, dialect }: AccountRow) => ({
  name,
  uin,
  secretId,
  secretKey,
  ...(dialect === undefined ? {} : { dialect }),
});
