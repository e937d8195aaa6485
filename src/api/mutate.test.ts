// @vitest-environment happy-dom
import { QueryObserver } from '@tanstack/react-query';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { loadFamily } from '../../catalogue/lazy.ts';
import { type Cloud, fakeCloud } from '../kit/testing.tsx';
import { noteConsole, useConsole } from '../lib/scope.ts';
import { ApiError } from './api-error.ts';
import { createClient } from './client.ts';
import { perform, refusal } from './mutate.ts';
import { keyOf, type ListData, listOptions, oneOptions } from './query.ts';

const scope = { region: 'ap-guangzhou' };
const elsewhere = { region: 'ap-shanghai' };
const vpc = (n: number, name: string) => ({
  VpcId: `vpc-0000000${n}`,
  VpcName: name,
  CidrBlock: `10.${n}.0.0/16`,
  IsDefault: false,
  EnableMulticast: false,
  CreatedTime: '2020-01-01 00:00:00',
});
const cloud: Cloud = {
  'vpc:DescribeVpcs': () => ({ TotalCount: 1, VpcSet: [vpc(1, 'one')] }),
  'vpc:DescribeSubnets': () => ({ TotalCount: 0, SubnetSet: [] }),
  'vpc:CreateVpc': () => ({ Vpc: vpc(2, 'two') }),
  'vpc:ModifyVpcAttribute': () => ({}),
  'vpc:DeleteVpc': () => ({}),
};

async function prepared() {
  const client = createClient();
  const [vpcs, subnets] = await Promise.all([loadFamily('vpc'), loadFamily('subnet')]);
  await client.fetchQuery(listOptions(scope, vpcs));
  await client.fetchQuery(listOptions(elsewhere, vpcs));
  await client.fetchQuery(listOptions(scope, subnets));
  await client.fetchQuery(oneOptions(scope, vpcs, 'vpc-00000001'));
  const key = listOptions(scope, vpcs).queryKey;
  const names = () => client.getQueryData<ListData>(key)?.rows.map((row) => row.VpcName);
  const stale = (where: typeof scope, name: string) => client.getQueryState(keyOf(where, name, {}, 'all'))?.isInvalidated;
  return { client, vpcs, names, stale };
}

beforeEach(() => void fakeCloud(cloud));

test('what the answer holds is in the list at once, and the families that changed are stale in this place only', async () => {
  const { client, vpcs, names, stale } = await prepared();
  const done = await perform(client, scope, { module: vpcs, name: 'vpc:CreateVpc', params: { VpcName: 'two', CidrBlock: '10.2.0.0/16' } });
  expect(done.id).toBe('vpc-00000002');
  expect(names()).toEqual(['two', 'one']);
  expect(stale(scope, 'vpc:DescribeVpcs')).toBe(true);
  expect(stale(elsewhere, 'vpc:DescribeVpcs')).toBe(false);
  // A new VPC has no subnets: the catalogue does not name them among what it changes.
  expect(stale(scope, 'vpc:DescribeSubnets')).toBe(false);
});

test('an update changes the row in lists and in its own entry', async () => {
  const { client, vpcs, names } = await prepared();
  await perform(client, scope, { module: vpcs, name: 'vpc:ModifyVpcAttribute', params: { VpcId: 'vpc-00000001', VpcName: 'renamed' } });
  expect(names()).toEqual(['renamed']);
  expect(client.getQueryData(oneOptions(scope, vpcs, 'vpc-00000001').queryKey)?.row?.VpcName).toBe('renamed');
});

test.each([
  [false, 'vpc:CreateNatGateway'],
  [true, 'vpc2017:CreateNatGateway'],
])('an account of today is asked in its own way, but by the explorer (%s) under the name that it shows', async (asNamed, name) => {
  const before = useConsole.getState();
  onTestFinished(() => useConsole.setState(before, true));
  const account = { id: 'main', name: 'main', uin: '1', vendor: 'tencent' as const, dialect: 'today' as const };
  noteConsole({ mode: 'real', endpoints: {}, accounts: [account], defaultAccount: 'main', defaultRegion: 'ap-guangzhou', version: '1' });
  const sent = fakeCloud({ ...cloud, [name]: () => ({}) });
  const { client } = await prepared();
  const params = { natName: 'out', vpcId: 'vpc-00000001', maxConcurrent: 1_000_000, autoAllocEipNum: 1 };
  await perform(client, scope, { module: await loadFamily('nat-gateway'), name: 'vpc2017:CreateNatGateway', params, asNamed }).catch(
    () => null,
  );
  expect(sent.map((one) => one.name)).toContain(name);
});

test('a deletion takes the row out', async () => {
  const { client, vpcs, names } = await prepared();
  await perform(client, scope, { module: vpcs, name: 'vpc:DeleteVpc', params: { VpcId: 'vpc-00000001' } });
  expect(names()).toEqual([]);
});

test('what was deleted is not asked for again by the page that shows it', async () => {
  const sent = fakeCloud(cloud);
  const { client, vpcs, stale } = await prepared();
  const shown = new QueryObserver(client, { ...oneOptions(scope, vpcs, 'vpc-00000001'), staleTime: Number.POSITIVE_INFINITY });
  const leave = shown.subscribe(() => undefined);
  const before = sent.length;
  await perform(client, scope, { module: vpcs, name: 'vpc:DeleteVpc', params: { VpcId: 'vpc-00000001' } });
  expect(shown.getCurrentResult().data?.row).toBeNull();
  expect(shown.getCurrentResult().fetchStatus).toBe('idle');
  expect(sent).toHaveLength(before + 1);
  expect(stale(scope, 'vpc:DescribeVpcs')).toBe(true);
  leave();
});

test('nor are the lists that name what was deleted', async () => {
  const sent = fakeCloud(cloud);
  const { client, vpcs } = await prepared();
  const where = { Filters: [{ Name: 'vpc-id', Values: ['vpc-00000001'] }] };
  const within = new QueryObserver(client, listOptions(scope, vpcs, where));
  const leave = within.subscribe(() => undefined);
  await within.refetch();
  const before = sent.length;
  await perform(client, scope, { module: vpcs, name: 'vpc:DeleteVpc', params: { VpcId: 'vpc-00000001' } });
  expect(within.getCurrentResult().fetchStatus).toBe('idle');
  expect(sent).toHaveLength(before + 1);
  leave();
});

test('what the catalogue refuses is never sent', async () => {
  const sent = fakeCloud(cloud);
  const { client, vpcs } = await prepared();
  const before = sent.length;
  const write = { module: vpcs, name: 'vpc:CreateVpc', params: { VpcName: 'x', CidrBlock: '10.0.0.0/15' } };
  expect(refusal(write)).toMatchObject({ field: 'CidrBlock' });
  await expect(perform(client, scope, write)).rejects.toBeInstanceOf(ApiError);
  expect(sent).toHaveLength(before);
});

test('an unknown outcome is told as such, and the lists are asked again', async () => {
  const { client, vpcs, stale } = await prepared();
  fakeCloud({ ...cloud, 'vpc:DeleteVpc': () => ({ error: { code: 'OutcomeUnknown', message: 'lost', outcome: 'unknown' }, status: 504 }) });
  const write = { module: vpcs, name: 'vpc:DeleteVpc', params: { VpcId: 'vpc-00000001' } };
  await expect(perform(client, scope, write)).rejects.toMatchObject({ outcome: 'unknown', status: 504 });
  expect(stale(scope, 'vpc:DescribeVpcs')).toBe(true);
});
