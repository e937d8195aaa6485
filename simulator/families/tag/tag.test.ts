/** Tags on resources of any family, through the wire: given, changed, taken, told by lists and narrowed by. */
import { beforeEach, expect, it } from 'vitest';
import { resourceName } from '../../../catalogue/tags.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('tag');
const { call3, code3 } = stage;

const region = 'ap-guangzhou';
const env = { Key: 'env', Value: 'prod' };
const team = { Key: 'team', Value: '网络' };
let VpcId: string;

beforeEach(async () => {
  VpcId = await vpc([env, team]);
});

async function vpc(Tags: readonly object[] = []): Promise<string> {
  const { Vpc } = await call3('CreateVpc', { VpcName: 'n', CidrBlock: '10.0.0.0/16', Tags });
  return (Vpc as { VpcId: string }).VpcId;
}
const ask = (action: string, params: object) => stage.recorder.call3(stage.me, action, { ...params }, { version: '2018-08-13' });
const named = (id: string): string => resourceName('vpc/vpc', region, id);
const rows = async (...Filters: object[]) =>
  (await call3('DescribeVpcs', Filters.length > 0 ? { Filters } : {})).VpcSet as { VpcId: string; TagSet?: object[] }[];
const ids = async (Name: string, ...Values: string[]) => (await rows({ Name, Values })).map((row) => row.VpcId);

it('that come with a creation are told in its answer and by the list; without any, nothing is told', async () => {
  const other = await vpc();
  const { Vpc } = await call3('CreateVpc', { VpcName: 'third', CidrBlock: '10.0.0.0/16', Tags: [env] });
  expect(Vpc).toMatchObject({ VpcName: 'third', TagSet: [env] });
  const all = new Map((await rows()).map((row) => [row.VpcId, row.TagSet]));
  expect([all.get(VpcId), all.get(other)]).toEqual([[env, team], undefined]);
});

it('narrow a list by their keys, and by the values of one key', async () => {
  const other = await vpc([{ Key: 'env', Value: 'test' }]);
  expect(await ids('tag-key', 'team')).toEqual([VpcId]);
  expect((await ids('tag-key', 'env')).sort()).toEqual([VpcId, other].sort());
  expect(await ids('tag:env', 'test', 'none')).toEqual([other]);
  expect(await ids('tag:owner', 'prod')).toEqual([]);
  const both = await rows({ Name: 'tag:env', Values: ['prod', 'test'] }, { Name: 'vpc-id', Values: [other] });
  expect(both.map((row) => row.VpcId)).toEqual([other]);
  expect(await call3('DescribeVpcs', { Filters: [{ Name: 'tag-key', Values: ['env'] }], Offset: '1', Limit: '1' })).toMatchObject({
    TotalCount: 2,
    VpcSet: [{}],
  });
});

it('are changed and taken by the tag service, on several resources at once; what is not there is told of', async () => {
  const other = await vpc();
  const subnet = await stage.subnet(VpcId);
  const ResourceList = [named(VpcId), named(other), resourceName('vpc/subnet', region, subnet), named('vpc-00000000')];
  const { answer } = await ask('TagResources', { ResourceList, Tags: [{ TagKey: 'env', TagValue: 'test' }] });
  expect(answer.FailedResources).toMatchObject([{ Resource: named('vpc-00000000'), Code: 'ResourceNotFound' }]);
  const tagsOf = async (id: string) => (await rows({ Name: 'vpc-id', Values: [id] }))[0]?.TagSet;
  expect([await tagsOf(VpcId), await tagsOf(other)]).toEqual([[{ Key: 'env', Value: 'test' }, team], [{ Key: 'env', Value: 'test' }]]);
  expect((await call3('DescribeSubnets', { SubnetIds: [subnet] })).SubnetSet).toMatchObject([{ TagSet: [{ Key: 'env', Value: 'test' }] }]);
  await ask('UnTagResources', { ResourceList: [named(VpcId), named(other)], TagKeys: ['env', 'none'] });
  expect([await tagsOf(VpcId), await tagsOf(other)]).toEqual([[team], undefined]);
});

it('survive that something else of the resource is changed', async () => {
  expect(await code3('ModifyVpcAttribute', { VpcId, VpcName: 'other' })).toBe('');
  expect(await rows({ Name: 'vpc-id', Values: [VpcId] })).toMatchObject([{ VpcName: 'other', TagSet: [env, team] }]);
});

it('are found on resources whose list is bound to one of the documents', async () => {
  const { NatGatewaySet } = await call3('CreateNatGateway', { NatGatewayName: 'n', VpcId, AddressCount: 1, Tags: [env] });
  const [{ NatGatewayId } = { NatGatewayId: '' }] = NatGatewaySet as { NatGatewayId: string }[];
  const list = async (...Filters: object[]) => (await call3('DescribeNatGateways', { Filters })).NatGatewaySet;
  expect(await list()).toMatchObject([{ NatGatewayId, TagSet: [env] }]);
  expect(await list({ Name: 'tag-key', Values: ['env'] })).toHaveLength(1);
  expect(await list({ Name: 'tag-key', Values: ['none'] })).toEqual([]);
});

it('are refused where a key comes twice, or a name is none', async () => {
  const code = async (action: string, params: object) => (await ask(action, params)).code;
  const twice = [
    { TagKey: 'a', TagValue: '1' },
    { TagKey: 'a', TagValue: '2' },
  ];
  expect(await code('TagResources', { ResourceList: [named(VpcId)], Tags: twice })).toBe('InvalidParameterValue.TagKeyDuplicate');
  const bad = 'InvalidParameterValue.ResourceDescriptionError';
  expect(await code('TagResources', { ResourceList: ['vpc-1'], Tags: [{ TagKey: 'a', TagValue: '' }] })).toBe(bad);
  const foreign = `qcs::vpc:${region}:uin/1:vpc/${VpcId}`;
  expect(await code('UnTagResources', { ResourceList: [foreign], TagKeys: ['a'] })).toBe(bad);
  expect(await code3('CreateVpc', { VpcName: 'n', CidrBlock: '10.0.0.0/16', Tags: [env, env] })).toBe(
    'InvalidParameterValue.TagDuplicateKey',
  );
});
