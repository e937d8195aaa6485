import { expect, test } from 'vitest';
import { blocksIn, faultsOf } from './spd.ts';

test('blocks are read from lines, commas and blanks', () => {
  expect(blocksIn(' 192.168.1.0/24,192.168.2.0/24\n10.9.0.0/16， 10.8.0.0/16 ')).toEqual([
    '192.168.1.0/24',
    '192.168.2.0/24',
    '10.9.0.0/16',
    '10.8.0.0/16',
  ]);
  expect(blocksIn('')).toEqual([]);
});

test('near blocks must be the VPC’s, remote blocks must not', () => {
  const range = '10.0.0.0/16';
  expect(faultsOf([{ LocalCidrBlock: '10.0.4.0/24', RemoteCidrBlock: ['192.168.1.0/24'] }], range)).toEqual([]);
  expect(faultsOf([{ LocalCidrBlock: '10.1.0.0/24', RemoteCidrBlock: ['192.168.1.0/24', '10.0.9.7/24'] }], range)).toEqual([
    { kind: 'outside', at: '0.LocalCidrBlock' },
    { kind: 'overlap', at: '0.RemoteCidrBlock.1', block: '10.0.9.7/24' },
  ]);
  // What is no block yet is the validator's to refuse.
  expect(faultsOf([{ LocalCidrBlock: '10.', RemoteCidrBlock: ['x'] }, {}], range)).toEqual([]);
});
