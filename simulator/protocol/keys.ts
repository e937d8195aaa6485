/** Checking who signed: key look-up, comparison in constant time, a bounded memory of nonces. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type AccountRow, accountTable, temporaryKeyTable } from '../accounts/table.ts';
import type { World } from '../world/world.ts';

/** What the wires need to judge a signature. */
export interface KeyCheck {
  /** The account whose key this is, or undefined. */
  account(secretId: string): AccountRow | undefined;
  /** The machine's time in epoch seconds. Signatures are dated by it, not by the world's clock. */
  seconds(): number;
  /** False when the nonce was used before. Ask only once the signature is known to be good. */
  isFresh(nonce: string): boolean;
}

/**
 * Between one and two times so many nonces are remembered: two hours at fourteen calls a second. Forgetting them a
 * generation at a time costs nothing; taking the oldest out of one large set would cost more with every call.
 */
const generation = 100_000;

/** The account of keys that STS gave out, with these in the place of its own; they end with their time. */
function ofRole(world: World, secretId: string): AccountRow | undefined {
  const keys = world.shared(temporaryKeyTable).get(secretId);
  const account = keys && keys.endsAt > world.clock.now() ? world.shared(accountTable).get(keys.uin) : undefined;
  if (!keys || !account) return undefined;
  const { secretKey, token, role, session } = keys;
  return { ...account, secretId, secretKey, token, as: { role, session } };
}

export function judgeOf(world: World, machineTime: () => number): KeyCheck {
  let recent = new Set<string>();
  let older: ReadonlySet<string> = new Set();
  return {
    account: (secretId) => world.shared(accountTable).first('secretId', secretId) ?? ofRole(world, secretId),
    seconds: () => Math.floor(machineTime() / 1000),
    isFresh: (nonce) => {
      if (recent.has(nonce) || older.has(nonce)) return false;
      if (recent.size >= generation) {
        older = recent;
        recent = new Set();
      }
      recent.add(nonce);
      return true;
    },
  };
}

/** Compares two texts in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** True when the signature is the key's HMAC of one of the texts; every text is tried, in the same time. */
export function signsOneOf(algorithm: 'sha1' | 'sha256', key: string, texts: Iterable<string>, signature: string): boolean {
  let good = false;
  for (const text of texts) good = sameText(createHmac(algorithm, key).update(text).digest('base64'), signature) || good;
  return good;
}
