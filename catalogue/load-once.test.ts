import { expect, it } from 'vitest';
import { loadOnce } from './load-once.ts';

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

it('forgets a failure and tries again', async () => {
  let attempts = 0;
  const load = loadOnce(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('the file did not come');
    return 'here';
  });
  await expect(load()).rejects.toThrow('did not come');
  expect(await load()).toBe('here');
  expect(load()).toBe(load());
  expect(attempts).toBe(2);
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
