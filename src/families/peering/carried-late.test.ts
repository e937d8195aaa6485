import { describe, expect, it } from 'vitest';
import type { ModelRoute, NetworkModel } from '../../../network/index.ts';
import { factIn, modelOf } from '../../network-model/late.ts';
import type { PlacedList } from '../../network-model/model-of-lists.ts';
import { carriedOf } from './carried-late.ts';

const at = { account: '', region: 'ap-guangzhou' };
const list = (kind: PlacedList['kind'], rows: readonly object[], more: Partial<PlacedList> = {}): PlacedList =>
  // Rows as the catalogue describes them, as far as they matter here.
  ({ kind, at, rows: rows as PlacedList['rows'], odd: [], complete: true, failed: null, ...more });

const vpc = (id: string, CidrBlock: string) => ({ VpcId: id, CidrBlock });
const subnet = (id: string, VpcId: string, CidrBlock: string, RouteTableId: string) => ({ SubnetId: id, VpcId, CidrBlock, RouteTableId });
const through = (DestinationCidrBlock: string, more: object = {}) => ({
  ...{ DestinationCidrBlock, GatewayType: 'PEERCONNECTION', GatewayId: 'pcx-1', RouteId: 1 },
  ...more,
});
const table = (id: string, VpcId: string, ...RouteSet: readonly object[]) => ({ RouteTableId: id, VpcId, Main: true, RouteSet });
const peering = { peeringConnectionId: 'pcx-1', vpcId: 'x', unVpcId: 'vpc-a', peerVpcId: 'y', unPeerVpcId: 'vpc-b', state: 1 };

const network = (tables: readonly object[], more: Partial<PlacedList> = {}): NetworkModel =>
  modelOf(
    [
      list('vpcs', [vpc('vpc-a', '10.0.0.0/16'), vpc('vpc-b', '10.1.0.0/16')]),
      list('subnets', [
        subnet('subnet-a', 'vpc-a', '10.0.1.0/24', 'rtb-a'),
        subnet('subnet-a2', 'vpc-a', '10.0.2.0/24', 'rtb-a2'),
        subnet('subnet-b', 'vpc-b', '10.1.1.0/24', 'rtb-b'),
      ]),
      list('peerings', [peering]),
      list('routeTables', tables, more),
    ],
    { reading: 'on its way', partial: 'not whole' },
  );

const carried = (model: NetworkModel, complete = true) => carriedOf(factIn(model, 'vpc-a', 'vpc-b'), 'pcx-1', complete);
const there = through('10.1.0.0/16');
const back = table('rtb-b', 'vpc-b', through('10.0.0.0/16'));

describe('a connected peering in a list', () => {
  it('is plainly connected only when every subnet of both sides has a live route', () => {
    expect(carried(network([table('rtb-a', 'vpc-a', there), table('rtb-a2', 'vpc-a', there), back]))).toBe('both');
    expect(carried(network([table('rtb-a', 'vpc-a', there), table('rtb-a2', 'vpc-a'), back]))).toBe('part');
  });

  it('does not count routes that are switched off, dead, or for other addresses', () => {
    for (const lost of [through('10.1.0.0/16', { Enabled: false }), through('192.168.0.0/16'), through('10.0.7.0/24')] satisfies object[])
      expect(carried(network([table('rtb-a', 'vpc-a', lost), table('rtb-a2', 'vpc-a', lost), back]))).toBe('one-way');
    expect(carried(network([table('rtb-a', 'vpc-a'), table('rtb-a2', 'vpc-a'), table('rtb-b', 'vpc-b')]))).toBe('nothing');
  });

  it('is unknown where route tables were refused, and being checked while they arrive', () => {
    const refused = network([], { complete: false, failed: 'UnauthorizedOperation' });
    expect(carried(refused)).toBe('unknown');
    expect(carried(network([], { consistent: false }))).toBe('unknown');
    expect(carried(network([], { complete: false }), false)).toBe('checking');
    expect(carriedOf(factIn(refused, 'vpc-a', 'vpc-elsewhere'), 'pcx-1', true)).toBe('unknown');
  });
});

it('routes of a model are what the lists told', () => {
  const routes: readonly ModelRoute[] | undefined = network([back]).routeTables[0]?.routes;
  expect(routes?.map(({ gateway }) => gateway)).toEqual(['pcx-1']);
});
