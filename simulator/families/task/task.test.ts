/** Tasks: how long they last, what they change, whose they are. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call3, call2017, control, newAccount, type Target, word2017 } from '../../testing/client.ts';
import { type Simulator, startSimulator } from '../../testing/start.ts';

let simulator: Simulator;
let me: Target & { uin: string };
let VpcId: string;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty' });
});
afterAll(() => simulator.close());
beforeEach(async () => {
  me = await newAccount(simulator.url);
  VpcId = ((await call3(me, 'CreateVpc', { VpcName: 'net', CidrBlock: '10.0.0.0/16' })).Vpc as { VpcId: string }).VpcId;
});

describe('tasks', () => {
  const speed = (value: unknown) => control(me.url, 'POST', 'transitions', { uin: me.uin, family: 'vpc', speed: value });
  const begin = async (row: Record<string, unknown> = {}): Promise<number> => {
    const scope = `${me.uin}/ap-guangzhou`;
    const effects = [{ table: 'vpc', scope, id: VpcId, set: { VpcName: 'changed' } }];
    const body = { uin: me.uin, region: 'ap-guangzhou', table: 'task', row: { family: 'vpc', effects, ...row } };
    return ((await control(me.url, 'POST', 'resources', body)).row as { taskId: number }).taskId;
  };
  const status = async (taskId: number) => ((await call2017(me, 'DescribeVpcTaskResult', { taskId })).data as { status: number }).status;
  const name = async () => ((await call3(me, 'DescribeVpcs', { VpcIds: [VpcId] })).VpcSet as { VpcName: string }[])[0]?.VpcName;

  it('are done at once unless told otherwise', async () => {
    const taskId = await begin();
    expect([await status(taskId), await name()]).toEqual([0, 'changed']);
  });

  it('last some seconds of the world’s time', async () => {
    await speed({ seconds: 60 });
    const taskId = await begin();
    expect([await status(taskId), await name()]).toEqual([2, 'net']);
    await control(me.url, 'POST', 'clock', { advance: 61 });
    expect([await name(), await status(taskId)]).toEqual(['changed', 0]);
  });

  it('last some reads, of themselves or of their family', async () => {
    await speed({ reads: 2 });
    const taskId = await begin();
    expect([await status(taskId), await name(), await status(taskId), await name()]).toEqual([2, 'net', 0, 'changed']);
  });

  it('may fail, and then change nothing', async () => {
    const taskId = await begin({ fails: true });
    expect([await status(taskId), await name()]).toEqual([1, 'net']);
  });

  it('are their own account’s, and of a number space of their own', async () => {
    const taskId = await begin();
    const net = await begin({ queue: 'net' });
    expect(await call2017(me, 'DescribeVpcTaskResult', { taskId: net })).toMatchObject({ code: 5000, codeDesc: 'ResourceNotFound' });
    expect(await word2017(await newAccount(me.url), 'DescribeVpcTaskResult', { taskId })).toBe('ResourceNotFound');
    expect(await call2017(me, 'DescribeVpcTaskResult', {})).toMatchObject({ code: 4000 });
  });
});
