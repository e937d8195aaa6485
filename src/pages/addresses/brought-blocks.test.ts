import { expect, it } from 'vitest';
import type { VpcInSpace } from '../../../network/model/vpc-spaces.ts';
import { blockFault } from './brought-blocks.tsx';

const one = {
  vpc: { id: 'vpc-1', cidr: '10.8.0.0/16' },
  space: { ranges: [{ cidr: '10.8.0.0/16' }, { cidr: '172.16.0.0/20' }] },
  subnets: [{ row: { cidr: '10.8.1.0/24' } }],
} as unknown as VpcInSpace; // What the check reads of a VPC's space, and no more.

it.each([
  ['10.8.2.0/24', '', null],
  ['172.16.0.0/24', 'ap-guangzhou-3', null],
  ['10.8.1.128/25', '', 'block-taken'],
  ['10.8.9.0/25', '', 'block-taken'],
  ['10.9.0.0/24', '', 'block-outside'],
  ['10.0.0.0/8', '', 'block-size'],
  ['10.8.2.0/29', '', 'block-size'],
  ['10.8.2.0/24', 'ap-nowhere-1', 'zone-unknown'],
])('a block that was brought, %s %s', (value, zone, fault) =>
  expect(blockFault(one, ['ap-guangzhou-3'], { value, zone, name: '' }, [{ value: '10.8.9.0/24', zone: '', name: '' }])).toBe(fault),
);
