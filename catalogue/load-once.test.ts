import { describe, expect, it, vi } from 'vitest';
import { forgetFailures, loadOnce } from './load-once.ts';

const settled = (promise: Promise<unknown>): Promise<unknown> => promise.catch(() => {});

it('loads each combination of arguments once', async () => {
  const asked: string[] = [];
  const load = loadOnce(async (...names: string[]) => {
    asked.push(names.join('+'));
    return names.length;
  });
  expect(load('a', 'b')).toBe(load('a', 'b'));
  expect(await load('a')).toBe(1);
  expect(asked).toEqual(['a+b', 'a']);
});

describe('a failure', () => {
  const failing = () => {
    let attempts = 0;
    return loadOnce(async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('the file did not come');
      return `here after ${attempts}`;
    });
  };

  it('stays for those who ask at once, as React does, then is forgotten and tried again', async () => {
    vi.useFakeTimers();
    const load = failing();
    const first = load();
    await expect(first).rejects.toThrow('did not come');
    expect(load()).toBe(first);
    vi.advanceTimersByTime(1_000);
    expect(await load()).toBe('here after 2');
    expect(load()).toBe(load());
    vi.useRealTimers();
  });

  it('is forgotten at once when somebody asks for it', async () => {
    const load = failing();
    await expect(load()).rejects.toThrow('did not come');
    forgetFailures();
    expect(await load()).toBe('here after 2');
  });
});

it('notes the outcome on the promise', async () => {
  const good = loadOnce(async () => 'here')();
  const bad = loadOnce(async () => {
    throw new Error('gone');
  })();
  expect(good).toMatchObject({ status: 'pending' });
  await Promise.all([good, settled(bad)]);
  expect(good).toMatchObject({ status: 'fulfilled', value: 'here' });
  expect(bad).toMatchObject({ status: 'rejected', reason: new Error('gone') });
});
