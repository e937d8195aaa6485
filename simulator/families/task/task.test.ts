/** Tasks: how long they last, what they change, whose they are. */
import { beforeEach, expect, it } from 'vitest';
import { itRefuses } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('task');
const { call3, call2017, speed, put } = stage;
let VpcId: string;

beforeEach(async () => {
  VpcId = (await stage.vpc()).id;
});

const begin = async (row: Record<string, unknown> = {}): Promise<number> => {
  const effects = [{ table: 'vpc', scope: `${stage.me.uin}/ap-guangzhou`, id: VpcId, set: { VpcName: 'changed' } }];
  return (await put('task', { family: 'vpc', effects, ...row })).taskId as number;
};
const status = async (taskId: number) => ((await call2017('DescribeVpcTaskResult', { taskId })).data as { status: number }).status;
const name = async () => ((await call3('DescribeVpcs', { VpcIds: [VpcId] })).VpcSet as { VpcName: string }[])[0]?.VpcName;

it('tasks are done at once unless told otherwise', async () => {
  const taskId = await begin();
  expect([await status(taskId), await name()]).toEqual([0, 'changed']);
});

it('tasks last some seconds of the world’s time', async () => {
  await speed('vpc', { seconds: 60 });
  const taskId = await begin();
  expect([await status(taskId), await name()]).toEqual([2, 'net']);
  await stage.control('clock', { advance: 61 });
  expect([await name(), await status(taskId)]).toEqual(['changed', 0]);
});

it('tasks last some reads, of themselves or of their family', async () => {
  await speed('vpc', { reads: 2 });
  const taskId = await begin();
  expect([await status(taskId), await name(), await status(taskId), await name()]).toEqual([2, 'net', 0, 'changed']);
});

it('tasks may fail, and then change nothing', async () => {
  const taskId = await begin({ fails: true });
  expect([await status(taskId), await name()]).toEqual([1, 'net']);
});

const asked = 'vpc2017:DescribeVpcTaskResult';
itRefuses(stage, [
  [asked, 'a task of the other number space', 'ResourceNotFound', async () => ({ taskId: await begin({ queue: 'net' }) })],
  [asked, 'no number', 'InvalidParameter', {}],
]);

it('tasks are their own account’s', async () => {
  const taskId = await begin();
  expect((await stage.recorder.call2017(await stage.newAccount(), 'DescribeVpcTaskResult', { taskId })).code).toBe('ResourceNotFound');
});

it('tells in words today how a task stands', async () => {
  const told = async (TaskId: number) => (await call3('DescribeVpcTaskResult', { TaskId: String(TaskId) })).Status;
  expect(await told(await begin())).toBe('SUCCESS');
});

itRefuses(stage, [['vpc:DescribeVpcTaskResult', 'a task that there is not', 'ResourceNotFound', { TaskId: '1' }]]);

it('tells of work on elastic IPs by its own number', async () => {
  const TaskId = await begin({ queue: 'eip' });
  expect(await call3('DescribeTaskResult', { TaskId })).toMatchObject({ TaskId, Result: 'SUCCESS' });
});

itRefuses(stage, [
  ['vpc:DescribeTaskResult', 'a task of the other number space', 'InvalidParameter', async () => ({ TaskId: await begin() })],
  ['vpc:DescribeTaskResult', 'neither task nor order', 'MissingParameter', {}],
]);
