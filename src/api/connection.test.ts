// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActionData } from '../../catalogue/define.ts';
import { isRead } from '../../catalogue/define.ts';
import { actions } from '../../catalogue/index.ts';
import { ApiError, isServerLost } from './api-error.ts';
import { callAction, readsOnly } from './call.ts';
import { noteAnswer, setBackHandler, useConnection } from './connection.ts';

const scope = { region: 'ap-guangzhou' };
const html = (): Response => new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } });
const broken = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));

const thrownBy = (name: string): Promise<ApiError> =>
  callAction(scope, name, {}).then(
    () => Promise.reject(new Error('it was answered')),
    (error: unknown) => (error instanceof ApiError ? error : Promise.reject(error)),
  );

beforeEach(() => {
  vi.useFakeTimers();
  noteAnswer();
});
afterEach(() => {
  noteAnswer();
  vi.useRealTimers();
});

describe('a server that does not answer', () => {
  it.each([
    ['by itself', broken],
    ['behind a proxy', async () => html()],
  ])('%s leaves a read with nothing in doubt, and a write with its outcome', async (_how, answer) => {
    globalThis.fetch = answer;
    const read = await thrownBy('vpc:DescribeVpcs');
    expect([read.code, read.outcome, isServerLost(read)]).toEqual(['ServerUnreachable', undefined, true]);
    const write = await thrownBy('vpc:CreateVpc');
    expect([write.code, write.outcome, isServerLost(write)]).toEqual(['ServerUnreachable', 'unknown', false]);
    expect(useConnection.getState().lostAt).not.toBeNull();
  });

  it('is told apart from a cloud that does not answer', async () => {
    globalThis.fetch = async () => Response.json({ error: { code: 'CloudUnreachable', message: 'no route' } }, { status: 502 });
    const error = await thrownBy('vpc:DescribeVpcs');
    expect([error.code, isServerLost(error), useConnection.getState().lostAt]).toEqual(['CloudUnreachable', false, null]);
  });

  it('is asked again, slower and slower, and everything is read anew when it is back', async () => {
    const back = vi.fn();
    setBackHandler(back);
    const asked: number[] = [];
    let up = false;
    const began = Date.now();
    globalThis.fetch = (input) => {
      if (String(input) === '/healthz') asked.push(Date.now() - began);
      return up ? Promise.resolve(new Response('ok')) : broken();
    };
    await thrownBy('vpc:DescribeVpcs');
    await vi.advanceTimersByTimeAsync(31_000);
    expect(asked).toEqual([1_000, 3_000, 7_000, 15_000, 30_000]);
    expect(back).not.toHaveBeenCalled();
    up = true;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(back).toHaveBeenCalledOnce();
    expect(useConnection.getState().lostAt).toBeNull();
  });
});

it('knows reads by their names: no write of the catalogue is taken for one', () => {
  for (const [name, action] of Object.entries<ActionData>(actions)) expect(readsOnly(name.split(':')[1] ?? ''), name).toBe(isRead(action));
});
