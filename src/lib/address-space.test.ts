import { expect, test } from 'vitest';
import { runsOf } from './address-space.ts';
import { addressesIn, usableIn } from './addresses.ts';

const runs = (range: string, blocks: readonly string[]) =>
  runsOf(range, blocks, (block) => block).map(({ taken, from, size }) => [taken, from, size]);

test('used and free runs cover the range without gaps', () => {
  expect(runs('10.0.0.0/24', ['10.0.0.128/26', '10.0.0.0/28', '10.9.0.0/24', 'nonsense'])).toEqual([
    ['10.0.0.0/28', '10.0.0.0', 16],
    [null, '10.0.0.16', 112],
    ['10.0.0.128/26', '10.0.0.128', 64],
    [null, '10.0.0.192', 64],
  ]);
  expect(runs('10.0.0.0/24', ['10.0.0.0/24'])).toEqual([['10.0.0.0/24', '10.0.0.0', 256]]);
  expect(runs('x', [])).toEqual([]);
});

test('a subnet has three addresses less than its block', () => {
  expect(addressesIn('10.0.0.0/24')).toBe(256);
  expect(usableIn('10.0.0.0/24')).toBe(253);
  expect(addressesIn('10.0.0.1/24')).toBe(0);
});
