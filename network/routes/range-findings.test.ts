import { expect, test } from 'vitest';
import { emptyModel, type NetworkModel } from '../model/model.ts';
import { rangeFindings } from './range-findings.ts';

const at = { account: '1', region: 'ap-guangzhou' };
const model: NetworkModel = {
  ...emptyModel,
  vpcs: [
    { id: 'vpc-1', ...at, cidr: '10.0.0.0/16', secondaryCidrs: ['172.20.0.0/22'] },
    { id: 'vpc-2', ...at, cidr: '10.1.0.0/16' },
    { id: 'vpc-far', account: '2', region: 'ap-shanghai', cidr: '10.1.128.0/20' },
    { id: 'vpc-apart', account: '2', region: 'ap-shanghai', cidr: '10.0.9.0/24' },
  ],
  subnets: [{ id: 'subnet-1', vpc: 'vpc-1', cidr: '10.0.1.0/24' }],
  routeTables: [
    { id: 'rtb-1', vpc: 'vpc-1', main: true, routes: [{ destination: '172.20.0.0/16', type: 'DIRECTCONNECT', gateway: 'dcg-1' }] },
  ],
};
const mine = (id: string): boolean => ['vpc-1', 'vpc-2', 'rtb-1'].includes(id);

test('ranges are compared over accounts and regions, further ones and routed blocks too', () => {
  const { overlaps, collisions } = rangeFindings(model, mine);
  expect(overlaps.map(({ a, b }) => `${a} ${b}`)).toEqual(['vpc-1 vpc-apart', 'vpc-2 vpc-far']);
  expect(collisions.map(({ claim, vpc }) => `${claim.id} ${claim.cidr} ${vpc}`)).toEqual(['rtb-1 172.20.0.0/16 vpc-1']);
  expect(rangeFindings(model, (id) => id === 'vpc-nobody')).toEqual({ overlaps: [], collisions: [], empty: [] });
});

test('a VPC is called empty only where the subnets of its place were read', () => {
  expect(rangeFindings(model, mine).empty.map(({ id }) => id)).toEqual(['vpc-2']);
  const gaps = [{ kind: 'subnets' as const, ...at, because: 'refused' }];
  expect(rangeFindings({ ...model, gaps }, mine).empty).toEqual([]);
});
