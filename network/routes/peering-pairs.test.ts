import { expect, test } from 'vitest';
import { emptyModel } from '../model/model.ts';
import { factsByPair, filterVpcs, pairCounts, pairStateOf, vpcPairKey } from './peering-pairs.ts';
import { peeringMatrix } from './peerings.ts';

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

test('every pair has one state, found in either order', () => {
  const facts = peeringMatrix(model);
  const pairs = factsByPair(facts);
  const state = (a: string, b: string) => {
    const fact = pairs.get(vpcPairKey(a, b));
    return fact && pairStateOf(fact);
  };
  expect(state('vpc-b', 'vpc-a')).toBe('oneWay');
  expect(state('vpc-b', 'vpc-d')).toBe('requested');
  expect(state('vpc-a', 'vpc-c')).toBe('overlap');
  expect(state('vpc-c', 'vpc-d')).toBe('possible');
  expect(pairCounts(facts)).toEqual({ ready: 0, routes: 0, oneWay: 1, noRoutes: 0, requested: 1, possible: 3, overlap: 1, unknown: 0 });
});

test('a joined pair is ready only when routes lead both ways, and not known while tables are missing', () => {
  const back = { destination: '10.0.0.0/16', type: 'PEERCONNECTION', gateway: 'pcx-1' };
  const [tableOfA, tableOfB] = model.routeTables;
  const states = (a: boolean, b: boolean, gaps: typeof emptyModel.gaps = []) => {
    const routeTables = [
      { ...tableOfA, routes: a ? (tableOfA?.routes ?? []) : [] },
      { ...tableOfB, routes: b ? [back] : [] },
    ] as typeof model.routeTables;
    const fact = peeringMatrix({ ...model, routeTables, gaps }).find(({ a: one, b: other }) => one === 'vpc-a' && other === 'vpc-b');
    return fact && [pairStateOf(fact), fact.routes.a, fact.routes.b];
  };
  expect(states(false, false)).toEqual(['noRoutes', 0, 0]);
  expect(states(true, false)).toEqual(['oneWay', 1, 0]);
  expect(states(true, true)).toEqual(['ready', 1, 1]);
  const gap = { kind: 'routeTables' as const, because: 'RequestLimitExceeded' };
  expect(states(false, false, [gap])?.[0]).toBe('unknown');
  expect(states(true, true, [{ ...gap, region: 'ap-beijing' }])?.[0]).toBe('ready');
});

test('VPCs stand by account and region, and are found by what they are called', () => {
  const names: Readonly<Record<string, string>> = { 'vpc-a': 'zeta', 'vpc-d': 'alpha' };
  const nameOf = (id: string): string => names[id] ?? '';
  expect(filterVpcs(vpcs, nameOf, '').map(({ id }) => id)).toEqual(['vpc-c', 'vpc-d', 'vpc-a', 'vpc-b']);
  expect(filterVpcs(vpcs, nameOf, ' SHANGHAI ').map(({ id }) => id)).toEqual(['vpc-b']);
  expect(filterVpcs(vpcs, nameOf, 'zeta').map(({ id }) => id)).toEqual(['vpc-a']);
});
