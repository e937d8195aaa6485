import { expect, test } from 'vitest';
import { emptyModel } from '../../../network/model/model.ts';
import { peeringMatrix } from '../../../network/routes/peerings.ts';
import { layOut } from './map-layout.ts';

const vpc = (id: string, cidr: string, account: string, region: string) => ({ id, cidr, account, region });
const vpcs = [
  vpc('vpc-a', '10.0.0.0/16', '1', 'ap-guangzhou'),
  vpc('vpc-b', '10.1.0.0/16', '1', 'ap-guangzhou'),
  vpc('vpc-c', '10.2.0.0/16', '1', 'ap-shanghai'),
  vpc('vpc-d', '10.3.0.0/16', '2', 'ap-guangzhou'),
];
const facts = peeringMatrix({
  ...emptyModel,
  vpcs,
  peerings: [
    { id: 'pcx-1', vpcs: ['vpc-a', 'vpc-b'], state: 'active' },
    { id: 'pcx-2', vpcs: ['vpc-d', 'vpc-a'], state: 'pending' },
    { id: 'pcx-3', vpcs: ['vpc-b', 'vpc-c'], state: 'rejected' },
  ],
});

test('a column for each account and region, no two boxes in one place', () => {
  const { columns, vpcs: placed, box, width, height } = layOut(vpcs, facts);
  expect(columns.map((column) => column.vpc.id)).toEqual(['vpc-a', 'vpc-c', 'vpc-d']);
  expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
  for (const { x, y } of placed) {
    expect(x + box.width).toBeLessThanOrEqual(width);
    expect(y + box.height).toBeLessThanOrEqual(height);
  }
});

test('lines join what is joined or asked to be, between VPCs that are there', () => {
  expect(layOut(vpcs, facts).lines.map(({ key, state }) => `${key}: ${state}`)).toEqual([
    'vpc-a vpc-b: noRoutes',
    'vpc-a vpc-d: requested',
  ]);
  expect(layOut(vpcs.slice(0, 1), facts).lines).toEqual([]);
});
