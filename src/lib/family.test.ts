import { expect, test } from 'vitest';
import { ref, text } from '../../catalogue/define.ts';
import { listedFamilies, loadFamily } from '../../catalogue/lazy.ts';
import { blockerQuestions, idsNamed } from './blockers.ts';
import {
  idIn,
  isOldId,
  isPending,
  patchRow,
  referencesOf,
  refersTo,
  requireOperation,
  rowIn,
  rowParams,
  takesAway,
  whereId,
  whereRef,
} from './family.ts';

const vpcs = await loadFamily('vpc');
const subnets = await loadFamily('subnet');
const tasks = await loadFamily('task');
const interfaces = await loadFamily('eni');

const subnet = {
  VpcId: 'vpc-1',
  SubnetId: 'subnet-1',
  SubnetName: 'web',
  CidrBlock: '10.0.0.0/24',
  IsDefault: false,
  EnableBroadcast: false,
  Zone: 'z',
  RouteTableId: 'rtb-1',
  CreatedTime: '2020-01-01 00:00:00',
  AvailableIpAddressCount: 253,
};

test('a list is narrowed by ids for its own family, by a filter for another', () => {
  expect(whereId(vpcs, 'vpc-1')).toEqual({ VpcIds: ['vpc-1'] });
  const list = subnets.actions['vpc:DescribeSubnets'];
  expect(list && whereRef(list, 'vpc', 'vpc-1')).toEqual({ Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }] });
  expect(list && whereRef(list, 'eip', 'eip-1')).toBe(null);
});

test('references are read from the kinds of the fields', () => {
  expect(referencesOf(subnets, subnet)).toEqual([
    { field: 'VpcId', family: 'vpc', ids: ['vpc-1'] },
    { field: 'RouteTableId', family: 'route-table', ids: ['rtb-1'] },
  ]);
  expect(refersTo(subnets, 'vpc')).toBe(true);
  expect(refersTo(vpcs, 'subnet')).toBe(false);
});

test('a VPC is blocked by what refers to it and can be asked for it; a subnet by no VPC', () => {
  expect(blockerQuestions(vpcs, 'vpc-1', [vpcs, subnets, tasks])).toEqual([
    { module: subnets, name: 'vpc:DescribeSubnets', params: { Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }] } },
  ]);
  expect(blockerQuestions(subnets, 'subnet-1', [vpcs, subnets, tasks])).toEqual([]);
  expect(idsNamed(subnets, subnet, 'vpc')).toEqual(['vpc-1']);
  expect(rowParams(subnets, requireOperation(subnets, 'delete').data, subnet)).toEqual({ SubnetId: 'subnet-1' });
});

test('a row is pending by its own state, or by that of one of its parts', () => {
  const nic = (State: string, ...states: string[]) => ({ State, PrivateIpAddressSet: states.map((of) => ({ State: of })) });
  expect(isPending(interfaces, nic('AVAILABLE', 'AVAILABLE'))).toBe(false);
  expect(isPending(interfaces, nic('ATTACHING', 'AVAILABLE'))).toBe(true);
  expect(isPending(interfaces, nic('AVAILABLE', 'AVAILABLE', 'MIGRATING'))).toBe(true);
  expect(isPending(interfaces, { State: 'AVAILABLE' })).toBe(false);
  expect(isPending(subnets, subnet)).toBe(false);
});

test('an answer holds a row only when the whole row is there', () => {
  expect(rowIn(subnets, { Subnet: subnet })).toBe(subnet);
  expect(rowIn(vpcs, { Vpc: { VpcId: 'vpc-1', SubnetId: 'subnet-1' } })).toBe(null);
  expect(idIn(vpcs, { Vpc: { VpcId: 'vpc-1', SubnetId: 'subnet-1' } })).toBe('vpc-1');
});

test('of two ids of one thing the older is known by the newer one beside it', () => {
  const fields = { vpcId: ref('vpc'), unVpcId: ref('vpc'), peerUin: text() };
  expect(Object.keys(fields).filter((name) => isOldId(fields, name))).toEqual(['vpcId']);
});

test('an update is put into the row where the value is of the same kind', () => {
  const row = { Name: 'a', Count: 1, Rules: { In: [], Out: [] } };
  expect(patchRow(row, { Name: 'b', Rules: [1], Other: 'x' })).toEqual({ Name: 'b', Count: 1, Rules: { In: [], Out: [] } });
});

test('every action that deletes or releases is one that takes away', async () => {
  const modules = await Promise.all(listedFamilies.map(loadFamily));
  const actions = modules.flatMap(({ actions }) => Object.entries(actions)).filter(([name]) => /:(?:Delete|Release|Remove)/.test(name));
  expect(actions.length).toBeGreaterThan(10);
  expect(actions.flatMap(([name, action]) => (takesAway(action) ? [] : [name]))).toEqual([]);
});
