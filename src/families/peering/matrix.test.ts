import { expect, test } from 'vitest';
import { emptyModel, peeringMatrix } from '../../../network/index.ts';
import { byPair, countsOf, ordered, pairKey, stateOf } from './matrix.ts';

const vpc = (id: string, cidr: string, region = 'ap-guangzhou') => ({ id, cidr, region, account: '1' });
const vpcs = [
  vpc('vpc-a', '10.0.0.0/16'),
  vpc('vpc-b', '10.1.0.0/16', 'ap-shanghai'),
  vpc('vpc-c', '10.0.8.0/24'),
  vpc('vpc-d', '10.3.0.0/16'),
];
const model = {
  ...emptyModel,
  vpcs,
  subnets: [
    { id: 'subnet-a', vpc: 'vpc-a', cidr: '10.0.1.0/24' },
    { id: 'subnet-b', vpc: 'vpc-b', cidr: '10.1.1.0/24' },
  ],
  routeTables: [
    { id: 'rtb-a', vpc: 'vpc-a', main: true, routes: [{ destination: '10.1.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-1' }] },
    { id: 'rtb-b', vpc: 'vpc-b', main: true, routes: [] },
  ],
  peerings: [
    { id: 'pcx-1', vpcs: ['vpc-a', 'vpc-b'] as const, state: 'active' as const },
    { id: 'pcx-2', vpcs: ['vpc-d', 'vpc-b'] as const, state: 'pending' as const },
  ],
};

test('every pair has one of five states, found in either order', () => {
  const facts = peeringMatrix(model);
  const pairs = byPair(facts);
  const state = (a: string, b: string) => {
    const fact = pairs.get(pairKey(a, b));
    return fact && stateOf(fact);
  };
  expect(state('vpc-b', 'vpc-a')).toBe('routes');
  expect(state('vpc-b', 'vpc-d')).toBe('requested');
  expect(state('vpc-a', 'vpc-c')).toBe('overlap');
  expect(state('vpc-c', 'vpc-d')).toBe('possible');
  expect(countsOf(facts)).toEqual({ ready: 0, routes: 1, requested: 1, possible: 3, overlap: 1 });
});

test('VPCs stand by account and region, and are found by what they are called', () => {
  const names: Readonly<Record<string, string>> = { 'vpc-a': 'zeta', 'vpc-d': 'alpha' };
  const nameOf = (id: string): string => names[id] ?? '';
  expect(ordered(vpcs, nameOf, '').map(({ id }) => id)).toEqual(['vpc-c', 'vpc-d', 'vpc-a', 'vpc-b']);
  expect(ordered(vpcs, nameOf, ' SHANGHAI ').map(({ id }) => id)).toEqual(['vpc-b']);
  expect(ordered(vpcs, nameOf, 'zeta').map(({ id }) => id)).toEqual(['vpc-a']);
});
