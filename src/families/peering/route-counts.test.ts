import { expect, test } from 'vitest';
import type { RouteTable } from '../../../catalogue/families/route-table.ts';
import { carriedBy, routesThrough } from './route-counts.ts';

const table = (VpcId: string, ...gateways: readonly string[]): RouteTable =>
  ({ RouteTableId: `rtb-${VpcId}`, VpcId, RouteSet: gateways.map((GatewayId) => ({ GatewayId })) }) as unknown as RouteTable;

test('a connected peering is well only with routes on both sides', () => {
  expect([carriedBy(0, 0), carriedBy(1, 0), carriedBy(0, 3), carriedBy(1, 1)]).toEqual(['nothing', 'one-way', 'one-way', 'both']);
});

test('routes through a peering are counted for its own VPC', () => {
  const tables = [table('vpc-a', 'pcx-1', 'nat-1'), table('vpc-b', 'pcx-1', 'pcx-1', 'pcx-2')];
  expect([
    routesThrough(tables, 'vpc-a', 'pcx-1'),
    routesThrough(tables, 'vpc-b', 'pcx-1'),
    routesThrough(tables, 'vpc-c', 'pcx-1'),
  ]).toEqual([1, 2, 0]);
});
