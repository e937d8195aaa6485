// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { action, ref, struct } from '../../catalogue/define.ts';
import { actions } from '../../catalogue/index.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import { fakeCloud } from '../kit/testing.tsx';
import { createClient } from './client.ts';
import { followTasks } from './follow.ts';
import { readTask } from './pollers.ts';
import { dismissTask, readTasks, startTask, useTasks, valueAt } from './tasks.ts';

const deletion = action({
  kind: 'delete',
  line: 1,
  params: {},
  results: { data: struct({ taskId: ref('task') }) },
  errors: [],
  changes: ['vpc'],
  async: { field: 'taskId', poll: 'vpc2017:DescribeVpcTaskResult' },
});
const begin = (data: Record<string, unknown>) =>
  startTask({
    scope: { region: 'ap-guangzhou' },
    write: { module: { data: { family: 'vpc' } }, name: 'vpc2017:DeleteThing', params: {}, label: 'thing' },
    action: deletion,
    data,
    requestId: 'r',
    id: 'vpc-1',
  });
const state = () => useTasks.getState().tasks.map((task) => [task.state, task.words]);

beforeEach(async () => {
  // Loading takes time that no clock of the test counts.
  await loadFamily('task');
  vi.useFakeTimers();
  localStorage.clear();
  useTasks.setState({ tasks: [] });
});
afterEach(() => vi.useRealTimers());

test('the task is found at the top or in data, and kept over a reload', () => {
  expect(valueAt({ taskId: 7 }, 'taskId')).toBe(7);
  expect(valueAt({ data: { taskId: 7 } }, 'taskId')).toBe(7);
  expect(valueAt({ taskId: 7 }, 'data.taskId')).toBe(7);
  begin({ data: { taskId: 31 } });
  expect(readTasks(localStorage.getItem('weft.tasks'), Date.now())).toMatchObject([
    { taskId: '31', state: 'running', changes: ['vpc'], resource: 'vpc-1' },
  ]);
  expect(begin({})).toBe(null);
});

test('damaged and old records are forgotten', () => {
  expect(readTasks('{not json', 0)).toEqual([]);
  expect(readTasks('[1, {"key":"a"}]', 0)).toEqual([]);
  const ended = { key: 'a', poll: 'p', taskId: '1', ended: 0 };
  expect(readTasks(JSON.stringify([ended]), 86_400_001)).toEqual([]);
  expect(readTasks(JSON.stringify([{ ...ended, ended: null }]), 86_400_001)).toHaveLength(1);
});

test('it is asked for until it ends: done', async () => {
  let asked = 0;
  const sent = fakeCloud({ 'vpc2017:DescribeVpcTaskResult': () => ({ data: { status: ++asked < 3 ? 2 : 0 } }) });
  begin({ taskId: 31 });
  const stop = followTasks(createClient());
  await vi.advanceTimersByTimeAsync(10_000);
  expect(state()).toEqual([['done', null]]);
  expect(sent.map(({ params }) => params)).toEqual([{ taskId: 31 }, { taskId: 31 }, { taskId: 31 }]);
  stop();
  dismissTask(useTasks.getState().tasks[0]?.key ?? '');
  expect(state()).toEqual([]);
});

test('failed with the cloud’s words; unknown when nobody can say', async () => {
  const poll = actions['vpc2017:DescribeVpcTaskResult'];
  expect(readTask(poll, { data: { status: 1, errorMsg: 'in use' } })).toEqual({
    state: 'failed',
    words: 'in use',
  });
  // A status written as text counts the same.
  expect(readTask(poll, { data: { status: '0' } }).state).toBe('done');
  expect(readTask(poll, {}).state).toBe('unknown');
  fakeCloud({ 'vpc2017:DescribeVpcTaskResult': () => ({ error: { code: 'InternalError', message: 'no' }, status: 422 }) });
  begin({ taskId: 32 });
  const stop = followTasks(createClient());
  await vi.advanceTimersByTimeAsync(60_000);
  expect(state()).toEqual([['unknown', null]]);
  expect(useTasks.getState().tasks[0]?.refusal).toMatchObject({ code: 'InternalError', message: 'no' });
  stop();
});

test('a server that is away is waited for, however often it does not answer', async () => {
  let asked = 0;
  fakeCloud({
    'vpc2017:DescribeVpcTaskResult': () =>
      ++asked <= 12 ? { error: { code: 'CloudUnreachable', message: 'away' }, status: 502 } : { data: { status: 0 } },
  });
  begin({ taskId: 33 });
  const stop = followTasks(createClient());
  await vi.advanceTimersByTimeAsync(15_000);
  expect(state()).toEqual([['running', null]]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(state()).toEqual([['done', null]]);
  stop();
});

test('a VPN gateway is followed by its own id, or by the order that bought it', () => {
  const poll = actions['vpc2017:DescribeVpnGw'];
  expect(readTask(poll, { data: [{ vpnGwStatus: 6 }] }).state).toBe('done');
  expect(readTask(poll, { data: [{ vpnGwStatus: 3 }] }).state).toBe('failed');
  expect(readTask(poll, { data: [{ vpnGwStatus: 2 }] }).state).toBe('running');
  expect(readTask(poll, { data: [] }).state).toBe('running');
});
