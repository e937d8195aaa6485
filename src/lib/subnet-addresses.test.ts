import { expect, test } from 'vitest';
import { addressFaults, proposedAddresses } from './subnet-addresses.ts';

const taken = new Set(['10.0.1.3', '10.0.1.4']);

test('an address must lie in the block, be nobody’s, and be asked for once', () => {
  const wanted = ['10.0.1.9', '10.0.2.1', '10.0.1.4', '10.0.1.9', '10.0.1', ''];
  expect(addressFaults(wanted, '10.0.1.0/24', taken)).toEqual([null, 'outside', 'taken', 'twice', null, null]);
  expect(addressFaults(['10.0.1.9'], 'no block', taken)).toEqual([null]);
});

test('proposals leave out what is taken and the ends of the block', () => {
  expect(proposedAddresses('10.0.1.0/24', taken, 3)).toEqual(['10.0.1.2', '10.0.1.5', '10.0.1.6']);
  expect(proposedAddresses('10.0.1.0/29', taken, 9)).toEqual(['10.0.1.2', '10.0.1.5', '10.0.1.6']);
  expect(proposedAddresses('', taken, 9)).toEqual([]);
});
