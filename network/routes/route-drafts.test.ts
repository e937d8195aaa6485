import { expect, test } from 'vitest';
import { emptyModel, type NetworkModel } from '../model/model.ts';
import { modelRoutesOf, nextHopOptions, type RouteDraft, routeFault } from './route-drafts.ts';

const table = {
  VpcId: 'vpc-1',
  RouteTableId: 'rtb-1',
  RouteTableName: 'main',
  AssociationSet: [],
  RouteSet: [{ RouteId: 7, DestinationCidrBlock: '172.16.0.0/16', GatewayType: 'NAT' as const, GatewayId: 'nat-1' }],
  Main: true,
  CreatedTime: '2020-01-01 00:00:00',
};
const model: NetworkModel = {
  ...emptyModel,
  vpcs: [
    { id: 'vpc-1', account: '1', region: 'ap-guangzhou', cidr: '10.0.0.0/16' },
    { id: 'vpc-2', account: '1', region: 'ap-guangzhou', cidr: '10.1.0.0/16' },
  ],
  natGateways: [
    { id: 'nat-1', vpc: 'vpc-1', state: 'available', eips: [], name: 'out' },
    { id: 'nat-2', vpc: 'vpc-2', state: 'available', eips: [] },
  ],
  peerings: [{ id: 'pcx-1', vpcs: ['vpc-2', 'vpc-1'], state: 'active' }],
};
const route = (DestinationCidrBlock: string, GatewayType = 'NAT', GatewayId = 'nat-1', RouteId?: number): RouteDraft => ({
  DestinationCidrBlock,
  GatewayType,
  GatewayId,
  ...(RouteId === undefined ? {} : { RouteId }),
});
const faulty = (entered: RouteDraft, others: readonly RouteDraft[] = [], of = model) =>
  routeFault(entered, others, table, of)?.code ?? null;

test('a destination is outside the VPC, and once in a table', () => {
  expect(faulty(route('10.0.8.0/24'))).toBe('inside');
  expect(faulty(route('10.0.0.0/16'))).toBe('inside');
  // A wider block is fine: Local goes before it.
  expect(faulty(route('10.0.0.0/8'))).toBe(null);
  expect(faulty(route('172.16.0.0/16'))).toBe('duplicate');
  expect(faulty(route('172.16.0.0/16', 'NAT', 'nat-1', 7))).toBe(null);
  expect(faulty(route('20.0.0.0/8'), [route('20.0.0.0/8')])).toBe('twice');
  expect(faulty(route('20.0.0.'))).toBe(null);
});

test('a next hop is one of the VPC’s, if all of them are known', () => {
  expect(nextHopOptions(model, 'vpc-1', 'NAT')).toEqual([{ id: 'nat-1', name: 'out', detail: 'nat-1' }]);
  expect(faulty(route('20.0.0.0/8', 'NAT', 'nat-2'))).toBe('noSuchHop');
  const gap = { ...model, gaps: [{ kind: 'natGateways' as const, because: 'still being read' }] };
  expect(faulty(route('20.0.0.0/8', 'NAT', 'nat-2'), [], gap)).toBe(null);
  expect(faulty(route('20.0.0.0/8', 'NORMAL_CVM', '10.0.0.9'))).toBe(null);
});

test('through a peering only what the other end has', () => {
  expect(faulty(route('10.1.2.0/24', 'PEERCONNECTION', 'pcx-1'))).toBe(null);
  expect(faulty(route('10.0.0.0/8', 'PEERCONNECTION', 'pcx-1'))).toBe('notInPeer');
});

test('only what is complete is reasoned about', () => {
  expect(modelRoutesOf([route('20.0.0.0/8'), route('20.0.0.0/8', ''), route('x')])).toEqual([
    { destination: '20.0.0.0/8', type: 'NAT', gateway: 'nat-1' },
  ]);
});

test('further ranges of a VPC are its own, on either side of a peering', () => {
  const further = (id: string, block: string): NetworkModel => ({
    ...model,
    vpcs: model.vpcs.map((row) => (row.id === id ? { ...row, secondaryCidrs: [block] } : row)),
  });
  expect(faulty(route('172.20.1.0/24'), [], further('vpc-1', '172.20.0.0/22'))).toBe('inside');
  expect(faulty(route('172.20.1.0/24', 'PEERCONNECTION', 'pcx-1'))).toBe('notInPeer');
  expect(faulty(route('172.20.1.0/24', 'PEERCONNECTION', 'pcx-1'), [], further('vpc-2', '172.20.0.0/22'))).toBe(null);
});
