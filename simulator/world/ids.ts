/** Where ids, keys and choices come from: real randomness, or a seeded sequence that is the same in every run. */
import { randomFillSync, randomUUID } from 'node:crypto';

export interface Randomness {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  uuid(): string;
}

/** Drawn in bulk: one id takes eight numbers, and asking the system for each would cost more than all the rest. */
const pool = new Uint32Array(1024);
let drawnFromPool = pool.length;

function trueNumber(): number {
  if (drawnFromPool === pool.length) {
    randomFillSync(pool);
    drawnFromPool = 0;
  }
  const number = pool[drawnFromPool] ?? 0;
  pool[drawnFromPool] = 0;
  drawnFromPool += 1;
  return number;
}

export const trueRandomness: Randomness = {
  below: (bound) => trueNumber() % bound,
  uuid: () => randomUUID(),
};

/** A reproducible sequence (mulberry32), for demo worlds and tests. Never for keys that guard anything. */
export function seededRandomness(seed: number): Randomness {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const hex = (digits: number): string => Array.from({ length: digits }, () => (next() % 16).toString(16)).join('');
  return {
    below: (bound) => next() % bound,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}

const idAlphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
const keyAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const drawn = (random: Randomness, alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[random.below(alphabet.length)]).join('');

/** "vpc-" and eight of [a-z0-9], as the documents' samples have them. */
export const resourceId = (random: Randomness, prefix: string): string => `${prefix}-${drawn(random, idAlphabet, 8)}`;

/** A pair of keys that looks like the cloud's own. */
export const keyPair = (random: Randomness): { secretId: string; secretKey: string } => ({
  secretId: `AKID${drawn(random, keyAlphabet, 32)}`,
  secretKey: drawn(random, keyAlphabet, 32),
});
